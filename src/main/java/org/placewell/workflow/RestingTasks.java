package org.placewell.workflow;

import java.time.LocalDate;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets tasks rest: nobody is asked to do them any more, and they end by themselves when their time is over. They stay on the record. */
@Component
public class RestingTasks {

    private static final LocalDate NEVER = LocalDate.of(3000, 1, 1);
    private final JdbcClient jdbc;

    RestingTasks(JdbcClient jdbc) {
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

    /** Until when a task rests that should be done by a day, or by no day in particular. */
    static LocalDate until(LocalDate due) {
        return due == null ? NEVER : due.plusDays(1);
    }
}
