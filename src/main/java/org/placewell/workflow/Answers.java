package org.placewell.workflow;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.placewell.shared.Pence;

/**
 * The answers of a form after they have passed the form's own rules: strings, ISO dates, whole numbers, booleans, lists of
 * option codes. An unanswered or hidden question is absent. A question of the kind {@code money} is stored as pounds ({@code 842.50}), one
 * of the kind {@code hours} as {@code 16} or {@code 16:30}.
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

    /** The amount of a question of the kind {@code money}; null when unanswered. */
    public Pence pence(String key) {
        return has(key) ? Pence.parse(text(key)) : null;
    }

    /** The minutes of a question of the kind {@code hours}; {@code otherwise} when unanswered. */
    public int minutes(String key, int otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        var parts = text(key).split(":");
        return Math.addExact(Math.multiplyExact(Integer.parseInt(parts[0]), 60), parts.length > 1 ? Integer.parseInt(parts[1]) : 0);
    }

    /** The chosen option codes of a checklist. */
    @SuppressWarnings("unchecked")
    public List<String> list(String key) {
        return has(key) ? (List<String>) values.get(key) : List.of();
    }
}
