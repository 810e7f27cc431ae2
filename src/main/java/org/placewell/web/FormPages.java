package org.placewell.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.workflow.Answers;
import org.placewell.workflow.CommandKeys;
import org.placewell.workflow.CommandKeys.Outcome;
import org.placewell.workflow.Drafts;
import org.placewell.workflow.form.Boxes;
import org.placewell.workflow.form.Form;
import org.placewell.workflow.form.Form.Page;
import org.placewell.workflow.form.FormCheck;
import org.placewell.workflow.form.FormCheck.Checked;
import org.placewell.workflow.form.Typed;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Asks a form: on one page, or part by part with a list of the parts and a page to check the answers. What was typed is never
 * lost: not by a mistake, a conflict or an interruption.
 */
@Component
class FormPages {

    private final SheetDrafts drafts;
    private final CommandKeys keys;
    private final FormView view;
    private final MovableClock clock;

    FormPages(SheetDrafts drafts, CommandKeys keys, FormView view, MovableClock clock) {
        this.drafts = drafts;
        this.keys = keys;
        this.view = view;
        this.clock = clock;
    }

    /** Shows the form, or the part of it that {@code asked} names: a page's number, {@code check}, or nothing. */
    String show(Sheet sheet, String asked, boolean returning, Model model) {
        var now = drafts.of(sheet);
        var typed = SheetDrafts.typed(sheet, now);
        standing(sheet, now, model);
        var checked = check(sheet).check(typed);
        if (!sheet.form().multiPage()) {
            return view.page(sheet, sheet.form().pages().get(0), typed, Map.of(), List.of(), returning, model);
        }
        if ("check".equals(asked)) {
            return view.check(sheet, typed, checked, List.of(), model);
        }
        var page = sheet.form().pages().size() == 1 ? Integer.valueOf(1) : number(asked);
        var all = page == null || page < 1 || page > sheet.form().pages().size();
        own(sheet, all ? sheet.form().fields() : sheet.form().pages().get(page - 1).fields(), model);
        return all ? view.list(sheet, typed, checked, model)
                : view.page(sheet, sheet.form().pages().get(page - 1), typed, Map.of(), List.of(), returning, model);
    }

    /** The outcome of an earlier submission with the same key, if there was one. */
    Outcome earlier(String path, MultiValueMap<String, String> posted, org.placewell.security.Actor actor) {
        return "send".equals(posted.getFirst("_action")) ? keys.earlier(actor, posted.getFirst("_key"), input(path, posted)).orElse(null) : null;
    }

    /** Takes a posted page: saves, goes on, or sends the whole form to {@code work} once. */
    String post(Sheet sheet, MultiValueMap<String, String> posted, Function<Answers, String> work, Supplier<String> done, Model model,
            HttpServletResponse response, RedirectAttributes flash) {
        var form = sheet.form();
        var action = posted.getFirst("_action");
        var number = form.multiPage() ? number(posted.getFirst("_page")) : Integer.valueOf(1);
        var page = number == null || number < 1 || number > form.pages().size() ? null : form.pages().get(number - 1);
        var given = given(posted);
        var asked = page == null ? List.<Form.Field>of() : page.fields();
        var seen = posted.containsKey("_seen") ? posted.getFirst("_seen") : "";
        model.addAttribute("seenMark", seen);
        var typed = SheetDrafts.typed(sheet, drafts.of(sheet)).with(asked, given);
        var unknown = FormCheck.unknown(asked, given.keySet());
        if (!unknown.isEmpty()) {
            response.setStatus(422);
            var problem = Problem.of("unknown-field",
                    "This form was sent with answers to questions that it does not ask. Check your answers and send it again");
            return refuse(sheet, page, typed, check(sheet).check(typed), problem, model);
        }
        if ("save".equals(action)) {
            if (!drafts.keep(sheet, typed, seen)) {
                return notKept(sheet, page, typed, model, response);
            }
            flash.addFlashAttribute("notice", sheet.shared() ? "Saved. Whoever works with this person can go on with it" : "Draft saved. Only you can see it");
            return "redirect:" + sheet.path();
        }
        var checked = check(sheet).check(typed);
        if ("send".equals(action) && form.multiPage() && page == null && !checked.good()
                && drafts.of(sheet).isEmpty()) {
            flash.addFlashAttribute("notice", "Nothing was sent now: these answers have been sent already, or were never saved");
            return "redirect:" + sheet.path();
        }
        if ("next".equals(action) && form.multiPage() && page != null) {
            return next(sheet, page, typed, checked.of(page), posted, model, response);
        }
        if (!"send".equals(action) || form.multiPage() && page != null) {
            throw Problem.of("action", "The form did not say what to do with it. Go back, and press one of its buttons");
        }
        return send(sheet, page, typed, checked, posted, work, done, model, response, flash);
    }

    private String next(Sheet sheet, Page page, Typed typed, Checked checked, MultiValueMap<String, String> posted, Model model,
            HttpServletResponse response) {
        var returning = posted.containsKey("_return");
        if (!checked.good()) {
            response.setStatus(422);
            return view.page(sheet, page, typed, checked.errors(), checked.summary(), returning, model);
        }
        if (!drafts.keep(sheet, typed, (String) model.getAttribute("seenMark"))) {
            return notKept(sheet, page, typed, model, response);
        }
        var all = check(sheet).check(typed);
        var next = sheet.form().pages().stream().skip(page.number())
                .filter(later -> later.fields().isEmpty() || !later.fields().stream().allMatch(field -> all.hidden().contains(field.key()))).findFirst();
        return "redirect:" + sheet.path() + (returning || next.isEmpty() ? "?page=check" : "?page=" + next.get().number());
    }

    private String send(Sheet sheet, Page page, Typed typed, Checked checked, MultiValueMap<String, String> posted, Function<Answers, String> work,
            Supplier<String> done, Model model, HttpServletResponse response, RedirectAttributes flash) {
        var seen = (String) model.getAttribute("seenMark");
        if (drafts.overtaken(sheet, seen)) {
            return notKept(sheet, page, typed, model, response);
        }
        if (!checked.good()) {
            response.setStatus(422);
            return page == null ? view.check(sheet, typed, checked, checked.summary(), model)
                    : view.page(sheet, page, typed, checked.errors(), checked.summary(), false, model);
        }
        try {
            var outcome = keys.once(sheet.actor(), posted.getFirst("_key"), input(sheet.path(), posted), () -> {
                drafts.requireSeen(sheet, seen);
                var path = work.apply(checked.answers());
                drafts.drop(sheet);
                return path;
            });
            return went(outcome, outcome.first() ? done.get() : "This had already been saved. Nothing was done twice", flash);
        } catch (Problem problem) {
            var again = problem instanceof Problem.Stale ? typed.renewed(sheet.form(), sheet.side().prefilled()) : typed;
            if (drafts.overtaken(sheet, seen)) {
                return notKept(sheet, page, typed, model, response);
            }
            if (drafts.keep(sheet, again, seen)) {
                standing(sheet, drafts.newest(sheet).filter(now -> now.typed().equals(again)), model);
            }
            response.setStatus(Refusals.status(problem).value());
            return refuse(sheet, page, again, checked, problem, model);
        }
    }

    /** The way to the page after a submission. */
    String went(Outcome outcome, String notice, RedirectAttributes flash) {
        if (notice != null && !notice.isEmpty()) {
            flash.addFlashAttribute("notice", notice);
        }
        return "redirect:" + outcome.path();
    }

    /** What was posted to a form that can no longer be sent, as questions and answers in words; without the form, as it was posted. */
    List<FormView.Answered> entered(Optional<Form> form, MultiValueMap<String, String> posted) {
        if (form.isEmpty()) {
            return given(posted).entrySet().stream().map(pair -> new FormView.Answered(pair.getKey(), String.join(", ", pair.getValue())))
                    .filter(pair -> !pair.answer().isBlank()).toList();
        }
        var typed = Typed.nothing().with(form.get().fields(), given(posted));
        return inWords(form.get(), form.get().fields(), typed);
    }

    private List<FormView.Answered> inWords(Form form, List<Form.Field> fields, Typed typed) {
        var boxes = new Boxes(form, new FormCheck(form, Map.of(), clock.today()), typed, Map.of());
        return fields.stream().filter(field -> !field.version() && typed.answered(field)).map(field -> new FormView.Answered(
                field.label(), boxes.inWords(field).isEmpty() ? typed.text(field.key()) : boxes.inWords(field))).toList();
    }

    private String refuse(Sheet sheet, Page page, Typed typed, Checked checked, Problem problem, Model model) {
        var refused = new Checked(checked.form(), checked.answers(), Map.of(), checked.hidden()).and(problem);
        return page == null ? view.check(sheet, typed, refused, refused.summary(), model)
                : view.page(sheet, page, typed, refused.errors(), refused.summary(), false, model);
    }

    /** What somebody else has saved since the page was shown, or that the task is done; what was typed stays in its boxes. */
    private String notKept(Sheet sheet, Page page, Typed typed, Model model, HttpServletResponse response) {
        response.setStatus(409);
        var now = drafts.newest(sheet);
        standing(sheet, now, model);
        if (now.isEmpty()) {
            return refuse(sheet, page, typed, check(sheet).check(typed), new Problem.Stale(
                    "This task has been done in the meantime. What you typed was not saved: copy what you need"), model);
        }
        var problem = drafts.changed(sheet, now.get());
        if (page == null) {
            return refuse(sheet, null, now.get().typed(), check(sheet).check(now.get().typed()), problem, model);
        }
        model.addAttribute("savedNow", inWords(sheet.form(), page.fields(), now.get().typed()));
        return refuse(sheet, page, typed, check(sheet).check(typed), problem, model);
    }

    /** What the page says and carries of the save that it shows. */
    private static void standing(Sheet sheet, Optional<Drafts.Draft> now, Model model) {
        model.addAttribute("seenMark", SheetDrafts.mark(now));
        now.filter(draft -> !draft.by().equals(sheet.actor().username())).ifPresent(draft -> model.addAttribute("savedBy", draft));
    }

    /** What the reader once saved unseen by others, where the form goes on from what was saved for the case. */
    private void own(Sheet sheet, List<Form.Field> fields, Model model) {
        if (drafts.newest(sheet).isPresent()) {
            drafts.own(sheet).ifPresent(own -> model.addAttribute("savedUnseen", inWords(sheet.form(), fields, own.typed())));
        }
    }

    private FormCheck check(Sheet sheet) {
        return new FormCheck(sheet.form(), sheet.side().options(), clock.today());
    }

    private static Map<String, List<String>> given(MultiValueMap<String, String> posted) {
        var given = new TreeMap<String, List<String>>();
        posted.forEach((name, values) -> {
            if (!name.startsWith("_")) {
                given.put(name, values);
            }
        });
        return given;
    }

    private static String input(String path, MultiValueMap<String, String> posted) {
        return path + " " + given(posted);
    }

    private static Integer number(String text) {
        return text != null && text.matches("\\d{1,2}") ? Integer.valueOf(text) : null;
    }
}
