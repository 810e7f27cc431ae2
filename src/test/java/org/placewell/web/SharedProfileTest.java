package org.placewell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.caseload.Absences;
import org.placewell.caseload.Caseload;
import org.placewell.security.People;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.placewell.support.Cases;
import org.placewell.support.PlacewellTest;
import org.placewell.support.ProcessDriver;
import org.placewell.support.Visitor;
import org.placewell.support.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A vocational profile that is written in parts belongs to the case: nothing is lost when somebody else goes on with it. */
@PlacewellTest
class SharedProfileTest {

    /** The rights of a cover follow the database's own day. */
    private static final LocalDate TODAY = LocalDate.now(MovableClock.LONDON);

    @Autowired
    World world;
    @Autowired
    Cases cases;
    @Autowired
    ProcessDriver driver;
    @Autowired
    Absences absences;
    @Autowired
    Caseload caseload;
    @Autowired
    People people;
    @Autowired
    MovableClock clock;
    @Autowired
    JdbcClient jdbc;
    @LocalServerPort
    int port;

    @Test
    @DisplayName("The cover, the leader and whoever takes the case over go on with a half-filled profile; nobody else sees it, and only who has the task sends it")
    void goesOn() {
        clock.stopAt(TODAY);
        var service = world.under("mhep-haringey-barnet");
        var ref = cases.inSupport(service);
        var task = "/tasks/" + driver.open("vocationalProfile", ref).taskId();
        var first = Visitor.at(port, service.specialist());
        var colleague = Visitor.at(port, service.specialistB());
        var leader = Visitor.at(port, service.leader());
        assertThat(first.get(task).text()).contains("whoever works with this person can go on with it").doesNotContain("only you can see");
        next(first, task, 1, "workWanted", "Looking after old roses", "skills", "Knows every rose");
        assertThat(colleague.get(task).status()).as("a colleague without a part in the case").isEqualTo(404);
        assertThat(colleague.post(task, "_page", "1", "_action", "next", "workWanted", "Mine", "skills", "Mine").status()).isEqualTo(404);

        absences.plan(service.team(), service.specialist().username(), TODAY, TODAY.plusDays(3), service.specialistB().username(), service.leader());
        assertThat(colleague.get(task + "?page=1").text()).contains("Looking after old roses", "Last saved by " + service.specialist().name());
        next(colleague, task, 2, "hoursWanted", "from16", "travel", "By bus to Wood Green");
        absences.end(String.valueOf(absences.of(service.team(), service.leader()).get(0).id()), service.leader());
        assertThat(colleague.get(task).status()).as("the cover after the last day").isEqualTo(404);

        assertThat(leader.get("/clients/" + ref).body()).contains("href=\"" + task + "\"");
        assertThat(leader.get(task + "?page=check").text()).contains("Knows every rose", "By bus to Wood Green", service.specialist().name() + " sends them");
        next(leader, task, 3, "supportAtWork", "A quiet start", "disclosure", "no");
        next(leader, task, 4, "completedOn-day", "" + TODAY.getDayOfMonth(), "completedOn-month", "" + TODAY.getMonthValue(), "completedOn-year",
                "" + TODAY.getYear(), "signed", "yes");
        var key = leader.get(task + "?page=1").hidden().stream().filter(pair -> pair[0].equals("_key")).findFirst().orElseThrow()[1];
        leader.get(task + "?page=check");
        var sent = leader.post(task, "_action", "send", "_key", key);
        assertThat(sent.status()).isEqualTo(403);
        assertThat(sent.text()).contains("What you filled in is kept. " + service.specialist().name() + " sends it");
        assertThat(driver.isOpen("vocationalProfile", ref)).isTrue();
        assertThat(Visitor.at(port, world.under("mhep-haringey-barnet").leader()).get(task).status()).as("another team's leader").isEqualTo(404);
        var partly = "part" + service.number();
        people.person(partly, "Leads another contract", "correct horse battery", false);
        people.grant(partly, Role.TEAM_LEADER, service.leader().grants().get(0).organisation(), service.team(), "the-link");
        assertThat(Visitor.at(port, new org.placewell.security.Actor(partly, "Leads another contract", java.util.List.of())).get(task).status())
                .as("the team's leader for another contract").isEqualTo(404);

        caseload.transfer(ref, service.specialistB().username(), "They know each other", service.leader());
        assertThat(first.get(task).status()).as("whoever gave the case away").isEqualTo(404);
        assertThat(colleague.get(task + "?page=check").text()).contains("Looking after old roses", "By bus to Wood Green", "A quiet start");
        assertThat(colleague.post(task, "_action", "send").status()).isEqualTo(302);
        assertThat(jdbc.sql("select work_wanted || travel || support_at_work || recorded_by from vocational_profile where referral_ref = ?").param(ref)
                .query(String.class).single()).isEqualTo("Looking after old rosesBy bus to Wood GreenA quiet start" + service.specialistB().username());
        assertThat(jdbc.sql("select count(*) from form_draft where subject = ?").param(task.substring(7)).query(Long.class).single())
                .as("sent, so nobody's half-filled one stays").isZero();
    }

    private static void next(Visitor who, String task, int page, String... answers) {
        who.get(task + "?page=" + page);
        var fields = new java.util.ArrayList<>(java.util.List.of("_page", "" + page, "_action", "next"));
        fields.addAll(java.util.List.of(answers));
        assertThat(who.post(task, fields.toArray(String[]::new)).status()).isEqualTo(302);
    }
}
