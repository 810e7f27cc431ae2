package org.placewell.claim;

/**
 * One cap of a contract and what is used of it.
 *
 * @param unit PEOPLE, OUTCOMES or PENCE: what the numbers count
 * @param reserved validated, not yet instructed
 * @param posted instructed or paid
 */
public record CapView(String contractRef, String cap, String unit, long room, long reserved, long posted) {

    /** What is left. */
    public long left() {
        return room - reserved - posted;
    }
}
