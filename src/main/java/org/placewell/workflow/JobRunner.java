package org.placewell.workflow;

import java.util.Date;
import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Runs the engine's due jobs on the calling thread: the way the demo, the simulation and the tests let time pass. The
 * running service leaves this to the engine's own job executor.
 */
@Component
public class JobRunner {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private final ManagementService management;

    JobRunner(ManagementService management) {
        this.management = management;
    }

    /**
     * Runs everything that is due now, including what it causes; a failing job throws on.
     *
     * @return how many jobs ran
     */
    public int runDue() {
        int ran = 0;
        while (true) {
            var due = management.createJobQuery().executable().active().orderByJobDuedate().asc().listPage(0, 100);
            if (due.isEmpty()) {
                return ran;
            }
            for (int i = 0; i < due.size(); i++) {
                var id = due.get(i).getId();
                // An earlier job of this page may have ended the case that this one belonged to; the first has none before it.
                if (i == 0 || management.createJobQuery().jobId(id).count() == 1) {
                    management.executeJob(id);
                    ran++;
                }
            }
        }
    }

    /**
     * Runs what is due beside a running job executor: a job that it is faster with, or that fails, is left to it and its retries.
     *
     * @return how many jobs ran here
     */
    public int runDueBesideOthers() {
        int ran = 0;
        var left = new java.util.HashSet<String>();
        while (true) {
            var due = management.createJobQuery().executable().active().orderByJobDuedate().asc().listPage(0, 100).stream()
                    .map(Job::getId).filter(id -> !left.contains(id)).toList();
            if (due.isEmpty()) {
                return ran;
            }
            for (var id : due) {
                if (management.createJobQuery().jobId(id).count() == 0) {
                    continue;
                }
                try {
                    management.executeJob(id);
                    ran++;
                } catch (ProcessEngineException taken) {
                    left.add(id);
                    LOG.debug("job {} is left to the job executor", id);
                }
            }
        }
    }

    /** When the next timer fires; empty when none is set. */
    public Optional<Instant> nextTimer() {
        return management.createJobQuery().timers().active().withRetriesLeft().orderByJobDuedate().asc().listPage(0, 1).stream()
                .findFirst().map(Job::getDuedate).map(Date::toInstant);
    }
}
