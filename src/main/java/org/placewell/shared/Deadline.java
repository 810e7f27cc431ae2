package org.placewell.shared;

import java.time.LocalDate;
import java.util.Date;

/** Deadlines as timers need them: something to do by a day is overdue when the next day begins in London. */
public final class Deadline {

    /** A deadline that is never reached: the contract sets no limit. */
    public static final Date NEVER = startOf(LocalDate.of(3000, 1, 1));

    private Deadline() {}

    /** The end of a day in London: midnight, when the next day begins. */
    public static Date endOf(LocalDate day) {
        return startOf(day.plusDays(1));
    }

    /** The beginning of a day in London. */
    public static Date startOf(LocalDate day) {
        return Date.from(day.atStartOfDay(MovableClock.LONDON).toInstant());
    }
}
