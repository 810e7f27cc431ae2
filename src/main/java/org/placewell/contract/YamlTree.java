package org.placewell.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.io.StringReader;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A YAML text as a tree that knows the line and column of each part, by JSON pointer. Only plain YAML is read: text, whole
 * numbers, true and false, lists and maps; no object of any class is ever built from it.
 */
final class YamlTree {

    /** The largest file that is read. */
    static final int MAX_BYTES = 1_000_000;

    private static final int MAX_PARTS = 20_000;
    private static final int MAX_DEPTH = 40;

    private final Map<String, Mark> marks = new HashMap<>();
    private final List<Mistake> mistakes = new ArrayList<>();
    private final Set<String> unsound = new HashSet<>();
    private final Deque<Node> open = new ArrayDeque<>();
    private JsonNode root;
    private int parts;

    private YamlTree() {}

    /** Reads a text; when it has mistakes only its sound parts, if any, may be used. */
    static YamlTree of(String yaml) {
        var tree = new YamlTree();
        if (yaml.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            tree.mistakes.add(new Mistake(1, 1, "The file is larger than 1 MB. Terms are text of a few pages: check that it is the right file"));
            return tree;
        }
        try {
            var options = new LoaderOptions();
            options.setCodePointLimit(MAX_BYTES);
            options.setNestingDepthLimit(MAX_DEPTH);
            options.setMaxAliasesForCollections(1_000);
            var node = new Yaml(new SafeConstructor(options)).compose(new StringReader(yaml));
            if (node == null) {
                tree.mistakes.add(new Mistake(1, 1, "The file is empty"));
            } else {
                tree.root = tree.json(node, "");
            }
        } catch (TooMuch e) {
            tree.mistakes.add(e.mistake);
        } catch (MarkedYAMLException e) {
            tree.mistakes.add(at(e.getProblemMark(), "This is not YAML: " + e.getProblem()));
        } catch (YAMLException e) {
            tree.mistakes.add(new Mistake(1, 1, "This is not YAML: " + e.getMessage()));
        }
        return tree;
    }

    /** The whole of it; null when it could not be read to its end. */
    JsonNode root() {
        return root;
    }

    /** The parts that do not say what they seem to: said twice, or of a wrong shape. */
    Set<String> unsound() {
        return unsound;
    }

    /** Whether nothing in the part, nor the part itself, is unsound. */
    boolean isSound(String pointer) {
        return unsound.stream().noneMatch(place -> (place + "/").startsWith(pointer + "/") || (pointer + "/").startsWith(place + "/"));
    }

    /** A key as it stands in a pointer. */
    static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    List<Mistake> mistakes() {
        return mistakes;
    }

    /** A mistake at the part that the pointer names, or at the nearest part around it. */
    Mistake mistake(String pointer, String message) {
        var at = pointer;
        while (!marks.containsKey(at) && !at.isEmpty()) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return at(marks.get(at), message);
    }

    private static Mistake at(Mark mark, String message) {
        return mark == null ? new Mistake(1, 1, message) : new Mistake(mark.getLine() + 1, mark.getColumn() + 1, message);
    }

    private JsonNode json(Node node, String pointer) {
        if (open.contains(node)) {
            throw new TooMuch(at(node.getStartMark(), "This part contains itself. Write it out instead of repeating it with *"));
        }
        if (++parts > MAX_PARTS || open.size() > MAX_DEPTH) {
            throw new TooMuch(at(node.getStartMark(), "The file repeats its parts too often with *. Write out what it says"));
        }
        marks.putIfAbsent(pointer, node.getStartMark());
        open.push(node);
        try {
            if (node instanceof MappingNode map) {
                return map(map, pointer);
            }
            if (node instanceof SequenceNode list) {
                var array = JsonNodeFactory.instance.arrayNode();
                int i = 0;
                for (var item : list.getValue()) {
                    array.add(json(item, pointer + "/" + i++));
                }
                return array;
            }
            return scalar((ScalarNode) node);
        } finally {
            open.pop();
        }
    }

    private JsonNode map(MappingNode map, String pointer) {
        var object = JsonNodeFactory.instance.objectNode();
        Set<String> keys = new HashSet<>();
        for (var entry : map.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                mistakes.add(at(entry.getKeyNode().getStartMark(), "A key must be a word"));
                continue;
            }
            var child = pointer + "/" + escaped(key.getValue());
            if (!keys.add(key.getValue())) {
                mistakes.add(at(key.getStartMark(), "'" + key.getValue() + "' is here twice. Keep one of them"));
                unsound.add(child);
                continue;
            }
            marks.put(child, key.getStartMark());
            object.set(key.getValue(), json(entry.getValueNode(), child));
        }
        return object;
    }

    private static JsonNode scalar(ScalarNode node) {
        var text = node.getValue();
        if (node.getTag().equals(Tag.INT) && text.matches("-?(0|[1-9]\\d{0,17})")) {
            return JsonNodeFactory.instance.numberNode(Long.parseLong(text));
        }
        if (node.getTag().equals(Tag.BOOL) && (text.equals("true") || text.equals("false"))) {
            return JsonNodeFactory.instance.booleanNode(text.equals("true"));
        }
        if (node.getTag().equals(Tag.NULL)) {
            return JsonNodeFactory.instance.nullNode();
        }
        return JsonNodeFactory.instance.textNode(text);
    }

    private static final class TooMuch extends RuntimeException {
        private final Mistake mistake;

        TooMuch(Mistake mistake) {
            super(mistake.message());
            this.mistake = mistake;
        }
    }
}
