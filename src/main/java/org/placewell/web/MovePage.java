package org.placewell.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.placewell.security.Actor;
import org.placewell.security.Actors;
import org.placewell.security.Role;
import org.placewell.shared.FieldError;
import org.placewell.shared.Problem;
import org.placewell.workflow.Escalations;
import org.placewell.workflow.FormShelf;
import org.placewell.workflow.TaskDesk;
import org.placewell.workflow.TaskMoves;
import org.placewell.workflow.WorkItem;
import org.placewell.workflow.WorkItems;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Puts a task off to a later day, hands it to a colleague, or brings it before whoever is next up. */
@Controller
class MovePage {

    private final WorkItems items;
    private final TaskDesk desk;
    private final TaskMoves moves;
    private final Escalations escalations;
    private final FormShelf shelf;
    private final Actors actors;

    MovePage(WorkItems items, TaskDesk desk, TaskMoves moves, Escalations escalations, FormShelf shelf, Actors actors) {
        this.items = items;
        this.desk = desk;
        this.moves = moves;
        this.escalations = escalations;
        this.shelf = shelf;
        this.actors = actors;
    }

    @GetMapping("/tasks/{taskId}/move")
    String ask(@PathVariable String taskId, Model model) {
        var actor = actors.current();
        var item = items.movable(taskId, actor).orElseThrow(() -> desk.refusal(taskId, actor));
        model.addAttribute("item", item);
        model.addAttribute("task", shelf.wordsOf(taskId, item.taskKey(), item.processKey()).name());
        model.addAttribute("colleagues", moves.colleagues(item, actor));
        model.addAttribute("about", about(item, actor));
        model.addAttribute("nextUp", escalations.next(item, actor).label().toLowerCase(java.util.Locale.UK));
        model.addAttribute("back", items.open(taskId, actor).isPresent() ? "/tasks/" + taskId : "/inbox/team");
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", Map.of());
        }
        return "web/move";
    }

    /** What the task is about, for whoever may read the case; whoever manages a contract has no part in it: the reference has to do. */
    private String about(WorkItem item, Actor actor) {
        if (items.open(item.taskId(), actor).isPresent() || items.led(actor).stream().anyMatch(one -> one.taskId().equals(item.taskId()))) {
            return item.summary();
        }
        return escalations.of(actor).stream().filter(one -> one.taskId().equals(item.taskId()) && !one.about().isBlank())
                .map(Escalations.Escalated::about).findFirst().orElse(item.caseRef());
    }

    @PostMapping("/tasks/{taskId}/move")
    String move(@PathVariable String taskId, @RequestParam Map<String, String> posted, Model model, HttpServletResponse response,
            RedirectAttributes flash) {
        var actor = actors.current();
        var role = items.movable(taskId, actor).map(item -> item.role().name()).orElse("");
        try {
            if ("putOff".equals(posted.get("_action"))) {
                moves.putOff(taskId, day(posted), posted.get("putOffReason"), actor);
                flash.addFlashAttribute("notice", "The task is put off. Find it under “Put off” until then");
            } else if ("handOver".equals(posted.get("_action"))) {
                var colleague = posted.getOrDefault("colleague", "");
                if (colleague.isEmpty()) {
                    throw Problem.at("colleague", "required", "Choose who should have the task");
                }
                moves.handOver(taskId, colleague.equals("-everyone") ? "" : colleague, posted.get("handOverReason"), actor);
                flash.addFlashAttribute("notice", "The task is handed over");
            } else if ("escalate".equals(posted.get("_action"))) {
                escalations.escalate(taskId, posted.get("escalateReason"), actor);
                flash.addFlashAttribute("notice", "The task is escalated. It stays in its list until somebody does it or hands it over");
            } else {
                throw Problem.of("action", "Choose what to do with the task");
            }
            return actor.has(Role.TEAM_LEADER) && "SPECIALIST".equals(role) ? "redirect:/inbox/team" : "redirect:/inbox";
        } catch (Problem.Stale | Problem.NotFound | Problem.Forbidden refusal) {
            throw refusal;
        } catch (Problem problem) {
            response.setStatus(422);
            model.addAttribute("errors", List.of(FieldError.of(problem)));
            model.addAttribute("wrong", problem.field());
            model.addAttribute("typed", posted);
            return ask(taskId, model);
        }
    }

    private static LocalDate day(Map<String, String> posted) {
        try {
            return LocalDate.of(number(posted.get("until-year")), number(posted.get("until-month")), number(posted.get("until-day")));
        } catch (DateTimeException e) {
            throw new Problem("date", "until-day", "Enter a real date, like 27 3 2026");
        }
    }

    private static int number(String text) {
        return text != null && text.strip().matches("\\d{1,4}") ? Integer.parseInt(text.strip()) : -1;
    }
}
