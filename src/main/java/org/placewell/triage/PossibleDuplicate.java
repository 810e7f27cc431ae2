package org.placewell.triage;

import java.time.LocalDate;

/**
 * An earlier open referral that may be for the same person: what a team leader needs to compare, nothing more.
 *
 * @param likeness what is alike, in words
 * @param referringTeam the clinical team's name
 * @param status where it stands, in words
 */
public record PossibleDuplicate(
        String earlierRef, String likeness, String name, LocalDate birthDate, LocalDate referredOn, String referringTeam, String status,
        String contractRef) {}
