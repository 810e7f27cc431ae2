package org.placewell.evidence;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.evidence.EmployerWish.Claimant;
import org.placewell.evidence.EmployerWish.Disclosure;
import org.placewell.evidence.EmployerWish.Grounds;
import org.placewell.jobsearch.JobSearch;
import org.placewell.jobsearch.JobView;
import org.placewell.security.Actor;
import org.placewell.referral.FactsChanged;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What people say about asking their employers, and what follows from it on a day. */
@Service
class WishDesk {

    private final JdbcClient jdbc;
    private final JobSearch jobs;
    private final CaseDesk cases;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final MovableClock clock;

    WishDesk(JdbcClient jdbc, JobSearch jobs, CaseDesk cases, AuditTrail audit, ApplicationEventPublisher events, MovableClock clock) {
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.cases = cases;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    JobView job(String jobRef, Actor actor) {
        var job = jobs.job(jobRef).orElseThrow(() -> new Problem.NotFound("this job"));
        cases.visibleReferral(job.referralRef(), actor);
        return job;
    }

    void record(EmployerWish wish, Actor actor) {
        var job = job(wish.jobRef(), actor);
        if (wish.saidOn() == null || wish.saidOn().isAfter(clock.today())) {
            throw Problem.at("saidOn", "future-date", "The day they said so must be today or in the past");
        }
        jdbc.sql("""
                        insert into employer_wish (referral_ref, job_ref, disclosure, claimant, said_on, recorded_by, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(job.referralRef(), job.ref(), wish.disclosure().name(), wish.claimant().name(), wish.saidOn(), actor.username(),
                        Timestamp.from(clock.instant())).update();
        audit.record(job.referralRef(), actor, Area.WORK, "evidence.employer-wish", "", job.ref());
        // Who records what a claim may rest on has a hand in the claim.
        events.publishEvent(new FactsChanged(job.referralRef()));
    }

    /** The newest word about each job of a referral. */
    List<EmployerWish> wishes(String referralRef) {
        return jdbc.sql("select distinct on (job_ref) * from employer_wish where referral_ref = ? order by job_ref, id desc").param(referralRef)
                .query((r, n) -> new EmployerWish(r.getString("job_ref"), Disclosure.valueOf(r.getString("disclosure")),
                        Claimant.valueOf(r.getString("claimant")), r.getObject("said_on", LocalDate.class))).list();
    }

    /** On what grounds a job's employer could be asked on a day, by the words given up to then. */
    Grounds on(String referralRef, String jobRef, LocalDate day) {
        boolean consent = jdbc.sql("""
                        select coalesce((select given from referral_consent where referral_ref = ? and kind = 'EMPLOYERS'
                            and (recorded_at at time zone 'Europe/London')::date <= ? order by id desc limit 1), false)""")
                .params(referralRef, day).query(Boolean.class).single();
        var disclosure = jdbc.sql("select disclosure from employer_wish where referral_ref = ? and job_ref = ? and said_on <= ? order by id desc limit 1")
                .params(referralRef, jobRef, day).query(String.class).optional().map(Disclosure::valueOf).orElse(Disclosure.NOT_ASKED);
        var claimant = jdbc.sql("select claimant from employer_wish where referral_ref = ? and claimant <> 'NOT_KNOWN' and said_on <= ? "
                        + "order by id desc limit 1")
                .params(referralRef, day).query(String.class).optional().map(Claimant::valueOf).orElse(Claimant.NOT_KNOWN);
        return Grounds.of(consent, disclosure, claimant);
    }
}
