package org.placewell.claim;

import java.sql.Timestamp;
import java.util.List;
import java.util.Set;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.evidence.Evidence;
import org.placewell.evidence.ReviewDecision;
import org.placewell.ledger.Ledger;
import org.placewell.ledger.MoneyScope;
import org.placewell.notification.Notifications;
import org.placewell.referral.FactsChanged;
import org.placewell.security.Actor;
import org.placewell.security.Actors;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.workflow.Processes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes a claim's money back: one person asks, another decides; the ledger gets the opposite journals, each payer a credit
 * line on the next statement, which two more people approve.
 */
@Component
class Reversals {

    private static final Set<String> REASONS = Set.of("factsCorrected", "paidInError", "payerDispute");
    /** A corrected record asks by itself; nobody chooses this reason. */
    static final String CORRECTED = "recordCorrected";
    private final ClaimStore store;
    private final MoneyScope scope;
    private final Ledger ledger;
    private final OnStatements statements;
    private final Caps caps;
    private final Evidence evidence;
    private final Actors actors;
    private final Notifications notifications;
    private final Processes processes;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final MovableClock clock;
    private final ApplicationEventPublisher events;

    Reversals(ClaimStore store, MoneyScope scope, Ledger ledger, OnStatements statements, Caps caps, Evidence evidence, Actors actors,
            Notifications notifications, Processes processes, AuditTrail audit, JdbcClient jdbc, MovableClock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.scope = scope;
        this.ledger = ledger;
        this.statements = statements;
        this.caps = caps;
        this.evidence = evidence;
        this.actors = actors;
        this.notifications = notifications;
        this.processes = processes;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    void request(String claimRef, String reason, String note, Actor actor) {
        var claim = store.lock(claimRef);
        scope.requireFinance(claim.contractRef(), "this claim", actor);
        if (!REASONS.contains(reason)) {
            throw Problem.at("reason", "unknown-reason", "Choose one of the reasons");
        }
        if (!ClaimStatus.MOVES.allows(claim.status(), ClaimStatus.REVERSED)) {
            throw Problem.of("not-reversible", "This claim is '" + claim.status().label()
                    + "': only a validated, instructed or paid claim can be reversed");
        }
        int added = jdbc.sql("""
                        insert into reversal (claim_ref, status, reason, note, requested_by, requested_at) values (?, 'REQUESTED', ?, ?, ?, ?)
                        on conflict (claim_ref) where status in ('REQUESTED', 'APPROVED') do nothing""")
                .params(claimRef, reason, note, actor.username(), now()).update();
        if (added == 0) {
            throw new Problem.Stale("A reversal of this claim has already been asked for");
        }
        record(claim, actor, "claim.reversal-requested", reason);
    }

    void decide(String claimRef, boolean approve, Actor actor) {
        statements.lock(claimRef);
        var claim = store.lock(claimRef);
        scope.requireFinance(claim.contractRef(), "this claim", actor);
        var request = of(claimRef).stream().filter(line -> line.status().equals("REQUESTED")).findFirst()
                .orElseThrow(() -> new Problem.Stale("Nobody is asking to reverse this claim any more"));
        if (request.requestedBy().equals(actor.username())) {
            throw Problem.of("four-eyes", "You asked for this reversal, so somebody else in finance decides: "
                    + scope.others(claim.contractRef(), Set.of(actor.username())));
        }
        if (!approve) {
            settle(claimRef, "REFUSED", actor);
            record(claim, actor, "claim.reversal-refused", request.reason());
            return;
        }
        apply(claim, settle(claimRef, "APPROVED", actor), actor);
        processes.end("evidence-validation", claimRef, "reversed");
        if (request.reason().equals(CORRECTED)) {
            events.publishEvent(new FactsChanged(claim.referralRef()));
        }
    }

    /**
     * A failed sample check asks for the money back: the validator who checked is the one who asks, somebody in finance decides.
     * Nothing moves before that. A second call changes nothing.
     */
    void afterSample(String claimRef) {
        var claim = store.lock(claimRef);
        if (!ClaimStatus.MOVES.allows(claim.status(), ClaimStatus.REVERSED)) {
            return;
        }
        var checker = evidence.reviews(claimRef).stream().filter(review -> review.kind() == ReviewDecision.Kind.SAMPLE).map(ReviewDecision::reviewer)
                .findFirst().orElseThrow(() -> new IllegalStateException("nobody has checked the sample of " + claimRef));
        evidence.participants(claimRef).validators().forEach(name -> store.participant(claimRef, name, "VALIDATOR"));
        int added = jdbc.sql("""
                        insert into reversal (claim_ref, status, reason, requested_by, requested_at) values (?, 'REQUESTED', 'sampleCheck', ?, ?)
                        on conflict (claim_ref) where status in ('REQUESTED', 'APPROVED') do nothing""")
                .params(claimRef, checker, now()).update();
        if (added == 1) {
            record(claim, actors.find(checker).orElseGet(Actor::system), "claim.reversal-requested", "sampleCheck");
            scope.finance(claim.contractRef()).forEach(person ->
                    notifications.tell(person.username(), "reversalAsked", claimRef, "reversal:" + claimRef + ":sampleCheck"));
        }
    }

    List<ReversalView> of(String claimRef) {
        return jdbc.sql("select * from reversal where claim_ref = ? order by id").param(claimRef)
                .query((r, n) -> new ReversalView(claimRef, r.getString("reason"), r.getString("note"), r.getString("status"),
                        r.getString("requested_by"),
                        r.getTimestamp("requested_at").toInstant(), r.getString("decided_by"),
                        r.getTimestamp("decided_at") == null ? null : r.getTimestamp("decided_at").toInstant()))
                .list();
    }

    /** The reversals asked for under the contracts whose money the actor handles and not decided on yet, oldest first. */
    List<ReversalView> waiting(Actor actor) {
        return jdbc.sql("select r.claim_ref, c.contract_ref from reversal r join outcome_claim c on c.ref = r.claim_ref where r.status = 'REQUESTED' "
                        + "order by r.id")
                .query((r, n) -> new String[] {r.getString(1), r.getString(2)}).list().stream().filter(one -> scope.isFinance(one[1], actor))
                .flatMap(one -> of(one[0]).stream()).filter(line -> line.status().equals("REQUESTED")).toList();
    }

    private long settle(String claimRef, String status, Actor actor) {
        return jdbc.sql("update reversal set status = ?, decided_by = ?, decided_at = ? where claim_ref = ? and status = 'REQUESTED' returning id")
                .params(status, actor.username(), now(), claimRef).query(Long.class).optional()
                .orElseThrow(() -> new Problem.Stale("Somebody else has just decided on this reversal"));
    }

    private void apply(Claim claim, long reversal, Actor actor) {
        statements.takeOff(claim.ref(), "The claim was reversed");
        ledger.asked(claim.ref()).forEach((payer, amount) -> {
            ledger.reversed(new Ledger.Entry(claim.contractRef(), payer, claim.ref(), null, amount, actor));
            jdbc.sql("insert into claim_credit (claim_ref, payer, amount, reversal_id) values (?, ?, ?, ?) on conflict do nothing")
                    .params(claim.ref(), payer, -amount.amount(), reversal).update();
        });
        caps.release(claim.ref());
        store.move(claim.ref(), ClaimStatus.REVERSED);
        record(claim, actor, "claim.reversed", Long.toString(reversal));
    }

    private void record(Claim claim, Actor actor, String action, String detail) {
        audit.record(claim.referralRef(), actor, Area.MONEY, action, claim.contractRef() + "/v" + claim.contractVersion(), claim.ref() + " "
                + detail);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
