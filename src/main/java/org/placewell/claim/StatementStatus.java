package org.placewell.claim;

import java.util.Map;
import java.util.Set;

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

    private static final Map<StatementStatus, Set<StatementStatus>> TRANSITIONS = Map.of(
            DRAFT, Set.of(CHECKED, WITHDRAWN),
            CHECKED, Set.of(APPROVED_ONCE, DRAFT),
            APPROVED_ONCE, Set.of(APPROVED_TWICE, DRAFT),
            APPROVED_TWICE, Set.of(INSTRUCTED),
            INSTRUCTED, Set.of(PAID),
            PAID, Set.of(),
            WITHDRAWN, Set.of());

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

    /** The statuses that may follow. */
    public Set<StatementStatus> next() {
        return TRANSITIONS.get(this);
    }
}
