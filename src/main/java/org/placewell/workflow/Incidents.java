package org.placewell.workflow;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.placewell.security.Actor;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an operator needs to know of the engine: which jobs have failed and why, what is due, and to try again. No case content. */
@Service
@Transactional
public class Incidents {

    private static final int LONGEST_CAUSE = 300;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final MovableClock clock;

    Incidents(RuntimeService runtime, ManagementService management, MovableClock clock) {
        this.runtime = runtime;
        this.management = management;
        this.clock = clock;
    }

    /** The failed jobs, oldest first, at most 200. */
    @Transactional(readOnly = true)
    public List<Incident> open() {
        return runtime.createIncidentQuery().orderByIncidentTimestamp().asc().listPage(0, 200).stream().map(incident -> {
            var process = incident.getProcessInstanceId() == null ? null
                    : runtime.createProcessInstanceQuery().processInstanceId(incident.getProcessInstanceId()).singleResult();
            var model = incident.getProcessDefinitionId() == null ? "" : incident.getProcessDefinitionId().split(":")[0];
            return new Incident(incident.getConfiguration(), model,
                    step(incident.getFailedActivityId(), incident.getActivityId()), process == null || process.getBusinessKey() == null ? "" : process.getBusinessKey(),
                    cause(incident.getConfiguration(), incident.getIncidentMessage()), incident.getIncidentTimestamp().toInstant());
        }).toList();
    }

    /** How many jobs are due now, how many have failed for good, and when the oldest due one was due. */
    @Transactional(readOnly = true)
    public Health health() {
        var oldest = management.createJobQuery().executable().active().orderByJobDuedate().asc().listPage(0, 1).stream().findFirst();
        return new Health(management.createJobQuery().executable().active().count(), management.createJobQuery().noRetriesLeft().count(),
                management.createJobQuery().timers().active().withRetriesLeft().count(),
                oldest.map(job -> job.getDuedate() == null ? job.getCreateTime() : job.getDuedate()).map(Date::toInstant));
    }

    /** Whether a job of the case is about to run by itself. */
    @Transactional(readOnly = true)
    public boolean moving(String caseRef) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseRef).listPage(0, 100).stream()
                .anyMatch(instance -> management.createJobQuery().processInstanceId(instance.getId()).executable().active().count() > 0);
    }

    /**
     * Lets a failed job run again.
     *
     * @throws Problem.Stale when it is no longer there
     */
    public void retry(String jobId, Actor actor) {
        actor.require(Role.OPERATOR);
        var job = Optional.<Job>ofNullable(management.createJobQuery().jobId(jobId).noRetriesLeft().singleResult())
                .orElseThrow(() -> new Problem.Stale("This failure is no longer there: someone has retried it"));
        management.setJobRetries(1).jobId(job.getId()).dueDate(Date.from(clock.instant())).execute();
    }

    /** Lets every failed job of one step run again, or all of them when the step is empty; tells how many. */
    public int retryAll(String activity, Actor actor) {
        actor.require(Role.OPERATOR);
        var failed = management.createJobQuery().noRetriesLeft().listPage(0, 1000).stream()
                .filter(job -> activity.isEmpty() || activity.equals(activityOf(job))).toList();
        failed.forEach(job -> retry(job.getId(), actor));
        return failed.size();
    }

    private String activityOf(Job job) {
        var definition = management.createJobDefinitionQuery().jobDefinitionId(job.getJobDefinitionId()).singleResult();
        return step(job.getFailedActivityId(), definition == null ? "" : definition.getActivityId());
    }

    /** The step that failed, which may lie behind the one that the job continues from. */
    private static String step(String failed, String from) {
        return failed == null ? from : failed;
    }

    /** The kind of failure and the first line of what it said; references stay readable, everything long is cut. */
    private String cause(String jobId, String message) {
        var trace = jobId == null || management.createJobQuery().jobId(jobId).count() == 0 ? null : management.getJobExceptionStacktrace(jobId);
        var deepest = trace == null ? "" : trace.lines().filter(line -> line.startsWith("Caused by: ")).reduce((a, b) -> b)
                .orElse(trace.lines().findFirst().orElse("")).replace("Caused by: ", "");
        var text = deepest.isEmpty() ? String.valueOf(message) : deepest;
        // What stands in quotation marks or brackets may be somebody's data.
        var safe = text.replaceAll("'[^']*'|\"[^\"]*\"|\\([^)]*\\)=\\([^)]*\\)", "…");
        return safe.length() > LONGEST_CAUSE ? safe.substring(0, LONGEST_CAUSE) + "…" : safe;
    }

    /**
     * One failed job.
     *
     * @param reference the public reference of the case
     * @param cause the exception's class and first line
     */
    public record Incident(String jobId, String process, String activity, String reference, String cause, Instant since) {}

    /** The engine's load. */
    public record Health(long due, long failed, long timers, Optional<Instant> oldest) {}
}
