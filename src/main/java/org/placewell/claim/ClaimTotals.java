package org.placewell.claim;

import java.util.List;

/**
 * What was claimed and paid under a contract, for performance and the simulation. Amounts in pence.
 *
 * @param journals how many journals the contract has in the ledger
 * @param sum the sum of all its postings: zero unless something is broken
 */
public record ClaimTotals(List<Outcome> outcomes, List<Payer> payers, long journals, long postings, long sum) {

    /**
     * @param claimed all claims ever opened
     * @param accepted evidence accepted: validated, instructed, paid, or since reversed
     * @param amount pence of the paid claims
     */
    public record Outcome(String code, long claimed, long accepted, long rejected, long paid, long amount) {}

    /** @param amount pence that came in from the payer, credits deducted */
    public record Payer(String id, long amount) {}
}
