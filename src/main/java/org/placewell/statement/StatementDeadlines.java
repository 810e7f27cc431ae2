package org.placewell.statement;

import java.time.LocalDate;
import org.placewell.shared.MovableClock;
import org.placewell.shared.WorkingDays;
import org.springframework.stereotype.Component;

/** By when the steps of a statement should be done. */
@Component
class StatementDeadlines {

    private static final int WORKING_DAYS = 5;
    private final Approvals approvals;
    private final MovableClock clock;

    StatementDeadlines(Approvals approvals, MovableClock clock) {
        this.approvals = approvals;
        this.clock = clock;
    }

    LocalDate of(Statement statement, StatementStep step) {
        return step == StatementStep.SECOND_APPROVAL ? approvals.expires(statement.ref()) : WorkingDays.after(clock.today(), WORKING_DAYS);
    }
}
