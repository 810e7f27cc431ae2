package org.placewell.caseload;

import org.placewell.shared.Transitions;

/** Where a place on a caseload stands. Offered and open places take up room. */
public enum PlaceStatus {
    /** Offered to a waiting person and not yet answered. */
    OFFERED,
    /** On the caseload. */
    OPEN,
    /** No longer on this caseload: support has ended or another specialist has taken over. */
    CLOSED,
    /** Offered but not taken. */
    RELEASED;

    /** The one table of moves. */
    public static final Transitions<PlaceStatus> MOVES = Transitions.of(PlaceStatus.class)
            .from(OFFERED, OPEN, RELEASED)
            .from(OPEN, CLOSED)
            .startingAt(OFFERED, OPEN);
}
