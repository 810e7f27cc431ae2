package org.placewell.intake;

import org.placewell.shared.Transitions;

/** Where a file of people stands. */
public enum ImportStatus {
    /** Every row has been checked; a person decides. */
    CHECKED("Checked, waits for you"),
    /** Confirmed: its rows are being brought in. */
    CONFIRMED("Being brought in"),
    /** Every row has come to its end. */
    DONE("Done"),
    /** Given up before anything was brought in. */
    DROPPED("Not used");

    /** The one table of moves. */
    public static final Transitions<ImportStatus> MOVES = Transitions.of(ImportStatus.class)
            .from(CHECKED, CONFIRMED, DROPPED)
            .from(CONFIRMED, DONE)
            .from(DONE, CONFIRMED)
            .startingAt(CHECKED);

    private final String label;

    ImportStatus(String label) {
        this.label = label;
    }

    /** In words, for the screen. */
    public String label() {
        return label;
    }
}
