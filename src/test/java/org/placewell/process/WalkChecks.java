package org.placewell.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.placewell.referral.ReferralStatus;
import org.placewell.support.World;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What holds at every moment of every case, asked of the tables themselves: nobody stuck, lost or doubled, no state that there is not. */
@Component
public class WalkChecks {

    private final JdbcClient jdbc;

    WalkChecks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The references that processes run under. */
    List<String> keys(World.Service service, List<String> referrals) {
        var keys = new ArrayList<>(referrals);
        keys.addAll(jdbc.sql("""
                        select ref from job where referral_ref = any (:r) union select ref from outcome_claim where referral_ref = any (:r)
                        union select ref from statement where contract_ref = :c order by 1""")
                .param("r", referrals.toArray(String[]::new)).param("c", service.contract()).query(String.class).list());
        return keys;
    }

    List<String> processes(World.Service service, List<String> referrals) {
        return jdbc.sql("select id_ from act_ru_execution where parent_id_ is null and business_key_ = any (?) order by id_")
                .param(keys(service, referrals).toArray(String[]::new)).query(String.class).list();
    }

    /** Everything that has to hold between any two steps. */
    void now(World.Service service, List<String> referrals) {
        var refs = referrals.toArray(String[]::new);
        var keys = keys(service, referrals).toArray(String[]::new);
        none("an open referral without its process, or a closed one with more than its last step", """
                select r.ref || ' ' || r.status from referral r where r.ref = any (:refs) and r.status in ('RECEIVED', 'WITH_REFERRER', 'WAITING', 'OFFERED',
                    'IN_SUPPORT') <> exists (select 1 from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_ where e.parent_id_ is null
                        and e.business_key_ = r.ref and d.key_ = 'referral-to-outcome')
                    and not exists (select 1 from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
                        where e.business_key_ = r.ref and j.type_ = 'message' and j.retries_ > 0)""", refs, keys);
        none("a case with two processes of one model", """
                select e.business_key_ || ' ' || d.key_ from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
                where e.parent_id_ is null and e.business_key_ = any (:keys) and :refs::text[] is not null and d.key_ <> 'sustainment'
                group by e.business_key_, d.key_ having count(*) > 1""", refs, keys);
        none("a process that waits for nothing: no task, no timer, no message, no job", """
                select e.business_key_ || ' ' || d.key_ from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
                where e.parent_id_ is null and e.business_key_ = any (:keys) and :refs::text[] is not null
                    and not exists (select 1 from act_ru_task t where t.proc_inst_id_ = e.id_)
                    and not exists (select 1 from act_ru_job j where j.process_instance_id_ = e.id_ and j.retries_ > 0)
                    and not exists (select 1 from act_ru_event_subscr s where s.proc_inst_id_ = e.id_)
                    and not exists (select 1 from act_ru_execution c where c.super_exec_ is not null
                        and (select p.proc_inst_id_ from act_ru_execution p where p.id_ = c.super_exec_) = e.id_)""", refs, keys);
        none("a failed job", """
                select e.business_key_ || ' ' || coalesce(j.exception_msg_, '') from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
                where e.business_key_ = any (:keys) and :refs::text[] is not null and (j.retries_ = 0 or j.exception_msg_ is not null)""", refs, keys);
        none("work list and engine differ", """
                select coalesce(w.task_id, t.id_) from (select * from work_item where closed_at is null and case_ref = any (:keys)) w
                full join (select t.id_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_ where e.business_key_ = any (:keys)) t
                    on t.id_ = w.task_id where (w.task_id is null or t.id_ is null) and :refs::text[] is not null""", refs, keys);
        none("list and caseload disagree with the referral", """
                select r.ref || ' ' || r.status from referral r where r.ref = any (:refs) and :keys::text[] is not null and (
                    (r.status = 'IN_SUPPORT') <> exists (select 1 from caseload_place p where p.referral_ref = r.ref and p.status = 'OPEN')
                        and not exists (select 1 from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
                            where e.business_key_ = r.ref and j.type_ = 'message')
                    or (r.status in ('WAITING', 'OFFERED')) <> exists (select 1 from waiting_entry w where w.referral_ref = r.ref
                        and w.status in ('WAITING', 'OFFERED')) and not exists (select 1 from act_ru_job j join act_ru_execution e
                            on e.id_ = j.process_instance_id_ where e.business_key_ = r.ref and j.type_ = 'message'))""", refs, keys);
        none("a job whose support is under way without a process", """
                select s.job_ref from sustainment s join job j on j.ref = s.job_ref where j.referral_ref = any (:refs) and :keys::text[] is not null
                    and s.status = 'IN_WORK' and not exists (select 1 from act_ru_execution e where e.business_key_ = s.job_ref)""", refs, keys);
        none("an open claim without its process", """
                select c.ref from outcome_claim c where c.referral_ref = any (:refs) and :keys::text[] is not null and c.status = 'OPEN'
                    and not exists (select 1 from act_ru_execution e where e.business_key_ = c.ref)""", refs, keys);
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

    /** After the end of every case: nothing of it runs but claims that wait for a decision or for money, and statements. */
    void ended(World.Service service, List<String> referrals) {
        now(service, referrals);
        var keys = keys(service, referrals).toArray(String[]::new);
        none("still running", """
                select e.business_key_ || ' ' || d.key_ from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
                where e.parent_id_ is null and e.business_key_ = any (:keys) and :refs::text[] is not null
                    and d.key_ not in ('evidence-validation', 'payment-approval')""", referrals.toArray(String[]::new), keys);
    }

    private void none(String what, String sql, String[] refs, String[] keys) {
        assertThat(jdbc.sql(sql).param("refs", refs).param("keys", keys).query(String.class).list()).as(what).isEmpty();
    }
}
