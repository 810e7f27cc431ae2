package org.placewell.contract.domain;

import java.time.LocalDate;
import java.util.List;
import org.placewell.contract.domain.Facts.JobSpell;

/**
 * The days in work, one number a day from the first job's start: the weekly minutes of all jobs of that day, or
 * {@link #AWAY}. Days after {@code asOf} are foreseen: jobs that last go on with their last hours.
 */
final class WorkLine {

    static final int AWAY = -1;

    private final long origin;
    private final int[] days;
    private final int today;

    private WorkLine(long origin, int[] days, int today) {
        this.origin = origin;
        this.days = days;
        this.today = today;
    }

    /**
     * The line of these jobs, all of which have begun, from the first day that counts on and foreseen for so many days.
     *
     * @param added whether the hours of jobs held at the same time are added up; otherwise the longest hours of a day count
     */
    static WorkLine of(List<JobSpell> jobs, Time time, int foreseen, boolean added) {
        long origin = Long.MAX_VALUE;
        for (var job : jobs) {
            origin = Math.min(origin, job.start().toEpochDay());
        }
        origin = Math.max(origin, time.since().toEpochDay());
        long now = time.asOf().toEpochDay();
        var days = new int[Math.toIntExact(now - origin + 1 + foreseen)];
        java.util.Arrays.fill(days, AWAY);
        for (var job : jobs) {
            add(job, days, origin, now, added);
        }
        return new WorkLine(origin, days, Math.toIntExact(now - origin));
    }

    private static void add(JobSpell job, int[] days, long origin, long now, boolean added) {
        int last = days.length - 1;
        if (job.end() != null && job.end().toEpochDay() <= now) {
            last = Math.toIntExact(job.end().toEpochDay() - origin);
        }
        var away = away(job, days.length, origin, now);
        int day = Math.toIntExact(Math.max(0, job.start().toEpochDay() - origin));
        var hours = job.hours();
        for (int period = 0; day <= last; period++) {
            // Hours that begin after the day of the question are not known yet; each period holds until the next one begins, the last for good.
            boolean ends = period + 1 < hours.size() && hours.get(period + 1).from().toEpochDay() <= now;
            int until = ends ? (int) Math.min(last, hours.get(period + 1).from().toEpochDay() - origin - 1) : last;
            int minutes = hours.isEmpty() ? 0 : hours.get(period).minutesPerWeek();
            for (; day <= until; day++) {
                if (away == null || !away[day]) {
                    int others = days[day] == AWAY ? 0 : days[day];
                    days[day] = added ? others + minutes : Math.max(others, minutes);
                }
            }
        }
    }

    /** The days on which the job is interrupted; null for none. */
    private static boolean[] away(JobSpell job, int length, long origin, long now) {
        if (job.breaks().isEmpty()) {
            return null;
        }
        var away = new boolean[length];
        for (var pause : job.breaks()) {
            if (pause.from().toEpochDay() <= now) {
                int from = (int) Math.max(0, pause.from().toEpochDay() - origin);
                int to = (int) Math.min(length - 1L, pause.to().toEpochDay() - origin);
                for (int day = from; day <= to; day++) {
                    away[day] = true;
                }
            }
        }
        return away;
    }

    /** The number of days on the line, foreseen ones included. */
    int length() {
        return days.length;
    }

    /** The weekly minutes of a day, or {@link #AWAY}. */
    int minutes(int day) {
        return days[day];
    }

    /** The position of a day, or the first one when it lies before. */
    int position(LocalDate day) {
        return Math.toIntExact(Math.max(0, day.toEpochDay() - origin));
    }

    /** The position of {@code asOf}. */
    int today() {
        return today;
    }

    /** The date of a position. */
    LocalDate date(int day) {
        return LocalDate.ofEpochDay(origin + day);
    }
}
