package org.placewell.intake;

import org.placewell.shared.Transitions;

/** What becomes of one row of a file. */
public enum RowStatus {
    /** Something in it has to be mended in the file. */
    WRONG("To mend in the file"),
    /** Brought in before under the same row key. */
    ALREADY("Brought in before"),
    /** May be somebody who is here already: a person decides. */
    ASK("To decide"),
    /** Nothing wrong with it. */
    GOOD("Good"),
    /** Confirmed and not yet brought in. */
    READY("Waits its turn"),
    /** Somebody decided not to bring it in. */
    LEFT_OUT("Left out"),
    /** Brought in. */
    DONE("Brought in"),
    /** Was good, but could not be brought in when its turn came. */
    FAILED("Could not be brought in");

    /** The one table of moves. */
    public static final Transitions<RowStatus> MOVES = Transitions.of(RowStatus.class)
            .from(ASK, READY, LEFT_OUT)
            .from(GOOD, READY)
            .from(READY, DONE, FAILED, ALREADY)
            .from(FAILED, READY)
            .startingAt(WRONG, ALREADY, ASK, GOOD);

    private final String label;

    RowStatus(String label) {
        this.label = label;
    }

    /** In words, for the screen. */
    public String label() {
        return label;
    }
}
