package org.placewell.referral;

import java.time.LocalDate;

/**
 * A person's name and how to reach them, as corrected. The NHS number is not among them: another number is another person.
 *
 * @param phone may be empty
 * @param email may be empty
 */
public record PersonDetails(String givenName, String familyName, LocalDate birthDate, String phone, String email) {}
