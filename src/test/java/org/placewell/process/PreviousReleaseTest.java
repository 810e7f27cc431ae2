package org.placewell.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Law 11 at every place where a case can be. The models and forms of the previous release are kept under {@code models-previous}. With
 * them in force a case is brought to each of their wait states, asynchronous steps included; then ours are deployed, as at the first
 * start of the new release; every case is played to its end under the old model by today's code, and ends as it would have.
 */
@PlacewellTest
class PreviousReleaseTest {

    @Autowired
    RepositoryService repository;
    @Autowired
    Journeys journeys;
    @Autowired
    JdbcClient jdbc;
    private final List<String> deployments = new ArrayList<>();

    @AfterEach
    void onlyOurs() {
        deployments.forEach(id -> repository.deleteDeployment(id, true));
    }

    @Test
    @DisplayName("A case left at any wait state of the previous release's models ends under them as if nothing had happened")
    void everyWaitState() {
        deploy("src/test/resources/models-previous", "previous release");
        var seen = new HashSet<String>();
        var stops = new LinkedHashMap<Parked, String>();
        for (var journey : journeys.all().keySet()) {
            var whole = journeys.begin(journey);
            var fresh = new ArrayList<Integer>();
            int steps = 0;
            for (; whole.step(); steps++) {
                assertThat(steps).as("steps of " + journey + ", at " + whole.places()).isLessThan(500);
                if (seen.addAll(whole.places())) {
                    fresh.add(steps + 1);
                }
            }
            var end = end(whole);
            fresh.forEach(step -> stops.put(park(journey, step), end));
        }
        var places = new TreeSet<String>();
        stops.keySet().forEach(parked -> places.addAll(parked.trip().places()));
        assertThat(places).as("every place of the previous models has a case").containsAll(waits());

        deploy(".", "this release");
        var later = journeys.begin("asked, answered, handed back");
        later.finish();
        assertThat(end(later)).as("a case of the new release").startsWith("HANDED_BACK");
        stops.forEach((parked, end) -> {
            parked.trip().finish();
            assertThat(end(parked.trip())).as("%s, upgraded at step %s", parked.journey(), parked.step()).isEqualTo(end);
        });
    }

    private Parked park(String journey, int step) {
        var trip = journeys.begin(journey);
        for (int i = 0; i < step; i++) {
            trip.step();
        }
        return new Parked(journey, step, trip);
    }

    /** What has become of everything that belongs to the case; nothing of it still runs. */
    private String end(Trip trip) {
        assertThat(trip.runs()).as("what still runs, at %s", trip.places()).isEmpty();
        return jdbc.sql("""
                        select r.status || ' ' || coalesce(r.end_reason, '')
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

    private record Parked(String journey, int step, Trip trip) {}
}
