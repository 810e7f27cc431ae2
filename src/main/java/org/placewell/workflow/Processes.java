package org.placewell.workflow;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Starts processes and passes messages to them, in the caller's transaction. The business key is the thing's public reference. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Processes {

    private final RuntimeService runtime;
    private final ManagementService management;
    private final TaskService tasks;

    Processes(RuntimeService runtime, ManagementService management, TaskService tasks) {
        this.runtime = runtime;
        this.management = management;
        this.tasks = tasks;
    }

    /** Starts a process for a thing; the variable that names the thing is set to the reference. */
    public void start(String process, String reference, String referenceVariable, Map<String, Object> more) {
        var variables = new java.util.HashMap<>(more);
        variables.put(referenceVariable, reference);
        runtime.startProcessInstanceByKey(process, reference, variables);
    }

    /** Starts a process in the middle, before an activity: for a thing whose beginning lies elsewhere. */
    public void startAt(String process, String reference, String activity, Map<String, Object> variables) {
        runtime.createProcessInstanceByKey(process).businessKey(reference).setVariables(variables).startBeforeActivity(activity).execute();
    }

    /**
     * Starts a process before one of its call activities, and the called one before an activity of its own, as if the case had come
     * there step by step.
     *
     * @param called the id of the call activity
     * @param beginning the start event of the called process, from which it is taken further
     * @param activities where the called process goes on; several for what goes on side by side
     */
    public void startWithin(String process, String reference, String called, String beginning, List<String> activities, Map<String, Object> variables) {
        var outer = runtime.createProcessInstanceByKey(process).businessKey(reference).setVariables(variables).startBeforeActivity(called).execute();
        var inner = runtime.createProcessInstanceQuery().superProcessInstanceId(outer.getId()).singleResult();
        var moved = runtime.createProcessInstanceModification(inner.getId());
        activities.forEach(moved::startBeforeActivity);
        moved.cancelAllForActivity(beginning).execute();
    }

    /**
     * Passes a message to whoever waits for it under the reference.
     *
     * @return false when nobody waits for it: the caller decides whether that is an error
     */
    public boolean send(String message, String reference, Map<String, Object> decisions) {
        var waiting = runtime.createExecutionQuery()
                .messageEventSubscriptionName(message)
                .processInstanceBusinessKey(reference)
                .listPage(0, 1000);
        waiting.forEach(execution -> runtime.messageEventReceived(message, execution.getId(), decisions));
        return !waiting.isEmpty();
    }

    /** Whether a process waits for the message under the reference. */
    public boolean awaits(String message, String reference) {
        return runtime.createExecutionQuery().messageEventSubscriptionName(message).processInstanceBusinessKey(reference).count() > 0;
    }

    /** Whether any process still runs for the reference. */
    public boolean runs(String process, String reference) {
        return runtime.createProcessInstanceQuery().processDefinitionKey(process).processInstanceBusinessKey(reference).count() > 0;
    }

    /**
     * Gives the open tasks of a thing, and what happens when nobody does them in time, another deadline; what has none keeps none.
     *
     * @param until the moment from which it is too late
     */
    public void moveDeadline(String process, String reference, Instant until) {
        for (var instance : runtime.createProcessInstanceQuery().processDefinitionKey(process).processInstanceBusinessKey(reference).listPage(0, 1000)) {
            management.createJobQuery().processInstanceId(instance.getId()).timers().listPage(0, 1000)
                    .forEach(timer -> management.setJobDuedate(timer.getId(), Date.from(until), false));
            for (var task : tasks.createTaskQuery().processInstanceId(instance.getId()).listPage(0, 1000)) {
                if (task.getDueDate() != null) {
                    task.setDueDate(Date.from(until));
                    tasks.saveTask(task);
                }
            }
        }
    }

    /** Moves one timer, by the id of its event, to another moment; nothing happens where none waits. */
    public void moveTimer(String process, String reference, String event, Instant to) {
        for (var instance : runtime.createProcessInstanceQuery().processDefinitionKey(process).processInstanceBusinessKey(reference).listPage(0, 1000)) {
            management.createJobQuery().processInstanceId(instance.getId()).activityId(event).timers().listPage(0, 1000)
                    .forEach(timer -> management.setJobDuedate(timer.getId(), Date.from(to), false));
        }
    }

    /** Gives one open task, by its id in the model, another moment to be done by; nothing happens where it is not open. */
    public void moveTask(String process, String reference, String task, Instant to) {
        for (var open : tasks.createTaskQuery().processDefinitionKey(process).processInstanceBusinessKey(reference).taskDefinitionKey(task).listPage(0, 1000)) {
            open.setDueDate(Date.from(to));
            tasks.saveTask(open);
        }
    }

    /**
     * Moves one timer, by the id of its event, to an earlier moment; one that fires before it stays. Nothing happens where none waits.
     *
     * @return when it fires now; empty where none waits
     */
    public Optional<Instant> bringForward(String process, String reference, String event, Instant to) {
        var first = Optional.<Instant>empty();
        for (var instance : runtime.createProcessInstanceQuery().processDefinitionKey(process).processInstanceBusinessKey(reference).listPage(0, 1000)) {
            for (var timer : management.createJobQuery().processInstanceId(instance.getId()).activityId(event).timers().listPage(0, 1000)) {
                var stands = timer.getDuedate().toInstant();
                if (stands.isAfter(to)) {
                    management.setJobDuedate(timer.getId(), Date.from(to), false);
                }
                var fires = stands.isAfter(to) ? to : stands;
                first = first.filter(fires::isAfter).or(() -> Optional.of(fires));
            }
        }
        return first;
    }

    /** Ends the process of a thing that is no more, with its open tasks; nothing happens when none runs. */
    public void end(String process, String reference, String reason) {
        runtime.createProcessInstanceQuery().processDefinitionKey(process).processInstanceBusinessKey(reference).listPage(0, 1000)
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), reason));
    }
}
