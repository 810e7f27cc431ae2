package org.placewell.sustainment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import org.placewell.jobsearch.JobView;

/**
 * When the specialist is to make contact in the first weeks of a job: at the end of each of them, counted from the first day as the record says
 * it now. Weeks that have gone by cannot be asked for any more; those still to come are, whenever the job was recorded or its first day put
 * right. A job that was recorded when all these weeks were over is asked about once, a week after it came on the record. Pure.
 */
final class WeeklyContacts {

    private WeeklyContacts() {}

    /** The day from which the weeks count: the first one in the job; in a job that the person came with, that of support or of the return to it. */
    static LocalDate from(JobView job, LocalDate supportBegan) {
        if (!job.startedOn().isBefore(supportBegan)) {
            return job.startedOn();
        }
        return job.breaks().stream().filter(away -> away.to() != null).map(away -> away.to().plusDays(1)).filter(back -> back.isAfter(supportBegan))
                .max(Comparator.naturalOrder()).orElse(supportBegan);
    }

    /**
     * The next contact after today; empty when none is to come.
     *
     * @param begun the day on which the job began to be followed
     * @param weeks for how many weeks of a job the contract asks for weekly contact, one or more
     */
    static Optional<LocalDate> next(LocalDate firstDay, LocalDate begun, int weeks, LocalDate today) {
        if (ChronoUnit.WEEKS.between(firstDay, begun) >= weeks) {
            return Optional.of(begun.plusWeeks(1)).filter(once -> once.isAfter(today));
        }
        long number = Math.max(1, ChronoUnit.WEEKS.between(firstDay, today) + 1);
        return number <= weeks ? Optional.of(firstDay.plusWeeks(number)) : Optional.empty();
    }
}
