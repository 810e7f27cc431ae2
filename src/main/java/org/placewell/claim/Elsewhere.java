package org.placewell.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.placewell.contract.domain.Calculator;
import org.placewell.contract.domain.Decision;
import org.placewell.contract.domain.Facts;
import org.placewell.contract.domain.OutcomeRule;
import org.placewell.contract.domain.Terms;
import org.placewell.contract.domain.Uses;
import org.placewell.contract.domain.Uses.Claimed;
import org.placewell.referral.Arrivals;
import org.placewell.referral.ReferralView;
import org.springframework.stereotype.Component;

/**
 * What a person who was brought in had reached before: it counts as claimed by the service that had the person then, so that it is
 * neither claimed once more nor leaves room for what may not be claimed beside it.
 */
@Component
class Elsewhere {

    private final Arrivals arrivals;

    Elsewhere(Arrivals arrivals) {
        this.arrivals = arrivals;
    }

    /** The outcomes reached before the day from which outcomes are claimed here; none for a referral that began here. */
    List<Claimed> of(ReferralView referral, Terms terms, Facts facts) {
        var arrival = arrivals.of(referral.ref());
        if (arrival.isEmpty()) {
            return List.of();
        }
        var all = new ArrayList<Claimed>();
        terms.outcomes().forEach(rule -> all.addAll(reached(terms, rule, facts, arrival.get().claimsFrom())));
        return all;
    }

    /** Pure: the times that one outcome was reached before a day. */
    static List<Claimed> reached(Terms terms, OutcomeRule rule, Facts facts, LocalDate before) {
        var reached = new ArrayList<Claimed>();
        int known;
        do {
            known = reached.size();
            for (var decision : Calculator.decideAll(terms, rule.code(), facts, Uses.alone(reached))) {
                boolean there = decision.kind() != Decision.Kind.NOT_YET && decision.windowTo() != null;
                if (there && decision.windowTo().isBefore(before)) {
                    reached.add(new Claimed(rule.code(), decision.occurrence(), true, decision.windowTo()));
                }
            }
            // A rule that pays again after so many months may have been reached more than once.
        } while (rule.oncePer() == OutcomeRule.OncePer.MONTHS && reached.size() > known);
        return reached;
    }

    /** Both lists in one. */
    static List<Claimed> both(List<Claimed> elsewhere, List<Claimed> here) {
        var all = new ArrayList<>(elsewhere);
        all.addAll(here);
        return all;
    }
}
