package org.placewell.jobsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.audit.AuditEntry;
import org.placewell.audit.AuditTrail;
import org.placewell.caseload.Caseload;
import org.placewell.caseload.PlaceStatus;
import org.placewell.referral.EndReason;
import org.placewell.referral.FactsChanged;
import org.placewell.referral.ReferralStatus;
import org.placewell.referral.Referrals;
import org.placewell.security.Actor;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.support.Cases;
import org.placewell.support.ModelCoverage;
import org.placewell.support.PlacewellTest;
import org.placewell.support.ProcessDriver;
import org.placewell.support.World;
import org.placewell.workflow.Processes;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PlacewellTest
class JobSearchProcessTest {

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
    Caseload caseload;
    @Autowired
    Referrals referrals;
    @Autowired
    AuditTrail audit;
    @Autowired
    MovableClock clock;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    ApplicationEventPublisher events;
    @Autowired
    Processes processes;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    LimitsAfterUpgrade limitsAfterUpgrade;

    @BeforeAll
    static void begin() {
        ModelCoverage.start("job-search");
    }

    @AfterAll
    static void everyPartTaken() {
        ModelCoverage.assertComplete("job-search");
    }

    @BeforeEach
    void stop() {
        clock.stopAt(START);
    }

    @Test
    @DisplayName("From a place through profile, advice and a job to the agreed end of support")
    void happy() {
        var service = world.under("mhep-haringey-barnet");
        var ref = cases.inSupport(service);
        assertThat(caseload.place(ref).orElseThrow().status()).isEqualTo(PlaceStatus.OPEN);
        assertThat(driver.open("vocationalProfile", ref).assignee()).isEqualTo(service.specialist().username());
        assertThat(driver.open("vocationalProfile", ref).dueDate()).isEqualTo(START.plusWeeks(4));
        driver.submit("vocationalProfile", ref, Map.of("workWanted", "Garden work", "skills", "Plants", "hoursWanted", "from16", "travel", "Bus",
                "supportAtWork", "", "disclosure", "no", "completedOn", "2026-03-02", "signed", "yes"), service.specialist());
        driver.submit("benefitsAdvice", ref, Map.of("offeredOn", "2026-03-02", "answer", "takenUp"), service.specialist());
        assertThat(driver.waitsAt(ref)).contains("message contactLost", "message supportFinished").doesNotContain("benefitsAdvice");

        var job = cases.job(service, ref, START);
        assertThat(driver.runs(job)).containsExactly("sustainment");
        assertThat(driver.waitsAt(ref)).contains("message supportFinished");

        jobSearch.supportFinished(ref, START, service.specialist());
        driver.runDue(ref, job);
        var referral = referrals.get(ref);
        assertThat(referral.status()).isEqualTo(ReferralStatus.ENDED);
        assertThat(referral.endReason()).isEqualTo(EndReason.FINISHED);
        assertThat(told(service.clinician(), ref)).containsOnlyOnce("supportEndedAgreed");
        assertThat(caseload.place(ref)).isEmpty();
        assertThat(driver.runs(ref)).doesNotContain("job-search", "sustainment");
    }

    @Test
    @DisplayName("Contact lost: outreach is tried again, reaches the person, or the person comes back by themselves")
    void lostAndFound() {
        var service = world.under("mhep-haringey-barnet");
        var ref = cases.searching(service);
        jobSearch.contactLost(ref, START, service.specialist());
        attempt(service, ref, "telephone", "noAnswer");
        assertThat(driver.waitsAt(ref)).contains("outreach", "message backInTouch");
        attempt(service, ref, "telephone", "reached");
        assertThat(driver.waitsAt(ref)).contains("message contactLost");
        assertThat(audit.of(ref)).filteredOn(line -> line.action().equals("outreach.no-answer")).singleElement()
                .satisfies(line -> assertThat(line.detail()).contains("still to come"));
        assertThat(audit.of(ref)).filteredOn(line -> line.action().equals("outreach.reached")).singleElement()
                .satisfies(line -> assertThat(line.detail()).isEqualTo(START.toString()));

        jobSearch.contactLost(ref, START, service.specialist());
        assertThatThrownBy(() -> jobSearch.contactLost(ref, START, service.specialist())).isInstanceOf(Problem.Stale.class);
        assertThatThrownBy(() -> jobSearch.supportFinished(ref, START, service.specialist())).isInstanceOf(Problem.Stale.class);
        jobSearch.backInTouch(ref, START, service.specialist());
        assertThat(driver.waitsAt(ref)).contains("message contactLost").doesNotContain("outreach");
    }

    @Test
    @DisplayName("Somebody lost before profile and advice are done is looked for, comes back to what was not done, or leaves support")
    void lostEarly() {
        var service = world.under("mhep-haringey-barnet");
        var ref = cases.inSupport(service);
        var other = cases.inSupport(service);
        jobSearch.contactLost(ref, START, service.specialist());
        assertThat(driver.waitsAt(ref)).contains("outreach", "message backInTouch");
        attempt(service, ref, "telephone", "reached");
        assertThat(driver.waitsAt(ref)).contains("vocationalProfile", "message contactLost").doesNotContain("outreach");
        jobSearch.contactLost(ref, START, service.specialist());
        attempt(service, ref, "telephone", "declined");
        assertThat(referrals.get(ref).endReason()).isEqualTo(EndReason.DISENGAGED);
        assertThat(driver.runs(ref)).doesNotContain("job-search");
        assertThat(driver.waitsAt(ref)).as("nothing is asked any more").isEmpty();

        jobSearch.supportFinished(other, START, service.specialist());
        driver.runDue(other);
        assertThat(referrals.get(other).endReason()).isEqualTo(EndReason.FINISHED);
        assertThat(driver.waitsAt(other)).isEmpty();
    }

    @Test
    @DisplayName("The time limit falls although the profile was never written")
    void limitBeforeProfile() {
        var service = world.under("river-lea");
        var ref = cases.inSupport(service);
        driver.letTimePass(START.plusMonths(9), ref);
        assertThat(referrals.get(ref).endReason()).isEqualTo(EndReason.TIME_LIMIT);
        assertThat(driver.waitsAt(ref)).isEmpty();
    }

    @Test
    @DisplayName("A job that starts while the person is being looked for ends the outreach: they have come back")
    void backByWork() {
        var service = world.under("mhep-haringey-barnet");
        var ref = cases.searching(service);
        jobSearch.contactLost(ref, START, service.specialist());
        cases.job(service, ref, START);
        assertThat(driver.waitsAt(ref)).contains("message contactLost").doesNotContain("outreach");
        assertThat(jdbc.sql("select ended_by from lost_contact where referral_ref = ?").param(ref).query(String.class).single()).isEqualTo("CAME_BACK");
        assertThat(actions(ref)).containsOnlyOnce("contact.back");
    }

    @Test
    @DisplayName("A job that began before contact was lost says nothing about where the person is: they are looked for on")
    void jobBeforeLoss() {
        var service = world.under("mhep-haringey-barnet");
        var ref = cases.searching(service);
        clock.stopAt(START.plusDays(7));
        jobSearch.contactLost(ref, START.plusDays(5), service.specialist());
        cases.job(service, ref, START.plusDays(4));
        assertThat(driver.waitsAt(ref)).contains("outreach");
        assertThat(actions(ref)).doesNotContain("contact.back");
        cases.job(service, ref, START.plusDays(5));
        assertThat(driver.waitsAt(ref)).doesNotContain("outreach");
    }

    @Test
    @DisplayName("After the contract's number of attempts without an answer support closes as disengaged")
    void disengaged() {
        var service = world.under("mhep-haringey-barnet");
        var ref = cases.searching(service);
        jobSearch.contactLost(ref, START, service.specialist());
        attempt(service, ref, "telephone", "noAnswer");
        attempt(service, ref, "telephone", "noAnswer");
        attempt(service, ref, "textMessage", "noAnswer");
        assertThat(referrals.get(ref).isOpen()).as("three attempts within a day").isTrue();
        clock.stopAt(START.plusDays(1));
        attempt(service, ref, "telephone", "noAnswer");
        assertThat(referrals.get(ref).isOpen()).isTrue();
        clock.stopAt(START.plusDays(2));
        attempt(service, ref, "telephone", "noAnswer");
        assertThat(referrals.get(ref).endReason()).isEqualTo(EndReason.DISENGAGED);
        assertThat(told(service.specialist(), ref)).containsOnlyOnce("supportEndedNoContact");
        assertThat(told(service.clinician(), ref)).containsOnlyOnce("supportEndedNoContact");
    }

    @Test
    @DisplayName("A time-limited contract: nobody in work when the nine months are over, and support closes")
    void timeLimit() {
        var service = world.under("wla-drug-alcohol");
        var ref = cases.searching(service);
        var concerned = List.of(service.specialist(), service.leader(), service.clinician());
        driver.letTimePass(START.plusMonths(9).minusDays(29), ref);
        assertThat(concerned).allSatisfy(person -> assertThat(told(person, ref)).doesNotContain("supportEndsSoon"));
        driver.letTimePass(START.plusMonths(9).minusDays(28), ref);
        assertThat(concerned).allSatisfy(person -> assertThat(told(person, ref)).containsOnlyOnce("supportEndsSoon"));
        driver.letTimePass(START.plusMonths(9).minusDays(1), ref);
        assertThat(referrals.get(ref).status()).isEqualTo(ReferralStatus.IN_SUPPORT);
        driver.letTimePass(START.plusMonths(9), ref);
        assertThat(referrals.get(ref).endReason()).isEqualTo(EndReason.TIME_LIMIT);
        assertThat(concerned).allSatisfy(person -> assertThat(told(person, ref)).containsOnlyOnce("supportEndsSoon"));
        assertThat(told(service.specialist(), ref)).containsOnlyOnce("supportEndedTimeLimit");
        assertThat(told(service.clinician(), ref)).containsOnlyOnce("supportEndedTimeLimit");
    }

    @Test
    @DisplayName("Somebody in work when the nine months of search are over is supported on, up to nine months in work")
    void timeLimitInWork() {
        var service = world.under("wla-drug-alcohol");
        var ref = cases.searching(service);
        driver.letTimePass(START.plusMonths(8), ref);
        var job = cases.job(service, ref, START.plusMonths(8));
        driver.letTimePass(START.plusMonths(10), ref, job);
        assertThat(referrals.get(ref).status()).isEqualTo(ReferralStatus.IN_SUPPORT);
        jobSearch.endJob(job, START.plusMonths(10), JobEndReason.RESIGNED, service.specialist());
        for (var person : List.of(service.specialist(), service.leader(), service.clinician())) {
            assertThat(told(person, ref)).as("the limit has passed already: a week is left, and it is said").containsOnlyOnce("supportEndsSoon");
        }
        driver.letTimePass(START.plusMonths(10).plusDays(3), ref);
        events.publishEvent(new FactsChanged(ref));
        assertThat(told(service.specialist(), ref)).containsOnlyOnce("supportEndsSoon");
        driver.letTimePass(START.plusMonths(10).plusWeeks(1), ref, job);
        assertThat(referrals.get(ref).endReason()).isEqualTo(EndReason.TIME_LIMIT);
    }

    @Test
    @DisplayName("A job held since the first month ends support after the contract's months in work; lost before, the search goes on to its own limit")
    void inWorkLimit() {
        var service = world.under("river-lea");
        var ref = cases.searching(service);
        var other = cases.searching(service);
        driver.letTimePass(START.plusMonths(1), ref, other);
        var kept = cases.job(service, ref, START.plusMonths(1));
        var lost = cases.job(service, other, START.plusMonths(1));
        driver.letTimePass(START.plusMonths(3), ref, other, kept, lost);
        jobSearch.endJob(lost, START.plusMonths(3), JobEndReason.RESIGNED, service.specialist());
        driver.letTimePass(START.plusMonths(5).minusDays(1), ref, other, kept, lost);
        assertThat(referrals.get(ref).isOpen()).isTrue();
        driver.letTimePass(START.plusMonths(5), ref, other, kept, lost);
        assertThat(referrals.get(ref).endReason()).isEqualTo(EndReason.TIME_LIMIT);
        driver.letTimePass(START.plusMonths(9).minusDays(1), other);
        assertThat(referrals.get(other).isOpen()).isTrue();
        driver.letTimePass(START.plusMonths(9), other);
        assertThat(referrals.get(other).endReason()).isEqualTo(EndReason.TIME_LIMIT);
    }

    @Test
    @DisplayName("Who was in work at the upgrade from a release that set no timer for it is looked at once, without a change of their record")
    void lookedAtAfterUpgrade() {
        var service = world.under("river-lea");
        var ref = cases.searching(service);
        var job = cases.job(service, ref, START);
        transaction.executeWithoutResult(status ->
                processes.moveTimer("job-search", ref, "searchLimitReached", Instant.parse("3000-01-01T00:00:00Z")));
        driver.letTimePass(START.plusMonths(4).minusDays(3), ref, job);
        assertThat(told(service.specialist(), ref)).doesNotContain("supportEndsSoon");
        jdbc.sql("insert into support_limit_look (referral_ref) values (?)").param(ref).update();
        limitsAfterUpgrade.lookAtAll();
        limitsAfterUpgrade.lookAtAll();
        assertThat(told(service.specialist(), ref)).containsOnlyOnce("supportEndsSoon");
        assertThat(jdbc.sql("select count(*) from support_limit_look").query(Integer.class).single()).isZero();
        driver.letTimePass(START.plusMonths(4), ref, job);
        assertThat(referrals.get(ref).endReason()).isEqualTo(EndReason.TIME_LIMIT);
    }

    @Test
    @DisplayName("Somebody away from the job they came with has the months of the search to go back; back in it, the months in work count from the return")
    void heldJob() {
        var service = world.under("the-link");
        var ref = cases.searching(service);
        var job = jobSearch.recordHeldJob(new NewJob(ref, "Old Mill Bakery", "LE1 1AA", "Baker", EmploymentKind.EMPLOYED, NewJob.WorkType.COMPETITIVE,
                false, START.minusYears(2), 1200, true, 0), "SICKNESS", START.minusDays(10), service.specialist());
        driver.letTimePass(START.plusMonths(5), ref);
        jobSearch.recordBreak(job, START.minusDays(10), START.plusMonths(5).minusDays(1), "SICKNESS", service.specialist());
        driver.letTimePass(START.plusMonths(8).minusDays(1), ref);
        assertThat(referrals.get(ref).isOpen()).isTrue();
        driver.letTimePass(START.plusMonths(8), ref);
        assertThat(referrals.get(ref).endReason()).isEqualTo(EndReason.TIME_LIMIT);
    }

    @Test
    @DisplayName("Nobody met an employer within the contract's days: the team leader is told once")
    void employerContact() {
        var service = world.under("mhep-haringey-barnet");
        var ref = cases.searching(service);
        var met = cases.searching(service);
        jobSearch.recordEmployerContact(new NewEmployerContact(met, "Old Mill Bakery", "", START, "FACE_TO_FACE", "INTRODUCE_PERSON", true),
                service.specialist());
        driver.letTimePass(START.plusDays(30), ref, met);
        assertThat(actions(ref)).doesNotContain("employer-contact.overdue");
        driver.letTimePass(START.plusDays(31), ref, met);
        jobSearch.checkFirstEmployerMeeting(ref);
        assertThat(actions(ref)).containsOnlyOnce("employer-contact.overdue");
        assertThat(actions(met)).doesNotContain("employer-contact.overdue");
    }

    private void attempt(World.Service service, String ref, String how, String result) {
        driver.submit("outreach", ref, Map.of("attemptedOn", clock.today().toString(), "how", how, "result", result), service.specialist());
    }

    private List<String> told(Actor person, String ref) {
        return jdbc.sql("select template from message where username = ? and case_ref = ?").params(person.username(), ref).query(String.class).list();
    }

    private List<String> actions(String ref) {
        return audit.of(ref).stream().map(AuditEntry::action).toList();
    }
}
