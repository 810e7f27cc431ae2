package org.placewell.claim;

import java.util.List;
import org.placewell.ledger.LedgerTotals;

/** What was claimed and paid under a contract, for performance and the simulation. Amounts in pence. */
public record ClaimTotals(List<Outcome> outcomes, LedgerTotals ledger) {

    /**
     * @param claimed all claims ever opened
     * @param accepted evidence accepted: validated, instructed, paid, or since reversed
     * @param amount pence of the paid claims
     */
    public record Outcome(String code, long claimed, long accepted, long rejected, long paid, long amount) {}
}
