package org.placewell.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.workflow.Vars;

/** The process variables: one closed list, and nothing in it for nothing. */
class VariablesLintTest {

    private static final Pattern PASSED = Pattern.compile("<camunda:(?:in|out) source=\"(\\w+)\" target=\"(\\w+)\"");

    @Test
    @DisplayName("Every variable in a model is declared")
    void declared() {
        assertThat(declaredVariables().values()).containsAll(inModels());
    }

    @Test
    @DisplayName("Every declared variable is read by a model or by the program")
    void used() {
        var code = Models.files("src/main/java", ".java").stream().map(Models::text).collect(Collectors.joining());
        var models = inModels();
        var idle = new TreeSet<String>();
        declaredVariables().forEach((constant, name) -> {
            if (!models.contains(name) && !code.contains("Vars." + constant)) {
                idle.add(name);
            }
        });
        assertThat(idle).isEmpty();
    }

    private static Set<String> inModels() {
        var names = new TreeSet<String>();
        for (var file : Models.bpmn()) {
            var text = Models.text(file);
            Models.CONDITION.matcher(text).results().forEach(found -> names.add(found.group(1)));
            Models.DEADLINE.matcher(text).results().forEach(found -> names.add(found.group(3)));
            PASSED.matcher(text).results().forEach(found -> {
                names.add(found.group(1));
                names.add(found.group(2));
            });
        }
        return names;
    }

    private static TreeMap<String, String> declaredVariables() {
        return Arrays.stream(Vars.class.getFields()).collect(Collectors.toMap(field -> field.getName(), field -> {
            try {
                return (String) field.get(null);
            } catch (IllegalAccessException e) {
                throw new AssertionError(e);
            }
        }, (a, b) -> a, TreeMap::new));
    }
}
