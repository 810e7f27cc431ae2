package org.placewell.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.placewell.security.Actor;
import org.placewell.security.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the work list. One condition decides who may see a task, for the inbox, its counts and the task's own page alike: an
 * id alone opens nothing.
 */
@Component
public class WorkItems {

    /** Who sees a task: its assignee, or, while nobody has it, whoever holds its role for its team and contract; never the excluded. */
    private static final String MINE = """
            not (:me = any (w.excluded)) and (w.assignee = :me or (w.assignee is null and exists (
                select 1 from role_grant g where g.username = :me and g.role = w.role
                and (g.team_id is null or w.team_id is null or g.team_id = w.team_id)
                and (g.contract_ref is null or w.contract_ref is null or g.contract_ref = w.contract_ref)
                and (g.team_id is not null or g.contract_ref is not null or w.team_id is null
                     or g.organisation_id = (select t.organisation_id from team t where t.id = w.team_id)))))
            """;

    private final JdbcClient jdbc;

    WorkItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The actor's open tasks, most urgent first; {@code taskKey} narrows to one kind, or is null for all. */
    public List<WorkItem> inbox(Actor actor, String taskKey, int limit, int offset) {
        return jdbc.sql("select w.* from work_item w where w.closed_at is null and (cast(:key as text) is null or w.task_key = :key) and " + MINE
                        + " order by w.due_date nulls last, w.priority desc, w.created_at, w.task_id limit :limit offset :offset")
                .param("me", actor.username()).param("key", taskKey).param("limit", limit).param("offset", offset)
                .query(WorkItems::row).list();
    }

    /** How many open tasks of each kind the actor has. */
    public List<Count> counts(Actor actor) {
        return jdbc.sql("select w.task_key, count(*), min(w.due_date) from work_item w where w.closed_at is null and " + MINE
                        + " group by w.task_key order by 1")
                .param("me", actor.username())
                .query((r, n) -> new Count(r.getString(1), r.getLong(2), r.getObject(3, java.time.LocalDate.class))).list();
    }

    /** One open task that the actor may do. */
    public Optional<WorkItem> open(String taskId, Actor actor) {
        return jdbc.sql("select w.* from work_item w where w.task_id = :id and w.closed_at is null and " + MINE)
                .param("id", taskId).param("me", actor.username()).query(WorkItems::row).optional();
    }

    /** A task that the actor might have done, but that is closed: to say who was faster. */
    public Optional<WorkItem> closed(String taskId, Actor actor) {
        return jdbc.sql("select w.* from work_item w where w.task_id = :id and w.closed_at is not null and (w.closed_by = :me or (" + MINE + "))")
                .param("id", taskId).param("me", actor.username()).query(WorkItems::row).optional();
    }

    /** The open tasks of a case or referral, for pages that say who has it next; the caller has checked the right to see the case. */
    public List<WorkItem> openFor(String reference) {
        return jdbc.sql("select w.* from work_item w where w.closed_at is null and (w.case_ref = :ref or w.referral_ref = :ref) order by w.created_at")
                .param("ref", reference).query(WorkItems::row).list();
    }

    /** How many tasks of a kind there are and the earliest due date. */
    public record Count(String taskKey, long open, java.time.LocalDate earliestDue) {}

    static WorkItem row(ResultSet r, int n) throws SQLException {
        return new WorkItem(r.getString("task_id"), r.getString("task_key"), r.getString("process_key"), r.getString("case_ref"),
                r.getString("referral_ref"), r.getString("contract_ref"), r.getString("team_id"), Role.valueOf(r.getString("role")),
                r.getString("assignee"), List.of((String[]) r.getArray("excluded").getArray()), r.getString("summary"),
                r.getObject("due_date", java.time.LocalDate.class), r.getInt("priority"), r.getTimestamp("created_at").toInstant(),
                instant(r.getTimestamp("closed_at")), r.getString("closed_by"), r.getObject("put_off_until", java.time.LocalDate.class),
                r.getString("put_off_reason"));
    }

    private static java.time.Instant instant(Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
