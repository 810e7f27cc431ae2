package org.placewell.console;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.placewell.contract.domain.Sentences;
import org.placewell.contract.domain.Terms;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what changes from one version to another, each change as one plain sentence. */
@Command(name = "diff", description = {"Tell in plain sentences what changes from one version to another.",
    "Exit code 0: they say the same, 1: they differ, 2: they cannot be compared."})
final class ContractDiff implements Callable<Integer> {

    private static final String WHICH = "A terms file, its last version, or FILE@N for version N.";

    @Spec
    CommandSpec command;

    @Parameters(index = "0", paramLabel = "A", description = WHICH)
    String from;

    @Parameters(index = "1", paramLabel = "B", description = WHICH)
    String to;

    @Override
    public Integer call() {
        var before = version(from);
        var after = version(to);
        if (before == null || after == null) {
            return picocli.CommandLine.ExitCode.USAGE;
        }
        var changes = Sentences.diff(before, after);
        var out = command.commandLine().getOut();
        out.println(changes.isEmpty() ? before.key() + " and " + after.key() + " say the same." : "From " + before.key() + " to " + after.key() + ":");
        changes.forEach(change -> out.println("- " + change));
        return changes.isEmpty() ? 0 : Console.FAILED;
    }

    /** The version that an argument names; null when its file has mistakes, which are told then. */
    private Terms version(String argument) {
        int at = argument.lastIndexOf('@');
        boolean numbered = at > 0 && argument.substring(at + 1).matches("[1-9]\\d{0,2}");
        var terms = ContractCommand.terms(Path.of(numbered ? argument.substring(0, at) : argument), command);
        return terms == null ? null : ContractCommand.version(terms, numbered ? Integer.parseInt(argument.substring(at + 1)) : 0);
    }
}
