package org.placewell.intake.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.placewell.intake.Column;
import org.placewell.intake.ImportStatus;
import org.placewell.intake.Intake;
import org.placewell.intake.RowStatus;
import org.placewell.security.Actors;
import org.placewell.security.Role;
import org.placewell.shared.FieldError;
import org.placewell.shared.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Bringing people in: the template, the file, what is wrong with it, how far it has come. */
@Controller
class IntakePages {

    /** Seconds after which the page of a running import loads itself again. */
    private static final String AGAIN = "5";

    private final Intake intake;
    private final Actors actors;

    IntakePages(Intake intake, Actors actors) {
        this.intake = intake;
        this.actors = actors;
    }

    @GetMapping("/intake")
    String start(Model model) {
        var actor = actors.current();
        model.addAttribute("columns", Column.values());
        model.addAttribute("ways", intake.ways(actor));
        model.addAttribute("files", intake.mine(actor));
        model.addAttribute("wide", true);
        return "intake/start";
    }

    @GetMapping("/intake/template.csv")
    ResponseEntity<byte[]> templateCsv() {
        return intake.template(false).answer();
    }

    @GetMapping("/intake/template.xlsx")
    ResponseEntity<byte[]> templateExcel() {
        return intake.template(true).answer();
    }

    @PostMapping("/intake")
    String send(@RequestParam(required = false) MultipartFile file, Model model, HttpServletResponse response) throws IOException {
        try {
            if (file == null || file.getOriginalFilename() == null || file.getOriginalFilename().isBlank()) {
                throw Problem.at("file", "missing", "Choose the file that you filled in");
            }
            return "redirect:/intake/" + intake.upload(file.getOriginalFilename(), file.getBytes(), actors.current());
        } catch (Problem problem) {
            if (problem.field().isEmpty()) {
                throw problem;
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("errors", List.of(FieldError.of(problem)));
            return start(model);
        }
    }

    @GetMapping("/intake/{ref}")
    String one(@PathVariable String ref, Model model, HttpServletResponse response) {
        var actor = actors.current();
        var file = intake.one(ref, actor);
        model.addAttribute("file", file);
        model.addAttribute("wrong", intake.rows(ref, Set.of(RowStatus.WRONG, RowStatus.FAILED), Intake.SHOWN, actor));
        model.addAttribute("ask", intake.rows(ref, Set.of(RowStatus.ASK), Intake.DECIDED, actor));
        model.addAttribute("brought", intake.rows(ref, Set.of(RowStatus.DONE), Intake.SHOWN, actor));
        model.addAttribute("preview", intake.preview(ref, actor));
        model.addAttribute("statuses", RowStatus.values());
        model.addAttribute("opens", actor.has(Role.TEAM_LEADER));
        model.addAttribute("shown", Intake.SHOWN);
        model.addAttribute("decided", Intake.DECIDED);
        model.addAttribute("back", "/intake");
        model.addAttribute("wide", true);
        if (file.status() == ImportStatus.CONFIRMED) {
            response.setHeader("Refresh", AGAIN);
        }
        return "intake/one";
    }

    @PostMapping("/intake/{ref}/confirm")
    String confirm(@PathVariable String ref, @RequestParam(required = false) List<String> bring, Model model, HttpServletResponse response) {
        try {
            var chosen = bring == null ? List.<Integer>of() : bring.stream().filter(line -> line.matches("[0-9]{1,6}"))
                    .map(Integer::valueOf).toList();
            intake.confirm(ref, chosen, actors.current());
            return "redirect:/intake/" + ref;
        } catch (Problem.NotFound | Problem.Forbidden refused) {
            throw refused;
        } catch (Problem problem) {
            return told(ref, problem, model, response);
        }
    }

    @PostMapping("/intake/{ref}/again")
    String again(@PathVariable String ref, Model model, HttpServletResponse response) {
        try {
            intake.again(ref, actors.current());
            return "redirect:/intake/" + ref;
        } catch (Problem.Stale problem) {
            return told(ref, problem, model, response);
        }
    }

    @PostMapping("/intake/{ref}/drop")
    String drop(@PathVariable String ref, Model model, HttpServletResponse response, RedirectAttributes flash) {
        try {
            intake.drop(ref, actors.current());
            flash.addFlashAttribute("notice", "The file is not used. Nobody was brought in");
            return "redirect:/intake";
        } catch (Problem.Stale problem) {
            return told(ref, problem, model, response);
        }
    }

    @GetMapping("/intake/{ref}/to-mend.csv")
    ResponseEntity<byte[]> faultsCsv(@PathVariable String ref) {
        return intake.faults(ref, false, actors.current()).answer();
    }

    @GetMapping("/intake/{ref}/to-mend.xlsx")
    ResponseEntity<byte[]> faultsExcel(@PathVariable String ref) {
        return intake.faults(ref, true, actors.current()).answer();
    }

    private String told(String ref, Problem problem, Model model, HttpServletResponse response) {
        model.addAttribute("errors", List.of(FieldError.of(problem)));
        var page = one(ref, model, response);
        response.setStatus(problem instanceof Problem.Stale ? HttpStatus.CONFLICT.value() : HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page;
    }
}
