package org.placewell.sustainment;

import java.time.LocalDate;
import org.placewell.jobsearch.JobEndReason;

/**
 * What a sustainment check found.
 *
 * @param minutesPerWeek the weekly minutes now; 0 when no longer in the job
 * @param hoursChangedOn since when the hours differ from those agreed; null when they do not
 * @param endedOn the last day in the job; null while it goes on
 * @param endReason why it ended; null while it goes on
 * @param confirmedBy PERSON, EMPLOYER or PAYSLIP
 */
public record CheckAnswers(
        boolean stillInJob, int minutesPerWeek, LocalDate hoursChangedOn, LocalDate endedOn, JobEndReason endReason, String confirmedBy) {}
