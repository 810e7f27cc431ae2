package org.placewell.jobsearch;

import java.time.LocalDate;

/**
 * An application for a job.
 *
 * @param number 1, 2, 3 … within the referral
 * @param since the day on which it came to stand where it stands
 */
public record ApplicationView(
        String referralRef, int number, String employer, String role, LocalDate appliedOn, ApplicationStatus status, LocalDate since) {

    /** Whether an answer can still come. */
    public boolean isOpen() {
        return !ApplicationStatus.MOVES.isFinal(status);
    }
}
