package org.placewell.workflow.form;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.placewell.shared.FieldError;
import org.placewell.shared.Problem;
import org.placewell.workflow.Answers;
import org.placewell.workflow.TaskHandler.Option;
import org.placewell.workflow.form.Form.Field;

/**
 * Checks what was typed against the form's own file, on the server: nothing that the form does not ask, everything that it
 * requires, each answer within its rules. Hidden questions are dropped, whatever was typed there.
 */
public final class FormCheck {

    private final Form form;
    private final Map<String, List<Option>> lists;
    private final LocalDate today;

    /**
     * @param lists the choices that the page's handler gives, by {@code valuesKey}
     * @param today the London date that "past" and "future" are measured from
     */
    public FormCheck(Form form, Map<String, List<Option>> lists, LocalDate today) {
        this.form = form;
        this.lists = lists;
        this.today = today;
    }

    /** The names that were posted although these questions do not have them. */
    public static Set<String> unknown(Collection<Field> asked, Set<String> posted) {
        var unknown = new TreeSet<>(posted);
        asked.forEach(field -> Typed.names(field).forEach(unknown::remove));
        return unknown;
    }

    /** The choices of a question: the file's own or the handler's. */
    public List<Option> options(Field field) {
        return field.valuesKey().isEmpty() ? field.options() : lists.getOrDefault(field.valuesKey(), List.of());
    }

    /** Checks the whole form. */
    public Checked check(Typed typed) {
        var answers = new TreeMap<String, Object>();
        var errors = new LinkedHashMap<String, String>();
        for (var field : form.fields()) {
            try {
                var answer = new FieldCheck(field, options(field), today).read(typed);
                if (answer != null) {
                    answers.put(field.key(), answer);
                }
            } catch (Problem problem) {
                errors.put(field.key(), problem.getMessage());
            }
        }
        // A question may hang on one that is itself hidden: drop until nothing changes.
        var hidden = new TreeSet<String>();
        while (hidden.addAll(hiddenBy(answers))) {
            hidden.forEach(answers::remove);
        }
        hidden.forEach(errors::remove);
        return new Checked(form, new Answers(answers), errors, hidden);
    }

    private List<String> hiddenBy(Map<String, Object> answers) {
        return form.fields().stream().filter(field -> field.hide() != null && field.hide().holds(answers)).map(Field::key).toList();
    }

    /**
     * What came of it.
     *
     * @param answers the good answers of the questions that are shown
     * @param errors what is wrong, by question, in the form's order
     * @param hidden the questions that the answers hide
     */
    public record Checked(Form form, Answers answers, Map<String, String> errors, Set<String> hidden) {

        public boolean good() {
            return errors.isEmpty();
        }

        /** The errors of one page only. */
        public Checked of(Form.Page page) {
            var mine = new LinkedHashMap<>(errors);
            mine.keySet().retainAll(page.fields().stream().map(Field::key).toList());
            return new Checked(form, answers, mine, hidden);
        }

        /** The lines of the error summary. */
        public List<FieldError> summary() {
            return errors.entrySet().stream()
                    .map(error -> new FieldError(form.field(error.getKey()).map(Field::anchor).orElse(""), error.getValue())).toList();
        }

        /** The same with one more problem, beside its question when the form has it. */
        public Checked and(Problem problem) {
            var more = new LinkedHashMap<>(errors);
            more.put(problem.field(), problem.getMessage());
            return new Checked(form, answers, more, hidden);
        }
    }
}
