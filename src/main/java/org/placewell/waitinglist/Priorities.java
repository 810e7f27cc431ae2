package org.placewell.waitinglist;

import java.util.Map;
import org.placewell.contract.Contracts;
import org.placewell.referral.ReferralView;
import org.placewell.workflow.Decisions;
import org.springframework.stereotype.Component;

/** Asks the decision table how soon someone should be helped. */
@Component
class Priorities {

    private final Decisions decisions;
    private final Contracts contracts;

    Priorities(Decisions decisions, Contracts contracts) {
        this.contracts = contracts;
        this.decisions = decisions;
    }

    /** @return priority 1 to 4, rule and reason of {@code waiting-priority.dmn} */
    Map<String, Object> of(ReferralView referral, boolean returning) {
        return ask(referral, returning, referral.need());
    }

    /** The priority that the person would have with another grade of support than their own. */
    int with(String need, ReferralView referral, boolean returning) {
        return (int) ask(referral, returning, need).get("priority");
    }

    private Map<String, Object> ask(ReferralView referral, boolean returning, String need) {
        return decisions.ask("waiting-priority", Map.of("jobSoon", referral.work().jobSoon(), "returning", returning,
                "jobAtRisk", contracts.terms(referral.contractRef(), referral.contractVersion()).jobAtRisk(referral.work().outOfWork()),
                "need", need == null ? "medium" : need));
    }
}
