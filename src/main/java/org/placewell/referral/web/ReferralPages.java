package org.placewell.referral.web;

import org.placewell.referral.Referrals;
import org.placewell.referral.SelfReferrals;
import org.placewell.referral.Tracker;
import org.placewell.security.Actors;
import org.placewell.shared.MovableClock;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A clinician's own referrals and what became of them. */
@Controller
class ReferralPages {

    private final Referrals referrals;
    private final Tracker tracker;
    private final Actors actors;
    private final SelfReferrals selfReferrals;

    ReferralPages(Referrals referrals, Tracker tracker, Actors actors, SelfReferrals selfReferrals) {
        this.referrals = referrals;
        this.tracker = tracker;
        this.actors = actors;
        this.selfReferrals = selfReferrals;
    }

    @GetMapping("/referrals")
    String mine(@RequestParam(defaultValue = "1") String page, Model model) {
        int number = page.matches("[1-9]\\d{0,3}") ? Integer.parseInt(page) : 1;
        var lines = tracker.mine(number, actors.current());
        model.addAttribute("lines", lines);
        model.addAttribute("page", number);
        model.addAttribute("more", lines.size() == 50);
        model.addAttribute("wide", true);
        return "referral/mine";
    }

    @GetMapping("/referrals/{ref}")
    String one(@PathVariable String ref, Model model) {
        var me = actors.current();
        model.addAttribute("line", tracker.one(ref, me));
        model.addAttribute("steps", referrals.steps(ref, me).stream()
                .map(step -> new Step(step.at().atZone(MovableClock.LONDON).toLocalDate(), step.status().label(), actors.nameOf(step.actor())))
                .toList());
        model.addAttribute("outlastsDischarge", referrals.supportOutlastsDischarge(ref));
        model.addAttribute("team", referrals.teamName(referrals.visible(ref, me).team()));
        model.addAttribute("toConfirm", selfReferrals.find(ref).filter(one -> one.isOpen()).isPresent());
        model.addAttribute("back", "/referrals");
        return "referral/one";
    }

    @GetMapping("/referrals/{ref}/sent")
    String sent(@PathVariable String ref, Model model) {
        model.addAttribute("line", tracker.one(ref, actors.current()));
        return "referral/sent";
    }

    /** One line of the history. */
    record Step(java.time.LocalDate on, String what, String who) {}
}
