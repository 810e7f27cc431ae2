package org.placewell.workflow.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.placewell.workflow.form.Form.Field;
import org.placewell.workflow.form.Form.Type;

/**
 * What a person typed into a form, before anything is checked: what a page shows again after a mistake, and what a draft keeps.
 * A date has three entries, {@code key-day}, {@code key-month} and {@code key-year}.
 */
public record Typed(Map<String, List<String>> values) {

    /** Longer than any question allows: cut off here so that a draft cannot grow without bound. */
    static final int LONGEST = 20_000;
    static final String[] DATE_PARTS = {"-day", "-month", "-year"};

    public Typed {
        values = new TreeMap<>(values);
    }

    /** Nothing yet. */
    public static Typed nothing() {
        return new Typed(Map.of());
    }

    /** The names a question's boxes post under. */
    public static List<String> names(Field field) {
        return field.type() == Type.DATE
                ? List.of(field.key() + DATE_PARTS[0], field.key() + DATE_PARTS[1], field.key() + DATE_PARTS[2]) : List.of(field.key());
    }

    /** The answers a page begins with: typed values as stored, dates as {@code LocalDate} or ISO text. */
    public static Typed of(Form form, Map<String, Object> answers) {
        var typed = new LinkedHashMap<String, List<String>>();
        for (var field : form.fields()) {
            var answer = answers.get(field.key()) != null ? answers.get(field.key()) : field.example();
            if (answer == null || answer.toString().isEmpty()) {
                continue;
            }
            if (field.type() == Type.DATE) {
                var parts = answer.toString().split("-");
                typed.put(field.key() + "-day", List.of(plain(parts[2])));
                typed.put(field.key() + "-month", List.of(plain(parts[1])));
                typed.put(field.key() + "-year", List.of(parts[0]));
            } else if (answer instanceof List<?> several) {
                typed.put(field.key(), several.stream().map(Object::toString).toList());
            } else {
                typed.put(field.key(), List.of(answer.toString()));
            }
        }
        return new Typed(typed);
    }

    /** These values with a page's newly posted ones in place of the page's old ones. */
    public Typed with(List<Field> page, Map<String, List<String>> posted) {
        var merged = new TreeMap<>(values);
        for (var field : page) {
            for (var name : names(field)) {
                var given = posted.get(name);
                if (given == null) {
                    merged.remove(name);
                } else {
                    merged.put(name, given.stream().map(Typed::clean).toList());
                }
            }
        }
        return new Typed(merged);
    }

    /** The answers that a draft may keep: all but the secret ones. */
    public Typed forDraft(Form form) {
        var kept = new TreeMap<>(values);
        form.fields().stream().filter(Field::secret).map(Field::key).forEach(kept::remove);
        return new Typed(kept);
    }

    /**
     * The same answers with the record's version as it is now: once a conflict has been shown beside what was typed, sending it
     * again is meant.
     *
     * @param now the answers that the page would begin with now
     */
    public Typed renewed(Form form, Map<String, Object> now) {
        var renewed = new TreeMap<>(values);
        form.fields().stream().filter(field -> field.version() && now.get(field.key()) != null)
                .forEach(field -> renewed.put(field.key(), List.of(now.get(field.key()).toString())));
        return new Typed(renewed);
    }

    /** The one text under a name; empty when there is none. */
    public String text(String name) {
        var found = values.get(name);
        return found == null || found.isEmpty() ? "" : found.get(0);
    }

    /** Whether the name was given that value: for ticks and radios. */
    public boolean chosen(String name, String value) {
        return values.getOrDefault(name, List.of()).contains(value);
    }

    /** Whether anything was typed for the question. */
    public boolean answered(Field field) {
        return names(field).stream().anyMatch(name -> values.getOrDefault(name, List.of()).stream().anyMatch(value -> !value.isBlank()));
    }

    private static String clean(String value) {
        var text = value.replace("\r\n", "\n").replace('\r', '\n').strip();
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private static String plain(String number) {
        return number.substring(0, Math.min(2, number.length())).replaceFirst("^0", "");
    }
}
