package org.placewell.demo;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One simulated figure beside a published one. Figures are in tenths of their unit, so that 46.5 % is 465.
 *
 * @param unit % or days or people
 * @param published the published figure in words, with its base; empty when none was found
 * @param source where the published figure and the range come from
 */
public record Comparison(String quantity, String unit, long tenths, String published, long lowTenths, long highTenths, String source) {

    /** Whether the simulated figure lies in the range: within, below or above. */
    @JsonProperty
    public String verdict() {
        return tenths < lowTenths ? "below" : tenths > highTenths ? "above" : "within";
    }

    /** A figure as it is printed, such as {@code 46.5 %}. */
    static String shown(long tenths, String unit) {
        return tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10) + " " + unit;
    }

    /** The figure as it is printed. */
    public String simulated() {
        return shown(tenths, unit);
    }

    /** The range as it is printed. */
    public String range() {
        return shown(lowTenths, "").strip() + " to " + shown(highTenths, unit);
    }
}
