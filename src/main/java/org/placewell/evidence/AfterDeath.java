package org.placewell.evidence;

import java.util.Set;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.referral.EndReason;
import org.placewell.referral.ReferralEnded;
import org.placewell.security.Actor;
import org.placewell.workflow.TaskCards;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * After a death nobody is asked for evidence. What a validator has goes on, and what is validated stays with finance; what was still to be
 * gathered rests until the contract's day, on which the claim ends by itself. A team leader who has the papers can still send them in.
 */
@Component
class AfterDeath {

    static final String WORDS = "The case has ended: nobody is asked for this any more";
    /** What a specialist does about a claim. */
    static final Set<String> TASKS = Set.of("gatherEvidence", "considerDispute");
    private final TaskCards cards;
    private final AuditTrail audit;

    AfterDeath(TaskCards cards, AuditTrail audit) {
        this.cards = cards;
        this.audit = audit;
    }

    @EventListener
    void ended(ReferralEnded event) {
        if (event.reason().equals(EndReason.DIED.code()) && cards.rest(event.referralRef(), TASKS, WORDS) > 0) {
            audit.record(event.referralRef(), Actor.system(), Area.MONEY, "evidence.rests", "", "");
        }
    }
}
