package org.placewell;

import org.placewell.console.Console;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts Placewell: the web application, or one of its command-line commands. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Placewell {

    public static void main(String[] arguments) {
        int exit = Console.run(Placewell.class, arguments);
        if (exit != Console.STAYS) {
            System.exit(exit);
        }
    }
}
