package org.placewell.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.placewell.shared.Pence;

/** One part of a terms file whose shape is right, with its place, read as what it means. */
final class Part {

    private final YamlTree tree;
    private final JsonNode node;
    private final String pointer;
    private final List<Mistake> mistakes;

    Part(YamlTree tree, JsonNode node, String pointer, List<Mistake> mistakes) {
        this.tree = tree;
        this.node = node;
        this.pointer = pointer;
        this.mistakes = mistakes;
    }

    /** The part with that key; one that is absent stands for nothing. */
    Part get(String key) {
        return new Part(tree, node.has(key) ? node.get(key) : MissingNode.getInstance(), pointer + "/" + key, mistakes);
    }

    boolean isThere() {
        return !node.isMissingNode() && !node.isNull();
    }

    /** The key or the position of this part. */
    String key() {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }

    /** The parts of a list or of a block, in the order of the file. */
    List<Part> parts() {
        var parts = new ArrayList<Part>();
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                parts.add(new Part(tree, node.get(i), pointer + "/" + i, mistakes));
            }
        } else {
            node.fieldNames().forEachRemaining(key -> parts.add(get(key)));
        }
        return parts;
    }

    String text() {
        return isThere() ? node.asText().strip().replaceAll("\\s+", " ") : "";
    }

    String textOr(String other) {
        return isThere() ? text() : other;
    }

    /** The text, or null when absent. */
    String textOrNull() {
        return isThere() ? text() : null;
    }

    int number() {
        return node.asInt();
    }

    OptionalInt count() {
        return isThere() ? OptionalInt.of(node.asInt()) : OptionalInt.empty();
    }

    /** The number at the front of a time such as {@code 14 days}. */
    int leading() {
        var digits = text().replaceAll("^\\D*(\\d*).*$", "$1");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    OptionalInt leadingOrNone() {
        return "none".equals(text()) ? OptionalInt.empty() : OptionalInt.of(leading());
    }

    boolean isTrue() {
        return node.asBoolean(false);
    }

    /** The amount, or null when absent. */
    Pence money() {
        return isThere() ? Pence.parse(text()) : null;
    }

    /** Hundredths of a percent. */
    int basisPoints() {
        return new BigDecimal(text().replace("%", "")).movePointRight(2).intValueExact();
    }

    /** The date, or null when absent or not in the calendar, which is a mistake. */
    LocalDate date() {
        if (!isThere()) {
            return null;
        }
        try {
            return LocalDate.parse(text());
        } catch (DateTimeException e) {
            wrong("There is no day " + text() + " in the calendar");
            return null;
        }
    }

    /** Whether the file says this part itself, and nothing stands in for any of it. */
    boolean isSound() {
        return tree.isSound(pointer);
    }

    /** Notes a mistake in this part. */
    void wrong(String message) {
        mistakes.add(tree.mistake(pointer, message));
    }
}
