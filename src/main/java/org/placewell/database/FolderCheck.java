package org.placewell.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Looks, before anything starts, whether the data folder is free, and keeps the start-up's own report of the refusal short:
 * the command line says it in one line.
 */
final class FolderCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        if ("embedded".equals(environment.getProperty("spring.datasource.url", "embedded"))) {
            try {
                FolderLock.take(Path.of(environment.getProperty("placewell.database.folder", "./data"))).close();
            } catch (IOException e) {
                throw new UncheckedIOException("The data folder cannot be used: " + e.getMessage(), e);
            }
        }
    }

    /** Says that a folder in use needs no stack trace. */
    static final class Reporter implements SpringBootExceptionReporter {

        Reporter(ConfigurableApplicationContext context) {}

        @Override
        public boolean reportException(Throwable failure) {
            for (var cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof DatabaseInUse) {
                    return true;
                }
            }
            return false;
        }
    }
}
