package org.placewell.sustainment.process;

import java.time.LocalDate;
import java.util.Date;
import org.placewell.jobsearch.JobSearch;
import org.placewell.jobsearch.JobView;
import org.placewell.shared.MovableClock;
import org.placewell.sustainment.MilestoneView;
import org.placewell.sustainment.Sustainment;
import org.placewell.workflow.InModel;

/** The dates of the sustainment model. */
@InModel
public class SustainmentDeadlines {

    private static final LocalDate NEVER = LocalDate.of(3000, 1, 1);
    private final Sustainment sustainment;
    private final JobSearch jobSearch;
    private final MovableClock clock;

    SustainmentDeadlines(Sustainment sustainment, JobSearch jobSearch, MovableClock clock) {
        this.sustainment = sustainment;
        this.jobSearch = jobSearch;
        this.clock = clock;
    }

    /** When the weeks of the next milestone are complete. */
    public Date nextMilestone(String jobRef) {
        return beginOf(sustainment.nextMilestone(jobRef).map(MilestoneView::dueOn).orElse(NEVER));
    }

    /** The last day for a check: a week from now. */
    public Date checkBy(String jobRef) {
        return endOf(clock.today().plusWeeks(1));
    }

    /** When the contract's latest date is over; at once when the job has ended meanwhile, so that nobody waits for it. */
    public Date latestDate(String jobRef) {
        if (job(jobRef).endedOn() != null) {
            return Date.from(clock.instant());
        }
        return beginOf(sustainment.latestDate(jobRef).map(day -> day.plusDays(1)).orElse(NEVER));
    }

    /**
     * The next weekly contact, and no further one: the engine asks again each time one is due, so that the record of that day counts. While
     * none is to come the timer waits all the same, for a correction to move it.
     */
    public String contactCycle(String jobRef) {
        return "R0/" + beginOf(sustainment.nextContact(jobRef).orElse(NEVER)).toInstant() + "/P7D";
    }

    /** The last day for a weekly contact: before the next one is due. */
    public Date contactBy(String jobRef) {
        return endOf(clock.today().plusDays(6));
    }

    /** When to try once more to reach somebody: in three days. */
    public Date contactAgain(String jobRef) {
        return beginOf(clock.today().plusDays(3));
    }

    private JobView job(String jobRef) {
        return jobSearch.job(jobRef).orElseThrow();
    }

    /** A due date is the end of its day. */
    private static Date endOf(LocalDate day) {
        return beginOf(day.plusDays(1));
    }

    private static Date beginOf(LocalDate day) {
        return Date.from(day.atStartOfDay(MovableClock.LONDON).toInstant());
    }
}
