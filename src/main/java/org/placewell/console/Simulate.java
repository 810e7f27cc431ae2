package org.placewell.console;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.placewell.demo.Scenario;
import org.placewell.demo.Simulation;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Sends fictional people through the real engine and services on a throw-away database and reports what came of them. */
@Command(name = "simulate", description = "Run fictional people through the real engine and services and write the results as JSON.")
final class Simulate implements Callable<Integer> {

    private static final String ROW = "%-64s %12s  %-22s %-7s %s%n";

    @ParentCommand
    Console console;

    @Spec
    CommandSpec command;

    @Option(names = "--scenario", paramLabel = "NAME", defaultValue = "standard",
            description = "The kind of service: standard, ips-lite, surge, trial or retention (default: ${DEFAULT-VALUE}).")
    String scenario;

    @Option(names = "--contract", paramLabel = "REF", description = "The contract's reference, such as mhep-haringey-barnet (default: the scenario's own).")
    String contract;

    @Option(names = "--referrals", required = true, paramLabel = "N", description = "How many people are referred, 1 to 200000.")
    int referrals;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "The same seed gives the same people (default: ${DEFAULT-VALUE}).")
    long seed;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where the JSON goes.")
    Path out;

    @Override
    public Integer call() throws Exception {
        if (referrals < 1 || referrals > 200_000) {
            throw new Console.Mistake("--referrals must be a whole number from 1 to 200000, not " + referrals);
        }
        var kind = Scenario.ofCode(scenario).orElseThrow(() -> new Console.Mistake("--scenario: there is no scenario '" + scenario + "'. There are: "
                + String.join(", ", Arrays.stream(Scenario.values()).map(Scenario::code).toList())));
        var ref = contract == null ? kind.contract() : contract;
        var folder = out.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder) || !Files.isWritable(folder) || Files.isDirectory(out)) {
            throw new Console.Mistake("--out: cannot write " + out + "; its folder must exist and be writable");
        }
        var scratch = Files.createTempDirectory("placewell-simulation");
        try (var context = Headless.start(console.application(), List.of("--spring.profiles.active=simulate", "--placewell.count-statements=true",
                "--placewell.database.folder=" + scratch, "--placewell.database.durable=false"), List.of())) {
            var simulation = context.getBean(Simulation.class);
            if (!simulation.contracts().contains(ref)) {
                throw new Console.Mistake("--contract: there is no contract '" + ref + "'. There are: " + String.join(", ", simulation.contracts()));
            }
            Simulation.Result result;
            try (var bar = new ProgressBarBuilder().setTaskName("Simulating").setInitialMax(100).setStyle(ProgressBarStyle.ASCII)
                    .setConsumer(new ConsoleProgressBarConsumer(System.err)).build()) {
                result = simulation.run(kind, ref, referrals, seed, bar::stepTo);
            }
            write(result);
            print(result);
        } finally {
            FileSystemUtils.deleteRecursively(scratch);
        }
        return 0;
    }

    private void write(Simulation.Result result) throws java.io.IOException {
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).addMixIn(Simulation.Result.class, Report.class).writeValue(out.toFile(), result);
    }

    /** The simulated figures beside the published ones, with their sources below. */
    private void print(Simulation.Result result) {
        var to = command.commandLine().getOut();
        to.printf("Scenario %s, contract %s, %d referrals, seed %d%n%n", result.scenario(), result.contract(), result.referrals(), seed);
        to.printf(ROW, "Quantity", "Simulated", "Range", "", "Published");
        result.comparisons().forEach(one -> to.printf(ROW, one.quantity(), one.simulated(), one.range(), one.verdict(), one.published()));
        to.printf("%nSources:%n");
        result.comparisons().forEach(one -> to.printf("  %s: %s%n", one.quantity(), one.source()));
    }

    /** The report holds what was asked for and nothing else. */
    @JsonIgnoreProperties("refusals")
    private interface Report {}
}
