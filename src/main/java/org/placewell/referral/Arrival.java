package org.placewell.referral;

import java.time.LocalDate;

/**
 * When a referral came over from an earlier system.
 *
 * @param broughtOn the day it was brought in: deadlines of the house count from it where they would have passed before
 * @param claimsFrom outcomes reached before this day were the earlier system's to claim
 * @param teamSpeaks whether no clinician was named, so that those of the clinical team speak together
 */
public record Arrival(LocalDate broughtOn, LocalDate claimsFrom, boolean teamSpeaks) {}
