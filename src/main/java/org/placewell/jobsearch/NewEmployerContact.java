package org.placewell.jobsearch;

import java.time.LocalDate;

/**
 * A contact with an employer to record.
 *
 * @param referralRef whom it is for; null when it was to get to know the employer
 * @param postcode the employer's; null when {@code employer} may hold it, as picked from the list of known employers
 * @param how FACE_TO_FACE, VIDEO, TELEPHONE or EMAIL
 * @param purpose LEARN_ABOUT_EMPLOYER, INTRODUCE_PERSON, INTERVIEW or SUPPORT_IN_WORK
 */
public record NewEmployerContact(
        String referralRef, String employer, String postcode, LocalDate on, String how, String purpose, boolean personTookPart) {}
