package org.placewell.claim;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.ledger.MoneyScope;
import org.placewell.security.Actor;
import org.placewell.shared.Problem;
import org.placewell.shared.References;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is owed beside the claims: fees by the terms, and what one person proposes and another decides. The second door of the
 * room of claims; statements take charges as they take claims.
 */
@Service
@Transactional
public class Charges {

    private final ChargeStore store;
    private final Fees fees;
    private final MoneyScope scope;
    private final References references;
    private final AuditTrail audit;

    Charges(ChargeStore store, Fees fees, MoneyScope scope, References references, AuditTrail audit) {
        this.store = store;
        this.fees = fees;
        this.scope = scope;
        this.references = references;
        this.audit = audit;
    }

    /**
     * Proposes a charge; nobody owes it before a second person has decided.
     *
     * @return its reference
     * @throws Problem {@code charged} when the same thing is charged already, {@code period-closed} when its month is closed
     */
    public String propose(Charge.Proposal proposal, Actor actor) {
        var closed = store.closedUntil(proposal.contractRef());
        if (closed.isPresent() && !proposal.period().isAfter(closed.get())) {
            throw Problem.at("period", "period-closed", "This contract is closed up to " + closed.get() + ". Choose a later month");
        }
        if (proposal.amount().isZero()) {
            throw Problem.at("amount", "nothing", "Enter an amount that is not zero");
        }
        var ref = references.charge();
        if (!store.add(ref, proposal, ChargeStatus.PROPOSED, actor.username())) {
            throw Problem.of("charged", "This has been charged already: it is in the list of charges");
        }
        audit.record(ref, actor, Area.MONEY, "charge.proposed", proposal.contractRef() + "/v" + proposal.contractVersion(), proposal.kind() + " "
                + proposal.amount().amount() + "p " + proposal.period());
        return ref;
    }

    /**
     * Decides on a charge that somebody else has proposed.
     *
     * @throws Problem {@code four-eyes} when it is the actor's own proposal
     */
    public void decide(String chargeRef, boolean approve, Actor actor) {
        var charge = get(chargeRef, actor);
        if (charge.recordedBy().equals(actor.username())) {
            throw Problem.of("four-eyes", "You proposed this charge, so somebody else in finance decides: "
                    + scope.others(charge.contractRef(), Set.of(actor.username())));
        }
        if (!store.decide(chargeRef, approve ? ChargeStatus.APPROVED : ChargeStatus.REFUSED, actor.username())) {
            throw new Problem.Stale("This charge is '" + charge.status().label() + "': it has been decided");
        }
        audit.record(chargeRef, actor, Area.MONEY, approve ? "charge.approved" : "charge.refused", "two people", charge.contractRef());
    }

    /** One charge, for finance of its contract. */
    public Charge get(String chargeRef, Actor actor) {
        var charge = store.find(chargeRef).orElseThrow(() -> new Problem.NotFound("this charge"));
        scope.requireFinance(charge.contractRef(), "this charge", actor);
        return charge;
    }

    /** The charges of a contract, newest first, for its finance. */
    public List<Charge> of(String contractRef, Actor actor) {
        scope.requireFinance(contractRef, "this contract", actor);
        return store.of(contractRef);
    }

    /** Whether the same thing is charged already. */
    public boolean isCharged(String key) {
        return store.exists(key);
    }

    /** The last closed month of a contract; empty while none is closed. */
    public Optional<YearMonth> closedUntil(String contractRef) {
        return store.closedUntil(contractRef);
    }

    /** The fees that the terms say are due up to a month and that are not recorded yet, oldest first. */
    public List<Charge.Proposal> feesToCome(String contractRef, YearMonth until) {
        return fees.due(contractRef, until);
    }

    /** Records the fees that are due up to a month; a second call adds nothing. */
    public void recordFees(String contractRef, YearMonth until) {
        for (var fee : fees.due(contractRef, until)) {
            var ref = references.charge();
            if (store.add(ref, fee, ChargeStatus.APPROVED, Actor.system().username())) {
                audit.record(ref, Actor.system(), Area.MONEY, "charge.fee", fee.contractRef() + "/v" + fee.contractVersion(), fee.key() + " "
                        + fee.amount().amount() + "p");
            }
        }
    }
}
