package org.placewell.jobsearch;

import java.time.LocalDate;

/**
 * A specialist's contact with an employer.
 *
 * @param referralRef whom it was for, or null when it was to get to know the employer
 * @param personTookPart whether the person was there
 */
public record EmployerContactView(
        String employer, String specialist, String referralRef, LocalDate on, String how, String purpose, boolean personTookPart) {}
