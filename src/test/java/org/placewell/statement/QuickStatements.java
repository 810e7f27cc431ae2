package org.placewell.statement;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.placewell.security.Actor;
import org.placewell.shared.References;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Statements without the process that leads people through them: what is collected, approved and instructed is the real thing. */
@Component
public class QuickStatements {

    private final StatementStore store;
    private final PurchaseOrders orders;
    private final Statements statements;
    private final References references;
    private final JdbcClient jdbc;

    QuickStatements(StatementStore store, PurchaseOrders orders, Statements statements, References references, JdbcClient jdbc) {
        this.store = store;
        this.orders = orders;
        this.statements = statements;
        this.references = references;
        this.jdbc = jdbc;
    }

    /** A draft with all that is due from a payer; empty when that is nothing, or when a draft is in preparation. */
    public Optional<String> draft(String contractRef, String payer, YearMonth period, Actor actor) {
        var ref = references.statement();
        if (!store.draft(ref, contractRef, payer, period, null, actor)) {
            return Optional.empty();
        }
        if (store.collect(ref, contractRef, payer, period) == 0) {
            store.move(ref, StatementStatus.WITHDRAWN);
            return Optional.empty();
        }
        orders.note(ref, orders.covering(contractRef, payer, period).orElseThrow());
        return Optional.of(ref);
    }

    /** Takes a line off a draft; the next statement picks it up. */
    public void query(String ref, String line) {
        store.release(ref, line, "QUERIED", "Random doubt");
    }

    /** Checks a draft, has two people approve it and instructs it; false when no line is left on it. */
    public boolean instruct(String ref, List<Actor> approvers) {
        if (store.liveLines(ref).isEmpty()) {
            store.move(ref, StatementStatus.WITHDRAWN);
            return false;
        }
        store.move(ref, StatementStatus.CHECKED);
        for (int step = 1; step <= 2; step++) {
            jdbc.sql("insert into approval (statement_ref, statement_version, step, username, approved_at) values (?, ?, ?, ?, ?)")
                    .params(ref, store.get(ref).version(), step, approvers.get(step - 1).username(), store.now()).update();
            store.move(ref, step == 1 ? StatementStatus.APPROVED_ONCE : StatementStatus.APPROVED_TWICE);
        }
        statements.instructPayment(ref);
        return true;
    }
}
