package org.placewell.ledger;

import org.placewell.shared.Pence;

/** What an account stands at, derived from its postings: debits positive, credits negative. */
public record AccountBalance(String account, long postings, Pence balance) {}
