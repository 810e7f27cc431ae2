package org.placewell.ledger;

import java.util.List;

/**
 * What came in under a contract. Amounts in pence.
 *
 * @param journals how many journals the contract has in the ledger
 * @param sum the sum of all its postings: zero unless something is broken
 */
public record LedgerTotals(List<Payer> payers, long journals, long postings, long sum) {

    /** @param amount pence that came in from the payer, credits deducted */
    public record Payer(String id, long amount) {}
}
