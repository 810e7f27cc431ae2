package org.placewell.contract.domain;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.placewell.shared.Pence;

/**
 * The contract's ceilings. A payment that would pass one is not made, not even in part.
 *
 * @param people how many people may be paid for at all
 * @param outcomes how many outcomes may be paid at all
 * @param total how much may be paid in all, or null for no ceiling
 * @param payers how many outcomes each payer may have a part in and how much it may pay in all, by payer id; a payer not
 *     named has no ceiling of its own
 * @param periods how many outcomes reached within one period may be paid, and how much for them
 */
public record Limits(OptionalInt people, OptionalInt outcomes, Pence total, Map<String, Ceiling> payers, List<PeriodLimit> periods) {

    public Limits {
        payers = Map.copyOf(payers);
        periods = List.copyOf(periods);
    }

    /** The payer's own ceiling. */
    public Ceiling payer(String id) {
        return payers.getOrDefault(id, Ceiling.NONE);
    }
}
