package org.placewell.contract.domain;

import java.util.OptionalInt;
import org.placewell.shared.Pence;

/**
 * A ceiling on outcomes, on money, or on both.
 *
 * @param count how many outcomes may be paid; empty for no such ceiling
 * @param total how much may be paid, or null for no such ceiling
 */
public record Ceiling(OptionalInt count, Pence total) {

    /** No ceiling at all. */
    public static final Ceiling NONE = new Ceiling(OptionalInt.empty(), null);
}
