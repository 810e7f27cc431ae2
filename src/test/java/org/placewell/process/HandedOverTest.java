package org.placewell.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.referral.Referrals;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.support.Filling;
import org.placewell.support.PlacewellTest;
import org.placewell.support.ProcessDriver;
import org.placewell.support.Referring;
import org.placewell.support.Visitor;
import org.placewell.support.World;
import org.placewell.workflow.TaskMoves;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A specialist's task that is handed to a colleague can be done by them, and shows them no more than that takes. */
@PlacewellTest
class HandedOverTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    @Autowired World world;
    @Autowired Referring referring;
    @Autowired Referrals referrals;
    @Autowired ProcessDriver driver;
    @Autowired Filling filling;
    @Autowired TaskMoves moves;
    @Autowired MovableClock clock;
    @LocalServerPort int port;

    @Test
    @DisplayName("While the task is theirs a colleague sees the person's record and does the task; before and after it is closed to them")
    void onlyMeanwhile() {
        clock.stopAt(MONDAY);
        var service = world.under("mhep-haringey-barnet");
        var ref = referring.inSupport(service, MONDAY);
        var colleague = service.specialistB();
        var task = driver.open("vocationalProfile", ref);
        assertThatThrownBy(() -> referrals.visible(ref, colleague)).isInstanceOf(Problem.NotFound.class);

        moves.handOver(task.taskId(), colleague.username(), "Speaks the person's language", service.specialist());
        assertThat(Visitor.at(port, colleague).get("/tasks/" + task.taskId()).text()).contains(referrals.get(ref).person().name());
        assertThat(referrals.visible(ref, colleague).ref()).isEqualTo(ref);
        assertThatThrownBy(() -> referrals.visible(ref, world.under("mhep-haringey-barnet").specialist())).isInstanceOf(Problem.NotFound.class);
        filling.task(driver.open("vocationalProfile", ref), colleague, Map.of("signed", "yes"), null);
        driver.runDue(ref);

        assertThatThrownBy(() -> referrals.visible(ref, colleague)).isInstanceOf(Problem.NotFound.class);
        assertThat(driver.open("benefitsAdvice", ref).assignee()).as("the next task is the specialist's again").isNotEqualTo(colleague.username());
    }
}
