package org.placewell.ledger;

import java.time.LocalDate;
import org.placewell.shared.Pence;

/**
 * One posting with its journal.
 *
 * @param kind INSTRUCTED, SETTLED or REVERSED
 * @param account the account's code, such as {@code receivable:CONTRACT:PAYER}
 * @param amount debits positive, credits negative
 */
public record LedgerLine(
        long journal, LocalDate enteredOn, String kind, String contractRef, String payer, String claimRef, String statementRef, String account,
        Pence amount, String actor) {}
