package org.placewell.sustainment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.caseload.Caseload;
import org.placewell.jobsearch.JobSearch;
import org.placewell.jobsearch.JobView;
import org.placewell.referral.FactsChanged;
import org.placewell.referral.ReferralEnded;
import org.placewell.referral.Referrals;
import org.placewell.security.Actor;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.workflow.Processes;
import org.placewell.workflow.Vars;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to support in work: one case per job, with the contract's milestones. Reads without an actor are for the program
 * itself. The contract's calculator decides what counts; the milestones here say when to look.
 */
@Service
@Transactional
public class Sustainment {

    private final SustainmentStore store;
    private final JobSearch jobSearch;
    private final Caseload caseload;
    private final Referrals referrals;
    private final Processes processes;
    private final AuditTrail audit;
    private final MovableClock clock;
    private final ApplicationEventPublisher events;
    private final Recounting recounting;
    private final Planning planning;
    private final InWorkContacts contacts;

    Sustainment(SustainmentStore store, JobSearch jobSearch, Caseload caseload, Referrals referrals, Processes processes,
            AuditTrail audit, MovableClock clock, ApplicationEventPublisher events, Recounting recounting, Planning planning,
            InWorkContacts contacts) {
        this.contacts = contacts;
        this.planning = planning;
        this.store = store;
        this.jobSearch = jobSearch;
        this.caseload = caseload;
        this.referrals = referrals;
        this.processes = processes;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
        this.recounting = recounting;
    }

    /** Begins to follow every job of the referral that is not followed yet; done twice it has one effect. */
    public void begin(String referralRef) {
        for (var job : jobSearch.jobs(referralRef)) {
            if (store.begin(job.ref(), referralRef, clock.today())) {
                audit.record(referralRef, Actor.system(), Area.WORK, "sustainment.begun", "", job.ref());
                processes.start("sustainment", job.ref(), Vars.JOB_REF, Map.of(Vars.REFERRAL_REF, referralRef));
            }
        }
    }

    /** Writes down the milestones of the contract version that prices what the referral reaches from now on; done twice it has one effect. */
    public void planMilestones(String jobRef) {
        planning.plan(job(jobRef));
    }

    /** The record of the job was corrected: its milestones, its weekly contacts and where support for it stands follow. */
    public void corrected(String jobRef) {
        recounting.of(job(jobRef));
    }

    /** Other terms price what the referral reaches from now on: the jobs that are followed get the milestones that these ask for, too. */
    public void planAgain(String referralRef) {
        planning.also(referralRef);
    }

    /** The job belongs to another contract, or another version of it: what lies ahead is planned anew, what is behind stays. */
    public void replan(String jobRef) {
        planning.again(job(jobRef));
    }

    /** The milestones of a job, earliest first. */
    @Transactional(readOnly = true)
    public List<MilestoneView> milestones(String jobRef) {
        return store.milestones(jobRef);
    }

    /** The day of the next milestone; empty when none lies ahead. */
    @Transactional(readOnly = true)
    public Optional<MilestoneView> nextMilestone(String jobRef) {
        return milestones(jobRef).stream().filter(milestone -> milestone.status() == MilestoneStatus.AHEAD).findFirst();
    }

    /** The last day on which the contract lets an outcome of this job be reached; empty for none. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> latestDate(String jobRef) {
        return store.latest(jobRef);
    }

    /** The next weekly contact in the first weeks of a job; empty when none is to come. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> nextContact(String jobRef) {
        return recounting.nextContact(job(jobRef));
    }

    /** Where support for the job stands; empty before it begins. */
    @Transactional(readOnly = true)
    public Optional<SustainmentStatus> status(String jobRef) {
        return store.status(jobRef);
    }

    /** The contacts in work, oldest first. */
    @Transactional(readOnly = true)
    public List<ContactView> contacts(String jobRef) {
        return store.contacts(jobRef);
    }

    /** Records what a check at the next milestone found: hours and an end are recorded with the job. */
    public void recordCheck(String jobRef, CheckAnswers answers, Actor actor) {
        var job = job(jobRef);
        caseload.workedOnBy(job.referralRef(), actor);
        var milestone = nextMilestone(jobRef).orElseThrow(() -> new Problem.Stale("Every milestone of this job has been checked already"));
        if (answers.stillInJob() && job.endedOn() != null) {
            throw Problem.at("stillInJob", "ended", "The end of this job is on the record already. If the person is in work again, record a new job");
        }
        if (!store.checked(jobRef, milestone.weeks())) {
            throw new Problem.Stale("Someone else has just recorded this check");
        }
        if (answers.hoursChangedOn() != null) {
            jobSearch.changeHours(jobRef, answers.hoursChangedOn(), answers.minutesPerWeek(), actor);
        }
        if (!answers.stillInJob() && job.endedOn() == null) {
            jobSearch.endJobAtCheck(jobRef, answers.endedOn(), answers.endReason(), actor);
        }
        store.check(jobRef, milestone.weeks(), clock.today(), answers, actor.username(), clock.instant());
        audit.record(job.referralRef(), actor, Area.WORK, answers.stillInJob() ? "sustainment.still-in-work" : "sustainment.no-longer-in-work", "",
                jobRef + " week " + milestone.weeks());
        events.publishEvent(new FactsChanged(job.referralRef()));
    }

    /**
     * Settles the milestone that was checked; done twice it has one effect.
     *
     * @return whether more milestones lie ahead
     */
    public boolean recordMilestone(String jobRef) {
        var job = job(jobRef);
        boolean goesOn = job.endedOn() == null;
        if (store.settleChecked(jobRef, goesOn ? clock.today() : job.endedOn().plusDays(1), clock.today()) > 0) {
            audit.record(job.referralRef(), Actor.system(), Area.WORK, "milestone.recorded", "", jobRef);
        }
        if (!goesOn) {
            closeJob(jobRef);
            return false;
        }
        boolean more = nextMilestone(jobRef).isPresent();
        if (!more) {
            store.close(jobRef, SustainmentStatus.MILESTONES_DONE, clock.today());
        }
        events.publishEvent(new FactsChanged(job.referralRef()));
        return more;
    }

    /** The job has ended: milestones complete by then are reached, the others missed; the search goes on. Done twice it has one effect. */
    public void closeJob(String jobRef) {
        var job = job(jobRef);
        var until = job.endedOn() == null ? clock.today() : job.endedOn();
        // Thirteen weeks are complete at the end of the day before the due day.
        store.settleAll(jobRef, until.plusDays(1), clock.today());
        if (store.close(jobRef, SustainmentStatus.JOB_ENDED, clock.today())) {
            audit.record(job.referralRef(), Actor.system(), Area.WORK, "sustainment.closed", "", jobRef);
        }
        events.publishEvent(new FactsChanged(job.referralRef()));
    }

    /**
     * The contract's latest date has passed, or the job had ended before anybody began to follow it: what no longer counts is settled. Done
     * twice it has one effect.
     */
    public void latestDatePassed(String jobRef) {
        if (job(jobRef).endedOn() != null) {
            closeJob(jobRef);
        } else if (store.close(jobRef, SustainmentStatus.MILESTONES_DONE, clock.today())) {
            store.settleAll(jobRef, clock.today(), clock.today());
            audit.record(job(jobRef).referralRef(), Actor.system(), Area.WORK, "sustainment.latest-date", "", jobRef);
        }
    }

    /** The referral has ended: nothing more is checked. Done twice it has one effect. */
    public void stop(String jobRef) {
        var job = job(jobRef);
        store.settleAll(jobRef, job.endedOn() == null ? clock.today() : job.endedOn().plusDays(1), clock.today());
        if (store.close(jobRef, SustainmentStatus.STOPPED, clock.today())) {
            audit.record(job.referralRef(), Actor.system(), Area.WORK, "sustainment.stopped", "", jobRef);
        }
    }

    /**
     * Records a contact in work.
     * @param how FACE_TO_FACE, VIDEO, TELEPHONE or NOT_REACHED
     * @param going WELL, NEEDS_SUPPORT, AT_RISK (the team leaders are told) or NOT_KNOWN
     * @return whether to try again within days
     */
    public boolean recordContact(String jobRef, LocalDate on, String how, String going, Actor actor) {
        return contacts.record(job(jobRef), on, how, going, actor);
    }

    /** Whether the job was at risk when last spoken about. */
    @Transactional(readOnly = true)
    public boolean atRisk(String jobRef) {
        return contacts.atRisk(jobRef);
    }

    private JobView job(String jobRef) {
        return jobSearch.job(jobRef).orElseThrow(() -> new Problem.NotFound("this job"));
    }

    @EventListener
    void ended(ReferralEnded event) {
        store.followed(event.referralRef()).forEach(jobRef -> processes.send("caseEndedEarly", jobRef, Map.of()));
    }
}
