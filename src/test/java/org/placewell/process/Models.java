package org.placewell.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** The files in {@code processes/} as the lint tests read them. */
final class Models {

    static final Pattern CONDITION = Pattern.compile("\\$\\{(\\w+) == ('([a-zA-Z]+)'|true|false)}");
    static final Pattern DEADLINE = Pattern.compile("\\$\\{([a-z]\\w*Deadlines)\\.(\\w+)\\((referralRef|jobRef|claimRef|statementRef)\\)}");

    private Models() {}

    /** The paths of all files with that ending. */
    static List<Path> files(String folder, String ending) {
        try (var files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> bpmn() {
        return files("processes", ".bpmn");
    }

    static BpmnModelInstance read(Path file) {
        return Bpmn.readModelFromFile(file.toFile());
    }

    /** Every model by its file name without the ending. */
    static Map<String, BpmnModelInstance> all() {
        return bpmn().stream().collect(
                Collectors.toMap(file -> file.getFileName().toString().replace(".bpmn", ""), Models::read, (a, b) -> a, TreeMap::new));
    }

    static Stream<UserTask> userTasks() {
        return all().values().stream().flatMap(model -> model.getModelElementsByType(UserTask.class).stream());
    }

    /** Every service and rule task, and every end that tells somebody: each is one delegate. */
    static Stream<FlowNode> delegated() {
        return all().values().stream().flatMap(model -> Stream.of(ServiceTask.class, BusinessRuleTask.class, EndEvent.class)
                .flatMap(type -> model.getModelElementsByType(type).stream()).map(FlowNode.class::cast).filter(node -> delegate(node) != null));
    }

    /** The expression of the bean that a node calls; null when it calls none. */
    static String delegate(FlowNode node) {
        BaseElement where = node instanceof EndEvent end ? end.getEventDefinitions().stream().findFirst().orElse(null) : node;
        return where == null ? null : where.getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "delegateExpression");
    }

    /** Every expression that asks a deadline, as bean and method: {@code triageDeadlines.decideBy}. */
    static List<String> deadlines() {
        return bpmn().stream().flatMap(file -> DEADLINE.matcher(text(file)).results()).map(found -> found.group(1) + "." + found.group(2))
                .distinct().sorted().toList();
    }
}
