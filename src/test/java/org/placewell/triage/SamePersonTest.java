package org.placewell.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.referral.NewReferral.Who;
import org.placewell.referral.ReferralStatus;
import org.placewell.referral.Referrals;
import org.placewell.referral.SamePerson;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.support.AtOnce;
import org.placewell.support.PlacewellTest;
import org.placewell.support.ProcessDriver;
import org.placewell.support.Referring;
import org.placewell.support.Visitor;
import org.placewell.support.World;
import org.placewell.support.World.Service;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two records of one person become one and can be separated again; nothing is lost on either way. */
@PlacewellTest
class SamePersonTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Autowired
    World world;
    @Autowired
    MovableClock clock;
    @Autowired
    ProcessDriver driver;
    @Autowired
    Referring referring;
    @Autowired
    Referrals referrals;
    @Autowired
    SamePerson samePerson;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Duplicates duplicates;
    @Autowired
    PlatformTransactionManager transactions;
    @LocalServerPort
    int port;

    private Service service;

    @BeforeEach
    void monday() {
        clock.stopAt(MONDAY);
        service = world.under("mhep-haringey-barnet");
    }

    @Test
    @DisplayName("A duplicate under another NHS number: this one closes, the records become one, and a third referral by the old number follows")
    void otherNumber() {
        var first = Referring.someone(service).who();
        var earlier = referring.refer(service, Referring.someone(service, first));
        var again = retyped(first, "Robyn", first.familyName());
        var later = referring.refer(service, Referring.someone(service, again));
        assertThat(driver.waitsAt(later)).containsExactly("decideDuplicate");
        long other = referrals.get(later).person().id();
        driver.submit("decideDuplicate", later, Map.of("duplicateDecision", "same", "earlierReferral", earlier, "rightRecord", "earlier"),
                service.leader());
        assertThat(referrals.get(later).status()).isEqualTo(ReferralStatus.DUPLICATE);
        assertThat(referrals.get(later).person().id()).isEqualTo(referrals.get(earlier).person().id()).isNotEqualTo(other);
        assertThat(samePerson.of(earlier)).singleElement().satisfies(join -> {
            assertThat(join.referrals()).containsExactly(later);
            assertThat(join.name()).startsWith("Robyn");
            assertThat(join.stands()).isTrue();
        });
        assertThatThrownBy(() -> referring.refer(service, Referring.someone(service, again))).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.code()).isEqualTo("already-open"));
    }

    @Test
    @DisplayName("An ended referral of a like-sounding record is found; joined, both histories are reachable; separated, each has its own again")
    void joinedAndSeparated() {
        var first = Referring.someone(service).who();
        var earlier = referring.refer(service, Referring.someone(service, first));
        driver.submit("triageReferral", earlier, Map.of("decision", "handBack", "reason", "personDoesNotWant", "advice",
                "Come back whenever the person wants to work"), service.leader());
        var later = referring.refer(service, Referring.someone(service, retyped(first, "Robyn", first.familyName() + "e")));
        driver.submit("decideDuplicate", later, Map.of("duplicateDecision", "samePerson", "earlierReferral", earlier, "rightRecord", "this"),
                service.leader());
        assertThat(driver.waitsAt(later)).containsExactly("triageReferral");
        assertThat(referrals.get(earlier).person().name()).isEqualTo(referrals.get(later).person().name()).startsWith("Robyn");

        var leader = Visitor.at(port, service.leader());
        assertThat(leader.get("/clients/" + later).text()).contains("Other records of this person", earlier, "Found at triage");
        assertThat(leader.get("/do/separateRecords/" + later).text()).contains("Separate joined records", earlier);
        assertThat(leader.post("/do/separateRecords/" + later, "_action", "send", "join", String.valueOf(samePerson.of(later).get(0).id()), "reason",
                "Two cousins; both came to the desk").status()).isEqualTo(302);
        assertThat(referrals.get(earlier).person().id()).isNotEqualTo(referrals.get(later).person().id());
        assertThat(referrals.get(earlier).person().name()).startsWith("Robin");
        assertThat(leader.get("/clients/" + earlier).text()).contains("Separated again", "Two cousins");
        assertThat(leader.get("/do/separateRecords/" + later).status()).isEqualTo(409);
        assertThat(jdbc.sql("select action from audit_event where stream = ? and action like 'referral.records%' order by position").param(earlier)
                .query(String.class).list()).containsExactly("referral.records-joined", "referral.records-separated");
    }

    @Test
    @DisplayName("What the standing record does not know of languages, wishes and background comes from the other one, and goes back with it")
    void answersFollow() {
        var earlier = referring.refer(service);
        var later = referring.refer(service);
        driver.submit("triageReferral", earlier, Map.of("decision", "handBack", "reason", "otherService", "advice", "The service in Enfield has room"),
                service.leader());
        jdbc.sql("update person set ethnicity = 'N', sex = 'female', languages = '{so}' where id = ?").param(referrals.get(earlier).person().id()).update();
        jdbc.sql("update person set ethnicity = 'P', contact_by = 'text' where id = ?").param(referrals.get(later).person().id()).update();
        samePerson.join(later, earlier, false, "The same voice", service.leader());
        assertThat(said(later)).isEqualTo("P female {so} text");
        samePerson.separate(later, samePerson.of(later).get(0).id(), "Two cousins; both came to the desk", service.leader());
        assertThat(said(later)).isEqualTo("P - {} text");
        assertThat(said(earlier)).isEqualTo("N female {so} -");
        assertThat(jdbc.sql("select answers from person_merge_answers a join person_merge m on m.id = a.merge_id where m.decided_at = ?").param(later)
                .query((row, n) -> List.of((String[]) row.getArray(1).getArray())).single()).as("the questions, never the answers").containsExactly("sex", "languages");
    }

    private String said(String ref) {
        return jdbc.sql("select concat_ws(' ', coalesce(ethnicity, '-'), coalesce(sex, '-'), languages, coalesce(contact_by, '-')) from person where id = ?")
                .param(referrals.get(ref).person().id()).query(String.class).single();
    }

    @Test
    @DisplayName("Two open referrals to one service are not joined under the person's feet; an unknown or own reference is told beside the field")
    void refused() {
        var one = referring.refer(service);
        var two = referring.refer(service);
        assertThatThrownBy(() -> samePerson.join(one, two, false, "The same voice", service.leader())).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.code()).isEqualTo("both-open"));
        assertThatThrownBy(() -> samePerson.join(one, one, false, "The same voice", service.leader())).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.code()).isEqualTo("same-record"));
        var elsewhere = referring.refer(world.under("mhep-haringey-barnet"));
        assertThatThrownBy(() -> samePerson.join(one, elsewhere, false, "The same voice", service.leader())).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.field()).isEqualTo("other"));
        assertThatThrownBy(() -> samePerson.join(one, two, false, "The same voice", service.specialist())).isInstanceOf(Problem.Forbidden.class);
    }

    @Test
    @DisplayName("Whom a leader has told apart is not asked about a second time")
    void toldApart() {
        var first = Referring.someone(service).who();
        var one = referring.refer(service, Referring.someone(service, first));
        var cousin = retyped(first, first.givenName(), first.familyName());
        var two = referring.refer(service, Referring.someone(service, cousin));
        driver.submit("decideDuplicate", two, Map.of("duplicateDecision", "different"), service.leader());
        driver.submit("triageReferral", two, Map.of("decision", "handBack", "reason", "otherService", "advice", "The service in Enfield has room"),
                service.leader());
        var again = referring.refer(service, Referring.someone(service, cousin));
        assertThat(driver.waitsAt(again)).containsExactly("triageReferral");
        assertThat(referrals.get(one).status()).isEqualTo(ReferralStatus.RECEIVED);
    }

    @Test
    @DisplayName("Eight people join the same two records at once: one join, one history")
    void atOnce() throws Exception {
        var one = referring.refer(service);
        var two = referring.refer(service);
        driver.submit("triageReferral", two, Map.of("decision", "handBack", "reason", "otherService", "advice", "The service in Enfield has room"),
                service.leader());
        AtOnce.run(8, IntStream.range(0, 8).<Callable<Boolean>>mapToObj(n -> () ->
                samePerson.joinFound(one, two, n % 2 == 0, "The same voice", service.leader())).toList());
        assertThat(samePerson.of(one)).hasSize(1);
        assertThat(referrals.get(one).person().id()).isEqualTo(referrals.get(two).person().id());
    }

    @Test
    @DisplayName("Among a hundred thousand people the search still takes moments")
    void fast() {
        var ref = referring.refer(service);
        var transaction = new TransactionTemplate(transactions);
        var millis = transaction.execute(status -> {
            status.setRollbackOnly();
            // A plan made for a nearly empty table would look for each key from end to end.
            jdbc.sql("discard plans").update();
            jdbc.sql("""
                            with added as (insert into person (no_number_reason, given_name, family_name, birth_date)
                                select 'notKnown', 'Robin', 'N' || n, date '1950-01-01' + n % 18000 from generate_series(1, 100000) n returning id)
                            insert into person_sound select id, 'SOUND ' || id % 20000 from added""").update();
            var referral = referrals.get(ref);
            return IntStream.range(0, 9).mapToLong(n -> {
                long began = System.nanoTime();
                assertThat(duplicates.search(referral)).isFalse();
                return (System.nanoTime() - began) / 1_000_000;
            }).sorted().skip(4).findFirst().getAsLong();
        });
        System.out.println("Looking for duplicates among 100,000 people: " + millis + " ms (median of nine)");
        assertThat(millis).isLessThan(500);
    }

    private static Who retyped(Who who, String given, String family) {
        return new Who(Referring.nhsNumber(), "", given, family, who.birthDate(), "", "", who.area());
    }
}
