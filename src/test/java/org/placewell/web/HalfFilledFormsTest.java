package org.placewell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.referral.EndReason;
import org.placewell.referral.Referrals;
import org.placewell.shared.MovableClock;
import org.placewell.support.Cases;
import org.placewell.support.Errands;
import org.placewell.support.PlacewellTest;
import org.placewell.support.ProcessDriver;
import org.placewell.support.Referring;
import org.placewell.support.Visitor;
import org.placewell.support.World;
import org.placewell.workflow.Drafts;
import org.placewell.workflow.form.Typed;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlacewellTest
@DisplayName("Half-filled forms: who sees them, who goes on with them, and when they end")
class HalfFilledFormsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 10);
    @Autowired World world;
    @Autowired Cases cases;
    @Autowired Referring referring;
    @Autowired Errands errands;
    @Autowired ProcessDriver driver;
    @Autowired Referrals referrals;
    @Autowired Drafts drafts;
    @Autowired MovableClock clock;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;
    World.Service service;
    String ref;
    String task;
    Visitor specialist;
    Visitor leader;

    @BeforeEach
    void begin() {
        clock.stopAt(TODAY);
        service = world.under("mhep-haringey-barnet");
        ref = cases.inSupport(service);
        task = "/tasks/" + driver.open("vocationalProfile", ref).taskId();
        specialist = Visitor.at(port, service.specialist());
        leader = Visitor.at(port, service.leader());
    }

    @Test
    @DisplayName("A half-filled task's form ends with the task: sent by a colleague, or the person has died; nothing can be kept afterwards")
    void endsWithTheTask() {
        ref = referring.inSupport(service, TODAY);
        task = "/tasks/" + driver.open("vocationalProfile", ref).taskId();
        part(specialist, 1, "workWanted", "Roses", "skills", "Roses");
        assertThat(kept(task.substring(7))).isEqualTo(1);
        referrals.endEarly(ref, EndReason.DIED, TODAY, service.specialist());
        driver.runDue(ref);
        assertThat(driver.isOpen("vocationalProfile", ref)).isFalse();
        assertThat(kept(task.substring(7))).isZero();

        var plain = world.under("none");
        var errand = errands.begin(plain, null, List.of(), "Errand for two").task();
        var typed = new Typed(Map.of("shop", List.of("Half a")));
        drafts.keep("testErrand", errand, plain.specialist(), typed);
        var sender = Visitor.at(port, plain.leader());
        sender.get("/tasks/" + errand);
        assertThat(kept(errand)).isEqualTo(1);
        assertThat(sender.post("/tasks/" + errand, TaskPagesTest.GOOD).status()).isEqualTo(302);
        assertThat(kept(errand)).as("a colleague's, too").isZero();
        drafts.keep("testErrand", errand, plain.specialist(), typed);
        assertThat(kept(errand)).as("too late").isZero();
    }

    @Test
    @DisplayName("Nobody overwrites, or sends, what somebody else has saved since: the page says who, shows it, and keeps what was typed")
    void changedMeanwhile() {
        part(specialist, 1, "workWanted", "Looking after roses", "skills", "Roses");
        leader.get(task + "?page=1");
        part(specialist, 1, "workWanted", "Roses and old trees", "skills", "Roses");
        var refused = leader.post(task, "_page", "1", "_action", "next", "workWanted", "Typed by the leader", "skills", "Many");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains(service.specialist().name() + " has changed this since you opened it: look at it again", "What is saved now",
                "Roses and old trees", "Typed by the leader", "Last saved by " + service.specialist().name()).doesNotContain("??");
        assertThat(specialist.get(task + "?page=1").text()).contains("Roses and old trees").doesNotContain("Typed by the leader");
        assertThat(leader.post(task, "_page", "1", "_action", "save", "workWanted", "Typed by the leader", "skills", "Many").status())
                .as("now it is meant").isEqualTo(302);

        rest();
        assertThat(specialist.get(task + "?page=check").text()).contains("Typed by the leader");
        part(leader, 1, "workWanted", "Only with animals", "skills", "Many");
        var sent = specialist.post(task, "_action", "send");
        assertThat(sent.status()).isEqualTo(409);
        assertThat(sent.text()).contains(service.leader().name() + " has changed this since you opened it: look at it again", "Check your answers",
                "Only with animals", "Last saved by " + service.leader().name());
        assertThat(driver.isOpen("vocationalProfile", ref)).isTrue();
        assertThat(specialist.post(task, "_action", "send").status()).as("now it has been seen").isEqualTo(302);
        assertThat(jdbc.sql("select work_wanted from vocational_profile where referral_ref = ?").param(ref).query(String.class).single())
                .isEqualTo("Only with animals");
    }

    @Test
    @DisplayName("What was saved for its author alone stays so, beside what others save for the case; its author goes on from it or copies from it")
    void savedUnseen() {
        part(specialist, 1, "workWanted", "For my eyes", "skills", "Roses");
        // As an older release had saved it.
        jdbc.sql("update form_draft set shared = false where subject = ?").param(task.substring(7)).update();
        assertThat(leader.get(task + "?page=1").text()).doesNotContain("For my eyes", "Last saved by");
        assertThat(specialist.get(task + "?page=1").text()).contains("For my eyes").doesNotContain("for yourself alone");
        part(leader, 1, "workWanted", "Says the leader", "skills", "Many");
        var late = specialist.post(task, "_page", "1", "_action", "next", "workWanted", "For my eyes", "skills", "Roses");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text()).contains(service.leader().name() + " has changed this", "Says the leader", "For my eyes");
        part(specialist, 2, "hoursWanted", "from16", "travel", "By bus");
        assertThat(specialist.get(task + "?page=1").text()).contains("Says the leader", "What you saved before, for yourself alone", "For my eyes")
                .doesNotContain("??");
        assertThat(specialist.get(task).text()).contains("For my eyes");
        assertThat(leader.get(task + "?page=1").text()).contains("Says the leader").doesNotContain("For my eyes", "for yourself alone");

        ref = cases.inSupport(service);
        task = "/tasks/" + driver.open("vocationalProfile", ref).taskId();
        part(specialist, 1, "workWanted", "For my eyes", "skills", "Roses");
        jdbc.sql("update form_draft set shared = false where subject = ?").param(task.substring(7)).update();
        part(specialist, 2, "hoursWanted", "from16", "travel", "By bus");
        assertThat(kept(task.substring(7))).as("gone on from: one for all").isEqualTo(1);
        assertThat(leader.get(task + "?page=1").text()).contains("For my eyes");
    }

    @Test
    @DisplayName("A leader who still types when the specialist has sent the profile is told that it is done, and reads the own answers")
    void leaderComesLate() {
        part(specialist, 1, "workWanted", "Roses", "skills", "Roses");
        rest();
        leader.get(task + "?page=1");
        specialist.get(task + "?page=check");
        assertThat(specialist.post(task, "_action", "send").status()).isEqualTo(302);
        var late = leader.post(task, "_page", "1", "_action", "next", "workWanted", "Typed by the leader", "skills", "Many");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text()).contains("This task has been done", service.specialist().name() + " did it", "Your answers were not sent", "Typed by the leader");
        assertThat(kept(task.substring(7))).isZero();
        assertThat(Visitor.at(port, world.under("mhep-haringey-barnet").leader()).post(task, "_page", "1", "_action", "next").status())
                .as("another team's leader").isIn(403, 404);
    }

    private void rest() {
        part(specialist, 2, "hoursWanted", "from16", "travel", "By bus");
        part(specialist, 3, "supportAtWork", "A quiet start", "disclosure", "no");
        part(specialist, 4, "completedOn-day", "" + TODAY.getDayOfMonth(), "completedOn-month", "" + TODAY.getMonthValue(), "completedOn-year",
                "" + TODAY.getYear(), "signed", "yes");
    }

    private void part(Visitor who, int page, String... answers) {
        who.get(task + "?page=" + page);
        var fields = new ArrayList<>(List.of("_page", "" + page, "_action", "next"));
        fields.addAll(List.of(answers));
        assertThat(who.post(task, fields.toArray(String[]::new)).status()).isEqualTo(302);
    }

    private long kept(String subject) {
        return jdbc.sql("select count(*) from form_draft where subject = ?").param(subject).query(Long.class).single();
    }
}
