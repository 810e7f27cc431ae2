package org.placewell.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line, each time as a program of its own, as a person runs it. */
class ConsoleTest {

    @TempDir
    Path folder;

    @Test
    @DisplayName("A mistake at the keyboard is answered with one line, exit code 2 and no stack trace")
    void mistakes() throws Exception {
        for (var arguments : List.of(List.of("simulate"), List.of("simulate", "--scenario", "miracle", "--referrals", "1", "--out", "o.json"),
                List.of("simulate", "--contract", "x", "--referrals", "many", "--out", "o.json"),
                List.of("simulate", "--contract", "x", "--referrals", "0", "--out", "o.json"),
                List.of("simulate", "--contract", "x", "--referrals", "1", "--out", "/nowhere/at/all.json"), List.of("nonsense"))) {
            var run = run(arguments);
            assertThat(run.exit()).as(arguments.toString()).isEqualTo(2);
            assertThat(run.err()).startsWith("placewell: ").doesNotContain("\tat ").doesNotContain("Exception");
            assertThat(run.out()).isEmpty();
        }
    }

    @Test
    @DisplayName("A simulation of a few people writes exactly the fields that were promised, and its books balance")
    void simulation() throws Exception {
        var out = folder.resolve("result.json");
        var run = run(List.of("simulate", "--contract", "mhep-tower-hamlets-mh", "--referrals", "6", "--seed", "7", "--out", out.toString()));
        assertThat(run.exit()).as(run.err()).isZero();
        var result = new ObjectMapper().readTree(out.toFile());
        assertThat(names(result)).containsExactlyInAnyOrder("scenario", "contract", "referrals", "comparisons", "stages", "outcomes", "payers", "ledger", "perReferral", "seconds");
        assertThat(names(result.path("stages"))).containsExactlyInAnyOrder("referred", "accepted", "waiting", "engaged", "jobStarts", "sustained13w");
        assertThat(names(result.path("outcomes").get(0))).containsExactlyInAnyOrder("code", "claimed", "accepted", "rejected", "paid", "amountPence");
        assertThat(names(result.path("ledger"))).containsExactlyInAnyOrder("journals", "postings", "sumPence");
        assertThat(names(result.path("perReferral"))).containsExactlyInAnyOrder("engineCommands", "sqlStatements");
        assertThat(result.at("/stages/referred").asInt()).isEqualTo(6);
        assertThat(result.at("/ledger/journals").asInt()).isPositive();
        assertThat(result.at("/ledger/sumPence").asInt()).isZero();
    }

    private Program run(List<String> arguments) throws Exception {
        return Program.run(folder, arguments);
    }

    private static List<String> names(JsonNode node) {
        var names = new ArrayList<String>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
