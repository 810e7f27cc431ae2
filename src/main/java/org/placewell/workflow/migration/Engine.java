package org.placewell.workflow.migration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.placewell.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes the engine's migration plans and moves one case by one; keeps the work list in step with the tasks' new names. */
@Component
class Engine {

    private final RuntimeService runtime;
    private final ModelVersions versions;
    private final JdbcClient jdbc;

    Engine(RuntimeService runtime, ModelVersions versions, JdbcClient jdbc) {
        this.runtime = runtime;
        this.versions = versions;
        this.jdbc = jdbc;
    }

    /**
     * The plan: equal ids go together, the named pairs too.
     *
     * @throws Problem when the engine does not accept it, with all reasons in one message
     */
    MigrationPlan plan(String from, String to, Mapping mapping) {
        var builder = runtime.createMigrationPlan(from, to).mapEqualActivities();
        if (versions.forks(from) != versions.forks(to)) {
            // A case that stands before the place where the new version divides would lack what goes on beside it.
            throw Problem.of("plan", "One version does side by side what the other does in turn, so cases cannot be moved between them. They end under"
                    + " the version that they began under");
        }
        var known = versions.steps(to);
        mapping.steps().forEach((before, after) -> {
            if (!known.containsKey(after)) {
                throw Problem.of("no-such-step", "The new version has no step “" + after + "”");
            }
            builder.mapActivities(before, after);
        });
        try {
            return builder.build();
        } catch (MigrationPlanValidationException e) {
            throw Problem.of("plan", e.getValidationReport().getInstructionReports().stream()
                    .map(one -> one.getMigrationInstruction().getSourceActivityId() + ": " + String.join("; ", one.getFailures()))
                    .collect(Collectors.joining(". ")));
        } catch (BadUserRequestException e) {
            throw Problem.of("plan", String.valueOf(e.getMessage()));
        }
    }

    /**
     * Moves one case; in the caller's transaction.
     *
     * @throws Obstacle when it cannot move from where it stands; the caller rolls back
     */
    void move(MigrationPlan plan, String processInstance) {
        try {
            runtime.newMigration(plan).processInstanceIds(processInstance).execute();
        } catch (MigratingProcessInstanceValidationException e) {
            var report = e.getValidationReport();
            var reasons = new ArrayList<String>(report.getFailures());
            report.getActivityInstanceReports().forEach(one -> reasons.add(one.getSourceScopeId() + ": " + String.join("; ", one.getFailures())));
            report.getTransitionInstanceReports().forEach(one -> reasons.add(one.getSourceScopeId() + ": " + String.join("; ", one.getFailures())));
            throw new Obstacle(String.join(". ", reasons));
        }
        jdbc.sql("""
                        update work_item w set task_key = t.task_def_key_ from act_ru_task t
                        where t.id_ = w.task_id and t.proc_inst_id_ = ? and w.task_key <> t.task_def_key_""").param(processInstance).update();
    }

    /** Whether the case still runs, and on which version. */
    List<String> versionOf(String processInstance) {
        return jdbc.sql("select proc_def_id_ from act_ru_execution where id_ = ?").param(processInstance).query(String.class).list();
    }

    /** Where a case stands, so exactly that any step it takes changes it: its tasks, jobs and the messages it waits for. */
    String standing(String processInstance) {
        return jdbc.sql("""
                        select coalesce(string_agg(x, ' ' order by x), '') from (
                            select 'task:' || id_ as x from act_ru_task where proc_inst_id_ = :id
                            union all select 'job:' || id_ from act_ru_job where process_instance_id_ = :id
                            union all select 'event:' || id_ from act_ru_event_subscr where proc_inst_id_ = :id) all_of_it""")
                .param("id", processInstance).query(String.class).single();
    }

    /** The cases of a version by the ids of the steps at which they stand; what a called model does is that model's affair. */
    Map<List<String>, List<String>> places(String definition) {
        var places = new LinkedHashMap<List<String>, List<String>>();
        jdbc.sql("""
                        select e.proc_inst_id_, string_agg(distinct e.act_id_, ' ' order by e.act_id_) from act_ru_execution e
                        where e.proc_def_id_ = ? and e.act_id_ is not null
                            and not exists (select 1 from act_ru_execution c where c.parent_id_ = e.id_ and c.act_id_ is not null)
                        group by 1 order by 2, 1""").param(definition)
                .query(row -> {
                    places.computeIfAbsent(List.of(row.getString(2).split(" ")), key -> new ArrayList<>()).add(row.getString(1));
                });
        return places;
    }

    /** A case cannot move from where it stands. */
    static final class Obstacle extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Obstacle(String message) {
            super(message);
        }
    }
}
