package org.placewell.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.security.Role;
import org.placewell.security.RoleMatrix;
import org.placewell.support.PlacewellTest;
import org.placewell.workflow.TaskDesk;
import org.springframework.beans.factory.annotation.Autowired;

/** Every user task of the models has all it needs on screen: form, handler, and the role it is for. */
@PlacewellTest
class PeoplesStepsTest {

    @Autowired
    TaskDesk desk;
    @Autowired
    RoleMatrix roles;

    @Test
    @DisplayName("Every user task has a form of its name")
    void everyTask() {
        var forms = Models.files("forms", ".form").stream().map(file -> file.getFileName().toString().replace(".form", ""))
                .collect(Collectors.toSet());
        assertThat(Models.userTasks().map(UserTask::getId).filter(id -> !forms.contains(id))).isEmpty();
    }

    @Test
    @DisplayName("Every user task has its handler, and every handler its user task")
    void handlers() {
        assertThat(desk.handledTasks().stream()
                .filter(task -> !task.startsWith("test")).toList()).isEqualTo(Models.userTasks().map(UserTask::getId).sorted().toList());
    }

    @Test
    @DisplayName("The role matrix gives each user task to the role that its model names")
    void matrix() {
        var fromModels = new TreeMap<String, String>();
        Models.userTasks().forEach(task -> fromModels.put(task.getId(), task.getCamundaCandidateGroups()));
        var fromMatrix = new TreeMap<String, String>();
        roles.rules().stream().filter(rule -> rule.path().startsWith("task:")).forEach(rule -> fromMatrix.put(rule.path().substring(5),
                rule.roles().stream().map(Role::group).collect(Collectors.joining(","))));
        assertThat(fromMatrix).isEqualTo(fromModels);
    }
}
