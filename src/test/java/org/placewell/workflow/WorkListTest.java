package org.placewell.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.security.Actor;
import org.placewell.security.Actors;
import org.placewell.security.People;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.support.Errands;
import org.placewell.support.PlacewellTest;
import org.placewell.support.World;
import org.placewell.workflow.WorkItems.Filter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlacewellTest
class WorkListTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 10);
    @Autowired
    World world;
    @Autowired
    Errands errands;
    @Autowired
    WorkItems items;
    @Autowired
    TaskMoves moves;
    @Autowired
    WorkListRebuild rebuild;
    @Autowired
    TaskService tasks;
    @Autowired
    People people;
    @Autowired
    Actors actors;
    @Autowired
    MovableClock clock;
    @Autowired
    JdbcClient jdbc;

    World.Service service;

    @BeforeEach
    void begin() {
        clock.stopAt(TODAY);
        service = world.under("none");
    }

    private Actor leader(String name, String team) {
        var username = name + service.number();
        people.person(username, name, "correct horse battery", false);
        people.grant(username, Role.TEAM_LEADER, "provider" + service.number(), team, null);
        return actors.find(username).orElseThrow();
    }

    @Test
    @DisplayName("A task is seen by its role in its team or the whole organisation, by nobody else, and counts agree with lists")
    void scope() {
        var errand = errands.begin(service, null, List.of(), "one");
        var wholeProvider = leader("whole", null);
        var stranger = world.under("none").leader();
        assertThat(items.inbox(service.leader(), null, 50, 0)).extracting(WorkItem::taskId).containsExactly(errand.task());
        assertThat(items.inbox(wholeProvider, null, 50, 0)).extracting(WorkItem::taskId).containsExactly(errand.task());
        assertThat(items.inbox(stranger, null, 50, 0)).isEmpty();
        assertThat(items.inbox(service.specialist(), null, 50, 0)).isEmpty();
        assertThat(items.inbox(service.finance(), null, 50, 0)).isEmpty();
        assertThat(items.counts(service.leader())).extracting(WorkItems.Count::open).containsExactly(1L);
        assertThat(items.size(service.leader(), new Filter(null, null, TODAY))).isEqualTo(1);
        assertThat(items.size(service.leader(), new Filter("testReport", null, TODAY))).isZero();
        assertThat(items.size(service.leader(), new Filter(null, TODAY, TODAY))).isZero();
        assertThat(items.size(service.leader(), new Filter(null, TODAY.plusDays(7), TODAY))).isEqualTo(1);
    }

    @Test
    @DisplayName("A task put off sleeps until its day, within 28 days and with a reason")
    void putOff() {
        var errand = errands.begin(service, null, List.of(), "one");
        assertThatThrownBy(() -> moves.putOff(errand.task(), TODAY.plusDays(29), "later", service.leader())).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> moves.putOff(errand.task(), TODAY, "later", service.leader())).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> moves.putOff(errand.task(), TODAY.plusDays(2), " ", service.leader())).isInstanceOf(Problem.class);
        moves.putOff(errand.task(), TODAY.plusDays(2), "the shop is closed", service.leader());
        assertThat(items.size(service.leader(), new Filter(null, null, TODAY))).isZero();
        assertThat(items.size(service.leader(), new Filter(null, null, TODAY.plusDays(2)))).isEqualTo(1);
    }

    @Test
    @DisplayName("A task is handed only to a colleague who may do it; then it is theirs, in the list and in the engine")
    void handOver() {
        var colleague = leader("colleague", service.team());
        var excluded = leader("excluded", service.team());
        var errand = errands.begin(service, null, List.of(excluded.username()), "one");
        var item = items.open(errand.task(), service.leader()).orElseThrow();
        assertThat(moves.colleagues(item, service.leader())).extracting(Actor::username).containsExactly(colleague.username());
        for (var wrong : List.of(excluded, service.specialist(), service.leader())) {
            assertThatThrownBy(() -> moves.handOver(errand.task(), wrong.username(), "holiday", service.leader())).isInstanceOf(Problem.class);
        }
        moves.handOver(errand.task(), colleague.username(), "holiday", service.leader());
        assertThat(items.open(errand.task(), service.leader())).isEmpty();
        assertThat(items.open(errand.task(), colleague)).isPresent();
        assertThat(tasks.createTaskQuery().taskId(errand.task()).singleResult().getAssignee()).isEqualTo(colleague.username());
        moves.handOver(errand.task(), "", "back again", colleague);
        assertThat(items.open(errand.task(), service.leader())).isPresent();
    }

    @Test
    @DisplayName("A task from which everybody with the role is excluded is shown to the operator; one that somebody can do is not")
    void nobodys() {
        var colleague = leader("another", service.team());
        var free = errands.begin(service, null, List.of(service.leader().username()), "free");
        var stuck = errands.begin(service, null, List.of(service.leader().username(), colleague.username()), "stuck");
        assertThat(items.nobodys()).extracting(WorkItem::taskId).contains(stuck.task()).doesNotContain(free.task());
    }

    @Test
    @DisplayName("A team leader moves a specialist's task when somebody is away, but cannot do it")
    void led() {
        var errand = errands.begin(service, null, List.of(), "one");
        jdbc.sql("update work_item set role = 'SPECIALIST', assignee = ? where task_id = ?").params(service.specialist().username(), errand.task()).update();
        assertThat(items.open(errand.task(), service.leader())).isEmpty();
        assertThat(items.led(service.leader())).extracting(WorkItem::taskId).containsExactly(errand.task());
        assertThat(items.led(world.under("none").leader())).isEmpty();
        moves.handOver(errand.task(), service.specialistB().username(), "holiday", service.leader());
        assertThat(items.open(errand.task(), service.specialistB())).isPresent();
        assertThatThrownBy(() -> moves.handOver(errand.task(), service.specialistB().username(), "mine", service.specialist())).isInstanceOf(Problem.class);
    }

    @Test
    @DisplayName("The work list agrees with the engine, and is put right when a line was lost, closed or left over")
    void rebuild() {
        var closed = errands.begin(service, null, List.of(), "closed by mistake");
        var lost = errands.begin(service, null, List.of(), "lost");
        jdbc.sql("update work_item set closed_at = now() where task_id = ?").param(closed.task()).update();
        jdbc.sql("delete from work_item where task_id = ?").param(lost.task()).update();
        jdbc.sql("""
                insert into work_item (task_id, task_key, process_key, case_ref, role, summary, created_at)
                values (?, 'testErrand', 'test-errand', 'X', 'TEAM_LEADER', 'left over', now())""").param("left-over-" + service.number()).update();
        assertThat(rebuild.differences()).contains(closed.task(), lost.task(), "left-over-" + service.number());
        assertThatThrownBy(() -> rebuild.rebuild(service.leader())).isInstanceOf(Problem.Forbidden.class);
        assertThat(rebuild.rebuild(Actor.system())).isGreaterThanOrEqualTo(3);
        assertThat(rebuild.differences()).isEmpty();
        assertThat(items.inbox(service.leader(), null, 50, 0)).extracting(WorkItem::taskId).containsExactlyInAnyOrder(closed.task(), lost.task());
    }
}
