package org.placewell.workflow;

import java.util.List;
import java.util.Map;
import org.placewell.security.Actor;

/**
 * What a feature does with one user task: one bean per task, found by the task's id. The generic task page shows the form,
 * checks the answers against it, calls {@link #submit} and completes the engine's task, all in one transaction.
 */
public interface TaskHandler {

    /** The user task's id, which is also the name of its form. */
    String task();

    /** What the page shows beside the form. */
    default TaskPage page(WorkItem item, Actor actor) {
        return TaskPage.plain();
    }

    /**
     * Whether half-filled answers belong to the case and not to their author: the cover, whoever takes the case over and the person's team leader see
     * them and go on with them. Only for what may be read by everybody who works on the case.
     */
    default boolean belongsToCase() {
        return false;
    }

    /**
     * Does what was asked by one call of the facade.
     *
     * @return the decision variables the model's gateways read
     * @throws org.placewell.shared.Problem when it cannot be done as asked; nothing changes and the form keeps its answers
     */
    Map<String, Object> submit(WorkItem item, Answers answers, Actor actor);

    /**
     * @param fragment a Thymeleaf fragment such as {@code triage/context :: referral}, or empty
     * @param model what the fragment needs
     * @param prefilled answers to begin with
     * @param options the options of select fields whose list is not in the form (its {@code valuesKey}), by that key
     */
    record TaskPage(String fragment, Map<String, Object> model, Map<String, Object> prefilled, Map<String, List<Option>> options) {
        public static TaskPage plain() {
            return new TaskPage("", Map.of(), Map.of(), Map.of());
        }

        public static TaskPage of(String fragment, Map<String, Object> model) {
            return new TaskPage(fragment, model, Map.of(), Map.of());
        }

        public TaskPage with(Map<String, Object> newPrefilled, Map<String, List<Option>> newOptions) {
            return new TaskPage(fragment, model, newPrefilled, newOptions);
        }
    }

    /** One choice of a select field: the stored code and the words on screen. */
    record Option(String value, String label) {}
}
