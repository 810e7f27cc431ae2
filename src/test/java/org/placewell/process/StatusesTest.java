package org.placewell.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.shared.Transitions;
import org.placewell.support.PlacewellTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Law 12: a status is an enum with one table of moves; models, table and the database's check agree. */
@PlacewellTest
class StatusesTest {

    /** How each end of a model leaves the thing the model is about; ends of side paths leave it as it is. */
    private static final Map<String, String> ENDS = Map.ofEntries(
            Map.entry("referral-to-outcome endHandedBack", "ReferralStatus.HANDED_BACK"),
            Map.entry("referral-to-outcome endDuplicate", "ReferralStatus.DUPLICATE"),
            Map.entry("referral-to-outcome endUsualCare", "ReferralStatus.USUAL_CARE"),
            Map.entry("referral-to-outcome endLeftList", "ReferralStatus.LEFT_LIST"),
            Map.entry("referral-to-outcome endSupportClosed", "ReferralStatus.ENDED"),
            Map.entry("referral-to-outcome endEarly", "ReferralStatus.ENDED"),
            Map.entry("referral-triage endHandedBack", "ReferralStatus.HANDED_BACK"),
            Map.entry("referral-triage endDuplicate", "ReferralStatus.DUPLICATE"),
            Map.entry("referral-triage endUsualCare", "ReferralStatus.USUAL_CARE"),
            Map.entry("referral-triage endAccepted", "ReferralStatus.WAITING"),
            Map.entry("waiting-list endPlaceTaken", "WaitingStatus.PLACED"),
            Map.entry("waiting-list endLeft", "WaitingStatus.LEFT"),
            Map.entry("job-search endSupportClosed", "PlaceStatus.CLOSED"),
            Map.entry("sustainment endMilestonesDone", "SustainmentStatus.MILESTONES_DONE"),
            Map.entry("sustainment endJobEnded", "SustainmentStatus.JOB_ENDED"),
            // The job goes on; only what the contract pays for is over.
            Map.entry("sustainment endLatestDate", "SustainmentStatus.IN_WORK"),
            Map.entry("sustainment endEarly", "SustainmentStatus.STOPPED"),
            Map.entry("evidence-validation endRejected", "ClaimStatus.REJECTED"),
            Map.entry("evidence-validation endCapReached", "ClaimStatus.CAP_REACHED"),
            Map.entry("evidence-validation endPaid", "ClaimStatus.PAID"),
            Map.entry("evidence-validation endNotPayable", "ClaimStatus.NOT_PAYABLE"),
            // The claim stays paid until somebody in finance has decided.
            Map.entry("evidence-validation endReversalAsked", "ClaimStatus.PAID"),
            Map.entry("payment-approval endPaid", "StatementStatus.PAID"),
            Map.entry("payment-approval endWithdrawn", "StatementStatus.WITHDRAWN"));

    /** Last statuses that come from outside the model: a case ended early, a better claim, a reversal, an offer withdrawn. */
    private static final Set<String> FROM_OUTSIDE = Set.of("WaitingStatus.ENDED", "ClaimStatus.REVERSED", "ClaimStatus.REPLACED",
            "PlaceStatus.RELEASED");

    private static final Pattern QUOTED = Pattern.compile("'([A-Z_]+)'");

    @Autowired
    JdbcClient jdbc;

    @Test
    @DisplayName("Every end of a model leaves its thing in a status that exists")
    void ends() {
        var names = new TreeSet<String>();
        Models.all().forEach((process, model) -> model.getModelElementsByType(EndEvent.class).stream().map(EndEvent::getId)
                .filter(id -> id.startsWith("end")).forEach(id -> names.add(process + " " + id)));
        assertThat(new TreeSet<>(ENDS.keySet())).isEqualTo(names);
        var existing = moves().entrySet().stream().flatMap(entry -> Arrays.stream(entry.getValue().type().getEnumConstants())
                .map(status -> entry.getKey() + "." + status)).toList();
        assertThat(existing).containsAll(ENDS.values());
    }

    @Test
    @DisplayName("Every last status is reached by an end of a model, or is known to come from outside")
    void lastStatuses() {
        var about = ENDS.values().stream().map(status -> status.split("\\.")[0]).collect(Collectors.toSet());
        var last = new TreeSet<String>();
        moves().forEach((name, table) -> {
            if (about.contains(name)) {
                finals(table).forEach(status -> last.add(name + "." + status));
            }
        });
        last.removeAll(ENDS.values());
        last.removeAll(FROM_OUTSIDE);
        assertThat(last).isEmpty();
    }

    @Test
    @DisplayName("The database allows exactly the statuses of the program")
    void database() {
        var allowed = jdbc.sql("select pg_get_constraintdef(oid) from pg_constraint where contype = 'c' and connamespace = 'public'::regnamespace")
                .query(String.class).list().stream()
                .map(text -> QUOTED.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet())).toList();
        moves().forEach((name, table) -> assertThat(allowed).as(name + " has a check in the database with the same values")
                .contains(Arrays.stream(table.type().getEnumConstants()).map(Enum::name).collect(Collectors.toSet())));
    }

    @Test
    @DisplayName("Every status can be reached from the beginning by the table of moves")
    void reachable() {
        moves().forEach((name, table) -> assertThat(reached(table)).as(name)
                .containsExactlyInAnyOrder(Arrays.stream(table.type().getEnumConstants()).map(Enum::name).toArray(String[]::new)));
    }

    private static <S extends Enum<S>> Set<String> reached(Transitions<S> table) {
        var reached = new TreeSet<S>(table.starts());
        for (int before = -1; before != reached.size();) {
            before = reached.size();
            List.copyOf(reached).forEach(status -> reached.addAll(table.next(status)));
        }
        return reached.stream().map(Enum::name).collect(Collectors.toSet());
    }

    private static <S extends Enum<S>> List<String> finals(Transitions<S> table) {
        return Arrays.stream(table.type().getEnumConstants()).filter(table::isFinal).map(Enum::name).toList();
    }

    /** Every table of moves in the program, by the simple name of its enum. */
    private static Map<String, Transitions<?>> moves() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Enum.class));
        var moves = new HashMap<String, Transitions<?>>();
        scanner.findCandidateComponents("org.placewell").forEach(found -> {
            try {
                var type = Class.forName(found.getBeanClassName());
                for (Field field : type.getDeclaredFields()) {
                    if (field.getType() == Transitions.class && type.getSimpleName().endsWith("Status")) {
                        field.setAccessible(true);
                        moves.put(type.getSimpleName(), (Transitions<?>) field.get(null));
                    }
                }
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        });
        assertThat(moves).hasSizeGreaterThan(5);
        return new TreeMap<>(moves);
    }
}
