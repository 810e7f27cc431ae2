package org.placewell.jobsearch.web;

import org.placewell.jobsearch.EmployerBook;
import org.placewell.jobsearch.EmployerMarks;
import org.placewell.security.Actors;
import org.placewell.security.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Work with employers: a specialist's own weekly log, a team leader's view of everybody's. */
@Controller
class EmployerPages {

    private final EmployerBook book;
    private final Actors actors;

    EmployerPages(EmployerBook book, Actors actors) {
        this.book = book;
        this.actors = actors;
    }

    @GetMapping("/employers")
    String employers(Model model) {
        var me = actors.current();
        if (me.has(Role.SPECIALIST)) {
            model.addAttribute("work", book.own(me));
            model.addAttribute("recent", book.recent(me));
        }
        if (me.has(Role.TEAM_LEADER)) {
            model.addAttribute("led", book.led(me));
        }
        model.addAttribute("mark", EmployerMarks.aWeek(100));
        model.addAttribute("most", EmployerMarks.PERCENT_AT_ONE_EMPLOYER);
        return "jobsearch/employers";
    }
}
