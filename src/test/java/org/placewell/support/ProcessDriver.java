package org.placewell.support;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.placewell.security.Actor;
import org.placewell.shared.MovableClock;
import org.placewell.workflow.Answers;
import org.placewell.workflow.TaskDesk;
import org.placewell.workflow.WorkItem;
import org.placewell.workflow.WorkItems;
import org.springframework.stereotype.Component;

/**
 * Drives one case through its models as people and time do. A case is named by its public reference; its jobs are those of
 * every process with that business key or about that referral. Cases of other tests are left alone.
 */
@Component
public class ProcessDriver {

    private final TaskDesk desk;
    private final WorkItems items;
    private final MovableClock clock;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final RepositoryService repository;

    ProcessDriver(TaskDesk desk, WorkItems items, MovableClock clock, RuntimeService runtime, ManagementService management,
            RepositoryService repository) {
        this.desk = desk;
        this.items = items;
        this.clock = clock;
        this.runtime = runtime;
        this.management = management;
        this.repository = repository;
    }

    /** Does the open task of the case, then everything that follows from it at once. */
    public void submit(String taskKey, String caseRef, Map<String, Object> answers, Actor actor) {
        desk.submit(open(taskKey, caseRef).taskId(), new Answers(answers), actor);
        runDue(caseRef);
    }

    /** The case's open task of a kind, the oldest when there are several. */
    public WorkItem open(String taskKey, String caseRef) {
        return items.openFor(caseRef).stream().filter(item -> item.taskKey().equals(taskKey)).findFirst()
                .orElseThrow(() -> new AssertionError("No open task " + taskKey + " for " + caseRef + ", which waits at " + waitsAt(caseRef)));
    }

    /** Whether the case has an open task of a kind. */
    public boolean isOpen(String taskKey, String caseRef) {
        return items.openFor(caseRef).stream().anyMatch(item -> item.taskKey().equals(taskKey));
    }

    /** Runs what is due now for the cases, and what comes of it at once. */
    public void runDue(String... caseRefs) {
        List<Job> due;
        do {
            due = jobs(true, caseRefs);
            for (var job : due) {
                if (management.createJobQuery().jobId(job.getId()).count() == 1) {
                    management.executeJob(job.getId());
                }
            }
        } while (!due.isEmpty());
    }

    /** Moves the clock to nine in the morning of a day; the cases' timers fire in their order, each at its own time. */
    public void letTimePass(LocalDate until, String... caseRefs) {
        letTimePass(until.atTime(9, 0).atZone(MovableClock.LONDON).toInstant(), caseRefs);
    }

    /** Moves the clock on by a duration; the cases' timers fire in their order, each at its own time. */
    public void letTimePass(Duration duration, String... caseRefs) {
        letTimePass(clock.instant().plus(duration), caseRefs);
    }

    private void letTimePass(Instant until, String... caseRefs) {
        runDue(caseRefs);
        while (true) {
            var next = jobs(false, caseRefs).stream().map(job -> job.getDuedate().toInstant()).sorted().findFirst();
            if (next.isEmpty() || next.get().isAfter(until)) {
                clock.stopAt(until);
                runDue(caseRefs);
                return;
            }
            clock.stopAt(next.get());
            runDue(caseRefs);
        }
    }

    /**
     * Where the case itself waits, not its jobs or claims: the keys of its open tasks, and {@code message x} for each message
     * it would take where it stands.
     */
    public List<String> waitsAt(String caseRef) {
        var waits = new TreeSet<String>();
        items.openFor(caseRef).stream().filter(item -> item.caseRef().equals(caseRef)).forEach(item -> waits.add(item.taskKey()));
        for (var process : runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseRef).list()) {
            var model = repository.getBpmnModelInstance(process.getProcessDefinitionId());
            runtime.createEventSubscriptionQuery().processInstanceId(process.getId()).eventType("message").list().stream()
                    .filter(subscription -> !(model.getModelElementById(subscription.getActivityId()) instanceof StartEvent))
                    .forEach(subscription -> waits.add("message " + subscription.getEventName()));
        }
        return List.copyOf(waits);
    }

    /** The keys of the processes that run for the case itself, not for its jobs or claims. */
    public List<String> runs(String caseRef) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseRef).list().stream()
                .map(process -> process.getProcessDefinitionId().split(":")[0]).distinct().sorted().toList();
    }

    private Stream<ProcessInstance> processes(String caseRef) {
        return Stream.concat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseRef).list().stream(),
                runtime.createProcessInstanceQuery().variableValueEquals("referralRef", caseRef).list().stream()
                        .filter(process -> !caseRef.equals(process.getBusinessKey())));
    }

    private List<Job> jobs(boolean due, String... caseRefs) {
        var jobs = new ArrayList<Job>();
        for (var process : Stream.of(caseRefs).flatMap(this::processes).map(ProcessInstance::getId).distinct().toList()) {
            var query = management.createJobQuery().processInstanceId(process).active().withRetriesLeft().orderByJobDuedate().asc();
            jobs.addAll((due ? query.executable() : query.timers()).list());
        }
        return jobs;
    }
}
