package org.placewell.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.jobsearch.EmployerBook;
import org.placewell.jobsearch.NewEmployerContact;
import org.placewell.security.Actor;
import org.placewell.security.Actors;
import org.placewell.security.People;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.support.Cases;
import org.placewell.support.PlacewellTest;
import org.placewell.support.Visitor;
import org.placewell.support.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlacewellTest
@DisplayName("Fidelity reviews of an employment team")
class FidelityTest {

    /** A Monday. */
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    @Autowired World world;
    @Autowired Cases cases;
    @Autowired Fidelity fidelity;
    @Autowired EmployerBook book;
    @Autowired People people;
    @Autowired Actors actors;
    @Autowired MovableClock clock;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;
    World.Service service;
    Actor manager;

    @BeforeEach
    void stop() {
        clock.stopAt(DAY);
        service = world.under("mhep-haringey-barnet");
        people.person("manager" + service.number(), "manager " + service.number(), "correct horse battery", false);
        people.grant("manager" + service.number(), Role.CONTRACT_MANAGER, "office" + service.number(), null, service.contract());
        manager = actors.find("manager" + service.number()).orElseThrow();
    }

    @Test
    @DisplayName("A review keeps 25 scores with their evidence, its total, its band and what the records said that day")
    void signed() {
        cases.inSupport(service);
        var id = fidelity.sign(service.team(), DAY.minusDays(2), "A colleague", answers(4), service.leader());
        var review = fidelity.review(id, manager);
        assertThat(review.total()).isEqualTo(100);
        assertThat(review.band()).isEqualTo(FidelityBand.GOOD);
        assertThat(review.scores()).hasSize(25).extracting(FidelityReview.Score::item).containsExactly(FidelityItem.values());
        assertThat(review.scores().get(0).measured()).isEqualTo("0.5 people for each full-time specialist (1 person, working time 200 %). By the anchors: 5");
        assertThat(fidelity.reviews(service.team(), service.leader())).hasSize(1);
        assertThat(fidelity.chart(service.team(), manager)).contains("<svg", "100", "Good fidelity from 100");
        assertThatThrownBy(() -> fidelity.sign(service.team(), DAY.minusDays(2), "", answers(5), service.leader())).isInstanceOf(Problem.Stale.class);
        fidelity.sign(service.team(), DAY, "", answers(3), manager);
        assertThat(fidelity.team(service.team(), manager).latest().total()).isEqualTo(75);
    }

    @Test
    @DisplayName("A missing score, a score outside 1 to 5, missing evidence and a day to come are refused beside their box")
    void refused() {
        refused("unit", map -> map.remove(FidelityItem.UNIT));
        refused("caseload", map -> map.put(FidelityItem.CASELOAD, new Fidelity.Answer(6, "Read")));
        refused("teamContact", map -> map.put(FidelityItem.TEAM_CONTACT, new Fidelity.Answer(0, "Read")));
        refused("outreachEvidence", map -> map.put(FidelityItem.OUTREACH, new Fidelity.Answer(3, " ")));
        assertThatThrownBy(() -> fidelity.sign(service.team(), DAY.plusDays(1), "", answers(3), service.leader()))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.field()).isEqualTo("reviewedOn"));
        assertThat(fidelity.reviews(service.team(), service.leader())).isEmpty();
    }

    private void refused(String field, java.util.function.Consumer<Map<FidelityItem, Fidelity.Answer>> change) {
        var answers = answers(3);
        change.accept(answers);
        assertThatThrownBy(() -> fidelity.sign(service.team(), DAY, "", answers, service.leader()))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.field()).isEqualTo(field));
    }

    @Test
    @DisplayName("Another team's leader and the manager of another contract see nothing; the database keeps a signed review as it is and whole")
    void guarded() {
        var id = fidelity.sign(service.team(), DAY, "", answers(5), service.leader());
        var other = world.under("the-link");
        assertThatThrownBy(() -> fidelity.review(id, other.leader())).isInstanceOf(Problem.NotFound.class);
        people.grant(other.finance().username(), Role.CONTRACT_MANAGER, "office" + other.number(), null, "the-link");
        assertThatThrownBy(() -> fidelity.reviews(service.team(), actors.find(other.finance().username()).orElseThrow())).isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> fidelity.measured(service.team(), service.specialist())).isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> jdbc.sql("update fidelity_score set score = 1 where review_id = ?").param(id).update()).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("update fidelity_review set total = 26 where id = ?").param(id).update()).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("insert into fidelity_review (team_id, reviewed_on, assessor, total, signed_at) values (?, ?, ?, 90, now())")
                .params(service.team(), DAY.minusDays(9), service.leader().username()).update()).isInstanceOf(DataAccessException.class);
    }

    @Test
    @DisplayName("The records are counted: meetings with employers in complete weeks, the caseload in full-time specialists, no rate of fewer than five")
    void measured() {
        cases.searching(service);
        for (int i = 0; i < 13 * 12; i++) {
            book.log(new NewEmployerContact(null, "Shop " + i, null, DAY.minusDays(1 + i % 91), "FACE_TO_FACE", "INTERVIEW", false), service.specialist());
        }
        book.log(new NewEmployerContact(null, "Shop", null, DAY, "FACE_TO_FACE", "INTERVIEW", false), service.specialist());
        var measures = fidelity.measured(service.team(), service.leader());
        assertThat(measures).extracting(FidelityMeasure::item).contains(FidelityItem.CASELOAD, FidelityItem.TEAM_ASSIGNMENT, FidelityItem.RAPID_SEARCH,
                FidelityItem.EMPLOYER_CONTACT, FidelityItem.EMPLOYERS, FidelityItem.INCENTIVES).isSorted();
        assertThat(of(measures, FidelityItem.EMPLOYER_CONTACT)).isEqualTo(
                "6.0 face to face a week for each full-time specialist, over 13 weeks. As the score 5 asks");
        assertThat(of(measures, FidelityItem.DISCLOSURE)).endsWith("fewer than 5, not counted");
        assertThat(of(measures, FidelityItem.TEAM_ASSIGNMENT)).startsWith("1 of 1 specialists").endsWith("As the score 5 asks");
    }

    @Test
    @DisplayName("Who has met no employer within thirty days counts against rapid search; whose days have not passed does not count yet")
    void firstEmployer() {
        clock.stopAt(DAY.minusDays(40));
        for (int i = 0; i < 5; i++) {
            var ref = cases.searching(service);
            if (i < 2) {
                book.log(new NewEmployerContact(ref, "Shop of " + ref, null, DAY.minusDays(40), "FACE_TO_FACE", "INTERVIEW", false), service.specialist());
            }
        }
        clock.stopAt(DAY);
        cases.searching(service);
        assertThat(of(fidelity.measured(service.team(), service.leader()), FidelityItem.RAPID_SEARCH)).isEqualTo(
                "40 % of 5 people met their first employer within 30 days. Short of what the score 5 asks");
    }

    private static String of(List<FidelityMeasure> measures, FidelityItem item) {
        return measures.stream().filter(measure -> measure.item() == item).findFirst().orElseThrow().sentence();
    }

    @Test
    @DisplayName("The form is asked in parts, kept between them, and its last button signs")
    void pages() {
        var leader = Visitor.at(port, service.leader());
        var path = "/do/fidelityReview/" + service.team();
        assertThat(leader.get(path).text()).contains("Staffing", "Services: staying in work").doesNotContain("??");
        assertThat(leader.get(path + "?page=2").text()).contains("What the records say today", "Caseload size", "31 to 40 scores 2");
        answer(leader, path, 1, "reviewedOn-day", "1", "reviewedOn-month", "6", "reviewedOn-year", "2026", "tookPart", "");
        var groups = List.of(List.of(0, 3), List.of(3, 7), List.of(7, 11), List.of(11, 16), List.of(16, 21), List.of(21, 25));
        for (int page = 0; page < groups.size(); page++) {
            var fields = new ArrayList<String>();
            for (var item : List.of(FidelityItem.values()).subList(groups.get(page).get(0), groups.get(page).get(1))) {
                fields.addAll(List.of(item.key(), "5", item.key() + "Evidence", "Read the records"));
            }
            answer(leader, path, page + 2, fields.toArray(String[]::new));
        }
        leader.get(path + "?page=check");
        assertThat(leader.post(path, "_action", "send").status()).isEqualTo(302);
        assertThat(leader.follow().text()).contains("The review is signed", "125 of 125", "Exemplary fidelity (limits not verified)",
                "Name to be checked against the scale").doesNotContain("??");
        assertThat(leader.get("/fidelity").text()).contains("125 of 125");
        assertThat(Visitor.at(port, manager).get("/fidelity/" + service.team()).text()).contains("Record a review", "125");
        assertThat(Visitor.at(port, manager).get("/fidelity/" + service.team() + "/reviews/0").status()).isEqualTo(404);
        assertThat(Visitor.at(port, manager).get("/fidelity/" + service.team() + "/reviews/abc").status()).isEqualTo(404);
    }

    private static void answer(Visitor person, String path, int page, String... fields) {
        person.get(path + "?page=" + page);
        var all = new ArrayList<>(List.of("_action", "next", "_page", Integer.toString(page)));
        all.addAll(List.of(fields));
        assertThat(person.post(path, all.toArray(String[]::new)).status()).as("page " + page).isEqualTo(302);
    }

    private static Map<FidelityItem, Fidelity.Answer> answers(int score) {
        var answers = new EnumMap<FidelityItem, Fidelity.Answer>(FidelityItem.class);
        for (var item : FidelityItem.values()) {
            answers.put(item, new Fidelity.Answer(score, "Read the records"));
        }
        return answers;
    }
}
