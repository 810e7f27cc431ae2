package org.placewell.contract.domain;

import java.util.ArrayList;
import java.util.List;
import org.placewell.shared.Pence;

/** Splits a price so that the parts add up to it to the penny: among payers, or into part-payments. */
public final class Split {

    private static final int WHOLE = 10_000;

    private Split() {}

    /**
     * Fixed amounts first; the rest by percent, rounded down, and the pennies left over one each to the largest remainders.
     * Equal remainders: the payer named first.
     */
    public static List<PayerShare> of(Pence price, List<Share> shares) {
        long rest = price.amount();
        for (var share : shares) {
            rest -= share.fixed() == null ? 0 : share.fixed().amount();
        }
        int n = shares.size();
        var amounts = new long[n];
        var remainders = new long[n];
        long left = rest;
        for (int i = 0; i < n; i++) {
            var share = shares.get(i);
            if (share.fixed() != null) {
                amounts[i] = share.fixed().amount();
                remainders[i] = -1;
            } else {
                long parts = Math.multiplyExact(rest, share.basisPoints());
                amounts[i] = parts / WHOLE;
                remainders[i] = parts % WHOLE;
                left -= amounts[i];
            }
        }
        for (; left > 0; left--) {
            int largest = -1;
            for (int i = 0; i < n; i++) {
                if (remainders[i] >= 0 && (largest < 0 || remainders[i] > remainders[largest])) {
                    largest = i;
                }
            }
            if (largest < 0) {
                break;
            }
            amounts[largest]++;
            remainders[largest] = 0;
        }
        var split = new ArrayList<PayerShare>(n);
        for (int i = 0; i < n; i++) {
            split.add(new PayerShare(shares.get(i).payerId(), Pence.of(amounts[i])));
        }
        return split;
    }
}
