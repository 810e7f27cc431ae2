package org.placewell.jobsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.shared.MovableClock;
import org.placewell.support.Cases;
import org.placewell.support.PlacewellTest;
import org.placewell.support.ProcessDriver;
import org.placewell.support.Visitor;
import org.placewell.support.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlacewellTest
class WorkPagesTest {

    private static final LocalDate START = LocalDate.of(2026, 3, 2);
    @Autowired
    World world;
    @Autowired
    Cases cases;
    @Autowired
    ProcessDriver driver;
    @Autowired
    JobSearch jobSearch;
    @Autowired
    MovableClock clock;
    @Autowired
    JdbcClient jdbc;
    @LocalServerPort
    int port;
    World.Service service;

    @BeforeEach
    void stop() {
        clock.stopAt(START);
        service = world.under("mhep-haringey-barnet");
    }

    @Test
    @DisplayName("Every form of the specialist opens for the own person and job, and for nobody else's")
    void forms() {
        var ref = cases.searching(service);
        var job = cases.job(service, ref, START);
        jobSearch.recordAppointment(ref, START.plusDays(1), "VIDEO", Attendance.PLANNED, service.specialist());
        var specialist = Visitor.at(port, service.specialist());
        var stranger = Visitor.at(port, service.specialistB());
        for (var form : List.of("recordAppointment", "appointmentOutcome", "recordEmployerContact", "adviceOffered", "recordScore", "contactLost",
                "supportFinished", "startJob", "changeProfile", "correctPerson")) {
            opens(specialist, stranger, "/do/" + form + "/" + ref);
        }
        for (var form : List.of("changeHours", "changePay", "recordBreak", "recordEarnings", "endJob")) {
            opens(specialist, stranger, "/do/" + form + "/" + job);
        }
    }

    @Test
    @DisplayName("Two people change a profile at once: the second is told, keeps what they typed, sees the other's words and can save again")
    void twoEditors() {
        var ref = cases.searching(service);
        var path = "/do/changeProfile/" + ref;
        var specialist = Visitor.at(port, service.specialist());
        var leader = Visitor.at(port, service.leader());
        specialist.get(path);
        leader.get(path);
        assertThat(leader.post(path, profile("Office work")).status()).isEqualTo(302);
        var refused = specialist.post(path, profile("Night work"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("Someone else has changed this profile", "Night work", "Office work");
        assertThat(jobSearch.profile(ref).orElseThrow().workWanted()).isEqualTo("Office work");
        var kept = specialist.get(path);
        assertThat(kept.text()).contains("Night work");
        assertThat(specialist.post(path, profile("Night work in an office")).status()).isEqualTo(302);
        assertThat(jobSearch.profile(ref).orElseThrow().workWanted()).isEqualTo("Night work in an office");
        assertThat(jobSearch.profile(ref).orElseThrow().completedOn()).isEqualTo(START);
    }

    private static String[] profile(String work) {
        return new String[] {"_action", "send", "workWanted", work, "skills", "Plants", "hoursWanted", "from16", "travel", "Bus", "supportAtWork",
            "A quiet start", "disclosure", "no", "signed", "yes"};
    }

    @Test
    @DisplayName("The tasks' pages show the person beside the form")
    void tasks() {
        var ref = cases.inSupport(service);
        var specialist = Visitor.at(port, service.specialist());
        var task = specialist.get("/tasks/" + driver.open("vocationalProfile", ref).taskId());
        assertThat(task.status()).isEqualTo(200);
        assertThat(task.text()).contains("Ada Example", "Work with plants").doesNotContain("??");
        var searching = cases.searching(service);
        var job = cases.job(service, searching, START);
        driver.letTimePass(START.plusWeeks(13), job);
        var check = specialist.get("/tasks/" + driver.open("checkSustainment", job).taskId());
        assertThat(check.status()).isEqualTo(200);
        assertThat(check.text()).contains("Gardener", "13 weeks, 1 June 2026", "16 hours a week");
    }

    @Test
    @DisplayName("A team leader's forms about places open for the own team only")
    void places() {
        var ref = cases.inSupport(service);
        var waiting = cases.waiting(service);
        var leader = Visitor.at(port, service.leader());
        var stranger = Visitor.at(port, world.under("mhep-haringey-barnet").leader());
        opens(leader, stranger, "/do/transferClient/" + ref);
        opens(leader, stranger, "/do/offerPlace/" + waiting);
        opens(leader, stranger, "/do/setCapacity/" + service.team());
        assertThat(leader.get("/do/offerPlace/" + waiting).text()).contains("specialist", "best match", "19 of 20 places free", "20 of 20 places free");
    }

    @Test
    @DisplayName("What was observed cannot be rewritten, whatever door the change comes through")
    void appendOnly() {
        var ref = cases.searching(service);
        assertThatThrownBy(() -> jdbc.sql("update benefits_advice set offered_on = '2020-01-01' where referral_ref = ?").param(ref).update())
                .isInstanceOf(org.springframework.dao.DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("delete from benefits_advice where referral_ref = ?").param(ref).update())
                .isInstanceOf(org.springframework.dao.DataAccessException.class);
    }

    private static void opens(Visitor own, Visitor stranger, String path) {
        var page = own.get(path);
        assertThat(page.status()).as(path).isEqualTo(200);
        assertThat(page.text()).as(path).doesNotContain("??");
        assertThat(stranger.get(path).status()).as(path + " for a stranger").isEqualTo(404);
    }
}
