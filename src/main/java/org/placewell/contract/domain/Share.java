package org.placewell.contract.domain;

import org.placewell.shared.Pence;

/**
 * A payer's part of a price: either a fixed amount, taken first, or hundredths of a percent of what the fixed amounts leave.
 *
 * @param basisPoints 4000 for 40 %; 0 when the amount is fixed
 * @param fixed the fixed amount, or null
 */
public record Share(String payerId, int basisPoints, Pence fixed) {

    /** As people read it: {@code 40%}, {@code 5.25%} or {@code £60}. */
    public String label() {
        if (fixed != null) {
            return fixed.toString();
        }
        int rest = basisPoints % 100;
        var whole = Integer.toString(basisPoints / 100);
        if (rest == 0) {
            return whole + "%";
        }
        return whole + "." + (rest % 10 == 0 ? Integer.toString(rest / 10) : (rest < 10 ? "0" : "") + rest) + "%";
    }
}
