package org.placewell.console;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.placewell.contract.domain.Sentences;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes every payment rule of a version as one plain sentence. */
@Command(name = "sentences", description = "Write every payment rule of a version as one plain sentence.")
final class ContractSentences implements Callable<Integer> {

    @Spec
    CommandSpec command;

    @Parameters(paramLabel = "FILE", description = "A terms file.")
    Path file;

    @Option(names = "--version", paramLabel = "N", defaultValue = "0", description = "The version, 1 for the first (default: the last of the file).")
    int number;

    @Override
    public Integer call() {
        var terms = ContractCommand.terms(file, command);
        if (terms == null) {
            return Console.FAILED;
        }
        var version = ContractCommand.version(terms, number);
        var out = command.commandLine().getOut();
        out.println(version.title() + ", " + version.key() + ", from " + version.effective());
        for (var rule : version.outcomes()) {
            out.println();
            out.println(rule.title() + " (" + rule.code() + ")");
            out.println(Sentences.of(version, rule));
        }
        return 0;
    }
}
