package org.placewell.claim;

import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.evidence.Evidence;
import org.placewell.evidence.RejectionReason;
import org.placewell.security.Actor;
import org.placewell.workflow.Processes;
import org.springframework.stereotype.Component;

/** A better outcome takes the place of a lesser one, as the terms' "instead of" says, as long as the lesser is on no statement. */
@Component
class Replacing {

    private final ClaimStore store;
    private final OnStatements statements;
    private final Caps caps;
    private final Evidence evidence;
    private final Processes processes;
    private final AuditTrail audit;

    Replacing(ClaimStore store, OnStatements statements, Caps caps, Evidence evidence, Processes processes, AuditTrail audit) {
        this.store = store;
        this.statements = statements;
        this.caps = caps;
        this.evidence = evidence;
        this.processes = processes;
        this.audit = audit;
    }

    /** Whether nobody has been asked yet to pay for the claim. */
    boolean canReplace(Claim claim) {
        return claim.status() == ClaimStatus.OPEN || claim.status() == ClaimStatus.RESERVED && !statements.holds(claim.ref());
    }

    /** Replaces the lesser claim; false when it has gone too far in the meantime. */
    boolean replace(Claim lesser, String better) {
        if (!canReplace(store.lock(lesser.ref())) || !store.move(lesser.ref(), ClaimStatus.REPLACED)) {
            return false;
        }
        caps.release(lesser.ref());
        evidence.close(lesser.ref(), RejectionReason.REPLACED, Actor.system());
        processes.end("evidence-validation", lesser.ref(), "replaced by " + better);
        audit.record(lesser.referralRef(), Actor.system(), Area.MONEY, "claim.replaced", "", lesser.ref() + " by " + better);
        return true;
    }
}
