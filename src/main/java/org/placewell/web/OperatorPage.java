package org.placewell.web;

import org.placewell.claim.Claims;
import org.placewell.security.Actors;
import org.placewell.workflow.Incidents;
import org.placewell.workflow.WorkItems;
import org.placewell.workflow.WorkListRebuild;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What runs by itself, what has failed and why, and the buttons to try again. No case content. */
@Controller
class OperatorPage {

    private final Incidents incidents;
    private final WorkListRebuild workList;
    private final WorkItems items;
    private final Claims claims;
    private final Actors actors;

    OperatorPage(Incidents incidents, WorkListRebuild workList, WorkItems items, Claims claims, Actors actors) {
        this.incidents = incidents;
        this.workList = workList;
        this.items = items;
        this.claims = claims;
        this.actors = actors;
    }

    @GetMapping("/operator")
    String show(Model model) {
        var open = incidents.open();
        model.addAttribute("incidents", open);
        model.addAttribute("steps", open.stream().map(Incidents.Incident::activity).distinct().sorted().toList());
        model.addAttribute("health", incidents.health());
        model.addAttribute("differences", workList.differences());
        model.addAttribute("nobodys", items.nobodys());
        model.addAttribute("notBegun", claims.looksNotBegun(actors.current()));
        model.addAttribute("wide", true);
        return "web/operator";
    }

    @PostMapping("/operator/retry")
    String retry(@RequestParam(defaultValue = "") String job, @RequestParam(defaultValue = "") String step, RedirectAttributes flash) {
        var actor = actors.current();
        int count = 1;
        if (job.isEmpty()) {
            count = incidents.retryAll(step, actor);
        } else {
            incidents.retry(job, actor);
        }
        flash.addFlashAttribute("notice", count == 1 ? "One job will run again within seconds" : count + " jobs will run again within seconds");
        return "redirect:/operator";
    }

    @PostMapping("/operator/first-days")
    String firstDays(RedirectAttributes flash) {
        int begun = claims.beginLooks(actors.current());
        flash.addFlashAttribute("notice", begun == 1 ? "One look was begun" : begun + " looks were begun");
        return "redirect:/operator";
    }

    @PostMapping("/operator/work-list")
    String rebuild(RedirectAttributes flash) {
        flash.addFlashAttribute("notice", "The work list agrees with the engine again: " + workList.rebuild(actors.current()) + " lines put right");
        return "redirect:/operator";
    }
}
