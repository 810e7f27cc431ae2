package org.placewell.claim;

import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.claim.Explanations.Inputs;
import org.placewell.contract.Contracts;
import org.placewell.contract.domain.Decision;
import org.placewell.contract.domain.Terms;
import org.placewell.evidence.Evidence;
import org.placewell.evidence.EvidenceStatus;
import org.placewell.evidence.RejectionReason;
import org.placewell.referral.Referrals;
import org.placewell.security.Actor;
import org.springframework.stereotype.Component;

/** What follows from a validator's decision: room under the caps, or the end of the claim. */
@Component
class Validating {

    private final ClaimStore store;
    private final Claiming claiming;
    private final Explanations explanations;
    private final Caps caps;
    private final CapNotices notices;
    private final Contracts contracts;
    private final Referrals referrals;
    private final Evidence evidence;
    private final AuditTrail audit;

    Validating(ClaimStore store, Claiming claiming, Explanations explanations, Caps caps, CapNotices notices, Contracts contracts,
            Referrals referrals, Evidence evidence, AuditTrail audit) {
        this.store = store;
        this.claiming = claiming;
        this.explanations = explanations;
        this.caps = caps;
        this.notices = notices;
        this.contracts = contracts;
        this.referrals = referrals;
        this.evidence = evidence;
        this.audit = audit;
    }

    /**
     * Prices a validated claim once more from the record as it stands, and reserves the amount under every cap. False when a
     * cap has no room, or when corrected facts no longer bear the claim.
     */
    boolean reserve(String claimRef) {
        var waiting = store.get(claimRef);
        caps.queue(waiting.contractRef());
        store.lockPerson(waiting.referralRef());
        var claim = store.lock(claimRef);
        if (claim.status() != ClaimStatus.OPEN) {
            return claim.status() == ClaimStatus.RESERVED || claim.status() == ClaimStatus.INSTRUCTED || claim.status() == ClaimStatus.PAID;
        }
        var terms = contracts.terms(claim.contractRef(), claim.contractVersion());
        var again = claiming.again(claim, referrals.get(claim.referralRef()), terms);
        if (!again.decision().isPayable()) {
            notices.notPayable(claim);
            close(claim, terms, ClaimStatus.NOT_PAYABLE, "claim.not-payable", "");
            return false;
        }
        if (!again.capped().isPayable()) {
            notices.capReached(claim);
            close(claim, terms, ClaimStatus.CAP_REACHED, "claim.cap-reached", String.join(" ", again.capped().reasons()));
            return false;
        }
        var full = caps.reserve(claim, terms, again.capped());
        if (full != null) {
            notices.capReached(claim);
            close(claim, terms, ClaimStatus.CAP_REACHED, "claim.cap-reached", full);
            return false;
        }
        accept(claim, terms, again.inputs(), again.capped());
        return true;
    }

    private void accept(Claim claim, Terms terms, Inputs inputs, Decision decision) {
        var participants = evidence.participants(claim.ref());
        participants.involved().forEach(name -> store.participant(claim.ref(), name, "RECORDER"));
        participants.validators().forEach(name -> store.participant(claim.ref(), name, "VALIDATOR"));
        var number = explanations.add(claim.ref(), inputs, decision);
        var from = decision.windowFrom() == null ? decision.windowTo() : decision.windowFrom();
        store.price(claim.ref(), decision.amount(), number, from, decision.windowTo());
        store.shares(claim.ref(), decision.shares());
        store.move(claim.ref(), ClaimStatus.RESERVED);
        audit.record(claim.referralRef(), Actor.system(), Area.MONEY, "claim.reserved", terms.key() + " " + claim.outcome(),
                claim.ref() + " " + decision.amount().amount() + "p");
    }

    private void close(Claim claim, Terms terms, ClaimStatus status, String action, String detail) {
        store.move(claim.ref(), status);
        audit.record(claim.referralRef(), Actor.system(), Area.MONEY, action, terms.key() + " " + claim.outcome(), (claim.ref() + " " + detail)
                .strip());
    }

    /** Ends a claim whose evidence was not enough or not in time. */
    void reject(String claimRef) {
        var claim = store.lock(claimRef);
        var status = evidence.get(claimRef).status();
        if (status != EvidenceStatus.CLOSED && status != EvidenceStatus.ACCEPTED) {
            evidence.close(claimRef, status == EvidenceStatus.REFUSED ? RejectionReason.DISPUTE_NOT_RAISED : RejectionReason.DEADLINE_PASSED,
                    Actor.system());
        }
        if (store.move(claimRef, ClaimStatus.REJECTED)) {
            caps.release(claimRef);
            audit.record(claim.referralRef(), Actor.system(), Area.MONEY, "claim.rejected", claim.contractRef() + "/v" + claim.contractVersion()
                    + " " + claim.outcome(),
                    claimRef);
        }
    }
}
