package org.placewell.contract.domain;

import java.util.List;
import java.util.OptionalInt;
import org.placewell.shared.Pence;

/** What has to have happened for an outcome to be reached; whole numbers throughout, hours as minutes per week. */
public sealed interface Metric {

    /** At least one of the parts; reached on the earliest of their days. */
    record AnyOf(List<Metric> parts) implements Metric {
        public AnyOf {
            parts = List.copyOf(parts);
        }
    }

    /** All the parts; reached on the latest of their days. */
    record AllOf(List<Metric> parts) implements Metric {
        public AllOf {
            parts = List.copyOf(parts);
        }
    }

    /** The part, reached in time; what comes too late is lost. */
    record InTime(Metric what, OutcomeRule.Latest latest) implements Metric {
        @Override
        public List<Metric> parts() {
            return List.of(what);
        }
    }

    /** So many appointments attended; reached on the day of the last one needed. */
    record Appointments(int attended) implements Metric {}

    /** The vocational profile completed. */
    record Profile() implements Metric {}

    /**
     * A job begun, and in it so many full days worked or, when {@code orMinutes} is present, so many minutes; reached on the
     * job's first day.
     */
    record PaidWork(int fullDays, OptionalInt orMinutes, JobsThatCount jobs) implements Metric {}

    /**
     * Weeks in work; a week is seven days counted from the start of the work. {@code count} equal to {@code within} means
     * continuous weeks, a smaller {@code count} means that many of {@code within} consecutive weeks.
     *
     * @param breakDays a gap of up to so many days does not end continuous work, but is not counted; 0 for no gap at all
     */
    record Weeks(int count, int within, Hours hours, JobsThatCount jobs, int breakDays) implements Metric {}

    /**
     * Days in work added up; every day in a job counts once, also one without a shift.
     *
     * @param anchor where {@code within} counts from, as in {@link OutcomeRule.Latest}; empty for the first of the days that are counted
     */
    record Days(int count, Span within, String anchor, Hours hours, JobsThatCount jobs) implements Metric {}

    /**
     * Earnings added up within a time from the anchor on; reached on the last day of the pay period that reaches the amount.
     *
     * @param anchor as in {@link OutcomeRule.Latest}; {@code job}: from the start of any one job
     */
    record Earned(Pence amount, Span within, String anchor, JobsThatCount jobs) implements Metric {}

    /**
     * Weeks in the job that the person had when referred, counted from the referral, or from the return to work.
     *
     * @param within as in {@link Weeks}
     * @param returnCounts whether somebody away from the job on the day of the referral may return to it; otherwise the job has to
     *     be kept without a day away
     * @param breakDays as in {@link Weeks}
     */
    record Retained(int count, int within, Hours hours, boolean returnCounts, int breakDays) implements Metric {}

    /**
     * A score that changes by at least {@code by} points between the first measurement and one taken so long
     * {@code after} the anchor, give or take {@code toleranceDays}.
     *
     * @param falls true when a lower score is better
     * @param anchor as in {@link OutcomeRule.Latest}
     */
    record ScoreChange(String measure, boolean falls, int by, Span after, String anchor, int toleranceDays) implements Metric {}

    /**
     * A band of hours per week, in minutes, with explicit boundaries.
     *
     * @param from the least that counts, inclusive; 0 for any
     * @param below the first that no longer counts; {@link Integer#MAX_VALUE} for no upper boundary
     * @param average true when the average of the weeks has to lie in the band, false when each week has to
     */
    record Hours(int from, int below, boolean average) {

        /** Any hours at all. */
        public static final Hours ANY = new Hours(0, Integer.MAX_VALUE, false);

        /** Whether all hours count. */
        public boolean any() {
            return from == 0 && below == Integer.MAX_VALUE;
        }
    }

    /**
     * Which jobs count, and how jobs held at the same time do.
     *
     * @param one whether all must be in the same job
     * @param added whether jobs held at the same time are added up; otherwise the one that counts for more does
     * @param only the kinds of work that count; empty for all that the rule does not exclude
     */
    record JobsThatCount(boolean one, boolean added, List<WorkKind> only) {

        /** Any jobs, added up. */
        public static final JobsThatCount ANY = new JobsThatCount(false, true, List.of());

        public JobsThatCount {
            only = List.copyOf(only);
        }
    }

    /** The band of hours that a metric names, the first of its parts that names one; any hours when none does. */
    static Hours band(Metric metric) {
        if (metric instanceof Weeks weeks) {
            return weeks.hours();
        }
        if (metric instanceof Days days) {
            return days.hours();
        }
        if (metric instanceof Retained kept) {
            return kept.hours();
        }
        for (var part : metric.parts()) {
            var band = band(part);
            if (!band.any()) {
                return band;
            }
        }
        return Hours.ANY;
    }

    /** What it is put together from; empty for a metric that stands for itself. */
    default List<Metric> parts() {
        return List.of();
    }

    /** Whether it, or one of its parts, is reached by paid work that may begin after the referral. */
    default boolean isAboutNewWork() {
        return this instanceof PaidWork || this instanceof Weeks || this instanceof Days || this instanceof Earned
                || parts().stream().anyMatch(Metric::isAboutNewWork);
    }

    /** Whether it, or one of its parts, is about keeping the job that the person had when referred. */
    default boolean isAboutRetention() {
        for (var part : parts()) {
            if (part.isAboutRetention()) {
                return true;
            }
        }
        return this instanceof Retained;
    }
}
