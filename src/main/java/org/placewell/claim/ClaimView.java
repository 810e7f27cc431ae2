package org.placewell.claim;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.placewell.shared.Pence;

/**
 * One claim as its page shows it.
 *
 * @param outcome the outcome's code in the contract
 * @param title the outcome's short name
 * @param occurrence what the terms' "once per" names: a reference of the referral, job or person
 * @param reachedOn the day on which the terms' condition was met
 * @param claimBy the last day for the evidence
 * @param flag why corrected facts put the claim in doubt, or null
 * @param shares what each payer owes; empty until the claim is validated
 */
public record ClaimView(
        String ref, String contractRef, int contractVersion, String referralRef, String outcome, String title, String occurrence, ClaimStatus status,
        Pence amount, LocalDate reachedOn, LocalDate claimBy, String flag, Instant openedAt, Instant changedAt, List<Share> shares) {

    /**
     * One payer's share.
     *
     * @param statementRef the statement it is on, or null
     * @param state DUE, ON_STATEMENT, QUERIED, INSTRUCTED, PAID or REVERSED
     */
    public record Share(String payer, Pence amount, String statementRef, String state) {}
}
