package org.placewell.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.referral.NewReferral;
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
import org.placewell.support.Visitor;
import org.placewell.support.World;
import org.placewell.support.World.Service;
import org.placewell.triage.DuplicateReview;
import org.placewell.triage.HandBackReason;
import org.placewell.triage.Triage;
import org.placewell.triage.TriageChoice;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every way through triage: each decision, each timer, each end. */
@PlacewellTest
class ReferralTriageTest {

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
    Triage triage;

    @Autowired
    Tracker tracker;

    @Autowired
    DuplicateReview review;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Service service;

    @BeforeAll
    static void forget() {
        ModelCoverage.start("referral-triage");
    }

    @AfterAll
    static void complete() {
        ModelCoverage.assertComplete("referral-triage");
    }

    @BeforeEach
    void monday() {
        clock.stopAt(MONDAY);
        service = world.under("mhep-haringey-barnet");
    }

    @Test
    @DisplayName("Accepted: eligible by the contract, graded, on the waiting list, and the referrer is told")
    void accepted() {
        var ref = referring.refer(service);
        assertThat(triage.view(ref, service.leader()).eligibility()).isEqualTo("eligible");
        var task = driver.open("triageReferral", ref);
        assertThat(task.dueDate()).isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(task.team()).isEqualTo(service.team());
        driver.submit("triageReferral", ref, Map.of("decision", "accept"), service.leader());
        var referral = referrals.get(ref);
        assertThat(referral.status()).isEqualTo(ReferralStatus.WAITING);
        assertThat(referral.acceptedOn()).isEqualTo(MONDAY);
        assertThat(referral.need()).isEqualTo("medium");
        assertThat(messages(service.clinician().username(), ref)).containsExactly("referralAccepted");
        assertThat(messages(service.leader().username(), ref)).containsExactly("referralReceived");
    }

    @Test
    @DisplayName("Handed back: with a reason from the closed list and advice that the referrer reads")
    void handedBack() {
        var ref = referring.refer(service);
        driver.submit("triageReferral", ref, Map.of("decision", "handBack", "reason", "otherService",
                "advice", "Call the service in Enfield, they have room this month"), service.leader());
        assertThat(referrals.get(ref).status()).isEqualTo(ReferralStatus.HANDED_BACK);
        assertThat(triage.view(ref, service.clinician()).handBackReason()).isEqualTo(HandBackReason.OTHER_SERVICE);
        assertThat(triage.view(ref, service.clinician()).advice()).contains("Enfield");
        assertThat(driver.runs(ref)).isEmpty();
    }

    @Test
    @DisplayName("A question: reminded after five working days, answered, back with the leader; only as often as the contract allows")
    void questions() {
        var ref = referring.refer(service);
        ask(ref, "Which days suit them best?");
        assertThat(referrals.get(ref).status()).isEqualTo(ReferralStatus.WITH_REFERRER);
        assertThat(driver.open("answerQuestions", ref).assignee()).isEqualTo(service.clinician().username());
        driver.letTimePass(LocalDate.of(2026, 3, 10), ref);
        assertThat(messages(service.clinician().username(), ref)).containsExactly("questionAsked", "answerReminder");
        driver.submit("answerQuestions", ref, Map.of("answer", "Mornings"), service.clinician());
        assertThat(referrals.get(ref).status()).isEqualTo(ReferralStatus.RECEIVED);
        assertThat(messages(service.leader().username(), ref)).contains("questionsAnswered");
        ask(ref, "And how far can they travel?");
        driver.submit("answerQuestions", ref, Map.of("answer", "Half an hour"), service.clinician());
        assertThat(triage.view(ref, service.leader()).questionsLeft()).isZero();
        assertThatThrownBy(() -> ask(ref, "One more, please, if I may?")).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.code()).isEqualTo("questions-used-up"));
        assertThat(driver.open("triageReferral", ref).isOpen()).isTrue();
    }

    @Test
    @DisplayName("A question without an answer comes back to the leader by itself, who can still accept")
    void noAnswer() {
        var ref = referring.refer(service);
        ask(ref, "Which days suit them best?");
        assertThat(tracker.one(ref, service.clinician()).standing().who()).isEqualTo("You");
        driver.letTimePass(LocalDate.of(2026, 3, 17), ref);
        assertThat(driver.waitsAt(ref)).containsExactly("triageReferral");
        assertThat(driver.open("triageReferral", ref).dueDate()).isEqualTo(LocalDate.of(2026, 3, 23));
        assertThat(referrals.get(ref).status()).isEqualTo(ReferralStatus.RECEIVED);
        assertThat(messages(service.leader().username(), ref)).contains("questionNotAnswered");
        assertThat(messages(service.clinician().username(), ref)).contains("questionTakenBack");
        var standing = tracker.one(ref, service.clinician()).standing();
        assertThat(standing.sentence()).isEqualTo("The team leader decides whether the person can join the service");
        assertThat(standing.byWhen()).isEqualTo(LocalDate.of(2026, 3, 23));
        assertThat(triage.clock(ref).stands()).isFalse();
        driver.submit("triageReferral", ref, Map.of("decision", "accept"), service.leader());
        assertThat(referrals.get(ref).status()).isEqualTo(ReferralStatus.WAITING);
    }

    @Test
    @DisplayName("A decision while the question is still with the referrer takes it back without telling anybody that time has passed")
    void decidedWithOpenQuestion() {
        var ref = referring.refer(service);
        ask(ref, "Which days suit them best?");
        triage.decide(ref, TriageChoice.accept(), "", service.leader());
        assertThat(referrals.get(ref).status()).isEqualTo(ReferralStatus.RECEIVED);
        assertThat(messages(service.leader().username(), ref)).doesNotContain("questionNotAnswered");
        assertThat(messages(service.clinician().username(), ref)).doesNotContain("questionTakenBack");
    }

    @Test
    @DisplayName("Undecided after five working days: the leaders are told, the task stays")
    void overdue() {
        var ref = referring.refer(service);
        driver.letTimePass(LocalDate.of(2026, 3, 9), ref);
        assertThat(messages(service.leader().username(), ref)).doesNotContain("triageOverdue");
        driver.letTimePass(LocalDate.of(2026, 3, 10), ref);
        assertThat(messages(service.leader().username(), ref)).contains("triageOverdue");
        assertThat(driver.waitsAt(ref)).containsExactly("triageReferral");
    }

    @Test
    @DisplayName("A typing mistake in the name: a person decides that it is the same, and the earlier referral goes on")
    void duplicate() {
        var first = Referring.someone(service);
        var earlier = referring.refer(service, first);
        var later = referring.refer(service, Referring.someone(service, mistyped(first.who(), 1)));
        assertThat(driver.waitsAt(later)).containsExactly("decideDuplicate");
        assertThat(review.possible(later, service.leader())).singleElement().satisfies(found -> {
            assertThat(found.earlierRef()).isEqualTo(earlier);
            assertThat(found.likeness()).contains("nearly the same name");
        });
        assertThatThrownBy(() -> driver.submit("decideDuplicate", later, Map.of("duplicateDecision", "same", "earlierReferral", later), service.leader()))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.field()).isEqualTo("earlierReferral"));
        driver.submit("decideDuplicate", later, Map.of("duplicateDecision", "same", "earlierReferral", earlier), service.leader());
        assertThat(referrals.get(later).status()).isEqualTo(ReferralStatus.DUPLICATE);
        assertThat(referrals.get(earlier).status()).isEqualTo(ReferralStatus.RECEIVED);
        assertThat(driver.runs(later)).isEmpty();
    }

    @Test
    @DisplayName("A possible duplicate that nobody decides does not sit past the day of triage unnoticed: the leaders are told, once")
    void duplicateOverdue() {
        var first = Referring.someone(service);
        referring.refer(service, first);
        var later = referring.refer(service, Referring.someone(service, mistyped(first.who(), 1)));
        driver.letTimePass(LocalDate.of(2026, 3, 10), later);
        assertThat(driver.waitsAt(later)).containsExactly("decideDuplicate");
        assertThat(messages(service.leader().username(), later)).containsOnlyOnce("triageOverdue");
        driver.submit("decideDuplicate", later, Map.of("duplicateDecision", "different"), service.leader());
        driver.letTimePass(LocalDate.of(2026, 3, 11), later);
        assertThat(messages(service.leader().username(), later)).containsOnlyOnce("triageOverdue");
    }

    @Test
    @DisplayName("Two different people with like names both go on")
    void different() {
        var first = Referring.someone(service);
        referring.refer(service, first);
        var later = referring.refer(service, Referring.someone(service, mistyped(first.who(), 2)));
        driver.submit("decideDuplicate", later, Map.of("duplicateDecision", "different"), service.leader());
        assertThat(driver.waitsAt(later)).containsExactly("triageReferral");
    }

    @Test
    @DisplayName("In a trial the drawn arm stands: usual care ends the case with its own name")
    void usualCare() {
        var ref = referring.usualCare(world.under("thrive-into-work"), MONDAY);
        assertThat(referrals.get(ref).status()).isEqualTo(ReferralStatus.USUAL_CARE);
        assertThat(driver.runs(ref)).containsExactly("trial-follow-up");
    }

    @Test
    @DisplayName("Outside the contract's area: the finding advises, the leader may still accept")
    void outside() {
        var who = Referring.someone(service).who();
        var ref = referring.refer(service, Referring.someone(service,
                new Who(who.nhsNumber(), "", who.givenName(), who.familyName(), who.birthDate(), "", "", "elsewhere")));
        assertThat(triage.view(ref, service.leader()).eligibility()).isEqualTo("outside");
        assertThat(triage.view(ref, service.leader()).eligibilityNote()).contains("home area");
        driver.submit("triageReferral", ref, Map.of("decision", "accept"), service.leader());
        assertThat(referrals.get(ref).status()).isEqualTo(ReferralStatus.WAITING);
    }

    @Test
    @DisplayName("A contract that only pays for keeping a job: who has one is graded as at risk and helped first, who has none is outside")
    void keepsJobs() {
        var link = world.under("the-link");
        var kept = triage(link, false);
        assertThat(triage.view(kept, link.leader()).eligibility()).isEqualTo("eligible");
        var none = triage(link, true);
        assertThat(triage.view(none, link.leader()).eligibility()).isEqualTo("outside");
        assertThat(triage.view(none, link.leader()).eligibilityNote()).contains("for keeping a job");
        driver.submit("triageReferral", kept, Map.of("decision", "accept"), link.leader());
        assertThat(referrals.get(kept).need()).isEqualTo("medium");
        assertThat(jdbc.sql("select priority || ' ' || priority_rule from waiting_entry where referral_ref = ?").param(kept).query(String.class).single())
                .isEqualTo("1 jobAtRisk");
    }

    @Test
    @DisplayName("The leader sees the grade of the table and may choose another, with a reason that is kept and shown on the record")
    void grade() {
        var ref = referring.refer(service);
        var leader = Visitor.at(port, service.leader());
        var task = "/tasks/" + driver.open("triageReferral", ref).taskId();
        assertThat(leader.get(task).text()).contains("Support needed, by the table: medium. One to five years out of work.", "Medium, as the table gives it");
        assertThat(leader.get(task).body()).contains("value=\"table\" checked").doesNotContain("value=\"medium\"");
        assertThat(leader.get(task).body()).as("asked only for another grade").containsPattern("data-hide-when=\"[^\"]*grade[^\"]*table");
        assertThat(leader.post(task, "_action", "send", "decision", "accept", "grade", "higher", "gradeReason", "").text())
                .contains("Say in a sentence why you choose this one");
        assertThat(leader.post(task, "_action", "send", "decision", "accept", "grade", "higher", "gradeReason", "Two jobs were lost in the first week")
                .status()).isEqualTo(302);
        driver.runDue(ref);
        assertThat(referrals.get(ref).need()).isEqualTo("higher");
        assertThat(jdbc.sql("select priority_rule from waiting_entry where referral_ref = ?").param(ref).query(String.class).single())
                .isEqualTo("higherNeed");
        assertThat(leader.get("/waiting-list").text()).as("out of turn").contains("Priority 3 to 2",
                "The team leader chose the grade higher instead of medium: Two jobs were lost in the first week")
                .doesNotContain("2: More support needed");
        assertThat(leader.get("/clients/" + ref).text()).contains("higher, instead of medium as the table gives it",
                "Two jobs were lost in the first week", "chose another grade of support");
        var same = referring.refer(service);
        driver.submit("triageReferral", same, Map.of("decision", "accept", "grade", "table"), service.leader());
        assertThat(referrals.get(same).need()).isEqualTo("medium");
        assertThat(jdbc.sql("select count(*) from waiting_jump where referral_ref = ?").param(same).query(Long.class).single()).isZero();
        assertThat(jdbc.sql("select count(*) from triage_grade where referral_ref = ?").param(same).query(Long.class).single()).isZero();
    }

    private String triage(Service link, boolean outOfWork) {
        var someone = Referring.someone(link);
        var who = someone.who();
        return referring.refer(link, new NewReferral(someone.contractRef(), someone.clinicalTeam(),
                new Who(who.nhsNumber(), "", who.givenName(), who.familyName(), who.birthDate(), "", "", "Leicester"),
                new NewReferral.Work("Keep what they have", outOfWork, 16, "withinYear", java.util.List.of(), false, false),
                new NewReferral.Health("longTermCondition", "Off sick for a month", ""), someone.consents()));
    }

    private void ask(String ref, String question) {
        driver.submit("triageReferral", ref, Map.of("decision", "askMore", "question", question), service.leader());
    }

    private static Who mistyped(Who who, int letters) {
        var name = who.familyName();
        return new Who("", "notKnown", who.givenName(), name.substring(0, name.length() - letters), who.birthDate(), "", "", who.area());
    }

    private java.util.List<String> messages(String username, String ref) {
        return jdbc.sql("select template from message where username = ? and case_ref = ? order by id").params(username, ref).query(String.class).list();
    }
}
