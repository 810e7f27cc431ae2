package org.placewell.contract.domain;

import org.placewell.contract.domain.Metric.Hours;
import org.placewell.contract.domain.Metric.Weeks;

/** Finds the earliest stretch of a work line that fulfils a rule about weeks, days of the future included. */
final class WeekCount {

    /** A stretch: first and last day's position, and how many days of it count up to today. */
    record Found(int from, int to, int daysDone) {}

    private final WorkLine line;
    private final Weeks rule;
    private final int notBefore;

    /** @param notBefore the first position at which a stretch may end */
    WeekCount(WorkLine line, Weeks rule, int notBefore) {
        this.line = line;
        this.rule = rule;
        this.notBefore = notBefore;
    }

    /** The earliest stretch; null when there is none as things stand. */
    Found find() {
        return rule.count() == rule.within() ? continuous() : scattered();
    }

    /** A run of days in work, tolerated gaps skipped, is cut into weeks of seven worked days. */
    private Found continuous() {
        var run = new int[line.length()];
        var sums = new long[line.length() + 1];
        int size = 0;
        int gap = 0;
        for (int day = 0; day < line.length(); day++) {
            if (line.minutes(day) == WorkLine.AWAY) {
                gap++;
                continue;
            }
            if (gap > rule.breakDays()) {
                size = 0;
            }
            gap = 0;
            run[size++] = day;
            sums[size] = sums[size - 1] + line.minutes(day);
            if (size >= 7 * rule.count() && size % 7 == 0 && day >= notBefore) {
                int first = size - 7 * rule.count();
                if (fits(sums, first, size)) {
                    return new Found(run[first], day, done(run, first, size));
                }
            }
        }
        return null;
    }

    /** @param sums the minutes of the run up to each of its days */
    private boolean fits(long[] sums, int first, int end) {
        var hours = rule.hours();
        if (hours.any()) {
            return true;
        }
        if (hours.average()) {
            return inBand(hours, sums[end] - sums[first], end - first);
        }
        for (int week = first; week < end; week += 7) {
            if (!inBand(hours, sums[week + 7] - sums[week], 7)) {
                return false;
            }
        }
        return true;
    }

    /** Weeks counted from each beginning of work; a week counts when all its days are in work and, unless averaged, in the band. */
    private Found scattered() {
        Found best = null;
        for (int day = 0; day <= line.today(); day++) {
            boolean begins = line.minutes(day) != WorkLine.AWAY && (day == 0 || line.minutes(day - 1) == WorkLine.AWAY);
            if (begins) {
                var found = scatteredFrom(day);
                if (found != null && (best == null || found.to() < best.to())) {
                    best = found;
                }
            }
        }
        return best;
    }

    private Found scatteredFrom(int start) {
        int weeks = (line.length() - start) / 7;
        var sums = new long[weeks];
        for (int week = 0; week < weeks; week++) {
            sums[week] = weekSum(start + 7 * week);
            if (sums[week] < 0) {
                continue;
            }
            int counted = 0;
            int first = week;
            int done = 0;
            for (int back = week; back >= 0 && back > week - rule.within(); back--) {
                if (sums[back] >= 0) {
                    counted++;
                    first = back;
                    int from = start + 7 * back;
                    done += Math.max(0, Math.min(7, line.today() - from + 1));
                }
            }
            if (counted >= rule.count() && averages(sums, week) && start + 7 * week + 6 >= notBefore) {
                return new Found(start + 7 * first, start + 7 * week + 6, done);
            }
        }
        return null;
    }

    /** Whether the best so many weeks of those up to this one average within the band: a further week in work never does harm. */
    private boolean averages(long[] sums, int week) {
        if (!rule.hours().average() || rule.hours().any()) {
            return true;
        }
        var window = java.util.Arrays.copyOfRange(sums, Math.max(0, week - rule.within() + 1), week + 1);
        java.util.Arrays.sort(window);
        long best = 0;
        for (int i = window.length - rule.count(); i < window.length; i++) {
            best += window[i];
        }
        return inBand(rule.hours(), best, 7L * rule.count());
    }

    private long weekSum(int from) {
        long sum = 0;
        for (int day = from; day < from + 7; day++) {
            if (line.minutes(day) == WorkLine.AWAY) {
                return -1;
            }
            sum += line.minutes(day);
        }
        var hours = rule.hours();
        return hours.any() || hours.average() || inBand(hours, sum, 7) ? sum : -1;
    }

    private int done(int[] run, int first, int end) {
        int done = 0;
        while (first + done < end && run[first + done] <= line.today()) {
            done++;
        }
        return done;
    }

    /** Whether {@code sum} of daily weekly rates over so many days averages within the band; no division, so nothing is rounded. */
    static boolean inBand(Hours hours, long sum, long days) {
        return sum >= hours.from() * days && (hours.below() == Integer.MAX_VALUE || sum < hours.below() * days);
    }
}
