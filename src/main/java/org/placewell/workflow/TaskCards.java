package org.placewell.workflow;

import java.time.LocalDate;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Changes what the work list says of open tasks. A task can rest: nobody is asked to do it any more, and it ends by itself when its time is
 * over; it stays on the record.
 */
@Component
public class TaskCards {

    private static final LocalDate NEVER = LocalDate.of(3000, 1, 1);
    private final JdbcClient jdbc;

    TaskCards(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes open tasks about a referral out of every inbox, until they are overdue.
     *
     * @param tasks the ids of the user tasks
     * @param reason why, in words without anything about the person
     * @return how many there were
     */
    public int rest(String referralRef, Set<String> tasks, String reason) {
        return jdbc.sql("""
                        update work_item set put_off_until = coalesce(due_date + 1, cast(:never as date)), put_off_reason = :reason
                        where referral_ref = :ref and task_key in (:tasks) and closed_at is null""")
                .param("ref", referralRef).param("tasks", tasks).param("reason", reason).param("never", NEVER).update();
    }

    /** Open tasks about a referral, but for its claims, belong to another contract from now on. */
    public void underContract(String referralRef, String contractRef) {
        jdbc.sql("update work_item set contract_ref = ? where referral_ref = ? and closed_at is null and process_key <> 'evidence-validation'")
                .params(contractRef, referralRef).update();
    }

    /** Until when a task rests that should be done by a day, or by no day in particular. */
    static LocalDate until(LocalDate due) {
        return due == null ? NEVER : due.plusDays(1);
    }
}
