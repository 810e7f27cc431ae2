package org.placewell.settlement;

import java.util.Map;
import org.placewell.shared.Pence;

/**
 * What one payer owes under one contract, by how long it has been due. Credits not taken yet count against it, in the band of their
 * own age.
 *
 * @param bands a band without money is absent
 */
public record Receivable(String contractRef, String payer, String payerName, Map<Ageing, Pence> bands, Pence total) {

    public Receivable {
        bands = Map.copyOf(bands);
    }

    /** What stands in a band; zero when nothing does. */
    public Pence in(Ageing band) {
        return bands.getOrDefault(band, Pence.ZERO);
    }
}
