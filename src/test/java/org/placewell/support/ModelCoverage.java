package org.placewell.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

/**
 * Which nodes and flows of a model the tests have driven a case through. A process test calls {@link #start} before its first
 * test and {@link #assertComplete} after its last: then only what that class did counts.
 */
public final class ModelCoverage {

    private static final Map<String, Set<String>> TAKEN = new ConcurrentHashMap<>();

    private ModelCoverage() {}

    /** Forgets what earlier tests did with the model; from now on each of its delegates runs twice ({@link DelegatesTwice}). */
    public static void start(String process) {
        TAKEN.remove(process);
        DelegatesTwice.in(process);
    }

    static void taken(String process, String flow) {
        TAKEN.computeIfAbsent(process, key -> new ConcurrentSkipListSet<>()).add(flow);
    }

    /**
     * Fails with the ids of the flows nobody took and the nodes nobody came to. A node counts as visited when a flow into it
     * or out of it was taken.
     */
    public static void assertComplete(String process) {
        DelegatesTwice.stop(process);
        assertThat(missing(process)).as("nodes and flows of " + process + " that no test reached").isEmpty();
        var model = model(process);
        assertThat(DelegatesTwice.ran()).as("the delegates of " + process + " that have run twice")
                .containsAll(model.getModelElementsByType(ServiceTask.class).stream().map(ServiceTask::getId).toList())
                .containsAll(model.getModelElementsByType(BusinessRuleTask.class).stream().map(BusinessRuleTask::getId).toList())
                .containsAll(model.getModelElementsByType(EndEvent.class).stream()
                        .filter(end -> end.getEventDefinitions().stream().anyMatch(MessageEventDefinition.class::isInstance)).map(EndEvent::getId).toList());
    }

    /** The ids of nodes and flows that no test reached since {@link #start}, nodes first. */
    public static List<String> missing(String process) {
        var model = model(process);
        var taken = new TreeSet<>(TAKEN.getOrDefault(process, Set.of()));
        // The engine goes from an event gateway straight to the event that happened: its flow counts when the case went on from there.
        model.getModelElementsByType(EventBasedGateway.class).stream().flatMap(gateway -> gateway.getOutgoing().stream())
                .filter(flow -> flow.getTarget().getOutgoing().stream().anyMatch(next -> taken.contains(next.getId())))
                .map(SequenceFlow::getId).toList().forEach(taken::add);
        var visited = new TreeSet<String>();
        for (var flow : model.getModelElementsByType(SequenceFlow.class)) {
            if (taken.contains(flow.getId())) {
                visited.add(flow.getSource().getId());
                visited.add(flow.getTarget().getId());
            }
        }
        var missing = model.getModelElementsByType(FlowNode.class).stream()
                .filter(node -> !(node instanceof SubProcess) && !visited.contains(node.getId()))
                .map(FlowNode::getId).sorted().collect(Collectors.toList());
        model.getModelElementsByType(SequenceFlow.class).stream()
                .map(SequenceFlow::getId).filter(id -> !taken.contains(id)).sorted().forEach(missing::add);
        return missing;
    }

    private static BpmnModelInstance model(String process) {
        return Bpmn.readModelFromFile(Path.of("processes", process + ".bpmn").toFile());
    }
}
