package org.placewell.evidence;

import org.placewell.shared.Transitions;

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

    static final Transitions<EvidenceStatus> MOVES = Transitions.of(EvidenceStatus.class)
            .from(OPENED, GATHERING, CLOSED)
            .from(GATHERING, SUBMITTED, CLOSED)
            .from(SUBMITTED, UNDER_REVIEW, CLOSED)
            .from(UNDER_REVIEW, ACCEPTED, MORE_NEEDED, REFUSED, CLOSED)
            .from(MORE_NEEDED, SUBMITTED, CLOSED)
            .from(REFUSED, DISPUTED, CLOSED)
            .from(DISPUTED, ACCEPTED, CLOSED)
            .from(ACCEPTED, OVERTURNED)
            .startingAt(OPENED);

    private final String label;

    EvidenceStatus(String label) {
        this.label = label;
    }

    /** The words on screen. */
    public String label() {
        return label;
    }

    /** Whether papers may be added now. */
    public boolean takesPapers() {
        return this == GATHERING || this == MORE_NEEDED;
    }
}
