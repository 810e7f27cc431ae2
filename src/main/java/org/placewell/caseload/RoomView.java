package org.placewell.caseload;

import java.util.List;

/**
 * How much room a specialist has.
 *
 * @param fullTimePercent working time, 100 for full time
 * @param places clients allowed: at most 20 for a full-time specialist (IPS fidelity scale, caseload item), in proportion otherwise
 * @param open clients on the caseload
 * @param offered places offered and not yet answered; they count as taken
 * @param clinicalTeams the clinical teams that the clients come from; two at most is good practice
 */
public record RoomView(
        String username, String name, String team, int fullTimePercent, int places, int open, int offered, List<String> clinicalTeams) {

    /** How many more clients fit; never below zero. */
    public int room() {
        return Math.max(0, places - open - offered);
    }
}
