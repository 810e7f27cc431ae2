package org.placewell.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a form must have, so that one file can show the questions and check the answers. */
class FormContractTest {

    private static final Set<String> INPUTS = Set.of("textfield", "textarea", "number", "checkbox", "radio", "select", "checklist", "datetime");
    private static final Set<String> CHOICES = Set.of("radio", "select", "checklist");
    private static final Set<String> KINDS = Set.of("nhs-number", "past-date", "future-date", "date", "money", "hours", "email", "phone", "postcode",
            "version", "secret");
    private static final Set<String> RULES = Set.of("required", "minLength", "maxLength", "min", "max", "pattern");
    private static final Pattern COMPARISON = Pattern.compile("=?\\w+ (!=|=) (\"\\w*\"|true|false)( (and|or) \\w+ (!=|=) (\"\\w*\"|true|false))*");
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<Path> forms() {
        return Models.files("forms", ".form");
    }

    @ParameterizedTest
    @MethodSource("forms")
    @DisplayName("A form is a Camunda Form with its file's name, and its pages have titles")
    void frame(Path file) throws IOException {
        var form = JSON.readTree(Files.readString(file));
        assertThat(form.path("id").asText() + ".form").isEqualTo(file.getFileName().toString());
        assertThat(form.path("type").asText()).isEqualTo("default");
        assertThat(form.path("schemaVersion").asInt()).isEqualTo(16);
        assertThat(form.path("components")).isNotEmpty().allSatisfy(part ->
                assertThat(part.path("type").asText().equals("group") && part.path("label").asText().isBlank()).isFalse());
    }

    @ParameterizedTest
    @MethodSource("forms")
    @DisplayName("Every question has a key, a label in plain words and rules for its answer")
    void questions(Path file) throws IOException {
        var keys = new ArrayList<String>();
        for (var part : parts(JSON.readTree(Files.readString(file)))) {
            var type = part.path("type").asText();
            if (!INPUTS.contains(type)) {
                assertThat(type).as("%s: a part that is neither question nor text", file).isIn("text", "group", "button");
                continue;
            }
            var key = part.path("key").asText();
            var about = file.getFileName() + " " + key;
            keys.add(key);
            assertThat(key).as(about).matches("[a-z][a-zA-Z0-9]*");
            assertThat(part.path("label").asText("") + part.path("dateLabel").asText("")).as(about).isNotBlank();
            assertThat(part.has("validate")).as(about + " has rules").isTrue();
            part.path("validate").fieldNames().forEachRemaining(rule -> assertThat(RULES).as(about).contains(rule));
            if (Set.of("textfield", "textarea").contains(type)) {
                assertThat(part.path("validate").has("maxLength")).as(about + " has a longest answer").isTrue();
            }
            if (CHOICES.contains(type)) {
                choices(part, about);
            }
            var kind = part.path("properties").path("kind").asText("");
            assertThat(kind.isEmpty() || KINDS.contains(kind)).as(about + " " + kind).isTrue();
        }
        assertThat(keys).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("forms")
    @DisplayName("A question is hidden only by the answer to another question of the form")
    void conditions(Path file) throws IOException {
        var form = JSON.readTree(Files.readString(file));
        var keys = parts(form).stream().map(part -> part.path("key").asText("")).collect(Collectors.toSet());
        for (var part : parts(form)) {
            var hide = part.path("conditional").path("hide").asText("");
            if (!hide.isEmpty()) {
                assertThat(hide).as(file.toString()).matches(COMPARISON);
                Pattern.compile("(\\w+) (?:!=|=) ").matcher(hide).results().forEach(found -> assertThat(keys).as(hide).contains(found.group(1)));
            }
        }
    }

    private static void choices(JsonNode part, String about) {
        if (part.has("valuesKey")) {
            return;
        }
        assertThat(part.path("values")).as(about).isNotEmpty();
        var codes = new ArrayList<String>();
        part.path("values").forEach(option -> {
            codes.add(option.path("value").asText());
            assertThat(option.path("label").asText()).as(about).isNotBlank();
        });
        assertThat(codes).as(about).doesNotHaveDuplicates().allMatch(code -> code.matches("[a-zA-Z0-9]+"));
    }

    private static List<JsonNode> parts(JsonNode form) {
        var parts = new ArrayList<JsonNode>();
        form.path("components").forEach(part -> {
            parts.add(part);
            parts.addAll(parts(part));
        });
        return parts;
    }
}
