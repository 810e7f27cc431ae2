package org.placewell.claim;

import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.evidence.Evidence;
import org.placewell.evidence.RejectionReason;
import org.placewell.security.Actor;
import org.placewell.workflow.Processes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A better outcome takes the place of a lesser one, as the terms' "instead of" says, as long as the lesser is on no statement. */
@Component
class Replacing {

    private final ClaimStore store;
    private final Caps caps;
    private final Evidence evidence;
    private final Processes processes;
    private final AuditTrail audit;
    private final JdbcClient jdbc;

    Replacing(ClaimStore store, Caps caps, Evidence evidence, Processes processes, AuditTrail audit, JdbcClient jdbc) {
        this.store = store;
        this.caps = caps;
        this.evidence = evidence;
        this.processes = processes;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /** Whether nobody has been asked yet to pay for the claim. */
    boolean canReplace(Claim claim) {
        return claim.status() == ClaimStatus.OPEN || claim.status() == ClaimStatus.RESERVED && !jdbc.sql("""
                        select exists (select 1 from payment_instruction where claim_ref = :ref)
                            or exists (select 1 from statement_line where claim_ref = :ref and state = 'LIVE')""")
                .param("ref", claim.ref()).query(Boolean.class).single();
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
