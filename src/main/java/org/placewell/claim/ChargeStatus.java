package org.placewell.claim;

import org.placewell.shared.Transitions;

/** Where a charge stands: proposed by one person, decided by another; a fee stands by the terms from the beginning. */
public enum ChargeStatus {
    PROPOSED("Waits for a second person"),
    APPROVED("Approved"),
    REFUSED("Refused");

    /** The one table of moves. */
    public static final Transitions<ChargeStatus> MOVES = Transitions.of(ChargeStatus.class)
            .from(PROPOSED, APPROVED, REFUSED)
            .startingAt(PROPOSED, APPROVED);

    private final String label;

    ChargeStatus(String label) {
        this.label = label;
    }

    /** The status on screen. */
    public String label() {
        return label;
    }
}
