package org.placewell.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.claim.MoneyWorld;
import org.placewell.referral.ReferralStatus;
import org.placewell.referral.Referrals;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.support.PlacewellTest;
import org.placewell.support.ProcessDriver;
import org.placewell.support.Referring;
import org.placewell.support.Visitor;
import org.placewell.support.World.Service;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When too many referrals come at once, a team decides them in the order of arrival, and nobody overtakes unrecorded. */
@PlacewellTest
class SurgeTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Autowired
    MoneyWorld money;
    @Autowired
    MovableClock clock;
    @Autowired
    ProcessDriver driver;
    @Autowired
    Referring referring;
    @Autowired
    Referrals referrals;
    @Autowired
    JdbcClient jdbc;
    @LocalServerPort
    int port;

    private Service service;

    @BeforeEach
    void monday() {
        clock.stopAt(MONDAY);
        service = money.withoutOrders(yaml -> yaml.replace("    trial: false\n", "    trial: false\n    service:\n      surge: 2 a week\n"));
    }

    @Test
    @DisplayName("Above the set rate the next ones form the day's batch; one goes before another only with a reason, which is shown")
    void batches() {
        var early = referring.refer(service);
        var second = referring.refer(service);
        assertThat(batch(early)).isEmpty();
        accept(second, "");
        var third = referring.refer(service);
        var fourth = referring.refer(service);
        var fifth = referring.refer(service);
        assertThat(batch(third)).isEqualTo(batch(fifth)).isNotEmpty();
        assertThat(batch(early)).as("undecided when the surge began").isEqualTo(batch(third));
        assertThat(batch(second)).as("decided before it began").isEmpty();
        assertThatThrownBy(() -> accept(third, "")).isInstanceOf(Problem.class).hasMessageContaining(early);
        accept(early, "");

        var leader = Visitor.at(port, service.leader());
        assertThat(List.of(leader.get("/").text(), leader.get("/inbox").text())).allSatisfy(page -> assertThat(page)
                .contains("Surge: 5 referrals to", "in seven days; no more than 2 are expected", "See the batches"));
        assertThat(leader.get("/tasks/" + driver.open("triageReferral", third).taskId()).text()).as("nobody before it").doesNotContain("Why does it go before");
        assertThat(Visitor.at(port, service.clinician()).get("/").text()).doesNotContain("Surge");
        assertThat(leader.get("/tasks/" + driver.open("triageReferral", fifth).taskId()).text()).contains("Surge", third, fourth, "Why does it go before");
        assertThatThrownBy(() -> accept(fifth, "")).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.field()).isEqualTo("overtakeReason");
            assertThat(problem).hasMessageContaining(third).hasMessageContaining("2 in all");
        });
        assertThatThrownBy(() -> jdbc.sql("update triage set decision = 'accept' where referral_ref = ?").param(fifth).update())
                .isInstanceOf(DataAccessException.class).hasMessageContaining("overtakes earlier referrals");
        accept(fifth, "The interview is tomorrow morning");
        assertThat(referrals.get(fifth).status()).isEqualTo(ReferralStatus.WAITING);
        assertThat(leader.get("/triage").text()).contains("Surge: 5 referrals in seven days; the contract expects no more than 2", "The interview is tomorrow morning");
        accept(third, "");
        accept(fourth, "");
        assertThat(jdbc.sql("select array_to_string(overtaken, ' ') from triage_overtake where referral_ref = ?").param(fifth)
                .query(String.class).single())
                .isEqualTo(third + " " + fourth);
    }

    @Test
    @DisplayName("Who waits for the referrer's answer holds nobody up, and comes back to the old place with the answer")
    void withReferrer() {
        accept(referring.refer(service), "");
        accept(referring.refer(service), "");
        var third = referring.refer(service);
        var fourth = referring.refer(service);
        var fifth = referring.refer(service);
        driver.submit("triageReferral", third, Map.of("decision", "askMore", "question", "Which days suit them best?"), service.leader());
        accept(fourth, "");
        driver.submit("answerQuestions", third, Map.of("answer", "Mornings"), service.clinician());
        assertThatThrownBy(() -> accept(fifth, "")).isInstanceOf(Problem.class).hasMessageContaining(third);
        accept(third, "");
        accept(fifth, "");
    }

    @Test
    @DisplayName("Whoever was asked in vain is undecided again from the day of the answer on, and is not overtaken unnoticed")
    void askedInVain() {
        var asked = referring.refer(service);
        driver.submit("triageReferral", asked, Map.of("decision", "askMore", "question", "Which days suit them best?"), service.leader());
        referring.refer(service);
        var third = referring.refer(service);
        assertThat(batch(asked)).isEqualTo(batch(third)).isNotEmpty();
        driver.letTimePass(MONDAY.plusDays(15), asked, third);
        assertThat(referrals.get(asked).status()).isEqualTo(ReferralStatus.RECEIVED);
        assertThatThrownBy(() -> accept(third, "")).isInstanceOf(Problem.class).hasMessageContaining(asked).hasMessageContaining("2 in all");
    }

    @Test
    @DisplayName("A week later the surge is over")
    void over() {
        for (int i = 0; i < 3; i++) {
            referring.refer(service);
        }
        clock.stopAt(MONDAY.plusDays(7));
        assertThat(batch(referring.refer(service))).isEmpty();
        assertThat(Visitor.at(port, service.leader()).get("/triage").text()).contains("1 referral in seven days; batches begin above 2");
    }

    private void accept(String ref, String reason) {
        driver.submit("triageReferral", ref, Map.of("decision", "accept", "overtakeReason", reason), service.leader());
    }

    private List<Long> batch(String ref) {
        return jdbc.sql("select batch_id from triage_batch_item where referral_ref = ?").param(ref).query(Long.class).list();
    }
}
