package org.placewell.contract.domain;

import java.time.LocalDate;

/** A length of time as a contract says it: so many days, weeks or calendar months. */
public record Span(int count, Unit unit) {

    /** The units of time. */
    public enum Unit {
        DAYS("day"),
        WEEKS("week"),
        MONTHS("month");

        private final String noun;

        Unit(String noun) {
            this.noun = noun;
        }
    }

    /** So many calendar months. */
    public static Span months(int count) {
        return new Span(count, Unit.MONTHS);
    }

    /** So many days. */
    public static Span days(int count) {
        return new Span(count, Unit.DAYS);
    }

    /** The day so long after another. */
    public LocalDate after(LocalDate day) {
        return switch (unit) {
            case DAYS -> day.plusDays(count);
            case WEEKS -> day.plusWeeks(count);
            case MONTHS -> day.plusMonths(count);
        };
    }

    /** How many days this is at least: a month has 28. */
    public int atLeastDays() {
        return switch (unit) {
            case DAYS -> count;
            case WEEKS -> 7 * count;
            case MONTHS -> 28 * count;
        };
    }

    /** How many days this is at most: a month has 31. */
    public int atMostDays() {
        return unit == Unit.MONTHS ? 31 * count : atLeastDays();
    }

    /** As a sentence says it: {@code 9 months}, {@code 1 day}. */
    @Override
    public String toString() {
        return Words.count(count, unit.noun);
    }
}
