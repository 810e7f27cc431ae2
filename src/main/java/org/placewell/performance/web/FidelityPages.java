package org.placewell.performance.web;

import org.placewell.performance.Fidelity;
import org.placewell.performance.FidelityItem;
import org.placewell.security.Actors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The fidelity reviews of employment teams: for team leaders and contract managers. */
@Controller
class FidelityPages {

    private final Fidelity fidelity;
    private final Actors actors;

    FidelityPages(Fidelity fidelity, Actors actors) {
        this.fidelity = fidelity;
        this.actors = actors;
    }

    @GetMapping("/fidelity")
    String teams(Model model) {
        model.addAttribute("teams", fidelity.teams(actors.current()));
        return "performance/fidelity-teams";
    }

    @GetMapping("/fidelity/{team}")
    String team(@PathVariable String team, Model model) {
        var me = actors.current();
        model.addAttribute("team", fidelity.team(team, me));
        model.addAttribute("reviews", fidelity.reviews(team, me));
        model.addAttribute("chart", fidelity.chart(team, me));
        model.addAttribute("measures", fidelity.measured(team, me));
        model.addAttribute("back", "/fidelity");
        return "performance/fidelity-team";
    }

    @GetMapping("/fidelity/{team}/reviews/{id:\\d{1,18}}")
    String review(@PathVariable String team, @PathVariable long id, Model model) {
        var me = actors.current();
        var review = fidelity.review(id, me);
        model.addAttribute("team", fidelity.team(review.team(), me));
        model.addAttribute("review", review);
        model.addAttribute("groups", FidelityItem.Group.values());
        model.addAttribute("back", "/fidelity/" + review.team());
        model.addAttribute("wide", true);
        return "performance/fidelity-review";
    }
}
