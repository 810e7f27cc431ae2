package org.placewell.claim;

import java.util.Map;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.security.Actor;
import org.placewell.workflow.Processes;
import org.springframework.stereotype.Component;

/** What becomes of a claim when its payers are asked to pay, and when they have paid. */
@Component
class Paying {

    private final ClaimStore store;
    private final Caps caps;
    private final Processes processes;
    private final AuditTrail audit;

    Paying(ClaimStore store, Caps caps, Processes processes, AuditTrail audit) {
        this.store = store;
        this.caps = caps;
        this.processes = processes;
        this.audit = audit;
    }

    void asked(String claimRef, String payer, String statementRef) {
        var claim = store.lock(claimRef);
        caps.post(claimRef, payer);
        if (store.instructed(claimRef)) {
            caps.post(claimRef, null);
            if (store.move(claimRef, ClaimStatus.INSTRUCTED)) {
                audit.record(claim.referralRef(), Actor.system(), Area.MONEY, "claim.instructed", "two people", claimRef + " " + statementRef);
            }
        }
    }

    void paid(String claimRef) {
        var claim = store.lock(claimRef);
        if (store.settled(claimRef) && store.move(claimRef, ClaimStatus.PAID)) {
            audit.record(claim.referralRef(), Actor.system(), Area.MONEY, "claim.paid", "", claimRef + " " + claim.amount().amount() + "p");
            processes.send("claimPaid", claimRef, Map.of());
        }
    }
}
