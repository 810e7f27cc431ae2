package org.placewell.contract.domain;

import java.time.LocalDate;
import org.placewell.shared.WorkingDays;

/** A length of time as a contract says it: so many days, weeks, calendar months or working days. */
public record Span(int count, Unit unit) {

    /** The units of time. */
    public enum Unit {
        DAYS("day"),
        WEEKS("week"),
        MONTHS("month"),
        /** Working days of England. */
        WORKING_DAYS("working day");

        private final String noun;

        Unit(String noun) {
            this.noun = noun;
        }
    }

    /** So many calendar months. */
    public static Span months(int count) {
        return new Span(count, Unit.MONTHS);
    }

    /** The day so long after another. */
    public LocalDate after(LocalDate day) {
        return switch (unit) {
            case DAYS -> day.plusDays(count);
            case WEEKS -> day.plusWeeks(count);
            case MONTHS -> day.plusMonths(count);
            case WORKING_DAYS -> WorkingDays.after(day, count);
        };
    }

    /** How many days this is at least: a month has 28. */
    public int atLeastDays() {
        return switch (unit) {
            case DAYS, WORKING_DAYS -> count;
            case WEEKS -> 7 * count;
            case MONTHS -> 28 * count;
        };
    }

    /** How many days this is at most: a month has 31. Never less than it is. */
    public int atMostDays() {
        return switch (unit) {
            case DAYS, WEEKS -> atLeastDays();
            case MONTHS -> 31 * count;
            // Five working days a week, and never more than ten bank holidays and weekend days in a row around them.
            case WORKING_DAYS -> 2 * count + 10;
        };
    }

    /** As a sentence says it: {@code 9 months}, {@code 1 day}. */
    @Override
    public String toString() {
        return Words.count(count, unit.noun);
    }
}
