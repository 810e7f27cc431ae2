package org.placewell.console;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Checks the books of the current database: the audit chains, the ledger, and that claims and ledger say the same. */
@Command(name = "verify", description = "Check ledger, audit chain and claims of the current database; exit code 1 on any breach.")
final class Verify implements Callable<Integer> {

    @ParentCommand
    Console console;

    @Spec
    CommandSpec command;

    @Unmatched
    List<String> options = new ArrayList<>();

    @Override
    public Integer call() {
        try (var context = Headless.start(console.application(), List.of(), options)) {
            var breaches = context.getBean(Books.class).breaches();
            var line = command.commandLine();
            breaches.forEach(breach -> line.getErr().println("placewell: " + breach));
            if (breaches.isEmpty()) {
                line.getOut().println("All is well: " + context.getBean(Books.class).summary());
            }
            return breaches.isEmpty() ? 0 : Console.FAILED;
        }
    }
}
