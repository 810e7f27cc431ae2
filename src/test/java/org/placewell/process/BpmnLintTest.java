package org.placewell.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.placewell.security.Role;

/** How a model must be written, so that a person can read it and the engine runs it safely. */
class BpmnLintTest {

    /** What the pathway's models may never hold: code, reflection, listeners, everything copied, loops with side effects. */
    private static final List<String> BANNED = List.of("variables=\"all\"", "camunda:class", "<bpmn:script", "camunda:expression", "Listener",
            "camunda:connector", "conditionalEventDefinition", "multiInstance", "camunda:resultVariable", "camunda:exclusive=\"false\"",
            "camunda:asyncBefore", "camunda:formKey", "camunda:assignee", "camunda:candidateUsers", "camunda:skipExpression");

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    static List<Path> models() {
        return Models.bpmn();
    }

    @ParameterizedTest
    @MethodSource("models")
    @DisplayName("Nothing banned is in a model")
    void banned(Path file) {
        assertThat(BANNED.stream().filter(Models.text(file)::contains)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    @DisplayName("A process has its file's name, an end to its history, a version and a description")
    void process(Path file) {
        var process = all(file, Process.class).get(0);
        assertThat(process.getId() + ".bpmn").isEqualTo(file.getFileName().toString());
        assertThat(process.getCamundaHistoryTimeToLiveString()).isEqualTo("P365D");
        assertThat(process.getCamundaVersionTag()).matches("\\d+\\.\\d+");
        assertThat(process.isExecutable()).isTrue();
        assertThat(words(process)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    @DisplayName("Ids are words, nodes and answers have names, and one picture has at most 25 nodes")
    void readable(Path file) {
        var nodes = all(file, FlowNode.class);
        assertThat(nodes).hasSizeLessThanOrEqualTo(25);
        assertThat(nodes).extracting(FlowNode::getId).allMatch(id -> id.matches("[a-z]+([A-Z][a-z]+)*"));
        assertThat(all(file, SequenceFlow.class)).extracting(SequenceFlow::getId).allMatch(id -> id.matches("to([A-Z][a-z]+)+"));
        for (var node : nodes) {
            var merge = node instanceof ExclusiveGateway && node.getOutgoing().size() == 1;
            assertThat(node.getName()).as(node.getId()).satisfies(name -> assertThat(merge || name != null && !name.isBlank()).isTrue());
            if (node instanceof ExclusiveGateway && !merge) {
                assertThat(node.getName()).as(node.getId()).endsWith("?");
                assertThat(node.getOutgoing()).as(node.getId()).allMatch(flow -> flow.getName() != null && !flow.getName().isBlank());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    @DisplayName("A gateway compares one variable with constants, each once, and no answer is assumed")
    void conditions(Path file) {
        for (var gateway : all(file, ExclusiveGateway.class)) {
            assertThat(gateway.getDefault()).as(gateway.getId()).isNull();
            if (gateway.getOutgoing().size() > 1) {
                var conditions = gateway.getOutgoing().stream().map(flow -> flow.getConditionExpression().getTextContent()).toList();
                assertThat(conditions).as(gateway.getId()).doesNotHaveDuplicates().allMatch(text -> Models.CONDITION.matcher(text).matches());
                assertThat(conditions.stream().map(text -> text.split(" ")[0]).distinct()).as(gateway.getId()).hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    @DisplayName("A service task calls the bean of its own name; a timer asks a deadline bean about a reference")
    void expressions(Path file) {
        assertThat(all(file, ServiceTask.class)).allMatch(task -> Models.delegate(task) != null);
        assertThat(all(file, BusinessRuleTask.class)).allMatch(task -> Models.delegate(task) != null);
        assertThat(all(file, EndEvent.class)).allMatch(end -> Models.delegate(end) != null
                || end.getEventDefinitions().stream().noneMatch(MessageEventDefinition.class::isInstance));
        Models.delegated().forEach(task -> assertThat(Models.delegate(task)).isEqualTo("${" + task.getId() + "}"));
        for (var timer : all(file, TimerEventDefinition.class)) {
            var when = timer.getTimeDate() != null ? timer.getTimeDate() : timer.getTimeCycle();
            assertThat(when.getTextContent()).as(timer.getId()).matches(Models.DEADLINE);
        }
        for (var call : all(file, CallActivity.class)) {
            assertThat(Models.all()).containsKey(call.getCalledElement());
            assertThat(call.getCamundaCalledElementBinding()).isEqualTo("deployment");
            assertThat(Models.text(file)).contains("<camunda:in businessKey=\"#{execution.processBusinessKey}\" />");
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    @DisplayName("A user task has a form of its own, one role, a due date, and help in two or three plain sentences")
    void userTasks(Path file) {
        var groups = Set.of(Role.values()).stream().map(Role::group).collect(Collectors.toSet());
        for (var task : all(file, UserTask.class)) {
            assertThat(task.getCamundaFormRef()).isEqualTo(task.getId());
            assertThat(task.getCamundaFormRefBinding()).isEqualTo("deployment");
            assertThat(groups).contains(task.getCamundaCandidateGroups());
            assertThat(task.getCamundaDueDate()).as(task.getId()).matches(Models.DEADLINE);
            var sentences = words(task).split("(?<=\\.) ");
            assertThat(sentences).as(task.getId()).hasSizeBetween(2, 4);
            assertThat(sentences).as(task.getId()).allMatch(sentence -> sentence.split(" ").length <= 32);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    @DisplayName("What a person did is safe before the next side effect begins")
    void boundaries(Path file) {
        assertThat(all(file, UserTask.class)).allMatch(UserTask::isCamundaAsyncAfter);
        for (var start : all(file, StartEvent.class)) {
            var kind = start.getEventDefinitions().stream().findFirst().orElse(null);
            // A timer is a job already. A message that does not interrupt brings a value of its own, so it is used at once.
            var needed = kind == null || kind instanceof MessageEventDefinition && start.isInterrupting();
            assertThat(start.isCamundaAsyncAfter()).as(start.getId()).isEqualTo(needed);
        }
        for (var event : all(file, IntermediateCatchEvent.class)) {
            var message = event.getEventDefinitions().iterator().next() instanceof MessageEventDefinition;
            var work = event.getOutgoing().iterator().next().getTarget() instanceof ServiceTask;
            assertThat(event.isCamundaAsyncAfter()).as(event.getId()).isEqualTo(message && work);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    @DisplayName("Every node can be reached from a start, and every way leads to an end")
    void connected(Path file) {
        for (var node : all(file, FlowNode.class)) {
            if (!(node instanceof SubProcess)) {
                var starts = node instanceof StartEvent || node.getElementType().getTypeName().equals("boundaryEvent");
                assertThat(node.getIncoming().isEmpty()).as(node.getId() + " has no way in").isEqualTo(starts);
                assertThat(node.getOutgoing().isEmpty()).as(node.getId() + " has no way out")
                        .isEqualTo(node.getElementType().getTypeName().equals("endEvent"));
            }
            if (node instanceof EventBasedGateway) {
                assertThat(node.getOutgoing()).hasSizeGreaterThan(1);
            }
        }
    }

    private static <T extends BaseElement> List<T> all(Path file, Class<T> type) {
        BpmnModelInstance model = Models.read(file);
        return model.getModelElementsByType(type).stream().toList();
    }

    private static String words(BaseElement element) {
        return element.getDocumentations().stream().map(text -> text.getTextContent().strip()).collect(Collectors.joining(" "));
    }
}
