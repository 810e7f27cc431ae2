package org.placewell.settlement.web;

import org.placewell.claim.Claims;
import org.placewell.contract.Contracts;
import org.placewell.security.Actors;
import org.placewell.security.Role;
import org.placewell.settlement.Ageing;
import org.placewell.settlement.Settlement;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Pence;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The pages about money that came in, is owed or was invested, and about the check after payment. */
@Controller
class SettlementPages {

    private final Settlement settlement;
    private final Claims claims;
    private final Contracts contracts;
    private final Actors actors;

    SettlementPages(Settlement settlement, Claims claims, Contracts contracts, Actors actors) {
        this.settlement = settlement;
        this.claims = claims;
        this.contracts = contracts;
        this.actors = actors;
    }

    @GetMapping("/money")
    String money(Model model) {
        var actor = actors.current();
        model.addAttribute("reader", actor.username());
        model.addAttribute("toPlace", settlement.toPlace(actor).size());
        model.addAttribute("late", settlement.receivables(actor).stream()
                .map(one -> one.total().minus(one.in(Ageing.NOT_DUE))).reduce(Pence.ZERO, Pence::plus));
        model.addAttribute("reversals", claims.reversalsWaiting(actor));
        model.addAttribute("placings", settlement.placings(actor).stream().filter(one -> one.status().equals("PROPOSED")).toList());
        model.addAttribute("capital", settlement.investor(actor).stream().flatMap(one -> one.moves().stream())
                .filter(one -> one.status().equals("PROPOSED")).toList());
        model.addAttribute("extrapolations", settlement.extrapolationsWaiting(actor));
        model.addAttribute("names", (java.util.function.UnaryOperator<String>) actors::nameOf);
        model.addAttribute("wide", true);
        return "settlement/money";
    }

    @GetMapping("/money/to-place")
    String toPlace(Model model) {
        var actor = actors.current();
        model.addAttribute("reader", actor.username());
        model.addAttribute("held", settlement.toPlace(actor));
        model.addAttribute("placings", settlement.placings(actor));
        return shown("settlement/to-place", model);
    }

    @GetMapping("/money/owed")
    String owed(Model model) {
        var owed = settlement.receivables(actors.current());
        model.addAttribute("owed", owed);
        model.addAttribute("bands", Ageing.values());
        model.addAttribute("total", owed.stream().map(one -> one.total()).reduce(Pence.ZERO, Pence::plus));
        return shown("settlement/owed", model);
    }

    @GetMapping("/money/compared")
    String compared(Model model) {
        model.addAttribute("differences", settlement.differences(actors.current()));
        model.addAttribute("comparisons", settlement.comparisons());
        return shown("settlement/compared", model);
    }

    @GetMapping("/money/investor")
    String investor(Model model) {
        var actor = actors.current();
        model.addAttribute("reader", actor.username());
        model.addAttribute("contracts", settlement.investor(actor));
        model.addAttribute("finance", actor.has(Role.FINANCE));
        shown("settlement/investor", model);
        model.addAttribute("back", actor.has(Role.FINANCE) ? "/money" : "/contracts");
        return "settlement/investor";
    }

    @GetMapping("/money/samples")
    String samples(Model model) {
        var actor = actors.current();
        model.addAttribute("samples", settlement.samples(actor));
        shown("settlement/samples", model);
        model.addAttribute("back", actor.has(Role.FINANCE) ? "/money" : "/claims");
        return "settlement/samples";
    }

    @GetMapping("/money/samples/{ref}")
    String sample(@PathVariable String ref, Model model) {
        var actor = actors.current();
        var sample = settlement.sample(ref, actor);
        model.addAttribute("reader", actor.username());
        model.addAttribute("sample", sample);
        model.addAttribute("extrapolation", settlement.extrapolation(ref, actor));
        model.addAttribute("finance", actor.has(Role.FINANCE));
        model.addAttribute("contractTitle", contracts.visible(sample.contractRef(), 0, actor).title());
        shown("settlement/sample", model);
        model.addAttribute("back", "/money/samples");
        return "settlement/sample";
    }

    private static String shown(String page, Model model) {
        model.addAttribute("zone", MovableClock.LONDON);
        model.addAttribute("wide", true);
        model.addAttribute("back", "/money");
        return page;
    }
}
