package org.placewell.jobsearch;

import java.time.LocalDate;
import java.util.Map;
import org.placewell.caseload.Caseload;
import org.placewell.contract.Contracts;
import org.placewell.referral.ReferralStatus;
import org.placewell.referral.ReferralView;
import org.placewell.security.Actor;
import org.placewell.shared.Problem;
import org.placewell.shared.References;
import org.placewell.workflow.Processes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Jobs: start, hours, breaks, pay, end. Changes of one job take turns: its row is locked. */
@Component
class Jobs {

    static final int LONGEST_WEEK = 6000;
    static final String COMPETITIVE_RULE = "IPS: competitive employment only";
    static final String ADVICE_RULE = "IPS: benefits counselling before a job start";

    private final JdbcClient jdbc;
    private final JobReader reader;
    private final Employers employers;
    private final Caseload caseload;
    private final Contracts contracts;
    private final Dates dates;
    private final Changes changes;
    private final References references;
    private final Processes processes;

    Jobs(JdbcClient jdbc, JobReader reader, Employers employers, Caseload caseload, Contracts contracts, Dates dates, Changes changes,
            References references, Processes processes) {
        this.jdbc = jdbc;
        this.reader = reader;
        this.employers = employers;
        this.caseload = caseload;
        this.contracts = contracts;
        this.dates = dates;
        this.changes = changes;
        this.references = references;
        this.processes = processes;
    }

    String start(NewJob job, Actor actor) {
        var referral = caseload.workedOnBy(job.referralRef(), actor);
        startDay(job.startedOn(), referral);
        requireOutcomeWork(job);
        requireMinutes("weeklyHours", job.minutesPerWeek());
        if (!job.firstDayFull() && job.firstDayMinutes() < 1) {
            throw Problem.at("firstHours", "required", "Enter how many hours the person has worked so far");
        }
        // Whoever is in work already needs no advice before the start: it is offered with the support, and on every change of hours.
        boolean late = !heldWhenReferred(job.startedOn(), referral) && !reader.advisedBy(job.referralRef(), job.startedOn());
        if (late && job.adviceLate() == null) {
            throw Problem.at("adviceLate", "advice-first", "No advice on benefits is on the record for " + Dates.words(job.startedOn())
                    + " or before (" + ADVICE_RULE + "). If it was offered, record that first. If it was not, say here why");
        }
        if (referral.status() != ReferralStatus.IN_SUPPORT) {
            throw new Problem.Stale("This person is not being supported now, so no job start can be recorded");
        }
        var ref = insert(job, late ? job.adviceLate() : null, actor);
        jdbc.sql("insert into job_hours (job_ref, from_on, minutes_per_week, recorded_by, recorded_at) values (?, ?, ?, ?, ?)")
                .params(ref, job.startedOn(), job.minutesPerWeek(), actor.username(), dates.now()).update();
        changes.made(job.referralRef(), actor, "job.started", COMPETITIVE_RULE, ref + " " + job.startedOn() + " " + job.minutesPerWeek() + " min"
                + (late ? ", advice late: " + job.adviceLate() : ""));
        if (!processes.send("jobStarted", job.referralRef(), Map.of())) {
            throw new Problem.Stale("Support for this person is only just beginning. Try again in a moment");
        }
        return ref;
    }

    /** A job that the person had when referred belongs on the record where the contract pays for keeping it. */
    private void startDay(LocalDate day, ReferralView referral) {
        if (!heldWhenReferred(day, referral)) {
            dates.past("startedOn", day, referral);
        }
    }

    private boolean heldWhenReferred(LocalDate day, ReferralView referral) {
        return day != null && day.isBefore(referral.referredOn()) && paysForKeeping(referral);
    }

    /** Whether the contract has an outcome for keeping a job, or going back to it. */
    boolean paysForKeeping(ReferralView referral) {
        return contracts.terms(referral.contractRef(), referral.contractVersion()).paysForKeepingJobs();
    }

    String startHeld(NewJob job, String away, LocalDate since, Actor actor) {
        var referral = caseload.workedOnBy(job.referralRef(), actor);
        requireHeld(referral);
        if (job.startedOn() == null || !job.startedOn().isBefore(referral.referredOn())) {
            throw Problem.at("startedOn", "after-referral", "This job began on or after the day of the referral, " + Dates.words(referral.referredOn())
                    + ": record it as a job start");
        }
        var ref = start(job, actor);
        if (away != null) {
            recordBreak(ref, since, null, away, actor);
        }
        return ref;
    }

    void requireHeld(ReferralView referral) {
        if (!paysForKeeping(referral)) {
            throw new Problem.Stale("This contract is about finding work: it has no outcome for keeping a job, so only job starts are recorded");
        }
    }

    private static void requireOutcomeWork(NewJob job) {
        var refused = switch (job.workType()) {
            case COMPETITIVE -> "";
            case VOLUNTEERING -> "Volunteering";
            case SHELTERED -> "Work kept for people with a disability";
            case UNPAID_TRIAL -> "An unpaid trial";
        };
        if (!refused.isEmpty()) {
            throw Problem.at("workType", "not-competitive", refused + " is not recorded as a job (" + COMPETITIVE_RULE
                    + "). It can be a step: note it as an employer contact, and record the job when it is paid and open to anyone");
        }
    }

    private String insert(NewJob job, String adviceLate, Actor actor) {
        var ref = references.job();
        int written = jdbc.sql("""
                        insert into job (ref, referral_ref, employer_id, title, kind, competitive, inside_supply_chain, started_on,
                            first_day_full, first_day_minutes, advice_late, recorded_by, recorded_at)
                        values (?, ?, ?, ?, ?, true, ?, ?, ?, ?, ?, ?, ?)
                        on conflict do nothing""")
                .params(ref, job.referralRef(), employer(job), job.title().strip(), job.kind().name(),
                        job.insideSupplyChain(), job.startedOn(), job.firstDayFull(), job.firstDayMinutes(), adviceLate, actor.username(),
                        dates.now()).update();
        if (written == 0) {
            throw new Problem.Stale("This job is on the record already");
        }
        return ref;
    }

    private long employer(NewJob job) {
        return job.postcode() == null ? employers.known(job.employer()) : employers.register(job.employer(), job.postcode());
    }

    void changeHours(String jobRef, LocalDate from, int minutes, Actor actor) {
        var job = locked(jobRef, actor);
        dates.withinJob("fromDate", from, job);
        requireMinutes("weeklyHours", minutes);
        jdbc.sql("""
                        insert into job_hours (job_ref, from_on, minutes_per_week, recorded_by, recorded_at) values (?, ?, ?, ?, ?)
                        on conflict (job_ref, from_on) do update set minutes_per_week = excluded.minutes_per_week,
                            recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at""")
                .params(jobRef, from, minutes, actor.username(), dates.now()).update();
        changes.made(job.referralRef(), actor, "job.hours", "", jobRef + " " + from + " " + minutes + " min");
    }

    void recordBreak(String jobRef, LocalDate from, LocalDate to, String reason, Actor actor) {
        var job = locked(jobRef, actor);
        dates.withinJob("fromDate", from, job);
        if (to != null) {
            dates.withinJob("toDate", to, job);
            dates.order("toDate", from, to, "The last day away cannot be before the first");
        }
        for (var other : job.breaks()) {
            boolean same = other.from().equals(from) && other.to() == null;
            if (!same && overlap(other, from, to)) {
                throw Problem.at("fromDate", "overlap", "These days overlap with time away from " + Dates.words(other.from())
                        + (other.to() == null ? ", which has no last day yet: enter it with that first day" : " to " + Dates.words(other.to())));
            }
        }
        jdbc.sql("""
                        insert into job_break (job_ref, from_on, to_on, reason, recorded_by, recorded_at) values (?, ?, ?, ?, ?, ?)
                        on conflict (job_ref, from_on) do update set to_on = excluded.to_on, reason = excluded.reason,
                            recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at""")
                .params(jobRef, from, to, reason, actor.username(), dates.now()).update();
        changes.made(job.referralRef(), actor, "job.break", "", jobRef + " " + from + (to == null ? "" : " to " + to));
    }

    /** Whether days away, without an end when {@code to} is null, fall on days of another time away. */
    static boolean overlap(JobView.Break other, LocalDate from, LocalDate to) {
        return (to == null || !other.from().isAfter(to)) && (other.to() == null || !from.isAfter(other.to()));
    }

    void recordEarnings(String jobRef, JobView.Earnings earned, Actor actor) {
        var job = locked(jobRef, actor);
        var from = earned.from();
        var to = earned.to();
        dates.withinJob("fromDate", from, job);
        dates.past("toDate", to, caseload.workedOnBy(job.referralRef(), actor));
        dates.order("toDate", from, to, "The last day cannot be before the first");
        if (earned.pence() < 1) {
            throw Problem.at("amount", "range", "Enter the pay in pounds and pence, for example 842.50");
        }
        if (job.earnings().stream().anyMatch(pay -> pay.kind() == earned.kind() && !pay.from().isAfter(to) && !from.isAfter(pay.to()))) {
            throw Problem.at("fromDate", "overlap", "Pay of this kind for some of these days is recorded already");
        }
        jdbc.sql("insert into job_earnings (job_ref, from_on, to_on, pence, kind, recorded_by, recorded_at) values (?, ?, ?, ?, ?, ?, ?)")
                .params(jobRef, from, to, earned.pence(), earned.kind().name(), actor.username(), dates.now()).update();
        changes.made(job.referralRef(), actor, "job.pay", "", jobRef + " " + from + " to " + to);
    }

    JobView end(String jobRef, LocalDate on, JobEndReason reason, Actor actor) {
        var job = locked(jobRef, actor);
        dates.withinJob("endedOn", on, job);
        if (job.hours().stream().anyMatch(hours -> hours.from().isAfter(on))
                || job.rates().stream().anyMatch(rate -> rate.from().isAfter(on))
                || job.breaks().stream().anyMatch(away -> away.from().isAfter(on) || away.to() != null && away.to().isAfter(on))) {
            throw Problem.at("endedOn", "after-end", "Hours, agreed pay or time away are recorded for days after that");
        }
        int ended = jdbc.sql("update job set ended_on = ?, end_reason = ?, version = version + 1 where ref = ? and ended_on is null")
                .params(on, reason.name(), jobRef).update();
        if (ended == 0) {
            throw new Problem.Stale("The end of this job has been recorded already");
        }
        jdbc.sql("update job_break set to_on = ? where job_ref = ? and to_on is null").params(on, jobRef).update();
        changes.made(job.referralRef(), actor, "job.ended", "", jobRef + " " + on + " " + reason);
        return job;
    }

    private JobView locked(String jobRef, Actor actor) {
        var job = reader.lock(jobRef);
        caseload.workedOnBy(job.referralRef(), actor);
        return job;
    }

    private static void requireMinutes(String field, int minutes) {
        if (minutes < 1 || minutes > LONGEST_WEEK) {
            throw Problem.at(field, "range", "Weekly hours must be more than 0 and no more than 100");
        }
    }
}
