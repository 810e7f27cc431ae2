package org.placewell.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.support.PlacewellTest;
import org.placewell.workflow.CaseCards;
import org.placewell.workflow.InModel;
import org.placewell.workflow.diagram.Diagrams;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Models and program name the same things, both ways: delegates, deadlines, case cards. */
@PlacewellTest
class PartsOfModelsTest {

    @Autowired
    ApplicationContext context;

    @Test
    @DisplayName("Every service task has its delegate, and every delegate its service task")
    void delegates() {
        var delegates = names(context.getBeanNamesForType(JavaDelegate.class));
        // The one delegate of the tests' own model.
        assertThat(delegates.remove("failingErrand")).isTrue();
        assertThat(delegates)
                .isEqualTo(Models.delegated().map(FlowNode::getId).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    @DisplayName("Every deadline in a model is a method of a deadlines bean, and no such method is idle")
    void deadlines() {
        var methods = new TreeSet<String>();
        context.getBeansWithAnnotation(InModel.class).forEach((name, bean) -> Arrays.stream(AopUtils.getTargetClass(bean).getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers())).forEach(method -> methods.add(name + "." + method.getName())));
        assertThat(methods).isEqualTo(new TreeSet<>(Models.deadlines()));
    }

    @Test
    @DisplayName("Exactly one feature tells the work list about the cases of each model")
    void cards() {
        var answered = context.getBeansOfType(CaseCards.class).values().stream().flatMap(cards -> cards.processes().stream())
                .filter(Diagrams.KEYS::contains).sorted().toList();
        assertThat(answered).doesNotHaveDuplicates();
        var withTasks = Models.all().entrySet().stream().filter(model -> !model.getValue().getModelElementsByType(UserTask.class).isEmpty())
                .map(java.util.Map.Entry::getKey).toList();
        assertThat(answered).containsAll(withTasks);
    }

    private static TreeSet<String> names(String... names) {
        return new TreeSet<>(Arrays.asList(names));
    }
}
