package org.placewell.claim;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
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

    /** A referral may have several claims among them: each round writes at most one line in a stream. */
    void asked(Collection<String> claimRefs, String payer, String statementRef) {
        caps.post(store.lock(claimRefs), payer);
        var whole = store.instructed(claimRefs);
        caps.post(whole, null);
        var moved = store.instruct(whole);
        while (!moved.isEmpty()) {
            var round = new TreeMap<String, String>();
            moved.removeIf(claim -> round.putIfAbsent(claim.getValue(), claim.getKey() + " " + statementRef) == null);
            audit.recordEach(round, Actor.system(), Area.MONEY, "claim.instructed", "two people");
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
