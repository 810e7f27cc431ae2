package org.placewell.shared;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates and counts as people read them. */
public final class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private Words() {}

    /** A date in full: 8 July 2026; a dash for none. */
    public static String date(LocalDate day) {
        return day == null ? "–" : DAY.format(day);
    }

    /** A count with its noun: 1 week, 3 weeks. */
    public static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
