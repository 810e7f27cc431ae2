package org.placewell.contract;

import java.util.ArrayList;
import java.util.List;
import org.placewell.contract.PastClaims.Past;
import org.placewell.contract.domain.Terms;
import org.placewell.shared.Pence;

/**
 * Past outcomes priced once more, under a draft: what would have been paid if the draft had been in force all along. Nothing
 * is changed by it: real claims stay as they were priced.
 *
 * @param outcomes by outcome, in the draft's order, outcomes that the draft no longer pays for last
 * @param payers by payer, in the draft's order, payers that the draft no longer names last
 */
public record WhatIf(List<Line> outcomes, List<Line> payers) {

    public WhatIf {
        outcomes = List.copyOf(outcomes);
        payers = List.copyOf(payers);
    }

    /**
     * One outcome or one payer: how many were paid and for how much, and what it would be under the draft.
     *
     * @param paid how many outcomes; for a payer, those that it has a part in
     */
    public record Line(String title, int paid, Pence amount, int underDraft, Pence draftAmount) {

        /** How much more, or with a minus less, would have been paid. */
        public Pence difference() {
            return draftAmount.minus(amount);
        }

        Line plus(Line other) {
            return new Line(title, paid + other.paid, amount.plus(other.amount), underDraft + other.underDraft, draftAmount.plus(other.draftAmount));
        }
    }

    /** Prices claims that are at hand. */
    static WhatIf of(Terms draft, List<Past> past) {
        var repricing = new Repricing(draft);
        past.forEach(repricing);
        return repricing.result();
    }

    /** All outcomes together. */
    public Line total() {
        return outcomes.stream().reduce(new Line("In all", 0, Pence.ZERO, 0, Pence.ZERO), Line::plus);
    }

    /** Every outcome, and the total as the last line. */
    public List<Line> withTotal() {
        var all = new ArrayList<>(outcomes);
        all.add(total());
        return all;
    }
}
