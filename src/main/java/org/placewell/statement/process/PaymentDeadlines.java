package org.placewell.statement.process;

import java.util.Date;
import org.placewell.shared.MovableClock;
import org.placewell.statement.StatementStep;
import org.placewell.statement.Statements;
import org.placewell.workflow.InModel;

/** The deadlines that the payment model reads: each fires as the day after the last day begins. */
@InModel
public class PaymentDeadlines {

    private final Statements statements;

    PaymentDeadlines(Statements statements) {
        this.statements = statements;
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
        return Date.from(statements.deadline(statementRef, step).plusDays(1).atStartOfDay(MovableClock.LONDON).toInstant());
    }
}
