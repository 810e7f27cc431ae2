package org.placewell.evidence;

import java.util.Map;
import java.util.Set;

/** Where a claim's evidence stands, and the one table of the moves that exist. */
public enum EvidenceStatus {
    OPENED("Claim has arisen"),
    GATHERING("Evidence is being gathered"),
    SUBMITTED("Sent to the validator"),
    UNDER_REVIEW("With the validator"),
    MORE_NEEDED("The validator needs more"),
    REFUSED("Rejected; can be disputed"),
    DISPUTED("Disputed; with a second validator"),
    ACCEPTED("Accepted"),
    OVERTURNED("Failed the check of a sample"),
    CLOSED("Closed without payment");

    private static final Map<EvidenceStatus, Set<EvidenceStatus>> MOVES = Map.of(
            OPENED, Set.of(GATHERING, CLOSED),
            GATHERING, Set.of(SUBMITTED, CLOSED),
            SUBMITTED, Set.of(UNDER_REVIEW, CLOSED),
            UNDER_REVIEW, Set.of(ACCEPTED, MORE_NEEDED, REFUSED, CLOSED),
            MORE_NEEDED, Set.of(SUBMITTED, CLOSED),
            REFUSED, Set.of(DISPUTED, CLOSED),
            DISPUTED, Set.of(ACCEPTED, CLOSED),
            ACCEPTED, Set.of(OVERTURNED),
            OVERTURNED, Set.of(),
            CLOSED, Set.of());

    private final String label;

    EvidenceStatus(String label) {
        this.label = label;
    }

    /** The words on screen. */
    public String label() {
        return label;
    }

    /** The statuses that may follow this one. */
    public Set<EvidenceStatus> next() {
        return MOVES.get(this);
    }

    /** Whether papers may be added now. */
    public boolean takesPapers() {
        return this == GATHERING || this == MORE_NEEDED;
    }
}
