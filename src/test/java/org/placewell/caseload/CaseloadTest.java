package org.placewell.caseload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.referral.ReferralStatus;
import org.placewell.referral.Referrals;
import org.placewell.security.People;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.support.Cases;
import org.placewell.support.PlacewellTest;
import org.placewell.support.ProcessDriver;
import org.placewell.support.World;
import org.placewell.waitinglist.WaitingList;
import org.placewell.workflow.Processes;
import org.placewell.workflow.Vars;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PlacewellTest
class CaseloadTest {

    private static final LocalDate START = LocalDate.of(2026, 3, 2);
    @Autowired
    World world;
    @Autowired
    Cases cases;
    @Autowired
    Caseload caseload;
    @Autowired
    Referrals referrals;
    @Autowired
    WaitingList waitingList;
    @Autowired
    Processes processes;
    @Autowired
    ProcessDriver driver;
    @Autowired
    People people;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    MovableClock clock;

    @BeforeEach
    void stop() {
        clock.stopAt(START);
    }

    @Test
    @DisplayName("A half-time specialist has ten places; the eleventh is refused with the rule and the numbers")
    void capacity() {
        var service = world.under("mhep-haringey-barnet");
        caseload.setCapacity(service.specialist().username(), service.team(), 50, service.leader());
        fill(service, service.specialist().username(), 10);
        assertThat(room(service).places()).isEqualTo(10);
        assertThat(room(service).room()).isZero();
        var ref = onTheList(service);
        assertThatThrownBy(() -> caseload.offerPlace(ref, service.specialist().username(), "", service.leader()))
                .asInstanceOf(type(Problem.class)).satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("no-room");
                    assertThat(problem.field()).isEqualTo("specialist");
                    assertThat(problem).hasMessageContaining("10 of 10 places").hasMessageContaining("at most 20 people a full-time specialist");
                });
        caseload.offerPlace(ref, service.specialistB().username(), "", service.leader());
        assertThat(referrals.get(ref).status()).isEqualTo(ReferralStatus.OFFERED);
        assertThat(referrals.get(ref).specialist()).isEqualTo(service.specialistB().username());
    }

    @Test
    @DisplayName("Two leaders give the last place away at once: one succeeds, the other is told that there is no room")
    void race() throws Exception {
        for (int round = 0; round < 3; round++) {
            var service = world.under("mhep-haringey-barnet");
            caseload.setCapacity(service.specialist().username(), service.team(), 10, service.leader());
            fill(service, service.specialist().username(), 1);
            var one = onTheList(service);
            var other = onTheList(service);
            var outcomes = atOnce(() -> offer(service, one), () -> offer(service, other));
            assertThat(outcomes).containsExactlyInAnyOrder("offered", "no-room");
            assertThat(room(service).offered()).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("Two leaders offer the same person a place with two specialists at once: the person has one place")
    void samePerson() throws Exception {
        var service = world.under("mhep-haringey-barnet");
        var ref = onTheList(service);
        var outcomes = atOnce(() -> offer(service, ref), () -> {
            try {
                caseload.offerPlace(ref, service.specialistB().username(), "", service.leader());
                return "offered";
            } catch (Problem e) {
                return e.code();
            }
        });
        assertThat(outcomes).containsExactlyInAnyOrder("offered", "stale");
    }

    @Test
    @DisplayName("A third clinical team is a warning: it needs a reason")
    void thirdTeam() {
        var service = world.under("mhep-haringey-barnet");
        people.team("far" + service.number(), "trust" + service.number(), "Far clinic", "CLINICAL");
        people.team("near" + service.number(), "trust" + service.number(), "Near clinic", "CLINICAL");
        var who = service.specialist().username();
        place("far" + service.number(), who, service);
        place("near" + service.number(), who, service);
        var ref = onTheList(service);
        assertThatThrownBy(() -> caseload.offerPlace(ref, who, " ", service.leader())).asInstanceOf(type(Problem.class))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("third-team"));
        caseload.offerPlace(ref, who, "Speaks the person's language", service.leader());
        assertThat(room(service).clinicalTeams()).hasSize(3);
    }

    @Test
    @DisplayName("A transfer keeps the history, moves the open tasks and lets the new specialist in, the old one out")
    void transfer() {
        var service = world.under("mhep-haringey-barnet");
        var ref = cases.inSupport(service);
        caseload.transfer(ref, service.specialistB().username(), "Ottoline asked for it", service.leader());
        assertThat(caseload.history(ref)).extracting(PlaceView::specialist)
                .containsExactly(service.specialist().username(), service.specialistB().username());
        assertThat(driver.open("vocationalProfile", ref).assignee()).isEqualTo(service.specialistB().username());
        assertThat(jdbc.sql("select detail from audit_event where stream = ? and action = 'place.transferred'").param(ref).query(String.class).single())
                .as("a reason may name a person: it stays out of the audit").isEqualTo(service.specialist().username() + " to "
                        + service.specialistB().username());
        assertThat(caseload.board(service.specialistB(), Role.SPECIALIST)).extracting(CaseRow::referralRef).containsExactly(ref);
        assertThat(caseload.board(service.specialist(), Role.SPECIALIST)).isEmpty();
        assertThatThrownBy(() -> caseload.workedOnBy(ref, service.specialist())).isInstanceOf(Problem.NotFound.class);
    }

    @Test
    @DisplayName("Only the team's own leader sets working time and sees the team's room; another leader finds no such team")
    void scope() {
        var service = world.under("mhep-haringey-barnet");
        var other = world.under("mhep-haringey-barnet");
        assertThatThrownBy(() -> caseload.room(service.team(), other.leader())).isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> caseload.setCapacity(service.specialist().username(), service.team(), 50, other.leader()))
                .isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> caseload.setCapacity(service.specialist().username(), service.team(), 5, service.leader()))
                .isInstanceOf(Problem.class);
        var ref = cases.inSupport(service);
        assertThatThrownBy(() -> caseload.transfer(ref, other.specialist().username(), "asked", service.leader())).isInstanceOf(Problem.class);
        assertThat(caseload.board(service.leader(), Role.TEAM_LEADER)).extracting(CaseRow::referralRef).containsExactly(ref);
        assertThat(caseload.board(other.leader(), Role.TEAM_LEADER)).isEmpty();
        caseload.open(ref);
        assertThat(caseload.history(ref)).as("opened twice").hasSize(1);
    }

    private RoomView room(World.Service service) {
        return caseload.room(service.team(), service.leader()).stream()
                .filter(one -> one.username().equals(service.specialist().username())).findFirst().orElseThrow();
    }

    private String offer(World.Service service, String ref) {
        try {
            caseload.offerPlace(ref, service.specialist().username(), "Needed now", service.leader());
            return "offered";
        } catch (Problem e) {
            return e.code();
        }
    }

    /** A person on the waiting list, with its model running. */
    private String onTheList(World.Service service) {
        var ref = cases.waiting(service);
        transaction.executeWithoutResult(status -> processes.start("waiting-list", ref, Vars.REFERRAL_REF, java.util.Map.of()));
        driver.runDue(ref);
        return ref;
    }

    private void fill(World.Service service, String specialist, int count) {
        for (int i = 0; i < count; i++) {
            place(service.clinicalTeam(), specialist, service);
        }
    }

    private void place(String clinicalTeam, String specialist, World.Service service) {
        jdbc.sql("""
                        insert into caseload_place (referral_ref, specialist, clinical_team_id, status, offered_on, opened_on, recorded_by)
                        values (?, ?, ?, 'OPEN', ?, ?, 'test')""")
                .params(cases.referred(service), specialist, clinicalTeam, START, START).update();
    }

    private static List<String> atOnce(Callable<String> one, Callable<String> other) throws Exception {
        var barrier = new CyclicBarrier(2);
        var pool = Executors.newFixedThreadPool(2);
        try {
            var runs = new ArrayList<Callable<String>>();
            for (var task : List.of(one, other)) {
                runs.add(() -> {
                    barrier.await();
                    return task.call();
                });
            }
            var outcomes = new ArrayList<String>();
            for (var future : pool.invokeAll(runs)) {
                outcomes.add(future.get());
            }
            return outcomes;
        } finally {
            pool.shutdown();
        }
    }
}
