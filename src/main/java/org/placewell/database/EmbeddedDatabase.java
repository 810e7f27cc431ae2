package org.placewell.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.beans.factory.annotation.Value;

/**
 * A real PostgreSQL server of our own in a folder, for development, the demo and tests. Unlike the library's defaults it is
 * durable: {@code fsync} and {@code synchronous_commit} are on.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "embedded")
class EmbeddedDatabase {

    @Bean(destroyMethod = "close")
    EmbeddedPostgres postgres(@Value("${placewell.database.folder:./data}") Path folder, @Value("${placewell.database.durable:true}") boolean durable,
            @Value("${placewell.database.fresh:false}") boolean fresh)
            throws IOException, SQLException {
        Files.createDirectories(folder);
        var server = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgresql").toAbsolutePath())
                .setOverrideWorkingDirectory(folder.resolve("server").toAbsolutePath().toFile())
                .setCleanDataDirectory(fresh)
                .setServerConfig("fsync", durable ? "on" : "off")
                .setServerConfig("synchronous_commit", durable ? "on" : "off")
                .start();
        prepare(server);
        return server;
    }

    @Bean
    JdbcConnectionDetails application(EmbeddedPostgres server) {
        return new Connection(server.getJdbcUrl("placewell_app", "placewell"));
    }

    @Bean
    FlywayConnectionDetails owner(EmbeddedPostgres server) {
        var url = server.getJdbcUrl("placewell_owner", "placewell");
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

    /** Two database users: the owner changes the schema, the application only what its grants allow. */
    private static void prepare(EmbeddedPostgres server) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection(); var statement = connection.createStatement()) {
            for (var user : new String[] {"placewell_owner", "placewell_app"}) {
                try (var found = statement.executeQuery("select 1 from pg_roles where rolname = '" + user + "'")) {
                    if (!found.next()) {
                        connection.createStatement().execute("create role " + user + " login");
                    }
                }
            }
            try (var found = statement.executeQuery("select 1 from pg_database where datname = 'placewell'")) {
                if (!found.next()) {
                    connection.createStatement().execute("create database placewell owner placewell_owner");
                }
            }
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
