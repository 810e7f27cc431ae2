package org.placewell.referral;

/**
 * A person's name and how to reach them, as corrected. Date of birth and NHS number are not among them: what hangs on these is shown before
 * they are put right ({@link ReferralFacts}).
 *
 * @param phone may be empty
 * @param email may be empty
 */
public record PersonDetails(String givenName, String familyName, String phone, String email) {}
