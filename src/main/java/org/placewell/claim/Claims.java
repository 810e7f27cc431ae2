package org.placewell.claim;

import java.util.Collection;
import java.util.List;
import org.placewell.ledger.Ledger;
import org.placewell.security.Actor;
import org.placewell.security.Role;
import org.placewell.shared.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Claims: the room's only door. They open by themselves when facts change and end in room under the caps or without payment;
 * statements ask for their money, reversals take it back. Reading takes the actor and finds only what that person may see.
 */
@Service
@Transactional
public class Claims {

    private final ClaimReader claims;
    private final Validating validating;
    private final Reversals reversals;
    private final Caps caps;
    private final CapNotices notices;
    private final Paying paying;
    private final ClaimStore store;
    private final Ledger ledger;
    private final Breaches breaches;
    private final Correcting correcting;
    private final FirstDays firstDays;

    Claims(ClaimReader claims, Validating validating, Reversals reversals, Caps caps, CapNotices notices, Paying paying,
            ClaimStore store, Ledger ledger, Breaches breaches, Correcting correcting, FirstDays firstDays) {
        this.firstDays = firstDays;
        this.claims = claims;
        this.validating = validating;
        this.reversals = reversals;
        this.caps = caps;
        this.notices = notices;
        this.paying = paying;
        this.store = store;
        this.ledger = ledger;
        this.breaches = breaches;
        this.correcting = correcting;
    }

    /** One claim that the actor may see: own caseload, own team, or a contract the actor validates or pays for. */
    public ClaimView visible(String claimRef, Actor actor) {
        return claims.visible(claimRef, actor);
    }

    /** A variation of the contract found the referral open: it is looked at again under the new terms. Done twice it has one effect. */
    public void variationBegan(String referralRef) {
        firstDays.look(referralRef);
    }

    /** The referrals that a variation should have reached by now, and for which no look could be begun; for an operator. */
    public List<String> looksNotBegun(Actor actor) {
        actor.require(Role.OPERATOR);
        return firstDays.notBegun();
    }

    /**
     * Begins them now, each in a transaction of its own.
     *
     * @return how many were begun
     * @throws Problem saying how many could not be begun, and the kind of the first failure; the others were
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public int beginLooks(Actor actor) {
        actor.require(Role.OPERATOR);
        try {
            return firstDays.begin();
        } catch (FirstDays.NotBegun e) {
            throw (Problem) Problem.of("not-begun", "Some could not be begun and stay in the list, the others were. The kind of failure: "
                    + e.getCause().getClass().getSimpleName() + ". Put right what is wrong and try again").initCause(e);
        }
    }

    /** One claim, for service tasks and rooms that have checked the right to see it. */
    public ClaimView get(String claimRef) {
        return claims.get(claimRef);
    }

    /** The claims the actor may see, newest first, without their shares. */
    public List<ClaimView> list(ClaimFilter filter, Actor actor) {
        return claims.list(filter, actor);
    }

    /** The claims of a referral, oldest first; the caller has checked the right to see the referral. */
    public List<ClaimView> ofReferral(String referralRef) {
        return claims.ofReferral(referralRef);
    }

    /** Why the claim is worth what it is; the facts only for those who may see the person's record. */
    public ClaimExplanation explanation(String claimRef, Actor actor) {
        return claims.explanation(claimRef, actor);
    }

    /** Reserves a validated claim's amount under every cap; false when there is no room or the facts no longer bear it. Repeatable. */
    public boolean reserveAmount(String claimRef) {
        return validating.reserve(claimRef);
    }

    /** Ends a claim whose evidence was not enough or not in time. Repeatable. */
    public void rejectClaim(String claimRef) {
        validating.reject(claimRef);
    }

    /** Asks for the reversal of a claim whose sample check failed; somebody in finance decides. Repeatable. */
    public void reverseAfterSample(String claimRef) {
        reversals.afterSample(claimRef);
    }

    /** Makes everybody else who takes room under the contract's caps wait until the transaction ends. */
    public void queueForCaps(String contractRef) {
        caps.queue(contractRef);
    }

    /** A payer was asked to pay its shares, as the ledger says: room under the caps is posted; instructed once all are asked. Repeatable. */
    public void payerAsked(Collection<String> claimRefs, String payer, String statementRef) {
        paying.asked(claimRefs, payer, statementRef);
    }

    /** Money has come in for a claim, and the ledger says so: paid once every payer has paid. Repeatable. */
    public void moneyIn(String claimRef) {
        paying.paid(claimRef);
    }

    /** Asks to take a claim's money back; somebody else in finance decides. @param reason a code of the form's list */
    public void requestReversal(String claimRef, String reason, String note, Actor actor) {
        reversals.request(claimRef, reason, note, actor);
    }

    /** The record that claims rest on was corrected: those not asked for yet give way, of the others finance is asked to take the money back. */
    public void afterCorrection(String referralRef, Actor actor) {
        correcting.after(referralRef, actor);
    }

    /** Whoever corrected a record is named on the claims that rest on it, and so has no say in their payment. */
    public void nameCorrector(String referralRef, String username) {
        correcting.name(referralRef, username);
    }

    /** Decides on a reversal that somebody else has asked for. */
    public void decideReversal(String claimRef, boolean approve, Actor actor) {
        reversals.decide(claimRef, approve, actor);
    }

    /** The reversals asked for, oldest first, of a claim the actor may see. */
    public List<ReversalView> reversals(String claimRef, Actor actor) {
        claims.visible(claimRef, actor);
        return reversals.of(claimRef);
    }

    /** The reversals under the contracts whose money the actor handles that wait for a second person, oldest first. */
    public List<ReversalView> reversalsWaiting(Actor actor) {
        return reversals.waiting(actor);
    }

    /** Outcomes reached when a cap had no room, with no claim since, that concern the actor's people, team or contracts; newest first. */
    public List<OutcomeWithoutRoom> withoutRoom(Actor actor) {
        return notices.list(actor);
    }

    /** The caps of a contract and what is used of them. */
    public List<CapView> caps(String contractRef) {
        return caps.of(contractRef);
    }

    /** What was claimed and paid under a contract. */
    public ClaimTotals totals(String contractRef) {
        return new ClaimTotals(store.totals(contractRef), ledger.totals(contractRef));
    }

    /**
     * Every breach of the laws of money that claims can show, in words; empty when all is well: outcomes claimed twice, claims and
     * ledger that differ, amounts that do not recompute, caps passed.
     */
    @Transactional(readOnly = true)
    public List<String> breaches() {
        return breaches.all();
    }
}
