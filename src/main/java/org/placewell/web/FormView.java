package org.placewell.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.placewell.shared.FieldError;
import org.placewell.shared.MovableClock;
import org.placewell.workflow.CommandKeys;
import org.placewell.workflow.form.Boxes;
import org.placewell.workflow.form.Form;
import org.placewell.workflow.form.Form.Page;
import org.placewell.workflow.form.FormCheck;
import org.placewell.workflow.form.FormCheck.Checked;
import org.placewell.workflow.form.Typed;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the models of the three templates that show a form: a page, the list of its parts, the answers to check. */
@Component
class FormView {

    private final CommandKeys keys;
    private final MovableClock clock;

    FormView(CommandKeys keys, MovableClock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    String page(Sheet sheet, Page page, Typed typed, Map<String, String> wrong, List<FieldError> errors, boolean returning, Model model) {
        frame(sheet, errors, model);
        model.addAttribute("page", page);
        var answers = check(sheet).check(typed).answers().values();
        model.addAttribute("boxes", new Boxes(sheet.form(), check(sheet), typed, wrong).of(asked(page, answers)));
        model.addAttribute("typed", typed);
        model.addAttribute("returning", returning);
        return "form/page";
    }

    /** The page without the parts that answers on other pages, or answers that the page only carries, have already made senseless. */
    private static Page asked(Page page, Map<String, Object> answers) {
        var here = page.fields().stream().filter(field -> !field.version()).map(Form.Field::key).toList();
        return new Page(page.number(), page.label(), page.parts().stream().filter(part -> part.hide() == null
                || part.hide().questions().stream().anyMatch(here::contains) || !part.hide().holds(answers)).toList());
    }

    String list(Sheet sheet, Typed typed, Checked checked, Model model) {
        frame(sheet, List.of(), model);
        var steps = new ArrayList<Step>();
        for (var page : sheet.form().pages()) {
            steps.add(new Step(page.number(), page.label(), status(page, typed, checked)));
        }
        model.addAttribute("steps", steps);
        model.addAttribute("ready", checked.good());
        model.addAttribute("complete", steps.stream().filter(step -> step.status() == Status.COMPLETED || step.status() == Status.NOT_NEEDED).count());
        return "form/list";
    }

    String check(Sheet sheet, Typed typed, Checked checked, List<FieldError> errors, Model model) {
        frame(sheet, errors, model);
        var boxes = new Boxes(sheet.form(), check(sheet), typed, Map.of());
        var sections = new ArrayList<Section>();
        for (var page : sheet.form().pages()) {
            var rows = page.fields().stream().filter(field -> !field.version() && !checked.hidden().contains(field.key()))
                    .map(field -> new Row(field.label(), boxes.inWords(field), checked.errors().getOrDefault(field.key(), ""), field.anchor())).toList();
            if (!rows.isEmpty()) {
                sections.add(new Section(page.number(), page.label(), rows));
            }
        }
        model.addAttribute("sections", sections);
        return "form/check";
    }

    private void frame(Sheet sheet, List<FieldError> errors, Model model) {
        model.addAllAttributes(sheet.side().model());
        model.addAttribute("sheet", sheet);
        model.addAttribute("errors", errors);
        model.addAttribute("key", keys.fresh());
        var fragment = sheet.side().fragment().split("::");
        model.addAttribute("sideTemplate", fragment[0].strip());
        model.addAttribute("sideFragment", fragment.length > 1 ? fragment[1].strip() : "");
    }

    private FormCheck check(Sheet sheet) {
        return new FormCheck(sheet.form(), sheet.side().options(), clock.today());
    }

    private static Status status(Page page, Typed typed, Checked checked) {
        var fields = page.fields().stream().filter(field -> !checked.hidden().contains(field.key())).toList();
        if (fields.isEmpty() && !page.fields().isEmpty()) {
            return Status.NOT_NEEDED;
        }
        var begun = fields.stream().anyMatch(typed::answered);
        var wrong = fields.stream().anyMatch(field -> checked.errors().containsKey(field.key()));
        return wrong ? begun ? Status.INCOMPLETE : Status.NOT_STARTED
                : begun || fields.stream().noneMatch(field -> field.rules().required()) && begun ? Status.COMPLETED : Status.OPTIONAL;
    }

    /** A question and its answer, both in words. */
    record Answered(String question, String answer) {}

    /** How far a part of the form is. */
    enum Status {
        NOT_STARTED("Not yet started", "govuk-tag--blue"), INCOMPLETE("Incomplete", "govuk-tag--light-blue"), OPTIONAL("Optional", "govuk-tag--grey"),
        COMPLETED("Completed", ""), NOT_NEEDED("Not needed", "");

        private final String label;
        private final String tag;

        Status(String label, String tag) {
            this.label = label;
            this.tag = tag;
        }

        public String label() {
            return label;
        }

        /** The colour of the tag; empty for plain text, as the design system has it for what is done. */
        public String tag() {
            return tag;
        }
    }

    /** One line of the list of parts. */
    record Step(int number, String label, Status status) {}

    /** The answers of one part. */
    record Section(int number, String label, List<Row> rows) {}

    /** One question with its answer in words. */
    record Row(String question, String answer, String error, String anchor) {}
}
