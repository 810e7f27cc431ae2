package org.placewell.settlement;

import java.time.LocalDate;
import org.placewell.shared.Pence;

/**
 * Working capital that an investor put in or got back.
 *
 * @param kind DRAWN or REPAID
 * @param status PROPOSED (waits for a second person), DONE or REFUSED
 */
public record CapitalMove(
        long id, String contractRef, String kind, Pence amount, LocalDate movedOn, String note, String status, String proposedBy, String decidedBy) {}
