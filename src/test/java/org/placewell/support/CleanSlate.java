package org.placewell.support;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Puts the database back to what it was after the start whenever a test of the whole application has failed, when
 * {@code placewell.mutation} is set: a broken program leaves broken rows, and the next small change must not be found by what
 * the last one left behind.
 */
public final class CleanSlate implements TestExecutionListener {

    private static final boolean ON = Boolean.getBoolean("placewell.mutation");
    private static boolean kept;
    private static boolean soiled;

    @Override
    public void beforeTestMethod(TestContext test) throws SQLException {
        if (ON && test.hasApplicationContext() && test.getApplicationContext().getBeanNamesForType(JdbcConnectionDetails.class).length == 1) {
            slate(test.getApplicationContext());
        }
    }

    @Override
    public void afterTestMethod(TestContext test) {
        soiled = soiled || test.getTestException() != null;
    }

    private static synchronized void slate(ApplicationContext application) throws SQLException {
        if (kept && !soiled) {
            return;
        }
        var pool = application.getBean(HikariDataSource.class).getHikariPoolMXBean();
        var server = application.getBean(JdbcConnectionDetails.class).getJdbcUrl().replaceFirst("/placewell\\?.*", "/postgres?user=postgres");
        try (var connection = DriverManager.getConnection(server); var statement = connection.createStatement()) {
            var statements = kept
                    ? List.of("drop database placewell with (force)",
                            "create database placewell template kept owner placewell_owner strategy file_copy")
                    : List.of("alter database placewell allow_connections false",
                            "select pg_terminate_backend(pid) from pg_stat_activity where datname = 'placewell'",
                            "create database kept template placewell strategy file_copy", "alter database placewell allow_connections true");
            for (var sql : statements) {
                statement.execute(sql);
            }
            pool.softEvictConnections();
            kept = true;
            soiled = false;
        }
    }
}
