package org.placewell.database;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;

/**
 * A small process beside the server that waits for the death of its owner, this program, and then stops the server: after
 * {@code kill -9} no server stays behind. It leaves by itself when the server has stopped.
 */
record Watchdog(Process process) implements Closeable {

    private static final String SCRIPT = """
            trap '' INT HUP TERM
            while kill -0 "$1" 2>/dev/null; do
              kill -0 "$2" 2>/dev/null || exit 0
              sleep 1
            done
            if [ "$(head -n 1 "$3" 2>/dev/null)" = "$2" ]; then kill -INT "$2"; fi
            """;

    static Watchdog over(Postmaster server) throws IOException {
        if (!new File("/bin/sh").canExecute()) {
            return new Watchdog(null);
        }
        var process = new ProcessBuilder("/bin/sh", "-c", SCRIPT, "placewell-watchdog", Long.toString(ProcessHandle.current().pid()),
                        Long.toString(server.process().pid()), server.data().resolve("postmaster.pid").toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        return new Watchdog(process);
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
        }
    }
}
