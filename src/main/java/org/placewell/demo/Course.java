package org.placewell.demo;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One person's course through the service, as the database tells it afterwards. A day is null when it never came.
 *
 * @param version the contract version that the referral is pinned to
 * @param joined the day on the waiting list
 * @param placed the first day on a caseload
 * @param left the last day on a caseload; null while support goes on
 * @param minutes a week, agreed at the start of the first job
 * @param arm of a trial: support or usualCare; null outside one
 * @param worksLater whether the person was in work when asked again at the end of a trial; null when not asked or not reached
 */
record Course(
        int version, LocalDate referred, LocalDate accepted, LocalDate joined, LocalDate placed, LocalDate left, boolean engaged,
        LocalDate firstJob, LocalDate firstJobEnded, int minutes, String arm, Boolean worksLater) {

    /** Everybody referred under a contract. */
    static List<Course> all(JdbcClient jdbc, String contract) {
        return jdbc.sql("""
                        select r.contract_version, r.referred_on, r.accepted_on, w.joined_on, p.opened_on, p.closed_on,
                               exists (select 1 from vocational_profile v where v.referral_ref = r.ref and v.completed_on is not null)
                                   or (select count(*) from appointment a where a.referral_ref = r.ref and a.outcome = 'ATTENDED') >= 3,
                               j.started_on, j.ended_on,
                               coalesce((select h.minutes_per_week from job_hours h where h.job_ref = j.ref order by h.from_on limit 1), 0),
                               t.arm, f.in_work
                        from referral r
                        left join waiting_entry w on w.referral_ref = r.ref
                        left join triage t on t.referral_ref = r.ref
                        left join trial_follow_up f on f.referral_ref = r.ref
                        left join lateral (select min(opened_on) as opened_on, case when bool_and(closed_on is not null) then max(closed_on) end as closed_on
                                           from caseload_place where referral_ref = r.ref and opened_on is not null) p on true
                        left join lateral (select * from job where referral_ref = r.ref and competitive and withdrawn_at is null
                                           order by started_on, ref limit 1) j on true
                        where r.contract_ref = ? and r.status <> 'DUPLICATE' order by r.arrival""")
                .param(contract)
                .query((row, n) -> new Course(row.getInt(1), row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class),
                        row.getObject(4, LocalDate.class), row.getObject(5, LocalDate.class), row.getObject(6, LocalDate.class), row.getBoolean(7),
                        row.getObject(8, LocalDate.class), row.getObject(9, LocalDate.class), row.getInt(10), row.getString(11),
                        (Boolean) row.getObject(12)))
                .list();
    }

    boolean hasJob() {
        return firstJob != null;
    }

    /** Whether the first job lasted so many days, counted with both ends, by the last day looked at. */
    boolean keptJob(int days, LocalDate until) {
        return hasJob() && !(firstJobEnded == null ? until : firstJobEnded).isBefore(firstJob.plusDays(days - 1L));
    }

    /** Days of the wait; for somebody still waiting, until the last day looked at. */
    long waited(LocalDate until) {
        return (placed == null ? until : placed).toEpochDay() - joined.toEpochDay();
    }
}
