package org.placewell.settlement.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.placewell.contract.Contracts;
import org.placewell.security.Actors;
import org.placewell.settlement.Settlement;
import org.placewell.shared.FieldError;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Paging;
import org.placewell.shared.Problem;
import org.placewell.shared.Words;
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

    private static final Set<String> HELD = Set.of("OVER", "DUPLICATE", "UNKNOWN");
    private final Settlement settlement;
    private final Contracts contracts;
    private final Actors actors;

    RemittancePages(Settlement settlement, Contracts contracts, Actors actors) {
        this.settlement = settlement;
        this.contracts = contracts;
        this.actors = actors;
    }

    @GetMapping("/remittances")
    String remittances(Model model) {
        model.addAttribute("zone", MovableClock.LONDON);
        var actor = actors.current();
        model.addAttribute("contracts", contracts.visible(actor));
        model.addAttribute("remittances", settlement.remittances(actor));
        model.addAttribute("wide", true);
        return "settlement/remittances";
    }

    @PostMapping("/remittances")
    String send(@RequestParam(required = false) MultipartFile file, @RequestParam(required = false) String contract,
            Model model, HttpServletResponse response,
            RedirectAttributes flash) throws IOException {
        try {
            if (file == null || file.isEmpty()) {
                throw Problem.at("file", "missing", "Choose the CSV file the payer sent");
            }
            var result = settlement.importRemittance(file.getOriginalFilename(), Paging.text(contract), file.getBytes(), actors.current());
            long held = result.lines().stream().filter(line -> HELD.contains(line.outcome())).count();
            flash.addFlashAttribute("notice", result.settled() + " of " + result.lines().size() + " payments settled"
                    + (held == 0 ? "" : ". " + Words.count(held, "payment") + " to place: see Money"));
            return "redirect:/remittances";
        } catch (Problem problem) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("errors", List.of(FieldError.of(problem)));
            model.addAttribute("chosenContract", Paging.text(contract));
            return remittances(model);
        }
    }
}
