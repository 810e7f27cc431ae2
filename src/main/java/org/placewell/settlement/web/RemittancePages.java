package org.placewell.settlement.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.placewell.security.Actors;
import org.placewell.settlement.Settlement;
import org.placewell.shared.FieldError;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The remittances that payers send, and what became of their lines. */
@Controller
class RemittancePages {

    private final Settlement settlement;
    private final Actors actors;

    RemittancePages(Settlement settlement, Actors actors) {
        this.settlement = settlement;
        this.actors = actors;
    }

    @GetMapping("/remittances")
    String remittances(Model model) {
        model.addAttribute("zone", MovableClock.LONDON);
        model.addAttribute("remittances", settlement.remittances(actors.current()));
        model.addAttribute("wide", true);
        return "settlement/remittances";
    }

    @PostMapping("/remittances")
    String send(@RequestParam(required = false) MultipartFile file, Model model, HttpServletResponse response,
            RedirectAttributes flash) throws IOException {
        try {
            if (file == null || file.isEmpty()) {
                throw Problem.at("file", "missing", "Choose the CSV file the payer sent");
            }
            var result = settlement.importRemittance(file.getOriginalFilename(), file.getBytes(), actors.current());
            flash.addFlashAttribute("notice", result.settled() + " of " + result.lines().size() + " payments settled");
            return "redirect:/remittances";
        } catch (Problem problem) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("errors", List.of(FieldError.of(problem)));
            return remittances(model);
        }
    }
}
