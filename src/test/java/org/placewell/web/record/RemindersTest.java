package org.placewell.web.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.jobsearch.Attendance;
import org.placewell.jobsearch.JobSearch;
import org.placewell.shared.MovableClock;
import org.placewell.support.Cases;
import org.placewell.support.PlacewellTest;
import org.placewell.support.ProcessDriver;
import org.placewell.support.Visitor;
import org.placewell.support.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlacewellTest
@DisplayName("What no task asks for is shown where people look")
class RemindersTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    @Autowired World world;
    @Autowired Cases cases;
    @Autowired JobSearch jobSearch;
    @Autowired ProcessDriver driver;
    @Autowired MovableClock clock;
    @LocalServerPort int port;

    @Test
    @DisplayName("A past appointment without an outcome and a job at risk stand on the person's page, the caseload and the home page until they are settled")
    void forgotten() {
        clock.stopAt(DAY);
        var service = world.under("mhep-haringey-barnet");
        var ref = cases.searching(service);
        jobSearch.recordAppointment(ref, DAY.plusDays(1), "VIDEO", Attendance.PLANNED, service.specialist());
        var job = cases.job(service, ref, DAY);
        var specialist = Visitor.at(port, service.specialist());
        assertThat(specialist.get("/clients/" + ref).text()).doesNotContain("Say what became of an appointment");
        driver.letTimePass(DAY.plusWeeks(1), job);
        driver.submit("inWorkContact", job, Map.of("contactedOn", clock.today().toString(), "how", "telephone", "going", "atRisk"), service.specialist());
        assertThat(specialist.get("/clients/" + ref).text()).contains("Say what became of an appointment", "overdue since 3 March 2026",
                "A job is at risk");
        assertThat(specialist.get("/caseload").text()).contains("1 past appointment without an outcome", "Job at risk");
        assertThat(specialist.get("/").text()).contains("1 past appointment of your people without an outcome");
        assertThat(Visitor.at(port, service.leader()).get("/caseload").text()).contains("Job at risk");
        assertThat(Visitor.at(port, service.clinician()).get("/clients/" + ref).text()).doesNotContain("A job is at risk", "became of an appointment");
        jobSearch.recordAttendance(ref, 1, Attendance.ATTENDED, service.specialist());
        jobSearch.changeHours(job, clock.today(), 1200, service.specialist());
        assertThat(specialist.get("/clients/" + ref).text()).doesNotContain("Say what became of an appointment").contains("Offer advice on benefits");
        assertThat(specialist.get("/").text()).doesNotContain("without an outcome");
    }

    @Test
    @DisplayName("Whoever reaches out sees what was tried and what is missing; a job start asks beside the question why advice came late")
    void pages() {
        clock.stopAt(DAY);
        var service = world.under("mhep-haringey-barnet");
        var ref = cases.inSupport(service);
        jobSearch.contactLost(ref, DAY, service.specialist());
        driver.submit("outreach", ref, Map.of("attemptedOn", DAY.toString(), "how", "textMessage", "result", "noAnswer"), service.specialist());
        var specialist = Visitor.at(port, service.specialist());
        assertThat(specialist.get("/tasks/" + driver.open("outreach", ref).taskId()).text()).contains("Tried without an answer 2 March 2026, text message",
                "still to come: attempts on 2 more days, and another way of contact");
        assertThat(specialist.get("/clients/" + ref).text()).contains("Record a job start");
        assertThat(specialist.get("/do/startJob/" + ref + "?page=3").text()).contains("before the first day: why?");
    }
}
