package org.placewell.workflow.migration;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.springframework.stereotype.Component;

/** The versions of the models as the engine has them, and their steps. */
@Component
class ModelVersions {

    private final RepositoryService repository;
    private final RuntimeService runtime;

    ModelVersions(RepositoryService repository, RuntimeService runtime) {
        this.repository = repository;
        this.runtime = runtime;
    }

    /** Every model with its versions, newest first, and how many cases run on each; versions without cases are left out but the newest. */
    List<MigrationPlans.Model> all() {
        var byKey = repository.createProcessDefinitionQuery().orderByProcessDefinitionVersion().desc().listPage(0, 1000).stream()
                .collect(Collectors.groupingBy(ProcessDefinition::getKey, TreeMap::new, Collectors.toList()));
        return byKey.values().stream().map(versions -> {
            int newest = versions.stream().mapToInt(ProcessDefinition::getVersion).max().orElseThrow();
            var rows = versions.stream().map(one -> new MigrationPlans.Version(one.getVersion(), String.valueOf(one.getVersionTag()), running(one),
                            one.getVersion() == newest, deployed(one)))
                    .filter(one -> one.newest() || one.cases() > 0).toList();
            return new MigrationPlans.Model(versions.get(0).getKey(), versions.get(0).getName(), rows);
        }).toList();
    }

    private java.time.LocalDate deployed(ProcessDefinition one) {
        return repository.createDeploymentQuery().deploymentId(one.getDeploymentId()).singleResult().getDeploymentTime().toInstant()
                .atZone(MovableClock.LONDON).toLocalDate();
    }

    /** At how many places a version divides into what goes on side by side. */
    int forks(String definition) {
        return repository.getBpmnModelInstance(definition).getModelElementsByType(ParallelGateway.class).size();
    }

    /** The engine's id of a version. */
    String id(String process, int version) {
        var found = repository.createProcessDefinitionQuery().processDefinitionKey(process).processDefinitionVersion(version).singleResult();
        if (found == null) {
            throw new Problem.NotFound("this version of the model");
        }
        return found.getId();
    }

    long running(String definition) {
        return runtime.createProcessInstanceQuery().processDefinitionId(definition).count();
    }

    private long running(ProcessDefinition one) {
        return running(one.getId());
    }

    /** The steps at which a case can stand, with their names, by id. */
    Map<String, String> steps(String definition) {
        return repository.getBpmnModelInstance(definition).getModelElementsByType(FlowNode.class).stream()
                .filter(node -> node instanceof Activity || node instanceof EventBasedGateway || node instanceof IntermediateCatchEvent
                        || node instanceof BoundaryEvent || node instanceof StartEvent)
                .sorted(Comparator.comparing(FlowNode::getId))
                .collect(Collectors.toMap(FlowNode::getId, node -> name(node), (a, b) -> a, TreeMap::new));
    }

    private static String name(FlowNode node) {
        return node.getName() == null || node.getName().isBlank() ? node.getId() : node.getName().replaceAll("\\s+", " ");
    }
}
