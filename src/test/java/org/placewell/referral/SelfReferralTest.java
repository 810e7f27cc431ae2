package org.placewell.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.support.ModelCoverage;
import org.placewell.support.PlacewellTest;
import org.placewell.support.ProcessDriver;
import org.placewell.support.Referring;
import org.placewell.support.Visitor;
import org.placewell.support.World.Service;
import org.placewell.support.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody asks for support themselves; the named clinician follows it and is asked to confirm. */
@PlacewellTest
class SelfReferralTest {

    @Autowired
    World world;
    @Autowired
    MovableClock clock;
    @Autowired
    ProcessDriver driver;
    @Autowired
    SelfReferrals selfReferrals;
    @Autowired
    Referrals referrals;
    @Autowired
    JdbcClient jdbc;
    @LocalServerPort
    int port;

    private Service service;

    @BeforeAll
    static void forget() {
        ModelCoverage.start("self-referral-reminder");
    }

    @BeforeEach
    void monday() {
        clock.stopAt(LocalDate.of(2026, 3, 2));
        service = world.under("mhep-haringey-barnet");
    }

    @Test
    @DisplayName("Written down by the team, waiting for triage like every other referral; the clinician confirms and adds what helps")
    void confirmed() {
        var leader = Visitor.at(port, service.leader());
        assertThat(leader.get("/do/selfReferral/new?page=1").text()).contains("Clinic " + service.number(), "clinician " + service.number());
        var ref = selfReferrals.submit(Referring.someone(service), service.clinician().username(), service.leader());
        driver.runDue(ref);
        assertThat(leader.get("/tasks/" + driver.open("triageReferral", ref).taskId()).text()).contains("Self-referral", "has not answered yet");
        assertThat(messages(service.clinician().username(), ref)).containsExactly("selfReferralToConfirm");
        var clinician = Visitor.at(port, service.clinician());
        assertThat(clinician.get("/referrals/" + ref).text()).contains("has referred themselves and named you");
        clinician.get("/do/confirmReferral/" + ref);
        assertThat(clinician.post("/do/confirmReferral/" + ref, "_action", "send", "confirmed", "yes", "clinicalReason",
                "Steady since summer").status())
                .isEqualTo(302);
        assertThat(referrals.health(ref, service.leader()).clinicalReason()).isEqualTo("Steady since summer");
        assertThat(selfReferrals.find(ref)).hasValueSatisfying(self -> assertThat(self.confirmed()).isTrue());
        assertThat(clinician.get("/do/confirmReferral/" + ref).status()).isEqualTo(409);
        assertThat(clinician.get("/referrals/" + ref).text()).doesNotContain("has referred themselves");
    }

    @Test
    @DisplayName("A clinician who has not answered is reminded once after the contract's days, then the leader hears of it; an answer or the end of the case ends the reminder")
    void reminded() {
        var silent = selfReferrals.submit(Referring.someone(service), service.clinician().username(), service.leader());
        var answered = selfReferrals.submit(Referring.someone(service), service.clinician().username(), service.leader());
        var ended = selfReferrals.submit(Referring.someone(service), service.clinician().username(), service.leader());
        List.of(silent, answered, ended).forEach(driver::runDue);
        selfReferrals.answer(answered, true, "", "", service.clinician());
        referrals.endEarly(ended, EndReason.WITHDREW, clock.today(), service.leader());
        var last = selfReferrals.remindAfter(silent);
        driver.letTimePass(last, silent);
        assertThat(messages(service.clinician().username(), silent)).doesNotContain("selfReferralReminder");
        List.of(silent, answered, ended).forEach(ref -> driver.letTimePass(last.plusDays(1), ref));
        assertThat(messages(service.clinician().username(), silent)).contains("selfReferralToConfirm", "selfReferralReminder");
        var limit = selfReferrals.tellLeaderAfter(silent);
        assertThat(limit).isAfter(last);
        driver.letTimePass(limit, silent);
        assertThat(messages(service.leader().username(), silent)).doesNotContain("selfReferralUnanswered");
        driver.letTimePass(limit.plusDays(1), silent);
        assertThat(messages(service.leader().username(), silent)).containsOnlyOnce("selfReferralUnanswered");
        assertThat(driver.runs(silent)).doesNotContain("self-referral-reminder");
        List.of(answered, ended).forEach(ref -> assertThat(messages(service.clinician().username(), ref)).doesNotContain("selfReferralReminder"));
        ModelCoverage.assertComplete("self-referral-reminder");
    }

    @Test
    @DisplayName("What people say of languages, wishes and background is asked when they refer themselves, too")
    void about() {
        var page = Visitor.at(port, service.leader()).get("/do/selfReferral/new?page=3").text();
        assertThat(page).contains("About them, if they like", "Which language would they rather speak", "Somali");
    }

    @Test
    @DisplayName("A clinician of another team cannot be named, another team's service not chosen, and nobody refers without the person's word")
    void refused() {
        var other = world.under("mhep-haringey-barnet");
        assertThatThrownBy(() -> selfReferrals.submit(Referring.someone(service), other.clinician().username(), service.leader()))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.field()).isEqualTo("clinician"));
        assertThatThrownBy(() -> selfReferrals.submit(Referring.someone(other), other.clinician().username(), service.leader()))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.field()).isEqualTo("service"));
        var said = Referring.someone(service);
        var silent = new NewReferral(said.contractRef(), said.clinicalTeam(), said.who(), said.work(), said.health(),
                new ReferralView.Consents(false, false, false));
        assertThatThrownBy(() -> selfReferrals.submit(silent, service.clinician().username(), service.specialist()))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.field()).isEqualTo("consentReferral"));
    }

    @Test
    @DisplayName("A clinician who was not named cannot answer")
    void notNamed() {
        var ref = selfReferrals.submit(Referring.someone(service), service.clinician().username(), service.specialist());
        driver.runDue(ref);
        var other = world.under("mhep-haringey-barnet");
        assertThat(Visitor.at(port, other.clinician()).get("/do/confirmReferral/" + ref).status()).isEqualTo(404);
        assertThatThrownBy(() -> selfReferrals.answer(ref, true, "", "", other.clinician())).isInstanceOf(Problem.NotFound.class);
    }

    private List<String> messages(String username, String ref) {
        return jdbc.sql("select template from message where username = ? and case_ref = ? order by id").params(username, ref)
                .query(String.class).list();
    }
}
