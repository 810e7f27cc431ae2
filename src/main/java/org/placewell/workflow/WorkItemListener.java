package org.placewell.workflow;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.placewell.shared.MovableClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps {@code work_item} equal to the engine's open tasks, in the engine's own transaction. */
@Component
class WorkItemListener implements TaskListener {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ObjectProvider<CaseCards> cards;
    private final org.placewell.security.Actors actors;

    WorkItemListener(JdbcClient jdbc, Clock clock, ObjectProvider<CaseCards> cards, org.placewell.security.Actors actors) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.cards = cards;
        this.actors = actors;
    }

    @Override
    public void notify(DelegateTask task) {
        switch (task.getEventName()) {
            case EVENTNAME_CREATE -> create(task);
            case EVENTNAME_ASSIGNMENT, EVENTNAME_UPDATE -> update(task);
            default -> close(task);
        }
    }

    private void create(DelegateTask task) {
        open(task.getId(), task.getTaskDefinitionKey(), task.getProcessDefinitionId(), task.getExecution().getProcessBusinessKey(),
                task.getCandidates().iterator().next().getGroupId(), due(task.getDueDate()), task.getPriority());
    }

    /** Writes the line of an open task; a line that was closed by mistake is opened again. */
    void open(String taskId, String taskKey, String definition, String reference, String group, LocalDate due, int priority) {
        var process = definition.split(":")[0];
        var card = cards.stream().filter(source -> source.processes().contains(process)).findFirst()
                .orElseThrow(() -> new IllegalStateException("No case cards for " + process))
                .card(reference, taskKey);
        jdbc.sql("""
                        insert into work_item (task_id, task_key, process_key, case_ref, referral_ref, contract_ref, team_id, role,
                            assignee, excluded, summary, due_date, priority, created_at, put_off_until, put_off_reason)
                        values (:id, :key, :process, :case, :referral, :contract, :team, :role, :assignee, :excluded, :summary, :due, :priority, :at, :until, :rests)
                        on conflict (task_id) do update set closed_at = null, closed_by = null""")
                .param("id", taskId).param("key", taskKey).param("process", process)
                .param("case", reference).param("referral", card.referralRef()).param("contract", card.contractRef())
                .param("team", card.team()).param("role", CaseCards.role(group).name()).param("assignee", card.assignee())
                .param("excluded", list(card.excluded()).toArray(String[]::new)).param("summary", card.summary()).param("due", due)
                .param("until", card.rests() == null ? null : TaskCards.until(due)).param("rests", card.rests())
                .param("priority", priority).param("at", java.sql.Timestamp.from(clock.instant()))
                .update();
    }

    private void update(DelegateTask task) {
        jdbc.sql("update work_item set due_date = ?, priority = ? where task_id = ? and closed_at is null")
                .params(due(task.getDueDate()), task.getPriority(), task.getId()).update();
    }

    private void close(DelegateTask task) {
        jdbc.sql("update work_item set closed_at = ?, closed_by = coalesce(closed_by, ?) where task_id = ? and closed_at is null")
                .params(java.sql.Timestamp.from(clock.instant()), actors.current().username(), task.getId()).update();
        jdbc.sql("delete from form_draft where subject = ?").param(task.getId()).update();
    }

    /** The last day to do it: a deadline at midnight belongs to the day that ends then. */
    static LocalDate due(java.util.Date date) {
        return date == null ? null : date.toInstant().minusMillis(1).atZone(MovableClock.LONDON).toLocalDate();
    }

    private static List<String> list(List<String> names) {
        return names == null ? List.of() : names;
    }
}
