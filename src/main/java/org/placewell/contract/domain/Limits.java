package org.placewell.contract.domain;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.placewell.shared.Pence;

/**
 * The contract's ceilings. A payment that would pass one is not made, not even in part.
 *
 * @param people how many people may be paid for at all
 * @param total how much may be paid in all, or null for no ceiling
 * @param payers how much each payer may pay in all, by payer id; a payer not named has no ceiling of its own
 * @param periods how much may be paid for outcomes reached within one period
 */
public record Limits(OptionalInt people, Pence total, Map<String, Pence> payers, List<PeriodLimit> periods) {

    public Limits {
        payers = Map.copyOf(payers);
        periods = List.copyOf(periods);
    }

    /** No ceilings. */
    public static Limits none() {
        return new Limits(OptionalInt.empty(), null, Map.of(), List.of());
    }
}
