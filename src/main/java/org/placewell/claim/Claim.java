package org.placewell.claim;

import java.time.Instant;
import java.time.LocalDate;
import org.placewell.shared.Pence;

/**
 * One row of {@code outcome_claim}.
 *
 * @param occurrence the referral, job or person that the terms' "once per" names
 * @param windowFrom the first day of what is paid for
 * @param explanation the number of the explanation that counts
 */
record Claim(
        String ref, String contractRef, int contractVersion, String referralRef, long personId, String outcome, String occurrence,
        ClaimStatus status, Pence amount, LocalDate windowFrom, LocalDate reachedOn, LocalDate claimBy, int explanation, String flag,
        Instant openedAt, Instant changedAt) {}
