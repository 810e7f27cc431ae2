package org.placewell.ledger;

import java.time.LocalDate;
import org.placewell.shared.Pence;

/**
 * One posting with its journal.
 *
 * @param kind INSTRUCTED, CHARGED, SETTLED, REVERSED, SUSPENSE_IN, SUSPENSE_OUT, CAPITAL_DRAWN, CAPITAL_REPAID or ADJUSTED
 * @param payer whose money it is; null when nobody knows, and for an investor's
 * @param claimRef the claim that the journal is about, or null
 * @param chargeRef the charge that it is about, or null
 * @param account the account's code, such as {@code receivable:CONTRACT:PAYER}
 * @param amount debits positive, credits negative
 */
public record LedgerLine(
        long journal, LocalDate enteredOn, String kind, String contractRef, String payer, String claimRef, String chargeRef, String statementRef,
        String account, Pence amount, String actor) {}
