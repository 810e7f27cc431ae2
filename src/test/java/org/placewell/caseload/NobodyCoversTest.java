package org.placewell.caseload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.contract.Contracts;
import org.placewell.notification.Notifications;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.support.Cases;
import org.placewell.support.PlacewellTest;
import org.placewell.support.ProcessDriver;
import org.placewell.support.Referring;
import org.placewell.support.Visitor;
import org.placewell.support.World;
import org.placewell.waitinglist.WaitingList;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A specialist is away and nobody covers: what falls due is seen to, and what waits for an answer waits. */
@PlacewellTest
class NobodyCoversTest {

    /** What the leaders are told follows the database's own day. */
    private static final LocalDate TODAY = LocalDate.now(MovableClock.LONDON);

    @Autowired
    World world;
    @Autowired
    Cases cases;
    @Autowired
    Referring referring;
    @Autowired
    ProcessDriver driver;
    @Autowired
    Absences absences;
    @Autowired
    Caseload caseload;
    @Autowired
    WaitingList waitingList;
    @Autowired
    Contracts contracts;
    @Autowired
    Notifications notifications;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    MovableClock clock;
    @Autowired
    JdbcClient jdbc;
    @LocalServerPort
    int port;
    World.Service service;
    String who;
    int days;

    @BeforeEach
    void begin() {
        clock.stopAt(TODAY);
        service = world.under("mhep-haringey-barnet");
        who = service.specialist().username();
        days = contracts.inForce(service.contract(), TODAY).deadlines().offerDays();
    }

    @Test
    @DisplayName("The last day to answer leaves out every day on which nobody is there, also those it runs into")
    void lastDay() {
        var day = LocalDate.of(2026, 3, 2);
        assertThat(AnswerTime.lastDay(day, 7, List.of())).isEqualTo(day.plusDays(7));
        assertThat(AnswerTime.lastDay(day, 7, List.of(away(day, day)))).as("the day of the offer itself never counts").isEqualTo(day.plusDays(7));
        assertThat(AnswerTime.lastDay(day, 7, List.of(away(day.plusDays(7), day.plusDays(8))))).isEqualTo(day.plusDays(9));
        assertThat(AnswerTime.lastDay(day, 7, List.of(away(day.plusDays(8), day.plusDays(90))))).as("answered before").isEqualTo(day.plusDays(7));
        assertThat(AnswerTime.lastDay(day, 7, List.of(away(day.plusDays(2), day.plusDays(3)), away(day.plusDays(9), day.plusDays(20)))))
                .as("pushed into the next absence").isEqualTo(day.plusDays(21));
    }

    @Test
    @DisplayName("An offer does not expire on days on which nobody could take the answer; coming back early takes nothing away from the person")
    void offerWaits() {
        var ref = offered();
        var first = TODAY.plusDays(days);
        assertThat(waitingList.offerUntil(ref)).isEqualTo(first);
        absences.plan(service.team(), who, TODAY, TODAY.plusDays(3), service.specialistB().username(), service.leader());
        assertThat(waitingList.offerUntil(ref)).as("the cover can take the answer").isEqualTo(first);
        absences.end(leave(), service.leader());
        absences.plan(service.team(), who, first, first.plusDays(2), "", service.leader());
        var later = first.plusDays(3);
        assertThat(waitingList.offerUntil(ref)).isEqualTo(later);
        assertThat(driver.open("respondToOffer", ref).dueDate()).as("the task says the same day").isEqualTo(later);
        driver.letTimePass(first.plusDays(3), ref);
        assertThat(driver.isOpen("respondToOffer", ref)).as("the last day has begun").isTrue();
        assertThat(jdbc.sql("select count(*) from audit_event where stream = ? and action = 'waiting.answer-later'").param(ref).query(Long.class).single()).isOne();
        driver.letTimePass(first.plusDays(4), ref);
        assertThat(driver.isOpen("respondToOffer", ref)).isFalse();
        assertThat(jdbc.sql("select answer from waiting_offer where referral_ref = ?").param(ref).query(String.class).single()).isEqualTo("noAnswer");
    }

    @Test
    @DisplayName("An offer made before planned days away, or passed to a colleague with such days, waits as well; an early return leaves the last day")
    void laterOffers() {
        absences.plan(service.team(), who, TODAY.plusDays(1), TODAY.plusDays(2), "", service.leader());
        var ref = offered();
        assertThat(waitingList.offerUntil(ref)).isEqualTo(TODAY.plusDays(days + 2));
        absences.end(leave(), service.leader());
        assertThat(waitingList.offerUntil(ref)).isEqualTo(TODAY.plusDays(days + 2));
        absences.plan(service.team(), service.specialistB().username(), TODAY.plusDays(1), TODAY.plusDays(3), "", service.leader());
        caseload.transfer(ref, service.specialistB().username(), "She speaks the language", service.leader());
        assertThat(waitingList.offerUntil(ref)).isEqualTo(TODAY.plusDays(days + 3));
    }

    @Test
    @DisplayName("While something falls due somebody covers, or the leader says to see to it and finds the tasks on the board")
    void due() {
        var ref = cases.inSupport(service);
        var due = driver.open("vocationalProfile", ref).dueDate();
        assertThatThrownBy(() -> absences.plan(service.team(), who, TODAY, due, "", service.leader()))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.field() + " " + problem.code()).isEqualTo("cover tasks-due"));
        absences.plan(service.team(), who, TODAY, due.minusDays(1), "", service.leader());
        absences.end(leave(), service.leader());
        var leader = Visitor.at(port, service.leader());
        var form = "/do/planAbsence/" + service.team();
        var refused = plan(leader, form, due, "nobody");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("1 open task falls due by the last day", "Nobody: I see to what falls due");
        assertThat(plan(leader, form, due, "-leader").status()).isEqualTo(302);
        assertThat(leader.get("/caseload").text()).contains("Nobody covers, " + service.leader().name() + " sees to what falls due. 1 open task falls due by then",
                "Hand them over or put them off");
    }

    @Test
    @DisplayName("What falls due before the days away does not stand against them; an offered place stands against a week in which nobody asks")
    void beforeAndLong() {
        var ref = cases.inSupport(service);
        var due = driver.open("vocationalProfile", ref).dueDate();
        absences.plan(service.team(), who, due.plusDays(1), due.plusDays(3), "", service.leader());
        assertThat(absences.of(service.team(), service.leader()).get(0).due()).isZero();
        absences.end(leave(), service.leader());
        var other = world.under("mhep-haringey-barnet");
        var offeredBy = other.specialist().username();
        var offer = referring.waiting(other);
        caseload.offerPlace(offer, offeredBy, "", other.leader());
        driver.runDue(offer);
        assertThatThrownBy(() -> absences.plan(other.team(), offeredBy, TODAY, TODAY.plusDays(6), "", other.leader()))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code()).isEqualTo("tasks-due"));
        absences.plan(other.team(), offeredBy, TODAY, TODAY.plusDays(3), "", other.leader());
        assertThat(waitingList.offerUntil(offer)).isEqualTo(TODAY.plusDays(days + 3));
    }

    @Test
    @DisplayName("What is told to a specialist for whom nobody covers is told to the leaders of the person, for as long as the days away last")
    void told() {
        var ref = cases.inSupport(service);
        absences.plan(service.team(), who, TODAY, TODAY, "", true, service.leader());
        tell(ref, "during");
        var letters = Visitor.at(port, service.leader()).get("/messages").text();
        assertThat(letters).contains("The clinical team has discharged this person", "For " + service.specialist().name() + ", who is away");
        absences.end(leave(), service.leader());
        tell(ref, "after");
        assertThat(jdbc.sql("select stands_in_for from message where username = ? and template = 'dischargedSupportGoesOn'").param(service.leader().username())
                .query(String.class).list()).containsExactly(who);
    }

    private void tell(String ref, String key) {
        transaction.executeWithoutResult(status -> notifications.tell(who, "dischargedSupportGoesOn", ref, "nobody-covers:" + key + ref));
    }

    private String offered() {
        var ref = referring.waiting(service);
        caseload.offerPlace(ref, who, "", service.leader());
        driver.runDue(ref);
        return ref;
    }

    private String leave() {
        return String.valueOf(absences.of(service.team(), service.leader()).get(0).id());
    }

    private Visitor.Page plan(Visitor leader, String form, LocalDate until, String cover) {
        leader.get(form);
        return leader.post(form, "_action", "send", "specialist", who, "fromDay-day", "" + TODAY.getDayOfMonth(), "fromDay-month", "" + TODAY.getMonthValue(),
                "fromDay-year", "" + TODAY.getYear(), "untilDay-day", "" + until.getDayOfMonth(), "untilDay-month", "" + until.getMonthValue(),
                "untilDay-year", "" + until.getYear(), "cover", cover);
    }

    private static RoomView.Away away(LocalDate from, LocalDate until) {
        return new RoomView.Away(from, until);
    }
}
