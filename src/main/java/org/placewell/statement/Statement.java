package org.placewell.statement;

import java.time.Instant;
import java.time.YearMonth;
import org.placewell.shared.Pence;

/** One row of {@code statement}. @param seniorAbove above which a senior approval is needed, or null */
record Statement(
        String ref, String contractRef, String payer, YearMonth period, StatementStatus status, int version, String draftedBy, Instant draftedAt,
        Instant changedAt, String schedule, String scheduleHash, Pence seniorAbove, String purchaseOrder, Long payeeAccount) {

    /** One live line. @param ref the claim or charge; @param kind CLAIM, CREDIT or CHARGE */
    record Line(long id, String ref, String kind, Pence amount) {}
}
