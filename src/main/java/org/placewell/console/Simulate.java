package org.placewell.console;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.placewell.demo.Simulation;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Sends fictional people through the real engine and services on a throw-away database and reports what came of them. */
@Command(name = "simulate", description = "Run fictional people through the real engine and services and write the results as JSON.")
final class Simulate implements Callable<Integer> {

    @ParentCommand
    Console console;

    @Option(names = "--contract", required = true, paramLabel = "REF", description = "The contract's reference, such as mhep-haringey-barnet.")
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
        var folder = out.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder) || !Files.isWritable(folder) || Files.isDirectory(out)) {
            throw new Console.Mistake("--out: cannot write " + out + "; its folder must exist and be writable");
        }
        var scratch = Files.createTempDirectory("placewell-simulation");
        try (var context = Headless.start(console.application(), List.of("--spring.profiles.active=simulate", "--placewell.count-statements=true",
                "--placewell.database.folder=" + scratch, "--placewell.database.durable=false"), List.of())) {
            var simulation = context.getBean(Simulation.class);
            if (!simulation.contracts().contains(contract)) {
                throw new Console.Mistake("--contract: there is no contract '" + contract + "'. There are: " + String.join(", ", simulation.contracts()));
            }
            try (var bar = new ProgressBarBuilder().setTaskName("Simulating").setInitialMax(100).setStyle(ProgressBarStyle.ASCII)
                    .setConsumer(new ConsoleProgressBarConsumer(System.err)).build()) {
                write(simulation.run(contract, referrals, seed, bar::stepTo));
            }
        } finally {
            FileSystemUtils.deleteRecursively(scratch);
        }
        return 0;
    }

    private void write(Simulation.Result result) throws java.io.IOException {
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).addMixIn(Simulation.Result.class, Report.class).writeValue(out.toFile(), result);
    }

    /** The report holds what was asked for and nothing else. */
    @JsonIgnoreProperties("refusals")
    private interface Report {}
}
