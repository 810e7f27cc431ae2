package org.placewell.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Law 6: what was acknowledged survives {@code kill -9} of anything. {@code mvn -Pcrash verify} kills more often. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class KillTest {

    private static final int ROUNDS = Integer.getInteger("placewell.crash.rounds", 3);
    private static final long SEED = Long.getLong("placewell.crash.seed", System.nanoTime());

    @TempDir
    Path folder;

    @Test
    @DisplayName("Every commit that was acknowledged is there after the program, or the program and its database, were killed")
    void killed() throws Exception {
        System.out.println("KillTest seed " + SEED + ", rounds " + ROUNDS);
        var random = new Random(SEED);
        long acknowledged = 0;
        for (int round = 0; round < ROUNDS; round++) {
            acknowledged = commitAndDie(acknowledged, 20 + random.nextInt(400), round % 3 == 2);
            if (round % 3 == 0) {
                awaitNoServer();
            }
            try (var server = EmbeddedDatabase.Server.start(folder, true, false)) {
                assertThat(rows(server)).as("rows after round %d, seed %d", round, SEED).isGreaterThanOrEqualTo(acknowledged);
                acknowledged = rows(server);
            }
        }
        assertThat(Postmaster.of(data())).as("a server left behind").isEmpty();
    }

    @Test
    @DisplayName("A second Placewell on the same folder is refused in one sentence that says what to do")
    void second() throws Exception {
        try (var first = EmbeddedDatabase.Server.start(folder, true, false)) {
            assertThat(first.postgres().getPort()).isPositive();
            assertThatThrownBy(() -> EmbeddedDatabase.Server.start(folder, true, false))
                    .isInstanceOf(DatabaseInUse.class).hasMessageContaining("already using the folder").hasMessageContaining("Stop it first");
        }
    }

    /** Lets the child commit some rows, kills it, and returns the last number it said. */
    private long commitAndDie(long before, int rows, boolean databaseToo) throws IOException, InterruptedException {
        var child = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                        System.getProperty("java.class.path"), CommittingChild.class.getName(), folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        long last = before;
        try (BufferedReader said = child.inputReader()) {
            long server = 0;
            String line;
            while (last < before + rows && (line = said.readLine()) != null) {
                if (line.startsWith("server ")) {
                    server = Long.parseLong(line.substring(7));
                } else if (line.matches("\\d+")) {
                    last = Long.parseLong(line);
                }
            }
            assertThat(last).as("the child commits").isGreaterThanOrEqualTo(before + rows);
            if (databaseToo) {
                ProcessHandle.of(server).ifPresent(ProcessHandle::destroyForcibly);
            }
            // The handle leaves our end of its output open: what it had said before its death counts.
            child.toHandle().destroyForcibly();
            while ((line = said.readLine()) != null) {
                last = line.matches("\\d+") ? Long.parseLong(line) : last;
            }
            child.waitFor();
        }
        return last;
    }

    /** The watchdog notices within a second or two; nobody else stops the server. */
    private void awaitNoServer() throws Exception {
        var until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (Postmaster.of(data()).isPresent() && System.nanoTime() < until) {
            Thread.sleep(100);
        }
        assertThat(Postmaster.of(data())).as("the server outlives its owner").isEmpty();
    }

    private long rows(EmbeddedDatabase.Server server) throws Exception {
        try (var connection = server.postgres().getDatabase("placewell_owner", "placewell").getConnection();
                var found = connection.createStatement().executeQuery("select count(*), max(n) from acknowledged")) {
            found.next();
            assertThat(found.getLong(1)).as("no hole in the numbers").isEqualTo(found.getLong(2));
            return found.getLong(1);
        }
    }

    private Path data() {
        return folder.resolve("postgresql");
    }
}
