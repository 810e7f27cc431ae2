package org.placewell.contract.domain;

import java.time.LocalDate;
import java.util.List;
import org.placewell.shared.Pence;

/** A sum that is due every calendar month of the version's life whatever the outcomes; the last day is inclusive. */
public record ServiceFee(String code, Pence pays, boolean illustrative, LocalDate from, LocalDate until, List<Share> shares) {

    public ServiceFee {
        shares = List.copyOf(shares);
    }
}
