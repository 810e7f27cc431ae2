package org.placewell.triage;

import java.time.LocalDate;

/**
 * An earlier referral that may be for the same person: what a team leader needs to compare, nothing more.
 *
 * @param likeness what is alike, in words
 * @param number the NHS number in groups, or words when there is none
 * @param sameRecord whether both referrals are on one person's record already
 * @param referringTeam the clinical team's name
 * @param service the contract's reference
 * @param status where it stands, in words
 */
public record PossibleDuplicate(
        String earlierRef, String likeness, String name, LocalDate birthDate, String number, boolean sameRecord, LocalDate referredOn,
        String referringTeam, String service, String status) {}
