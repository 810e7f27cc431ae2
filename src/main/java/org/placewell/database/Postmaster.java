package org.placewell.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A running PostgreSQL server process, found through the file {@code postmaster.pid} in its data directory. */
record Postmaster(Path data, ProcessHandle process) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration STEP = Duration.ofMillis(50);

    /** The server that runs on the directory; empty when none does. */
    static Optional<Postmaster> of(Path data) throws IOException {
        return named(data).filter(Postmaster::isDatabase).map(process -> new Postmaster(data, process));
    }

    /**
     * Leaves the directory without a server, for the holder of the folder's lock: one that runs is stopped, one that has just
     * been killed is waited for, and a file that names a process younger than itself is removed, because the operating system
     * has given the number to somebody else.
     *
     * @throws IllegalStateException when a server is still there after a minute
     */
    static void clear(Path data) throws IOException {
        of(data).ifPresent(Postmaster::stop);
        var other = named(data);
        if (other.isPresent()) {
            var file = data.resolve("postmaster.pid");
            var written = Instant.ofEpochSecond(Long.parseLong(Files.readAllLines(file).get(2).strip()));
            if (other.get().info().startInstant().orElse(Instant.MIN).isAfter(written.plusSeconds(2))) {
                Files.delete(file);
            } else {
                await(() -> !other.get().isAlive(), "Process " + other.get().pid() + ", named in " + file + ", does not end");
            }
        }
    }

    /** Stops it in the fast way: open transactions are rolled back, everything committed stays. */
    void stop() {
        try {
            // SIGINT is PostgreSQL's fast shutdown; SIGTERM, which Java sends, would wait for clients to leave.
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new IllegalStateException("The database server " + process.pid() + " left over in " + data + " cannot be stopped", e);
        }
        // Its last act is to remove its file.
        await(() -> !process.isAlive() || !Files.exists(data.resolve("postmaster.pid")),
                "The database server " + process.pid() + " left over in " + data + " does not stop");
    }

    private static Optional<ProcessHandle> named(Path data) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(data.resolve("postmaster.pid"));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        return lines.size() < 3 || !lines.get(0).strip().matches("\\d+")
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(ProcessHandle::isAlive);
    }

    /** A dead process that nobody has collected yet has no command any more. */
    private static boolean isDatabase(ProcessHandle process) {
        return process.info().command().map(command -> command.contains("postgres")).orElse(false);
    }

    private static void await(BooleanSupplier done, String otherwise) {
        for (long waited = 0; !done.getAsBoolean(); waited += STEP.toMillis()) {
            if (waited > PATIENCE.toMillis()) {
                throw new IllegalStateException(otherwise);
            }
            try {
                Thread.sleep(STEP.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(otherwise, e);
            }
        }
    }
}
