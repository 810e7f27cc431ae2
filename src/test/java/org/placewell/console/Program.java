package org.placewell.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.placewell.support.Shipped;

/** One run of the program, as a person starts it. */
record Program(int exit, String out, String err) {

    static Program run(Path folder, List<String> arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-cp",
                Shipped.classPath(), "org.placewell.Placewell"));
        command.addAll(arguments);
        var out = folder.resolve("out.txt").toFile();
        var err = folder.resolve("err.txt").toFile();
        var process = new ProcessBuilder(command).directory(folder.toFile()).redirectOutput(out).redirectError(err).start();
        return new Program(process.waitFor(), Files.readString(out.toPath()), Files.readString(err.toPath()));
    }
}
