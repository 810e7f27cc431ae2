package org.placewell.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.placewell.audit.AuditTrail;
import org.placewell.caseload.PassOn;
import org.placewell.claim.Claims;
import org.placewell.claim.MoneyWorld;
import org.placewell.correction.RecordCorrections;
import org.placewell.evidence.Evidence;
import org.placewell.referral.Referrals;
import org.placewell.security.Actors;
import org.placewell.security.People;
import org.placewell.security.RoleMatrix;
import org.placewell.settlement.Settlement;
import org.placewell.shared.MovableClock;
import org.placewell.shared.StatesTest;
import org.placewell.support.Filling;
import org.placewell.support.PlacewellTest;
import org.placewell.support.ProcessDriver;
import org.placewell.support.Referring;
import org.placewell.support.Trials;
import org.placewell.support.World;
import org.placewell.workflow.Escalations;
import org.placewell.workflow.TaskDesk;
import org.placewell.workflow.TaskMoves;
import org.placewell.workflow.WorkItems;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Cases driven by legal and illegal commands in random order: after every step no case is stuck, lost, doubled or in a state that the table of
 * moves does not have, the work list equals the engine's tasks, somebody may open every task, and at the end the laws of money hold. Each
 * seed has its kind of contract; half of the walks end by what people and time do, half by withdrawal. {@code -Dseed=… -Dcases=1} plays one
 * walk again; the profile {@code nightly} walks with thousands of people.
 */
@PlacewellTest
@Tag("properties")
class RandomWalkTest {

    /** How many people one walk refers, and how many steps are taken with them. */
    private static final int PEOPLE = 5;
    private static final int STEPS = 120;
    /** The cases that are asked for are those of pure properties: one person walks for so many of them. */
    private static final int PER_PERSON = 60;
    /** From so many walks on it is asked whether everything has been done. */
    private static final int FULL = 20;
    /** From so many walks on it is asked of the rare ones as well, which twenty walks reach fewer than a dozen times. */
    private static final int LONG = 80;
    private static final Set<String> RARE = Set.of("applicationResult", "appointmentOutcome", "backInTouch", "changePay", "correctRecord",
            "decideReversal", "draftStatement", "employerWish", "endAbsence", "endCase", "handOver", "money", "queryLine", "recordBreak",
            "recordDeath", "recordEarnings", "recordHeldJob", "startJob", "withdrawTrial",
            "task answerQuestions", "task considerDispute", "task outreach", "task reviewDispute");
    @Autowired MoneyWorld money;
    @Autowired World world;
    @Autowired Referrals referrals;
    @Autowired Filling filling;
    @Autowired Referring referring;
    @Autowired ProcessDriver driver;
    @Autowired TaskDesk desk;
    @Autowired TaskMoves moves;
    @Autowired Escalations escalations;
    @Autowired WorkItems items;
    @Autowired Evidence evidence;
    @Autowired Claims claims;
    @Autowired Settlement settlement;
    @Autowired RecordCorrections corrections;
    @Autowired RoleMatrix matrix;
    @Autowired ManagementService management;
    @Autowired MovableClock clock;
    @Autowired AuditTrail audit;
    @Autowired WalkChecks checks;
    @Autowired WalkTasks tasks;
    @Autowired WalkMoves statuses;
    @Autowired WalkHolders holders;
    @Autowired PassOn passOn;
    @Autowired People register;
    @Autowired Actors actors;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    World.Service strangers;

    @Test
    @DisplayName("Whatever people do in whatever order, every case stays whole and can be ended")
    void walks() {
        strangers = money.service();
        var tally = new TreeMap<String, Integer>();
        int walks = Math.max(1, Trials.cases() / PER_PERSON / PEOPLE);
        Trials.run("random walk of " + PEOPLE + " people", walks, (random, seed) -> {
            var walk = new Walk(this, random, WalkContract.of(seed));
            walk.go(PEOPLE, STEPS);
            walk.end(seed / WalkContract.values().length % 2 == 0);
            walk.tally().forEach((kind, count) -> tally.merge(kind, count, Integer::sum));
        });
        System.out.println("random walks did " + tally);
        assertThat(money.breaches()).isEmpty();
        assertThat(audit.breaches()).isEmpty();
        if (walks >= FULL) {
            walked(tally, walks);
        }
    }

    @Test
    @DisplayName("Every command of the matrix of roles is driven or left out for a reason, and every status is watched")
    void nothingForgotten() {
        var named = new TreeSet<>(WalkCommands.driven());
        named.addAll(WalkCommands.LEFT_OUT.keySet());
        assertThat(named).isEqualTo(WalkCommands.all(matrix));
        assertThat(WalkCommands.driven()).doesNotContainAnyElementsOf(WalkCommands.LEFT_OUT.keySet());
        // Rows and files of people brought in begin no walk: IntakeTest.
        assertThat(StatesTest.tables().stream().map(table -> table.type().getSimpleName()).filter(name -> !name.matches("RowStatus|ImportStatus")))
                .containsExactlyInAnyOrderElementsOf(WalkMoves.watched());
    }

    @Test
    @DisplayName("Every check of the walk finds the fault that it is there to find")
    void checksFind() {
        strangers = money.service();
        var walk = new Walk(this, new Random(1), WalkContract.USUAL);
        walk.go(PEOPLE, 0);
        money.appointments(walk.refs("select ref from referral where ref = any (?) and status = 'IN_SUPPORT'").get(0), walk.service);
        walk.watched(walk::runDue);
        var unseen = new TreeMap<WalkSpoils, String>();
        for (var spoil : WalkSpoils.values()) {
            transaction.executeWithoutResult(status -> {
                status.setRollbackOnly();
                var said = spoilt(walk, spoil);
                if (!said.contains(spoil.found)) {
                    unseen.put(spoil, said);
                }
            });
        }
        assertThat(unseen).as("faults that were not found, with what was said").isEmpty();
        assertThatThrownBy(() -> WalkMoves.check(Map.of("claim:C-1", "REVERSED"), Map.of("claim:C-1", "OPEN"))).hasMessageContaining("from REVERSED");
        assertThatThrownBy(() -> WalkMoves.check(Map.of("job:J-1", "THERE"), Map.of())).hasMessageContaining("still there");
        assertThatThrownBy(() -> WalkMoves.check(Map.of(), Map.of("referral:R-1", "RECEIVED"))).hasMessageContaining("can be reached");
        for (var sql : WalkSpoils.REFUSED) {
            assertThatThrownBy(() -> jdbc.sql(sql).param("team", walk.service.team()).update()).isInstanceOf(DuplicateKeyException.class);
        }
        walk.end(false);
    }

    /** Puts a fault in, and looks; returns what the checks say of it. */
    private String spoilt(Walk walk, WalkSpoils spoil) {
        try {
            assertThat(jdbc.sql(spoil.sql).param("team", walk.service.team()).update()).as("something to spoil").isPositive();
            walk.look();
            return "nothing";
        } catch (AssertionError | RuntimeException found) {
            return found.getMessage();
        }
    }

    /** Doing nothing is no walk: in a run of this size everything has been done, and nearly everything also refused. */
    private void walked(Map<String, Integer> tally, int walks) {
        var kinds = new TreeSet<>(WalkCommands.driven());
        WalkCommands.tasks(matrix).forEach(task -> kinds.add("task " + task));
        kinds.addAll(List.of("time", "moved task", "paper", "money", "passed on", "referred again"));
        if (walks < LONG) {
            kinds.removeAll(RARE);
        }
        assertThat(kinds.stream().filter(kind -> !tally.containsKey(kind + ", done"))).as("never done").isEmpty();
        assertThat(kinds.stream().filter(kind -> !tally.containsKey(kind + ", refused") && !tally.containsKey(kind + ", form"))).as("never refused")
                .hasSizeLessThan(kinds.size() / 3);
        assertThat(tally.get("twice, refused")).isGreaterThan(walks);
        assertThat(tally.get("stranger, refused")).isGreaterThan(walks);
    }
}
