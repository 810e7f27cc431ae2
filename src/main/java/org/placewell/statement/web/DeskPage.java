package org.placewell.statement.web;

import org.placewell.security.Actors;
import org.placewell.shared.MovableClock;
import org.placewell.statement.FinanceDesk;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The finance desk of a contract. */
@Controller
class DeskPage {

    private final FinanceDesk desk;
    private final Actors actors;
    private final MovableClock clock;

    DeskPage(FinanceDesk desk, Actors actors, MovableClock clock) {
        this.desk = desk;
        this.actors = actors;
        this.clock = clock;
    }

    @GetMapping("/finance/{contract}")
    String desk(@PathVariable String contract, Model model) {
        var me = actors.current();
        model.addAttribute("desk", desk.view(contract, me));
        model.addAttribute("reader", me.username());
        model.addAttribute("today", clock.today());
        model.addAttribute("back", "/contracts/" + contract);
        model.addAttribute("wide", true);
        return "statement/desk";
    }
}
