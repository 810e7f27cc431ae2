package org.placewell.sustainment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.jobsearch.EmploymentKind;
import org.placewell.jobsearch.JobEndReason;
import org.placewell.jobsearch.JobSearch;
import org.placewell.jobsearch.NewJob;
import org.placewell.referral.EndReason;
import org.placewell.referral.Referrals;
import org.placewell.shared.MovableClock;
import org.placewell.support.Cases;
import org.placewell.support.ModelCoverage;
import org.placewell.support.PlacewellTest;
import org.placewell.support.ProcessDriver;
import org.placewell.support.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlacewellTest
class SustainmentProcessTest {

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
    Sustainment sustainment;
    @Autowired
    Referrals referrals;
    @Autowired
    MovableClock clock;
    @Autowired
    JdbcClient jdbc;

    @BeforeAll
    static void begin() {
        ModelCoverage.start("sustainment");
    }

    @AfterAll
    static void everyPartTaken() {
        ModelCoverage.assertComplete("sustainment");
    }

    @BeforeEach
    void stop() {
        clock.stopAt(START);
    }

    @Test
    @DisplayName("Somebody not reached at work is asked for again within days, three times in a row at most; a job at risk is said to the leader")
    void notReached() {
        var service = world.under("mhep-haringey-barnet");
        var ref = cases.searching(service);
        var job = cases.job(service, ref, START);
        driver.letTimePass(START.plusWeeks(1), job);
        contact(service, job, "notReached", "notKnown");
        assertThat(driver.waitsAt(job)).doesNotContain("inWorkContact");
        driver.letTimePass(START.plusWeeks(1).plusDays(3), job);
        contact(service, job, "notReached", "notKnown");
        driver.letTimePass(START.plusWeeks(1).plusDays(6), job);
        contact(service, job, "notReached", "notKnown");
        driver.letTimePass(START.plusWeeks(2).plusDays(5), job);
        contact(service, job, "telephone", "atRisk");
        assertThat(driver.waitsAt(job)).as("nothing waits but the next week").doesNotContain("inWorkContact");
        assertThat(sustainment.atRisk(job)).isTrue();
        assertThat(jdbc.sql("select template from message where username = ? and case_ref = ?").params(service.leader().username(), ref)
                .query(String.class).list()).containsOnlyOnce("jobAtRisk");
        driver.letTimePass(START.plusWeeks(3), job);
        contact(service, job, "faceToFace", "well");
        assertThat(sustainment.atRisk(job)).isFalse();
    }

    @Test
    @DisplayName("Weekly contacts of a job held when referred count from the beginning of support")
    void heldJob() {
        var service = world.under("the-link");
        var ref = cases.searching(service);
        var job = jobSearch.recordHeldJob(new NewJob(ref, "Old Mill Bakery", "LE1 1AA", "Baker", EmploymentKind.EMPLOYED, NewJob.WorkType.COMPETITIVE,
                false, START.minusYears(2), 1200, true, 0), null, null, service.specialist());
        driver.letTimePass(START.plusWeeks(2), job);
        assertThat(jdbc.sql("select count(*) from work_item where case_ref = ? and task_key = 'inWorkContact'").param(job).query(Integer.class).single())
                .isEqualTo(2);
    }

    private void contact(World.Service service, String job, String how, String going) {
        driver.submit("inWorkContact", job, Map.of("contactedOn", clock.today().toString(), "how", how, "going", going), service.specialist());
    }

    @Test
    @DisplayName("Weekly contact in the first month, then the contract's 13-week check; hours that changed are recorded with it")
    void milestone() {
        var service = world.under("mhep-haringey-barnet");
        var ref = cases.searching(service);
        var job = cases.job(service, ref, START);
        assertThat(sustainment.milestones(job)).extracting(MilestoneView::weeks).containsExactly(13);
        driver.letTimePass(START.plusWeeks(1).plusDays(1), job);
        driver.submit("inWorkContact", job, Map.of("contactedOn", clock.today().toString(), "how", "faceToFace", "going", "well"),
                service.specialist());
        assertThat(sustainment.contacts(job)).hasSize(1);
        driver.letTimePass(START.plusWeeks(13).minusDays(1), job);
        assertThat(driver.waitsAt(job)).containsOnly("inWorkContact", "message jobEnded");
        driver.letTimePass(START.plusWeeks(13), job);
        driver.submit("checkSustainment", job, Map.of("stillInJob", "yes", "hoursAsAgreed", "no", "newHours", "20",
                "hoursChangedOn", START.plusWeeks(2).toString(), "confirmedBy", "payslip"), service.specialist());
        assertThat(sustainment.milestones(job)).extracting(MilestoneView::status).containsExactly(MilestoneStatus.RECORDED);
        assertThat(sustainment.status(job)).contains(SustainmentStatus.MILESTONES_DONE);
        assertThat(jobSearch.job(job).orElseThrow().minutesOn(clock.today())).isEqualTo(1200);
        assertThat(sustainment.recordMilestone(job)).as("done twice").isFalse();
    }

    @Test
    @DisplayName("A second look at a job with a later milestone: the model goes on until none is left")
    void moreMilestones() {
        var service = world.under("mhep-haringey-barnet");
        var ref = cases.searching(service);
        var job = cases.job(service, ref, START);
        plan(job, 26);
        driver.letTimePass(START.plusWeeks(13), job);
        stillInWork(service, job);
        assertThat(driver.waitsAt(job)).contains("message jobEnded");
        driver.letTimePass(START.plusWeeks(26), job);
        stillInWork(service, job);
        assertThat(sustainment.status(job)).contains(SustainmentStatus.MILESTONES_DONE);
    }

    @Test
    @DisplayName("The job ends: milestones still to come are missed, and the search goes on")
    void jobEnds() {
        var service = world.under("mhep-haringey-barnet");
        var ref = cases.searching(service);
        var job = cases.job(service, ref, START);
        driver.letTimePass(START.plusWeeks(5), job);
        jobSearch.endJob(job, START.plusWeeks(5), JobEndReason.DISMISSED, service.specialist());
        driver.runDue(job);
        assertThat(driver.runs(job)).isEmpty();
        assertThat(sustainment.status(job)).contains(SustainmentStatus.JOB_ENDED);
        assertThat(sustainment.milestones(job)).extracting(MilestoneView::status).containsExactly(MilestoneStatus.MISSED);
        assertThat(driver.waitsAt(ref)).contains("message supportFinished");
        var next = cases.job(service, ref, START.plusWeeks(5));
        assertThat(driver.runs(next)).containsExactly("sustainment");
    }

    @Test
    @DisplayName("The job ends while a check is open: the check goes away; thirteen complete weeks stay reached")
    void jobEndsAtCheck() {
        var service = world.under("mhep-haringey-barnet");
        var ref = cases.searching(service);
        var job = cases.job(service, ref, START);
        driver.letTimePass(START.plusWeeks(13), job);
        jobSearch.endJob(job, START.plusWeeks(13).minusDays(1), JobEndReason.RESIGNED, service.specialist());
        driver.runDue(job);
        assertThat(driver.waitsAt(job)).isEmpty();
        assertThat(sustainment.milestones(job)).extracting(MilestoneView::status).containsExactly(MilestoneStatus.RECORDED);
    }

    @Test
    @DisplayName("The check finds that the job has ended: end and reason are recorded, the milestone is missed")
    void checkFindsEnd() {
        var service = world.under("mhep-haringey-barnet");
        var ref = cases.searching(service);
        var job = cases.job(service, ref, START);
        driver.letTimePass(START.plusWeeks(13), job);
        driver.submit("checkSustainment", job, Map.of("stillInJob", "no", "endedOn", START.plusWeeks(10).toString(), "endReason", "redundant",
                "confirmedBy", "person"), service.specialist());
        assertThat(jobSearch.job(job).orElseThrow().endReason()).isEqualTo(JobEndReason.REDUNDANT);
        assertThat(sustainment.status(job)).contains(SustainmentStatus.JOB_ENDED);
        assertThat(sustainment.milestones(job)).extracting(MilestoneView::status).containsExactly(MilestoneStatus.MISSED);
    }

    @Test
    @DisplayName("A job that starts too late for its milestone is followed until the contract's latest date")
    void latestDate() {
        var service = world.under("wla-drug-alcohol");
        var ref = cases.searching(service);
        driver.letTimePass(START.plusMonths(7), ref);
        var job = cases.job(service, ref, START.plusMonths(7));
        assertThat(sustainment.latestDate(job)).contains(START.plusMonths(9));
        assertThat(sustainment.milestones(job)).isEmpty();
        driver.letTimePass(START.plusMonths(9), job);
        assertThat(driver.runs(job)).containsExactly("sustainment");
        driver.letTimePass(START.plusMonths(9).plusDays(1), job);
        assertThat(driver.runs(job)).isEmpty();
        assertThat(sustainment.status(job)).contains(SustainmentStatus.MILESTONES_DONE);
    }

    @Test
    @DisplayName("A job that ends before anybody began to follow it is closed all the same")
    void endsAtOnce() {
        var service = world.under("mhep-haringey-barnet");
        var ref = cases.searching(service);
        var job = jobSearch.startJob(new NewJob(ref, "Ends At Once", "N17 0AA", "Gardener", EmploymentKind.EMPLOYED, NewJob.WorkType.COMPETITIVE, false,
                START, 960, true, 0), service.specialist());
        jobSearch.endJob(job, START, JobEndReason.RESIGNED, service.specialist());
        driver.runDue(ref, job);
        assertThat(driver.runs(job)).isEmpty();
        assertThat(sustainment.status(job)).contains(SustainmentStatus.JOB_ENDED);
    }

    @Test
    @DisplayName("The referral ends early: support for the job stops")
    void endsEarly() {
        var service = world.under("mhep-haringey-barnet");
        var ref = cases.searching(service);
        var job = cases.job(service, ref, START);
        referrals.endEarly(ref, EndReason.WITHDREW, START, service.leader());
        driver.runDue(job);
        assertThat(driver.runs(job)).isEmpty();
        assertThat(sustainment.status(job)).contains(SustainmentStatus.STOPPED);
    }

    private void plan(String job, int weeks) {
        jdbc.sql("insert into milestone (job_ref, weeks, due_on, status) values (?, ?, ?, 'AHEAD')").params(job, weeks, START.plusWeeks(weeks))
                .update();
    }

    private void stillInWork(World.Service service, String job) {
        driver.submit("checkSustainment", job, Map.of("stillInJob", "yes", "hoursAsAgreed", "yes", "confirmedBy", "person"), service.specialist());
    }
}
