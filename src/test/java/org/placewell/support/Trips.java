package org.placewell.support;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.placewell.security.Actor;
import org.placewell.shared.MovableClock;
import org.placewell.workflow.WorkItem;
import org.placewell.workflow.WorkItems;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Plays a case one small step at a time: one job of the engine, one timer, or one act of a person. Between any two steps the case can
 * be left where it stands, so that a test can upgrade, migrate or kill something at every place where a case can be.
 */
@Component
public class Trips {

    private final MovableClock clock;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final WorkItems items;
    private final Filling filling;
    private final JdbcClient jdbc;

    Trips(MovableClock clock, RuntimeService runtime, ManagementService management, WorkItems items, Filling filling, JdbcClient jdbc) {
        this.clock = clock;
        this.runtime = runtime;
        this.management = management;
        this.items = items;
        this.filling = filling;
        this.jdbc = jdbc;
    }

    /** A case that has not begun. @param start the day on which its first act happens */
    public Trip begin(World.Service service, LocalDate start, List<Consumer<Trip>> acts) {
        return new Trip(service, start.atTime(9, 0).atZone(MovableClock.LONDON).toInstant(), acts);
    }

    /** One case on its way: the references it has got so far, its own time, and what people will still do. */
    public final class Trip {
        /** The test's service; acts may be anybody in it. */
        public final World.Service service;
        /** The references of the case's things, as far as they exist. */
        public String referral;
        public String job;
        public String claim;
        public final List<String> statements = new ArrayList<>();
        /** Other referrals that are part of the case. */
        public final List<String> others = new ArrayList<>();
        private Instant now;
        private Instant until;
        private final Deque<Consumer<Trip>> acts;

        private Trip(World.Service service, Instant now, List<Consumer<Trip>> acts) {
            this.service = service;
            this.now = now;
            this.acts = new ArrayDeque<>(acts);
        }

        /** Takes one small step; false when the case has been played to its end. */
        public boolean step() {
            clock.stopAt(now);
            try {
                return stepAtOnce();
            } finally {
                now = clock.instant();
            }
        }

        private boolean stepAtOnce() {
            var due = jobs(true);
            if (due.isEmpty() && until != null) {
                var next = jobs(false).map(Due::at).filter(at -> !at.isAfter(until));
                clock.stopAt(next.orElse(until));
                until = next.isPresent() ? until : null;
                due = jobs(true);
            }
            if (due.isPresent()) {
                management.executeJob(due.get().id());
                return true;
            }
            if (acts.isEmpty()) {
                return false;
            }
            acts.removeFirst().accept(this);
            return true;
        }

        /** Plays on to the end. */
        public void finish() {
            int steps = 0;
            while (step()) {
                if (++steps > 2000) {
                    throw new AssertionError("The case goes round in circles at " + places());
                }
            }
        }

        /** From the next step on time passes to nine in the morning of a day, each timer at its own time. */
        public void passTo(LocalDate day) {
            until = day.atTime(9, 0).atZone(MovableClock.LONDON).toInstant();
        }

        /** Puts an act before the others that are still to come. */
        public void next(Consumer<Trip> act) {
            acts.addFirst(act);
        }

        public LocalDate today() {
            return now.atZone(MovableClock.LONDON).toLocalDate();
        }

        /** Does the open task of a kind, wherever in the case it is. */
        public void task(String key, Actor actor, Map<String, ?> given) {
            filling.task(open(key).orElseThrow(() -> new AssertionError("No open task " + key + ": the case is at " + places())), actor, given, null);
        }

        /** The open task of a kind; with several the oldest. */
        public Optional<WorkItem> open(String key) {
            return keys().stream().flatMap(ref -> items.openFor(ref).stream()).filter(item -> item.taskKey().equals(key))
                    .min(Comparator.comparing(WorkItem::createdAt));
        }

        public String command(String name, String subject, Actor actor, Map<String, ?> given) {
            return filling.command(name, subject, actor, given, null);
        }

        /** Where the case stands: {@code model.node} for a waiting node, {@code model.node then} after one, in the middle of an asynchronous step. */
        public List<String> places() {
            var places = new TreeSet<String>();
            for (var id : processes()) {
                var tree = runtime.getActivityInstance(id);
                if (tree != null) {
                    collect(tree, places);
                }
            }
            return List.copyOf(places);
        }

        /** The models of which processes still run for the case. */
        public List<String> runs() {
            return processes().stream().map(id -> runtime.createProcessInstanceQuery().processInstanceId(id).singleResult().getProcessDefinitionId()
                    .split(":")[0]).distinct().sorted().toList();
        }

        private void collect(ActivityInstance node, TreeSet<String> places) {
            var model = node.getProcessDefinitionId().split(":")[0] + ".";
            Arrays.stream(node.getChildTransitionInstances()).forEach(next -> places.add(model + next.getActivityId() + " then"));
            for (var child : node.getChildActivityInstances()) {
                if (child.getChildActivityInstances().length == 0 && child.getChildTransitionInstances().length == 0) {
                    places.add(model + child.getActivityId());
                }
                collect(child, places);
            }
        }

        private Optional<Due> jobs(boolean due) {
            return jdbc.sql("""
                            select id_, duedate_ from act_ru_job where process_instance_id_ in (:processes) and retries_ > 0
                                and case when :due then duedate_ is null or duedate_ <= :now else type_ = 'timer' end
                            order by duedate_ nulls first, id_ limit 1""")
                    .param("processes", java.util.stream.Stream.concat(java.util.stream.Stream.of(""), processes().stream()).toList()).param("due", due)
                    .param("now", java.sql.Timestamp.from(clock.instant().plusMillis(1)))
                    .query((r, n) -> new Due(r.getString(1), r.getTimestamp(2) == null ? Instant.EPOCH : r.getTimestamp(2).toInstant())).optional();
        }

        private List<String> processes() {
            return jdbc.sql("select proc_inst_id_ from act_ru_execution where parent_id_ is null and business_key_ in (:keys) order by 1")
                    .param("keys", keys()).query(String.class).list();
        }

        /** The references that processes run under: the referral, its jobs, claims and statements, other referrals that are part of it. */
        public List<String> keys() {
            var keys = new ArrayList<>(jdbc.sql("select ref from job where referral_ref = :r union select ref from outcome_claim where referral_ref = :r order by 1")
                    .param("r", referral).query(String.class).list());
            keys.add(String.valueOf(referral));
            keys.addAll(statements);
            keys.addAll(others);
            return keys;
        }
    }

    /** A job of the engine and when it is due. */
    private record Due(String id, Instant at) {}
}
