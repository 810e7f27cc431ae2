package org.placewell.referral;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.contract.Contracts;
import org.placewell.notification.Notifications;
import org.placewell.security.Actor;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.shared.WorkingDays;
import org.placewell.workflow.Processes;
import org.placewell.workflow.Vars;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Self-referrals: somebody asks the service itself. A team leader or specialist writes it down with the person and names their
 * clinician, who can follow it like any other referral and is asked to confirm. Triage does not have to wait for the answer.
 */
@Service
@Transactional
public class SelfReferrals {

    private static final String REMINDER = "self-referral-reminder";
    private final SelfReferralStore store;
    private final Submission submission;
    private final Referrals referrals;
    private final ClinicalSide clinicalSide;
    private final Contracts contracts;
    private final Processes processes;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final MovableClock clock;

    SelfReferrals(SelfReferralStore store, Submission submission, Referrals referrals, ClinicalSide clinicalSide, Contracts contracts,
            Processes processes, Notifications notifications, AuditTrail audit, MovableClock clock) {
        this.store = store;
        this.submission = submission;
        this.referrals = referrals;
        this.clinicalSide = clinicalSide;
        this.contracts = contracts;
        this.processes = processes;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    /** The services that the actor's teams offer, by clinical team: contract, clinical team's id, its name. */
    @Transactional(readOnly = true)
    public List<String[]> services(Actor actor) {
        return store.services(actor.username());
    }

    /** The clinicians who can be named: login name, name, clinical team. */
    @Transactional(readOnly = true)
    public List<String[]> clinicians(Actor actor) {
        return store.clinicians(actor.username());
    }

    /**
     * Takes a self-referral in.
     *
     * @param clinician the login name of the clinician whom the person named
     * @return the public reference
     * @throws Problem naming the field: as {@link Referrals#submit}, or a clinician of another clinical team
     */
    public String submit(NewReferral referral, String clinician, Actor actor) {
        if (store.services(actor.username()).stream().noneMatch(one -> one[0].equals(referral.contractRef())
                && one[1].equals(referral.clinicalTeam()))) {
            throw Problem.at("service", "unknown-service", "Choose one of the services that your team offers");
        }
        if (!store.belongs(clinician, referral.clinicalTeam()) || clinician.equals(actor.username())) {
            throw Problem.at("clinician", "other-team",
                    "This clinician does not work in the clinical team that you chose. Choose another clinician or team");
        }
        var ref = submission.take(referral, clinician, actor);
        store.add(ref, clinician, actor.username(), clock.instant());
        notifications.tell(clinician, "selfReferralToConfirm", ref, ref + ":self");
        processes.start(REMINDER, ref, Vars.REFERRAL_REF, Map.of());
        return ref;
    }

    /** The last day before the clinician is reminded: as many working days as the contract gives a referrer before a reminder. */
    @Transactional(readOnly = true)
    public LocalDate remindAfter(String ref) {
        var referral = referrals.get(ref);
        return WorkingDays.after(referral.referredOn(), contracts.terms(referral.contractRef(), referral.contractVersion()).deadlines()
                .reminderWorkingDays());
    }

    /** Reminds the named clinician, or whoever has taken over from them, once. Safe to repeat. */
    public void remindClinician(String ref) {
        if (store.find(ref).filter(SelfReferralView::isOpen).isPresent()) {
            clinicalSide.tell(ref, "selfReferralReminder", ref + ":self-remind");
        }
    }

    /** The last day before the leaders hear of a clinician's silence: as many working days again as before the reminder. */
    @Transactional(readOnly = true)
    public LocalDate tellLeaderAfter(String ref) {
        var referral = referrals.get(ref);
        return WorkingDays.after(remindAfter(ref), contracts.terms(referral.contractRef(), referral.contractVersion()).deadlines()
                .reminderWorkingDays());
    }

    /** The clinician has not answered after the reminder either: the team's leaders hear of it, once. Safe to repeat. */
    public void tellLeaderOfSilence(String ref) {
        if (store.find(ref).filter(SelfReferralView::isOpen).isPresent()) {
            notifications.tell(Role.TEAM_LEADER, referrals.get(ref).team(), "selfReferralUnanswered", ref, ref + ":self-unanswered");
        }
    }

    /** Nobody is reminded of a case that has ended. */
    @EventListener
    void ended(ReferralEnded ended) {
        processes.end(REMINDER, ended.referralRef(), "ended");
    }

    /** How a self-referral came in; empty for every other referral. The caller has checked who may see it. */
    @Transactional(readOnly = true)
    public Optional<SelfReferralView> find(String ref) {
        return store.find(ref);
    }

    /**
     * The named clinician's word, or that of a colleague who has taken over.
     *
     * @param reason what the specialist should know; may be empty
     * @throws Problem.Stale when it has been given already
     */
    public void answer(String ref, boolean confirmed, String reason, String risks, Actor actor) {
        actor.require(Role.CLINICIAN);
        var referral = referrals.visible(ref, actor);
        store.find(ref).orElseThrow(() -> new Problem.NotFound("this self-referral"));
        if (!store.answer(ref, confirmed, actor.username(), clock.instant())) {
            throw new Problem.Stale("This self-referral has already been answered");
        }
        processes.end(REMINDER, ref, "answered");
        if (confirmed) {
            store.health(ref, reason, risks);
        }
        audit.record(ref, actor, Area.PATHWAY, confirmed ? "referral.self-confirmed" : "referral.self-not-known", "", "");
        notifications.tell(Role.TEAM_LEADER, referral.team(), "selfReferralAnswered", ref, ref + ":self-answered");
    }
}
