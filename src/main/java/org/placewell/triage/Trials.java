package org.placewell.triage;

import java.time.LocalDate;
import java.util.List;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.contract.Contracts;
import org.placewell.contract.domain.Trial;
import org.placewell.notification.Notifications;
import org.placewell.referral.EndReason;
import org.placewell.referral.ReferralEnded;
import org.placewell.referral.Referrals;
import org.placewell.security.Actor;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.shared.Words;
import org.placewell.workflow.Processes;
import org.placewell.workflow.Vars;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Trials: agreement and first measures, then the arm from a sealed list, then the follow-up of both arms. Who takes no part gets
 * support outside the trial: saying no to research costs nobody the service.
 */
@Service
@Transactional
public class Trials {

    /** Weeks to reach a person for the follow-up; ours. */
    private static final int FOLLOW_UP_WEEKS = 4;

    private static final String FOLLOW_UP = "trial-follow-up";
    private final TrialStore store;
    private final Referrals referrals;
    private final Contracts contracts;
    private final Processes processes;
    private final AuditTrail audit;
    private final MovableClock clock;
    private final TransactionTemplate alone;
    private final Notifications notifications;

    Trials(TrialStore store, Referrals referrals, Contracts contracts, Processes processes, AuditTrail audit, MovableClock clock,
            PlatformTransactionManager transactions, Notifications notifications) {
        this.notifications = notifications;
        this.alone = new TransactionTemplate(transactions);
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.store = store;
        this.referrals = referrals;
        this.contracts = contracts;
        this.processes = processes;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether the person is asked about a trial: the referral's contract version is one, and they have not left it before. */
    @Transactional(readOnly = true)
    public boolean isTrial(String ref) {
        return trial(ref) != null && !store.hasLeft(ref);
    }

    /** Whether the person's arm was revealed and they have neither left the trial nor been followed up. */
    @Transactional(readOnly = true)
    public boolean takesPart(String ref) {
        return store.drawOf(ref).filter(draw -> !store.followedUp(draw)).isPresent();
    }

    /**
     * The person leaves the trial: nothing more is measured or asked for it, and what was measured before stays. The arm stays on record.
     *
     * @throws Problem naming the field when the day is not between the draw and today
     * @throws Problem.Stale when the person takes no part, or has been followed up
     */
    public void withdraw(String ref, LocalDate on, Actor actor) {
        var referral = referrals.visible(ref, actor);
        if (!actor.has(Role.TEAM_LEADER)) {
            actor.require(Role.SPECIALIST);
        }
        var draw = store.drawOf(ref).orElseThrow(() -> new Problem.Stale("This person takes no part in a trial"));
        var revealed = revealedOn(draw);
        if (on.isAfter(clock.today()) || on.isBefore(revealed)) {
            throw Problem.at("onDate", "date-outside-trial", "The date must lie between the day on which the arm was drawn, " + Words.date(revealed)
                    + ", and today");
        }
        if (!store.followUp(draw, "withdrawn", on, null, null, actor.username(), clock.instant())) {
            throw new Problem.Stale("This person has left the trial or been followed up already");
        }
        processes.end(FOLLOW_UP, draw, "withdrawn");
        audit.record(referral.ref(), actor, Area.PATHWAY, "trial.withdrawn", "", draw);
    }

    /**
     * Records a person's word on the trial, with the first measures of who takes part.
     *
     * @throws Problem naming the field: a date to come, a score off the scale
     * @throws Problem.Stale when it has been recorded already
     */
    public void enter(String ref, TrialEntry entry, Actor actor) {
        actor.require(Role.TEAM_LEADER);
        referrals.visible(ref, actor);
        entry.check(clock.today());
        if (!store.enter(ref, entry, actor.username(), clock.instant())) {
            throw new Problem.Stale("What the person said about the trial has already been recorded");
        }
        if (entry.takesPart() && isTrial(ref)) {
            take(ref, actor.username());
        }
        audit.record(ref, actor, Area.PATHWAY, entry.takesPart() ? "trial.entered" : "trial.declined", "", "");
    }

    /**
     * The arm: from the sealed list for who takes part, support for everybody else. Somebody drawn before under the contract keeps the
     * arm of that draw. Safe to repeat; a reveal is recorded once.
     */
    String arm(String ref) {
        var trial = trial(ref);
        if (trial == null || !store.entry(ref).map(TrialEntry::takesPart).orElse(false)) {
            return "support";
        }
        boolean before = store.revealedAt(ref).isPresent();
        var by = store.recordedBy(ref);
        if (!before && !store.taken(ref)) {
            // Whoever entered before slots were taken at once: the draw is kept first, in a transaction of its own.
            alone.executeWithoutResult(status -> take(ref, by));
        }
        var arm = store.open(ref, by, clock.instant());
        if (!before) {
            var referral = referrals.get(ref);
            boolean drawnHere = store.drawnHere(ref);
            audit.record(ref, Actor.system(), Area.PATHWAY, drawnHere ? "trial.arm-revealed" : "trial.arm-kept",
                    referral.contractRef() + " version " + referral.contractVersion(), arm + " " + by);
            // The person is followed up once, from the day of the draw.
            if (drawnHere) {
                processes.start(FOLLOW_UP, ref, Vars.REFERRAL_REF, java.util.Map.of());
            }
        }
        return arm;
    }

    /** Takes a slot of the list, by the rule of the referral's version. Which arm it is, is not known before this is kept. */
    private void take(String ref, String by) {
        var referral = referrals.get(ref);
        store.state(referral.contractRef(), referral.contractVersion(), trial(ref));
        store.take(ref, by, clock.instant());
    }

    /** The day of the follow-up: so many months after the arm was revealed, as the contract says. */
    @Transactional(readOnly = true)
    public LocalDate followUpOn(String ref) {
        return revealedOn(ref).plusMonths(trial(ref).followUpMonths());
    }

    /** The last day for the follow-up. */
    @Transactional(readOnly = true)
    public LocalDate followUpBy(String ref) {
        return followUpOn(ref).plusWeeks(FOLLOW_UP_WEEKS);
    }

    /** The measure on which the person was measured first, and is again. */
    @Transactional(readOnly = true)
    public String measure(String ref) {
        return store.entry(ref).map(TrialEntry::measure).orElse(null);
    }

    /**
     * Records what became of the follow-up.
     *
     * @param answer measured, notReached, withdrawn or died
     * @param on the day of the follow-up; for died the day of the death
     * @param score on the measure of the beginning; only when measured
     * @param inWork whether in paid work on that day; only when measured
     * @throws Problem naming the field ({@code diedOn} for a death, else {@code onDate}) when the day cannot be
     */
    public void followUp(String ref, String answer, LocalDate on, Integer score, Boolean inWork, Actor actor) {
        actor.require(Role.TEAM_LEADER);
        referrals.visible(ref, actor);
        var field = answer.equals("died") ? "diedOn" : "onDate";
        if (on.isAfter(clock.today())) {
            throw Problem.at(field, "future-date", "The date cannot be in the future");
        }
        var revealed = revealedOn(ref);
        if (on.isBefore(revealed)) {
            throw Problem.at(field, "date-outside-trial", "The date cannot be before the day on which the arm was drawn, " + Words.date(revealed));
        }
        if (score != null) {
            TrialEntry.checkScore(measure(ref), score);
        }
        if (!store.followUp(ref, answer, on, score, inWork, actor.username(), clock.instant())) {
            throw new Problem.Stale("The follow-up has already been recorded");
        }
        audit.record(ref, actor, Area.PATHWAY, "trial.followed-up", "", answer);
        if (answer.equals("died")) {
            died(ref, on, actor);
        }
    }

    /** Nobody is asked about a person who has died, and nobody who has withdrawn consent; whoever only leaves the support is followed up. */
    @EventListener
    void ended(ReferralEnded ended) {
        var draw = store.drawOf(ended.referralRef()).orElse(null);
        if (draw == null || store.followedUp(draw)) {
            return;
        }
        if (ended.reason().equals(EndReason.DIED.code())) {
            processes.end(FOLLOW_UP, draw, "died");
        }
        var revealed = revealedOn(draw);
        var on = ended.on().isBefore(revealed) ? revealed : ended.on();
        if (ended.reason().equals(EndReason.CONSENT_WITHDRAWN.code())
                && store.followUp(draw, "withdrawn", on, null, null, Actor.system().username(), clock.instant())) {
            processes.end(FOLLOW_UP, draw, "withdrawn");
            audit.record(ended.referralRef(), Actor.system(), Area.PATHWAY, "trial.withdrawn", "consent withdrawn", draw);
        }
    }

    /** Learning of a death at the follow-up is learning of it: what is open about the person ends, and nobody is reminded of them. */
    private void died(String draw, LocalDate on, Actor actor) {
        for (var ref : store.standingOn(draw)) {
            var referral = referrals.get(ref);
            if (referral.isOpen()) {
                if (on.isBefore(referral.referredOn())) {
                    throw Problem.at("diedOn", "before-referral", "Another referral of this person was made on " + Words.date(referral.referredOn())
                            + ", after this day. Check the day; if it is right, close that referral first");
                }
                referrals.endEarly(ref, EndReason.DIED, on, ref.equals(draw) ? actor : Actor.system());
            }
            notifications.hush(ref);
        }
    }

    /** How the trials of the actor's contracts and teams stand. */
    @Transactional(readOnly = true)
    public List<TrialLine> lines(Actor actor) {
        return store.lines(actor.username());
    }

    private LocalDate revealedOn(String draw) {
        return store.revealedAt(draw).orElseThrow().atZone(MovableClock.LONDON).toLocalDate();
    }

    private Trial trial(String ref) {
        var referral = referrals.get(ref);
        return contracts.terms(referral.contractRef(), referral.contractVersion()).trial();
    }
}
