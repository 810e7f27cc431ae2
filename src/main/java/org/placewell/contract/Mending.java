package org.placewell.contract;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Puts something right in the place of each part of a terms file whose shape is wrong, so that the sound parts can be judged in the
 * same round. What stands in says nothing by itself: it is put in several ways that differ in whatever a judgement could rest on or a
 * message could quote, and only what is wrong whichever way is a mistake of the file.
 */
final class Mending {

    /** In how many ways the parts are mended. */
    static final int WAYS = 4;

    /** The way in which what may have been meant by a key that nobody knows is there. */
    private static final int MAYBE_WAY = 3;

    /** Entries that may be absent and whose absence is judged: a key that nobody knows may have been meant to be one of them. */
    private static final Map<String, List<String>> MAYBE = Map.of("/versions/\\d+", List.of("sampling", "trial"), "/versions/\\d+/deadlines",
            List.of("sample"), "/versions/\\d+/outcomes/[^/]+", List.of("shared", "paid-in"),
            "/versions/\\d+/outcomes/[^/]+/paid-in/\\d+", List.of("when-also"), "/versions/\\d+/service-fees/[^/]+", List.of("shared"));

    private static final JsonNodeFactory NEW = JsonNodeFactory.instance;
    private static final String OUTCOME = "/versions/\\d+/outcomes/[^/]+";
    private static final String STAGE = OUTCOME + "/paid-in/\\d+";

    /** Parts that are mended as a whole, whatever in them is wrong. */
    private static final Pattern WHOLE = Pattern.compile("(" + OUTCOME + "/(when|then|shared)|" + STAGE + "/when-also"
            + "|/versions/\\d+/(shares|sampling|allocation|limits/(payers|each)/[^/]+)|/versions/\\d+/service-fees/[^/]+/shared)(/.*)?");

    private final ObjectNode root;
    private final int way;

    private Mending(ObjectNode root, int way) {
        this.root = root;
        this.way = way;
    }

    /** The part to mend when something at the pointer is wrong. */
    static String place(String pointer) {
        var whole = WHOLE.matcher(pointer);
        return whole.matches() ? whole.group(1) : pointer;
    }

    /** A copy of the file in which nothing of those places is left. */
    static JsonNode of(ObjectNode file, Collection<String> places, int way) {
        var mending = new Mending(file.deepCopy(), way);
        // Outer parts before inner ones, the parties before what is shared among them.
        new TreeSet<>(places.stream().map(Mending::place).toList()).forEach(mending::mend);
        return mending.root;
    }

    private void mend(String place) {
        var pointer = JsonPointer.compile(place);
        var around = root.at(pointer.head());
        var other = standIn(place, pointer);
        if (around instanceof ArrayNode list && pointer.last().getMatchingIndex() < list.size()) {
            list.set(pointer.last().getMatchingIndex(), other == null ? NEW.objectNode() : other);
        } else if (around instanceof ObjectNode block && other == null) {
            block.remove(pointer.last().getMatchingProperty());
            if (way == MAYBE_WAY) {
                maybe(block, pointer.head().toString(), pointer.last().getMatchingProperty());
            }
        } else if (around instanceof ObjectNode block) {
            block.set(pointer.last().getMatchingProperty(), other);
        }
    }

    private void maybe(ObjectNode block, String place, String unknown) {
        for (var entry : MAYBE.entrySet()) {
            for (var name : place.matches(entry.getKey()) ? entry.getValue() : List.<String>of()) {
                if (!block.has(name) && isLike(unknown, name)) {
                    block.set(name, standIn(place + "/" + name, JsonPointer.compile(place + "/" + name)));
                }
            }
        }
    }

    /** Whether half of a name or more stands at the beginning and the end of a word. */
    private static boolean isLike(String word, String name) {
        int most = Math.min(word.length(), name.length());
        int same = 0;
        while (same < most && word.charAt(same) == name.charAt(same)) {
            same++;
        }
        int begun = same;
        while (same < most && word.charAt(word.length() - 1 - same + begun) == name.charAt(name.length() - 1 - same + begun)) {
            same++;
        }
        return 2 * same >= name.length();
    }

    /** What stands in for a part; null where the part may just as well be absent. */
    private JsonNode standIn(String place, JsonPointer pointer) {
        var name = pointer.last().getMatchingProperty();
        if (place.startsWith("/parties")) {
            return party(place, name);
        }
        if (place.matches(OUTCOME)) {
            return outcome();
        }
        if (place.matches(STAGE)) {
            return NEW.objectNode().put("part", percent());
        }
        if (place.matches("/versions/\\d+")) {
            return NEW.objectNode().put("sampling", "none");
        }
        return switch (name) {
            case "shares", "shared" -> shares();
            case "sampling", "sample" -> NEW.textNode("none");
            case "deadlines" -> way == 0 ? null : NEW.objectNode().put("sample", "none");
            case "trial" -> NEW.booleanNode(way > 0);
            case "pays", "pays-each-month" -> pounds();
            case "title" -> NEW.textNode(pointer.head().last() == null ? "" : pointer.head().last().getMatchingProperty());
            case "once-per" -> NEW.textNode("referral");
            case "claim-within" -> NEW.textNode("3 months");
            case "when", "when-also" -> metric();
            case "part" -> NEW.textNode(percent());
            case "paid-in" -> way == 0 ? null : stages();
            default -> null;
        };
    }

    private JsonNode party(String place, String name) {
        var id = "somebody-" + name + "-" + way;
        if (place.equals("/parties/payers") || place.equals("/parties")) {
            var payers = NEW.arrayNode().add(NEW.objectNode().put("id", id));
            return name.equals("payers") ? payers : NEW.objectNode().set("payers", payers);
        }
        if (place.matches("/parties/payers/\\d+")) {
            return NEW.objectNode().put("id", id);
        }
        return place.matches("/parties/payers/\\d+/id") ? NEW.textNode("somebody-" + place.replaceAll("\\D", "") + "-" + way) : null;
    }

    private JsonNode outcome() {
        var outcome = NEW.objectNode().put("once-per", "referral").put("claim-within", "3 months");
        return outcome.setAll(Map.of("pays", pounds(), "when", metric()));
    }

    private JsonNode metric() {
        return switch (way) {
            case 0 -> NEW.objectNode().put("vocational-profile", "completed");
            case 1 -> NEW.objectNode().set("paid-competitive-work", NEW.objectNode().put("full-days", 1));
            default -> NEW.objectNode().set("earnings", NEW.objectNode().put("reach", "£1").put("within", "90 days"));
        };
    }

    /** All of it by the first payer, by the last one, or by halves. */
    private JsonNode shares() {
        var payers = root.at("/parties/payers");
        var shares = NEW.objectNode();
        var first = payers.path(0).path("id").asText();
        var last = payers.path(payers.size() - 1).path("id").asText();
        return way == 2 && !first.equals(last) ? shares.put(first, "50%").put(last, "50%") : shares.put(way == 0 ? first : last, "100%");
    }

    /** So many parts that every later one somebody could have named is there. */
    private JsonNode stages() {
        var stages = NEW.arrayNode();
        for (int i = 0; i < 10; i++) {
            var stage = stages.addObject().put("part", "10%");
            if (i > 0) {
                stage.set("when-also", NEW.objectNode().put("vocational-profile", "completed"));
            }
        }
        return stages;
    }

    private JsonNode pounds() {
        return NEW.textNode("£" + (way + 1));
    }

    private String percent() {
        return way + 1 + "%";
    }
}
