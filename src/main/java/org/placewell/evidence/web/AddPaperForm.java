package org.placewell.evidence.web;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.placewell.contract.domain.IncomeKind;
import org.placewell.evidence.ChecklistView;
import org.placewell.evidence.ChecklistView.Rank;
import org.placewell.evidence.EmployerBasis;
import org.placewell.evidence.EvidenceTypes;
import org.placewell.evidence.NewPaper;
import org.placewell.evidence.PaperSheet;
import org.placewell.evidence.PaperView.AlternativeReason;
import org.placewell.evidence.PaperView.ObtainedFrom;
import org.placewell.evidence.PaperView.ObtainedHow;
import org.placewell.security.Actor;
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

    private static final String FORM = "addPaper";
    private static final String FILE = "file";
    private static final Map<Rank, String> BESIDE = Map.of(Rank.PREFERRED, "", Rank.ALTERNATIVE, " (alternative)", Rank.SELF_EMPLOYED,
            " (self-employed)", Rank.PROVISIONAL, " (for a while only)");
    private static final Set<String> ABOUT_PAY = Set.of("payShown", "paperNumber", "otherIncome");
    private final FormShelf shelf;
    private final CommandKeys keys;
    private final MovableClock clock;

    AddPaperForm(FormShelf shelf, CommandKeys keys, MovableClock clock) {
        this.shelf = shelf;
        this.keys = keys;
        this.clock = clock;
    }

    /** Puts the form on a page, empty or as typed. */
    void show(PaperSheet sheet, Typed typed, Checked checked, Model model) {
        var form = form(sheet);
        var wrong = checked == null ? Map.<String, String>of() : checked.errors();
        model.addAttribute("boxes", new Boxes(form, check(sheet), typed, wrong).of(form.pages().get(0)));
        model.addAttribute("typed", typed);
        model.addAttribute("fileError", wrong.get(FILE));
        model.addAttribute("errors", checked == null ? List.of() : summary(checked));
        model.addAttribute("key", keys.fresh());
    }

    /** What the page begins with: got by whoever opens it. */
    Typed fresh(Actor actor) {
        return Typed.of(shelf.ofCommand(FORM), Map.of("obtainedBy", actor.username()));
    }

    Typed typed(MultiValueMap<String, String> posted) {
        var given = new LinkedHashMap<String, List<String>>();
        posted.forEach((name, values) -> {
            if (!name.startsWith("_")) {
                given.put(name, values);
            }
        });
        var form = shelf.ofCommand(FORM);
        if (!FormCheck.unknown(form.fields(), given.keySet()).isEmpty()) {
            throw Problem.of("unknown-field", "This form was sent with answers to questions that it does not ask. Open the page again");
        }
        return Typed.nothing().with(form.fields(), given);
    }

    Checked checked(PaperSheet sheet, Typed typed) {
        return check(sheet).check(typed);
    }

    NewPaper paper(Answers answers, String fileName, String declaredType, byte[] bytes) {
        return new NewPaper(answers.text("typeCode"), text(answers, "jobRef"), answers.date("coversFrom"), answers.date("coversTo"),
                ObtainedFrom.ofCode(answers.text("obtainedFrom")), ObtainedHow.ofCode(answers.text("obtainedHow")), answers.date("obtainedOn"),
                text(answers, "obtainedBy"), AlternativeReason.ofCode(answers.text("alternativeReason")), text(answers, "alternativeDetail"),
                EmployerBasis.ofCode(answers.text("employerBasis")), shows(answers), fileName, declaredType, bytes);
    }

    private static NewPaper.Shows shows(Answers answers) {
        int minutes = answers.minutes("minutesShown", 0);
        var pay = answers.pence("payShown");
        var number = text(answers, "paperNumber");
        return new NewPaper.Shows(minutes == 0 ? null : minutes, pay == null ? null : pay.amount(),
                number == null ? null : number.toUpperCase(Locale.UK).replaceAll("\\s+", ""),
                Arrays.stream(IncomeKind.values()).filter(income -> answers.list("otherIncome").contains(EvidenceTypes.code(income))).collect(Collectors.toSet()));
    }

    private static String text(Answers answers, String key) {
        return answers.has(key) ? answers.text(key) : null;
    }

    /** The questions that make sense for the claim: about pay when a paper of pay is taken, which job when there are several. */
    private Form form(PaperSheet sheet) {
        var left = new HashSet<String>();
        if (sheet.jobs().size() < 2) {
            left.add("jobRef");
        }
        if (!sheet.asksAboutPay()) {
            left.addAll(ABOUT_PAY);
        }
        var form = shelf.ofCommand(FORM);
        return new Form(form.id(), form.pages().stream().map(page -> new Form.Page(page.number(), page.label(), page.parts().stream()
                .filter(part -> !(part instanceof Form.Field field && left.contains(field.key()))).toList())).toList(), form.button(), form.checkedFirst());
    }

    private FormCheck check(PaperSheet sheet) {
        var types = sheet.lines().stream().collect(Collectors.toMap(ChecklistView.Line::typeCode,
                line -> new Option(line.typeCode(), line.type() + BESIDE.get(line.rank())), (first, again) -> first, LinkedHashMap::new))
                .values().stream().toList();
        var jobs = sheet.jobs().stream().map(job -> new Option(job.jobRef(), job.inWords())).toList();
        var colleagues = sheet.colleagues().stream().map(person -> new Option(person.username(), person.name())).toList();
        return new FormCheck(form(sheet), Map.of("types", types, "jobs", jobs, "colleagues", colleagues), clock.today());
    }

    /** The lines of the error summary; the file's question is on the page, but not in the form's file. */
    private static List<FieldError> summary(Checked checked) {
        return checked.errors().entrySet().stream().map(error -> new FieldError(error.getKey().equals(FILE) ? FILE
                : checked.form().field(error.getKey()).map(Form.Field::anchor).orElse(""), error.getValue())).toList();
    }
}
