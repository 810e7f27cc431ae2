package org.placewell.jobsearch.web;

import org.placewell.jobsearch.AppointmentView;
import org.placewell.jobsearch.Continuity;
import org.placewell.jobsearch.JobSearch;
import org.placewell.referral.Referrals;
import org.placewell.security.Actors;
import org.placewell.shared.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The summary that goes to the next service, on one page to print; no clinical text and no money. */
@Controller
class HandoverPage {

    private final Continuity continuity;
    private final JobSearch jobSearch;
    private final Referrals referrals;
    private final Actors actors;

    HandoverPage(Continuity continuity, JobSearch jobSearch, Referrals referrals, Actors actors) {
        this.continuity = continuity;
        this.jobSearch = jobSearch;
        this.referrals = referrals;
        this.actors = actors;
    }

    @GetMapping("/clients/{ref}/handover")
    String handover(@PathVariable String ref, Model model) {
        var referral = referrals.visible(ref, actors.current());
        var handover = continuity.handover(ref).orElseThrow(() -> new Problem.NotFound("this handover"));
        model.addAttribute("client", referral);
        model.addAttribute("handover", handover);
        model.addAttribute("by", actors.nameOf(handover.by()));
        model.addAttribute("profile", jobSearch.profile(ref).orElse(null));
        model.addAttribute("jobs", jobSearch.jobs(ref));
        model.addAttribute("advice", jobSearch.advice(ref));
        model.addAttribute("attended", jobSearch.appointments(ref).stream().filter(AppointmentView::attended).count());
        model.addAttribute("back", "/clients/" + ref);
        return "jobsearch/handover";
    }
}
