package org.placewell.triage.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.placewell.referral.Arrival;
import org.placewell.referral.Arrivals;
import org.placewell.referral.Referrals;
import org.placewell.referral.SelfReferrals;
import org.placewell.referral.Tracker;
import org.placewell.security.Actor;
import org.placewell.security.Actors;
import org.placewell.triage.PossibleDuplicate;
import org.placewell.triage.Surge;
import org.placewell.triage.Triage;
import org.placewell.triage.TriageDays;
import org.springframework.stereotype.Component;

/** What the forms of triage show beside the questions. */
@Component
class TriagePanel {

    private final Referrals referrals;
    private final Tracker tracker;
    private final Triage triage;
    private final Actors actors;
    private final Surge surge;
    private final SelfReferrals selfReferrals;
    private final TriageDays days;
    private final Arrivals arrivals;

    TriagePanel(Referrals referrals, Tracker tracker, Triage triage, Actors actors, Surge surge, SelfReferrals selfReferrals,
            TriageDays days, Arrivals arrivals) {
        this.days = days;
        this.arrivals = arrivals;
        this.referrals = referrals;
        this.tracker = tracker;
        this.triage = triage;
        this.actors = actors;
        this.surge = surge;
        this.selfReferrals = selfReferrals;
    }

    /** The titles of the services that earlier referrals were for, by reference. */
    Map<String, String> titles(List<PossibleDuplicate> found) {
        return found.stream().map(PossibleDuplicate::service).distinct().collect(Collectors.toMap(Function.identity(), tracker::title));
    }

    Map<String, Object> model(String ref, Actor actor) {
        var referral = referrals.visible(ref, actor);
        var model = new HashMap<String, Object>();
        model.put("referral", referral);
        model.put("health", referrals.health(ref, actor));
        model.put("service", tracker.title(referral.contractRef()));
        model.put("clinic", referrals.teamName(referral.clinicalTeam()));
        model.put("referrer", actors.nameOf(referral.referrer()));
        model.put("triage", triage.view(ref, actor));
        model.put("batch", surge.inBatch(ref));
        model.put("before", surge.before(ref));
        model.put("self", selfReferrals.find(ref).orElse(null));
        model.put("clock", triage.clock(ref));
        model.put("clockSentence", days.clockSentence(ref));
        model.put("teamSpeaks", arrivals.of(ref).filter(Arrival::teamSpeaks).isPresent());
        return model;
    }
}
