package org.placewell.correction;

import java.time.LocalDate;
import java.util.List;
import org.placewell.contract.domain.IncomeKind;
import org.placewell.jobsearch.Attendance;
import org.placewell.jobsearch.EmploymentKind;
import org.placewell.jobsearch.JobEndReason;
import org.placewell.jobsearch.PayPeriod;

/**
 * What somebody says is right instead. Only what the kind asks for is set; the rest is null.
 *
 * @param subject the job's reference, the appointment's number, or the referral for everything else
 * @param on the right day, or for hours and agreed pay a day on which the wrong ones held
 * @param minutes the right weekly minutes
 * @param otherReferral whose job it is
 * @param more what the kinds from kind of work to contract ask for; null for the others
 * @param said what the kinds about the referral ask for; null for the others
 */
public record NewCorrection(CorrectionKind kind, String subject, LocalDate on, JobEndReason endReason, String employer, String postcode,
        Integer minutes,
        String otherReferral, Attendance outcome, String reason, More more, Said said) {

    /** A correction of a day, an employer, hours, an appointment, or of a job that is wrong as a whole. */
    public NewCorrection(CorrectionKind kind, String subject, LocalDate on, JobEndReason endReason, String employer, String postcode,
            Integer minutes, String otherReferral, Attendance outcome, String reason) {
        this(kind, subject, on, endReason, employer, postcode, minutes, otherReferral, outcome, reason, null, null);
    }

    /** A correction of kind of work, title, pay, time away or contract. */
    public NewCorrection(CorrectionKind kind, String subject, LocalDate on, JobEndReason endReason, String employer, String postcode,
            Integer minutes, String otherReferral, Attendance outcome, String reason, More more) {
        this(kind, subject, on, endReason, employer, postcode, minutes, otherReferral, outcome, reason, more, null);
    }

    /** A correction of what is known of a referral or the person referred. */
    public NewCorrection(CorrectionKind kind, String referralRef, String reason, Said said) {
        this(kind, referralRef, null, null, null, null, null, null, null, reason, null, said);
    }

    /**
     * What is right about kind of work, title, pay, time away or contract; null where the kind does not ask.
     *
     * @param wrongFrom the first day of the time away or of the pay as it is on the record
     * @param wrongIncome the kind of that pay as it is on the record
     * @param from the right first day; null when there was no such time or pay
     * @param to the right last day
     * @param pence the agreed pay for each period, or the pay received
     */
    public record More(LocalDate wrongFrom, IncomeKind wrongIncome, LocalDate from, LocalDate to, EmploymentKind work, String title, Long pence,
            PayPeriod per, IncomeKind income, String contract, Integer version) {}

    /**
     * What is right about a referral or the person referred; null where the kind does not ask.
     *
     * @param lastWorked withinYear, oneToFive, overFive, never or notSaid
     * @param helpNeeded codes of what else stands between the person and work
     * @param area as a contract names it, {@code elsewhere}, or empty when nobody knows
     * @param nhsNumber as typed; empty when the right one is not known
     * @param noNumberReason notKnown, notRegistered or notWilling; empty with a number
     */
    public record Said(Boolean outOfWork, String lastWorked, List<String> helpNeeded, Boolean jobSoon, String area, LocalDate birthDate,
            String nhsNumber, String noNumberReason) {

        /** What is right of work. */
        public static Said ofWork(boolean outOfWork, String lastWorked, List<String> helpNeeded, boolean jobSoon) {
            return new Said(outOfWork, lastWorked, helpNeeded, jobSoon, null, null, null, null);
        }

        /** Where the person lives. */
        public static Said ofArea(String area) {
            return new Said(null, null, null, null, area, null, null, null);
        }

        /** When the person was born. */
        public static Said ofBirth(LocalDate birthDate) {
            return new Said(null, null, null, null, null, birthDate, null, null);
        }

        /** The person's number, or why there is none. */
        public static Said ofNumber(String nhsNumber, String noNumberReason) {
            return new Said(null, null, null, null, null, null, nhsNumber, noNumberReason);
        }
    }
}
