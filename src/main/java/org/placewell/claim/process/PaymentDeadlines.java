package org.placewell.claim.process;

import java.util.Date;
import org.placewell.claim.Claims;
import org.placewell.claim.StatementStep;
import org.placewell.shared.MovableClock;
import org.placewell.workflow.InModel;

/** The deadlines that the payment model reads: each fires as the day after the last day begins. */
@InModel
public class PaymentDeadlines {

    private final Claims claims;

    PaymentDeadlines(Claims claims) {
        this.claims = claims;
    }

    /** When the draft should be checked. */
    public Date draftBy(String statementRef) {
        return endOf(statementRef, StatementStep.CHECK);
    }

    /** When the first approval should be given. */
    public Date approveBy(String statementRef) {
        return endOf(statementRef, StatementStep.FIRST_APPROVAL);
    }

    /** When the first approval counts no longer. */
    public Date approvalExpires(String statementRef) {
        return endOf(statementRef, StatementStep.SECOND_APPROVAL);
    }

    private Date endOf(String statementRef, StatementStep step) {
        return Date.from(claims.deadline(statementRef, step).plusDays(1).atStartOfDay(MovableClock.LONDON).toInstant());
    }
}
