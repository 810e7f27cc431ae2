package org.placewell.console;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the whole application without serving anybody: one loopback port that nobody is told, no jobs of its own, few log lines. */
final class Headless {

    private Headless() {}

    static ConfigurableApplicationContext start(Class<?> application, List<String> settings, List<String> options) {
        var arguments = new ArrayList<>(List.of("--server.port=0", "--server.address=127.0.0.1", "--camunda.bpm.job-execution.enabled=false",
                "--placewell.demo.load=false", "--logging.level.root=WARN", "--spring.main.log-startup-info=false"));
        arguments.addAll(settings);
        arguments.addAll(options);
        var program = new SpringApplication(application);
        program.setBannerMode(Banner.Mode.OFF);
        return program.run(arguments.toArray(String[]::new));
    }
}
