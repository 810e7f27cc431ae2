package org.placewell.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.placewell.workflow.TaskHandler.Option;
import org.placewell.workflow.form.Form.Field;
import org.placewell.workflow.form.Form.Page;
import org.placewell.workflow.form.Form.Part;
import org.placewell.workflow.form.Form.Rules;
import org.placewell.workflow.form.Form.Type;
import org.placewell.workflow.form.Form.Words;

/** Reads a Camunda Form (JSON). What the pages cannot show or the server cannot check is refused here, not ignored. */
public final class FormReader {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Type> TYPES = Map.of("textfield", Type.TEXT, "textarea", Type.LONG_TEXT, "number", Type.NUMBER,
            "checkbox", Type.TICK, "radio", Type.RADIO, "select", Type.SELECT, "checklist", Type.CHECKLIST, "datetime", Type.DATE);
    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    private FormReader() {}

    /**
     * Reads a form.
     *
     * @throws IllegalArgumentException when the file says something that Placewell does not do
     */
    public static Form read(InputStream file) {
        try {
            return form(JSON.readTree(file));
        } catch (IOException e) {
            throw new IllegalArgumentException("not a form: " + e.getMessage(), e);
        }
    }

    private static Form form(JsonNode root) {
        var id = root.path("id").asText();
        var pages = new ArrayList<Page>();
        var loose = new ArrayList<Part>();
        var button = "";
        boolean checkedFirst = false;
        for (var component : root.path("components")) {
            switch (component.path("type").asText()) {
                case "group" -> {
                    flush(loose, pages, id);
                    pages.add(new Page(pages.size() + 1, component.path("label").asText(""), parts(component.path("components"), id)));
                    checkedFirst |= component.path("properties").path("check").asText("").equals("first");
                }
                case "button" -> button = component.path("label").asText("");
                default -> loose.add(part(component, id));
            }
        }
        flush(loose, pages, id);
        var form = new Form(id, List.copyOf(pages), button, checkedFirst);
        var keys = form.fields().stream().map(Field::key).toList();
        if (pages.isEmpty() || keys.stream().distinct().count() != keys.size()) {
            throw new IllegalArgumentException("form " + id + ": needs a question, and each key once");
        }
        return form;
    }

    /** Questions outside a group make a page of their own; text alone joins nothing and is kept as a page of text. */
    private static void flush(List<Part> loose, List<Page> pages, String id) {
        if (!loose.isEmpty()) {
            pages.add(new Page(pages.size() + 1, "", List.copyOf(loose)));
            loose.clear();
        }
    }

    private static List<Part> parts(JsonNode components, String id) {
        var parts = new ArrayList<Part>();
        components.forEach(component -> parts.add(part(component, id)));
        return List.copyOf(parts);
    }

    private static Part part(JsonNode node, String id) {
        var type = node.path("type").asText();
        var hide = node.path("conditional").path("hide").isTextual() ? Condition.parse(node.path("conditional").path("hide").asText()) : null;
        if (type.equals("text")) {
            return words(node.path("text").asText(""), hide);
        }
        var key = node.path("key").asText("");
        if (!TYPES.containsKey(type) || !KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("form " + id + ": unknown component " + type + " " + key);
        }
        var more = node.path("properties");
        var label = node.has("label") ? node.path("label").asText() : node.path("dateLabel").asText(node.path("text").asText(""));
        return new Field(key, TYPES.get(type), label, node.path("description").asText(""), rules(node.path("validate"), more), options(node),
                node.path("valuesKey").asText(""), hide, Kind.known(more.path("kind").asText(""), id), more.path("missing").asText(""),
                more.path("autocomplete").asText(""), node.path("defaultValue").isValueNode() && !node.path("defaultValue").isNull()
                        ? node.path("defaultValue").asText() : null);
    }

    private static Rules rules(JsonNode validate, JsonNode more) {
        var pattern = validate.path("pattern").asText("");
        if (!pattern.isEmpty()) {
            Pattern.compile(pattern);
        }
        return new Rules(validate.path("required").asBoolean(false), validate.path("minLength").asInt(-1), validate.path("maxLength").asInt(-1),
                validate.has("min") ? validate.path("min").decimalValue() : null, validate.has("max") ? validate.path("max").decimalValue() : null,
                pattern, more.path("patternMessage").asText(""));
    }

    private static List<Option> options(JsonNode node) {
        var options = new ArrayList<Option>();
        for (var value : node.path("values")) {
            options.add(new Option(value.path("value").asText(), value.path("label").asText()));
        }
        return List.copyOf(options);
    }

    private static Words words(String text, Condition hide) {
        var lines = Arrays.stream(text.split("\\R+")).map(String::strip).filter(line -> !line.isEmpty()).toList();
        return new Words(lines.stream().filter(line -> !line.matches("[-*] .*")).map(line -> line.replaceAll("^#+ *|\\*\\*|__", "")).toList(),
                lines.stream().filter(line -> line.matches("[-*] .*")).map(line -> line.substring(2).replaceAll("\\*\\*|__", "")).toList(), hide);
    }
}
