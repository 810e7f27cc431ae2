package org.placewell.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.referral.EndReason;
import org.placewell.referral.NewReferral.Who;
import org.placewell.referral.ReferralStatus;
import org.placewell.referral.Referrals;
import org.placewell.referral.Tracker;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.support.ModelCoverage;
import org.placewell.support.PlacewellTest;
import org.placewell.support.ProcessDriver;
import org.placewell.support.Referring;
import org.placewell.support.World;
import org.placewell.support.World.Service;
import org.placewell.workflow.Processes;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole case: every end of triage, of the waiting list and of support, and the early end from each part. */
@PlacewellTest
class ReferralToOutcomeTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Autowired
    World world;

    @Autowired
    MovableClock clock;

    @Autowired
    ProcessDriver driver;

    @Autowired
    Referring referring;

    @Autowired
    Referrals referrals;

    @Autowired
    Tracker tracker;

    @Autowired
    Processes processes;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    private Service service;

    @BeforeAll
    static void forget() {
        ModelCoverage.start("referral-to-outcome");
    }

    @AfterAll
    static void complete() {
        ModelCoverage.assertComplete("referral-to-outcome");
    }

    @BeforeEach
    void monday() {
        clock.stopAt(MONDAY);
        service = world.under("mhep-haringey-barnet");
    }

    @Test
    @DisplayName("From referral to the end of support, in four statuses the referrer can follow")
    void wholeWay() {
        var ref = referring.refer(service);
        assertThat(tracker.one(ref, service.clinician()).standing().who()).isEqualTo("Team " + service.number());
        driver.submit("triageReferral", ref, Map.of("decision", "accept"), service.leader());
        assertThat(tracker.one(ref, service.clinician()).standing().sentence()).contains("near the front of the list");
        referring.offer(service, ref);
        assertThat(tracker.one(ref, service.clinician()).standing().byWhen()).isEqualTo(LocalDate.of(2026, 3, 12));
        referring.answer(service, ref, "accepted", MONDAY);
        assertThat(tracker.one(ref, service.clinician()).standing().sentence()).startsWith("Looking for work with specialist");
        assertThat(driver.runs(ref)).containsExactly("job-search", "referral-to-outcome");
        driver.submit("vocationalProfile", ref, Map.of("workWanted", "Plants", "skills", "Patience", "hoursWanted", "from16", "travel", "By bus",
                "supportAtWork", "Quiet mornings", "disclosure", "no", "completedOn", MONDAY.toString(), "signed", "yes"), service.specialist());
        driver.submit("benefitsAdvice", ref, Map.of("offeredOn", MONDAY.toString(), "answer", "takenUp"), service.specialist());
        new TransactionTemplate(transactions).executeWithoutResult(status -> processes.send("supportFinished", ref, Map.of("searchOutcome", "finished")));
        driver.runDue(ref);
        assertThat(driver.runs(ref)).as("the claim for the finished profile goes on by itself").doesNotContain("job-search", "referral-to-outcome");
        assertThat(referrals.get(ref).status()).isEqualTo(ReferralStatus.ENDED);
    }

    @Test
    @DisplayName("Handed back, joined with an earlier one, usual care, left the list: each ends the case by its own name")
    void otherEnds() {
        var back = referring.refer(service);
        driver.submit("triageReferral", back, Map.of("decision", "handBack", "reason", "outsideArea", "advice", "The service in Enfield takes them"),
                service.leader());
        assertThat(tracker.one(back, service.clinician()).standing().more()).contains("Enfield");

        var first = Referring.someone(service);
        var earlier = referring.refer(service, first);
        var who = first.who();
        var again = referring.refer(service, Referring.someone(service, new Who("", "notKnown", who.familyName(), who.givenName(), who.birthDate(), "", "", "")));
        driver.submit("decideDuplicate", again, Map.of("duplicateDecision", "same", "earlierReferral", earlier), service.leader());

        var inTrial = world.under("thrive-into-work");
        var trial = referring.usualCare(inTrial, MONDAY);
        assertThat(tracker.one(trial, inTrial.clinician()).standing().sentence()).contains("usual care");
        assertThat(driver.runs(trial)).containsExactly("trial-follow-up");
        assertThat(referrals.get(trial).isOpen()).isFalse();

        var left = referring.waiting(service);
        referring.offer(service, left);
        referring.answer(service, left, "leaves", MONDAY);

        assertThat(List.of(back, again, left)).allSatisfy(ref -> {
            assertThat(driver.runs(ref)).isEmpty();
            assertThat(referrals.get(ref).isOpen()).isFalse();
            assertThat(tracker.one(ref, service.clinician()).standing().sentence()).isNotBlank();
        });
    }

    @Test
    @DisplayName("An early end from triage, the list, an offer and support leaves no task, no timer, no place in line")
    void endsEarly() {
        var triage = referring.refer(service);
        var waiting = referring.waiting(service);
        var offered = referring.waiting(service);
        referring.offer(service, offered);
        var support = referring.inSupport(service, MONDAY);
        for (var ref : List.of(triage, waiting, offered, support)) {
            // Under this contract support outlasts discharge from the clinical team.
            var reason = ref.equals(support) ? EndReason.WITHDREW : EndReason.DISCHARGED;
            referrals.endEarly(ref, reason, MONDAY, service.leader());
            driver.runDue(ref);
            assertThat(driver.runs(ref)).as(ref).isEmpty();
            assertThat(driver.waitsAt(ref)).as(ref).isEmpty();
            assertThat(referrals.get(ref).endReason()).isEqualTo(reason);
            assertThat(messages(service.clinician().username(), ref)).contains("caseEndedEarly");
            assertThatThrownBy(() -> referrals.endEarly(ref, EndReason.WITHDREW, MONDAY, service.leader())).isInstanceOf(Problem.Stale.class);
        }
        assertThat(jdbc.sql("select count(*) from waiting_entry where team_id = ? and status in ('WAITING', 'OFFERED')").param(service.team())
                .query(Long.class).single()).isZero();
    }

    @Test
    @DisplayName("A death is recorded quietly: no reason on the tracker, a plain message, nothing more")
    void died() {
        var ref = referring.waiting(service);
        assertThatThrownBy(() -> referrals.endEarly(ref, EndReason.DIED, MONDAY.plusDays(1), service.clinician()))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.field()).isEqualTo("diedOn"));
        assertThatThrownBy(() -> referrals.endEarly(ref, EndReason.DIED, MONDAY.minusYears(120), service.clinician()))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.getMessage()).contains("before the person was born"));
        assertThatThrownBy(() -> referrals.endEarly(ref, EndReason.WITHDREW, MONDAY.minusDays(1), service.clinician()))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.field()).isEqualTo("endedOn"));
        // Whoever referred may not have known yet.
        referrals.endEarly(ref, EndReason.DIED, MONDAY.minusDays(1), service.clinician());
        driver.runDue(ref);
        assertThat(tracker.one(ref, service.clinician()).standing().sentence()).isEqualTo("This case is closed. Nothing more will be sent about it");
        assertThat(messages(service.leader().username(), ref)).contains("caseEndedDied").doesNotContain("caseEndedEarly");
    }

    @Test
    @DisplayName("Accepting twice, handing back twice, taking the place twice: one effect")
    void twice() {
        var ref = referring.inSupport(service, MONDAY);
        int steps = referrals.steps(ref, service.leader()).size();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            referrals.move(ref, ReferralStatus.IN_SUPPORT, service.leader(), "", "");
            assertThatThrownBy(() -> referrals.move(ref, ReferralStatus.WAITING, service.leader(), "", "")).isInstanceOf(Problem.Stale.class);
            status.setRollbackOnly();
        });
        assertThat(referrals.steps(ref, service.leader())).hasSize(steps);
    }

    private List<String> messages(String username, String ref) {
        return jdbc.sql("select template from message where username = ? and case_ref = ? order by id").params(username, ref).query(String.class).list();
    }
}
