package org.placewell.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What runs by itself, printed from the models. */
class JobsTest {

    private static final Path PAGE = Path.of("docs/generated/jobs.md");

    @Test
    @DisplayName("docs/generated/jobs.md is up to date; -Dplacewell.generate=true writes it")
    void page() throws IOException {
        var page = new StringBuilder("""
                # What runs by itself

                Generated from the models. Jobs belong to the engine and run on any node; a failed one is tried again after 10 s, 1 min, 10 min,
                1 h and 6 h, then it is an incident on the operator's page. After each person's step the models go on in a job of their own, so
                that a late failure never undoes the person's work. Finished cases are cleaned from the engine's history between 01:00 and 05:00.

                | model | timer | what has happened | when | what it does |
                |---|---|---|---|---|
                """);
        for (var file : models()) {
            var model = Bpmn.readModelFromFile(file.toFile());
            var process = model.getModelElementsByType(Process.class).iterator().next().getId();
            for (var timer : model.getModelElementsByType(TimerEventDefinition.class)) {
                var event = (CatchEvent) timer.getParentElement();
                page.append("| ").append(process).append(" | ").append(event.getId()).append(" | ").append(words(event.getName())).append(" | `")
                        .append(when(timer)).append("` | ").append(effect(event)).append(" |\n");
            }
        }
        if (Boolean.getBoolean("placewell.generate")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).content().isEqualTo(page.toString());
    }

    private static List<Path> models() throws IOException {
        try (var files = Files.list(Path.of("processes"))) {
            return new ArrayList<>(files.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList());
        }
    }

    private static String when(TimerEventDefinition timer) {
        var expression = timer.getTimeDate() != null ? timer.getTimeDate() : timer.getTimeCycle() != null ? timer.getTimeCycle() : timer.getTimeDuration();
        return expression.getTextContent().strip();
    }

    private static String effect(CatchEvent event) {
        if (event instanceof BoundaryEvent boundary) {
            return boundary.cancelActivity() ? "ends the task " + boundary.getAttachedTo().getId() : "beside the task " + boundary.getAttachedTo().getId();
        }
        if (event instanceof StartEvent start) {
            return start.isInterrupting() ? "ends the case's other work" : "beside the case's other work";
        }
        return "the case goes on";
    }

    private static String words(String name) {
        return name == null ? "" : name.replaceAll("\\s+", " ");
    }
}
