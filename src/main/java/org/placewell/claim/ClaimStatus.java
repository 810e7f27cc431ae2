package org.placewell.claim;

import org.placewell.shared.Transitions;

/** Where a claim stands, from the outcome reached to the money in. */
public enum ClaimStatus {
    /** Evidence is being gathered or reviewed. */
    OPEN("Evidence open"),
    /** The evidence is accepted and the amount reserved under every cap. */
    RESERVED("Validated"),
    /** Every payer's share is on a statement that two people have approved. */
    INSTRUCTED("Payment instructed"),
    /** Every payer's share has come in. */
    PAID("Paid"),
    /** The evidence was not enough, or not in time. */
    REJECTED("Rejected"),
    /** The evidence is accepted, but a cap of the contract has no room. */
    CAP_REACHED("Cap reached"),
    /** Corrected facts took away what the claim rested on. */
    NOT_PAYABLE("No longer payable"),
    /** A claim for the better outcome took its place. */
    REPLACED("Replaced"),
    /** Paid or instructed, then taken back. */
    REVERSED("Reversed");

    /** The one table of moves. */
    public static final Transitions<ClaimStatus> MOVES = Transitions.of(ClaimStatus.class)
            .from(OPEN, RESERVED, REJECTED, CAP_REACHED, NOT_PAYABLE, REPLACED)
            .from(RESERVED, INSTRUCTED, REPLACED, REVERSED)
            .from(INSTRUCTED, PAID, REVERSED)
            .from(PAID, REVERSED)
            .startingAt(OPEN);

    private final String label;

    ClaimStatus(String label) {
        this.label = label;
    }

    /** The status on screen. */
    public String label() {
        return label;
    }

    /** Whether the claim still stands for its outcome: no second one may be opened beside it. */
    public boolean isLive() {
        return this == OPEN || this == RESERVED || this == INSTRUCTED || this == PAID;
    }
}
