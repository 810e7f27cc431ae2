package org.placewell.caseload;

import java.time.LocalDate;
import java.util.List;

/**
 * How much room a specialist has, and what a team leader knows about them.
 *
 * @param fullTimePercent working time, 100 for full time
 * @param places clients allowed: at most 20 for a full-time specialist (IPS fidelity scale, caseload item), in proportion otherwise
 * @param open clients on the caseload
 * @param offered places offered and not yet answered; they count as taken
 * @param clinicalTeams the clinical teams that the clients come from; two at most is good practice
 * @param attached the clinical teams that the specialist belongs to, at most two: as recorded, else those most clients come from
 * @param fromAttached how many of the clients come from them; good practice is at least 90 % (IPS fidelity, integration by team assignment)
 * @param retention how many of the clients were still in a job when they were referred
 * @param awayUntil the last day away when the specialist is away today; else null
 * @param languages codes of {@link org.placewell.referral.Language} besides English
 * @param gender woman, man, or empty when not recorded
 */
public record RoomView(
        String username, String name, String team, int fullTimePercent, int places, int open, int offered, List<String> clinicalTeams,
        List<String> attached, int fromAttached, int retention, LocalDate awayUntil, List<String> languages, String gender) {

    /** How many more clients fit; never below zero, and none while the specialist is away. */
    public int room() {
        return awayUntil == null ? Math.max(0, places - taken()) : 0;
    }

    /** Clients and offered places. */
    public int taken() {
        return open + offered;
    }

    /** How many percent of the caseload come from the clinical teams that the specialist belongs to, rounded down; 100 of nobody. */
    public int attachedPercent() {
        return taken() == 0 ? 100 : 100 * fromAttached / taken();
    }
}
