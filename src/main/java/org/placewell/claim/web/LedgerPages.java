package org.placewell.claim.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.placewell.claim.Claims;
import org.placewell.claim.Csv;
import org.placewell.claim.Download;
import org.placewell.claim.LedgerFilter;
import org.placewell.contract.Contracts;
import org.placewell.security.Actors;
import org.placewell.shared.FieldError;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The ledger with its filters, and the remittances that payers send. */
@Controller
class LedgerPages {

    private static final int PAGE = 100;
    private static final int CSV_LINES = 50_000;
    private final Claims claims;
    private final Contracts contracts;
    private final Actors actors;

    LedgerPages(Claims claims, Contracts contracts, Actors actors) {
        this.claims = claims;
        this.contracts = contracts;
        this.actors = actors;
    }

    @GetMapping("/ledger")
    String ledger(Filter typed, @RequestParam(defaultValue = "1") String page, Model model) {
        var actor = actors.current();
        int number = Paging.number(page);
        var filter = typed.filter(PAGE + 1, (number - 1) * PAGE);
        var lines = claims.ledger(filter, actor);
        model.addAttribute("lines", lines.subList(0, Math.min(PAGE, lines.size())));
        model.addAttribute("more", lines.size() > PAGE);
        model.addAttribute("page", number);
        model.addAttribute("balances", claims.balances(filter, actor));
        model.addAttribute("filter", typed);
        model.addAttribute("contracts", contracts.all());
        model.addAttribute("kinds", List.of("INSTRUCTED", "SETTLED", "REVERSED"));
        model.addAttribute("wide", true);
        return "claim/ledger";
    }

    @GetMapping("/ledger.csv")
    ResponseEntity<byte[]> csv(Filter typed) {
        var text = new StringBuilder("journal,date,kind,contract,payer,claim,statement,account,amount,entered by\r\n");
        claims.ledger(typed.filter(CSV_LINES, 0), actors.current()).forEach(line ->
                text.append(String.join(",", Long.toString(line.journal()), line.enteredOn().toString(),
                line.kind(), Csv.cell(line.contractRef()), Csv.cell(line.payer()), Csv.cell(line.claimRef()), Csv.cell(line.statementRef()),
                        Csv.cell(line.account()),
                Csv.pounds(line.amount()), Csv.cell(line.actor()))).append("\r\n"));
        return MoneyPages.answer(new Download("ledger.csv", "text/csv;charset=UTF-8", text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    @GetMapping("/remittances")
    String remittances(Model model) {
        model.addAttribute("zone", MovableClock.LONDON);
        model.addAttribute("remittances", claims.remittances(actors.current()));
        model.addAttribute("wide", true);
        return "claim/remittances";
    }

    @PostMapping("/remittances")
    String send(@RequestParam(required = false) MultipartFile file, Model model, jakarta.servlet.http.HttpServletResponse response,
            RedirectAttributes flash)
            throws IOException {
        try {
            if (file == null || file.isEmpty()) {
                throw Problem.at("file", "missing", "Choose the CSV file the payer sent");
            }
            var result = claims.importRemittance(file.getOriginalFilename(), file.getBytes(), actors.current());
            flash.addFlashAttribute("notice", result.settled() + " of " + result.lines().size() + " payments settled");
            return "redirect:/remittances";
        } catch (Problem problem) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("errors", List.of(FieldError.of(problem)));
            return remittances(model);
        }
    }

    /** What stands in the ledger's address. */
    record Filter(String contract, String payer, String kind, String claim, String from, String to) {

        LedgerFilter filter(int limit, int offset) {
            return new LedgerFilter(Paging.text(contract), Paging.text(payer), Paging.text(kind), Paging.text(claim), Paging.day(from),
                    Paging.day(to), limit, offset);
        }
    }
}
