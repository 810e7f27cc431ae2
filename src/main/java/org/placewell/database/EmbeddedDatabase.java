package org.placewell.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.FileSystemUtils;

/**
 * A real PostgreSQL server of our own in a folder, for development, the demo and tests, when no {@code spring.datasource.url}
 * names another one. Unlike the library's defaults it is durable. It stops after everything that uses it has stopped: the
 * library's own shutdown hook, which would race with that, is not registered.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "embedded")
class EmbeddedDatabase {

    @Bean(destroyMethod = "close")
    Server databaseServer(@Value("${placewell.database.folder:./data}") Path folder, @Value("${placewell.database.durable:true}") boolean durable,
            @Value("${placewell.database.fresh:false}") boolean fresh)
            throws IOException, SQLException {
        return Server.start(folder.toAbsolutePath().normalize(), durable, fresh);
    }

    @Bean
    JdbcConnectionDetails application(Server server) {
        return new Connection(server.postgres().getJdbcUrl("placewell_app", "placewell"));
    }

    @Bean
    FlywayConnectionDetails owner(Server server) {
        var url = server.postgres().getJdbcUrl("placewell_owner", "placewell");
        return new FlywayConnectionDetails() {
            @Override
            public String getUsername() {
                return "placewell_owner";
            }

            @Override
            public String getPassword() {
                return "";
            }

            @Override
            public String getJdbcUrl() {
                return url;
            }
        };
    }

    /** The server with what surrounds it: the lock on its folder and the watchdog that stops it when we die. */
    record Server(EmbeddedPostgres postgres, FolderLock lock, Watchdog watchdog) implements Closeable {

        static Server start(Path folder, boolean durable, boolean fresh) throws IOException, SQLException {
            var lock = FolderLock.take(folder);
            try {
                var data = folder.resolve("postgresql");
                Postmaster.clear(data);
                if (fresh) {
                    // The library empties it when the program ends in good order only: after a kill it would refuse to begin anew.
                    FileSystemUtils.deleteRecursively(data);
                }
                var postgres = EmbeddedPostgres.builder()
                        .setDataDirectory(data)
                        .setOverrideWorkingDirectory(folder.resolve("server").toFile())
                        .setCleanDataDirectory(fresh)
                        .setRegisterShutdownHook(false)
                        .setServerConfig("fsync", durable ? "on" : "off")
                        .setServerConfig("synchronous_commit", durable ? "on" : "off")
                        .start();
                var watchdog = Watchdog.over(Postmaster.of(data).orElseThrow());
                prepare(postgres, durable);
                return new Server(postgres, lock, watchdog);
            } catch (IOException | SQLException | RuntimeException e) {
                lock.close();
                throw e;
            }
        }

        @Override
        public void close() throws IOException {
            postgres.close();
            watchdog.close();
            lock.close();
        }
    }

    /** Two database users: the owner changes the schema, the application only what its grants allow. */
    private static void prepare(EmbeddedPostgres server, boolean durable) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection(); var statement = connection.createStatement()) {
            for (var setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                try (var value = statement.executeQuery("show " + setting)) {
                    value.next();
                    if (durable && !"on".equals(value.getString(1))) {
                        throw new IllegalStateException("The database does not keep what it acknowledged: " + setting + " is " + value.getString(1));
                    }
                }
            }
            for (var user : new String[] {"placewell_owner", "placewell_app"}) {
                create(statement, "select 1 from pg_roles where rolname = '" + user + "'", "create role " + user + " login");
            }
            create(statement, "select 1 from pg_database where datname = 'placewell'", "create database placewell owner placewell_owner");
        }
    }

    private static void create(java.sql.Statement statement, String looksFor, String creates) throws SQLException {
        boolean there;
        try (var found = statement.executeQuery(looksFor)) {
            there = found.next();
        }
        if (!there) {
            statement.execute(creates);
        }
    }

    private record Connection(String url) implements JdbcConnectionDetails {
        @Override
        public String getUsername() {
            return "placewell_app";
        }

        @Override
        public String getPassword() {
            return "";
        }

        @Override
        public String getJdbcUrl() {
            return url;
        }
    }
}
