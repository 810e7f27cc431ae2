package org.placewell.referral;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.security.Actor;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.workflow.Processes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Referrals: who was referred to what, where they stand, and how it ended. The only door to the referral tables. */
@Service
@Transactional
public class Referrals {

    private final ReferralStore store;
    private final Submission submission;
    private final Corrections corrections;
    private final AuditTrail audit;
    private final MovableClock clock;
    private final Processes processes;
    private final ApplicationEventPublisher events;
    private final Endings endings;
    private final DischargeRule discharge;

    Referrals(ReferralStore store, Submission submission, Corrections corrections, AuditTrail audit, MovableClock clock, Processes processes,
            ApplicationEventPublisher events, Endings endings, DischargeRule discharge) {
        this.store = store;
        this.submission = submission;
        this.corrections = corrections;
        this.audit = audit;
        this.clock = clock;
        this.processes = processes;
        this.events = events;
        this.endings = endings;
        this.discharge = discharge;
    }

    /**
     * Takes a referral in and starts its pathway, pinned to the contract version in force today.
     *
     * @return the public reference
     * @throws Problem naming the field: wrong NHS number, impossible birth date, a referral already open, no such service
     */
    public String submit(NewReferral referral, Actor actor) {
        return submission.submit(referral, actor);
    }

    /**
     * A referral that the actor may see; the system sees all.
     *
     * @throws Problem.NotFound when there is none for this person
     */
    @Transactional(readOnly = true)
    public ReferralView visible(String ref, Actor actor) {
        return (actor.isSystem() ? store.find(ref) : store.find(ref, actor)).orElseThrow(() -> new Problem.NotFound("this referral"));
    }

    /** A referral for the program's own use, whoever is logged in: never shown without {@link #visible}. */
    @Transactional(readOnly = true)
    public ReferralView get(String ref) {
        return store.find(ref).orElseThrow(() -> new Problem.NotFound("this referral"));
    }

    /** Several referrals for the program's own use, in no order: never shown without {@link #visible}. */
    @Transactional(readOnly = true)
    public List<ReferralView> all(Collection<String> refs) {
        return store.all(refs);
    }

    /** The clinical text, for the clinician, the specialist and the team leader of the case. */
    @Transactional(readOnly = true)
    public ReferralView.Health health(String ref, Actor actor) {
        visible(ref, actor);
        return store.health(ref).orElseThrow(() -> new Problem.NotFound("this referral"));
    }

    /** A team's name; its id when it has none. */
    @Transactional(readOnly = true)
    public String teamName(String team) {
        return store.teamName(team);
    }

    /** The referrals the actor has made, was named for when a person changed clinical teams, or took over from a colleague who left, newest first. */
    @Transactional(readOnly = true)
    public List<ReferralView> referredBy(Actor actor) {
        return store.referredBy(actor);
    }

    /** Every change of status, oldest first, for someone who may see the referral. */
    @Transactional(readOnly = true)
    public List<ReferralStep> steps(String ref, Actor actor) {
        visible(ref, actor);
        return store.steps(ref);
    }

    /**
     * Moves a referral along the table of moves. Already there: nothing happens. Ends have their own commands, which take a reason.
     *
     * @throws Problem.Stale when it stands somewhere from which there is no such move
     */
    public void move(String ref, ReferralStatus to, Actor actor, String rule, String detail) {
        if (get(ref).status() == to) {
            return;
        }
        moved(ref, store.move(ref, to, null, null), to, actor, rule, detail);
    }

    /** Triage has accepted: the person joins the waiting list. */
    public void accept(String ref, Actor actor, String rule) {
        if (get(ref).status() == ReferralStatus.WAITING) {
            return;
        }
        moved(ref, store.accept(ref, clock.today()), ReferralStatus.WAITING, actor, rule, "");
        events.publishEvent(new FactsChanged(ref));
    }

    /** Keeps what a decision about the referral reads as it is until the transaction ends: corrections wait, or are waited for. */
    public void lock(String ref) {
        store.lock(ref);
    }

    /** Keeps the support needed, as triage graded it: lower, medium or higher. */
    public void grade(String ref, String need) {
        store.grade(ref, need);
    }

    /** Whether the person comes back within a year of earlier support. */
    @Transactional(readOnly = true)
    public boolean returning(String ref) {
        var referral = get(ref);
        return store.returning(referral.person().id(), ref, referral.referredOn());
    }

    /** Closes a referral in favour of an earlier one of the same person. */
    public void joinTo(String ref, String earlier, Actor actor) {
        if (get(ref).status() == ReferralStatus.DUPLICATE) {
            return;
        }
        moved(ref, store.join(ref, earlier), ReferralStatus.DUPLICATE, actor, "", earlier);
    }

    /** Names the employment specialist, who can open the record from now on; null takes the name away. */
    public void assign(String ref, String specialist, Actor actor) {
        store.assign(ref, specialist);
        audit.record(ref, actor, Area.PATHWAY, "referral.assigned", "", specialist == null ? "" : specialist);
    }

    /** The person has changed their mind: sharing evidence with payers, contacting employers. The newest word counts. */
    public void changeConsents(String ref, boolean evidence, boolean employers, Actor actor) {
        visible(ref, actor);
        store.consent(ref, "EVIDENCE", evidence, clock.instant(), actor);
        store.consent(ref, "EMPLOYERS", employers, clock.instant(), actor);
        audit.record(ref, actor, Area.PATHWAY, "referral.consent-changed", "", "evidence " + evidence + " employers " + employers);
    }

    /**
     * A referral whose person the actor may correct: for the specialist and the team leader of the case.
     *
     * @throws Problem.Forbidden for the clinician, who sees it but does not correct it
     */
    @Transactional(readOnly = true)
    public ReferralView correctable(String ref, Actor actor) {
        return corrections.mine(ref, actor);
    }

    /**
     * Corrects the person's name or contact details, for all their referrals. The audit names the fields, never what is in them.
     *
     * @param seen the version that the actor had before them ({@link ReferralView.Person#version})
     * @throws Problem.Stale when someone else has changed the person since
     */
    public void correctPerson(String ref, PersonDetails details, int seen, Actor actor) {
        corrections.correct(ref, details, seen, actor);
    }

    /** The person leaves the waiting list. */
    public void leaveList(String ref, EndReason reason, Actor actor) {
        end(ref, ReferralStatus.LEFT_LIST, reason, clock.today(), actor);
    }

    /** Support has ended, and whom it concerns is told; nothing happens when the referral has ended already. */
    public void endSupport(String ref, EndReason reason, Actor actor) {
        var referral = get(ref);
        if (referral.isOpen()) {
            endings.support(referral, reason);
        }
        end(ref, ReferralStatus.ENDED, reason, clock.today(), actor);
    }

    /**
     * Ends the case at any moment before its usual end: withdrawal, discharge, death, transfer. The running models are told.
     *
     * @param on the day it happened; not in the future, and not before the referral, unless the person had died by then and nobody knew
     * @throws Problem.NotFound when the actor may not see the referral
     */
    public void endEarly(String ref, EndReason reason, LocalDate on, Actor actor) {
        var referral = visible(ref, actor);
        reason.checkDay(on, referral, clock.today());
        if (!referral.isOpen()) {
            throw new Problem.Stale("This referral has already ended");
        }
        discharge.check(referral, reason);
        end(ref, ReferralStatus.ENDED, reason, on, actor);
        processes.send("caseEndedEarly", ref, Map.of());
    }

    /** Whether discharge from the clinical team is an event of this referral and not its end, as the contract has it. */
    @Transactional(readOnly = true)
    public boolean supportOutlastsDischarge(String ref) {
        return discharge.supportGoesOn(get(ref));
    }

    /** Tells those who worked with the person that the case has ended early. Safe to repeat. */
    public void recordEarlyEnd(String ref) {
        endings.early(get(ref));
    }

    /** Tells whom it concerns that the contract's time for support is used up on a day, some weeks before it. Safe to repeat. */
    public void timeEndsSoon(String ref, LocalDate day) {
        endings.near(get(ref), day);
    }

    private void end(String ref, ReferralStatus to, EndReason reason, LocalDate on, Actor actor) {
        if (!get(ref).isOpen()) {
            return;
        }
        moved(ref, store.move(ref, to, reason, on), to, actor, "", reason.code());
        events.publishEvent(new ReferralEnded(ref, reason.code(), on));
    }

    private void moved(String ref, boolean done, ReferralStatus to, Actor actor, String rule, String detail) {
        if (!done) {
            throw new Problem.Stale("This referral has moved on in the meantime. Open it again to see where it stands");
        }
        store.step(ref, clock.instant(), to, actor, detail);
        audit.record(ref, actor, Area.PATHWAY, "referral." + to.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'), rule, detail);
    }
}
