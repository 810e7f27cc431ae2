package org.placewell.correction;

import java.time.LocalDate;
import org.placewell.jobsearch.Attendance;
import org.placewell.jobsearch.JobEndReason;

/**
 * What somebody says is right instead. Only what the kind asks for is set; the rest is null.
 *
 * @param subject the job's reference, the appointment's number, or the referral for the profile
 * @param on the right day, or for hours a day on which the wrong ones held
 * @param minutes the right weekly minutes
 * @param otherReferral whose job it is
 */
public record NewCorrection(CorrectionKind kind, String subject, LocalDate on, JobEndReason endReason, String employer, String postcode,
        Integer minutes,
        String otherReferral, Attendance outcome, String reason) {}
