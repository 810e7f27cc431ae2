package org.placewell.contract;

import java.util.List;
import java.util.function.Consumer;
import org.placewell.contract.domain.Facts;
import org.placewell.contract.domain.PayerShare;
import org.placewell.shared.Pence;

/** Tells which outcomes a contract has been charged for so far; the room that keeps the claims implements it. */
public interface PastClaims {

    /** Every live, validated claim under the contract, one after the other, in the order in which the outcomes were reached. */
    void each(String contractRef, Consumer<Past> reader);

    /**
     * One claim.
     *
     * @param referralRef the referral it belongs to
     * @param facts what the calculator was told when it was priced
     * @param amount what was charged
     * @param shares to whom it was charged
     */
    record Past(String claimRef, String referralRef, String outcome, Facts facts, Pence amount, List<PayerShare> shares) {

        public Past {
            shares = List.copyOf(shares);
        }
    }
}
