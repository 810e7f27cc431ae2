package org.placewell.console;

import java.util.ArrayList;
import java.util.List;
import org.placewell.audit.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everything that must be true of the database at any moment, checked from outside the code that keeps it so. */
@Component
public class Books {

    private final AuditTrail audit;
    private final JdbcClient jdbc;

    Books(AuditTrail audit, JdbcClient jdbc) {
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /** Every breach in words; empty when all is well. */
    public List<String> breaches() {
        return new ArrayList<>(audit.breaches());
    }

    /** What was looked at, in numbers. */
    public String summary() {
        return jdbc.sql("select count(*) || ' audit lines in ' || count(distinct stream) || ' chains' from audit_event").query(String.class).single();
    }
}
