package org.placewell.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.placewell.security.Actors;
import org.placewell.shared.FieldError;
import org.placewell.shared.Problem;
import org.placewell.workflow.migration.Mapping;
import org.placewell.workflow.migration.MigrationPlans;
import org.placewell.workflow.migration.Report.CaseStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Running cases moved to another version of their model: choose, look, move, read what became of them, move back. For operators. */
@Controller
class MigrationPages {

    /** A step's partner is posted as {@code step.<old id>}. */
    private static final String STEP = "step.";
    private final MigrationPlans plans;
    private final Actors actors;

    MigrationPages(MigrationPlans plans, Actors actors) {
        this.plans = plans;
        this.actors = actors;
    }

    @GetMapping("/operator/migrations")
    String list(Model model) {
        model.addAttribute("models", plans.models(actors.current()));
        model.addAttribute("migrations", plans.recent(actors.current()));
        model.addAttribute("back", "/operator");
        model.addAttribute("wide", true);
        return "web/migrations";
    }

    @GetMapping("/operator/migrations/plan")
    String plan(@RequestParam Map<String, String> asked, Model model) {
        if (!asked.containsKey("process")) {
            return "redirect:/operator/migrations";
        }
        model.addAttribute("preview", plans.preview(asked.getOrDefault("process", ""), number(asked, "from"), number(asked, "to"), mapping(asked),
                actors.current()));
        model.addAttribute("reason", asked.getOrDefault("reason", ""));
        model.addAttribute("back", "/operator/migrations");
        model.addAttribute("wide", true);
        return "web/migration-plan";
    }

    @PostMapping("/operator/migrations")
    String start(@RequestParam Map<String, String> posted, Model model, HttpServletResponse response, RedirectAttributes flash) {
        try {
            long id = plans.start(posted.getOrDefault("process", ""), number(posted, "from"), number(posted, "to"), mapping(posted),
                    posted.get("reason"), actors.current());
            flash.addFlashAttribute("notice", "The cases are being moved. This goes on by itself, also when you leave the page");
            return "redirect:/operator/migrations/" + id;
        } catch (Problem.Stale | Problem.NotFound | Problem.Forbidden refusal) {
            throw refusal;
        } catch (Problem problem) {
            response.setStatus(422);
            model.addAttribute("errors", List.of(FieldError.of(problem)));
            model.addAttribute("wrong", problem.field());
            return plan(posted, model);
        }
    }

    @GetMapping("/operator/migrations/{id}")
    String report(@PathVariable long id, Model model) {
        var report = plans.report(id, actors.current());
        model.addAttribute("report", report);
        model.addAttribute("startedBy", actors.nameOf(report.startedBy()));
        model.addAttribute("undoneBy", report.undoneBy() == null ? null : actors.nameOf(report.undoneBy()));
        model.addAttribute("outcomes", CaseStatus.values());
        model.addAttribute("back", "/operator/migrations");
        return "web/migration";
    }

    @PostMapping("/operator/migrations/{id}/undo")
    String undo(@PathVariable long id, RedirectAttributes flash) {
        plans.undo(id, actors.current());
        flash.addFlashAttribute("notice", "The cases are being moved back. Those that have gone on since stay where they are");
        return "redirect:/operator/migrations/" + id;
    }

    private static Mapping mapping(Map<String, String> posted) {
        var steps = new TreeMap<String, String>();
        posted.forEach((name, value) -> {
            if (name.startsWith(STEP) && !value.isBlank()) {
                steps.put(name.substring(STEP.length()), value);
            }
        });
        return new Mapping(steps);
    }

    private static int number(Map<String, String> posted, String name) {
        var text = posted.getOrDefault(name, "");
        if (!text.matches("\\d{1,6}")) {
            throw new Problem.NotFound("this version of the model");
        }
        return Integer.parseInt(text);
    }
}
