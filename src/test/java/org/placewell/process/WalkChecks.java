package org.placewell.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.placewell.referral.ReferralStatus;
import org.placewell.support.World;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What holds at every moment of every case, asked of the tables themselves: nobody stuck, lost or doubled, no state that there is not. */
@Component
public class WalkChecks {

    /** What must never be found between two steps, each with the query that finds it. */
    private static final Map<String, String> NEVER = Map.of(
            "an open referral without its process, or a closed one with more than its last step", """
                    select r.ref || ' ' || r.status from referral r where r.ref = any (:refs)
                        and r.status in ('RECEIVED', 'WITH_REFERRER', 'WAITING', 'OFFERED', 'IN_SUPPORT') <> exists (select 1 from act_ru_execution e
                            join act_re_procdef d on d.id_ = e.proc_def_id_ where e.parent_id_ is null and e.business_key_ = r.ref
                                and d.key_ = 'referral-to-outcome')
                        and not exists (select 1 from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
                            where e.business_key_ = r.ref and j.type_ = 'message' and j.retries_ > 0)""",
            "a case with two processes of one model", """
                    select e.business_key_ || ' ' || d.key_ from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
                    where e.parent_id_ is null and e.business_key_ = any (:keys)
                    group by e.business_key_, d.key_ having count(*) > 1""",
            "a place in a process that waits for nothing: no task, no job, no timer or message of its own, no process called", """
                    select p.business_key_ || ' ' || d.key_ || ' at ' || coalesce(e.act_id_, '?') from act_ru_execution e
                    join act_ru_execution p on p.id_ = e.proc_inst_id_ join act_re_procdef d on d.id_ = e.proc_def_id_
                    where p.business_key_ = any (:keys)
                        and not exists (select 1 from act_ru_execution c where c.parent_id_ = e.id_)
                        and not exists (select 1 from act_ru_execution c where c.super_exec_ = e.id_)
                        and not exists (select 1 from act_ru_task t where t.execution_id_ = e.id_)
                        and not exists (select 1 from act_ru_job j where j.execution_id_ = e.id_ and j.retries_ > 0 and j.suspension_state_ = 1
                            and j.handler_type_ in ('async-continuation', 'timer-intermediate-transition'))
                        and not exists (select 1 from act_ru_event_subscr s where s.execution_id_ = e.id_ and s.activity_id_ = any (:catches))""",
            "a message waited for that nothing will bring", """
                    select c.ref || ' ' || c.status from outcome_claim c join act_ru_execution e on e.business_key_ = c.ref
                    join act_ru_event_subscr s on s.proc_inst_id_ = e.id_ and s.event_name_ = 'claimPaid'
                    where c.referral_ref = any (:refs) and c.status not in ('RESERVED', 'INSTRUCTED')
                    union all select t.ref || ' ' || t.status from statement t join act_ru_execution e on e.business_key_ = t.ref
                    join act_ru_event_subscr s on s.proc_inst_id_ = e.id_ and s.event_name_ = 'remittanceMatched'
                    where t.ref = any (:keys) and t.status <> 'INSTRUCTED'""",
            "two live claims for one outcome of a referral, or two places or offers at once", """
                    select referral_ref || ' ' || outcome from outcome_claim where referral_ref = any (:refs)
                        and status in ('OPEN', 'RESERVED', 'INSTRUCTED', 'PAID') group by referral_ref, outcome having count(*) > 1
                    union all select referral_ref || ' place' from caseload_place where referral_ref = any (:refs) and status in ('OFFERED', 'OPEN')
                        group by referral_ref having count(*) > 1
                    union all select referral_ref || ' offer' from waiting_offer where referral_ref = any (:refs) and answer is null
                        group by referral_ref having count(*) > 1""",
            "a failed job", """
                    select e.business_key_ || ' ' || coalesce(j.exception_msg_, '') from act_ru_job j
                    join act_ru_execution e on e.id_ = j.process_instance_id_ where e.business_key_ = any (:keys)
                        and (j.retries_ = 0 or j.exception_msg_ is not null)""",
            "work list and engine differ", """
                    select coalesce(w.task_id, t.id_) from (select * from work_item where closed_at is null and case_ref = any (:keys)) w
                    full join (select t.id_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                        where e.business_key_ = any (:keys)) t
                        on t.id_ = w.task_id where (w.task_id is null or t.id_ is null)""",
            "list and caseload disagree with the referral", """
                    select r.ref || ' ' || r.status from referral r where r.ref = any (:refs) and (
                        (r.status = 'IN_SUPPORT') <> exists (select 1 from caseload_place p where p.referral_ref = r.ref and p.status = 'OPEN')
                            and not exists (select 1 from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
                                where e.business_key_ = r.ref and j.type_ = 'message')
                        or (r.status in ('WAITING', 'OFFERED')) <> exists (select 1 from waiting_entry w where w.referral_ref = r.ref
                            and w.status in ('WAITING', 'OFFERED')) and not exists (select 1 from act_ru_job j join act_ru_execution e
                                on e.id_ = j.process_instance_id_ where e.business_key_ = r.ref and j.type_ = 'message'))""",
            "a job whose support is under way without a process", """
                    select s.job_ref from sustainment s join job j on j.ref = s.job_ref where j.referral_ref = any (:refs)
                        and s.status = 'IN_WORK' and not exists (select 1 from act_ru_execution e where e.business_key_ = s.job_ref)""",
            "an open claim without its process", """
                    select c.ref from outcome_claim c where c.referral_ref = any (:refs) and c.status = 'OPEN'
                        and not exists (select 1 from act_ru_execution e where e.business_key_ = c.ref)""");
    private static final String KEYS = """
            select ref from referral where team_id = :team
            union select j.ref from job j join referral r on r.ref = j.referral_ref where r.team_id = :team
            union select c.ref from outcome_claim c join referral r on r.ref = c.referral_ref where r.team_id = :team
            union select ref from statement where contract_ref = :contract""";
    private static final String ALL = NEVER.entrySet().stream()
            .map(one -> "select '" + one.getKey() + ": ' || found from (" + one.getValue() + ") as f (found)")
            .collect(Collectors.joining(" union all "));
    /** The events that a process waits at itself; those that begin an event subprocess, or hang on a task, keep nothing alive. */
    private static final String[] CATCHES = Models.all().values().stream().flatMap(model -> model.getModelElementsByType(IntermediateCatchEvent.class)
            .stream()).map(IntermediateCatchEvent::getId).toArray(String[]::new);
    private final JdbcClient jdbc;

    WalkChecks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The references that processes run under. */
    List<String> keys(World.Service service) {
        return jdbc.sql(KEYS + " order by 1").param("team", service.team()).param("contract", service.contract()).query(String.class).list();
    }

    /** The next job of the service: one that is due at that moment, or the next timer. */
    Optional<Due> job(World.Service service, boolean due, Instant now) {
        return jdbc.sql("""
                        select j.id_, j.duedate_ from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
                        where e.business_key_ in (%s) and j.retries_ > 0 and j.suspension_state_ = 1
                            and case when :due then j.duedate_ is null or j.duedate_ <= :now else j.type_ = 'timer' end
                        order by j.duedate_ nulls first, j.id_ limit 1""".formatted(KEYS))
                .param("team", service.team()).param("contract", service.contract()).param("due", due).param("now", Timestamp.from(now.plusMillis(1)))
                .query((r, n) -> new Due(r.getString(1), r.getTimestamp(2) == null ? Instant.EPOCH : r.getTimestamp(2).toInstant())).optional();
    }

    /** A job of the engine and when it is due. */
    record Due(String id, Instant at) {}

    /** Everything that has to hold between any two steps; asked in one go, as it is asked thousands of times. */
    void now(World.Service service, List<String> referrals) {
        assertThat(jdbc.sql(ALL).param("refs", referrals.toArray(String[]::new)).param("keys", keys(service).toArray(String[]::new))
                .param("catches", CATCHES).query(String.class).list()).isEmpty();
        steps(referrals);
    }

    /** Every change of status that was ever written is one of the table of moves. */
    private void steps(List<String> referrals) {
        var events = jdbc.sql("select referral_ref, status from referral_event where referral_ref = any (?) order by referral_ref, id")
                .param(referrals.toArray(String[]::new)).query((r, n) -> new String[] {r.getString(1), r.getString(2)}).list();
        String[] before = null;
        for (var event : events) {
            var to = ReferralStatus.valueOf(event[1]);
            if (before != null && before[0].equals(event[0])) {
                assertThat(ReferralStatus.MOVES.allows(ReferralStatus.valueOf(before[1]), to)).as("%s from %s to %s", event[0], before[1], to)
                        .isTrue();
            } else {
                assertThat(to).as("first status of " + event[0]).isEqualTo(ReferralStatus.RECEIVED);
            }
            before = event;
        }
    }

    /** What runs at the moment, as key and model. */
    List<String> running(World.Service service) {
        return jdbc.sql("""
                        select e.business_key_ || ' ' || d.key_ from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
                        where e.parent_id_ is null and e.business_key_ = any (?) order by 1""")
                .param(keys(service).toArray(String[]::new)).query(String.class).list();
    }

    /** After the end of every case nothing of it runs; after withdrawals claims, statements and follow-ups may wait for somebody. */
    void ended(World.Service service, List<String> referrals, boolean byItself) {
        now(service, referrals);
        assertThat(running(service)).as("still running")
                .allMatch(one -> !byItself && one.matches(".* (evidence-validation|payment-approval|trial-follow-up)"));
    }
}
