package org.placewell.console;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.boot.SpringApplication;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Unmatched;

/** Serves the web application until it is stopped. */
@Command(name = "serve", description = "Serve the web application (also what happens without a command). Takes Spring Boot's options, such as --server.port=8081.")
final class Serve implements Callable<Integer> {

    @ParentCommand
    Console console;

    @Unmatched
    List<String> options = new ArrayList<>();

    @Override
    public Integer call() {
        SpringApplication.run(console.application(), options.toArray(String[]::new));
        return Console.STAYS;
    }
}
