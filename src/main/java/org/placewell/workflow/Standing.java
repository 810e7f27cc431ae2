package org.placewell.workflow;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.placewell.shared.MovableClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where all cases of a model stand at this moment: numbers only, never a case. */
@Service
@Transactional(readOnly = true)
public class Standing {

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final ManagementService management;
    private final JdbcClient jdbc;
    private final MovableClock clock;

    Standing(RuntimeService runtime, RepositoryService repository, ManagementService management, JdbcClient jdbc, MovableClock clock) {
        this.runtime = runtime;
        this.repository = repository;
        this.management = management;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How many cases of the model run. */
    public long running(String process) {
        return runtime.createProcessInstanceQuery().processDefinitionKey(process).active().count();
    }

    /** How many cases stand at each node, over all versions of the model; nodes with nobody are absent. */
    public Map<String, Long> byNode(String process) {
        var counts = new HashMap<String, Long>();
        repository.createProcessDefinitionQuery().processDefinitionKey(process).listPage(0, 1000).forEach(version ->
                management.createActivityStatisticsQuery(version.getId()).listPage(0, 1000)
                        .forEach(step -> counts.merge(step.getId(), (long) step.getInstances(), Long::sum)));
        return counts;
    }

    /** The open tasks of the model by task: how many, how many past their date, and the date of the one that has waited longest. */
    public Map<String, Work> work(String process) {
        var work = new HashMap<String, Work>();
        jdbc.sql("""
                        select task_key, count(*) as open, count(*) filter (where due_date < :today) as overdue, min(created_at) as oldest
                        from work_item where process_key = :process and closed_at is null group by task_key""")
                .param("today", clock.today()).param("process", process)
                .query(row -> {
                    work.put(row.getString("task_key"), new Work(row.getLong("open"), row.getLong("overdue"),
                            row.getTimestamp("oldest").toInstant().atZone(MovableClock.LONDON).toLocalDate()));
                });
        return work;
    }

    /**
     * The open tasks of one kind.
     *
     * @param overdue how many are past their due date
     * @param oldest the day on which the oldest one appeared
     */
    public record Work(long open, long overdue, LocalDate oldest) {}
}
