package org.placewell.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.audit.AuditEntry;
import org.placewell.audit.AuditTrail;
import org.placewell.referral.NewReferral.Who;
import org.placewell.referral.ReferralView.Consents;
import org.placewell.security.Actor;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.support.PlacewellTest;
import org.placewell.support.Referring;
import org.placewell.support.World;
import org.placewell.support.World.Service;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of a referral at submission, and who sees it afterwards. */
@PlacewellTest
class SubmissionTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Autowired
    World world;

    @Autowired
    MovableClock clock;

    @Autowired
    Referring referring;

    @Autowired
    Referrals referrals;

    @Autowired
    Tracker tracker;

    @Autowired
    FormerContacts former;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient jdbc;

    private Service service;

    @BeforeEach
    void monday() {
        clock.stopAt(MONDAY);
        service = world.under("mhep-haringey-barnet");
    }

    @Test
    @DisplayName("A referral is pinned to the contract version of its day and tells its referrer what happens next by when")
    void submitted() {
        var ref = referring.refer(service);
        var line = tracker.one(ref, service.clinician());
        assertThat(ref).matches("R-[0-9A-Z]{7}");
        assertThat(line.referral().contractVersion()).isEqualTo(1);
        assertThat(line.referral().referredOn()).isEqualTo(MONDAY);
        assertThat(line.referral().team()).isEqualTo(service.team());
        assertThat(line.standing().byWhen()).isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(audit.of(ref)).extracting(AuditEntry::action).startsWith("referral.submitted");
        assertThat(audit.of(ref).get(0).rule()).isEqualTo("mhep-haringey-barnet version 1");
    }

    @Test
    @DisplayName("Bad input names its field and leaves nothing behind")
    void badInput() {
        var who = Referring.someone(service).who();
        refused(with(who.nhsNumber().substring(0, 9) + (who.nhsNumber().charAt(9) == '0' ? '1' : '0'), who.birthDate()), "nhsNumber", "nhs-number-check");
        refused(with("999", who.birthDate()), "nhsNumber", "nhs-number-length");
        refused(with(who.nhsNumber(), MONDAY.plusDays(1)), "birthDate", "future-date");
        refused(with(who.nhsNumber(), null), "birthDate", "future-date");
        refused(with(who.nhsNumber(), MONDAY.minusYears(10)), "birthDate", "too-young");
        refused(with(who.nhsNumber(), MONDAY.minusYears(101)), "birthDate", "too-old");
        var good = Referring.someone(service);
        refused(new NewReferral("no-such-contract", good.clinicalTeam(), good.who(), good.work(), good.health(), good.consents()), "service", "unknown-service");
        var other = world.under("mhep-haringey-barnet");
        refused(new NewReferral(good.contractRef(), other.clinicalTeam(), good.who(), good.work(), good.health(), good.consents()), "service",
                "unknown-service");
        refused(new NewReferral(good.contractRef(), good.clinicalTeam(), good.who(), good.work(), good.health(), new Consents(false, true, true)),
                "consentReferral", "no-consent");
        assertThat(referrals.referredBy(service.clinician())).isEmpty();
        assertThat(jdbc.sql("select count(*) from person where nhs_number in (?, ?)").params(who.nhsNumber(), good.who().nhsNumber())
                .query(Long.class).single()).isZero();
    }

    @Test
    @DisplayName("A second referral of a person with an open one is refused with the way on; after the end it is welcome")
    void alreadyOpen() {
        var someone = Referring.someone(service);
        var first = referring.refer(service, someone);
        refused(someone, "nhsNumber", "already-open");
        referrals.endEarly(first, EndReason.WITHDREW, MONDAY, service.clinician());
        assertThat(referring.refer(service, someone)).isNotEqualTo(first);
    }

    @Test
    @DisplayName("A later referral's telephone number stands, and the one before stays readable for those who may see the referral")
    void reachedBefore() {
        var someone = Referring.someone(service);
        var who = someone.who();
        var first = referrals.submit(someone, service.clinician());
        referrals.endEarly(first, EndReason.WITHDREW, MONDAY, service.clinician());
        var second = referrals.submit(Referring.someone(service, new Who(who.nhsNumber(), "", who.givenName(), who.familyName(), who.birthDate(),
                "01632 960777", "r@example.org", "Haringey")), service.clinician());
        assertThat(referrals.get(first).person()).returns("01632 960777", ReferralView.Person::phone).returns("r@example.org", ReferralView.Person::email);
        assertThat(former.of(second, service.leader())).extracting(FormerContacts.Former::way).containsExactly(who.phone());
        assertThatThrownBy(() -> former.of(second, service.finance())).isInstanceOf(Problem.NotFound.class);

        var same = referrals.get(second).person();
        referrals.correctPerson(second, new PersonDetails(same.givenName(), same.familyName(), "", ""), same.version(), service.leader());
        assertThat(former.of(second, service.leader())).extracting(FormerContacts.Former::way).containsExactly("01632 960777", "r@example.org", who.phone());
    }

    @Test
    @DisplayName("An NHS number that belongs to another birth date is asked about, not overwritten")
    void otherBirthDate() {
        var someone = Referring.someone(service);
        referring.refer(service, someone);
        refused(with(someone.who().nhsNumber(), someone.who().birthDate().plusDays(1)), "nhsNumber", "nhs-number-birth-date");
    }

    @Test
    @DisplayName("Many people refer the same person at once: one referral, the others are told")
    void atOnce() throws Exception {
        var someone = Referring.someone(service);
        int people = 6;
        var barrier = new CyclicBarrier(people);
        var pool = Executors.newFixedThreadPool(people);
        try {
            var tries = new ArrayList<Callable<String>>();
            for (int i = 0; i < people; i++) {
                tries.add(() -> {
                    barrier.await();
                    try {
                        return referrals.submit(someone, service.clinician());
                    } catch (Problem problem) {
                        return problem.code();
                    }
                });
            }
            var outcomes = new ArrayList<String>();
            for (var done : pool.invokeAll(tries)) {
                outcomes.add(done.get());
            }
            assertThat(outcomes).filteredOn(outcome -> outcome.startsWith("R-")).hasSize(1);
            assertThat(outcomes).filteredOn("already-open"::equals).hasSize(people - 1);
        } finally {
            pool.shutdownNow();
        }
        assertThat(jdbc.sql("select count(*) from person where nhs_number = ?").param(someone.who().nhsNumber()).query(Long.class).single()).isOne();
    }

    @Test
    @DisplayName("An id alone opens nothing: other clinicians, specialists, leaders and the money roles find no such referral")
    void scope() {
        var ref = referring.refer(service);
        var other = world.under("mhep-haringey-barnet");
        for (Actor stranger : List.of(other.clinician(), other.leader(), other.specialist(), service.specialist(), service.validator(), service.finance())) {
            assertThatThrownBy(() -> referrals.visible(ref, stranger)).as(stranger.username()).isInstanceOf(Problem.NotFound.class);
            assertThatThrownBy(() -> referrals.health(ref, stranger)).as(stranger.username()).isInstanceOf(Problem.NotFound.class);
            assertThatThrownBy(() -> tracker.one(ref, stranger)).as(stranger.username()).isInstanceOf(Problem.NotFound.class);
            assertThatThrownBy(() -> referrals.endEarly(ref, EndReason.WITHDREW, MONDAY, stranger)).isInstanceOf(Problem.NotFound.class);
        }
        assertThat(referrals.visible(ref, service.leader()).ref()).isEqualTo(ref);
        assertThatThrownBy(() -> referrals.submit(Referring.someone(service), service.leader())).isInstanceOf(Problem.Forbidden.class);
    }

    @Test
    @DisplayName("A person is corrected by those who work on the case; who saw an older version is told, and the audit has no values")
    void corrected() {
        var ref = referring.refer(service);
        var before = referrals.correctable(ref, service.leader()).person();
        var right = new PersonDetails("Robyn", before.familyName(), before.phone(), "robyn@example.org");
        referrals.correctPerson(ref, right, before.version(), service.leader());
        assertThatThrownBy(() -> referrals.correctPerson(ref, right, before.version(), service.leader())).isInstanceOf(Problem.Stale.class)
                .hasMessageContaining("save again");
        assertThatThrownBy(() -> referrals.correctPerson(ref, right, 1, service.clinician())).isInstanceOf(Problem.Forbidden.class);
        assertThatThrownBy(() -> referrals.correctPerson(ref, right, 1, service.specialistB())).isInstanceOf(Problem.NotFound.class);
        var after = referrals.get(ref).person();
        assertThat(after.givenName()).isEqualTo("Robyn");
        assertThat(after.birthDate()).isEqualTo(before.birthDate());
        assertThat(after.version()).isEqualTo(before.version() + 1);
        assertThat(audit.of(ref)).filteredOn(line -> line.action().equals("referral.person-corrected")).extracting(line -> line.detail())
                .containsExactly("givenName email");
    }

    @Test
    @DisplayName("Each consent can be changed alone, and the newest word counts")
    void consents() {
        var ref = referring.refer(service);
        referrals.changeConsents(ref, false, true, service.clinician());
        assertThat(referrals.get(ref).consents()).isEqualTo(new Consents(true, false, true));
        referrals.changeConsents(ref, true, false, service.leader());
        assertThat(referrals.get(ref).consents()).isEqualTo(new Consents(true, true, false));
    }

    @Test
    @DisplayName("No name and no number reaches the engine's variables or the audit record")
    void noPersonalData() {
        var someone = Referring.someone(service);
        var ref = referring.refer(service, someone);
        var name = "%" + someone.who().familyName() + "%";
        assertThat(jdbc.sql("select count(*) from act_ru_variable where text_ like ? or text_ like ?").params(name, "%" + someone.who().nhsNumber() + "%")
                .query(Long.class).single()).isZero();
        assertThat(audit.of(ref)).noneMatch(line -> line.toString().contains(someone.who().familyName()));
        assertThat(jdbc.sql("select name_ from act_ru_variable v join act_ru_execution e on e.id_ = v.proc_inst_id_ where e.business_key_ = ?").param(ref)
                .query(String.class).list()).isSubsetOf(List.copyOf(Map.of("referralRef", 1, "possibleDuplicate", 1, "eligibility", 1).keySet()));
    }

    private NewReferral with(String number, LocalDate born) {
        return Referring.someone(service, new Who(number, "", "Robin", "Nobody", born, "", "", "Haringey"));
    }

    private void refused(NewReferral referral, String field, String code) {
        assertThatThrownBy(() -> referrals.submit(referral, service.clinician())).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.field()).isEqualTo(field);
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.getMessage()).hasSizeGreaterThan(20);
        });
    }
}
