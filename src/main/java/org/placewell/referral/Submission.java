package org.placewell.referral;

import java.time.LocalDate;
import java.util.Map;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.contract.Contracts;
import org.placewell.security.Actor;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.placewell.shared.NhsNumber;
import org.placewell.shared.Problem;
import org.placewell.shared.References;
import org.placewell.shared.Words;
import org.placewell.workflow.Processes;
import org.placewell.workflow.Vars;
import org.springframework.stereotype.Component;

/** Takes a new referral in: checks what a form cannot know, finds or makes the person, and lets the database decide who was first. */
@Component
class Submission {

    /** Employment support begins at school-leaving age and has no upper end; beyond these ages a typing mistake is likelier. */
    static final int YOUNGEST = 14;
    static final int OLDEST = 100;

    private final ReferralStore store;
    private final PersonRows people;
    private final AboutStore abouts;
    private final References references;
    private final MovableClock clock;
    private final AuditTrail audit;
    private final Processes processes;
    private final Contracts contracts;
    private final Sounds sounds;

    Submission(ReferralStore store, PersonRows people, AboutStore abouts, References references, MovableClock clock, AuditTrail audit,
            Processes processes, Contracts contracts, Sounds sounds) {
        this.store = store;
        this.people = people;
        this.abouts = abouts;
        this.references = references;
        this.clock = clock;
        this.audit = audit;
        this.processes = processes;
        this.contracts = contracts;
        this.sounds = sounds;
    }

    String submit(NewReferral what, Actor actor) {
        actor.require(Role.CLINICIAN);
        var team = store.route(what.clinicalTeam(), what.contractRef()).orElseThrow(() -> unknownService());
        if (!actor.isSystem() && actor.grants().stream().noneMatch(grant -> grant.role() == Role.CLINICIAN
                && (grant.team() == null || grant.team().equals(what.clinicalTeam())))) {
            throw unknownService();
        }
        return take(what, team, actor.username(), actor);
    }

    /** Takes in what a person asked for themselves, in the name of the clinician whom they named. */
    String take(NewReferral what, String referrer, Actor actor) {
        return take(what, store.route(what.clinicalTeam(), what.contractRef()).orElseThrow(() -> unknownService()), referrer, actor);
    }

    private String take(NewReferral what, String team, String referrer, Actor actor) {
        if (!what.consents().referral()) {
            throw Problem.at("consentReferral", "no-consent", "Ask the person first: a referral needs their agreement");
        }
        checkBirthDate(what.who().birthDate());
        int version = version(what.contractRef());
        long person = person(what.who());
        abouts.add(person, what.about());
        var ref = insert(person, version, team, what, referrer);
        store.insertHealth(ref, what.health());
        var at = clock.instant();
        store.consent(ref, "REFERRAL", true, at, actor);
        store.consent(ref, "EVIDENCE", what.consents().evidence(), at, actor);
        store.consent(ref, "EMPLOYERS", what.consents().employers(), at, actor);
        store.step(ref, at, ReferralStatus.RECEIVED, actor, "");
        audit.record(ref, actor, Area.PATHWAY, "referral.submitted", what.contractRef() + " version " + version, "");
        processes.start("referral-to-outcome", ref, Vars.REFERRAL_REF, Map.of());
        return ref;
    }

    /** The version in force today, for good: later versions do not touch this referral. */
    private int version(String contract) {
        var terms = contracts.inForce(contract, clock.today());
        if (terms.referralsUntil() != null && clock.today().isAfter(terms.referralsUntil())) {
            throw Problem.at("service", "service-closed", "This service took referrals until " + Words.date(terms.referralsUntil())
                    + ". Choose another one, or ask the employment team");
        }
        return terms.version();
    }

    private String insert(long person, int version, String team, NewReferral what, String referrer) {
        while (true) {
            var ref = references.referral();
            if (store.insert(ref, person, version, team, referrer, clock.instant(), clock.today(), what)) {
                return ref;
            }
            if (store.open(person, what.contractRef()).isPresent()) {
                throw Problem.at(what.who().nhsNumber().isBlank() ? "familyName" : "nhsNumber", "already-open",
                        "This person already has an open referral to this service. You do not need to refer again: look under My referrals, "
                                + "or ask the employment team how it stands");
            }
        }
    }

    /** One person per NHS number: two submissions at once meet at the unique index and find the same row. */
    private long person(NewReferral.Who what) {
        if (what.nhsNumber().isBlank()) {
            long added = people.saveAndFlush(new PersonRow(what)).id();
            sounds.keep(added, what.givenName(), what.familyName());
            return added;
        }
        var number = NhsNumber.parse("nhsNumber", what.nhsNumber()).digits();
        if (people.add(number, what.givenName(), what.familyName(), what.birthDate(), what.phone(), what.email()) == 1) {
            sounds.keep(people.findByNhsNumber(number).id(), what.givenName(), what.familyName());
        }
        var known = people.findByNhsNumber(number);
        if (!known.birthDate().equals(what.birthDate())) {
            throw Problem.at("nhsNumber", "nhs-number-birth-date",
                    "The NHS number and the birth date do not belong together in our records. Check both against a letter from the NHS");
        }
        // A number whose record is joined to another one's: the referral goes to the record that stands for both.
        long stands = store.standing(known.id());
        people.reach(stands, what.phone(), what.email());
        return stands;
    }

    void checkBirthDate(LocalDate birthDate) {
        var today = clock.today();
        if (birthDate == null || birthDate.isAfter(today)) {
            throw Problem.at("birthDate", "future-date", "The date of birth must be in the past");
        }
        if (birthDate.isAfter(today.minusYears(YOUNGEST))) {
            throw Problem.at("birthDate", "too-young", "The person must be at least " + YOUNGEST + " years old. Check the year of birth");
        }
        if (!birthDate.isAfter(today.minusYears(OLDEST + 1))) {
            throw Problem.at("birthDate", "too-old", "The date of birth would make the person more than " + OLDEST + " years old. Check the year");
        }
    }

    private static Problem unknownService() {
        return Problem.at("service", "unknown-service", "Choose one of the services that your team refers to");
    }
}
