package org.placewell.jobsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.claim.MoneyWorld;
import org.placewell.referral.ReferralStatus;
import org.placewell.referral.Referrals;
import org.placewell.security.Actor;
import org.placewell.security.Actors;
import org.placewell.security.People;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.support.Cases;
import org.placewell.support.PlacewellTest;
import org.placewell.support.ProcessDriver;
import org.placewell.support.Referring;
import org.placewell.support.Visitor;
import org.placewell.support.World;
import org.placewell.workflow.WorkItems;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlacewellTest
@DisplayName("Who speaks for the clinical side: a question, its task and its messages follow them")
class ClinicalSideTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    @Autowired World world;
    @Autowired MoneyWorld money;
    @Autowired Cases cases;
    @Autowired People people;
    @Autowired Actors actors;
    @Autowired Referring referring;
    @Autowired Continuity continuity;
    @Autowired Referrals referrals;
    @Autowired MovableClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired WorkItems items;
    @Autowired TaskService tasks;
    @Autowired ProcessDriver driver;
    @LocalServerPort int port;
    World.Service service;
    World.Service next;

    @BeforeEach
    void stop() {
        clock.stopAt(DAY);
        service = world.under("mhep-haringey-barnet");
        next = world.under("mhep-haringey-barnet");
    }

    @Test
    @DisplayName("While triage may still ask, a discharge leaves somebody to ask; once accepted it need not, and whoever referred hears no more")
    void somebodyToAsk() {
        var ref = referring.refer(service);
        refused(ref, "GP");
        refused(ref, "OTHER_TEAM");
        ask(ref);
        refused(ref, "GP");
        refused(ref, "OTHER_TEAM");
        continuity.recordDischarge(ref, new Discharge(DAY, "NOBODY", "", ""), service.clinician());
        assertThat(driver.open("answerQuestions", ref).assignee()).isEqualTo(service.clinician().username());
        var clinician = Visitor.at(port, service.clinician());
        clinician.get("/do/recordDischarge/" + ref);
        assertThat(clinician.post("/do/recordDischarge/" + ref, "_action", "send", "dischargedOn-day", "2", "dischargedOn-month", "3", "dischargedOn-year",
                "2026", "contact", "gp", "contactName", "Park Surgery").text()).contains("is still deciding about this referral").doesNotContain("??");
        driver.submit("answerQuestions", ref, Map.of("answer", "Mornings"), service.clinician());
        driver.submit("triageReferral", ref, Map.of("decision", "accept"), service.leader());
        for (var contact : List.of("GP", "OTHER_TEAM")) {
            continuity.recordDischarge(ref, new Discharge(DAY, contact, "Park", ""), service.leader());
        }
        referring.offer(service, ref);
        referring.answer(service, ref, "accepted", DAY);
        assertThat(referrals.get(ref).status()).isEqualTo(ReferralStatus.IN_SUPPORT);
        assertThat(messages(service.clinician(), ref)).contains("referralAccepted").doesNotContain("placeTaken");
    }

    @Test
    @DisplayName("A clinician named while a question is open has its task, answers it and hears what comes of it; a mistake gives it back")
    void questionFollows() {
        var ref = referring.refer(service);
        ask(ref);
        var task = driver.open("answerQuestions", ref).taskId();
        continuity.recordDischarge(ref, to(next.clinician(), next.clinicalTeam()), service.clinician());
        held(ref, next.clinician(), next.clinicalTeam());
        assertThat(sees(ref, service.clinician(), next.clinician())).containsExactly(false, true);
        var before = Visitor.at(port, service.clinician());
        assertThat(before.get("/tasks/" + task).status()).isIn(403, 404);
        assertThat(before.get("/tasks").text()).doesNotContain(referrals.get(ref).person().name());
        assertThat(Visitor.at(port, next.clinician()).get("/tasks/" + task).text()).contains("Which days suit?");
        assertThat(messages(next.clinician(), ref)).contains("nowWithYourTeam", "questionAsked");
        continuity.dischargeWasMistake(ref, service.leader());
        held(ref, service.clinician(), service.clinicalTeam());
        assertThat(sees(ref, service.clinician(), next.clinician())).containsExactly(true, false);
        continuity.recordDischarge(ref, to(next.clinician(), next.clinicalTeam()), service.clinician());
        driver.submit("answerQuestions", ref, Map.of("answer", "Mornings"), next.clinician());
        ask(ref);
        held(ref, next.clinician(), next.clinicalTeam());
        driver.letTimePass(DAY.plusDays(8), ref);
        assertThat(messages(next.clinician(), ref)).contains("answerReminder");
        driver.submit("answerQuestions", ref, Map.of("answer", "Any day"), next.clinician());
        driver.submit("triageReferral", ref, Map.of("decision", "accept"), service.leader());
        assertThat(messages(next.clinician(), ref)).contains("referralAccepted");
        assertThat(messages(service.clinician(), ref)).doesNotContain("answerReminder", "referralAccepted");
    }

    @Test
    @DisplayName("A clinician of two teams is listed under each; the one chosen is kept, and the other puts it right")
    void twoTeams() {
        var ref = referring.waiting(service);
        var third = world.under("mhep-haringey-barnet");
        var both = next.clinician();
        people.grant(both.username(), Role.CLINICIAN, third.clinician().grants().get(0).organisation(), third.clinicalTeam(), null);
        var values = continuity.clinicians(ref).stream().filter(one -> one.username().equals(both.username())).map(NextClinician::value).toList();
        assertThat(values).hasSize(2).doesNotHaveDuplicates();
        assertThat(named(ref, both.username() + "@" + service.clinicalTeam())).isEqualTo(422);
        assertThat(named(ref, both.username())).isEqualTo(422);
        assertThat(continuity.discharge(ref)).isEmpty();
        for (var team : List.of(third.clinicalTeam(), next.clinicalTeam())) {
            assertThat(named(ref, both.username() + "@" + team)).isEqualTo(302);
            assertThat(continuity.discharge(ref)).get().extracting(Discharge::team).isEqualTo(team);
        }
        assertThatThrownBy(() -> continuity.recordDischarge(ref, to(both, service.clinicalTeam()), service.leader())).isInstanceOf(Problem.class);
        end(both, next.clinicalTeam());
        assertThat(opens(ref, both, third.clinician(), service.clinician())).as("moved to the other team").containsExactly(404, 404, 404);
        var colleague = clinician("colleague", next);
        assertThat(opens(ref, colleague)).containsExactly(200);
        referring.offer(service, ref);
        referring.answer(service, ref, "accepted", DAY);
        assertThat(messages(colleague, ref)).as("who took over hears").contains("placeTaken");
        assertThat(messages(both, ref)).doesNotContain("placeTaken");
    }

    @Test
    @DisplayName("A question whose referrer's account is closed is answered by the colleagues who take over, who are reminded of it; by nobody else")
    void accountClosed() {
        var colleague = clinician("colleague", service);
        var ref = referring.refer(service);
        ask(ref);
        assertThat(sees(ref, service.clinician(), colleague, next.clinician())).containsExactly(true, false, false);
        jdbc.sql("update app_user set active = false where username = ?").param(service.clinician().username()).update();
        assertThat(sees(ref, colleague, next.clinician())).containsExactly(true, false);
        driver.letTimePass(DAY.plusDays(8), ref);
        assertThat(messages(colleague, ref)).containsExactly("answerReminder");
        assertThat(messages(service.clinician(), ref)).doesNotContain("answerReminder");
        driver.submit("answerQuestions", ref, Map.of("answer", "Mornings"), colleague);
        assertThat(referrals.get(ref).status()).isEqualTo(ReferralStatus.RECEIVED);
        ask(ref);
        assertThat(driver.open("answerQuestions", ref).assignee()).isNull();
        assertThat(sees(ref, colleague, next.clinician())).containsExactly(true, false);
    }

    @Test
    @DisplayName("A discharge is offered to whoever referred only where the contract lets support go on")
    void offeredWhereSupportGoesOn() {
        var strict = money.service(terms -> terms.replaceFirst("    trial: false", "    trial: false\n    service: { discharge-ends-support: true }"));
        assertThat(Visitor.at(port, strict.clinician()).get("/referrals/" + cases.waiting(strict)).text())
                .contains("Close this case").doesNotContain("Record a discharge");
        assertThat(Visitor.at(port, service.clinician()).get("/referrals/" + cases.waiting(service)).text()).contains("Record a discharge");
    }

    private void ask(String ref) {
        driver.submit("triageReferral", ref, Map.of("decision", "askMore", "question", "Which days suit?"), service.leader());
    }

    private void refused(String ref, String contact) {
        assertThatThrownBy(() -> continuity.recordDischarge(ref, new Discharge(DAY, contact, "Park", ""), service.clinician()))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code()).isEqualTo("triage-asks"));
    }

    private void held(String ref, Actor who, String team) {
        var item = driver.open("answerQuestions", ref);
        assertThat(item.assignee()).isEqualTo(who.username());
        assertThat(item.team()).isEqualTo(team);
        assertThat(tasks.createTaskQuery().taskId(item.taskId()).singleResult().getAssignee()).isIn(null, who.username());
    }

    private List<Boolean> sees(String ref, Actor... who) {
        return java.util.Arrays.stream(who).map(one -> items.open(driver.open("answerQuestions", ref).taskId(), one).isPresent()).toList();
    }

    private List<Integer> opens(String ref, Actor... who) {
        return java.util.Arrays.stream(who).map(one -> Visitor.at(port, one).get("/referrals/" + ref).status()).toList();
    }

    private int named(String ref, String clinician) {
        var leader = Visitor.at(port, service.leader());
        leader.get("/do/recordDischarge/" + ref);
        return leader.post("/do/recordDischarge/" + ref, "_action", "send", "dischargedOn-day", "2", "dischargedOn-month", "3", "dischargedOn-year",
                "2026", "contact", "otherTeam", "contactName", "East team", "clinician", clinician).status();
    }

    private static Discharge to(Actor named, String team) {
        return new Discharge(DAY, "OTHER_TEAM", "East team", "", named.username(), team);
    }

    private Actor clinician(String name, World.Service where) {
        var username = name + where.clinicalTeam();
        people.person(username, name, "correct horse battery", false);
        people.grant(username, Role.CLINICIAN, where.clinician().grants().get(0).organisation(), where.clinicalTeam(), null);
        return actors.find(username).orElseThrow();
    }

    private void end(Actor who, String team) {
        jdbc.sql("delete from role_grant where username = ? and team_id = ?").params(who.username(), team).update();
    }

    private List<String> messages(Actor who, String ref) {
        return jdbc.sql("select template from message where username = ? and case_ref = ? order by id").params(who.username(), ref).query(String.class).list();
    }
}
