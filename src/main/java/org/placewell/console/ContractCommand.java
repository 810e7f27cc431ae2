package org.placewell.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.placewell.contract.Mistake;
import org.placewell.contract.TermsFile;
import org.placewell.contract.domain.Terms;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Reads terms files without a database or a server: the same reader and the same calculator as the pages. */
@Command(
        name = "contract",
        subcommands = {ContractCheck.class, ContractSentences.class, ContractPrice.class, ContractDiff.class, CommandLine.HelpCommand.class},
        description = "Check, read, price and compare terms files.")
final class ContractCommand implements Callable<Integer> {

    /** The largest file that is opened, in bytes: a little more than is read, so that a larger one reaches its message. */
    private static final int MOST = 1_500_000;

    @Spec
    CommandSpec command;

    @Override
    public Integer call() {
        command.commandLine().usage(command.commandLine().getErr());
        return CommandLine.ExitCode.USAGE;
    }

    /** Nobody who reads a file wants a log. */
    static void quiet() {
        LoggingSystem.get(ContractCommand.class.getClassLoader()).beforeInitialize();
    }

    /**
     * The bytes of a file, cut off where it is too large for anything that is read here.
     *
     * @throws Console.Mistake when there is no such file or it may not be read
     */
    static byte[] bytes(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new Console.Mistake("cannot read " + file + ": there is no such file, or it is not yours to read");
        }
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(MOST);
        } catch (IOException e) {
            throw new Console.Mistake("cannot read " + file + ": " + e.getMessage());
        }
    }

    /** The terms of a file, or null when it has mistakes, which are told then. */
    static TermsFile terms(Path file, CommandSpec command) {
        quiet();
        var terms = TermsFile.read(bytes(file));
        tell(file, terms.mistakes(), command);
        return terms.isRight() ? terms : null;
    }

    /** One line a mistake, as compilers write them, so that editors find the place. */
    static void tell(Path file, List<Mistake> mistakes, CommandSpec command) {
        var err = command.commandLine().getErr();
        mistakes.forEach(mistake -> err.println(file + ":" + mistake.line() + ":" + mistake.column() + ": " + mistake.message()));
        if (!mistakes.isEmpty()) {
            err.println("placewell: " + mistakes.size() + (mistakes.size() == 1 ? " mistake in " : " mistakes in ") + file);
        }
        err.flush();
    }

    /**
     * One version of a file.
     *
     * @param number 0 for the last one
     * @throws Console.Mistake when the file has no such version
     */
    static Terms version(TermsFile file, int number) {
        int count = file.versions().size();
        if (number < 0 || number > count) {
            throw new Console.Mistake("there is no version " + number + "; the file has " + (count == 1 ? "version 1" : "versions 1 to " + count));
        }
        return file.versions().get(number == 0 ? count - 1 : number - 1);
    }
}
