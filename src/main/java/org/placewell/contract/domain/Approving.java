package org.placewell.contract.domain;

import org.placewell.shared.Pence;

/**
 * What approving payments takes beyond two people.
 *
 * @param seniorAbove a statement above this amount needs somebody with a senior limit; null for no such amount
 * @param coolingDays working days that new bank details of the payee wait before a payment may use them
 */
public record Approving(Pence seniorAbove, int coolingDays) {

    /** What holds when the terms say nothing; the number of days is the product's own cautious choice. */
    public static final Approving USUAL = new Approving(null, 5);
}
