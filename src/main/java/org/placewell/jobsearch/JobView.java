package org.placewell.jobsearch;

import java.time.LocalDate;
import java.util.List;
import org.placewell.contract.domain.IncomeKind;
import org.placewell.shared.Pence;

/**
 * A job as everybody above reads it.
 *
 * @param ref its public reference, J-…
 * @param competitive open to anyone at the going rate; a sheltered or volunteering post is refused when recorded
 * @param insideSupplyChain with the provider, the intermediary, a payer or one of their suppliers
 * @param firstDayFull whether a full day has been worked
 * @param firstDayMinutes the minutes worked on the first day
 * @param endedOn the last day worked; null while it goes on
 * @param hours the agreed weekly hours, oldest first; each holds until the next
 * @param breaks times away from the job, oldest first
 * @param earnings pay received, oldest first; often empty
 * @param rates the agreed pay, oldest first; each holds until the next; empty while it is not known
 */
public record JobView(
        String ref, String referralRef, long employerId, String employer, String title, EmploymentKind kind, boolean competitive,
        boolean insideSupplyChain, LocalDate startedOn, boolean firstDayFull, int firstDayMinutes, LocalDate endedOn,
        JobEndReason endReason, List<Hours> hours, List<Break> breaks, List<Earnings> earnings,
        List<Rate> rates) {

    /** The weekly minutes agreed from a day on. */
    public record Hours(LocalDate from, int minutesPerWeek) {}

    /** Days away from the job; {@code to} is the last day away, null while it goes on. */
    public record Break(LocalDate from, LocalDate to, String reason) {}

    /** Pay received for a time, in pence; some contracts do not count all kinds. */
    public record Earnings(LocalDate from, LocalDate to, long pence, IncomeKind kind) {}

    /** The pay agreed from a day on, in pence before deductions, for an hour, a week, a month or a year. */
    public record Rate(LocalDate from, long pence, PayPeriod per) {

        /** In words: {@code £12.60 an hour}. */
        public String words() {
            return Pence.of(pence) + " " + per.words();
        }
    }

    /** Whether the person is in the job on that day. */
    public boolean runsOn(LocalDate day) {
        return !day.isBefore(startedOn) && (endedOn == null || !day.isAfter(endedOn));
    }

    /** The weekly minutes agreed for that day; those of the start for any day before it. */
    public int minutesOn(LocalDate day) {
        var minutes = hours.get(0).minutesPerWeek();
        for (var period : hours) {
            if (!period.from().isAfter(day)) {
                minutes = period.minutesPerWeek();
            }
        }
        return minutes;
    }
}
