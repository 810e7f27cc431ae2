package org.placewell.evidence.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.placewell.evidence.EmployerBasis;
import org.placewell.evidence.EvidenceCaseView;
import org.placewell.evidence.EvidenceTypes;
import org.placewell.evidence.NewPaper;
import org.placewell.evidence.PaperView.AlternativeReason;
import org.placewell.evidence.PaperView.ObtainedFrom;
import org.placewell.evidence.PaperView.ObtainedHow;
import org.placewell.shared.FieldError;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.workflow.Answers;
import org.placewell.workflow.CommandKeys;
import org.placewell.workflow.FormShelf;
import org.placewell.workflow.TaskHandler.Option;
import org.placewell.workflow.form.Boxes;
import org.placewell.workflow.form.Form;
import org.placewell.workflow.form.FormCheck;
import org.placewell.workflow.form.FormCheck.Checked;
import org.placewell.workflow.form.Typed;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

/** The questions about a paper, from the same kind of file as every form, beside the one question such files lack: the upload. */
@Component
class AddPaperForm {

    private static final String FILE = "file";
    private final FormShelf shelf;
    private final CommandKeys keys;
    private final MovableClock clock;

    AddPaperForm(FormShelf shelf, CommandKeys keys, MovableClock clock) {
        this.shelf = shelf;
        this.keys = keys;
        this.clock = clock;
    }

    /** Puts the form on a page, empty or as typed. */
    void show(EvidenceCaseView evidence, Typed typed, Checked checked, Model model) {
        var form = form();
        var wrong = checked == null ? Map.<String, String>of() : checked.errors();
        model.addAttribute("boxes", new Boxes(form, check(evidence), typed, wrong).of(form.pages().get(0)));
        model.addAttribute("typed", typed);
        model.addAttribute("fileError", wrong.get(FILE));
        model.addAttribute("errors", checked == null ? List.of() : summary(checked));
        model.addAttribute("key", keys.fresh());
    }

    Typed typed(MultiValueMap<String, String> posted) {
        var given = new LinkedHashMap<String, List<String>>();
        posted.forEach((name, values) -> {
            if (!name.startsWith("_")) {
                given.put(name, values);
            }
        });
        var form = form();
        if (!FormCheck.unknown(form.fields(), given.keySet()).isEmpty()) {
            throw Problem.of("unknown-field", "This form was sent with answers to questions that it does not ask. Open the page again");
        }
        return Typed.nothing().with(form.fields(), given);
    }

    Checked checked(EvidenceCaseView evidence, Typed typed) {
        return check(evidence).check(typed);
    }

    NewPaper paper(Answers answers, String fileName, String declaredType, byte[] bytes) {
        int minutes = answers.minutes("minutesShown", 0);
        return new NewPaper(answers.text("typeCode"), answers.date("coversFrom"), answers.date("coversTo"),
                ObtainedFrom.ofCode(answers.text("obtainedFrom")), ObtainedHow.ofCode(answers.text("obtainedHow")), answers.date("obtainedOn"),
                AlternativeReason.ofCode(answers.text("alternativeReason")), answers.has("alternativeDetail") ? answers.text("alternativeDetail") : null,
                EmployerBasis.ofCode(answers.text("employerBasis")), minutes == 0 ? null : minutes, fileName, declaredType, bytes);
    }

    private Form form() {
        return shelf.ofCommand("addPaper");
    }

    private FormCheck check(EvidenceCaseView evidence) {
        var needs = evidence.claim().requirements();
        var types = Stream.concat(needs.preferred().stream().map(code -> new Option(code, EvidenceTypes.label(code))),
                needs.alternatives().stream().map(code -> new Option(code, EvidenceTypes.label(code) + " (alternative)"))).toList();
        return new FormCheck(form(), Map.of("types", types), clock.today());
    }

    /** The lines of the error summary; the file's question is on the page, but not in the form's file. */
    private static List<FieldError> summary(Checked checked) {
        return checked.errors().entrySet().stream().map(error -> new FieldError(error.getKey().equals(FILE) ? FILE
                : checked.form().field(error.getKey()).map(Form.Field::anchor).orElse(""), error.getValue())).toList();
    }
}
