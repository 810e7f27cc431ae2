package org.placewell.intake;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads days as people and spreadsheets write them: 2026-05-17, 17/05/2026, 17.05.2026; never the American order. */
final class Days {

    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[T ].*)?");
    private static final Pattern BRITISH = Pattern.compile("(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4})");

    private Days() {}

    /**
     * The day; empty when the text is not written like one.
     *
     * @throws java.time.DateTimeException when there is no such day, as 31/02/2026
     */
    static Optional<LocalDate> read(String typed) {
        var iso = ISO.matcher(typed);
        if (iso.matches()) {
            return Optional.of(LocalDate.of(number(iso.group(1)), number(iso.group(2)), number(iso.group(3))));
        }
        var british = BRITISH.matcher(typed);
        return !british.matches() ? Optional.empty()
                : Optional.of(LocalDate.of(number(british.group(3)), number(british.group(2)), number(british.group(1))));
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
