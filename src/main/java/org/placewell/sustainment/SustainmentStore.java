package org.placewell.sustainment;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sustainment tables' SQL: every change of status is conditional. */
@Component
class SustainmentStore {

    private final JdbcClient jdbc;

    SustainmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether the job was not followed before */
    boolean begin(String jobRef, String referralRef, LocalDate on) {
        return jdbc.sql("""
                        insert into sustainment (job_ref, referral_ref, began_on, status) values (?, ?, ?, 'IN_WORK')
                        on conflict do nothing""").params(jobRef, referralRef, on).update() == 1;
    }

    Optional<LocalDate> began(String jobRef) {
        return jdbc.sql("select began_on from sustainment where job_ref = ?").param(jobRef).query(LocalDate.class).optional();
    }

    void latest(String jobRef, LocalDate day) {
        jdbc.sql("update sustainment set latest_date = ? where job_ref = ?").params(day, jobRef).update();
    }

    Optional<LocalDate> latest(String jobRef) {
        return jdbc.sql("select latest_date from sustainment where job_ref = ?").param(jobRef)
                .query((r, n) -> Optional.ofNullable(r.getObject(1, LocalDate.class))).optional().flatMap(day -> day);
    }

    Optional<SustainmentStatus> status(String jobRef) {
        return jdbc.sql("select status from sustainment where job_ref = ?").param(jobRef).query(String.class).optional()
                .map(SustainmentStatus::valueOf);
    }

    /** @return whether the job was in work until now */
    boolean close(String jobRef, SustainmentStatus to, LocalDate on) {
        return jdbc.sql("update sustainment set status = ?, closed_on = ? where job_ref = ? and status = 'IN_WORK'")
                .params(to.name(), on, jobRef).update() == 1;
    }

    List<String> followed(String referralRef) {
        return jdbc.sql("select job_ref from sustainment where referral_ref = ? order by job_ref").param(referralRef).query(String.class).list();
    }

    void plan(String jobRef, int weeks, LocalDate dueOn) {
        jdbc.sql("insert into milestone (job_ref, weeks, due_on, status) values (?, ?, ?, 'AHEAD') on conflict do nothing")
                .params(jobRef, weeks, dueOn).update();
    }

    /** Nothing lies ahead any more, and there is no latest date. */
    void forgetPlan(String jobRef) {
        jdbc.sql("delete from milestone where job_ref = ? and status = 'AHEAD'").param(jobRef).update();
        jdbc.sql("update sustainment set latest_date = null where job_ref = ?").param(jobRef).update();
    }

    List<MilestoneView> milestones(String jobRef) {
        return jdbc.sql("select * from milestone where job_ref = ? order by weeks").param(jobRef)
                .query((r, n) -> new MilestoneView(r.getString("job_ref"), r.getInt("weeks"), r.getObject("due_on", LocalDate.class),
                        MilestoneStatus.valueOf(r.getString("status")), r.getObject("recorded_on", LocalDate.class))).list();
    }

    boolean checked(String jobRef, int weeks) {
        return jdbc.sql("update milestone set status = 'CHECKED' where job_ref = ? and weeks = ? and status = 'AHEAD'")
                .params(jobRef, weeks).update() == 1;
    }

    /** Settles the milestones that are checked: reached when due by the last day in the job, else missed. */
    int settleChecked(String jobRef, LocalDate inJobUntil, LocalDate on) {
        return settle("status = 'CHECKED'", jobRef, inJobUntil, on);
    }

    /** Settles every milestone that is not settled. */
    int settleAll(String jobRef, LocalDate inJobUntil, LocalDate on) {
        return settle("status in ('AHEAD', 'CHECKED')", jobRef, inJobUntil, on);
    }

    /** Settles the milestones whose weeks were complete before a day as reached, which is the day before they are due: somebody else has seen to them. */
    int reachedElsewhere(String jobRef, LocalDate before, LocalDate on) {
        return jdbc.sql("update milestone set status = 'RECORDED', recorded_on = ? where job_ref = ? and status = 'AHEAD' and due_on <= ?")
                .params(on, jobRef, before).update();
    }

    private int settle(String which, String jobRef, LocalDate inJobUntil, LocalDate on) {
        return jdbc.sql("update milestone set status = case when due_on <= ? then 'RECORDED' else 'MISSED' end, recorded_on = ?"
                        + " where job_ref = ? and " + which).params(inJobUntil, on, jobRef).update();
    }

    /** Moves a milestone to another day, wherever it stands. */
    void due(String jobRef, int weeks, LocalDate dueOn) {
        jdbc.sql("update milestone set due_on = ? where job_ref = ? and weeks = ? and due_on <> ?").params(dueOn, jobRef, weeks, dueOn).update();
    }

    /** Settles once more what was settled by wrong dates. */
    void settleAgain(String jobRef, LocalDate inJobUntil, LocalDate on) {
        settle("status in ('RECORDED', 'MISSED')", jobRef, inJobUntil, on);
    }

    /** The job was never there: no milestone is reached. */
    void missAll(String jobRef, LocalDate on) {
        jdbc.sql("update milestone set status = 'MISSED', recorded_on = ? where job_ref = ? and status <> 'MISSED'").params(on, jobRef).update();
    }

    /** Sets what turns out to lie ahead, or was missed by mistake, before the person again; tells how many milestones lie ahead. */
    int ahead(String jobRef, LocalDate today) {
        jdbc.sql("""
                        update milestone set status = 'AHEAD', recorded_on = null
                        where job_ref = ? and (status = 'MISSED' or status = 'RECORDED' and due_on > ?)""").params(jobRef, today).update();
        return jdbc.sql("select count(*) from milestone where job_ref = ? and status = 'AHEAD'").param(jobRef).query(Integer.class).single();
    }

    /** @return whether support for the job had ended and goes on again */
    boolean reopen(String jobRef) {
        return jdbc.sql("update sustainment set status = 'IN_WORK', closed_on = null where job_ref = ? and status in ('JOB_ENDED', 'MILESTONES_DONE')")
                .param(jobRef).update() == 1;
    }

    void check(String jobRef, int weeks, LocalDate on, CheckAnswers answers, String by, Instant at) {
        jdbc.sql("""
                        insert into sustainment_check (job_ref, weeks, checked_on, still_in_job, minutes_per_week, confirmed_by, recorded_by,
                            recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(jobRef, weeks, on, answers.stillInJob(), answers.minutesPerWeek() == 0 ? null : answers.minutesPerWeek(),
                        answers.confirmedBy(), by, Timestamp.from(at)).update();
    }

    void contact(String jobRef, LocalDate on, String how, String going, String by, Instant at) {
        jdbc.sql("insert into in_work_contact (job_ref, on_date, how, going, recorded_by, recorded_at) values (?, ?, ?, ?, ?, ?)")
                .params(jobRef, on, how, going, by, Timestamp.from(at)).update();
    }

    List<ContactView> contacts(String jobRef) {
        return jdbc.sql("select * from in_work_contact where job_ref = ? order by on_date, id").param(jobRef)
                .query((r, n) -> new ContactView(r.getString("job_ref"), r.getObject("on_date", LocalDate.class), r.getString("how"),
                        r.getString("going"))).list();
    }
}
