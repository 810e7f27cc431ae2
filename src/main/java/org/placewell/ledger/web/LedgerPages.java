package org.placewell.ledger.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.placewell.contract.Contracts;
import org.placewell.ledger.Ledger;
import org.placewell.ledger.LedgerFilter;
import org.placewell.security.Actors;
import org.placewell.shared.Csv;
import org.placewell.shared.Download;
import org.placewell.shared.Paging;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The ledger with its filters, on a page and as a file. */
@Controller
class LedgerPages {

    private static final List<String> KINDS = List.of("INSTRUCTED", "CHARGED", "SETTLED", "REVERSED", "SUSPENSE_IN", "SUSPENSE_OUT", "CAPITAL_DRAWN",
            "CAPITAL_REPAID", "ADJUSTED");
    private static final int PAGE = 100;
    private static final int CSV_LINES = 50_000;
    private final Ledger ledger;
    private final Contracts contracts;
    private final Actors actors;

    LedgerPages(Ledger ledger, Contracts contracts, Actors actors) {
        this.ledger = ledger;
        this.contracts = contracts;
        this.actors = actors;
    }

    @GetMapping("/ledger")
    String ledger(Filter typed, @RequestParam(defaultValue = "1") String page, Model model) {
        var actor = actors.current();
        int number = Paging.number(page);
        var filter = typed.filter(PAGE + 1, (number - 1) * PAGE);
        var lines = ledger.lines(filter, actor);
        model.addAttribute("lines", lines.subList(0, Math.min(PAGE, lines.size())));
        model.addAttribute("more", lines.size() > PAGE);
        model.addAttribute("page", number);
        model.addAttribute("balances", ledger.balances(filter, actor));
        model.addAttribute("filter", typed);
        model.addAttribute("contracts", contracts.all());
        model.addAttribute("kinds", KINDS);
        model.addAttribute("wide", true);
        return "ledger/ledger";
    }

    @GetMapping("/ledger.csv")
    ResponseEntity<byte[]> csv(Filter typed) {
        var text = new StringBuilder("journal,date,kind,contract,payer,claim,charge,statement,account,amount,entered by\r\n");
        ledger.lines(typed.filter(CSV_LINES, 0), actors.current()).forEach(line ->
                text.append(String.join(",", Long.toString(line.journal()), line.enteredOn().toString(),
                line.kind(), Csv.cell(line.contractRef()), Csv.cell(line.payer()), Csv.cell(line.claimRef()), Csv.cell(line.chargeRef()), Csv.cell(line.statementRef()),
                        Csv.cell(line.account()),
                Csv.pounds(line.amount()), Csv.cell(line.actor()))).append("\r\n"));
        return new Download("ledger.csv", "text/csv;charset=UTF-8", text.toString().getBytes(StandardCharsets.UTF_8)).answer();
    }

    /** What stands in the ledger's address. */
    record Filter(String contract, String payer, String kind, String claim, String from, String to) {

        LedgerFilter filter(int limit, int offset) {
            return new LedgerFilter(Paging.text(contract), Paging.text(payer), Paging.text(kind), Paging.text(claim), Paging.day(from),
                    Paging.day(to), limit, offset);
        }
    }
}
