package org.placewell.claim;

import java.sql.Timestamp;
import java.util.Objects;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.contract.Contracts;
import org.placewell.contract.domain.Decision;
import org.placewell.contract.domain.Facts;
import org.placewell.evidence.Evidence;
import org.placewell.evidence.RejectionReason;
import org.placewell.ledger.MoneyScope;
import org.placewell.notification.Notifications;
import org.placewell.referral.ReferralView;
import org.placewell.referral.Referrals;
import org.placewell.security.Actor;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.workflow.Processes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a corrected record means for the claims that rest on it. A claim that nobody has been asked to pay gives way: the corrected record
 * may bear another one. A claim on a statement, instructed or paid stays until somebody in finance has decided on its reversal.
 */
@Component
class Correcting {

    private final ClaimStore store;
    private final Claiming claiming;
    private final Replacing replacing;
    private final Caps caps;
    private final Evidence evidence;
    private final MoneyScope scope;
    private final Contracts contracts;
    private final Referrals referrals;
    private final Processes processes;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final MovableClock clock;

    Correcting(ClaimStore store, Claiming claiming, Replacing replacing, Caps caps, Evidence evidence, MoneyScope scope, Contracts contracts,
            Referrals referrals, Processes processes, Notifications notifications, AuditTrail audit, JdbcClient jdbc, MovableClock clock) {
        this.store = store;
        this.claiming = claiming;
        this.replacing = replacing;
        this.caps = caps;
        this.evidence = evidence;
        this.scope = scope;
        this.contracts = contracts;
        this.referrals = referrals;
        this.processes = processes;
        this.notifications = notifications;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Decides again on every live claim of the referral from the corrected record, as of the day on which it was opened. */
    void after(String referralRef, Actor actor) {
        var referral = referrals.get(referralRef);
        for (var found : store.ofReferral(referralRef)) {
            var claim = store.lock(found.ref());
            if (claim.status().isLive()) {
                lookAgain(claim, referral, actor);
            }
        }
    }

    private void lookAgain(Claim claim, ReferralView referral, Actor actor) {
        if (!stillPinned(claim, referral)) {
            if (!replacing.canReplace(claim)) {
                throw Problem.at("contract", "money-asked", "Claim " + claim.ref() + " is on a statement under the contract as it stands. Ask finance to take that"
                        + " money back first, then correct the contract");
            }
            giveWay(claim, true, actor);
            return;
        }
        var again = claiming.again(claim, referral, contracts.terms(claim.contractRef(), claim.contractVersion()));
        var decision = again.decision();
        if (replacing.canReplace(claim)) {
            if (!bears(decision, claim) || !sameDays(decision, claim) || !sameWork(claim, again.inputs().facts())) {
                giveWay(claim, decision.isPayable(), actor);
            }
        } else if (!bears(decision, claim)) {
            askBack(claim, actor);
        }
    }

    /** Whether the claim was made under the contract, and a version of it, that prices the referral. */
    private boolean stillPinned(Claim claim, ReferralView referral) {
        return claim.contractRef().equals(referral.contractRef()) && contracts.variations(referral.contractRef(), referral.contractVersion(), clock.today())
                .versions().stream().anyMatch(terms -> terms.version() == claim.contractVersion());
    }

    /** Whether the evidence was asked for by the kinds of work that the record has now: the self-employed show other papers. */
    private boolean sameWork(Claim claim, Facts facts) {
        return evidence.get(claim.ref()).claim().jobs().stream().allMatch(job -> facts.jobs().stream().filter(one -> one.jobRef().equals(job.jobRef()))
                .allMatch(one -> one.kind().name().equals(job.kind())));
    }

    private static boolean bears(Decision decision, Claim claim) {
        return decision.isPayable() && decision.amount().equals(claim.amount());
    }

    private static boolean sameDays(Decision decision, Claim claim) {
        var from = decision.windowFrom() == null ? decision.windowTo() : decision.windowFrom();
        return Objects.equals(from, claim.windowFrom()) && Objects.equals(decision.windowTo(), claim.reachedOn());
    }

    private void giveWay(Claim claim, boolean another, Actor actor) {
        var to = claim.status() == ClaimStatus.OPEN && !another ? ClaimStatus.NOT_PAYABLE : ClaimStatus.REPLACED;
        if (!store.move(claim.ref(), to)) {
            return;
        }
        caps.release(claim.ref());
        evidence.close(claim.ref(), RejectionReason.NO_LONGER_PAYABLE, Actor.system());
        processes.end("evidence-validation", claim.ref(), "the record was corrected");
        record(claim, actor, "claim.gave-way-to-correction");
    }

    private void askBack(Claim claim, Actor actor) {
        int added = jdbc.sql("""
                        insert into reversal (claim_ref, status, reason, requested_by, requested_at) values (?, 'REQUESTED', ?, ?, ?)
                        on conflict (claim_ref) where status in ('REQUESTED', 'APPROVED') do nothing""")
                .params(claim.ref(), Reversals.CORRECTED, actor.username(), Timestamp.from(clock.instant())).update();
        if (added == 1) {
            record(claim, actor, "claim.reversal-requested");
            scope.finance(claim.contractRef()).forEach(person ->
                    notifications.tell(person.username(), "reversalAsked", claim.ref(), "reversal:" + claim.ref()
                            + ":recordCorrected:" + clock.instant()));
        }
    }

    /** Whoever corrected the record has no say in what is claimed on it. */
    void name(String referralRef, String username) {
        store.ofReferral(referralRef).stream().filter(claim -> claim.status().isLive())
                .forEach(claim -> store.participant(claim.ref(), username, "RECORDER"));
    }

    private void record(Claim claim, Actor actor, String action) {
        audit.record(claim.referralRef(), actor, Area.MONEY, action, claim.contractRef() + "/v" + claim.contractVersion(),
                claim.ref() + " recordCorrected");
    }
}
