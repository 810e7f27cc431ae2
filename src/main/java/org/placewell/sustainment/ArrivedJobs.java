package org.placewell.sustainment;

import java.time.LocalDate;
import java.util.Map;
import org.placewell.shared.MovableClock;
import org.placewell.workflow.Processes;
import org.placewell.workflow.Vars;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Follows on with a job that began elsewhere: what was reached before is behind it, what lies ahead is checked as in any job. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ArrivedJobs {

    private final Sustainment sustainment;
    private final SustainmentStore store;
    private final Processes processes;
    private final MovableClock clock;

    ArrivedJobs(Sustainment sustainment, SustainmentStore store, Processes processes, MovableClock clock) {
        this.sustainment = sustainment;
        this.store = store;
        this.processes = processes;
        this.clock = clock;
    }

    /**
     * Begins to follow the job in the middle of its life.
     *
     * @param startedOn its first day
     * @param claimsFrom weeks complete before this day were reached elsewhere; later ones that are due already are checked now
     */
    public void follow(String referralRef, String jobRef, LocalDate startedOn, LocalDate claimsFrom) {
        store.begin(jobRef, referralRef, startedOn);
        sustainment.planMilestones(jobRef);
        store.reachedElsewhere(jobRef, claimsFrom, clock.today());
        if (sustainment.nextMilestone(jobRef).isEmpty()) {
            store.close(jobRef, SustainmentStatus.MILESTONES_DONE, clock.today());
        } else {
            processes.startAt("sustainment", jobRef, "inWork", Map.of(Vars.JOB_REF, jobRef, Vars.REFERRAL_REF, referralRef));
        }
    }
}
