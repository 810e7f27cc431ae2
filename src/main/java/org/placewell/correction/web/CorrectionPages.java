package org.placewell.correction.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.placewell.correction.RecordCorrections;
import org.placewell.security.Actors;
import org.placewell.shared.FieldError;
import org.placewell.shared.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One correction: what follows from it, and the buttons to confirm or drop it. */
@Controller
class CorrectionPages {

    private final RecordCorrections corrections;
    private final Actors actors;

    CorrectionPages(RecordCorrections corrections, Actors actors) {
        this.corrections = corrections;
        this.actors = actors;
    }

    @GetMapping("/corrections/{id:\\d{1,18}}")
    String show(@PathVariable long id, Model model) {
        return page(id, model);
    }

    private String page(long id, Model model) {
        var correction = corrections.view(id, actors.current());
        model.addAttribute("correction", correction);
        model.addAttribute("proposer", actors.nameOf(correction.proposedBy()));
        model.addAttribute("ender", correction.endedBy() == null ? null : actors.nameOf(correction.endedBy()));
        model.addAttribute("money", correction.effects().stream().mapToLong(effect -> effect.pence()).sum());
        model.addAttribute("back", "/clients/" + correction.referralRef());
        return "correction/one";
    }

    @PostMapping("/corrections/{id:\\d{1,18}}/confirm")
    String confirm(@PathVariable long id, @RequestParam(defaultValue = "") String despite, Model model, HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            corrections.confirm(id, despite, actors.current());
        } catch (Problem problem) {
            if (!"despite".equals(problem.field())) {
                throw problem;
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("errors", List.of(FieldError.of(problem)));
            model.addAttribute("wrong", problem.getMessage());
            model.addAttribute("typed", despite);
            return page(id, model);
        }
        flash.addFlashAttribute("notice", "The record is corrected");
        return "redirect:/corrections/" + id;
    }

    @PostMapping("/corrections/{id:\\d{1,18}}/drop")
    String drop(@PathVariable long id, RedirectAttributes flash) {
        var referral = corrections.drop(id, actors.current());
        flash.addFlashAttribute("notice", "The correction is dropped. The record stays as it was");
        return "redirect:/clients/" + referral;
    }
}
