package org.placewell.workflow.migration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.security.Actor;
import org.placewell.security.Role;
import org.placewell.shared.Problem;
import org.placewell.workflow.migration.Preview.OldStep;
import org.placewell.workflow.migration.Preview.Place;
import org.placewell.workflow.migration.Preview.Step;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves running cases from one version of a model to another by a plan: look first, then move in batches, read the report, and move
 * back what has not gone on since. A case that cannot move ends on its old version, which stays for as long as it is needed. For
 * operators: no case content is read.
 */
@Service
public class MigrationPlans {

    private final ModelVersions versions;
    private final Engine engine;
    private final CaseMover mover;
    private final MigrationStore store;
    private final MigrationRunner runner;
    private final AuditTrail audit;

    MigrationPlans(ModelVersions versions, Engine engine, CaseMover mover, MigrationStore store, MigrationRunner runner, AuditTrail audit) {
        this.versions = versions;
        this.engine = engine;
        this.mover = mover;
        this.store = store;
        this.runner = runner;
        this.audit = audit;
    }

    /** The models with the versions that matter: the newest, and each that cases still run on. */
    @Transactional(readOnly = true)
    public List<Model> models(Actor actor) {
        actor.require(Role.OPERATOR);
        return versions.all();
    }

    /** A model and its versions, newest first. */
    public record Model(String key, String name, List<Version> versions) {
        /** The newest version's number. */
        public int newest() {
            return versions.get(0).number();
        }
    }

    /** One version. @param tag what the model's author calls it */
    public record Version(int number, String tag, long cases, boolean newest, LocalDate deployedOn) {}

    /**
     * What the plan would do: nothing is changed. One case of each place is moved and taken back again, so that what stands here is what
     * will happen.
     */
    public Preview preview(String process, int from, int to, Mapping mapping, Actor actor) {
        actor.require(Role.OPERATOR);
        var source = versions.id(process, from);
        var target = versions.id(process, to);
        var before = versions.steps(source);
        var after = versions.steps(target);
        var places = engine.places(source);
        long cases = places.values().stream().mapToLong(List::size).sum();
        var open = before.entrySet().stream().filter(step -> !after.containsKey(step.getKey()))
                .map(step -> new OldStep(step.getKey(), step.getValue(), at(places, step.getKey()), mapping.steps().getOrDefault(step.getKey(), "")))
                .toList();
        var targets = after.entrySet().stream().map(step -> new Step(step.getKey(), step.getValue())).toList();
        var problems = problems(process, source, target, mapping);
        var standing = places.entrySet().stream().map(place -> new Place(place.getKey().stream().map(id -> before.getOrDefault(id, id)).toList(),
                place.getValue().size(), problems.isEmpty() ? mover.obstacle(source, target, mapping, place.getValue()
                        .get(0)) : "The plan does not stand"))
                .toList();
        return new Preview(process, from, to, mapping, cases, open, targets, problems, standing);
    }

    private static long at(java.util.Map<List<String>, List<String>> places, String step) {
        return places.entrySet().stream().filter(place -> place.getKey().contains(step)).mapToLong(place -> place.getValue().size()).sum();
    }

    private List<String> problems(String process, String source, String target, Mapping mapping) {
        var problems = new ArrayList<String>();
        if (source.equals(target)) {
            problems.add("Choose two different versions");
        }
        if (mapping.steps().values().stream().distinct().count() < mapping.steps().size()) {
            problems.add("Two old steps cannot become the same new one: the cases could not be moved back");
        }
        try {
            engine.plan(source, target, mapping);
        } catch (Problem problem) {
            problems.add(problem.getMessage());
        }
        if (store.goesOn(process)) {
            problems.add("Cases of this model are being moved already: wait until that has ended");
        }
        return problems;
    }

    /**
     * Begins to move every case that runs on the old version; the work goes on by itself.
     *
     * @return the migration's number
     * @throws Problem when the plan does not stand, there is nothing to move, or no reason is given
     */
    @Transactional
    public long start(String process, int from, int to, Mapping mapping, String reason, Actor actor) {
        actor.require(Role.OPERATOR);
        if (reason == null || reason.isBlank() || reason.length() > 500 || reason.indexOf('\0') >= 0) {
            throw Problem.at("reason", "required", "Say in 500 characters or fewer why the cases are moved");
        }
        var source = versions.id(process, from);
        var problems = problems(process, source, versions.id(process, to), mapping);
        if (!problems.isEmpty()) {
            throw Problem.of("plan", String.join(". ", problems));
        }
        if (store.running(source).isEmpty()) {
            throw Problem.of("nothing", "No case runs on this version any more");
        }
        long id = store.begin(process, from, to, mapping, reason.strip(), source, actor.username());
        audit.record("model-" + process, actor, Area.PATHWAY, "model.migration-started", "", "version " + from + " to " + to);
        runner.wake();
        return id;
    }

    /** Moves back every case that has not taken a step since it was moved. @throws Problem.Stale when it is not the time for that */
    @Transactional
    public void undo(long id, Actor actor) {
        actor.require(Role.OPERATOR);
        var report = report(id, actor);
        if (!store.undo(id, actor.username())) {
            throw new Problem.Stale("Nothing of this migration can be moved back now");
        }
        audit.record("model-" + report.process(), actor, Area.PATHWAY, "model.migration-undone", "", "version " + report.to()
                + " to " + report.from());
        runner.wake();
    }

    /** How far a migration is. @throws Problem.NotFound when there is none of that number */
    @Transactional(readOnly = true)
    public Report report(long id, Actor actor) {
        actor.require(Role.OPERATOR);
        return store.report(id).orElseThrow(() -> new Problem.NotFound("this migration"));
    }

    /** The newest migrations, at most 50. */
    @Transactional(readOnly = true)
    public List<Report> recent(Actor actor) {
        actor.require(Role.OPERATOR);
        return store.recent();
    }

    /** The steps that a plan may name, by the version's number: to tell a wrong answer before it is used. */
    @Transactional(readOnly = true)
    public Set<String> steps(String process, int version) {
        return versions.steps(versions.id(process, version)).keySet();
    }
}
