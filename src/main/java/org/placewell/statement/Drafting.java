package org.placewell.statement;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.claim.Charges;
import org.placewell.contract.Contracts;
import org.placewell.ledger.MoneyScope;
import org.placewell.referral.RecordsMoved;
import org.placewell.security.Actor;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.shared.References;
import org.placewell.workflow.Processes;
import org.placewell.workflow.Vars;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Drafting a statement, checking it, taking lines off, sending it back, withdrawing it. */
@Component
class Drafting {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);
    private static final String HELD_BACK = "Paid once for a person, and another record of the person has it: two records were joined";
    private final StatementStore store;
    private final Charges charges;
    private final PayeeAccounts payees;
    private final PurchaseOrders orders;
    private final MoneyScope scope;
    private final Contracts contracts;
    private final References references;
    private final Processes processes;
    private final AuditTrail audit;
    private final MovableClock clock;

    Drafting(StatementStore store, Charges charges, PayeeAccounts payees, PurchaseOrders orders, MoneyScope scope, Contracts contracts, References references,
            Processes processes, AuditTrail audit, MovableClock clock) {
        this.store = store;
        this.charges = charges;
        this.payees = payees;
        this.orders = orders;
        this.scope = scope;
        this.contracts = contracts;
        this.references = references;
        this.processes = processes;
        this.audit = audit;
        this.clock = clock;
    }

    void requireFinance(String contractRef, Actor actor) {
        scope.requireFinance(contractRef, "this contract", actor);
    }

    String draft(String contractRef, String payer, YearMonth period, Actor actor) {
        requireFinance(contractRef, actor);
        if (contracts.inForce(contractRef, clock.today()).payer(payer).isEmpty()) {
            throw Problem.at("payer", "unknown-payer", "Choose one of the contract's payers");
        }
        if (period.isAfter(YearMonth.from(clock.today()))) {
            throw Problem.at("period", "future-period", "The month must be this month or an earlier one");
        }
        charges.closedUntil(contractRef).filter(closed -> !period.isAfter(closed)).ifPresent(closed -> {
            throw Problem.at("period", "period-closed", "This contract is closed up to " + MONTH.format(closed)
                    + ". Choose a later month: what was late goes on its statement");
        });
        charges.recordFees(contractRef, period);
        var ref = references.statement();
        var seniorAbove = contracts.inForce(contractRef, clock.today()).approving().seniorAbove();
        if (!store.draft(ref, contractRef, payer, period, seniorAbove, actor)) {
            throw Problem.at("period", "statement-open",
                    "A statement for this payer and month is already in preparation. Finish or withdraw it first");
        }
        if (store.collect(ref, contractRef, payer, period) == 0) {
            throw Problem.at("payer", "nothing-due", "Nothing is due from this payer: no validated outcome up to the end of that month is waiting "
                    + "for a statement");
        }
        orders.covering(contractRef, payer, period).ifPresent(number -> orders.note(ref, number));
        record(ref, actor, "statement.drafted", contractRef + " " + payer + " " + period);
        processes.start("payment-approval", ref, Vars.STATEMENT_REF, Map.of());
        return ref;
    }

    /** The draft is right: it goes to the first approval. */
    void ready(String ref, List<String> queried, String reason, Actor actor) {
        var statement = open(ref, StatementStatus.DRAFT, actor);
        query(statement, queried, reason, actor);
        if (store.liveLines(ref).isEmpty()) {
            throw Problem.at("queriedClaims", "no-lines", "No line is left on this statement. Withdraw it instead; the claims go on the next one");
        }
        payees.note(ref, statement.contractRef());
        store.move(ref, StatementStatus.CHECKED);
        record(ref, actor, "statement.checked", "version " + store.get(ref).version());
    }

    /** Finance gives the draft up; its claims wait for another statement. */
    void withdraw(String ref, Actor actor) {
        open(ref, StatementStatus.DRAFT, actor);
        record(ref, actor, "statement.withdrawal", "");
    }

    void queryLine(String ref, String claimRef, String reason, Actor actor) {
        var statement = store.lock(ref);
        scope.requireFinance(statement.contractRef(), "this statement", actor);
        if (!statement.status().isOpen()) {
            throw new Problem.Stale("This statement is '" + statement.status().label()
                    + "': its lines can no longer change. Ask for a reversal of the claim instead");
        }
        query(statement, List.of(claimRef), reason, actor);
    }

    /** An approver wants something changed: named lines leave, and the statement goes back. */
    void sendBack(String ref, int step, List<String> queried, String reason, Actor actor) {
        var statement = open(ref, step == 1 ? StatementStatus.CHECKED : StatementStatus.APPROVED_ONCE, actor);
        query(statement, queried, reason, actor);
        record(ref, actor, "statement.sent-back", "step " + step);
    }

    /** Approvals given so far count no longer; the statement is a draft again. */
    void voidApprovals(String ref) {
        if (store.reopen(ref)) {
            record(ref, Actor.system(), "statement.approvals-void", "version " + store.get(ref).version());
        }
    }

    /** Ends a withdrawn statement and sets its claims free. */
    void release(String ref) {
        store.lock(ref);
        if (store.get(ref).status() == StatementStatus.DRAFT) {
            store.release(ref, null, "RELEASED", "The statement was withdrawn");
            store.move(ref, StatementStatus.WITHDRAWN);
            record(ref, Actor.system(), "statement.withdrawn", "");
        }
    }

    /**
     * Records were joined: what another record of the person goes before leaves every statement that can still
     * change. One that is approved twice can change no more, and could not be instructed either: the join waits for it.
     *
     * @throws Problem.Stale with the way on
     */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(RecordsMoved moved) {
        var tooFar = store.tooFarToRelease(moved.referralRefs());
        if (!tooFar.isEmpty()) {
            throw new Problem.Stale("The records cannot be joined just now: the statement " + tooFar.get(0) + ", which finance is working on or has just"
                    + " approved, asks for what is paid once for this person. Try again in a few minutes, when its payment is instructed");
        }
        for (var line : store.releaseHeldBack(moved.referralRefs(), HELD_BACK)) {
            record(line[0], Actor.system(), "statement.line-held-back", line[1]);
        }
    }

    private void query(Statement statement, List<String> claims, String reason, Actor actor) {
        for (var claim : claims) {
            if (reason.isBlank()) {
                throw Problem.at("queryReason", "reason-missing", "Say why the line is queried");
            }
            if (store.release(statement.ref(), claim, "QUERIED", reason) == 0) {
                throw new Problem.Stale("The line of " + claim + " is no longer on this statement");
            }
            record(statement.ref(), actor, "statement.line-queried", claim);
        }
    }

    private Statement open(String ref, StatementStatus expected, Actor actor) {
        var statement = store.lock(ref);
        scope.requireFinance(statement.contractRef(), "this statement", actor);
        if (statement.status() != expected) {
            throw new Problem.Stale("This statement has moved on: it is '" + statement.status().label() + "' now");
        }
        return statement;
    }

    private void record(String ref, Actor actor, String action, String detail) {
        audit.record(ref, actor, Area.MONEY, action, "", detail);
    }
}
