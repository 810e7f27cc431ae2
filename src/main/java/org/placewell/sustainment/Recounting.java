package org.placewell.sustainment;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.caseload.Caseload;
import org.placewell.contract.Contracts;
import org.placewell.jobsearch.JobSearch;
import org.placewell.jobsearch.JobView;
import org.placewell.referral.Referrals;
import org.placewell.security.Actor;
import org.placewell.shared.MovableClock;
import org.placewell.workflow.Processes;
import org.placewell.workflow.Vars;
import org.springframework.stereotype.Component;

/** What a job's corrected dates mean for its milestones and weekly contacts, the timers that wait for the next ones, and where support for the job stands. */
@Component
class Recounting {

    private static final LocalDate NEVER = LocalDate.of(3000, 1, 1);
    private final SustainmentStore store;
    private final JobSearch jobSearch;
    private final Referrals referrals;
    private final Processes processes;
    private final AuditTrail audit;
    private final MovableClock clock;
    private final Contracts contracts;
    private final Caseload caseload;

    Recounting(SustainmentStore store, JobSearch jobSearch, Referrals referrals, Processes processes, AuditTrail audit, MovableClock clock,
            Contracts contracts, Caseload caseload) {
        this.caseload = caseload;
        this.contracts = contracts;
        this.store = store;
        this.jobSearch = jobSearch;
        this.referrals = referrals;
        this.processes = processes;
        this.audit = audit;
        this.clock = clock;
    }

    /** The day from which the weeks of a job count: a job that the person had when referred is kept from the referral on. */
    static LocalDate from(JobView job, LocalDate referredOn) {
        return job.startedOn().isBefore(referredOn) ? referredOn : job.startedOn();
    }

    /** Counts again. A job that is on the record no more is not followed any longer; its milestones are missed. */
    void of(JobView job) {
        var status = store.status(job.ref());
        if (status.isEmpty()) {
            return;
        }
        if (jobSearch.jobs(job.referralRef()).stream().noneMatch(one -> one.ref().equals(job.ref()))) {
            store.missAll(job.ref(), clock.today());
            processes.send("caseEndedEarly", job.ref(), Map.of());
            return;
        }
        var from = from(job, referrals.get(job.referralRef()).referredOn());
        store.milestones(job.ref()).forEach(stone -> store.due(job.ref(), stone.weeks(), from.plusWeeks(stone.weeks())));
        if (job.endedOn() != null) {
            ended(job, status.get());
        } else {
            goesOn(job, status.get());
        }
    }

    /** The next weekly contact after today, as the referral's contract asks for it; empty when none is to come. */
    Optional<LocalDate> nextContact(JobView job) {
        var referral = referrals.get(job.referralRef());
        int weeks = contracts.terms(referral.contractRef(), referral.contractVersion()).practice().weeklyContactWeeks();
        var from = WeeklyContacts.from(job, caseload.supportBegan(job.referralRef()).orElse(job.startedOn()));
        return WeeklyContacts.next(from, store.began(job.ref()).orElse(clock.today()), weeks, clock.today());
    }

    private void timer(JobView job, String event, LocalDate day) {
        processes.moveTimer("sustainment", job.ref(), event, day.atStartOfDay(MovableClock.LONDON).toInstant());
    }

    private void ended(JobView job, SustainmentStatus status) {
        if (status == SustainmentStatus.IN_WORK) {
            processes.send("jobEnded", job.ref(), Map.of());
        } else {
            // Thirteen weeks are complete at the end of the day before the due day.
            store.settleAgain(job.ref(), job.endedOn().plusDays(1), clock.today());
        }
    }

    private void goesOn(JobView job, SustainmentStatus status) {
        if (status == SustainmentStatus.STOPPED || !referrals.get(job.referralRef()).isOpen()) {
            store.settleAgain(job.ref(), clock.today(), clock.today());
            return;
        }
        boolean ahead = store.ahead(job.ref(), clock.today()) > 0;
        if (status == SustainmentStatus.IN_WORK) {
            var next = store.milestones(job.ref()).stream().filter(stone -> stone.status() == MilestoneStatus.AHEAD).findFirst();
            timer(job, "milestoneDue", next.map(MilestoneView::dueOn).orElse(NEVER));
            timer(job, "contactDue", nextContact(job).orElse(NEVER));
            timer(job, "latestDatePassed", store.latest(job.ref()).map(day -> day.plusDays(1)).orElse(NEVER));
        } else if (ahead && store.reopen(job.ref())) {
            audit.record(job.referralRef(), Actor.system(), Area.WORK, "sustainment.begun", "", job.ref());
            processes.start("sustainment", job.ref(), Vars.JOB_REF, Map.of(Vars.REFERRAL_REF, job.referralRef()));
        }
    }
}
