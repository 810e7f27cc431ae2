package org.placewell.evidence;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Days from one to another, both included. */
public record Period(LocalDate from, LocalDate to) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    /** The days of a window that no period covers, as periods in order. */
    static List<Period> gaps(Period window, List<Period> covered) {
        var gaps = new ArrayList<Period>();
        var next = window.from();
        for (var period : covered.stream().sorted(Comparator.comparing(Period::from)).toList()) {
            if (period.to().isBefore(next)) {
                continue;
            }
            if (period.from().isAfter(window.to())) {
                break;
            }
            if (period.from().isAfter(next)) {
                gaps.add(new Period(next, period.from().minusDays(1)));
            }
            next = period.to().plusDays(1);
        }
        if (!next.isAfter(window.to())) {
            gaps.add(new Period(next, window.to()));
        }
        return gaps;
    }

    /** The days that both have; empty when there are none. */
    Optional<Period> overlap(Period other) {
        var first = from.isAfter(other.from) ? from : other.from;
        var last = to.isBefore(other.to) ? to : other.to;
        return first.isAfter(last) ? Optional.empty() : Optional.of(new Period(first, last));
    }

    /** A day as people write it: 5 March 2021. */
    static String day(LocalDate day) {
        return DAY.format(day);
    }

    @Override
    public String toString() {
        return from.equals(to) ? day(from) : day(from) + " to " + day(to);
    }
}
