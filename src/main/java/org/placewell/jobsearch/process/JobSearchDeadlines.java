package org.placewell.jobsearch.process;

import java.time.LocalDate;
import java.util.Date;
import org.placewell.jobsearch.SearchDates;
import org.placewell.shared.MovableClock;
import org.placewell.workflow.InModel;

/** The dates of the job-search model. A due date is the end of the last day; a limit fires when its day begins. */
@InModel
public class JobSearchDeadlines {

    private static final LocalDate NEVER = LocalDate.of(3000, 1, 1);
    private final SearchDates dates;
    private final MovableClock clock;

    JobSearchDeadlines(SearchDates dates, MovableClock clock) {
        this.dates = dates;
        this.clock = clock;
    }

    /** The last day for the vocational profile. */
    public Date profileBy(String referralRef) {
        return endOf(dates.profileBy(referralRef));
    }

    /** The last day for offering advice on benefits. */
    public Date adviceBy(String referralRef) {
        return endOf(dates.adviceBy(referralRef));
    }

    /** The last day for the next attempt to reach the person: a week from now. */
    public Date outreachBy(String referralRef) {
        return endOf(clock.today().plusWeeks(1));
    }

    /** When to look at the time limit; never when the contract sets none. */
    public Date searchLimit(String referralRef) {
        return beginOf(dates.nextLook(referralRef).orElse(NEVER));
    }

    /** When the last day for the first meeting with an employer is over. */
    public Date firstEmployerContact(String referralRef) {
        return endOf(dates.employerContactBy(referralRef));
    }

    private static Date endOf(LocalDate day) {
        return beginOf(day.plusDays(1));
    }

    private static Date beginOf(LocalDate day) {
        return Date.from(day.atStartOfDay(MovableClock.LONDON).toInstant());
    }
}
