package org.placewell.settlement;

import java.time.Instant;
import org.placewell.shared.Pence;

/**
 * What somebody wants done with held money, or has done.
 *
 * @param kind PLACED (set against a line of a statement) or GIVEN_BACK
 * @param twoPeople whether a second person has to decide
 * @param status PROPOSED, DONE or REFUSED
 * @param payerName the payer whose debt it settles; null when the money goes back
 */
public record Placing(
        long id, long item, String contractRef, String kind, String statementRef, String lineRef, String payer, String payerName, Pence amount, String note,
        boolean twoPeople, String status, String proposedBy, Instant proposedAt, String decidedBy) {}
