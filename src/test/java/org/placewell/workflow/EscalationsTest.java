package org.placewell.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.security.Actor;
import org.placewell.security.Actors;
import org.placewell.security.People;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.support.PlacewellTest;
import org.placewell.support.ProcessDriver;
import org.placewell.support.Referring;
import org.placewell.support.Visitor;
import org.placewell.support.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlacewellTest
@DisplayName("A task that somebody cannot solve alone")
class EscalationsTest {

    @Autowired World world;
    @Autowired People people;
    @Autowired Actors actors;
    @Autowired Referring referring;
    @Autowired ProcessDriver driver;
    @Autowired Escalations escalations;
    @Autowired TaskMoves moves;
    @Autowired WorkItems items;
    @Autowired MovableClock clock;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;
    private World.Service service;
    private Actor manager;
    private String ref;
    private String task;

    @BeforeEach
    void inSupport() {
        clock.stopAt(LocalDate.of(2026, 3, 2));
        service = world.under("mhep-haringey-barnet");
        people.person("manager" + service.number(), "Manager", "correct horse battery", false);
        people.grant("manager" + service.number(), Role.CONTRACT_MANAGER, "office" + service.number(), null, service.contract());
        manager = actors.find("manager" + service.number()).orElseThrow();
        ref = referring.inSupport(service, clock.today());
        task = driver.open("vocationalProfile", ref).taskId();
    }

    @Test
    @DisplayName("goes from the specialist to the team's leader, and from there to the contract's manager, each told once; the specialist keeps it")
    void up() {
        assertThatThrownBy(() -> escalations.escalate(task, " ", service.specialist())).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.field()).isEqualTo("escalateReason"));
        assertThatThrownBy(() -> escalations.escalate(task, "Stuck", service.specialistB())).isInstanceOf(Problem.NotFound.class);
        escalations.escalate(task, "The person has no bank account", service.specialist());
        assertThatThrownBy(() -> escalations.escalate(task, "Again", service.specialist())).isInstanceOf(Problem.Stale.class);
        assertThat(escalations.of(service.leader())).singleElement().satisfies(one -> {
            assertThat(one.reason()).contains("bank account");
            assertThat(one.about()).isNotBlank();
        });
        assertThat(escalations.of(manager)).as("not before the leader passes it on").noneMatch(one -> one.taskId().equals(task));
        assertThat(escalations.of(world.under("none").leader())).isEmpty();
        assertThat(messages(service.leader())).containsOnlyOnce("taskEscalated");
        assertThat(items.open(task, service.specialist())).isPresent();

        escalations.escalate(task, "The contract says nothing about this", service.leader());
        assertThat(escalations.of(service.leader())).isEmpty();
        assertThat(escalations.of(manager)).filteredOn(one -> one.taskId().equals(task)).singleElement()
                .satisfies(one -> assertThat(one.about()).as("no name for somebody without a part in the case").isEmpty());
        moves.handOver(task, service.specialistB().username(), "Knows about banks", manager);
        assertThat(items.open(task, service.specialistB())).isPresent();
        assertThat(jdbc.sql("select kind from task_move where task_id = ? order by id").param(task).query(String.class).list())
                .containsExactly("ESCALATED", "ESCALATED", "HANDED_OVER");
    }

    @Test
    @DisplayName("is nothing to a manager without a contract, and shows its person to nobody who only leads another team")
    void strangers() {
        var other = world.under("mhep-haringey-barnet");
        people.grant(other.leader().username(), Role.CONTRACT_MANAGER, "office" + service.number(), null, service.contract());
        var anywhere = "anywhere" + service.number();
        people.person(anywhere, "Anywhere", "correct horse battery", false);
        people.grant(anywhere, Role.CONTRACT_MANAGER, "office" + service.number(), null, null);
        escalations.escalate(task, "Stuck", service.specialist());
        escalations.escalate(task, "Stuck for good", service.leader());

        assertThat(escalations.of(actors.find(anywhere).orElseThrow())).isEmpty();
        assertThat(jdbc.sql("select count(*) from message where username = ? and case_ref = ?").params(anywhere, ref).query(Long.class).single()).isZero();
        var page = Visitor.at(port, actors.find(other.leader().username()).orElseThrow()).get("/tasks/" + task + "/move");
        assertThat(page.status()).isEqualTo(200);
        var name = driver.open("vocationalProfile", ref).summary();
        assertThat(name).isNotBlank();
        assertThat(page.text()).contains(ref).doesNotContain(name);
        assertThat(Visitor.at(port, service.leader()).get("/tasks/" + task + "/move").text()).contains(name);
    }

    @Test
    @DisplayName("is escalated from its page, shown to whom it went, and gone from there when it is done")
    void pages() {
        var visitor = Visitor.at(port, service.specialist());
        assertThat(visitor.get("/tasks/" + task + "/move").text()).contains("Escalate to the team leader");
        assertThat(visitor.post("/tasks/" + task + "/move", "_action", "escalate").status()).isEqualTo(422);
        assertThat(visitor.post("/tasks/" + task + "/move", "_action", "escalate", "escalateReason", "Stuck with the form").status()).isEqualTo(302);
        var leader = Visitor.at(port, service.leader());
        assertThat(leader.get("/inbox/escalated").text()).contains("Stuck with the form");
        assertThat(Visitor.at(port, service.finance()).get("/inbox/escalated").status()).isEqualTo(403);
        driver.submit("vocationalProfile", ref, Map.of("workWanted", "Plants", "skills", "Patience", "hoursWanted", "from16", "travel", "Bus",
                "supportAtWork", "", "disclosure", "no", "completedOn", "2026-03-02", "signed", "yes"), service.specialist());
        assertThat(leader.get("/inbox/escalated").text()).contains("Nothing is escalated to you");
    }

    private java.util.List<String> messages(Actor actor) {
        return jdbc.sql("select template from message where username = ? and case_ref = ?").params(actor.username(), ref).query(String.class).list();
    }
}
