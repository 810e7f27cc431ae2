package org.placewell.settlement;

/**
 * Two records of the same money that do not say the same.
 *
 * @param contractRef the contract concerned
 * @param between which records were compared, such as {@code Statements and ledger}
 * @param words what differs, with references and amounts
 */
public record Difference(String contractRef, String between, String words) {

    /** As one line of a report. */
    public String text() {
        return contractRef + ": " + between + ": " + words;
    }
}
