package org.placewell.statement;

import java.time.LocalDate;

/**
 * Bank details of a contract's payee, as far as anybody sees them.
 *
 * @param lastFour the last four digits of the account's number
 * @param decidedBy null while they wait for a second person
 * @param usableFrom the first day a payment may use them; null unless confirmed
 */
public record PayeeAccount(
        long id, String contractRef, String holder, String lastFour, String proposedBy, String decidedBy, boolean confirmed, LocalDate usableFrom) {

    /** The account as pages and files name it. */
    public String label() {
        return holder + ", account ending " + lastFour;
    }
}
