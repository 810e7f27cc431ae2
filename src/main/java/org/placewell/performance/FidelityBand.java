package org.placewell.performance;

import java.util.Arrays;

/**
 * What a total of the fidelity scale (25 to 125) is called. Only "fair", 74 to 99, was found in print, on a score sheet of the United
 * Kingdom; the other limits are those usually quoted and are shown as not verified.
 */
public enum FidelityBand {
    EXEMPLARY(115, "Exemplary fidelity", false),
    GOOD(100, "Good fidelity", false),
    FAIR(74, "Fair fidelity", true),
    NONE(0, "Not supported employment", false);

    private final int from;
    private final String label;
    private final boolean verified;

    FidelityBand(int from, String label, boolean verified) {
        this.from = from;
        this.label = label;
        this.verified = verified;
    }

    /** The lowest total of the band. */
    public int from() {
        return from;
    }

    /** Its name. */
    public String label() {
        return label;
    }

    /** Whether its limits were found in print. */
    public boolean verified() {
        return verified;
    }

    /** Its name, and whether the limits still have to be checked. */
    public String words() {
        return verified ? label : label + " (limits not verified)";
    }

    /** The band of a total. */
    public static FidelityBand of(int total) {
        return Arrays.stream(values()).filter(band -> total >= band.from).findFirst().orElse(NONE);
    }
}
