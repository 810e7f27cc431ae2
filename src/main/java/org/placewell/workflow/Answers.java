package org.placewell.workflow;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The answers of a form after they have passed the form's own rules: strings, ISO dates, whole numbers, booleans, lists of
 * option codes. An unanswered or hidden question is absent.
 */
public record Answers(Map<String, Object> values) {

    public Answers {
        values = new TreeMap<>(values);
    }

    public boolean has(String key) {
        return values.get(key) != null;
    }

    /** The text or option code; empty when unanswered. */
    public String text(String key) {
        var value = values.get(key);
        return value == null ? "" : value.toString();
    }

    /** The date; null when unanswered. */
    public LocalDate date(String key) {
        return has(key) ? LocalDate.parse(text(key)) : null;
    }

    /** Whether the box is ticked or the answer is yes. */
    public boolean yes(String key) {
        return "true".equals(text(key)) || "yes".equals(text(key));
    }

    /** The whole number; {@code otherwise} when unanswered. */
    public long number(String key, long otherwise) {
        return has(key) ? ((Number) values.get(key)).longValue() : otherwise;
    }

    /** The chosen option codes of a checklist. */
    @SuppressWarnings("unchecked")
    public List<String> list(String key) {
        return has(key) ? (List<String>) values.get(key) : List.of();
    }
}
