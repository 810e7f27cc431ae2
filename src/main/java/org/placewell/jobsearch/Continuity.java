package org.placewell.jobsearch;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.caseload.Caseload;
import org.placewell.notification.Notifications;
import org.placewell.referral.ClinicalSide;
import org.placewell.referral.EndReason;
import org.placewell.referral.ReferralEnded;
import org.placewell.referral.ReferralView;
import org.placewell.referral.Referrals;
import org.placewell.security.Actor;
import org.placewell.security.Role;
import org.placewell.shared.Problem;
import org.placewell.workflow.Drafts;
import org.placewell.workflow.TaskMoves;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to what must not break off: support after discharge, the handover to another service, the quiet end after a death. */
@Service
@Transactional
public class Continuity {

    private static final String DISCHARGE_RULE = "IPS: support has no end at discharge";
    private final JdbcClient jdbc;
    private final Referrals referrals;
    private final ClinicalSide clinicalSide;
    private final TaskMoves moves;
    private final Caseload caseload;
    private final Dates dates;
    private final AuditTrail audit;
    private final Notifications notifications;
    private final Drafts drafts;

    Continuity(JdbcClient jdbc, Referrals referrals, ClinicalSide clinicalSide, TaskMoves moves, Caseload caseload, Dates dates, AuditTrail audit,
            Notifications notifications, Drafts drafts) {
        this.jdbc = jdbc;
        this.referrals = referrals;
        this.clinicalSide = clinicalSide;
        this.moves = moves;
        this.caseload = caseload;
        this.dates = dates;
        this.audit = audit;
        this.notifications = notifications;
        this.drafts = drafts;
    }

    /**
     * Records that the clinical team has discharged the person; support goes on. For the referrer, the specialist and the team leader. The
     * latest word stands, so that a wrong one is put right by another.
     *
     * @param what its {@code contact} is who is spoken to about health from then on
     * @throws Problem.Stale when under the contract discharge ends the support, or the case has ended, or the record says so already
     */
    public void recordDischarge(String referralRef, Discharge what, Actor actor) {
        var referral = referrals.visible(referralRef, actor);
        requireSupportToGoOn(referralRef);
        dates.past("dischargedOn", what.on(), referral);
        if (!what.contact().equals("NOBODY") && what.contactName().isBlank()) {
            throw Problem.at("contactName", "required", "Enter the name of the surgery or team");
        }
        if (!what.clinician().isEmpty() && clinicians(referralRef).stream()
                .noneMatch(one -> one.username().equals(what.clinician()) && one.team().equals(what.team()))) {
            throw Problem.at("clinician", "not-listed", "Choose one of the clinicians listed");
        }
        if (referral.status().inTriage() && !what.contact().equals("NOBODY") && what.clinician().isEmpty()) {
            throw Problem.at("contact", "triage-asks", "The employment team is still deciding about this referral and may have to ask a clinician."
                    + " Choose another team and its clinician, or “Nobody named yet”. Once the referral is accepted, record it again with the new contact");
        }
        var said = new Discharge(what.on(), what.contact(), what.contactName().strip(), what.contactPhone(), what.clinician(), what.team());
        long word = say(referralRef, said, actor);
        audit.record(referralRef, actor, Area.PATHWAY, "discharge.recorded", DISCHARGE_RULE, what.on().toString());
        if (!what.clinician().isEmpty()) {
            notifications.tell(what.clinician(), "nowWithYourTeam", referralRef, "discharged-to:" + referralRef + ":" + word);
        }
        tellSpecialist(referral, "dischargedSupportGoesOn", word, actor);
    }

    /**
     * Records that the person was not discharged at all: whoever referred them speaks for the clinical team again. For the same people.
     *
     * @throws Problem naming {@code contact} when no discharge is on the record
     */
    public void dischargeWasMistake(String referralRef, Actor actor) {
        var referral = referrals.visible(referralRef, actor);
        var wrong = discharge(referralRef)
                .orElseThrow(() -> Problem.at("contact", "no-discharge", "No discharge is on the record, so there is none to take back"));
        long word = say(referralRef, new Discharge(wrong.on(), Discharge.MISTAKE, "", ""), actor);
        audit.record(referralRef, actor, Area.PATHWAY, "discharge.mistaken", "", wrong.on().toString());
        tellSpecialist(referral, "dischargeWasMistake", word, actor);
    }

    /** Whoever works with the person now is told: the specialist, or the team leaders while the person waits. */
    private void tellSpecialist(ReferralView referral, String template, long word, Actor actor) {
        if (referral.specialist() == null) {
            notifications.tell(Role.TEAM_LEADER, referral.team(), template, referral.ref(), "discharged:" + referral.ref() + ":" + word);
        }
        if (referral.specialist() != null && !referral.specialist().equals(actor.username())) {
            notifications.tell(referral.specialist(), template, referral.ref(), "discharged:" + referral.ref() + ":" + word);
        }
    }

    /** Words about one referral take turns, so that the same words sent twice are said once. A question that is open goes to whoever speaks now. */
    private long say(String referralRef, Discharge what, Actor actor) {
        jdbc.sql("select 1 from referral where ref = ? for no key update").param(referralRef).query(Integer.class).single();
        if (latest(referralRef).filter(what::equals).isPresent()) {
            throw new Problem.Stale("The record says this already");
        }
        long word = jdbc.sql("""
                        insert into clinical_discharge (referral_ref, discharged_on, contact, contact_name, contact_phone, to_clinician, to_team, recorded_by,
                            recorded_at)
                        values (?, ?, ?, ?, ?, nullif(?, ''), nullif(?, ''), ?, ?) returning id""")
                .params(referralRef, what.on(), what.contact(), what.contactName(), what.contactPhone(), what.clinician(), what.team(), actor.username(),
                        dates.now())
                .query(Long.class).single();
        clinicalSide.of(referralRef).ifPresent(speaker -> {
            if (moves.toClinician(referralRef, speaker.assignee(), speaker.team()) > 0) {
                clinicalSide.tell(referralRef, "questionAsked", "asked-since:" + referralRef + ":" + word);
            }
        });
        return word;
    }

    /** Who could speak for another clinical team from a discharge on, of the teams that refer to the same service. */
    @Transactional(readOnly = true)
    public List<NextClinician> clinicians(String referralRef) {
        return jdbc.sql("""
                        select distinct u.username, u.display_name || ', ' || t.name as words, t.id as team
                        from referral r join service_route s on s.contract_ref = r.contract_ref and s.clinical_team_id <> r.clinical_team_id
                        join team t on t.id = s.clinical_team_id
                        join role_grant g on g.role = 'CLINICIAN' and g.team_id = t.id join app_user u on u.username = g.username and u.active
                        where r.ref = ? and u.username <> r.referrer_username order by words, team""")
                .param(referralRef).query((row, n) -> new NextClinician(row.getString("username"), row.getString("team"), row.getString("words"))).list();
    }

    /**
     * Stops whoever wants to record a discharge where it is not one.
     *
     * @throws Problem.Stale with the way on
     */
    @Transactional(readOnly = true)
    public void requireSupportToGoOn(String referralRef) {
        if (!referrals.supportOutlastsDischarge(referralRef)) {
            throw new Problem.Stale("A discharge is recorded here while the case is open and the contract lets support go on. Here it ends"
                    + " the case: close the case instead, with discharge as the reason");
        }
    }

    /** The discharge from the clinical team as last recorded; empty for none. For whoever may see the referral. */
    @Transactional(readOnly = true)
    public Optional<Discharge> discharge(String referralRef) {
        return latest(referralRef).filter(word -> !word.contact().equals(Discharge.MISTAKE));
    }

    private Optional<Discharge> latest(String referralRef) {
        return jdbc.sql("select * from clinical_discharge where referral_ref = ? order by id desc limit 1").param(referralRef)
                .query((row, n) -> new Discharge(row.getObject("discharged_on", LocalDate.class), row.getString("contact"), row.getString("contact_name"),
                        row.getString("contact_phone"), Objects.requireNonNullElse(row.getString("to_clinician"), ""),
                        Objects.requireNonNullElse(row.getString("to_team"), ""))).optional();
    }

    /** Hands the person over to another service with a summary and ends the case; for the specialist and the team leader. */
    public void handOver(Handover what, Actor actor) {
        var referral = caseload.workedOnBy(what.referralRef(), actor);
        dates.past("handedOn", what.on(), referral);
        int written = jdbc.sql("""
                        insert into handover (referral_ref, to_service, summary, handed_on, recorded_by, recorded_at) values (?, ?, ?, ?, ?, ?)
                        on conflict do nothing""")
                .params(what.referralRef(), what.toService().strip(), what.summary().strip(), what.on(), actor.username(), dates.now()).update();
        if (written == 0) {
            throw new Problem.Stale("This person has been handed over already");
        }
        audit.record(what.referralRef(), actor, Area.PATHWAY, "handover.written", "", what.on().toString());
        referrals.endEarly(what.referralRef(), EndReason.TRANSFERRED, what.on(), actor);
    }

    /** What the next service was told; empty when nobody was handed over. For whoever may see the referral. */
    @Transactional(readOnly = true)
    public Optional<Handover> handover(String referralRef) {
        return jdbc.sql("select * from handover where referral_ref = ?").param(referralRef)
                .query((row, n) -> new Handover(row.getString("referral_ref"), row.getString("to_service"), row.getString("summary"),
                        row.getObject("handed_on", LocalDate.class), row.getString("recorded_by"))).optional();
    }

    /** Nothing is planned with, asked of or kept half-filled about a person whose case has ended; after a death nobody is reminded either. */
    @EventListener
    void ended(ReferralEnded event) {
        var ref = event.referralRef();
        int cancelled = jdbc.sql("""
                        update appointment set outcome = 'CANCELLED_BY_US', recorded_by = 'system', recorded_at = ?
                        where referral_ref = ? and outcome = 'PLANNED'""").params(dates.now(), ref).update();
        if (cancelled > 0) {
            audit.record(ref, Actor.system(), Area.WORK, "appointment.cancelled-by-us", "the case has ended", "");
        }
        drafts.dropAbout(ref);
        if (event.reason().equals(EndReason.DIED.code())) {
            notifications.hush(ref);
        }
    }
}
