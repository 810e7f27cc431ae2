package org.placewell.jobsearch;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * When the time that the contract gives for support is used up (IPS-Lite: nine months out of work, or four months of support in work).
 *
 * @param began the day support began
 * @param searchMonths of looking for work, from the day support began; empty for no limit
 * @param inWorkMonths of support in work; empty for no limit
 */
record SupportLimit(LocalDate began, OptionalInt searchMonths, OptionalInt inWorkMonths) {

    /** Who still waits when a limit has passed, because a job has just ended or been recorded, keeps a week to come to an end. */
    private static final int GRACE_WEEKS = 1;

    /** Long enough to agree with the person and the clinical team what comes after support; the length is ours, no source sets one. */
    private static final int NOTICE_WEEKS = 4;

    /**
     * The day on which support ends as things stand: in work the end of support in work, counted from the latest work; else the end of the
     * search. A job whose end is on the record is over, and a break whose end is, too. Empty when the contract sets no limit for it.
     */
    Optional<LocalDate> endsOn(List<JobView> jobs, LocalDate today) {
        var inWorkSince = jobs.stream().filter(job -> job.endedOn() == null && job.runsOn(today)).flatMap(job -> since(job).stream()).max(Comparator.naturalOrder());
        return inWorkSince.isPresent() ? after(inWorkSince.get(), inWorkMonths) : after(began, searchMonths);
    }

    /** When to look at a limit that stands on a day: four weeks before, to say so; on that day; on one that has passed, after a last week. */
    static LocalDate look(LocalDate end, LocalDate today) {
        if (end.minusWeeks(NOTICE_WEEKS).isAfter(today)) {
            return end.minusWeeks(NOTICE_WEEKS);
        }
        return end.isAfter(today) ? end : today.plusWeeks(GRACE_WEEKS);
    }

    /** Whether a limit falls within the weeks in which people are told that it comes. */
    static boolean near(LocalDate end, LocalDate today) {
        return end.isAfter(today) && !end.minusWeeks(NOTICE_WEEKS).isAfter(today);
    }

    /**
     * From when on support in a job counts. A job begun during support counts from its first day. One that the person came with counts from
     * the beginning of support, or from the return to it: who is away from it is supported towards going back, and not in work.
     */
    private Optional<LocalDate> since(JobView job) {
        if (!job.startedOn().isBefore(began)) {
            return Optional.of(job.startedOn());
        }
        if (job.breaks().stream().anyMatch(away -> away.to() == null)) {
            return Optional.empty();
        }
        return Optional.of(job.breaks().stream().map(away -> away.to().plusDays(1)).filter(back -> back.isAfter(began)).max(Comparator.naturalOrder())
                .orElse(began));
    }

    private static Optional<LocalDate> after(LocalDate day, OptionalInt months) {
        return months.isPresent() ? Optional.of(day.plusMonths(months.getAsInt())) : Optional.empty();
    }
}
