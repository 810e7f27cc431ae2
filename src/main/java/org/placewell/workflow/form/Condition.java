package org.placewell.workflow.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * When a part of a form is hidden: the small part of FEEL that our forms use: {@code =answer = "code"}, {@code !=}, joined by
 * {@code and} and {@code or} ({@code and} binds tighter), with brackets. Anything else is refused when the form is read.
 */
public sealed interface Condition {

    /** Whether it holds for the answers; an absent answer equals nothing. */
    boolean holds(Map<String, ?> answers);

    /** The questions it reads. */
    Set<String> questions();

    /** {@code key = "value"}, or its negation. */
    record Compare(String key, boolean equal, String value) implements Condition {
        @Override
        public boolean holds(Map<String, ?> answers) {
            var answer = answers.get(key);
            var same = answer instanceof List<?> several ? several.contains(value) : Objects.equals(answer == null ? null : answer.toString(), value);
            return same == equal;
        }

        @Override
        public Set<String> questions() {
            return Set.of(key);
        }
    }

    /** Several conditions joined by {@code and} (all) or {@code or}. */
    record Joined(boolean all, List<Condition> parts) implements Condition {
        @Override
        public boolean holds(Map<String, ?> answers) {
            return all ? parts.stream().allMatch(part -> part.holds(answers)) : parts.stream().anyMatch(part -> part.holds(answers));
        }

        @Override
        public Set<String> questions() {
            var keys = new TreeSet<String>();
            parts.forEach(part -> keys.addAll(part.questions()));
            return keys;
        }
    }

    /**
     * Reads an expression.
     *
     * @throws IllegalArgumentException when it is not of the small language
     */
    static Condition parse(String feel) {
        if (feel == null || !feel.strip().startsWith("=")) {
            throw new IllegalArgumentException("a condition starts with '=': " + feel);
        }
        return new Reader(feel.strip().substring(1)).whole();
    }

    /** A reader of the small language, one word at a time. */
    final class Reader {
        private static final Pattern WORD = Pattern.compile("\\s*(\"[^\"]*\"|!=|=|\\(|\\)|[A-Za-z_][A-Za-z0-9_]*|-?\\d+)");
        private final String text;
        private final List<String> words = new ArrayList<>();
        private int at;

        private Reader(String text) {
            this.text = text;
            var found = WORD.matcher(text);
            int end = 0;
            while (found.find() && found.start() == end) {
                words.add(found.group(1));
                end = found.end();
            }
            if (!text.substring(end).isBlank() || words.isEmpty()) {
                throw refuse();
            }
        }

        private Condition whole() {
            var condition = joined("or");
            if (at < words.size()) {
                throw refuse();
            }
            return condition;
        }

        private Condition joined(String word) {
            var parts = new ArrayList<Condition>();
            do {
                parts.add(word.equals("or") ? joined("and") : one());
            } while (at < words.size() && words.get(at).equals(word) && ++at > 0);
            return parts.size() == 1 ? parts.get(0) : new Joined(word.equals("and"), List.copyOf(parts));
        }

        private Condition one() {
            var word = next();
            if (word.equals("(")) {
                var inner = joined("or");
                if (!next().equals(")")) {
                    throw refuse();
                }
                return inner;
            }
            var sign = next();
            var value = next();
            var constant = value.startsWith("\"") || value.matches("-?\\d+|true|false");
            if (!word.matches("[A-Za-z_]\\w*") || !sign.matches("!?=") || !constant) {
                throw refuse();
            }
            return new Compare(word, sign.equals("="), value.replace("\"", ""));
        }

        private String next() {
            if (at >= words.size()) {
                throw refuse();
            }
            return words.get(at++);
        }

        private IllegalArgumentException refuse() {
            return new IllegalArgumentException("not a condition that forms may use: " + text);
        }
    }
}
