package org.placewell;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts Placewell: the web application, or one of its command-line commands. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Placewell {

    public static void main(String[] arguments) {
        SpringApplication.run(Placewell.class, arguments);
    }
}
