package org.placewell.performance;

import java.util.ArrayList;
import java.util.List;

/**
 * How soon people find a job: the share who have started a first job within so many weeks of their place. Whoever has not started yet, or
 * whose support has ended, counts for as long as they were followed (the product-limit estimate of Kaplan and Meier, 1958), so that people
 * who have only just begun do not make the service look slow. Small numbers are hidden. Pure.
 */
final class TimeToJob {

    /** The weeks that are shown. */
    static final List<Integer> WEEKS = List.of(4, 8, 13, 19, 26, 39, 52, 78);

    private TimeToJob() {}

    /** The curve at the weeks shown, as far as anybody has been followed. */
    static List<Point> of(List<Wait> waits) {
        var points = new ArrayList<Point>();
        long startedShown = 0;
        long followedShown = waits.size();
        for (int week : WEEKS) {
            int days = week * 7;
            long started = waits.stream().filter(wait -> wait.started() && wait.days() <= days).count();
            long followed = waits.stream().filter(wait -> wait.days() > days).count();
            if (followed < Suppression.SMALLEST) {
                break;
            }
            // A number that differs from the one shown before by one to four would tell of so few people.
            boolean shown = !Suppression.few(started - startedShown) && !Suppression.few(followedShown - followed);
            if (shown) {
                startedShown = started;
                followedShown = followed;
            }
            points.add(new Point(week, shown ? followed : null, shown ? started : null, shown ? percent(waits, days) : null));
        }
        return points;
    }

    /** The share in whole per cent who have started by that day. */
    private static int percent(List<Wait> waits, int days) {
        double without = 1;
        var starts = waits.stream().filter(wait -> wait.started() && wait.days() <= days).mapToInt(Wait::days).distinct().sorted().toArray();
        for (int day : starts) {
            long atRisk = waits.stream().filter(wait -> wait.days() >= day).count();
            long now = waits.stream().filter(wait -> wait.started() && wait.days() == day).count();
            without = without * (atRisk - now) / atRisk;
        }
        return (int) Math.round(100 * (1 - without));
    }

    /**
     * One person.
     *
     * @param days from the first day of support to the first job, or to the last day on which we know of none; at least 0
     */
    record Wait(int days, boolean started) {}

    /**
     * The curve at one week; null where it is hidden.
     *
     * @param followed people without a job who were followed for longer than this
     * @param started people who had started a job by then
     * @param percent the share who had, as if everybody had been followed so long
     */
    public record Point(int week, Long followed, Long started, Integer percent) {}
}
