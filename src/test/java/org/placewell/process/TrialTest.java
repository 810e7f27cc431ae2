package org.placewell.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.referral.EndReason;
import org.placewell.referral.ReferralStatus;
import org.placewell.referral.Referrals;
import org.placewell.referral.Tracker;
import org.placewell.referral.SamePerson;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.support.ModelCoverage;
import org.placewell.support.PlacewellTest;
import org.placewell.support.ProcessDriver;
import org.placewell.support.Referring;
import org.placewell.support.Visitor;
import org.placewell.support.World;
import org.placewell.support.World.Service;
import org.placewell.triage.Triage;
import org.placewell.triage.Trials;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A trial: asked and measured first, allocated from a sealed list, followed up whichever arm. */
@PlacewellTest
class TrialTest {

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
    SamePerson samePerson;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TransactionTemplate transaction;
    @LocalServerPort
    int port;

    @Autowired
    Tracker tracker;
    @Autowired
    Triage triage;
    @Autowired
    Trials trials;

    private Service service;

    @BeforeAll
    static void forget() {
        ModelCoverage.start("trial-entry");
        ModelCoverage.start("trial-follow-up");
    }

    @AfterAll
    static void complete() {
        ModelCoverage.assertComplete("trial-entry");
        ModelCoverage.assertComplete("trial-follow-up");
    }

    @BeforeEach
    void monday() {
        clock.stopAt(MONDAY);
        service = world.under("thrive-into-work");
    }

    @Test
    @DisplayName("Twenty-four people of one team: every block is even, so the arms never drift more than three apart; each reveal is recorded")
    void balanced() {
        int ahead = 0;
        var refs = new ArrayList<String>();
        for (int i = 0; i < 24; i++) {
            var ref = referring.askedAboutTrial(service, MONDAY, true);
            refs.add(ref);
            ahead += referrals.get(ref).status() == ReferralStatus.USUAL_CARE ? -1 : 1;
            assertThat(Math.abs(ahead)).as("after " + refs.size()).isLessThanOrEqualTo(3);
        }
        assertThat(refs).allSatisfy(ref -> {
            assertThat(jdbc.sql("select count(*) from audit_event where stream = ? and action = 'trial.arm-revealed'").param(ref)
                    .query(Long.class).single())
                    .isEqualTo(1);
            assertThat(referrals.get(ref).status()).isIn(ReferralStatus.USUAL_CARE, ReferralStatus.WAITING);
        });
        var slots = jdbc.sql("select slot from trial_reveal where clinical_team_id = ? order by revealed_at, slot").param(service.clinicalTeam())
                .query(Integer.class).list();
        assertThat(slots).hasSize(24).isSorted().startsWith(1).endsWith(24);
        var page = Visitor.at(port, service.leader()).get("/trials");
        assertThat(page.text()).contains("Clinic " + service.number(), "0 of 24");
    }

    @Test
    @DisplayName("Who takes no part is supported outside the trial, and nothing is revealed; outside a trial nobody is asked")
    void declined() {
        var ref = referring.askedAboutTrial(service, MONDAY, false);
        assertThat(referrals.get(ref).status()).isEqualTo(ReferralStatus.WAITING);
        assertThat(driver.runs(ref)).doesNotContain("trial-follow-up");
        assertThat(jdbc.sql("select count(*) from trial_reveal where referral_ref = ?").param(ref).query(Long.class).single()).isZero();
        var plain = referring.waiting(world.under("mhep-haringey-barnet"));
        assertThat(referrals.get(plain).status()).isEqualTo(ReferralStatus.WAITING);
    }

    @Test
    @DisplayName("Mistakes are told beside the field: a date to come, a score off the scale; the task stays")
    void mistakes() {
        var ref = referring.waiting(service);
        var task = driver.open("enterTrial", ref);
        assertThat(task.dueDate()).isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(Visitor.at(port, service.leader()).get("/tasks/" + task.taskId()).text()).contains("This programme is a trial");
        assertThatThrownBy(() -> enter(ref, MONDAY.plusDays(1), 20, "swemwbs")).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.field()).isEqualTo("askedOn"));
        assertThatThrownBy(() -> enter(ref, MONDAY, 6, "swemwbs")).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.field()).isEqualTo("score"));
        assertThatThrownBy(() -> enter(ref, MONDAY, 21, "topWellbeing")).isInstanceOf(Problem.class);
        assertThat(driver.waitsAt(ref)).containsExactly("enterTrial");
        enter(ref, MONDAY, 20, "topWellbeing");
        assertThat(driver.runs(ref)).contains("trial-follow-up");
    }

    @Test
    @DisplayName("Usual care is followed up after the contract's twelve months, and not supported")
    void followedUp() {
        var ref = referring.usualCare(service, MONDAY);
        assertThat(driver.waitsAt(ref)).isEmpty();
        driver.letTimePass(LocalDate.of(2027, 3, 1), ref);
        assertThat(driver.waitsAt(ref)).isEmpty();
        driver.letTimePass(LocalDate.of(2027, 3, 2), ref);
        var task = driver.open("followUp", ref);
        assertThat(task.dueDate()).isEqualTo(LocalDate.of(2027, 3, 30));
        assertThat(Visitor.at(port, service.leader()).get("/tasks/" + task.taskId()).text()).contains("Short Warwick-Edinburgh scale");
        var day = LocalDate.of(2027, 3, 2).toString();
        assertThatThrownBy(() -> driver.submit("followUp", ref, Map.of("followUpAnswer", "measured", "onDate", day, "score", 36, "inWork", "yes"),
                service.leader())).isInstanceOf(Problem.class);
        driver.submit("followUp", ref, Map.of("followUpAnswer", "measured", "onDate", day, "score", 25, "inWork", "yes"), service.leader());
        assertThat(driver.runs(ref)).isEmpty();
        assertThat(Visitor.at(port, service.leader()).get("/trials").text()).contains("1 of");
    }

    @Test
    @DisplayName("Anybody may leave at any time: nothing more is asked, the arm stays, and whoever comes again is supported outside the trial")
    void leaves() {
        var someone = Referring.someone(service);
        String ref;
        do {
            ref = referring.waiting(service, someone);
            enter(ref, MONDAY, 20, "topWellbeing");
            if (referrals.get(ref).status() == ReferralStatus.USUAL_CARE) {
                break;
            }
            someone = Referring.someone(service);
        } while (true);
        var leader = Visitor.at(port, service.leader());
        assertThat(leader.get("/clients/" + ref).text()).contains("Record that the person leaves the trial");
        leader.get("/do/withdrawTrial/" + ref);
        var early = leader.post("/do/withdrawTrial/" + ref, "_action", "send", "onDate-day", "1", "onDate-month", "3", "onDate-year", "2026");
        assertThat(early.text()).contains("The date must lie between the day on which the arm was drawn");
        assertThat(leader.post("/do/withdrawTrial/" + ref, "_action", "send", "onDate-day", "2", "onDate-month", "3", "onDate-year", "2026").status())
                .isEqualTo(302);
        assertThat(driver.runs(ref)).isEmpty();
        assertThat(arm(ref)).isEqualTo("usualCare");
        assertThat(leader.get("/do/withdrawTrial/" + ref).status()).isEqualTo(409);
        assertThat(leader.get("/clients/" + ref).text()).doesNotContain("Record that the person leaves the trial");
        assertThat(leader.get("/trials").text()).contains("Left the trial");
        var again = referring.waiting(service, someone);
        assertThat(referrals.get(again).status()).as("not asked, not drawn").isEqualTo(ReferralStatus.WAITING);
        assertThat(driver.waitsAt(again)).doesNotContain("enterTrial");
        assertThat(jdbc.sql("select count(*) from trial_reveal where referral_ref = ?").param(again).query(Long.class).single()).isZero();
    }

    @Test
    @DisplayName("Nobody is asked to follow up somebody who has died")
    void died() {
        String ref;
        do {
            ref = referring.askedAboutTrial(service, MONDAY, true);
        } while (referrals.get(ref).status() != ReferralStatus.WAITING);
        referrals.endEarly(ref, EndReason.DIED, MONDAY, service.leader());
        driver.runDue(ref);
        assertThat(driver.runs(ref)).isEmpty();
    }

    @Test
    @DisplayName("Withdrawn consent ends the follow-up and counts as having left the trial; who only leaves the support is followed up")
    void consentWithdrawn() {
        var ref = supported();
        clock.stopAt(MONDAY.plusDays(5));
        referrals.endEarly(ref, EndReason.CONSENT_WITHDRAWN, MONDAY.plusDays(2), service.leader());
        clock.stopAt(MONDAY);
        driver.runDue(ref);
        assertThat(driver.runs(ref)).isEmpty();
        assertThat(followUp(ref)).isEqualTo("withdrawn");
        assertThat(jdbc.sql("select on_date from trial_follow_up where referral_ref = ?").param(ref).query(LocalDate.class).single())
                .isEqualTo(MONDAY.plusDays(2));
        assertThat(trials.takesPart(ref)).isFalse();
        var other = supported();
        referrals.endEarly(other, EndReason.WITHDREW, MONDAY, service.leader());
        driver.runDue(other);
        assertThat(driver.runs(other)).containsExactly("trial-follow-up");
    }

    @Test
    @DisplayName("A death learnt at the follow-up closes the case as a death, and nobody is reminded of the person")
    void diedAtFollowUp() {
        var ref = supported();
        var day = LocalDate.of(2027, 3, 2);
        driver.letTimePass(day, ref);
        assertThatThrownBy(() -> driver.submit("followUp", ref, Map.of("followUpAnswer", "died", "diedOn", MONDAY.minusDays(1).toString()),
                service.leader())).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.field()).isEqualTo("diedOn"));
        driver.submit("followUp", ref, Map.of("followUpAnswer", "died", "diedOn", day.minusDays(9).toString()), service.leader());
        assertThat(referrals.get(ref).endReason()).isEqualTo(EndReason.DIED);
        assertThat(referrals.get(ref).endedOn()).isEqualTo(day.minusDays(9));
        assertThat(driver.runs(ref)).isEmpty();
        assertThat(jdbc.sql("select count(*) from message where case_ref = ? and read_at is null and template <> 'caseEndedDied'").param(ref)
                .query(Long.class).single()).isZero();
        var usualCare = referring.usualCare(service, day);
        clock.stopAt(day.plusMonths(12));
        driver.runDue(usualCare);
        driver.submit("followUp", usualCare, Map.of("followUpAnswer", "died", "diedOn", day.plusMonths(12).toString()), service.leader());
        assertThat(jdbc.sql("select count(*) from message where case_ref = ? and read_at is null").param(usualCare).query(Long.class).single())
                .isZero();
    }

    @Test
    @DisplayName("A death on a day before a later referral on the same draw is not believed until that referral is closed; nothing is recorded meanwhile")
    void laterReferralAfterDeath() {
        var someone = Referring.someone(service);
        var first = referring.waiting(service, someone);
        enter(first, MONDAY, 20, "topWellbeing");
        while (referrals.get(first).status() != ReferralStatus.WAITING) {
            someone = Referring.someone(service);
            first = referring.waiting(service, someone);
            enter(first, MONDAY, 20, "topWellbeing");
        }
        referrals.endEarly(first, EndReason.WITHDREW, MONDAY, service.leader());
        clock.stopAt(MONDAY.plusMonths(6));
        var second = referring.waiting(service, someone);
        enter(second, clock.today(), 20, "topWellbeing");
        driver.letTimePass(LocalDate.of(2027, 3, 2), first);
        var drawn = first;
        var died = Map.<String, Object>of("followUpAnswer", "died", "diedOn", "2026-09-01");
        assertThatThrownBy(() -> driver.submit("followUp", drawn, died, service.leader())).isInstanceOfSatisfying(Problem.class, problem -> assertThat(
                problem.field() + ": " + problem.getMessage()).startsWith("diedOn: Another referral of this person was made on 2 September 2026"));
        assertThat(driver.isOpen("followUp", first)).isTrue();
        assertThat(jdbc.sql("select count(*) from trial_follow_up where referral_ref = ?").param(first).query(Long.class).single()).isZero();
        referrals.endEarly(second, EndReason.WITHDREW, clock.today(), service.leader());
        driver.submit("followUp", first, died, service.leader());
        assertThat(followUp(first)).isEqualTo("died");
    }

    @Test
    @DisplayName("A death at the follow-up has a question of its own, and the answers are shown before they are sent")
    void deathHasItsOwnDay() {
        var ref = referring.waiting(service);
        enter(ref, MONDAY, 20, "topWellbeing");
        driver.letTimePass(LocalDate.of(2027, 3, 2), ref);
        var leader = Visitor.at(port, service.leader());
        var task = "/tasks/" + driver.open("followUp", ref).taskId();
        assertThat(leader.get(task).text()).contains("When did they die?", "On which day?");
        assertThat(leader.post(task, "_action", "next", "_page", "1", "followUpAnswer", "died").text()).contains("Enter the day on which they died")
                .doesNotContain("Enter the day<");
        assertThat(leader.post(task, "_action", "next", "_page", "1", "followUpAnswer", "died", "diedOn-day", "9", "diedOn-month", "3",
                "diedOn-year", "2026").location()).endsWith("?page=check");
        assertThat(leader.get(task + "?page=check").text()).contains("When did they die? 9 3 2026");
    }

    @Test
    @DisplayName("Accepted and not asked yet: the referrer reads that, the clock of triage stands, and the leaders hear of it when nobody asks")
    void acceptedNotAsked() {
        var ref = referring.waiting(service);
        var standing = tracker.one(ref, service.clinician()).standing();
        assertThat(standing.sentence()).isEqualTo("Accepted: consent and questions of the trial come next");
        assertThat(standing.byWhen()).isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(Visitor.at(port, service.leader()).get("/clients/" + ref).text()).contains("Accepted, to be asked about the trial")
                .doesNotContain("Being looked at");
        driver.letTimePass(LocalDate.of(2026, 3, 9), ref);
        assertThat(overdue(ref)).isZero();
        driver.letTimePass(LocalDate.of(2026, 3, 10), ref);
        assertThat(overdue(ref)).isEqualTo(1);
        assertThat(triage.clock(ref).used()).isZero();
        assertThat(driver.isOpen("enterTrial", ref)).isTrue();
    }

    private long overdue(String ref) {
        return jdbc.sql("select count(*) from message where case_ref = ? and template = 'trialEntryOverdue'").param(ref).query(Long.class).single();
    }

    private String followUp(String ref) {
        return jdbc.sql("select answer from trial_follow_up where referral_ref = ?").param(ref).query(String.class).single();
    }

    private String supported() {
        while (true) {
            var ref = referring.askedAboutTrial(service, MONDAY, true);
            if (referrals.get(ref).status() == ReferralStatus.WAITING) {
                return ref;
            }
        }
    }

    @Test
    @DisplayName("Who is referred again, or found to be somebody known, keeps the arm: no second draw, no second follow-up, counted once")
    void drawnOnce() {
        var first = Referring.someone(service);
        var refs = new ArrayList<String>();
        refs.add(referring.waiting(service, first));
        enter(refs.get(0), MONDAY, 20, "topWellbeing");
        var arm = arm(refs.get(0));
        for (int i = 1; i < 4; i++) {
            if (referrals.get(refs.get(i - 1)).isOpen()) {
                referrals.endEarly(refs.get(i - 1), EndReason.WITHDREW, MONDAY, service.leader());
            }
            var ref = i < 3 ? referring.waiting(service, first) : referring.waiting(service);
            if (i == 3) {
                samePerson.join(refs.get(0), ref, false, "The same voice", service.leader());
            }
            enter(ref, MONDAY, 20, "topWellbeing");
            refs.add(ref);
            assertThat(referrals.get(ref).status()).isEqualTo(arm.equals("support") ? ReferralStatus.WAITING : ReferralStatus.USUAL_CARE);
            assertThat(driver.runs(ref)).doesNotContain("trial-follow-up");
            assertThat(jdbc.sql("select array_agg(action order by action) from audit_event where stream = ? and action like 'trial.arm%'").param(ref)
                    .query(String.class).single()).isEqualTo("{trial.arm-kept}");
        }
        assertThat(driver.runs(refs.get(0))).contains("trial-follow-up");
        assertThat(refs).allSatisfy(ref -> assertThat(arm(ref)).isEqualTo(arm));
        assertThat(jdbc.sql("select distinct slot from trial_reveal where clinical_team_id = ?").param(service.clinicalTeam())
                .query(Integer.class).list()).containsExactly(1);
        assertThat(Visitor.at(port, service.leader()).get("/trials").text()).contains("0 of 1").doesNotContain("of 4");
        referring.askedAboutTrial(service, MONDAY, true);
        assertThat(jdbc.sql("select max(slot) from trial_reveal where clinical_team_id = ?").param(service.clinicalTeam())
                .query(Integer.class).single()).isEqualTo(2);
    }

    private String arm(String ref) {
        return jdbc.sql("select arm from trial_reveal where referral_ref = ?").param(ref).query(String.class).single();
    }

    @Test
    @DisplayName("The application's database user cannot read the list, write to it, reveal without consent and measures, or give another arm")
    void concealed() {
        var asked = referring.waiting(service);
        var declined = referring.askedAboutTrial(service, MONDAY, false);
        var usualCare = referring.usualCare(service, MONDAY);
        for (var forbidden : List.of("select arm from trial_slot", "select seed from trial_block", "select size from trial_block",
                "insert into trial_slot values ('x', 'y', 1, 1, 'support')", "select trial_seal('x', 'y', 1, 1, array[4])",
                "insert into trial_reveal select referral_ref, '', '', 1, 'support', '', now() from trial_entry limit 1",
                "update trial_reveal set arm = 'support'", "delete from trial_entry",
                "update triage set arm = 'usualCare' where referral_ref = '" + asked + "'",
                "update triage set arm = 'support' where referral_ref = '" + usualCare + "'",
                "select trial_take('" + asked + "', 'x', now())", "select trial_take('" + declined + "', 'x', now())",
                "select trial_open('" + asked + "', 'x', now())", "select trial_open('" + declined + "', 'x', now())",
                "insert into trial_draw select referral_ref, '', '', 1, '', now() from trial_entry limit 1",
                "update trial_rule set sizes = array[2]")) {
            assertThatThrownBy(() -> jdbc.sql(forbidden).query().listOfRows()).as(forbidden).isInstanceOf(DataAccessException.class)
                    .hasMessageNotContaining("No results").hasRootCauseInstanceOf(org.postgresql.util.PSQLException.class);
        }
        var again = jdbc.sql("select trial_open(?, 'x', ?)").params(usualCare, Timestamp.from(clock.instant())).query(String.class).single();
        assertThat(again).isEqualTo("usualCare");
    }

    @Test
    @DisplayName("Nobody looks at what comes next and takes it back: an arm is said only of a slot that was kept before, and only once taken")
    void noPeeking() {
        var ref = referring.waiting(service);
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
            jdbc.sql("insert into trial_entry select ?, true, date '2026-03-02', 'SWEMWBS', 20, date '2026-03-02', 'x', now()").param(ref).update();
            jdbc.sql("insert into trial_rule select contract_ref, contract_version, 1, 1, array[4] from referral where ref = ? on conflict do nothing")
                    .param(ref).update();
            jdbc.sql("select trial_take(?, 'x', now())::text").param(ref).query(String.class).optional();
            jdbc.sql("select trial_open(?, 'x', now())").param(ref).query(String.class).single();
        })).rootCause().hasMessageContaining("must be kept before its arm is said");
        assertThat(jdbc.sql("select count(*) from trial_draw where referral_ref = ?").param(ref).query(Integer.class).single()).isZero();
    }

    private void enter(String ref, LocalDate askedOn, int score, String measure) {
        driver.submit("enterTrial", ref, Map.of("takesPart", "yes", "askedOn", askedOn.toString(), "measure", measure, "score", score,
                "measuredOn", MONDAY.toString()), service.leader());
    }
}
