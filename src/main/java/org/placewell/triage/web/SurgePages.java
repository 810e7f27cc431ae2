package org.placewell.triage.web;

import org.placewell.referral.Referrals;
import org.placewell.referral.Tracker;
import org.placewell.security.Actors;
import org.placewell.triage.Surge;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Whether referrals come faster than the contract expects, and the batches in which they are decided. */
@Controller
class SurgePages {

    private final Surge surge;
    private final Tracker tracker;
    private final Referrals referrals;
    private final Actors actors;

    SurgePages(Surge surge, Tracker tracker, Referrals referrals, Actors actors) {
        this.surge = surge;
        this.tracker = tracker;
        this.referrals = referrals;
        this.actors = actors;
    }

    @GetMapping("/triage")
    String triage(Model model) {
        model.addAttribute("groups", surge.views(actors.current()).stream()
                .map(view -> new Group(tracker.title(view.contractRef()), referrals.teamName(view.team()), view)).toList());
        model.addAttribute("wide", true);
        return "triage/batches";
    }

    /** One contract and team. */
    record Group(String contract, String team, org.placewell.triage.SurgeView view) {}
}
