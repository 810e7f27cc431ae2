package org.placewell.triage.web;

import java.util.function.Function;
import java.util.stream.Collectors;
import org.placewell.referral.Tracker;
import org.placewell.security.Actors;
import org.placewell.triage.TrialLine;
import org.placewell.triage.Trials;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How trials stand, in numbers. */
@Controller
class TrialPages {

    private final Trials trials;
    private final Tracker tracker;
    private final Actors actors;

    TrialPages(Trials trials, Tracker tracker, Actors actors) {
        this.trials = trials;
        this.tracker = tracker;
        this.actors = actors;
    }

    @GetMapping("/trials")
    String trials(Model model) {
        var lines = trials.lines(actors.current());
        model.addAttribute("lines", lines);
        model.addAttribute("titles", lines.stream().map(TrialLine::contractRef).distinct().collect(Collectors.toMap(Function.identity(),
                tracker::title)));
        return "triage/trials";
    }
}
