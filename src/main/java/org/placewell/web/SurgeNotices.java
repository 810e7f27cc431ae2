package org.placewell.web;

import java.util.List;
import org.placewell.referral.Referrals;
import org.placewell.referral.Tracker;
import org.placewell.security.Actor;
import org.placewell.security.Role;
import org.placewell.shared.Words;
import org.placewell.triage.Surge;
import org.springframework.stereotype.Component;

/** Tells a team leader, where their work begins, that referrals come faster than a contract expects. */
@Component
class SurgeNotices {

    private final Surge surge;
    private final Tracker tracker;
    private final Referrals referrals;

    SurgeNotices(Surge surge, Tracker tracker, Referrals referrals) {
        this.surge = surge;
        this.tracker = tracker;
        this.referrals = referrals;
    }

    /** One sentence for each surge of the actor's teams; none for whoever leads no team. */
    List<String> of(Actor actor) {
        if (!actor.has(Role.TEAM_LEADER)) {
            return List.of();
        }
        return surge.now(actor).stream().map(one -> "Surge: " + Words.count(one.arrived(), "referral") + " to " + tracker.title(one.contractRef())
                + " in seven days; no more than " + one.threshold() + " are expected. " + referrals.teamName(one.team())
                + " decides them in batches, in the order in which they were made.").toList();
    }
}
