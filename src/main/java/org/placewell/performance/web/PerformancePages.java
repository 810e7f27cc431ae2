package org.placewell.performance.web;

import java.nio.charset.StandardCharsets;
import org.placewell.performance.Fairness;
import org.placewell.performance.Performance;
import org.placewell.security.Actors;
import org.placewell.shared.Download;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** How a contract does: for payers, contract managers and team leaders. */
@Controller
class PerformancePages {

    private final Performance performance;
    private final Fairness fairness;
    private final Actors actors;

    PerformancePages(Performance performance, Fairness fairness, Actors actors) {
        this.performance = performance;
        this.fairness = fairness;
        this.actors = actors;
    }

    @GetMapping("/performance")
    String contracts(Model model) {
        model.addAttribute("contracts", performance.contracts(actors.current()));
        return "performance/contracts";
    }

    @GetMapping("/performance/{contract}")
    String contract(@PathVariable String contract, Model model) {
        model.addAttribute("report", performance.report(contract, actors.current()));
        model.addAttribute("back", "/performance");
        model.addAttribute("wide", true);
        return "performance/contract";
    }

    @GetMapping("/performance/{contract}/waits")
    String waits(@PathVariable String contract, Model model) {
        model.addAttribute("page", fairness.page(contract, actors.current()));
        model.addAttribute("back", "/performance/" + contract);
        model.addAttribute("wide", true);
        return "performance/waits";
    }

    @GetMapping("/performance/{contract}/figures.csv")
    ResponseEntity<byte[]> figures(@PathVariable String contract) {
        return file(performance.csv(contract, actors.current()), "performance.csv");
    }

    @GetMapping("/performance/{contract}/months.csv")
    ResponseEntity<byte[]> months(@PathVariable String contract) {
        return file(performance.monthsCsv(contract, actors.current()), "months.csv");
    }

    @GetMapping("/performance/{contract}/figures.xlsx")
    ResponseEntity<byte[]> workbook(@PathVariable String contract) {
        return new Download("performance.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                performance.xlsx(contract, actors.current())).answer();
    }

    @GetMapping("/performance/{contract}/waits.csv")
    ResponseEntity<byte[]> waitsFile(@PathVariable String contract) {
        return file(fairness.csv(contract, actors.current()), "waits.csv");
    }

    private static ResponseEntity<byte[]> file(String csv, String name) {
        return ResponseEntity.ok().contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
                .body(("\ufeff" + csv).getBytes(StandardCharsets.UTF_8));
    }
}
