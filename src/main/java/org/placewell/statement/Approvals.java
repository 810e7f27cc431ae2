package org.placewell.statement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.contract.Contracts;
import org.placewell.ledger.MoneyScope;
import org.placewell.security.Actor;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Two people approve a statement as it stands. Whoever recorded or validated a claim on it, asked for or decided on the reversal behind a
 * credit on it, drafted it or gave the other approval does not: said here in words, guaranteed by the database's triggers.
 */
@Component
class Approvals {

    private final StatementStore store;
    private final Authority authority;
    private final PurchaseOrders orders;
    private final MoneyScope scope;
    private final Contracts contracts;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final MovableClock clock;

    Approvals(StatementStore store, Authority authority, PurchaseOrders orders, MoneyScope scope, Contracts contracts, AuditTrail audit,
            JdbcClient jdbc, MovableClock clock) {
        this.store = store;
        this.authority = authority;
        this.orders = orders;
        this.scope = scope;
        this.contracts = contracts;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void approve(String ref, int step, Actor actor) {
        var statement = store.lock(ref);
        scope.requireFinance(statement.contractRef(), "this statement", actor);
        if (statement.status() != (step == 1 ? StatementStatus.CHECKED : StatementStatus.APPROVED_ONCE)) {
            throw new Problem.Stale("This statement has moved on: it is '" + statement.status().label() + "' now");
        }
        var excluded = excluded(ref);
        if (excluded.contains(actor.username())) {
            throw Problem.of("four-eyes", why(statement, actor)
                    + ", so you cannot approve it. Whoever records, validates, drafts, approves first and approves second "
                    + "are different people: " + scope.others(statement.contractRef(), excluded));
        }
        if (step == 2 && first(statement).isEmpty()) {
            throw Problem.of("approval-void", "The statement has changed since the first approval, which no longer counts. Choose 'Send it back' "
                    + "so that it is checked and approved anew");
        }
        if (store.liveLines(ref).isEmpty()) {
            throw Problem.of("no-lines", "No line is left on this statement. Choose 'Send it back' so that it can be withdrawn");
        }
        store.heldBackOn(ref).stream().findFirst().ifPresent(claim -> {
            throw Problem.of("held-back", "The line of " + claim + " asks for what is paid once for a person, and another record of the person has it. Choose"
                    + " 'Send it back' and name this line as queried");
        });
        requireOrder(statement, step, actor);
        var first = first(statement);
        var inStead = authority.inSteadOf(statement, actor.username(), first.map(Approver::holder).orElse(null), excluded);
        jdbc.sql("insert into approval (statement_ref, statement_version, step, username, on_behalf_of, approved_at) values (?, ?, ?, ?, ?, ?)")
                .params(ref, statement.version(), step, actor.username(), inStead, store.now()).update();
        store.move(ref, step == 1 ? StatementStatus.APPROVED_ONCE : StatementStatus.APPROVED_TWICE);
        audit.record(ref, actor, Area.MONEY, step == 1 ? "statement.approved-once" : "statement.approved-twice", "two people", "version "
                + statement.version() + (inStead == null ? "" : " in stead of " + inStead));
    }

    /** The payer's order stands on the statement before the first approval, and is still the same at the second. */
    private void requireOrder(Statement statement, int step, Actor actor) {
        var order = orders.covering(statement.contractRef(), statement.payer(), statement.period()).orElseThrow(() -> Problem.of("no-order",
                "There is no purchase order of this payer for the month yet, and without one nothing is approved. "
                        + "Enter it on the contract's finance page, then approve"));
        if (orders.enteredBy(statement.contractRef(), statement.payer(), statement.period()).equals(actor.username())) {
            throw Problem.of("four-eyes", "You entered the purchase order that this statement rests on, so somebody else approves it: "
                    + scope.others(statement.contractRef(), Set.of(actor.username())));
        }
        if (step == 1) {
            orders.note(statement.ref(), order);
        } else if (!order.equals(statement.purchaseOrder())) {
            throw Problem.of("order-changed", "The payer's order has changed since the first approval. Choose 'Send it back' so that the statement is "
                    + "approved anew under the new one");
        }
    }

    /** Who cannot approve the statement as it stands. */
    Set<String> excluded(String ref) {
        var statement = store.get(ref);
        var names = new TreeSet<String>(participants(ref));
        names.add(statement.draftedBy());
        first(statement).ifPresent(first -> {
            names.add(first.username());
            names.add(first.holder());
        });
        return names;
    }

    /** Who has approved the statement as it stands, and whose authority it was done under. */
    Set<String> given(String ref) {
        return Set.copyOf(jdbc.sql("""
                        select h.username from approval a join statement s on s.ref = a.statement_ref and s.version = a.statement_version
                            cross join lateral (values (a.username), (a.on_behalf_of)) h (username)
                        where s.ref = ? and h.username is not null""")
                .param(ref).query(String.class).list());
    }

    /** The last day for the second approval: the contract's days after the first. */
    LocalDate expires(String ref) {
        var statement = store.get(ref);
        var from = jdbc.sql("select max(approved_at) from approval where statement_ref = ? and statement_version = ? and step = 1")
                .params(ref, statement.version())
                .query(java.sql.Timestamp.class).optional().map(at -> at.toInstant().atZone(MovableClock.LONDON).toLocalDate()).orElse(clock.today());
        return from.plusDays(contracts.inForce(statement.contractRef(), clock.today()).deadlines().approvalDays());
    }

    private Optional<Approver> first(Statement statement) {
        return jdbc.sql("select username, coalesce(on_behalf_of, username) from approval where statement_ref = ? and statement_version = ? and step = 1")
                .params(statement.ref(), statement.version())
                .query((r, n) -> new Approver(r.getString(1), r.getString(2))).optional();
    }

    private List<String> participants(String ref) {
        return jdbc.sql("""
                        select username from statement_participant where statement_ref = :ref
                        union select username from credit_hand where statement_ref = :ref""")
                .param("ref", ref).query(String.class).list();
    }

    private String why(Statement statement, Actor actor) {
        if (statement.draftedBy().equals(actor.username())) {
            return "You drafted this statement";
        }
        var first = first(statement);
        if (first.isPresent() && first.get().username().equals(actor.username())) {
            return "You gave the first approval of this statement";
        }
        if (first.isPresent() && first.get().holder().equals(actor.username())) {
            return "The first approval of this statement was given in your stead";
        }
        return "You recorded or validated a claim on this statement, or had a hand in a charge or a credit";
    }

    /** @param holder whose authority the approval rests on: their own, or that of the person they stand for */
    private record Approver(String username, String holder) {}
}
