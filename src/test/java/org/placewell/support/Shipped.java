package org.placewell.support;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The application as it is shipped, for tests that start it as a program of its own. */
public final class Shipped {

    private Shipped() {}

    /** The class path without the tests, and without the empty entry that would add the working folder. */
    public static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.isBlank() && !entry.endsWith("test-classes")).map(entry -> Path.of(entry).toAbsolutePath().toString())
                .distinct().collect(Collectors.joining(File.pathSeparator));
    }
}
