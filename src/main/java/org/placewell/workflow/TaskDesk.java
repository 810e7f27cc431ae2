package org.placewell.workflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.placewell.security.Actor;
import org.placewell.security.Actors;
import org.placewell.shared.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one way to do a user task: the work item's row is locked, the right to it checked, the feature's handler called and the
 * engine's task completed, all or nothing. A second attempt finds the task closed.
 */
@Service
public class TaskDesk {

    private final WorkItems items;
    private final Actors actors;
    private final TaskService tasks;
    private final IdentityService identity;
    private final JdbcClient jdbc;
    private final ObjectProvider<TaskHandler> handlers;
    private volatile Map<String, TaskHandler> byTask;

    TaskDesk(WorkItems items, Actors actors, TaskService tasks, IdentityService identity, JdbcClient jdbc, ObjectProvider<TaskHandler> handlers) {
        this.items = items;
        this.actors = actors;
        this.tasks = tasks;
        this.identity = identity;
        this.jdbc = jdbc;
        this.handlers = handlers;
    }

    /** The feature's handler of a task. */
    public TaskHandler handler(String taskKey) {
        if (byTask == null) {
            byTask = handlers.stream().collect(Collectors.toMap(TaskHandler::task, Function.identity()));
        }
        var handler = byTask.get(taskKey);
        if (handler == null) {
            throw new IllegalStateException("No handler for the task " + taskKey);
        }
        return handler;
    }

    /** The handlers that exist, for the tests that compare them with models and forms. */
    public List<String> handledTasks() {
        return handlers.stream().map(TaskHandler::task).sorted().toList();
    }

    /** An open task whose form the actor may fill in: one to do, or one of the specialists whom the actor leads if its answers belong to the case. */
    public Optional<WorkItem> fillable(String taskId, Actor actor) {
        return items.open(taskId, actor).or(() -> items.led(taskId, true, actor).filter(item -> handler(item.taskKey()).belongsToCase()));
    }

    /** A closed task whose form the actor might have filled in: to say who was faster. */
    public Optional<WorkItem> closed(String taskId, Actor actor) {
        return items.closed(taskId, actor).or(() -> items.led(taskId, false, actor).filter(item -> handler(item.taskKey()).belongsToCase()));
    }

    /**
     * Does a task with answers that the form has accepted.
     *
     * @throws Problem.Stale when somebody has done it already
     * @throws Problem.NotFound when there is no such task for this person
     */
    @Transactional
    public void submit(String taskId, Answers answers, Actor actor) {
        jdbc.sql("select task_id from work_item where task_id = ? for update").param(taskId).query(String.class).optional();
        var item = items.open(taskId, actor).orElseThrow(() -> refusal(taskId, actor));
        identity.setAuthenticatedUserId(actor.username());
        try {
            var decisions = handler(item.taskKey()).submit(item, answers, actor);
            jdbc.sql("update work_item set closed_by = ? where task_id = ?").params(actor.username(), taskId).update();
            tasks.complete(taskId, decisions);
        } catch (OptimisticLockingException e) {
            throw new Problem.Stale(CommandKeys.OVERTAKEN);
        } finally {
            identity.clearAuthentication();
        }
    }

    /** What to tell a person who cannot do the task: done already (by whom), or not theirs. */
    public Problem refusal(String taskId, Actor actor) {
        return closed(taskId, actor)
                .<Problem>map(done -> new Problem.Stale("This task has already been done" + (done.closedBy() == null || "system".equals(done.closedBy())
                        ? "" : " by " + actors.nameOf(done.closedBy()))))
                .orElseGet(() -> items.isExcluded(taskId, actor)
                        ? new Problem.Forbidden("You took an earlier part in this case, so someone else must do this task."
                                + " It stays in the task list of your colleagues")
                        : new Problem.NotFound("this task"));
    }
}
