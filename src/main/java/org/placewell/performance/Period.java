package org.placewell.performance;

import java.time.LocalDate;
import org.placewell.shared.Words;

/**
 * The twelve whole months that ended last. Everything is counted up to the end of a whole month: counts of today, looked at on two days,
 * would tell of the person who came between.
 *
 * @param first its first day
 * @param last its last day
 */
public record Period(LocalDate first, LocalDate last) {

    /** The period as seen on a day, whose own month is not over. */
    static Period before(LocalDate today) {
        var end = today.withDayOfMonth(1);
        return new Period(end.minusYears(1), end.minusDays(1));
    }

    /** In words: {@code 1 November 2025 to 31 October 2026}. */
    public String words() {
        return Words.date(first) + " to " + Words.date(last);
    }

    /** Its last day in words. */
    public String end() {
        return Words.date(last);
    }
}
