package org.placewell.triage;

import java.util.Optional;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.contract.Contracts;
import org.placewell.notification.Notifications;
import org.placewell.referral.DecideAgain;
import org.placewell.referral.Referrals;
import org.placewell.security.Actor;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether a person fits the contract of their referral: what triage found, and what was found again when the contract or a fact that it
 * looks at was put right. Every finding stays; it advises and refuses nobody.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Eligibility {

    private final TriageStore store;
    private final Grading grading;
    private final Referrals referrals;
    private final Contracts contracts;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final MovableClock clock;

    Eligibility(TriageStore store, Grading grading, Referrals referrals, Contracts contracts, Notifications notifications, AuditTrail audit,
            MovableClock clock) {
        this.store = store;
        this.grading = grading;
        this.referrals = referrals;
        this.contracts = contracts;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    /** The newest finding; empty where nobody has asked yet, as for people who were brought in already supported. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Optional<Finding> standing(String ref) {
        return store.finding(ref);
    }

    /** Compares the referral, as it is recorded now, with the contract and version it is under now. */
    private void again(String ref) {
        var before = standing(ref);
        var referral = referrals.get(ref);
        var found = grading.eligibility(referral, referrals.health(ref, Actor.system()),
                contracts.terms(referral.contractRef(), referral.contractVersion()));
        long id = store.eligibilityAgain(referral, found, clock.instant());
        audit.record(ref, Actor.system(), Area.PATHWAY, "triage.eligibility-again", "eligibility: " + found.get("rule"), found.get("eligibility").toString());
        if (referral.isOpen() && before.isPresent() && !before.equals(standing(ref))) {
            notifications.tell(Role.TEAM_LEADER, referral.team(), "eligibilityChanged", ref, ref + ":eligibility:" + id);
        }
    }

    /** Asks again for referrals that were compared by other facts; their leader hears of it where the answer is another one now and the referral goes on. */
    @EventListener
    @Order(DecideAgain.ELIGIBILITY)
    public void on(DecideAgain corrected) {
        corrected.referralRefs().forEach(this::again);
    }

    /**
     * What the decision table found.
     *
     * @param eligibility eligible, unclear or outside
     * @param note the sentence of the rule that decided
     */
    public record Finding(String eligibility, String note) {

        /** Whether the person fits the contract. */
        public boolean fits() {
            return eligibility.equals("eligible");
        }

        /** In plain words, with the reason. */
        public String words() {
            return (fits() ? "Fits the contract" : eligibility.equals("unclear") ? "Unclear" : "Outside the contract") + ". " + note;
        }
    }
}
