package org.placewell.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.referral.EndReason;
import org.placewell.referral.PersonDetails;
import org.placewell.referral.ReferralFacts;
import org.placewell.referral.Referrals;
import org.placewell.shared.MovableClock;
import org.placewell.support.PlacewellTest;
import org.placewell.support.ProcessDriver;
import org.placewell.support.Referring;
import org.placewell.support.Visitor;
import org.placewell.support.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A corrected date of birth runs the decision again that was made by the wrong age. */
@PlacewellTest
class EligibilityAgainTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    @Autowired World world;
    @Autowired Referring referring;
    @Autowired Referrals referrals;
    @Autowired ReferralFacts facts;
    @Autowired TransactionTemplate transaction;
    @Autowired Triage triage;
    @Autowired ProcessDriver driver;
    @Autowired MovableClock clock;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;
    World.Service service;

    @BeforeEach
    void monday() {
        clock.stopAt(MONDAY);
        service = world.under("mhep-haringey-barnet");
    }

    @Test
    @DisplayName("Somebody who turns out to be too young is outside the contract on the leader's page and the leader hears of it; another name changes nothing")
    void age() {
        var ref = referring.refer(service);
        driver.runDue(ref);
        var person = referrals.get(ref).person();
        referrals.correctPerson(ref, new PersonDetails("Robyn", person.familyName(), person.phone(), person.email()), person.version(), service.leader());
        assertThat(asked(ref)).isZero();
        assertThat(Visitor.at(port, service.leader()).get("/tasks/" + driver.open("triageReferral", ref).taskId()).text()).contains("Fits the contract");

        correct(ref, MONDAY.minusYears(16));
        assertThat(asked(ref)).isOne();
        assertThat(Visitor.at(port, service.leader()).get("/tasks/" + driver.open("triageReferral", ref).taskId()).text()).contains("Outside the contract")
                .doesNotContain("Fits the contract");
        assertThat(told(ref)).isOne();

        correct(ref, MONDAY.minusYears(40));
        correct(ref, MONDAY.minusYears(41));
        assertThat(asked(ref)).isEqualTo(3);
        assertThat(told(ref)).as("the same answer is no news").isEqualTo(2);
    }

    @Test
    @DisplayName("Facts put right before triage has looked: what triage finds afterwards is what its page shows, once")
    void beforeTriage() {
        var ref = referrals.submit(Referring.someone(service), service.clinician());
        correct(ref, MONDAY.minusYears(40));
        assertThat(asked(ref)).isOne();
        jdbc.sql("update person set birth_date = ? where id = ?").params(MONDAY.minusYears(16), referrals.get(ref).person().id()).update();
        driver.runDue(ref);
        if (driver.isOpen("decideDuplicate", ref)) {
            driver.submit("decideDuplicate", ref, Map.of("duplicateDecision", "different"), service.leader());
        }
        assertThat(Visitor.at(port, service.leader()).get("/tasks/" + driver.open("triageReferral", ref).taskId()).text()).contains("Outside the contract")
                .doesNotContain("Fits the contract");
        assertThat(asked(ref)).isEqualTo(2);
        triage.checkEligibility(ref);
        assertThat(asked(ref)).as("asked again, nothing new").isEqualTo(2);
        assertThat(told(ref)).as("triage's own finding is on its page").isZero();
    }

    @Test
    @DisplayName("Nobody is told to look at a record that is closed, as that of somebody who has died")
    void closed() {
        var ref = referring.waiting(service);
        assertThat(referrals.get(ref).need()).isEqualTo("medium");
        referrals.endEarly(ref, EndReason.DIED, MONDAY, service.leader());
        correct(ref, MONDAY.minusYears(16));
        transaction.executeWithoutResult(status -> facts.work(ref, true, "overFive", List.of(), false, service.leader()));
        assertThat(asked(ref)).isEqualTo(2);
        assertThat(referrals.get(ref).need()).isEqualTo("higher");
        assertThat(jdbc.sql("select template from message where case_ref = ? and template like '%Changed'").param(ref).query(String.class).list()).isEmpty();
    }

    private void correct(String ref, LocalDate born) {
        transaction.executeWithoutResult(status -> facts.birthDate(ref, born, service.leader()));
    }

    private long asked(String ref) {
        return jdbc.sql("select count(*) from eligibility_again where referral_ref = ?").param(ref).query(Long.class).single();
    }

    private long told(String ref) {
        return jdbc.sql("select count(*) from message where template = 'eligibilityChanged' and case_ref = ? and username = ?")
                .params(ref, service.leader().username()).query(Long.class).single();
    }
}
