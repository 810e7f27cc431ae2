package org.placewell.claim;

/** Why something is owed beside the claims; corrections and extrapolations take two people. */
public enum ChargeKind {
    /** What the terms pay each month whatever the outcomes. */
    FEE("Service fee"),
    /** What a failed sample takes back from the claims of its batch that were not drawn. */
    EXTRAPOLATION("Extrapolation of a sample"),
    /** What a closed month should have said; the month itself stays as it is. */
    CORRECTION("Correction of a closed month");

    private final String label;

    ChargeKind(String label) {
        this.label = label;
    }

    /** The kind on screen. */
    public String label() {
        return label;
    }
}
