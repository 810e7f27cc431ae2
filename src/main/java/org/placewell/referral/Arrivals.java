package org.placewell.referral;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Optional;
import org.placewell.contract.Contracts;
import org.placewell.security.Actor;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.shared.References;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes over referrals that began elsewhere: each is written as it stands, its steps with their true days. The caller starts what
 * follows and writes the audit.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Arrivals {

    private static final String DETAIL = "brought in";
    private final JdbcClient jdbc;
    private final PersonRows people;
    private final ReferralStore store;
    private final Sounds sounds;
    private final AboutStore abouts;
    private final References references;
    private final Contracts contracts;
    private final MovableClock clock;

    Arrivals(JdbcClient jdbc, PersonRows people, ReferralStore store, Sounds sounds, AboutStore abouts, References references, Contracts contracts,
            MovableClock clock) {
        this.abouts = abouts;
        this.jdbc = jdbc;
        this.people = people;
        this.store = store;
        this.sounds = sounds;
        this.references = references;
        this.contracts = contracts;
        this.clock = clock;
    }

    /** When the referral came over; empty for one that began here. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<Arrival> of(String ref) {
        return jdbc.sql("select brought_on, claims_from, team_speaks from brought_in where referral_ref = ?").param(ref)
                .query((row, n) -> new Arrival(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class), row.getBoolean(3))).optional();
    }

    /**
     * The first day of the wait of somebody whom triage has accepted: that of the acceptance; of a referral that was brought in undecided that of
     * the referral, for what the earlier service took must not be lost.
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public LocalDate waitsSince(ReferralView referral) {
        return of(referral.ref()).isPresent() ? referral.referredOn() : referral.acceptedOn();
    }

    /** The day from which the house's own deadlines count, where something began on a day: not before the referral came over. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public LocalDate notBefore(String ref, LocalDate began) {
        return of(ref).map(Arrival::broughtOn).filter(day -> day.isAfter(began)).orElse(began);
    }

    /**
     * Writes a referral with its person, consents and steps, pinned to the version in force on its day.
     *
     * @return the public reference; empty when the row has been brought in before
     * @throws Problem when the person has an open referral to the contract already, or number and birth date do not go together
     */
    public Optional<String> take(BroughtIn what, Actor actor) {
        var ref = references.referral();
        // The unique index decides between two nodes, two files, two clicks: the later one waits here for the first and then finds its row.
        if (jdbc.sql("""
                        insert into brought_in (referral_ref, contract_ref, row_key, brought_on, claims_from, brought_by, team_speaks)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (contract_ref, row_key) do nothing""")
                .params(ref, what.contractRef(), what.rowKey(), clock.today(), what.claimsFrom(), actor.username(), what.referrer().isEmpty()).update() == 0) {
            return Optional.empty();
        }
        long person = person(what.who());
        abouts.fill(person, what.about());
        insert(ref, person, what, actor);
        jdbc.sql("insert into referral_health (referral_ref, condition_group, clinical_reason, risk_notes) values (?, ?, '', '')")
                .params(ref, what.conditionGroup()).update();
        jdbc.sql("""
                        insert into referral_consent (referral_ref, kind, given, recorded_at, recorded_by)
                        values (:ref, 'REFERRAL', true, :at, :me), (:ref, 'EVIDENCE', :evidence, :at, :me),
                            (:ref, 'EMPLOYERS', :employers, :at, :me)""")
                .param("ref", ref).param("at", beginOf(what.consentOn())).param("me", actor.username()).param("evidence", what.evidence())
                .param("employers", what.employers()).update();
        step(ref, what.referredOn(), ReferralStatus.RECEIVED, actor);
        if (what.acceptedOn() != null) {
            step(ref, what.acceptedOn(), ReferralStatus.WAITING, actor);
        }
        if (what.supportSince() != null) {
            step(ref, what.supportSince(), ReferralStatus.IN_SUPPORT, actor);
        }
        return Optional.of(ref);
    }

    private void insert(String ref, long person, BroughtIn what, Actor actor) {
        int version = contracts.versionInForce(what.contractRef(), what.referredOn());
        if (jdbc.sql("""
                        insert into referral (ref, person_id, contract_ref, contract_version, clinical_team_id, team_id, referrer_username,
                            specialist_username, status, received_at, referred_on, accepted_on, area, work_wish, out_of_work, benefits,
                            hours_wanted, last_worked, job_soon)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (person_id, contract_ref) where status in ('RECEIVED', 'WITH_REFERRER', 'WAITING', 'OFFERED', 'IN_SUPPORT')
                        do nothing""")
                .params(ref, person, what.contractRef(), version, what.clinicalTeam(), what.team(),
                        what.referrer().isEmpty() ? actor.username() : what.referrer(), what.specialist(), what.status().name(),
                        beginOf(what.referredOn()), what.referredOn(), what.acceptedOn(), what.who().area(), what.work().wish(),
                        what.work().outOfWork(), what.work().benefits(), what.work().hoursWanted(), what.work().lastWorked(), what.work().jobSoon())
                .update() == 0) {
            throw Problem.of("already-open", "This person already has an open referral to this service");
        }
    }

    private void step(String ref, LocalDate on, ReferralStatus status, Actor actor) {
        jdbc.sql("insert into referral_event (referral_ref, at, status, actor, detail) values (?, ?, ?, ?, ?)")
                .params(ref, beginOf(on), status.name(), actor.username(), DETAIL).update();
    }

    private long person(NewReferral.Who who) {
        if (who.nhsNumber().isEmpty()) {
            long added = jdbc.sql("""
                            insert into person (no_number_reason, given_name, family_name, birth_date, phone, email)
                            values (?, ?, ?, ?, nullif(?, ''), nullif(?, '')) returning id""")
                    .params(who.noNumberReason(), who.givenName(), who.familyName(), who.birthDate(), who.phone(), who.email())
                    .query(Long.class).single();
            sounds.keep(added, who.givenName(), who.familyName());
            return added;
        }
        boolean added = people.add(who.nhsNumber(), who.givenName(), who.familyName(), who.birthDate(), who.phone(), who.email()) == 1;
        var known = people.findByNhsNumber(who.nhsNumber());
        if (added) {
            sounds.keep(known.id(), who.givenName(), who.familyName());
            return known.id();
        }
        if (!known.birthDate().equals(who.birthDate())) {
            throw Problem.of("nhs-number-birth-date",
                    "The NHS number and the birth date do not go together. Check both against a letter from the NHS");
        }
        long stands = store.standing(known.id());
        people.reachIfUnknown(stands, who.phone(), who.email());
        return stands;
    }

    private static Timestamp beginOf(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(MovableClock.LONDON).toInstant());
    }
}
