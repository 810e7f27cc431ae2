package org.placewell.evidence;

import java.time.LocalDate;

/**
 * A claim's evidence case as people read it.
 *
 * @param round which sending-in is being prepared or judged, from 1
 * @param submittedOn when the evidence was last sent in; null before
 * @param provisionalOn when provisional evidence was sent in; null when none was
 * @param decidedOn when a validator last decided; null before
 * @param claim what was asked for when the case was opened
 */
public record EvidenceCaseView(
        NewEvidenceCase claim, EvidenceStatus status, int round, LocalDate openedOn, LocalDate submittedOn, LocalDate provisionalOn, LocalDate decidedOn,
        String submissionNote, String disputeGrounds, String closeReason) {

    public String claimRef() {
        return claim.claimRef();
    }

    /** The days the outcome speaks of. */
    public Period window() {
        return new Period(claim.windowFrom(), claim.windowTo());
    }

    /** The last day for the final papers after provisional ones; null when none were sent in. */
    public LocalDate finalBy() {
        return provisionalOn == null ? null : provisionalOn.plusDays(claim.requirements().provisionalDays());
    }

    /** How often evidence may still be sent in, this time included. */
    public int attemptsLeft() {
        return Math.max(0, claim.requirements().rounds() - round + 1);
    }

    /** Why the case was closed, in words; empty while it is not. */
    public String closeLabel() {
        return closeReason == null ? "" : RejectionReason.valueOf(closeReason).label();
    }
}
