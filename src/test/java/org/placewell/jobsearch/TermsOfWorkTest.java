package org.placewell.jobsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.claim.MoneyWorld;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.support.Cases;
import org.placewell.support.PlacewellTest;
import org.placewell.support.ProcessDriver;
import org.placewell.support.Visitor;
import org.placewell.support.World;
import org.placewell.sustainment.Sustainment;
import org.placewell.sustainment.SustainmentStatus;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlacewellTest
@DisplayName("What the terms of a contract change in job search and work")
class TermsOfWorkTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 11);
    @Autowired World world;
    @Autowired MoneyWorld money;
    @Autowired Cases cases;
    @Autowired ProcessDriver driver;
    @Autowired JobSearch jobSearch;
    @Autowired Sustainment sustainment;
    @Autowired MovableClock clock;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;

    @BeforeEach
    void stop() {
        clock.stopAt(DAY);
    }

    @Test
    @DisplayName("A job held at referral is recorded as soon as support begins, without advice first, with the time off sick, and is followed from the referral")
    void held() {
        var service = world.under("the-link");
        var ref = cases.inSupport(service);
        assertThat(jobSearch.advice(ref)).isEmpty();
        var specialist = Visitor.at(port, service.specialist());
        assertThat(specialist.get("/clients/" + ref).text()).contains("Record the job the person has");
        var path = "/do/recordHeldJob/" + ref;
        assertThat(specialist.get(path).status()).isEqualTo(200);
        var sent = specialist.post(path, "_action", "send", "employer", "Old Mill Bakery", "jobTitle", "Baker", "kind", "employed", "supplyChain", "no",
                "startedOn-day", "1", "startedOn-month", "1", "startedOn-year", "2019", "weeklyHours", "30", "payPer", "year", "payRate", "24,500", "situation", "sickness",
                "awaySince-day", "20", "awaySince-month", "4", "awaySince-year", "2026");
        assertThat(sent.status()).isEqualTo(302);
        var job = jobSearch.jobs(ref).get(0);
        assertThat(job.rates()).extracting(JobView.Rate::words).containsExactly("£24,500 a year");
        assertThat(job.breaks()).singleElement().satisfies(away -> assertThat(away.from()).isEqualTo(LocalDate.of(2026, 4, 20)));
        driver.runDue(ref, job.ref());
        assertThat(sustainment.status(job.ref())).contains(SustainmentStatus.IN_WORK);
        assertThat(sustainment.milestones(job.ref())).isNotEmpty().allSatisfy(stone -> assertThat(stone.dueOn()).isAfter(DAY));
        assertThat(specialist.get("/clients/" + ref).text()).doesNotContain("Record the job the person has", "??");
        assertThat(specialist.get(path).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("A job that began after the referral is a job start, and a contract about finding work takes no held job")
    void notHeld() {
        var service = world.under("the-link");
        var ref = cases.inSupport(service);
        assertThatThrownBy(() -> jobSearch.recordHeldJob(job(ref, DAY), null, null, service.specialist()))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.field()).isEqualTo("startedOn"));
        var finding = world.under("mhep-haringey-barnet");
        var other = cases.inSupport(finding);
        assertThatThrownBy(() -> jobSearch.recordHeldJob(job(other, DAY.minusYears(1)), null, null, finding.specialist())).isInstanceOf(Problem.Stale.class);
        assertThat(Visitor.at(port, finding.specialist()).get("/do/recordHeldJob/" + other).status()).isEqualTo(409);
    }

    private static NewJob job(String ref, LocalDate start) {
        return new NewJob(ref, "Old Mill Bakery", null, "Baker", EmploymentKind.EMPLOYED, NewJob.WorkType.COMPETITIVE, false, start, 1800, true, 0);
    }

    @Test
    @DisplayName("With other hours the advice on benefits is asked; not yet leaves a reminder on the record until it is offered")
    void adviceOnChange() {
        var service = world.under("mhep-haringey-barnet");
        var ref = cases.searching(service);
        var job = cases.job(service, ref, DAY);
        clock.stopAt(DAY.plusWeeks(5));
        var specialist = Visitor.at(port, service.specialist());
        change(specialist, job, "1", "notYet");
        assertThat(jobSearch.adviceDueSince(ref)).contains(LocalDate.of(2026, 6, 1));
        assertThat(specialist.get("/clients/" + ref).text()).contains("Hours or pay changed from 1 June 2026, and no advice on benefits");
        change(specialist, job, "8", "booked");
        assertThat(jobSearch.adviceDueSince(ref)).isEmpty();
        assertThat(jobSearch.advice(ref)).last().satisfies(advice -> assertThat(advice.occasion()).isEqualTo("CHANGE_OF_HOURS"));
        assertThat(specialist.get("/clients/" + ref).text()).doesNotContain("no advice on benefits");
    }

    private static void change(Visitor specialist, String job, String day, String advice) {
        specialist.get("/do/changeHours/" + job);
        assertThat(specialist.post("/do/changeHours/" + job, "_action", "send", "weeklyHours", "2" + day, "fromDate-day", day, "fromDate-month", "6",
                "fromDate-year", "2026", "advice", advice).status()).isEqualTo(302);
    }

    @Test
    @DisplayName("A contract that is content with the short profile asks three questions; the others ask all, whatever the page carries")
    void shortProfile() {
        var brief = money.service(terms -> terms.replaceFirst("    trial: false", "    trial: false\n    service: { profile: short, weekly-contact: 6 weeks }"));
        var ref = cases.inSupport(brief);
        var specialist = Visitor.at(port, brief.specialist());
        var path = "/tasks/" + driver.open("vocationalProfile", ref).taskId();
        assertThat(specialist.get(path + "?page=1").text()).contains("What work does the person want to do?").doesNotContain("What are they good at", "Only if");
        assertThat(specialist.get(path).text()).contains("Not needed");
        driver.submit("vocationalProfile", ref, Map.of("short", "yes", "workWanted", "Garden work", "disclosure", "no",
                "completedOn", DAY.toString(), "signed", "yes"), brief.specialist());
        assertThat(jobSearch.profile(ref).orElseThrow().completedOn()).isEqualTo(DAY);
        assertThat(specialist.get("/clients/" + ref).text()).contains("Garden work").doesNotContain("Skills and experience");
        driver.submit("benefitsAdvice", ref, Map.of("offeredOn", DAY.toString(), "answer", "booked"), brief.specialist());
        var job = cases.job(brief, ref, DAY);
        clock.stopAt(DAY.plusWeeks(5));
        assertThat(sustainment.nextContact(job)).contains(DAY.plusWeeks(6));
        clock.stopAt(DAY.plusWeeks(6));
        assertThat(sustainment.nextContact(job)).isEmpty();
        clock.stopAt(DAY);

        var full = world.under("mhep-haringey-barnet");
        var other = cases.inSupport(full);
        assertThat(Visitor.at(port, full.specialist()).get("/tasks/" + driver.open("vocationalProfile", other).taskId() + "?page=1").text())
                .contains("What are they good at");
        assertThatThrownBy(() -> driver.submit("vocationalProfile", other, Map.of("short", "yes", "workWanted", "Garden work", "disclosure", "no",
                "completedOn", DAY.toString(), "signed", "yes"), full.specialist())).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.code()).isEqualTo("short"));
    }
}
