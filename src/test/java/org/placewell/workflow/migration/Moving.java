package org.placewell.workflow.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.placewell.security.Actor;
import org.placewell.security.Actors;
import org.placewell.security.People;
import org.placewell.security.Role;
import org.placewell.support.World;
import org.placewell.workflow.WorkListRebuild;
import org.placewell.workflow.migration.Report.CaseStatus;
import org.springframework.stereotype.Component;

/** An operator who moves every case of a model from the version before the newest one to the newest, back, and there again. */
@Component
public class Moving {

    /** The plan of this release: the steps that have another name in its models. Every other step keeps its name. */
    private static final Map<String, Mapping> PLAN = Map.of();

    /** The models of this release that do side by side what the one before did in turn: their cases end under the version they began under. */
    private static final Set<String> STAY = Set.of("job-search");
    private final MigrationPlans plans;
    private final MigrationRunner runner;
    private final WorkListRebuild workList;
    private final People people;
    private final Actors actors;

    Moving(MigrationPlans plans, MigrationRunner runner, WorkListRebuild workList, People people, Actors actors) {
        this.plans = plans;
        this.runner = runner;
        this.workList = workList;
        this.people = people;
        this.actors = actors;
    }

    /** Somebody at the service's office who may move cases. */
    public Actor operator(World.Service service) {
        var username = "moves" + service.number();
        people.person(username, "Operator", "correct horse battery", false);
        people.grant(username, Role.OPERATOR, "office" + service.number(), null, null);
        return actors.find(username).orElseThrow();
    }

    /** Moves every case of the model that still runs on the version before the newest; none may be refused, unless the model's all stay. */
    public void all(String model, Actor operator) {
        var versions = plans.models(operator).stream().filter(one -> one.key().equals(model)).findFirst().orElseThrow();
        int to = versions.newest();
        int from = to - 1;
        var mapping = PLAN.getOrDefault(model, Mapping.equalIds());
        var preview = plans.preview(model, from, to, mapping, operator);
        if (STAY.contains(model)) {
            assertThat(preview.problems()).as("why %s is not moved", model).anyMatch(problem -> problem.contains("side by side"));
            return;
        }
        assertThat(preview.cases()).as("cases of " + model).isPositive();
        assertThat(preview.movable()).as("cases of %s that can move: %s", model, preview.places()).isEqualTo(preview.cases());
        for (int round = 0; round < 2; round++) {
            long id = plans.start(model, from, to, mapping, "A new release", operator);
            finish(id);
            assertThat(plans.report(id, operator).count(CaseStatus.MOVED)).as("moved of %s: %s", model, plans.report(id, operator).notes())
                    .isEqualTo(preview.cases());
            assertThat(workList.differences()).isEmpty();
            if (round == 0) {
                plans.undo(id, operator);
                finish(id);
                assertThat(plans.report(id, operator).count(CaseStatus.BACK)).as("moved back of " + model).isEqualTo(preview.cases());
            }
        }
    }

    private void finish(long id) {
        for (int i = 0; !runner.batch(id); i++) {
            assertThat(i).as("batches").isLessThan(1000);
        }
    }
}
