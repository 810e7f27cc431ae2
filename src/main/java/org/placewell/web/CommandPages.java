package org.placewell.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.placewell.security.Actors;
import org.placewell.shared.Problem;
import org.placewell.workflow.CommandHandler;
import org.placewell.workflow.FormShelf;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Every command that is not a task of a model: the same forms, asked and checked the same way. */
@Controller
class CommandPages {

    private final FormShelf shelf;
    private final FormPages forms;
    private final Actors actors;

    CommandPages(FormShelf shelf, FormPages forms, Actors actors) {
        this.shelf = shelf;
        this.forms = forms;
        this.actors = actors;
    }

    @GetMapping("/do/{form}/{subject}")
    String show(@PathVariable String form, @PathVariable String subject, @RequestParam(required = false) String page,
            @RequestParam(name = "return", required = false) String returning, Model model) {
        return forms.show(sheet(handler(form), subject), page, returning != null, model);
    }

    @PostMapping("/do/{form}/{subject}")
    String send(@PathVariable String form, @PathVariable String subject, @RequestParam MultiValueMap<String, String> posted, Model model,
            HttpServletResponse response, RedirectAttributes flash) {
        var actor = actors.current();
        var handler = handler(form);
        var earlier = forms.earlier("/do/" + form + "/" + subject, posted, actor);
        if (earlier != null) {
            return forms.went(earlier, "This had already been saved. Nothing was done twice", flash);
        }
        return forms.post(sheet(handler, subject), posted, answers -> handler.submit(subject, answers, actor), () -> handler.done(subject), model,
                response, flash);
    }

    private CommandHandler handler(String form) {
        return shelf.command(form).orElseThrow(() -> new Problem.NotFound("this form"));
    }

    private Sheet sheet(CommandHandler handler, String subject) {
        if (subject.length() > 100 || subject.indexOf('\0') >= 0) {
            throw new Problem.NotFound("this record");
        }
        var actor = actors.current();
        var side = handler.page(subject, actor);
        return new Sheet("/do/" + handler.form() + "/" + subject, shelf.ofCommand(handler.form()), subject, handler.title(subject, actor), "",
                List.of(), side, false, null, null, actor);
    }
}
