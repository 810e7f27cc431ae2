package org.placewell.waitinglist;

import java.util.Map;
import org.placewell.referral.ReferralView;
import org.placewell.workflow.Decisions;
import org.springframework.stereotype.Component;

/** Asks the decision table how soon someone should be helped. */
@Component
class Priorities {

    private final Decisions decisions;

    Priorities(Decisions decisions) {
        this.decisions = decisions;
    }

    /** @return priority 1 to 4, rule and reason of {@code waiting-priority.dmn} */
    Map<String, Object> of(ReferralView referral, boolean returning) {
        return decisions.ask("waiting-priority", Map.of("jobSoon", referral.work().jobSoon(), "returning", returning,
                "need", referral.need() == null ? "medium" : referral.need()));
    }
}
