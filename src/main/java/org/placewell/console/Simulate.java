package org.placewell.console;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
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
        return 0;
    }
}
