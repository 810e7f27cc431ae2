package org.placewell.jobsearch;

import java.time.LocalDate;
import org.placewell.caseload.Caseload;
import org.placewell.security.Actor;
import org.placewell.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to what a person and an employer agreed to be paid: at the start of a job, and whenever it changes. */
@Service
@Transactional
public class AgreedPay {

    private final JdbcClient jdbc;
    private final JobReader reader;
    private final Caseload caseload;
    private final Dates dates;
    private final Changes changes;

    AgreedPay(JdbcClient jdbc, JobReader reader, Caseload caseload, Dates dates, Changes changes) {
        this.jdbc = jdbc;
        this.reader = reader;
        this.caseload = caseload;
        this.dates = dates;
        this.changes = changes;
    }

    /**
     * Records the pay agreed with the job; a job that is on the record for the first time takes it from its first day.
     *
     * @throws Problem at {@code payRate} when the amount cannot be meant for the period
     */
    public void atStart(String jobRef, long pence, PayPeriod per, Actor actor) {
        from(jobRef, locked(jobRef, actor).startedOn(), pence, per, actor);
    }

    /**
     * Records another agreed pay from a day within the job on; entered again for the same day it takes the earlier one's place.
     *
     * @param pence the pay for each period, before deductions
     * @throws Problem at {@code fromDate} for a day outside the job, at {@code payRate} when the amount cannot be meant for the period
     */
    public void change(String jobRef, LocalDate from, long pence, PayPeriod per, Actor actor) {
        var job = locked(jobRef, actor);
        dates.withinJob("fromDate", from, job);
        from(jobRef, from, pence, per, actor);
    }

    private void from(String jobRef, LocalDate from, long pence, PayPeriod per, Actor actor) {
        requireSense(pence, per);
        jdbc.sql("""
                        insert into job_rate (job_ref, from_on, pence, per, recorded_by, recorded_at) values (?, ?, ?, ?, ?, ?)
                        on conflict (job_ref, from_on) do update set pence = excluded.pence, per = excluded.per,
                            recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at""")
                .params(jobRef, from, pence, per.name(), actor.username(), dates.now()).update();
        changes.made(reader.job(jobRef).orElseThrow().referralRef(), actor, "job.rate", "", jobRef + " " + from);
    }

    /** Stops an amount that cannot be meant. */
    static void requireSense(long pence, PayPeriod per) {
        if (!per.makesSense(pence)) {
            throw Problem.at("payRate", "range", "Check the pay and the period: an agreed pay lies between " + per.limits());
        }
    }

    private JobView locked(String jobRef, Actor actor) {
        var job = reader.lock(jobRef);
        caseload.workedOnBy(job.referralRef(), actor);
        return job;
    }
}
