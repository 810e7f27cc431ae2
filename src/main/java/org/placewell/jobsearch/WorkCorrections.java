package org.placewell.jobsearch;

import java.time.LocalDate;
import java.util.Map;
import org.placewell.referral.ReferralView;
import org.placewell.referral.Referrals;
import org.placewell.security.Actor;
import org.placewell.shared.Problem;
import org.placewell.shared.References;
import org.placewell.workflow.Processes;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door for whoever puts a wrong record of work right: each call changes one fact that was recorded wrongly and checks it as a first
 * recording would be checked. Who may correct, why, and what follows for evidence and money is the caller's affair; so is saying that
 * the facts have changed. Works for ended cases too.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class WorkCorrections {

    private final JdbcClient jdbc;
    private final JobReader reader;
    private final Employers employers;
    private final Dates dates;
    private final Referrals referrals;
    private final References references;
    private final Processes processes;

    WorkCorrections(JdbcClient jdbc, JobReader reader, Employers employers, Dates dates, Referrals referrals, References references,
            Processes processes) {
        this.jdbc = jdbc;
        this.reader = reader;
        this.employers = employers;
        this.dates = dates;
        this.referrals = referrals;
        this.references = references;
        this.processes = processes;
    }

    /** The job began on another day: the hours agreed at the start begin then too. */
    public void start(String jobRef, LocalDate on) {
        var job = reader.lock(jobRef);
        var referral = referrals.get(job.referralRef());
        if (job.startedOn().isBefore(referral.referredOn())) {
            dates.order("newDate", LocalDate.EPOCH, on, "");
        } else {
            dates.past("newDate", on, referral);
        }
        if (on.isAfter(dates.today()) || job.endedOn() != null && on.isAfter(job.endedOn())) {
            throw Problem.at("newDate", "after-end", "A job cannot begin after its last day, or in the future");
        }
        var first = job.hours().get(0);
        if (job.hours().stream().skip(1).anyMatch(hours -> !hours.from().isAfter(on))
                || job.rates().stream().anyMatch(rate -> !rate.from().equals(job.startedOn()) && !rate.from().isAfter(on))
                || job.breaks().stream().anyMatch(away -> away.from().isBefore(on)) || job.earnings().stream().anyMatch(pay -> pay.from()
                        .isBefore(on))) {
            throw Problem.at("newDate", "before-facts", "Hours, agreed pay, time away or pay received are recorded for days before that: correct those first");
        }
        try {
            jdbc.sql("update job set started_on = ?, version = version + 1 where ref = ?").params(on, jobRef).update();
        } catch (DuplicateKeyException e) {
            throw (Problem) Problem.at("newDate", "same-job", "The same job with that first day is on the record already").initCause(e);
        }
        jdbc.sql("update job_hours set from_on = ? where job_ref = ? and from_on = ?").params(on, jobRef, first.from()).update();
        jdbc.sql("update job_rate set from_on = ? where job_ref = ? and from_on = ?").params(on, jobRef, job.startedOn()).update();
    }

    /** The job ended on another day or for another reason. */
    public void end(String jobRef, LocalDate on, JobEndReason reason) {
        var job = reader.lock(jobRef);
        if (job.endedOn() == null) {
            throw Problem.at("job", "still-in-job", "This job has no end on the record: record it from the list of actions");
        }
        if (on.isAfter(dates.today()) || on.isBefore(job.startedOn())) {
            throw Problem.at("newDate", "range", "The last day lies between the first day in the job and today");
        }
        if (job.hours().stream().anyMatch(hours -> hours.from().isAfter(on)) || job.breaks().stream().anyMatch(away -> away.from().isAfter(on))
                || job.rates().stream().anyMatch(rate -> rate.from().isAfter(on))) {
            throw Problem.at("newDate", "after-end", "Hours, agreed pay or time away are recorded for days after that");
        }
        jdbc.sql("update job set ended_on = ?, end_reason = ?, version = version + 1 where ref = ?").params(on, reason.name(), jobRef).update();
        jdbc.sql("update job_break set to_on = ? where job_ref = ? and to_on > ?").params(on, jobRef, on).update();
    }

    /** The end was recorded by mistake: the job goes on. */
    public void notEnded(String jobRef) {
        if (reader.lock(jobRef).endedOn() == null) {
            throw Problem.at("job", "still-in-job", "This job has no end on the record");
        }
        jdbc.sql("update job set ended_on = null, end_reason = null, version = version + 1 where ref = ?").param(jobRef).update();
    }

    /** The job is with another employer. */
    public void employer(String jobRef, String name, String postcode) {
        reader.lock(jobRef);
        try {
            jdbc.sql("update job set employer_id = ?, version = version + 1 where ref = ?").params(employers.register(name, postcode), jobRef)
                    .update();
        } catch (DuplicateKeyException e) {
            throw (Problem) Problem.at("employer", "same-job", "The same job with that employer is on the record already").initCause(e);
        }
    }

    /** The weekly minutes that hold on a day were others, for as long as those were to hold. */
    public void hours(String jobRef, LocalDate on, int minutes, Actor actor) {
        var job = reader.lock(jobRef);
        if (minutes < 1 || minutes > Jobs.LONGEST_WEEK) {
            throw Problem.at("weeklyHours", "range", "Weekly hours must be more than 0 and no more than 100");
        }
        if (on.isBefore(job.startedOn()) || on.isAfter(dates.today()) || job.endedOn() != null && on.isAfter(job.endedOn())) {
            throw Problem.at("newDate", "outside-job", "That day is not within the job");
        }
        var held = job.hours().stream().filter(hours -> !hours.from().isAfter(on)).reduce((a, b) -> b).orElse(job.hours().get(0));
        jdbc.sql("update job_hours set minutes_per_week = ?, recorded_by = ?, recorded_at = ? where job_ref = ? and from_on = ?")
                .params(minutes, actor.username(), dates.now(), jobRef, held.from()).update();
    }

    /** The job should never have been on this record: it counts nowhere from now on, and stays in the database. */
    public void withdraw(String jobRef) {
        reader.lock(jobRef);
        jdbc.sql("update job set withdrawn_at = ?, version = version + 1 where ref = ?").params(dates.now(), jobRef).update();
    }

    /**
     * The job is another person's: it is withdrawn here and put on that record with everything known of it.
     *
     * @return the job's reference there
     */
    public String moveTo(String jobRef, ReferralView other, Actor actor) {
        var job = reader.lock(jobRef);
        if (job.startedOn().isBefore(other.referredOn())) {
            throw Problem.at("otherReferral", "before-referral", "That person was referred after this job began");
        }
        withdraw(jobRef);
        var copy = references.job();
        int written = jdbc.sql("""
                        insert into job (ref, referral_ref, employer_id, title, kind, competitive, inside_supply_chain, started_on, first_day_full,
                            first_day_minutes, ended_on, end_reason, recorded_by, recorded_at)
                        select ?, ?, employer_id, title, kind, competitive, inside_supply_chain, started_on, first_day_full, first_day_minutes,
                            ended_on, end_reason, recorded_by, recorded_at from job where ref = ? on conflict do nothing""")
                .params(copy, other.ref(), jobRef).update();
        if (written == 0) {
            throw Problem.at("otherReferral", "same-job", "That person has this job on the record already");
        }
        for (var table : Map.of("job_hours", "from_on, minutes_per_week", "job_rate", "from_on, pence, per", "job_break", "from_on, to_on, reason", "job_earnings",
                "from_on, to_on, pence, kind").entrySet()) {
            jdbc.sql("insert into " + table.getKey() + " (job_ref, recorded_by, recorded_at, " + table.getValue()
                    + ") select ?, recorded_by, recorded_at, "
                    + table.getValue() + " from " + table.getKey().replace("job_earnings", "job_pay") + " where job_ref = ?").params(copy, jobRef).update();
        }
        processes.send("jobStarted", other.ref(), Map.of());
        return copy;
    }

    /** An appointment was on another day or went otherwise. */
    public void appointment(String referralRef, int number, LocalDate on, Attendance outcome) {
        var referral = referrals.get(referralRef);
        dates.notBeforeReferral("newDate", on, referral);
        if (outcome != Attendance.PLANNED && outcome != Attendance.CANCELLED_BY_PERSON && outcome != Attendance.CANCELLED_BY_US) {
            dates.past("newDate", on, referral);
        }
        int changed = jdbc.sql("update appointment set on_date = ?, outcome = ? where referral_ref = ? and number = ?")
                .params(on, outcome.name(), referralRef, number).update();
        if (changed == 0) {
            throw Problem.at("appointment", "not-listed", "Choose one of the appointments listed");
        }
    }

    /** The vocational profile was completed on another day. */
    public void profileDate(String referralRef, LocalDate on) {
        dates.past("newDate", on, referrals.get(referralRef));
        int changed = jdbc.sql("""
                        update vocational_profile set completed_on = :on, started_on = least(started_on, :on), version = version + 1
                        where referral_ref = :ref and completed_on is not null""")
                .param("on", on).param("ref", referralRef).update();
        if (changed == 0) {
            throw Problem.at("what", "no-profile", "The vocational profile has not been completed yet");
        }
    }
}
