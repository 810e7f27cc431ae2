package org.placewell.triage;

import java.time.LocalDate;
import java.util.List;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.contract.Contracts;
import org.placewell.contract.domain.Terms;
import org.placewell.notification.Notifications;
import org.placewell.referral.Arrivals;
import org.placewell.referral.ClinicalSide;
import org.placewell.referral.ReferralStatus;
import org.placewell.referral.ReferralView;
import org.placewell.referral.Referrals;
import org.placewell.security.Actor;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.shared.WorkingDays;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Triage: from a new referral to accepted, asked for more, or handed back with advice. Zero exclusion is built in. */
@Service
@Transactional
public class Triage {

    private final TriageStore store;
    private final Duplicates duplicates;
    private final Grading grading;
    private final Referrals referrals;
    private final ClinicalSide clinicalSide;
    private final Contracts contracts;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final MovableClock clock;
    private final Trials trials;
    private final Surge surge;
    private final Grades grades;
    private final Arrivals arrivals;

    Triage(TriageStore store, Duplicates duplicates, Grading grading, Referrals referrals, ClinicalSide clinicalSide, Contracts contracts,
            Notifications notifications, AuditTrail audit, MovableClock clock, Trials trials, Surge surge, Grades grades,
            Arrivals arrivals) {
        this.arrivals = arrivals;
        this.grades = grades;
        this.store = store;
        this.duplicates = duplicates;
        this.grading = grading;
        this.referrals = referrals;
        this.clinicalSide = clinicalSide;
        this.contracts = contracts;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
        this.trials = trials;
        this.surge = surge;
    }

    /** Acknowledges a referral and looks for others that may be for the same person. Safe to repeat. */
    public boolean acknowledge(String ref) {
        var referral = referrals.get(ref);
        if (store.acknowledge(ref, clock.instant())) {
            audit.record(ref, Actor.system(), Area.PATHWAY, "triage.acknowledged", "", "");
            // Of referrals that were brought in the leaders hear once for the whole file.
            if (arrivals.of(ref).isEmpty()) {
                notifications.tell(Role.TEAM_LEADER, referral.team(), "referralReceived", ref, ref + ":received");
            }
        }
        surge.note(referral);
        return duplicates.search(referral);
    }

    /** What triage knows, for someone who may see the referral; empty fields before triage has begun. */
    @Transactional(readOnly = true)
    public TriageView view(String ref, Actor actor) {
        int rounds = terms(referrals.visible(ref, actor)).deadlines().questionRounds();
        return store.find(ref, rounds).orElse(new TriageView(null, null, null, null, List.of(), rounds));
    }

    /** Checks the referral against the cohort of its contract: eligible, unclear or outside. Safe to repeat. */
    public String checkEligibility(String ref) {
        var referral = referrals.get(ref);
        var found = grading.eligibility(referral, referrals.health(ref, Actor.system()), terms(referral));
        store.eligibility(referral, found, clock.instant());
        audit.recordOnce(ref, Actor.system(), Area.PATHWAY, "triage.eligibility-checked", "eligibility: " + found.get("rule"), found.get("eligibility").toString());
        return found.get("eligibility").toString();
    }

    /**
     * Records what the team leader decided; the model does the rest.
     *
     * @param overtakeReason in a surge: why this one goes before earlier referrals of its batch; empty when it does not
     * @throws Problem when the referrer has been asked as often as the contract allows, or an earlier one would be overtaken without a reason
     */
    public void decide(String ref, TriageChoice choice, String overtakeReason, Actor actor) {
        actor.require(Role.TEAM_LEADER);
        var referral = referrals.visible(ref, actor);
        // Under a released model nothing takes the question back before; who decides in this moment needs no word of it.
        back(referral);
        if (!choice.decision().equals("askMore")) {
            surge.inOrder(ref, overtakeReason, actor);
        }
        store.decision(ref, choice.decision(), actor.username(), clock.instant());
        switch (choice.decision()) {
            case "askMore" -> ask(referral, choice.question(), actor);
            case "handBack" -> store.handBack(ref, choice.reason(), choice.advice());
            default -> { }
        }
        audit.record(ref, actor, Area.PATHWAY, "triage.decided", "", choice.decision() + (choice.reason() == null ? "" : " " + choice.reason().code()));
    }

    /** The referrer's answer; the referral goes back to the team leader. */
    public void answer(String ref, String answer, Actor actor) {
        var referral = referrals.visible(ref, actor);
        if (!store.answer(ref, answer, actor.username(), clock.today())) {
            throw new Problem.Stale("This question has already been answered");
        }
        referrals.move(ref, ReferralStatus.RECEIVED, actor, "", "answered");
        notifications.tell(Role.TEAM_LEADER, referral.team(), "questionsAnswered", ref, ref + ":answered:" + store.questions(ref).size());
    }

    /** The day for the referrer's answer has passed: the team has the referral again, and both sides hear of it. Safe to repeat. */
    public void takeBackQuestion(String ref) {
        var referral = referrals.get(ref);
        if (back(referral)) {
            int round = store.questions(ref).size();
            notifications.tell(Role.TEAM_LEADER, referral.team(), "questionNotAnswered", ref, ref + ":not-answered:" + round);
            clinicalSide.tell(ref, "questionTakenBack", ref + ":taken-back:" + round);
        }
    }

    /** @return false when the referrer has no question open */
    private boolean back(ReferralView referral) {
        boolean open = referral.status() == ReferralStatus.WITH_REFERRER;
        if (open) {
            referrals.move(referral.ref(), ReferralStatus.RECEIVED, Actor.system(), "", "no answer in time");
        }
        return open;
    }

    /** Triage is overdue: the team's leaders hear of it once a day at most. */
    public void escalate(String ref) {
        notifications.tell(Role.TEAM_LEADER, referrals.get(ref).team(), "triageOverdue", ref, ref + ":overdue:" + decideBy(ref));
        audit.recordOnce(ref, Actor.system(), Area.PATHWAY, "triage.overdue", "", decideBy(ref).toString());
    }

    /** Reminds whoever speaks for the clinical side of an open question. */
    public void remindReferrer(String ref) {
        clinicalSide.tell(ref, "answerReminder", ref + ":remind:" + store.questions(ref).size());
    }

    /** Grades the support needed. Safe to repeat. */
    public void grade(String ref) {
        grades.grade(ref);
    }

    /** The arm, once and for good: support, or in a trial what the sealed list says for who takes part. Safe to repeat. */
    public String allocateArm(String ref) {
        if (referrals.get(ref).need() == null) {
            grade(ref);
        }
        return store.arm(ref, trials.arm(ref));
    }

    /** The day by which the person has been asked about the trial: as long as triage may take, from the day of acceptance on. */
    @Transactional(readOnly = true)
    public LocalDate enterTrialBy(String ref) {
        var from = store.decided(ref).map(TriageStore.Decided::on).orElse(clock.today());
        return WorkingDays.after(from, terms(referrals.get(ref)).deadlines().triageWorkingDays());
    }

    /** Whether the referral has been accepted and only the questions of the trial are still to come. */
    @Transactional(readOnly = true)
    public boolean acceptedIntoTrial(String ref) {
        return store.decided(ref).filter(TriageStore.Decided::accepted).isPresent() && trials.isTrial(ref);
    }

    /** Nobody has asked the person about the trial in time: the team's leaders hear of it once. Safe to repeat. */
    public void escalateTrialEntry(String ref) {
        notifications.tell(Role.TEAM_LEADER, referrals.get(ref).team(), "trialEntryOverdue", ref, ref + ":trial-entry-overdue");
    }

    /** The trial's comparison group: usual care. Safe to repeat. */
    public void startUsualCare(String ref) {
        referrals.move(ref, ReferralStatus.USUAL_CARE, Actor.system(), "trial", "");
        clinicalSide.tell(ref, "referralUsualCare", ref + ":usual-care");
    }

    /** Accepted: the person joins the waiting list and the referrer hears of it. Safe to repeat. */
    public void accept(String ref) {
        referrals.accept(ref, Actor.system(), terms(referrals.get(ref)).key());
        clinicalSide.tell(ref, "referralAccepted", ref + ":accepted");
    }

    /** Handed back with reason and advice, which the referrer reads on the tracker. Safe to repeat. */
    public void handBack(String ref) {
        var reason = store.find(ref, 0).orElseThrow().handBackReason();
        referrals.move(ref, ReferralStatus.HANDED_BACK, Actor.system(), "", reason.code());
        clinicalSide.tell(ref, "referralHandedBack", ref + ":handed-back");
    }

    /** The day by which triage decides: so many working days after the referral, moved on by every day the referrer had the question. */
    @Transactional(readOnly = true)
    public LocalDate decideBy(String ref) {
        return clock(ref).dueOn();
    }

    /** The clock of triage as it stands today; with the decision it stops, whatever comes after it. */
    @Transactional(readOnly = true)
    public TriageClock clock(String ref) {
        var referral = referrals.get(ref);
        return TriageClock.of(referral.referredOn(), terms(referral).deadlines().triageWorkingDays(), store.questions(ref),
                store.decided(ref).map(TriageStore.Decided::on).orElse(clock.today()));
    }

    /** The day by which the referrer answers the open question. */
    @Transactional(readOnly = true)
    public LocalDate answerBy(String ref) {
        return lastQuestion(ref).answerBy();
    }

    /** The day after which the referrer is reminded of the open question. */
    @Transactional(readOnly = true)
    public LocalDate remindAfter(String ref) {
        return WorkingDays.after(lastQuestion(ref).askedOn(), terms(referrals.get(ref)).deadlines().reminderWorkingDays());
    }

    private TriageView.Question lastQuestion(String ref) {
        var questions = store.questions(ref);
        return questions.get(questions.size() - 1);
    }

    private void ask(ReferralView referral, String question, Actor actor) {
        var ref = referral.ref();
        var deadlines = terms(referral).deadlines();
        int round = store.questions(ref).size() + 1;
        if (round > deadlines.questionRounds()) {
            throw Problem.at("decision", "questions-used-up", "The referrer has been asked as often as the contract allows ("
                    + deadlines.questionRounds() + "). Decide with what you know: wanting to work is enough to accept");
        }
        store.ask(ref, round, question, actor.username(), clock.today(), WorkingDays.after(clock.today(), deadlines.answerWorkingDays()));
        referrals.move(ref, ReferralStatus.WITH_REFERRER, actor, "", "question " + round);
        clinicalSide.tell(ref, "questionAsked", ref + ":asked:" + round);
    }

    private Terms terms(ReferralView referral) {
        return contracts.terms(referral.contractRef(), referral.contractVersion());
    }
}
