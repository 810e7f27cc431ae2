package org.placewell.waitinglist;

import org.placewell.shared.Transitions;

/** Where an entry of the waiting list stands; the database checks the values. */
enum WaitingStatus {
    WAITING, OFFERED, PLACED, LEFT, ENDED;

    /** The one table of moves. */
    static final Transitions<WaitingStatus> MOVES = Transitions.of(WaitingStatus.class)
            .from(WAITING, OFFERED, LEFT, ENDED)
            .from(OFFERED, WAITING, PLACED, LEFT, ENDED)
            .startingAt(WAITING);
}
