package org.placewell.support;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.placewell.claim.MoneyWorld;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Sees to it that a small change of the program is not found by what an earlier one has left behind, when {@code placewell.mutation} is
 * set: a broken program leaves broken rows. After a failed test the breaches that the books show by then are forgiven; when the books cannot
 * be read any more, and after every so many failures, the database is put back to what it was after the start.
 */
public final class CleanSlate implements TestExecutionListener {

    private static final boolean ON = Boolean.getBoolean("placewell.mutation");
    private static final int FAILURES = 25;
    private static boolean kept;
    private static boolean soiled;
    private static int failures;

    @Override
    public void beforeTestMethod(TestContext test) throws SQLException {
        if (ON && test.hasApplicationContext() && test.getApplicationContext().getBeanNamesForType(JdbcConnectionDetails.class).length == 1) {
            clean(test.getApplicationContext());
        }
    }

    @Override
    public void afterTestMethod(TestContext test) {
        if (test.getTestException() != null) {
            soiled = true;
            failures++;
        }
    }

    private static synchronized void clean(ApplicationContext application) throws SQLException {
        if (!kept || failures >= FAILURES || soiled && !forgiven(application)) {
            slate(application);
            failures = 0;
        }
        soiled = false;
    }

    private static boolean forgiven(ApplicationContext application) {
        try {
            application.getBean(MoneyWorld.class).forgive();
            return true;
        } catch (RuntimeException unreadable) {
            return false;
        }
    }

    private static void slate(ApplicationContext application) throws SQLException {
        application.getBean(MoneyWorld.class).forget();
        var pool = application.getBean(DataSource.class).unwrap(HikariDataSource.class).getHikariPoolMXBean();
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
        }
    }
}
