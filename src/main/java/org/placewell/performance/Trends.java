package org.placewell.performance;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.placewell.performance.ControlChart.Series;

/**
 * How a contract does over time.
 *
 * @param toJob the curve of time to a first job; empty when nothing may be shown
 * @param curve its picture
 * @param referrals by month, and job starts by month, or by quarter where most months have too few people to show: the last two years of whole ones
 * @param pictures of the two series, in this order; empty when there is no whole month yet
 */
public record Trends(List<TimeToJob.Point> toJob, String curve, Series referrals, Series starts, List<String> pictures) {

    private static final int MONTHS = 24;

    /** The trends seen on a day in the month {@code now}, which is not whole and not shown. */
    static Trends of(List<TimeToJob.Wait> waits, List<Count> referrals, List<Count> starts, YearMonth now) {
        var toJob = TimeToJob.of(waits);
        var points = Points.of(referrals, now);
        var in = points.chart("Referrals", referrals, now);
        var out = points.chart("Job starts", starts, now);
        return new Trends(toJob, LineCharts.curve(toJob), in, out,
                in.months().isEmpty() ? List.of() : List.of(LineCharts.months(in, "referrals-title"), LineCharts.months(out, "starts-title")));
    }

    /**
     * The day up to which a total beside the points is counted: the last of the last point, or of the last month where there is none yet.
     * A later day's total, less the points, would tell how many have come since.
     */
    static LocalDate until(List<Count> referrals, YearMonth now) {
        var points = Points.of(referrals, now);
        long months = points.first().until(now, ChronoUnit.MONTHS);
        return (months < points.step() ? now : now.minusMonths(months % points.step())).minusMonths(1).atEndOfMonth();
    }
    /** Sums of so many months each; what is left at the end is not a whole one. */
    private static List<Long> whole(List<Long> months, int step) {
        var all = new ArrayList<Long>();
        for (int i = 0; i + step <= months.size(); i += step) {
            all.add(months.subList(i, i + step).stream().mapToLong(Long::longValue).sum());
        }
        return all;
    }

    private static List<Long> counts(List<Count> counts, YearMonth first, YearMonth until) {
        var all = new ArrayList<Long>();
        for (var month = first; month.isBefore(until); month = month.plusMonths(1)) {
            var here = month;
            all.add(counts.stream().filter(count -> count.month().equals(here)).mapToLong(Count::people).sum());
        }
        return all;
    }

    /** Where the points begin, and how many months make one. */
    private record Points(YearMonth first, int step) {

        static Points of(List<Count> referrals, YearMonth now) {
            var begin = referrals.stream().map(Count::month).min(YearMonth::compareTo).orElse(now);
            var first = begin.isBefore(now.minusMonths(MONTHS)) ? now.minusMonths(MONTHS) : begin;
            var months = counts(referrals, first, now);
            // A small service would see nothing but hidden months: it looks at quarters, of the calendar so that they never overlap.
            boolean enough = months.stream().filter(count -> count >= Suppression.SMALLEST).count() * 2 >= months.size();
            return enough ? new Points(first, 1) : new Points(first.minusMonths((first.getMonthValue() - 1) % 3), 3);
        }

        Series chart(String name, List<Count> counts, YearMonth now) {
            long before = counts.stream().filter(count -> count.month().isBefore(first)).mapToLong(Count::people).sum();
            return ControlChart.of(name, first, step, whole(counts(counts, first, now), step), before);
        }
    }

    /** How many there were in a month. */
    record Count(YearMonth month, long people) {}
}
