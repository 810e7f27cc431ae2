package org.placewell.database;

import java.nio.file.Path;

/** A program of its own that commits rows one by one and says each number only after its commit: what it said must survive. */
public final class CommittingChild {

    private CommittingChild() {}

    public static void main(String[] arguments) throws Exception {
        var server = EmbeddedDatabase.Server.start(Path.of(arguments[0]), true, false);
        System.out.println("server " + Postmaster.of(Path.of(arguments[0]).resolve("postgresql")).orElseThrow().process().pid());
        try (var connection = server.postgres().getDatabase("placewell_owner", "placewell").getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists acknowledged (n bigint primary key)");
            long n;
            try (var last = statement.executeQuery("select coalesce(max(n), 0) from acknowledged")) {
                last.next();
                n = last.getLong(1);
            }
            connection.setAutoCommit(false);
            while (true) {
                n++;
                statement.executeUpdate("insert into acknowledged values (" + n + ")");
                connection.commit();
                System.out.println(n);
            }
        }
    }
}
