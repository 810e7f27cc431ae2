package org.placewell.settlement;

import java.util.List;
import org.placewell.shared.Pence;

/**
 * A contract as the investor behind it sees it, all from the ledger.
 *
 * @param drawn working capital put in so far
 * @param paymentsIn what payers have paid for outcomes, credits deducted; service fees and held money not counted
 * @param repaid what has gone back to the investor
 * @param exposure what is still at risk: drawn less repaid
 * @param outstanding what payers were asked for and have not paid yet
 * @param moves the newest first, the undecided on top
 */
public record InvestorView(
        String contractRef, String title, Pence drawn, Pence paymentsIn, Pence repaid, Pence exposure, Pence outstanding, List<CapitalMove> moves) {

    public InvestorView {
        moves = List.copyOf(moves);
    }
}
