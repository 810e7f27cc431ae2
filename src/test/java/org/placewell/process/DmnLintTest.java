package org.placewell.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How a decision table must be written: one question, quotable rules, no scripts. */
class DmnLintTest {

    static List<Path> tables() {
        return Models.files("processes", ".dmn");
    }

    @Test
    @DisplayName("There are decision tables to check")
    void some() {
        assertThat(tables()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("tables")
    @DisplayName("A file is one decision with its file's name, an end to its history, and a description")
    void decision(Path file) {
        var decisions = read(file).getModelElementsByType(Decision.class);
        assertThat(decisions).hasSize(1);
        var decision = decisions.iterator().next();
        assertThat(decision.getId() + ".dmn").isEqualTo(file.getFileName().toString());
        assertThat(decision.getCamundaHistoryTimeToLiveString()).isEqualTo("P365D");
        assertThat(decision.getName()).endsWith("?");
        assertThat(decision.getDescription().getTextContent()).hasSizeGreaterThan(40);
    }

    @ParameterizedTest
    @MethodSource("tables")
    @DisplayName("One rule answers: UNIQUE, or FIRST with the reason in the description")
    void hitPolicy(Path file) {
        var table = read(file).getModelElementsByType(DecisionTable.class).iterator().next();
        assertThat(table.getHitPolicy()).isIn(HitPolicy.UNIQUE, HitPolicy.FIRST);
        if (table.getHitPolicy() == HitPolicy.FIRST) {
            assertThat(((Decision) table.getParentElement()).getDescription().getTextContent().toLowerCase(java.util.Locale.ROOT)).contains("first");
        }
        assertThat(table.getOutputs()).extracting(Output::getName).allMatch(name -> name.matches("[a-z][a-zA-Z]*"));
        assertThat(table.getInputs()).extracting(Input::getLabel).allMatch(label -> label != null && !label.isBlank());
    }

    @ParameterizedTest
    @MethodSource("tables")
    @DisplayName("Every rule has an annotation that a person could quote, and all rules differ")
    void rules(Path file) {
        var rules = read(file).getModelElementsByType(Rule.class);
        assertThat(rules).isNotEmpty();
        assertThat(rules).extracting(rule -> rule.getDescription() == null ? "" : rule.getDescription().getTextContent().strip())
                .allMatch(text -> text.length() >= 15 && text.endsWith("."));
        assertThat(rules.stream().map(rule -> rule.getInputEntries().stream().map(entry -> entry.getTextContent().strip()).toList()))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("tables")
    @DisplayName("Conditions are the tables' own language, never a script")
    void noScripts(Path file) {
        assertThat(Models.text(file)).doesNotContain("expressionLanguage", "camunda:class", "javascript", "groovy");
    }

    private static DmnModelInstance read(Path file) {
        return Dmn.readModelFromFile(file.toFile());
    }
}
