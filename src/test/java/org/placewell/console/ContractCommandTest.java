package org.placewell.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Terms on the command line")
class ContractCommandTest {

    private static final Path TERMS = Path.of("src/main/resources/contracts/mhep-haringey-barnet/terms.yaml").toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    @DisplayName("A file that is right is named with its versions; one with mistakes tells each with line, column and what was expected")
    void check() throws Exception {
        var right = run("contract", "check", TERMS.toString());
        assertThat(right.exit()).as(right.err()).isZero();
        assertThat(right.out()).contains("mhep-haringey-barnet/v1: right, from 2019-04-01, 3 payers, 4 payment rules");
        assertThat(right.err()).isEmpty();

        var file = write("wrong.yaml", Files.readString(TERMS).replace("people: 985", "people: lots").replace("title: Engagement", "titel: Engagement"));
        var wrong = run("contract", "check", file);
        assertThat(wrong.exit()).isEqualTo(1);
        assertThat(wrong.out()).isEmpty();
        assertThat(wrong.err().lines().toList()).hasSize(4).first().asString().matches(".*wrong\\.yaml:\\d+:\\d+: 'people' must be a whole number, not 'lots'");
        assertThat(wrong.err()).contains("'titel' is not known here", "'title' is missing", "3 mistakes in");
    }

    @Test
    @DisplayName("What is no text, no file or far too large is answered in one line")
    void unreadable() throws Exception {
        Files.write(folder.resolve("latin.yaml"), new byte[] {'a', '\n', 'b', (byte) 0xa3});
        assertThat(run("contract", "check", "latin.yaml")).returns(1, Program::exit)
                .satisfies(run -> assertThat(run.err()).startsWith("latin.yaml:2:2: The file is not plain text in UTF-8"));
        Files.write(folder.resolve("large.yaml"), new byte[20_000_000]);
        assertThat(run("contract", "check", "large.yaml")).returns(1, Program::exit)
                .satisfies(run -> assertThat(run.err()).contains("larger than 1 MB"));
        assertThat(run("contract", "check", "none.yaml")).returns(2, Program::exit)
                .satisfies(run -> assertThat(run.err()).isEqualToIgnoringNewLines("placewell: cannot read none.yaml: there is no such file, or it is not yours to read"));
        assertThat(run("contract")).returns(2, Program::exit).satisfies(run -> assertThat(run.err()).contains("check", "sentences", "price"));
    }

    @Test
    @DisplayName("Every rule is written as a sentence; a version that is not there is named")
    void sentences() throws Exception {
        assertThat(run("contract", "sentences", TERMS.toString(), "--version", "1").out())
                .contains("Engagement (engagement)", "pay MHEP Ltd £330 (illustrative), once per referral, when a person aged 18 or over");
        assertThat(run("contract", "sentences", TERMS.toString(), "--version", "7")).returns(2, Program::exit)
                .satisfies(run -> assertThat(run.err()).contains("there is no version 7; the file has version 1"));
    }

    @Test
    @DisplayName("The example of the documentation is priced: as text with reasons, and as JSON with what is missing and until when")
    void price() throws Exception {
        var example = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(Path.of("docs/contract-terms.md")));
        assertThat(example.find()).isTrue();
        var facts = write("facts.json", example.group(1));

        var text = run("contract", "price", TERMS.toString(), "--facts", facts);
        assertThat(text.exit()).as(text.err()).isZero();
        assertThat(text.out()).contains("asked on 10 March 2026", "Claimed already; it is paid once per referral",
                "Job start (job-start), £700", "Payable.", "Rule: The London Borough of Haringey (40%)");

        var json = new ObjectMapper().readTree(run("contract", "price", TERMS.toString(), "--facts", facts, "--json", "--outcome", "sustained-16h-or-more").out());
        var decision = json.path("decisions").get(0);
        assertThat(decision.path("decision").asText()).isEqualTo("NOT_YET");
        assertThat(decision.path("amountPence").asLong()).isEqualTo(110_000);
        assertThat(decision.path("earliest").asText()).isEqualTo("2026-05-20");
        assertThat(decision.path("missing")).isNotEmpty();
        assertThat(decision.path("reasons")).isNotEmpty();
    }

    @Test
    @DisplayName("A file of facts with mistakes tells each with its place, tabs or not; an outcome that is not there is named")
    void wrongFacts() throws Exception {
        var facts = write("facts.json", "{\n\t\"referred\": \"2025-12-01\",\n\t\"asked\": \"2025-11-30\",\n\t\"profile-completed\": \"2025-02-30\",\n\t\"jobs\": [\n"
                + "\t\t{ \"job\": \"J-1\", \"start\": \"2026-01-08\", \"end\": \"2026-01-07\", \"hours\": [ { \"from\": \"2026-01-08\", \"per-week\": \"16h\" } ] }\n\t]\n}\n");
        var run = run("contract", "price", TERMS.toString(), "--facts", facts);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err().lines().toList()).containsExactly(facts + ":3:2: 'asked' lies before 'referred'",
                facts + ":4:2: There is no day 2025-02-30 in the calendar", facts + ":6:42: 'end' lies before 'start'",
                "placewell: 3 mistakes in " + facts);
        var right = write("right.json", "{ \"referred\": \"2025-12-01\", \"asked\": \"2025-12-01\" }");
        assertThat(run("contract", "price", TERMS.toString(), "--facts", right, "--outcome", "nothing")).returns(2, Program::exit)
                .satisfies(one -> assertThat(one.err()).contains("There are: engagement, job-start"));
    }

    @Test
    @DisplayName("Two versions are compared in sentences; the exit code says whether they differ")
    void diff() throws Exception {
        var text = Files.readString(TERMS);
        var both = write("both.yaml", text + text.substring(text.indexOf("  - effective:")).replace("2019-04-01", "2026-04-01").replace("£700", "£750"));
        var run = run("contract", "diff", both + "@1", both);
        assertThat(run.exit()).as(run.err()).isEqualTo(1);
        assertThat(run.out()).startsWith("From mhep-haringey-barnet/v1 to mhep-haringey-barnet/v2:").contains("£700", "£750", "Job start");
        assertThat(run("contract", "diff", TERMS.toString(), both + "@1")).returns(0, Program::exit)
                .satisfies(one -> assertThat(one.out()).contains("say the same"));
        assertThat(run("contract", "diff", TERMS.toString(), both + "@3").exit()).isEqualTo(2);
    }

    private String write(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private Program run(String... arguments) throws Exception {
        return Program.run(folder, List.of(arguments));
    }
}
