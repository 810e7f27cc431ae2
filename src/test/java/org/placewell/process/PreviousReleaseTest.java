package org.placewell.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.support.PlacewellTest;
import org.placewell.support.Trips.Trip;
import org.placewell.workflow.migration.Moving;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Law 11 at every place where a case can be. The models and forms of the previous release are kept under {@code models-previous}. With
 * them in force two cases are brought to each of their wait states, asynchronous steps included; then ours are deployed, as at the first
 * start of the new release. One is played to its end under the old model by today's code; the other is moved to the new model first, as
 * an operator would. Both end as a case that never met an upgrade.
 */
@PlacewellTest
class PreviousReleaseTest {

    private static final String PREVIOUS = "src/test/resources/models-previous";

    @Autowired
    RepositoryService repository;
    @Autowired
    Journeys journeys;
    @Autowired
    Moving moving;
    @Autowired
    JdbcClient jdbc;
    private final List<String> deployments = new ArrayList<>();

    @AfterEach
    void onlyOurs() {
        deployments.forEach(id -> repository.deleteDeployment(id, true));
    }

    @Test
    @DisplayName("A case left at any wait state of the previous release's models ends as if nothing had happened, under them or moved to ours")
    void everyWaitState() {
        deploy(PREVIOUS, "previous release");
        var seen = new HashSet<String>();
        var stops = new ArrayList<Parked>();
        for (var journey : journeys.all().keySet()) {
            var whole = journeys.begin(journey);
            var fresh = new ArrayList<String>();
            for (int steps = 0; whole.step(); steps++) {
                assertThat(steps).as("steps of " + journey + ", at " + whole.places()).isLessThan(500);
                whole.places().stream().filter(seen::add).forEach(fresh::add);
            }
            var end = end(whole);
            fresh.forEach(place -> stops.add(new Parked(journey, place, end, park(journey, place), park(journey, place))));
        }
        assertThat(seen).as("every place of the previous models has a case").containsAll(waits());

        deploy(".", "this release");
        var later = journeys.begin("asked, answered, handed back");
        later.finish();
        assertThat(end(later)).as("a case of the new release").startsWith("HANDED_BACK");
        stops.forEach(parked -> {
            parked.stays().finish();
            assertThat(end(parked.stays())).as("%s, upgraded at %s", parked.journey(), parked.place()).isEqualTo(parked.end());
        });
        var operator = moving.operator(later.service);
        Models.files(PREVIOUS + "/processes", ".bpmn").forEach(file -> moving.all(file.getFileName().toString().replace(".bpmn", ""), operator));
        stops.forEach(parked -> {
            parked.moves().finish();
            assertThat(end(parked.moves())).as("%s, moved at %s", parked.journey(), parked.place()).isEqualTo(parked.end());
        });
    }

    /** A case that has gone just so far that it stands at the place. */
    private Trip park(String journey, String place) {
        var trip = journeys.begin(journey);
        while (!trip.places().contains(place)) {
            assertThat(trip.step()).as("%s comes to %s", journey, place).isTrue();
        }
        return trip;
    }

    /** What has become of everything that belongs to the case, the draw of a trial aside; nothing of it still runs. */
    private String end(Trip trip) {
        assertThat(trip.runs()).as("what still runs, at %s", trip.places()).isEmpty();
        return jdbc.sql("""
                        select coalesce((select 'FOLLOWED UP ' || f.answer from trial_follow_up f where f.referral_ref = r.ref),
                                r.status || ' ' || coalesce(r.end_reason, ''))
                            || coalesce((select string_agg(c.status, ' ' order by c.outcome, c.occurrence) from outcome_claim c where c.referral_ref = r.ref), '')
                            || coalesce((select string_agg(s.status, ' ') from sustainment s join job j on j.ref = s.job_ref
                                where j.referral_ref = r.ref), '')
                            || coalesce((select string_agg(s.status, ' ') from statement s where s.ref = any (:statements)), '')
                        from referral r where r.ref = :ref""")
                .param("ref", trip.referral).param("statements", trip.statements.toArray(String[]::new)).query(String.class).single();
    }

    /** Where a case of the kept models can wait, as {@link Trip#places} names it. */
    private static Set<String> waits() {
        var waits = new TreeSet<String>();
        for (var file : Models.files("src/test/resources/models-previous", ".bpmn")) {
            var model = Models.read(file);
            var key = file.getFileName().toString().replace(".bpmn", ".");
            model.getModelElementsByType(UserTask.class).forEach(task -> waits.add(key + task.getId()));
            model.getModelElementsByType(EventBasedGateway.class).forEach(gateway -> waits.add(key + gateway.getId()));
            model.getModelElementsByType(IntermediateCatchEvent.class).stream().filter(event -> alone(model, event))
                    .forEach(event -> waits.add(key + event.getId()));
            model.getModelElementsByType(FlowNode.class).stream().filter(PreviousReleaseTest::asyncAfter)
                    .forEach(node -> waits.add(key + node.getId() + " then"));
        }
        return waits;
    }

    private static boolean asyncAfter(FlowNode node) {
        return "true".equals(node.getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "asyncAfter"));
    }

    private static boolean alone(BpmnModelInstance model, IntermediateCatchEvent event) {
        return model.getModelElementsByType(EventBasedGateway.class).stream().flatMap(gateway -> gateway.getSucceedingNodes().list().stream())
                .noneMatch(event::equals);
    }

    private void deploy(String folder, String name) {
        var builder = repository.createDeployment().name(name);
        for (var file : Models.files(folder + "/processes", ".bpmn")) {
            builder.addString("processes/" + file.getFileName(), Models.text(file));
        }
        for (var file : Models.files(folder + "/forms", ".form")) {
            builder.addString("forms/" + file.getFileName(), Models.text(Path.of(file.toString())));
        }
        deployments.add(builder.deploy().getId());
    }

    /** Two cases at one place of a journey, and the end that the journey has. */
    private record Parked(String journey, String place, String end, Trip stays, Trip moves) {}
}
