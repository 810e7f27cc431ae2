package org.placewell.console;

import java.util.ArrayList;
import java.util.List;
import org.placewell.audit.AuditTrail;
import org.placewell.claim.Claims;
import org.placewell.ledger.Ledger;
import org.placewell.settlement.Settlement;
import org.placewell.statement.Statements;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everything that must be true of the database at any moment, checked from outside the code that keeps it so. */
@Component
public class Books {

    private final AuditTrail audit;
    private final Ledger ledger;
    private final Claims claims;
    private final Statements statements;
    private final Settlement settlement;
    private final JdbcClient jdbc;

    Books(AuditTrail audit, Ledger ledger, Claims claims, Statements statements, Settlement settlement, JdbcClient jdbc) {
        this.audit = audit;
        this.ledger = ledger;
        this.claims = claims;
        this.statements = statements;
        this.settlement = settlement;
        this.jdbc = jdbc;
    }

    /** Every breach in words; empty when all is well. */
    public List<String> breaches() {
        var breaches = new ArrayList<>(audit.breaches());
        breaches.addAll(ledger.breaches());
        breaches.addAll(claims.breaches());
        breaches.addAll(statements.breaches());
        breaches.addAll(settlement.breaches());
        return breaches;
    }

    /** What was looked at, in numbers. */
    public String summary() {
        return jdbc.sql("""
                        select (select count(*) || ' audit lines in ' || count(distinct stream) || ' chains' from audit_event)
                            || ', ' || (select count(*) from outcome_claim) || ' claims, ' || (select count(*) from posting) || ' postings'""")
                .query(String.class).single();
    }
}
