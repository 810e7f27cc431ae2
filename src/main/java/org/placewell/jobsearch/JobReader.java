package org.placewell.jobsearch;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.placewell.contract.domain.IncomeKind;
import org.placewell.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the rows of job search. */
@Component
class JobReader {

    private static final String JOB = "select j.*, e.name as employer from job j join employer e on e.id = j.employer_id ";
    private final JdbcClient jdbc;

    JobReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<JobView> jobs(String referralRef) {
        return jdbc.sql(JOB + "where j.referral_ref = ? and j.withdrawn_at is null order by j.started_on, j.ref").param(referralRef).query(this::jobRow).list();
    }

    Optional<JobView> job(String jobRef) {
        return jdbc.sql(JOB + "where j.ref = ?").param(jobRef).query(this::jobRow).optional();
    }

    /** One job on the record, locked until the caller's transaction ends. @throws Problem.NotFound when there is none */
    JobView lock(String jobRef) {
        jdbc.sql("select ref from job where ref = ? and withdrawn_at is null for no key update").param(jobRef).query(String.class).optional()
                .orElseThrow(() -> new Problem.NotFound("this job"));
        return job(jobRef).orElseThrow();
    }

    Set<String> recorders(String referralRef) {
        return jdbc.sql("""
                        with jobs as (select ref, recorded_by from job where referral_ref = ?)
                        select recorded_by from jobs
                        union select h.recorded_by from job_hours h join jobs j on j.ref = h.job_ref
                        union select p.recorded_by from job_rate p join jobs j on j.ref = p.job_ref
                        union select b.recorded_by from job_break b join jobs j on j.ref = b.job_ref
                        union select e.recorded_by from job_earnings e join jobs j on j.ref = e.job_ref""")
                .param(referralRef).query(String.class).set();
    }

    List<AppointmentView> appointments(String referralRef) {
        return jdbc.sql("select * from appointment where referral_ref = ? order by on_date, number").param(referralRef)
                .query((r, n) -> new AppointmentView(r.getString("referral_ref"), r.getInt("number"), r.getObject("on_date", LocalDate.class),
                        r.getString("how"), Attendance.valueOf(r.getString("outcome")))).list();
    }

    List<AdviceView> advice(String referralRef) {
        return jdbc.sql("select * from benefits_advice where referral_ref = ? order by offered_on, id").param(referralRef)
                .query((r, n) -> new AdviceView(r.getObject("offered_on", LocalDate.class), r.getString("answer"), r.getString("occasion")))
                .list();
    }

    /** Whether advice on benefits had been offered by a day. */
    boolean advisedBy(String referralRef, LocalDate day) {
        return jdbc.sql("select advised_by(?, ?)").params(referralRef, day).query(Boolean.class).single();
    }

    /** A change of hours or agreed pay of a running job about which nobody has offered advice, from two months before the change on. */
    Optional<LocalDate> adviceDueSince(String referralRef) {
        return jdbc.sql("""
                        select max(h.from_on) from job j join (select job_ref, from_on from job_hours union select job_ref, from_on from job_rate) h
                            on h.job_ref = j.ref and h.from_on > j.started_on
                        where j.referral_ref = ? and j.withdrawn_at is null and j.ended_on is null and not exists (select 1 from benefits_advice a
                            where a.referral_ref = j.referral_ref and a.occasion = 'CHANGE_OF_HOURS' and a.offered_on >= h.from_on - 60)""")
                .param(referralRef).query((r, n) -> Optional.ofNullable(r.getObject(1, LocalDate.class))).single();
    }

    List<ScoreView> scores(String referralRef) {
        return jdbc.sql("select * from score where referral_ref = ? order by on_date, measure").param(referralRef)
                .query((r, n) -> new ScoreView(r.getString("measure"), r.getObject("on_date", LocalDate.class), r.getInt("value"))).list();
    }

    List<EmployerContactView> contacts(String referralRef) {
        return jdbc.sql("""
                        select c.*, e.name from employer_contact c join employer e on e.id = c.employer_id
                        where c.referral_ref = ? order by c.on_date, c.id""").param(referralRef)
                .query(JobReader::contact).list();
    }

    static EmployerContactView contact(java.sql.ResultSet r, int n) throws java.sql.SQLException {
        return new EmployerContactView(r.getString("name"), r.getString("specialist"), r.getString("referral_ref"),
                r.getObject("on_date", LocalDate.class), r.getString("how"), r.getString("purpose"), r.getBoolean("person_took_part"));
    }

    private JobView jobRow(java.sql.ResultSet r, int n) throws java.sql.SQLException {
        var ref = r.getString("ref");
        var reason = r.getString("end_reason");
        return new JobView(ref, r.getString("referral_ref"), r.getLong("employer_id"), r.getString("employer"), r.getString("title"),
                EmploymentKind.valueOf(r.getString("kind")), r.getBoolean("competitive"), r.getBoolean("inside_supply_chain"),
                r.getObject("started_on", LocalDate.class), r.getBoolean("first_day_full"), r.getInt("first_day_minutes"),
                r.getObject("ended_on", LocalDate.class), reason == null ? null : JobEndReason.valueOf(reason), hours(ref), breaks(ref),
                earnings(ref), rates(ref));
    }

    private List<JobView.Hours> hours(String ref) {
        return jdbc.sql("select from_on, minutes_per_week from job_hours where job_ref = ? order by from_on").param(ref)
                .query((r, n) -> new JobView.Hours(r.getObject(1, LocalDate.class), r.getInt(2))).list();
    }

    private List<JobView.Break> breaks(String ref) {
        return jdbc.sql("select from_on, to_on, reason from job_break where job_ref = ? order by from_on").param(ref)
                .query((r, n) -> new JobView.Break(r.getObject(1, LocalDate.class), r.getObject(2, LocalDate.class), r.getString(3))).list();
    }

    private List<JobView.Rate> rates(String ref) {
        return jdbc.sql("select from_on, pence, per from job_rate where job_ref = ? order by from_on").param(ref)
                .query((r, n) -> new JobView.Rate(r.getObject(1, LocalDate.class), r.getLong(2), PayPeriod.valueOf(r.getString(3)))).list();
    }

    private List<JobView.Earnings> earnings(String ref) {
        return jdbc.sql("select from_on, to_on, pence, kind from job_pay where job_ref = ? order by from_on, kind").param(ref)
                .query((r, n) -> new JobView.Earnings(r.getObject(1, LocalDate.class), r.getObject(2, LocalDate.class), r.getLong(3),
                        IncomeKind.valueOf(r.getString(4)))).list();
    }
}
