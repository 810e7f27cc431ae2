package org.placewell.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Holds a terms file against the JSON Schema of terms, with messages for the people who write terms. */
final class TermsSchema {

    private static final JsonSchema SCHEMA = load("/contracts/terms.schema.json");

    /** Complaints about how much there is of a part, or how it is called, not about what it is. */
    private static final Set<String> AMOUNTS = Set.of("maxItems", "maxProperties", "minLength", "maxLength", "uniqueItems", "dependentRequired",
            "propertyNames");

    private static final Map<String, String> EXAMPLES = Map.ofEntries(
            Map.entry("money", "an amount such as £1,440,000 or £12.50"),
            Map.entry("date", "a date such as 2019-04-01"),
            Map.entry("months", "a time such as 3 months"),
            Map.entry("days", "a time such as 14 days"),
            Map.entry("weeks", "a time such as 12 weeks"),
            Map.entry("working-days", "a time such as 5 working days"),
            Map.entry("months-or-none", "a time such as 9 months, or none"),
            Map.entry("after", "a time such as 9 months after engagement"),
            Map.entry("span", "a time such as 3 months, 12 weeks, 90 days or 15 working days"),
            Map.entry("within", "a time such as 90 days, or 638 days after acceptance"),
            Map.entry("once-per", "one of referral, client, job, or a time such as 12 months"),
            Map.entry("part", "a share of the price such as 30%"),
            Map.entry("ceiling", "an amount such as £5,000, or { count: 10, total: £5000 }"),
            Map.entry("id", "small letters, digits and hyphens, such as job-start"),
            Map.entry("shares", "a share such as 40% or £60"),
            Map.entry("breaks", "none, or for example up to 14 days"),
            Map.entry("surge", "a rate such as 30 a week"),
            Map.entry("whole-percent", "a share such as 15%"),
            Map.entry("sample", "for example 1 in 10, or none"),
            Map.entry("month", "a month such as 2026-04"),
            Map.entry("worked", "hours such as 16h or 15h30m"));

    private TermsSchema() {}

    /**
     * One thing wrong with the shape of a file.
     *
     * @param pointer the part that is wrong, not known or missing
     * @param isReadable whether the part can be read as it is: there is only too much of it
     */
    record Fault(String pointer, boolean isReadable, Mistake mistake) {}

    /** Everything wrong with the shape of the file. */
    static List<Fault> faults(YamlTree tree) {
        return check(tree, SCHEMA);
    }

    /** Every mistake in the shape of a file of facts. */
    static List<Mistake> checkFacts(YamlTree tree) {
        return check(tree, load("/contracts/facts.schema.json")).stream().map(Fault::mistake).toList();
    }

    private static List<Fault> check(YamlTree tree, JsonSchema schema) {
        var faults = new ArrayList<Fault>();
        var all = schema.validate(tree.root());
        var choices = all.stream().filter(found -> found.getType().equals("oneOf")).map(found -> found.getInstanceLocation().toString()).toList();
        for (var found : all) {
            // Why each of several ways to write a part does not fit: what it may be says it once.
            if (Set.of("const", "type").contains(found.getType()) && choices.contains(found.getInstanceLocation().toString())) {
                continue;
            }
            var block = found.getInstanceLocation().toString();
            var entry = found.getProperty() == null ? block : block + "/" + YamlTree.escaped(found.getProperty());
            var pointer = Set.of("additionalProperties", "propertyNames").contains(found.getType()) ? entry : block;
            faults.add(new Fault(found.getType().equals("required") ? entry : pointer, AMOUNTS.contains(found.getType()),
                    tree.mistake(pointer, message(found, pointer, tree.root()))));
        }
        return faults;
    }

    private static String message(ValidationMessage found, String pointer, JsonNode root) {
        var name = name(pointer);
        var value = root.at(found.getInstanceLocation().toString());
        var given = value.isValueNode() ? ", not '" + value.asText() + "'" : "";
        return switch (found.getType()) {
            case "required" -> "'" + found.getProperty() + "' is missing" + (name.isEmpty() ? "" : " in '" + name + "'") + ". Add it";
            case "additionalProperties" -> "'" + found.getProperty() + "' is not known here. " + (found.getProperty().matches("\\d{3}(\\.\\d\\d)?")
                    ? "An amount with a comma needs quotes inside { }" : "Check the spelling and the indentation");
            case "type" -> "'" + name + "' must be " + kind(found) + given;
            case "enum" -> "'" + name + "' must be one of " + String.valueOf(found.getArguments()[0]).replaceAll("[\\[\\]\"]", "") + given;
            case "const" -> "'" + name + "' must be " + found.getArguments()[0] + given;
            case "pattern" -> "'" + name + "' must be " + example(found) + given;
            case "minimum" -> "'" + name + "' must be " + found.getArguments()[0] + " or more" + given;
            case "maximum" -> "'" + name + "' must be " + found.getArguments()[0] + " or less" + given;
            case "minItems", "minProperties", "minLength" -> "'" + name + "' has too few entries";
            case "maxItems", "maxProperties", "maxLength" -> "'" + name + "' has too many entries";
            case "uniqueItems" -> "'" + name + "' says the same thing twice";
            case "propertyNames" -> "'" + name + "' must be " + EXAMPLES.get("id");
            case "oneOf" -> "'" + name + "' must be " + (name.equals("sampling") ? "none, or a rule such as { one-in: 10, least: 3, extrapolate: true }"
                    : "any, or boundaries such as { from: 16, measured: on-average }");
            case "dependentRequired" -> "'provisional' and 'provisional-for' belong together: name the papers and for how many days they may stand in";
            default -> "'" + name + "': " + found.getError();
        };
    }

    private static String kind(ValidationMessage found) {
        var place = found.getSchemaLocation().toString() + found.getEvaluationPath();
        for (var entry : EXAMPLES.entrySet()) {
            if (place.contains("$defs/" + entry.getKey() + "/")) {
                return entry.getValue();
            }
        }
        var type = found.getArguments().length > 1 ? String.valueOf(found.getArguments()[1]) : "";
        return switch (type) {
            case "integer" -> "a whole number";
            case "boolean" -> "true or false";
            case "array" -> "a list";
            case "object" -> "a block of entries";
            default -> "text";
        };
    }

    private static String example(ValidationMessage found) {
        var place = found.getSchemaLocation().toString();
        for (var entry : EXAMPLES.entrySet()) {
            if (place.contains("/" + entry.getKey() + "/")) {
                return entry.getValue();
            }
        }
        return "written differently";
    }

    private static String name(String pointer) {
        var last = pointer.substring(pointer.lastIndexOf('/') + 1);
        if (last.matches("\\d+")) {
            var before = pointer.substring(0, pointer.lastIndexOf('/'));
            return name(before) + " " + (Integer.parseInt(last) + 1);
        }
        return last.replace("~1", "/").replace("~0", "~").toLowerCase(Locale.ROOT);
    }

    private static JsonSchema load(String path) {
        var config = SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).locale(Locale.ENGLISH).build();
        try (var in = TermsSchema.class.getResourceAsStream(path)) {
            return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(in, config);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
