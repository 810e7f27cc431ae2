package org.placewell.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;
import org.placewell.workflow.form.Condition;
import org.placewell.workflow.form.Form;
import org.placewell.workflow.form.FormCheck;
import org.placewell.workflow.form.FormReader;
import org.placewell.workflow.form.Typed;

class ConditionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            =a = "x"                               | true
            =a != "x"                              | false
            =missing = "x"                         | false
            =missing != "x"                        | true
            =a = "x" and b = "y"                   | false
            =a = "x" or b = "y"                    | true
            =a = "q" and b = "y" or a = "x"        | true
            =a = "q" and (b = "z" or a = "x")      | false
            =tick = true                           | true
            =several = "two"                       | true
            =several = "four"                      | false
            """)
    @DisplayName("Conditions compare answers with constants; and binds tighter than or")
    void holds(String feel, boolean expected) {
        var answers = Map.<String, Object>of("a", "x", "b", "z", "tick", true, "several", List.of("one", "two"));
        assertThat(Condition.parse(feel).holds(answers)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "=", "a = \"x\"", "=a", "=a = b", "=a > 1", "=a = \"x\" and", "=(a = \"x\"", "=a = \"x\")", "=if a then b", "=a = \"x\" ; drop"})
    @DisplayName("Anything beyond the small language is refused when the form is read")
    void refused(String feel) {
        assertThatThrownBy(() -> Condition.parse(feel)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{}", "not json", "{\"id\":\"f\",\"components\":[{\"type\":\"html\",\"key\":\"a\"}]}", "{\"id\":\"f\",\"components\":[{\"type\":\"textfield\",\"key\":\"a b\"}]}",
        "{\"id\":\"f\",\"components\":[{\"type\":\"textfield\",\"key\":\"a\"},{\"type\":\"textfield\",\"key\":\"a\"}]}",
        "{\"id\":\"f\",\"components\":[{\"type\":\"textfield\",\"key\":\"a\",\"properties\":{\"kind\":\"colour\"}}]}",
        "{\"id\":\"f\",\"components\":[{\"type\":\"textfield\",\"key\":\"a\",\"validate\":{\"pattern\":\"(\"}}]}"})
    @DisplayName("A form that cannot be shown or checked is refused when it is read")
    void unreadable(String file) {
        assertThatThrownBy(() -> form(file)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("A hidden question is dropped with all that hangs on it, whatever was typed there")
    void hiddenChain() {
        var form = form("""
                {"id":"f","components":[
                 {"type":"radio","key":"a","label":"A","values":[{"value":"yes","label":"Yes"},{"value":"no","label":"No"}]},
                 {"type":"radio","key":"b","label":"B","values":[{"value":"yes","label":"Yes"}],"conditional":{"hide":"=a != \\"yes\\""}},
                 {"type":"textfield","key":"c","label":"C","validate":{"required":true,"maxLength":3},"conditional":{"hide":"=b != \\"yes\\""}}]}""");
        var typed = new Typed(Map.of("a", List.of("no"), "b", List.of("yes"), "c", List.of("far too long")));
        var checked = new FormCheck(form, Map.of(), LocalDate.of(2026, 1, 1)).check(typed);
        assertThat(checked.errors()).isEmpty();
        assertThat(checked.answers().values()).containsOnlyKeys("a");
        var shown = new FormCheck(form, Map.of(), LocalDate.of(2026, 1, 1)).check(new Typed(Map.of("a", List.of("yes"), "b", List.of("yes"))));
        assertThat(shown.errors()).containsOnlyKeys("c");
    }

    private static Form form(String file) {
        return FormReader.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }
}
