package org.placewell.contract;

import org.placewell.contract.domain.Metric;
import org.placewell.contract.domain.Metric.JobsThatCount;

/** What a metric takes at least, whatever the facts. */
final class Reachable {

    private Reachable() {}

    /** The number of days from the first day of what counts to the day on which it is reached, both included. */
    static int leastDays(Metric metric) {
        if (metric instanceof Metric.Weeks weeks) {
            return 7 * weeks.count();
        }
        if (metric instanceof Metric.Retained kept) {
            return 7 * kept.count();
        }
        if (metric instanceof Metric.Days days) {
            return days.count();
        }
        var parts = metric.parts().stream().mapToInt(Reachable::leastDays);
        return metric instanceof Metric.AnyOf ? parts.min().orElse(1) : parts.max().orElse(1);
    }

    /** Which jobs count; any for a metric that is not about jobs. */
    static JobsThatCount jobs(Metric metric) {
        if (metric instanceof Metric.Weeks weeks) {
            return weeks.jobs();
        }
        if (metric instanceof Metric.Days days) {
            return days.jobs();
        }
        if (metric instanceof Metric.Earned earned) {
            return earned.jobs();
        }
        return metric instanceof Metric.PaidWork start ? start.jobs() : JobsThatCount.ANY;
    }
}
