package org.placewell.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One decision that two records are the same person's, as it is kept.
 *
 * @param id the decision's number
 * @param name the name on the record that no longer stands
 * @param number its NHS number in groups, or words when it has none
 * @param referrals the references of the referrals that went over to the record that stands
 * @param undoneBy who separated them again; null while they are joined
 */
public record JoinedRecord(
        long id, String name, LocalDate birthDate, String number, List<String> referrals, String reason, String joinedBy, Instant joinedAt,
        String undoneBy, Instant undoneAt, String undoReason) {

    /** Whether the two still count as one person. */
    public boolean stands() {
        return undoneBy == null;
    }
}
