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
import org.placewell.referral.NewReferral;
import org.placewell.referral.ReferralStatus;
import org.placewell.referral.Referrals;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.support.ModelCoverage;
import org.placewell.support.PlacewellTest;
import org.placewell.support.ProcessDriver;
import org.placewell.support.Referring;
import org.placewell.support.Visitor;
import org.placewell.support.World;
import org.placewell.support.World.Service;
import org.placewell.waitinglist.Attempt;
import org.placewell.waitinglist.Silence;
import org.placewell.waitinglist.WaitingList;
import org.placewell.waitinglist.WaitingRow;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every way along the waiting list: joining, offers answered and missed, reviews, the longest wait, each end. */
@PlacewellTest
class WaitingListTest {

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
    WaitingList waitingList;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Service service;

    @BeforeAll
    static void forget() {
        ModelCoverage.start("waiting-list");
    }

    @AfterAll
    static void complete() {
        ModelCoverage.assertComplete("waiting-list");
    }

    @BeforeEach
    void monday() {
        clock.stopAt(MONDAY);
        service = world.under("mhep-haringey-barnet");
    }

    @Test
    @DisplayName("A place offered and taken: the specialist has the case, support begins, the referrer is told")
    void taken() {
        var ref = referring.waiting(service);
        assertThat(driver.waitsAt(ref)).containsExactly("message placeOffered");
        referring.offer(service, ref);
        var task = driver.open("respondToOffer", ref);
        assertThat(task.assignee()).isEqualTo(service.specialist().username());
        assertThat(task.dueDate()).isEqualTo(LocalDate.of(2026, 3, 12));
        assertThat(referrals.visible(ref, service.specialist()).status()).isEqualTo(ReferralStatus.OFFERED);
        referring.answer(service, ref, "accepted", MONDAY);
        assertThat(referrals.get(ref).status()).isEqualTo(ReferralStatus.IN_SUPPORT);
        assertThat(referrals.get(ref).specialist()).isEqualTo(service.specialist().username());
        assertThat(driver.runs(ref)).doesNotContain("waiting-list").contains("job-search");
        assertThat(messages(service.clinician().username(), ref)).contains("placeTaken");
    }

    @Test
    @DisplayName("Not now: the person keeps the place in line and the specialist no longer sees the record")
    void keepsPlace() {
        var ref = referring.waiting(service);
        referring.offer(service, ref);
        referring.answer(service, ref, "keepsPlace", MONDAY);
        assertThat(referrals.get(ref).status()).isEqualTo(ReferralStatus.WAITING);
        assertThat(driver.waitsAt(ref)).containsExactly("message placeOffered");
        assertThatThrownBy(() -> referrals.visible(ref, service.specialist())).isInstanceOf(Problem.NotFound.class);
    }

    @Test
    @DisplayName("The person leaves with a coded reason")
    void leaves() {
        var ref = referring.waiting(service);
        referring.offer(service, ref);
        referring.answer(service, ref, "leaves", MONDAY);
        assertThat(referrals.get(ref).status()).isEqualTo(ReferralStatus.LEFT_LIST);
        assertThat(referrals.get(ref).endReason()).isEqualTo(EndReason.FOUND_WORK);
        assertThat(driver.runs(ref)).isEmpty();
    }

    @Test
    @DisplayName("Three offers without an answer end the wait only when somebody tried on three days, in two ways")
    void noAnswer() {
        var ref = referring.waiting(service);
        var day = offersMissed(ref, MONDAY, 3);
        assertThat(referrals.get(ref).status()).as("nothing recorded").isEqualTo(ReferralStatus.WAITING);
        for (var channel : List.of("phone", "letter", "text")) {
            waitingList.recordOutreach(ref, day, channel, false, service.leader());
        }
        day = offersMissed(ref, day, 1);
        assertThat(referrals.get(ref).status()).as("three attempts within a day").isEqualTo(ReferralStatus.WAITING);
        assertThat(waitingList.view(ref, service.leader()).orElseThrow().silence().tried().missing()).isEqualTo("attempts on 2 more days");
        for (int before = 0; before < 2; before++) {
            waitingList.recordOutreach(ref, day.minusDays(before), "phone", false, service.leader());
        }
        offersMissed(ref, day, 1);
        assertThat(referrals.get(ref).status()).isEqualTo(ReferralStatus.LEFT_LIST);
        assertThat(referrals.get(ref).endReason()).isEqualTo(EndReason.NO_RESPONSE);
        assertThat(messages(service.leader().username(), ref)).contains("offerNotAnswered");
        assertThat(messages(service.clinician().username(), ref)).contains("leftWaitingList");
    }

    @Test
    @DisplayName("Being reached begins the count again, on every way of contact; attempts by one way alone end no wait")
    void reachedInBetween() {
        var ref = referring.waiting(service);
        var day = offersMissed(ref, MONDAY, 2);
        referring.offer(service, ref);
        for (int before = 0; before < 3; before++) {
            waitingList.recordOutreach(ref, day.minusDays(before), before == 0 ? "letter" : "phone", false, service.leader());
        }
        waitingList.recordOutreach(ref, day, "visit", true, service.leader());
        day = day.plusDays(11);
        driver.letTimePass(day, ref);
        assertThat(referrals.get(ref).status()).as("three offers missed and three attempts in vain, but reached since").isEqualTo(ReferralStatus.WAITING);
        assertThat(waitingList.view(ref, service.leader()).orElseThrow().silence().offersMissed()).isZero();
        for (int offer = 1; offer <= 3; offer++) {
            waitingList.recordOutreach(ref, day, "phone", false, service.leader());
            day = offersMissed(ref, day, 1);
            assertThat(referrals.get(ref).status()).as("one way alone").isEqualTo(ReferralStatus.WAITING);
        }
        waitingList.recordOutreach(ref, day, "letter", false, service.leader());
        offersMissed(ref, day, 1);
        assertThat(referrals.get(ref).status()).isEqualTo(ReferralStatus.LEFT_LIST);
    }

    @Test
    @DisplayName("A review without an attempt, because somebody spoke to the person or their clinician told us, is a contact: the silence ends")
    void heardOf() {
        var ref = referring.waiting(service);
        var day = offersMissed(ref, MONDAY, 3);
        for (int before = 0; before < 3; before++) {
            waitingList.recordOutreach(ref, day.minusDays(before), before == 0 ? "letter" : "phone", false, service.leader());
        }
        assertThat(silence(ref).offersMissed()).isEqualTo(3);
        assertThat(silence(ref).enough()).isTrue();
        var leader = Visitor.at(port, service.leader());
        var task = "/tasks/" + driver.open("reviewWaiting", ref).taskId();
        assertThat(leader.get(task).text()).contains("Offers not answered: 3. Days of trying to reach them: 3. At 3 of each the place can be lost.");
        assertThat(leader.post(task, "_action", "send", "tried", "no", "noAttempt", "clinicianTold", "reviewAnswer", "stillWaiting").text())
                .contains("Enter the day on which somebody spoke to them");
        assertThat(leader.post(task, "_action", "send", "tried", "no", "noAttempt", "clinicianTold", "heardOn-day", "1", "heardOn-month", "3",
                "heardOn-year", "2026", "reviewAnswer", "stillWaiting").text()).contains("The date must lie between the day the person joined");
        assertThat(leader.post(task, "_action", "send", "tried", "no", "noAttempt", "spokenToLately", "heardOn-day", "" + day.getDayOfMonth(),
                "heardOn-month", "" + day.getMonthValue(), "heardOn-year", "2026", "reviewAnswer", "stillWaiting").text()).contains("Say how you tried");
        assertThat(leader.post(task, "_action", "send", "tried", "no", "noAttempt", "clinicianTold", "heardOn-day", "" + day.getDayOfMonth(),
                "heardOn-month", "" + day.getMonthValue(), "heardOn-year", "2026", "reviewAnswer", "stillWaiting").status()).isEqualTo(302);
        assertThat(silence(ref).offersMissed()).isZero();
        assertThat(silence(ref).enough()).isFalse();
        assertThat(waitingList.view(ref, service.leader()).orElseThrow().attempts()).last().returns(true, Attempt::reached)
                .returns(day, Attempt::on).returns("throughTeam", Attempt::channel);
    }

    private Silence silence(String ref) {
        return waitingList.view(ref, service.leader()).orElseThrow().silence();
    }

    /** So many offers to which nobody answers, one after the other. */
    private LocalDate offersMissed(String ref, LocalDate from, int offers) {
        var day = from;
        for (int offer = 0; offer < offers; offer++) {
            referring.offer(service, ref);
            day = day.plusDays(11);
            driver.letTimePass(day, ref);
        }
        return day;
    }

    @Test
    @DisplayName("After four weeks the wait is reviewed: still waiting, then leaving for a coded reason")
    void review() {
        var ref = referring.waiting(service);
        driver.letTimePass(MONDAY.plusWeeks(4), ref);
        assertThat(driver.open("reviewWaiting", ref).isOpen()).isTrue();
        assertThat(waitingList.positions(null, service.team(), service.leader())).singleElement()
                .satisfies(row -> assertThat(row.reviewDue()).isEqualTo(MONDAY.plusWeeks(4)));
        driver.submit("reviewWaiting", ref, Map.of("reviewAnswer", "stillWaiting"), service.leader());
        assertThat(driver.waitsAt(ref)).containsExactly("message placeOffered");
        driver.letTimePass(MONDAY.plusWeeks(8), ref);
        driver.submit("reviewWaiting", ref, Map.of("reviewAnswer", "leaves", "leaveReason", "movedAway"), service.leader());
        assertThat(referrals.get(ref).endReason()).isEqualTo(EndReason.MOVED_AWAY);
    }

    @Test
    @DisplayName("An open review does not keep anybody from a place: the offer ends it, and speaking to the person counts as the review")
    void offeredDuringReview() {
        var ref = referring.waiting(service);
        driver.letTimePass(MONDAY.plusWeeks(4), ref);
        assertThat(driver.open("reviewWaiting", ref).isOpen()).isTrue();
        referring.offer(service, ref);
        assertThat(driver.waitsAt(ref)).containsExactly("respondToOffer");
        assertThat(driver.isOpen("reviewWaiting", ref)).isFalse();
        referring.answer(service, ref, "keepsPlace", MONDAY.plusWeeks(4));
        assertThat(driver.waitsAt(ref)).containsExactly("message placeOffered");
        assertThat(waitingList.view(ref, service.leader()).orElseThrow().reviewDue()).isEqualTo(MONDAY.plusWeeks(8));
    }

    @Test
    @DisplayName("A review says whether somebody tried to reach the person, and why not when nobody did; the reason is kept")
    void reviewNeedsContact() {
        var ref = referring.waiting(service);
        driver.letTimePass(MONDAY.plusWeeks(4), ref);
        var leader = Visitor.at(port, service.leader());
        var task = "/tasks/" + driver.open("reviewWaiting", ref).taskId();
        assertThat(leader.get(task).status()).isEqualTo(200);
        assertThat(leader.post(task, "_action", "send", "reviewAnswer", "stillWaiting").text()).contains("Say whether you tried to reach the person");
        assertThat(leader.post(task, "_action", "send", "tried", "no", "reviewAnswer", "stillWaiting").text()).contains("Say why nobody tried");
        assertThat(leader.post(task, "_action", "send", "tried", "no", "noAttempt", "askedNotTo", "reviewAnswer", "stillWaiting").status())
                .isEqualTo(302);
        driver.runDue(ref);
        assertThat(driver.isOpen("reviewWaiting", ref)).isFalse();
        assertThat(jdbc.sql("select detail from audit_event where stream = ? and action = 'waiting.reviewed'").param(ref).query(String.class).single())
                .isEqualTo("stillWaiting, no attempt: askedNotTo");
    }

    @Test
    @DisplayName("The longest wait of the contract escalates once and leaves the person on the list")
    void longWait() {
        var ref = referring.waiting(service);
        for (int weeks = 4; weeks <= 12; weeks += 4) {
            driver.letTimePass(MONDAY.plusWeeks(weeks), ref);
            driver.submit("reviewWaiting", ref, Map.of("reviewAnswer", "stillWaiting"), service.leader());
        }
        driver.letTimePass(MONDAY.plusWeeks(13), ref);
        assertThat(messages(service.leader().username(), ref)).doesNotContain("longWait");
        driver.letTimePass(MONDAY.plusWeeks(13).plusDays(1), ref);
        assertThat(messages(service.leader().username(), ref)).containsOnlyOnce("longWait");
        assertThat(driver.waitsAt(ref)).containsExactly("message placeOffered");
    }

    @Test
    @DisplayName("Position is priority, then wait; a jump needs a reason and keeps the name of who did it")
    void position() {
        var first = referring.waiting(service);
        clock.stopAt(MONDAY.plusDays(1));
        var second = referring.waiting(service);
        clock.stopAt(MONDAY.plusDays(2));
        var someone = Referring.someone(service);
        var work = someone.work();
        var urgent = referring.waiting(service, new NewReferral(someone.contractRef(), someone.clinicalTeam(), someone.who(),
                new NewReferral.Work(work.wish(), true, 16, "withinYear", List.of(), true, false), someone.health(), someone.consents()));
        assertThat(order()).containsExactly(urgent, first, second);
        assertThat(waitingList.view(second, service.clinician()).orElseThrow().phrase()).isEqualTo("near the front of the list");
        assertThatThrownBy(() -> waitingList.jump(second, 3, "no change at all", service.leader())).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> waitingList.jump(second, 1, "An interview on Friday", service.clinician())).isInstanceOf(Problem.Forbidden.class);
        waitingList.jump(second, 2, "Their tenancy depends on the job", service.leader());
        assertThat(order()).containsExactly(urgent, second, first);
        assertThat(jdbc.sql("select jumped_by || ': ' || reason from waiting_jump where referral_ref = ?").param(second).query(String.class).single())
                .isEqualTo(service.leader().username() + ": Their tenancy depends on the job");
    }

    @Test
    @DisplayName("A place for somebody who is not first needs a reason")
    void outOfTurn() {
        referring.waiting(service);
        clock.stopAt(MONDAY.plusDays(1));
        var second = referring.waiting(service);
        assertThatThrownBy(() -> waitingList.offer(second, service.specialist().username(), "", service.leader()))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code()).isEqualTo("jump-needs-reason"));
        referring.offer(service, second);
        assertThatThrownBy(() -> referring.offer(service, second)).isInstanceOf(Problem.Stale.class);
        assertThat(waitingList.positions(service.contract(), service.team(), service.leader())).hasSize(2);
    }

    @Test
    @DisplayName("Another team's leader sees nobody and can change nothing")
    void scope() {
        var ref = referring.waiting(service);
        var other = world.under("mhep-haringey-barnet");
        assertThat(waitingList.positions(null, null, other.leader())).isEmpty();
        assertThatThrownBy(() -> waitingList.jump(ref, 1, "Because I can do so", other.leader())).isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> waitingList.offer(ref, other.specialist().username(), "", other.leader())).isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> waitingList.view(ref, other.clinician())).isInstanceOf(Problem.NotFound.class);
    }

    private List<String> order() {
        return waitingList.positions(service.contract(), service.team(), service.leader()).stream().map(WaitingRow::referralRef).toList();
    }

    private List<String> messages(String username, String ref) {
        return jdbc.sql("select template from message where username = ? and case_ref = ? order by id").params(username, ref).query(String.class).list();
    }
}
