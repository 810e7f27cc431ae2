package org.placewell.statement;

import org.placewell.shared.Transitions;

/** Where a statement stands, from the draft to the money in. */
public enum StatementStatus {
    DRAFT("Draft"),
    /** Checked by finance; waits for the first approval. */
    CHECKED("Waits for first approval"),
    /** Waits for the second approval. */
    APPROVED_ONCE("Waits for second approval"),
    /** Both approvals given; the instruction follows at once. */
    APPROVED_TWICE("Approved"),
    INSTRUCTED("Payment instructed"),
    PAID("Paid"),
    WITHDRAWN("Withdrawn");

    /** The one table of moves. */
    public static final Transitions<StatementStatus> MOVES = Transitions.of(StatementStatus.class)
            .from(DRAFT, CHECKED, WITHDRAWN)
            .from(CHECKED, APPROVED_ONCE, DRAFT)
            .from(APPROVED_ONCE, APPROVED_TWICE, DRAFT)
            .from(APPROVED_TWICE, INSTRUCTED)
            .from(INSTRUCTED, PAID)
            .startingAt(DRAFT);

    private final String label;

    StatementStatus(String label) {
        this.label = label;
    }

    /** The status on screen. */
    public String label() {
        return label;
    }

    /** Whether lines can still leave it. */
    public boolean isOpen() {
        return this == DRAFT || this == CHECKED || this == APPROVED_ONCE;
    }
}
