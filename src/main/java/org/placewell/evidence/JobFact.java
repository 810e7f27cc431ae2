package org.placewell.evidence;

import java.time.LocalDate;
import java.util.List;

/**
 * A job as the record had it when the claim arose.
 *
 * @param end the last day, or null while it goes on
 * @param hours agreed working time from a day on, oldest first
 * @param kind such as {@code EMPLOYED}, {@code SELF_EMPLOYED}, {@code APPRENTICESHIP}
 * @param competitive whether the job was open to anybody and paid at the going rate
 * @param insideSupplyChain whether the employer belongs to the contract's own supply chain
 */
public record JobFact(
        String jobRef, LocalDate start, LocalDate end, List<Hours> hours, String kind, boolean competitive, boolean insideSupplyChain) {

    public JobFact {
        hours = List.copyOf(hours);
    }

    /** Agreed working time in minutes a week from a day on. */
    public record Hours(LocalDate from, int minutesPerWeek) {}

    /** Reference and days, as a list of choices shows it. */
    public String inWords() {
        return jobRef + (selfEmployed() ? ", self-employed" : "") + ", from " + Period.day(start)
                + (end == null ? "" : " to " + Period.day(end));
    }

    /** Whether it is self-employed work. */
    public boolean selfEmployed() {
        return kind.equals("SELF_EMPLOYED");
    }

    /** From the first to the last day; a job that goes on has no end in sight. */
    Period held() {
        return new Period(start, end == null ? LocalDate.of(9999, 12, 31) : end);
    }

    /** Whether the job was held on that day. */
    public boolean heldOn(LocalDate day) {
        return !day.isBefore(start) && (end == null || !day.isAfter(end));
    }

    /** The agreed minutes a week on that day; 0 when the job was not held or nothing is agreed. */
    public int minutesOn(LocalDate day) {
        int minutes = 0;
        for (var period : hours) {
            if (!day.isBefore(period.from())) {
                minutes = period.minutesPerWeek();
            }
        }
        return heldOn(day) ? minutes : 0;
    }
}
