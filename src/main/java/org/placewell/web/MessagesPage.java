package org.placewell.web;

import org.placewell.security.Actors;
import org.placewell.security.RoleMatrix;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What Placewell has told the person signed in. */
@Controller
class MessagesPage {

    private final Inbox inbox;
    private final Actors actors;
    private final RoleMatrix matrix;

    MessagesPage(Inbox inbox, Actors actors, RoleMatrix matrix) {
        this.inbox = inbox;
        this.actors = actors;
        this.matrix = matrix;
    }

    @GetMapping("/messages")
    String messages(Model model) {
        var actor = actors.current();
        var letters = inbox.of(actor);
        model.addAttribute("letters", letters);
        model.addAttribute("leftUnread", inbox.leftUnread(actor));
        model.addAttribute("newest", letters.isEmpty() ? 0 : letters.get(0).id());
        model.addAttribute("unread", letters.stream().filter(letter -> !letter.read()).count());
        model.addAttribute("records", matrix.allows("GET", "/clients/R-0000000", actor));
        return "web/messages";
    }

    @PostMapping("/messages")
    String read(@RequestParam(defaultValue = "") String newest, RedirectAttributes flash) {
        if (newest.matches("\\d{1,18}")) {
            inbox.read(actors.current(), Long.parseLong(newest));
            flash.addFlashAttribute("notice", "Marked as read");
        }
        return "redirect:/messages";
    }
}
