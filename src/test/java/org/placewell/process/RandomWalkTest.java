package org.placewell.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.placewell.audit.AuditTrail;
import org.placewell.claim.Claims;
import org.placewell.claim.MoneyWorld;
import org.placewell.correction.RecordCorrections;
import org.placewell.evidence.Evidence;
import org.placewell.referral.Referrals;
import org.placewell.security.RoleMatrix;
import org.placewell.settlement.Settlement;
import org.placewell.shared.MovableClock;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Cases driven by legal and illegal commands in random order: after every step no case is stuck, lost, doubled or in a state that the table of
 * moves does not have, the work list equals the engine's tasks, and at the end the laws of money hold. {@code -Dseed=… -Dcases=1} plays one
 * walk again; the profile {@code nightly} walks with thousands of people.
 */
@PlacewellTest
@Tag("properties")
class RandomWalkTest {

    /** How many people one walk refers, and how many steps are taken with them. */
    private static final int PEOPLE = 5;
    private static final int STEPS = 150;
    /** The cases that are asked for are those of pure properties: one person walks for so many of them. */
    private static final int PER_PERSON = 60;
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
    @Autowired JdbcClient jdbc;
    World.Service strangers;

    @Test
    @DisplayName("Whatever people do in whatever order, every case stays whole and can be ended")
    void walks() {
        strangers = money.service();
        var tally = new TreeMap<String, Integer>();
        int walks = Math.max(1, Trials.cases() / PER_PERSON / PEOPLE);
        Trials.run("random walk of " + PEOPLE + " people", walks, (random, seed) -> {
            var walk = new Walk(this, random);
            walk.go(PEOPLE, STEPS);
            walk.end();
            walk.tally().forEach((kind, count) -> tally.merge(kind, count, Integer::sum));
        });
        System.out.println("random walks did " + tally);
        assertThat(money.breaches()).isEmpty();
        assertThat(audit.breaches()).isEmpty();
    }
}
