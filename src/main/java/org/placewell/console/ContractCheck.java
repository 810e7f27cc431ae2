package org.placewell.console;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells every mistake of a terms file at once, each with its line, its column and what was expected. */
@Command(name = "check", description = "Tell every mistake of a terms file with line, column and what was expected; exit code 1 when there is one.")
final class ContractCheck implements Callable<Integer> {

    @Spec
    CommandSpec command;

    @Parameters(paramLabel = "FILE", description = "A terms file.")
    Path file;

    @Override
    public Integer call() {
        var terms = ContractCommand.terms(file, command);
        if (terms == null) {
            return Console.FAILED;
        }
        for (var version : terms.versions()) {
            command.commandLine().getOut().println(version.key() + ": right, from " + version.effective() + ", " + version.payers().size()
                    + (version.payers().size() == 1 ? " payer, " : " payers, ") + version.outcomes().size()
                    + (version.outcomes().size() == 1 ? " payment rule" : " payment rules"));
        }
        return 0;
    }
}
