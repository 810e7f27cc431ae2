package org.placewell.workflow.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.placewell.workflow.TaskHandler.Option;
import org.placewell.workflow.form.Form.Field;
import org.placewell.workflow.form.Form.Part;
import org.placewell.workflow.form.Form.Type;
import org.placewell.workflow.form.Form.Words;

/** Lays a form out for its template: each part with its value, error, choices and ids, so that the template only prints. */
public final class Boxes {

    private final Form form;
    private final FormCheck check;
    private final Typed typed;
    private final Map<String, String> errors;

    public Boxes(Form form, FormCheck check, Typed typed, Map<String, String> errors) {
        this.form = form;
        this.check = check;
        this.typed = typed;
        this.errors = errors;
    }

    /** The parts of a page, in order. */
    public List<Box> of(Form.Page page) {
        return page.parts().stream().map(this::box).toList();
    }

    private Box box(Part part) {
        // What hangs on a carried answer alone is shown or not for good: there is nothing to explain and nothing to watch.
        var hangs = part.hide() != null && part.hide().questions().stream().anyMatch(key -> form.field(key).filter(Field::version).isEmpty());
        var onlyIf = hangs ? "Only if " + shownWhen(part.hide(), false) : "";
        var rule = hangs ? json(part.hide()) : null;
        if (part instanceof Words words) {
            return new Box("WORDS", null, words, "", "", "", List.of(), onlyIf, rule, 0, "");
        }
        var field = (Field) part;
        var error = errors.getOrDefault(field.key(), "");
        var described = new ArrayList<String>();
        if (!field.description().isEmpty() || !onlyIf.isEmpty() || field.type() == Type.DATE) {
            described.add(field.key() + "-hint");
        }
        if (!error.isEmpty()) {
            described.add(field.key() + "-error");
        }
        return new Box(field.type().name(), field, null, typed.text(field.key()), error, described.isEmpty() ? null : String.join(" ", described),
                choices(field), onlyIf, rule, FieldCheck.longest(field), size(field));
    }

    private List<Choice> choices(Field field) {
        var choices = new ArrayList<Choice>();
        for (var option : check.options(field)) {
            choices.add(new Choice(choices.isEmpty() ? field.key() : field.key() + "-" + (choices.size() + 1), option.value(), option.label(),
                    typed.chosen(field.key(), option.value())));
        }
        return choices;
    }

    /** The answer in words, for the page where answers are checked; empty when there is none. */
    public String inWords(Field field) {
        return switch (field.type()) {
            case DATE -> typed.answered(field) ? Typed.names(field).stream().map(typed::text).collect(Collectors.joining(" ")) : "";
            case TICK -> typed.chosen(field.key(), "true") ? "Yes" : "No";
            case RADIO, SELECT, CHECKLIST -> check.options(field).stream().filter(option -> typed.chosen(field.key(), option.value()))
                    .map(Option::label).collect(Collectors.joining(", "));
            default -> typed.text(field.key());
        };
    }

    private String shownWhen(Condition hide, boolean holds) {
        if (hide instanceof Condition.Joined joined) {
            return joined.parts().stream().map(part -> shownWhen(part, holds)).collect(Collectors.joining(joined.all() == holds ? " and " : " or "));
        }
        var compare = (Condition.Compare) hide;
        var asked = form.field(compare.key());
        var question = asked.map(Field::label).orElse(compare.key());
        var answer = asked.flatMap(field -> check.options(field).stream().filter(option -> option.value().equals(compare.value())).findFirst())
                .map(Option::label).orElse(compare.value());
        if (asked.isPresent() && asked.get().type() == Type.TICK) {
            var ticked = compare.value().equals("true") == (compare.equal() == holds);
            return "you " + (ticked ? "ticked" : "did not tick") + " “" + question + "”";
        }
        return (compare.equal() == holds ? "you answered “" : "you did not answer “") + answer + "” to “" + question + "”";
    }

    private static String json(Condition condition) {
        if (condition instanceof Condition.Joined joined) {
            return "{\"all\":" + joined.all() + ",\"of\":[" + joined.parts().stream().map(Boxes::json).collect(Collectors.joining(",")) + "]}";
        }
        var compare = (Condition.Compare) condition;
        return "{\"key\":\"" + compare.key() + "\",\"equal\":" + compare.equal() + ",\"value\":\"" + compare.value() + "\"}";
    }

    private static String size(Field field) {
        return switch (Kind.of(field.kind())) {
            case MONEY, HOURS -> "govuk-input--width-5";
            case NHS_NUMBER, POSTCODE -> "govuk-input--width-10";
            case PHONE -> "govuk-input--width-20";
            default -> field.type() == Type.NUMBER ? "govuk-input--width-5" : FieldCheck.longest(field) <= 20 ? "govuk-input--width-20" : "";
        };
    }

    /**
     * One part as the template prints it.
     *
     * @param type the question's type, or WORDS
     * @param onlyIf for a part that can be hidden, when it is asked; read by people without JavaScript
     * @param rule the condition as JSON for the script that hides it; null for none
     */
    public record Box(String type, Field field, Words words, String value, String error, String describedBy, List<Choice> choices,
            String onlyIf, String rule, int longest, String size) {

        public boolean wrong() {
            return !error.isEmpty();
        }

        /** Whether the part is carried by the page and not shown. */
        public boolean carried() {
            return field != null && field.version();
        }

        /** Whether the browser should offer a keyboard of digits. */
        public boolean digits() {
            return field.type() == Type.NUMBER && field.kind().isEmpty() || field.kind().equals("nhs-number");
        }
    }

    /** One choice of a question with its own id. */
    public record Choice(String id, String value, String label, boolean chosen) {}
}
