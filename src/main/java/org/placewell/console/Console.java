package org.placewell.console;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Set;
import org.placewell.database.DatabaseInUse;
import org.placewell.shared.Problem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;

/**
 * The command line. Exit codes: 0 done, 1 a breach was found or the command failed, 2 the command line was wrong. What goes
 * wrong is one line on standard error; a stack trace is shown only for faults of the program.
 */
@Command(
        name = "placewell",
        subcommands = {Serve.class, Simulate.class, Verify.class, ContractCommand.class, CommandLine.HelpCommand.class},
        description = "From a clinician's referral to a paid, evidenced job outcome. Without a command it serves the web application.")
public final class Console {

    /** What {@link #run} answers when the web application runs on in its own threads. */
    public static final int STAYS = -1;

    static final int FAILED = 1;
    private static final Set<String> COMMANDS = Set.of("serve", "simulate", "verify", "contract", "help", "--help", "-h");

    private final Class<?> application;

    private Console(Class<?> application) {
        this.application = application;
    }

    /**
     * Runs one command.
     *
     * @param application the class that Spring Boot starts from
     * @return the exit code, or {@link #STAYS}
     */
    public static int run(Class<?> application, String... arguments) {
        var line = new CommandLine(new Console(application));
        line.setParameterExceptionHandler(wrongArguments());
        line.setExecutionExceptionHandler(failed());
        line.getSubcommands().get("serve").setUnmatchedArgumentsAllowed(true);
        line.setUnmatchedOptionsArePositionalParams(false);
        // No command, or an option of Spring's: the web application, as with any Spring Boot program.
        boolean serves = arguments.length == 0 || (arguments[0].startsWith("-") && !COMMANDS.contains(arguments[0]));
        if (!serves) {
            return line.execute(arguments);
        }
        var all = new String[arguments.length + 1];
        all[0] = "serve";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return line.execute(all);
    }

    /** The class that Spring Boot starts from. */
    Class<?> application() {
        return application;
    }

    private static IParameterExceptionHandler wrongArguments() {
        return (problem, arguments) -> {
            var err = problem.getCommandLine().getErr();
            err.println("placewell: " + problem.getMessage());
            err.println("Try: java -jar placewell.jar help" + Arrays.stream(arguments).filter(COMMANDS::contains).findFirst().map(c -> " " + c).orElse(""));
            return CommandLine.ExitCode.USAGE;
        };
    }

    private static IExecutionExceptionHandler failed() {
        return (exception, line, parsed) -> say(line.getErr(), exception);
    }

    /** One line for what a person can mend, everything for a fault of the program. */
    static int say(PrintWriter err, Throwable exception) {
        for (var cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabaseInUse || cause instanceof org.springframework.boot.web.server.PortInUseException) {
                err.println("placewell: " + cause.getMessage());
                return FAILED;
            }
            if (cause instanceof Mistake || cause instanceof Problem) {
                err.println("placewell: " + cause.getMessage());
                return CommandLine.ExitCode.USAGE;
            }
        }
        exception.printStackTrace(err);
        return FAILED;
    }

    /** A mistake of the person at the keyboard: said in one line, exit code 2. */
    static final class Mistake extends RuntimeException {
        Mistake(String message) {
            super(message);
        }
    }
}
