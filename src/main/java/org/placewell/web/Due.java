package org.placewell.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * When something is due, in words first; the colour only repeats the words.
 *
 * @param colour the tag's colour class; empty for plain text
 */
record Due(String words, String colour, LocalDate date) {

    /** Nearer than this many days counts as soon. */
    static final int SOON = 3;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);

    static Due of(LocalDate due, LocalDate today) {
        if (due == null) {
            return new Due("No date", "", null);
        }
        var days = ChronoUnit.DAYS.between(today, due);
        if (days < 0) {
            return new Due("Overdue by " + count(-days), "govuk-tag--red", due);
        }
        if (days == 0) {
            return new Due("Due today", "govuk-tag--orange", due);
        }
        return new Due(days <= SOON ? "Due in " + count(days) : "Due " + due.format(DAY), days <= SOON ? "govuk-tag--yellow" : "", due);
    }

    /** The date itself, for the second line. */
    public String day() {
        return date == null || colour.isEmpty() ? "" : date.format(DAY);
    }

    private static String count(long days) {
        return days == 1 ? "1 day" : days + " days";
    }
}
