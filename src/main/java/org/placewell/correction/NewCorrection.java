package org.placewell.correction;

import java.time.LocalDate;
import org.placewell.contract.domain.IncomeKind;
import org.placewell.jobsearch.Attendance;
import org.placewell.jobsearch.EmploymentKind;
import org.placewell.jobsearch.JobEndReason;
import org.placewell.jobsearch.PayPeriod;

/**
 * What somebody says is right instead. Only what the kind asks for is set; the rest is null.
 *
 * @param subject the job's reference, the appointment's number, or the referral for the profile and the contract
 * @param on the right day, or for hours and agreed pay a day on which the wrong ones held
 * @param minutes the right weekly minutes
 * @param otherReferral whose job it is
 * @param more what the later kinds ask for; null for the others
 */
public record NewCorrection(CorrectionKind kind, String subject, LocalDate on, JobEndReason endReason, String employer, String postcode,
        Integer minutes,
        String otherReferral, Attendance outcome, String reason, More more) {

    /** A correction of a day, an employer, hours, an appointment, or of a job that is wrong as a whole. */
    public NewCorrection(CorrectionKind kind, String subject, LocalDate on, JobEndReason endReason, String employer, String postcode,
            Integer minutes, String otherReferral, Attendance outcome, String reason) {
        this(kind, subject, on, endReason, employer, postcode, minutes, otherReferral, outcome, reason, null);
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
}
