package org.placewell.workflow;

import java.sql.Timestamp;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.placewell.security.Actor;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares the work list with the engine's open tasks, and puts it right. The two are written in one transaction and never
 * differ by themselves; this is for the day after a restore or a repair by hand.
 */
@Service
@Transactional
public class WorkListRebuild {

    private final JdbcClient jdbc;
    private final WorkItemListener listener;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final MovableClock clock;

    WorkListRebuild(JdbcClient jdbc, WorkItemListener listener, TaskService tasks, RuntimeService runtime, MovableClock clock) {
        this.jdbc = jdbc;
        this.listener = listener;
        this.tasks = tasks;
        this.runtime = runtime;
        this.clock = clock;
    }

    /** The ids of tasks that only one of the two has open. */
    @Transactional(readOnly = true)
    public List<String> differences() {
        return jdbc.sql("""
                        select coalesce(w.task_id, t.id_) from (select * from work_item where closed_at is null) w
                        full join act_ru_task t on t.id_ = w.task_id
                        where w.task_id is null or t.id_ is null order by 1 limit 1000""").query(String.class).list();
    }

    /** Opens what the engine has open, closes what it has not; tells how many lines changed. */
    public int rebuild(Actor actor) {
        if (!actor.isSystem()) {
            actor.require(Role.OPERATOR);
        }
        int closed = jdbc.sql("""
                        update work_item set closed_at = ?, closed_by = 'system'
                        where closed_at is null and not exists (select 1 from act_ru_task t where t.id_ = task_id)""")
                .param(Timestamp.from(clock.instant())).update();
        jdbc.sql("delete from form_draft d using work_item w where w.task_id = d.subject and w.closed_at is not null").update();
        int opened = 0;
        for (var taskId : differences()) {
            restore(taskId);
            opened++;
        }
        return closed + opened;
    }

    private void restore(String taskId) {
        var task = tasks.createTaskQuery().taskId(taskId).singleResult();
        var instance = runtime.createProcessInstanceQuery().processInstanceId(task.getProcessInstanceId()).singleResult();
        var group = tasks.getIdentityLinksForTask(taskId).stream().map(IdentityLink::getGroupId).filter(java.util.Objects::nonNull)
                .findFirst().orElseThrow();
        listener.open(taskId, task.getTaskDefinitionKey(), task.getProcessDefinitionId(), instance.getBusinessKey(), group,
                WorkItemListener.due(task.getDueDate()), task.getPriority());
    }
}
