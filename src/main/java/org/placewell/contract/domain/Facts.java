package org.placewell.contract.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.placewell.shared.Pence;

/**
 * What is known about one referral on one day: all that the calculator may look at, and nothing that names a person.
 *
 * @param referredOn the day on which the referral was made
 * @param acceptedOn the day on which it was accepted, or null
 * @param profileCompletedOn the day on which the vocational profile was completed, or null
 * @param asOf the day on which the question is asked; what lies after it is not looked at
 */
public record Facts(
        LocalDate referredOn, LocalDate acceptedOn, List<Appointment> appointments, LocalDate profileCompletedOn, List<JobSpell> jobs,
        List<Score> scores, LocalDate asOf) {

    public Facts {
        appointments = List.copyOf(appointments);
        jobs = List.copyOf(jobs);
        scores = List.copyOf(scores);
    }

    /** The same facts seen on another day. */
    public Facts asOf(LocalDate day) {
        return new Facts(referredOn, acceptedOn, appointments, profileCompletedOn, jobs, scores, day);
    }

    /** An appointment that was kept or missed. */
    public record Appointment(LocalDate date, boolean attended) {}

    /**
     * One job.
     *
     * @param jobRef the job's public reference
     * @param start the first day of work
     * @param end the last day of work, inclusive; null while it lasts
     * @param hours the weekly hours, each from a day on until the next; the first holds from the start
     * @param breaks days within the job on which the person was not in work and not paid
     * @param heldAtReferral whether the person had the job when referred: work to be kept, not gained
     * @param competitive open to anybody, paid at least the minimum wage
     * @param insideSupplyChain with an organisation that is paid under the contract
     * @param fullDays how many full days have been worked so far, as far as it matters for the start of the job
     * @param minutesWorked how many minutes have been worked so far, as far as it matters for the start of the job
     * @param earnings pay by pay period; may be empty when earnings do not matter
     */
    public record JobSpell(
            String jobRef, LocalDate start, LocalDate end, List<HoursPeriod> hours, List<Break> breaks, WorkKind kind, boolean heldAtReferral,
            boolean competitive, boolean insideSupplyChain, int fullDays, int minutesWorked, List<Earnings> earnings) {

        public JobSpell {
            hours = inOrder(hours);
            breaks = List.copyOf(breaks);
            earnings = List.copyOf(earnings);
        }

        private static List<HoursPeriod> inOrder(List<HoursPeriod> hours) {
            for (int i = 1; i < hours.size(); i++) {
                if (hours.get(i).from().isBefore(hours.get(i - 1).from())) {
                    return hours.stream().sorted(Comparator.comparing(HoursPeriod::from)).toList();
                }
            }
            return List.copyOf(hours);
        }
    }

    /** Weekly hours in minutes, from a day on. */
    public record HoursPeriod(LocalDate from, int minutesPerWeek) {}

    /** Days away from work, first and last inclusive. */
    public record Break(LocalDate from, LocalDate to) {}

    /** Gross pay for a pay period, first and last day inclusive; {@code kind} left out means wages. */
    public record Earnings(LocalDate from, LocalDate to, Pence amount, IncomeKind kind) {

        public Earnings {
            kind = kind == null ? IncomeKind.WAGES : kind;
        }

        /** Wages. */
        public Earnings(LocalDate from, LocalDate to, Pence amount) {
            this(from, to, amount, IncomeKind.WAGES);
        }
    }

    /** A measurement, such as {@code treatment-outcomes-profile}. */
    public record Score(String measure, LocalDate date, int value) {}
}
