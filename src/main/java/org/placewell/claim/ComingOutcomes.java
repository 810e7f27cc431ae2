package org.placewell.claim;

import java.util.ArrayList;
import java.util.List;
import org.placewell.contract.Contracts;
import org.placewell.contract.domain.Calculator;
import org.placewell.contract.domain.Decision;
import org.placewell.contract.domain.Uses;
import org.placewell.evidence.OutcomesAhead;
import org.placewell.referral.Referrals;
import org.placewell.shared.MovableClock;
import org.springframework.stereotype.Component;

/** Asks the calculator which outcomes of a person are still to come, as the facts stand today. */
@Component
class ComingOutcomes implements OutcomesAhead {

    private final Referrals referrals;
    private final Contracts contracts;
    private final FactReader reader;
    private final ClaimStore store;
    private final Claiming claiming;
    private final MovableClock clock;
    private final Elsewhere elsewhere;

    ComingOutcomes(Referrals referrals, Contracts contracts, FactReader reader, ClaimStore store, Claiming claiming, MovableClock clock,
            Elsewhere elsewhere) {
        this.elsewhere = elsewhere;
        this.referrals = referrals;
        this.contracts = contracts;
        this.reader = reader;
        this.store = store;
        this.claiming = claiming;
        this.clock = clock;
    }

    @Override
    public List<Ahead> of(String referralRef) {
        var referral = referrals.get(referralRef);
        // What is reached from now on is priced by the newest version that governs the referral.
        var terms = contracts.variations(referral.contractRef(), referral.contractVersion(), clock.today()).newest();
        var facts = reader.facts(referral, clock.today());
        var claims = store.ofPerson(referral.contractRef(), referral.person().id());
        var ahead = new ArrayList<Ahead>();
        var before = elsewhere.of(referral, terms, facts);
        for (var rule : terms.outcomes()) {
            var claimed = Elsewhere.both(before, Usage.claimed(claims, referralRef, claim -> claiming.rulesOut(claim, rule)));
            for (var decision : Calculator.decideAll(terms, rule.code(), facts, Uses.alone(claimed))) {
                if (decision.kind() == Decision.Kind.NOT_YET) {
                    var from = decision.windowFrom();
                    ahead.add(new Ahead(terms, rule, decision, from == null ? List.of()
                            : EvidenceOpening.jobs(decision.occurrence(), from, clock.today(), facts)));
                }
            }
        }
        return ahead;
    }
}
