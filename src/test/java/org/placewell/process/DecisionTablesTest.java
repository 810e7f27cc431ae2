package org.placewell.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every rule of every decision table fires, for the facts it is meant for, and no facts fall through. */
class DecisionTablesTest {

    private final List<String> matched = new ArrayList<>();
    private final DmnEngine engine = engine();

    @Test
    @DisplayName("Eligibility: the clearest finding is named, and a condition group never puts a referral outside")
    void eligibility() throws IOException {
        var fired = new TreeSet<String>();
        for (var age : List.of("below", "fits", "above")) {
            for (var area : List.of("fits", "other", "unknown")) {
                for (var work : List.of("fits", "inWork", "noJob")) {
                    for (var group : List.of("fits", "other")) {
                        var found = ask("eligibility", Map.of("ageFit", age, "areaFit", area, "workFit", work, "groupFit", group));
                        fired.addAll(matched);
                        if (age.equals("fits") && !area.equals("other") && !work.equals("noJob")) {
                            assertThat(found.get("eligibility")).as("%s %s %s %s", age, area, work, group).isNotEqualTo("outside");
                        }
                    }
                }
            }
        }
        assertThat(fired).containsExactlyInAnyOrderElementsOf(rules("eligibility"));
        assertThat(rule("eligibility", Map.of("ageFit", "below", "areaFit", "other", "workFit", "inWork", "groupFit", "other"))).isEqualTo("tooYoung");
        assertThat(rule("eligibility", Map.of("ageFit", "fits", "areaFit", "unknown", "workFit", "inWork", "groupFit", "fits"))).isEqualTo("atWork");
        assertThat(rule("eligibility", Map.of("ageFit", "fits", "areaFit", "fits", "workFit", "fits", "groupFit", "fits"))).isEqualTo("fits");
        assertThat(ask("eligibility", Map.of("ageFit", "fits", "areaFit", "unknown", "workFit", "noJob", "groupFit", "fits")))
                .containsEntry("eligibility", "outside").containsEntry("rule", "noJobHeld");
    }

    @Test
    @DisplayName("Support need: from the time out of work and what else stands in the way")
    void supportNeed() throws IOException {
        var fired = new TreeSet<String>();
        for (var last : List.of("withinYear", "oneToFive", "overFive", "never", "notSaid")) {
            for (int help = 0; help <= 5; help++) {
                for (var atRisk : List.of(true, false)) {
                    var found = ask("support-need", Map.of("lastWorked", last, "helpNeeded", help, "jobAtRisk", atRisk));
                    fired.addAll(matched);
                    assertThat(found.get("need").equals("lower")).as("%s %s %s", last, help, atRisk)
                            .isEqualTo(last.equals("withinYear") && help == 0 && !atRisk);
                }
            }
        }
        assertThat(fired).containsExactlyInAnyOrderElementsOf(rules("support-need"));
        assertThat(ask("support-need", Map.of("lastWorked", "withinYear", "helpNeeded", 2, "jobAtRisk", false))).containsEntry("need", "medium");
        assertThat(ask("support-need", Map.of("lastWorked", "withinYear", "helpNeeded", 3, "jobAtRisk", false))).containsEntry("need", "higher");
        assertThat(ask("support-need", Map.of("lastWorked", "withinYear", "helpNeeded", 0, "jobAtRisk", false))).containsEntry("need", "lower");
        assertThat(ask("support-need", Map.of("lastWorked", "withinYear", "helpNeeded", 0, "jobAtRisk", true))).containsEntry("need", "medium");
    }

    @Test
    @DisplayName("Waiting priority: 1 to 4, most urgent first")
    void waitingPriority() throws IOException {
        var fired = new TreeSet<String>();
        for (var soon : List.of(true, false)) {
            for (var back : List.of(true, false)) {
                for (var need : List.of("lower", "medium", "higher")) {
                    for (var atRisk : List.of(true, false)) {
                        var found = ask("waiting-priority", Map.of("jobSoon", soon, "returning", back, "need", need, "jobAtRisk", atRisk));
                        fired.addAll(matched);
                        assertThat((Integer) found.get("priority")).isBetween(1, atRisk ? 1 : 4);
                    }
                }
            }
        }
        assertThat(fired).containsExactlyInAnyOrderElementsOf(rules("waiting-priority"));
        assertThat(rule("waiting-priority", Map.of("jobSoon", true, "returning", true, "need", "lower", "jobAtRisk", true))).isEqualTo("jobClose");
    }

    @Test
    @DisplayName("Every rule has words that can be quoted, and the output repeats them")
    void words() throws IOException {
        for (var table : List.of("eligibility", "support-need", "waiting-priority")) {
            try (var input = Files.newInputStream(file(table))) {
                Dmn.readModelFromStream(input).getModelElementsByType(Rule.class).forEach(rule -> {
                    assertThat(rule.getDescription().getTextContent()).as(rule.getId()).isNotBlank();
                    assertThat(rule.getOutputEntries()).extracting(entry -> entry.getText().getTextContent())
                            .contains('"' + rule.getId() + '"', '"' + rule.getDescription().getTextContent() + '"');
                });
            }
        }
    }

    private Map<String, Object> ask(String table, Map<String, Object> facts) throws IOException {
        matched.clear();
        try (var input = Files.newInputStream(file(table))) {
            var result = engine.evaluateDecisionTable(table, input, facts);
            assertThat(result).as("%s %s", table, facts).hasSize(1);
            assertThat(matched).hasSize(1);
            return result.getSingleResult().getEntryMap();
        }
    }

    private String rule(String table, Map<String, Object> facts) throws IOException {
        var found = ask(table, facts);
        assertThat(found.get("rule")).isEqualTo(matched.get(0));
        return matched.get(0);
    }

    private static List<String> rules(String table) throws IOException {
        try (var input = Files.newInputStream(file(table))) {
            return Dmn.readModelFromStream(input).getModelElementsByType(Rule.class).stream().map(Rule::getId).collect(Collectors.toList());
        }
    }

    private static Path file(String table) {
        return Path.of("processes", table + ".dmn");
    }

    private DmnEngine engine() {
        var configuration = (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.getCustomPostDecisionTableEvaluationListeners()
                .add(event -> event.getMatchingRules().forEach(rule -> matched.add(rule.getId())));
        return configuration.buildEngine();
    }
}
