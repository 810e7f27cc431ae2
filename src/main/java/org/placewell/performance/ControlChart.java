package org.placewell.performance;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Counts by month on an XmR chart: what is chance and what is a change. The limits are the mean and 2.66 times the mean moving range to
 * either side (Shewhart; Wheeler, Understanding Variation). A month outside them, or eight in a row on one side of the mean, is a signal.
 * Months with few people are hidden, and then say nothing. Pure.
 */
final class ControlChart {

    /** Fewer months than this bear no limits. */
    static final int ENOUGH = 12;
    static final int RUN = 8;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM", Locale.UK);

    private ControlChart() {}

    /**
     * The chart of some months in a row.
     *
     * @param first the first month
     * @param step how many months make one point: 1, or 3 for quarters
     * @param counts of each point, oldest first
     * @param before people before the first point: the total shown elsewhere has them, too
     */
    static Series of(String name, YearMonth first, int step, List<Long> counts, long before) {
        var parts = new ArrayList<>(counts);
        parts.add(before);
        var shown = Suppression.parts(parts).subList(0, counts.size());
        var values = counts.stream().mapToLong(Long::longValue).toArray();
        boolean limits = values.length >= ENOUGH && shown.stream().filter(count -> count != null).count() * 2 >= values.length;
        double mean = IntStream.range(0, values.length).mapToLong(i -> values[i]).average().orElse(0);
        double range = IntStream.range(1, values.length).mapToLong(i -> Math.abs(values[i] - values[i - 1])).average().orElse(0);
        long low = Math.max(0, (long) Math.ceil(mean - 2.66 * range));
        long high = (long) Math.floor(mean + 2.66 * range);
        var months = new ArrayList<Month>();
        for (int i = 0; i < values.length; i++) {
            var signal = !limits || shown.get(i) == null ? Signal.NONE : values[i] > high ? Signal.ABOVE : values[i] < low ? Signal.BELOW
                    : inRun(values, i, mean) ? values[i] > mean ? Signal.RUN_ABOVE : Signal.RUN_BELOW : Signal.NONE;
            months.add(new Month(first.plusMonths((long) i * step), step, shown.get(i), signal));
        }
        return new Series(name, months, limits ? Math.round(mean) : null, limits ? low : null, limits ? high : null);
    }

    /** Whether a month stands in a run of eight or more on its side of the mean; a month on the mean ends a run. */
    private static boolean inRun(long[] values, int at, double mean) {
        double side = Math.signum(values[at] - mean);
        int from = at;
        int to = at;
        while (from > 0 && Math.signum(values[from - 1] - mean) == side) {
            from--;
        }
        while (to < values.length - 1 && Math.signum(values[to + 1] - mean) == side) {
            to++;
        }
        return side != 0 && to - from + 1 >= RUN;
    }

    /** What a month says. */
    public enum Signal {
        NONE(""),
        ABOVE("more than chance explains"),
        BELOW("fewer than chance explains"),
        RUN_ABOVE("one of eight or more in a row above the mean"),
        RUN_BELOW("one of eight or more in a row below the mean");

        private final String words;

        Signal(String words) {
            this.words = words;
        }

        /** In words; empty for none. */
        public String words() {
            return words;
        }
    }

    /** One month, or the first of some that make one point; its count is null where it is hidden. */
    public record Month(YearMonth month, int months, Long count, Signal signal) {

        /** In words: {@code May 2026}, {@code May to July 2026}. */
        public String words() {
            var last = month.plusMonths(months - 1L);
            return (months == 1 ? "" : MONTH.format(month) + " to ") + MONTH.format(last) + " " + last.getYear();
        }
    }

    /**
     * One line of the chart.
     *
     * @param mean of the months, rounded; with the limits null where there are too few months, or too few of them may be shown
     * @param low the fewest that chance explains
     * @param high the most that chance explains
     */
    public record Series(String name, List<Month> months, Long mean, Long low, Long high) {

        /** Whether there is a month that may be shown. */
        public boolean anyShown() {
            return months.stream().anyMatch(month -> month.count() != null);
        }
    }
}
