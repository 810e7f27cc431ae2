package org.placewell.correction;

import java.util.stream.Collectors;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.claim.Claims;
import org.placewell.jobsearch.JobSearch;
import org.placewell.jobsearch.JobView;
import org.placewell.jobsearch.WeeklyHours;
import org.placewell.jobsearch.WorkCorrections;
import org.placewell.referral.FactsChanged;
import org.placewell.referral.ReferralView;
import org.placewell.referral.Referrals;
import org.placewell.security.Actor;
import org.placewell.shared.Problem;
import org.placewell.sustainment.Sustainment;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Makes a correction come true: the fact, then what hangs on it, from the ground up: milestones, claims, the people who are named. */
@Component
class Applying {

    private final WorkCorrections work;
    private final JobSearch search;
    private final Sustainment sustainment;
    private final Claims claims;
    private final Referrals referrals;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final MoreFacts more;
    private final SaidFacts said;

    Applying(WorkCorrections work, JobSearch search, Sustainment sustainment, Claims claims, Referrals referrals, AuditTrail audit,
            ApplicationEventPublisher events, MoreFacts more, SaidFacts said) {
        this.said = said;
        this.more = more;
        this.work = work;
        this.search = search;
        this.sustainment = sustainment;
        this.claims = claims;
        this.referrals = referrals;
        this.audit = audit;
        this.events = events;
    }

    /** How the fact reads now: a correction is proposed for, and applied to, exactly this. */
    String fact(String referralRef, NewCorrection correction) {
        return switch (correction.kind()) {
            case APPOINTMENT -> search.appointments(referralRef).stream().filter(one -> correction.subject().equals(String.valueOf(one.number())))
                    .findFirst()
                    .map(one -> Snapshots.words(one.on()) + ", " + one.outcome().label())
                    .orElseThrow(() -> Problem.at("appointment", "not-listed", "Choose one of the appointments listed"));
            case PROFILE_DATE -> search.profile(referralRef).map(profile -> Snapshots.words(profile.completedOn())).orElse(Snapshot.ABSENT);
            case JOB_KIND, JOB_TITLE, JOB_RATE, JOB_BREAK, JOB_PAY -> more.fact(referralRef, correction, job(referralRef, correction.subject()));
            case CONTRACT -> more.fact(referralRef, correction, null);
            case REFERRAL_WORK, AREA, BIRTH_DATE, NHS_NUMBER -> said.fact(referralRef, correction.kind());
            default -> Snapshots.job(job(referralRef, correction.subject()));
        };
    }

    private JobView job(String referralRef, String jobRef) {
        return search.jobs(referralRef).stream().filter(job -> job.ref().equals(jobRef)).findFirst()
                .orElseThrow(() -> Problem.at("job", "not-listed", "Choose one of the jobs listed"));
    }

    /** Somebody says how the record should read: from then on they have a hand in what is claimed on it. */
    void proposed(String referralRef, NewCorrection correction, long id, Actor actor) {
        audit.record(referralRef, actor, Area.WORK, "correction.proposed", "", correction.subject() + " correction " + id);
        if (correction.kind() == CorrectionKind.WRONG_PERSON) {
            audit.record(correction.otherReferral(), actor, Area.WORK, "correction.proposed", "", "correction " + id);
        }
    }

    /** Names who proposed a correction beside who made it come true: neither has a say in money that rests on it. */
    void nameProposer(String referralRef, NewCorrection correction, String username) {
        claims.nameCorrector(referralRef, username);
        if (correction.kind() == CorrectionKind.WRONG_PERSON) {
            claims.nameCorrector(correction.otherReferral(), username);
        }
    }

    /** Changes the record and everything that hangs on it; in the caller's transaction. */
    void apply(String referralRef, NewCorrection correction, long id, Actor actor) {
        change(referralRef, correction, actor);
        audit.record(referralRef, actor, Area.WORK, "correction." + correction.kind().word(), "", correction.subject() + " correction " + id);
        if (correction.kind().aboutPerson()) {
            // The teams of the person's other referrals find it in their story; where it was done is not theirs to know.
            said.others(referralRef).forEach(other -> audit.record(other, actor, Area.WORK, "correction." + correction.kind().word() + "-elsewhere", "",
                    "correction " + id));
        }
        if (correction.kind().aboutJob()) {
            sustainment.corrected(correction.subject());
        }
        if (correction.kind() != CorrectionKind.CONTRACT) {
            // Under another contract nothing is claimed anew before the old claims have given way.
            events.publishEvent(new FactsChanged(referralRef));
        }
        claims.afterCorrection(referralRef, actor);
        events.publishEvent(new FactsChanged(referralRef));
        claims.nameCorrector(referralRef, actor.username());
        if (correction.kind() == CorrectionKind.WRONG_PERSON) {
            // Whoever moves a job there has recorded facts there, so they have no say in money that rests on them.
            audit.record(correction.otherReferral(), actor, Area.WORK, "correction.job-received", "", "correction " + id);
            events.publishEvent(new FactsChanged(correction.otherReferral()));
            claims.nameCorrector(correction.otherReferral(), actor.username());
        }
    }

    private void change(String referralRef, NewCorrection to, Actor actor) {
        switch (to.kind()) {
            case JOB_START -> work.start(to.subject(), to.on());
            case JOB_END -> work.end(to.subject(), to.on(), to.endReason());
            case JOB_NOT_ENDED -> work.notEnded(to.subject());
            case JOB_EMPLOYER -> work.employer(to.subject(), to.employer(), to.postcode());
            case JOB_HOURS -> work.hours(to.subject(), to.on(), to.minutes(), actor);
            case WRONG_JOB -> work.withdraw(to.subject());
            case WRONG_PERSON -> work.moveTo(to.subject(), other(referralRef, to.otherReferral(), actor), actor);
            case APPOINTMENT -> work.appointment(referralRef, Integer.parseInt(to.subject()), to.on(), to.outcome());
            case PROFILE_DATE -> work.profileDate(referralRef, to.on());
            case REFERRAL_WORK, AREA, BIRTH_DATE, NHS_NUMBER -> said.change(referralRef, to, actor);
            default -> more.change(referralRef, to, actor);
        }
    }

    /** The other person's record, which the actor has to work on as well. */
    private ReferralView other(String referralRef, String otherReferral, Actor actor) {
        if (referralRef.equals(otherReferral)) {
            throw Problem.at("otherReferral", "same", "This is the same record: name the other person’s referral");
        }
        try {
            return referrals.correctable(otherReferral == null ? "" : otherReferral, actor);
        } catch (Problem.NotFound | Problem.Forbidden unknown) {
            throw (Problem) Problem.at("otherReferral", "not-yours",
                    "You work with nobody under this referral. Ask the colleague who does to record the"
                    + " job there, and correct it here as “There is no such job”").initCause(unknown);
        }
    }

    /** What is wrong and what is right, in one sentence. */
    String sentence(NewCorrection to, String was) {
        return switch (to.kind()) {
            case JOB_START -> was + ": the first day was " + Snapshots.words(to.on());
            case JOB_END -> was + ": the last day was " + Snapshots.words(to.on()) + " (" + to.endReason().label() + ")";
            case JOB_NOT_ENDED -> was + ": the job goes on";
            case JOB_EMPLOYER -> was + ": the employer is " + to.employer();
            case JOB_HOURS -> was + ": on " + Snapshots.words(to.on()) + " the hours were " + WeeklyHours.words(to.minutes()) + " a week";
            case WRONG_JOB -> was + ": there is no such job";
            case WRONG_PERSON -> was + ": this job belongs to referral " + to.otherReferral();
            case APPOINTMENT -> "Appointment of " + was + ": it was " + Snapshots.words(to.on()) + ", " + to.outcome().label();
            case PROFILE_DATE -> "Profile completed " + was + ": it was " + Snapshots.words(to.on());
            case REFERRAL_WORK, AREA, BIRTH_DATE, NHS_NUMBER -> said.sentence(to, was);
            default -> more.sentence(to, was);
        };
    }

    /** Lets corrections of one record take turns: until the transaction ends nobody else changes whose referral it is or what it says. */
    void hold(String referralRef) {
        said.hold(referralRef);
    }

    /** The areas a person could choose from. */
    java.util.List<String> areas(String referralRef) {
        return said.areas(referralRef);
    }

    /** The contracts a person could choose from. */
    java.util.List<String[]> contracts(String referralRef) {
        return more.contracts(referralRef);
    }

    /** The jobs a person could choose from. */
    java.util.List<String[]> jobs(String referralRef) {
        return search.jobs(referralRef).stream().map(job -> new String[] {job.ref(), job.title() + ", " + Snapshots.job(job)})
                .collect(Collectors.toList());
    }
}
