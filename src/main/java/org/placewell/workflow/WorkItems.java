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

    /**
     * Who sees a task: a clinician's about a referral whoever opens the record for the clinical side, so that it follows them; any other its assignee,
     * whoever covers for an absent specialist of the team today, or, while nobody has it, whoever holds its role for its team and contract; never
     * the excluded.
     */
    private static final String MINE = """
            not (:me = any (w.excluded)) and case when w.role = 'CLINICIAN' and w.referral_ref is not null
            then exists (select 1 from case_access a where a.referral_ref = w.referral_ref and a.username = :me and a.role = 'CLINICIAN')
            else (w.assignee = :me
                or w.role = 'SPECIALIST' and (w.assignee, w.team_id) in (select c.specialist, c.team_id from cover_now c where c.cover = :me)
                or (w.assignee is null and exists (
                select 1 from role_grant g where g.username = :me and g.role = w.role
                and (g.team_id is null or w.team_id is null or g.team_id = w.team_id)
                and (g.contract_ref is null or w.contract_ref is null or g.contract_ref = w.contract_ref)
                and (g.team_id is not null or g.contract_ref is not null or w.team_id is null
                     or g.organisation_id = (select t.organisation_id from team t where t.id = w.team_id))))) end
            """;

    /** Whose tasks a team leader may move, though not do: those of the team's specialists. */
    private static final String LED = """
            w.role = 'SPECIALIST' and exists (select 1 from role_grant g where g.username = :me and g.role = 'TEAM_LEADER' and (g.team_id = w.team_id
                or g.team_id is null and g.organisation_id = (select t.organisation_id from team t where t.id = w.team_id)))
            """;

    private final JdbcClient jdbc;

    WorkItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The actor's open tasks, most urgent first; {@code taskKey} narrows to one kind, or is null for all. */
    public List<WorkItem> inbox(Actor actor, String taskKey, int limit, int offset) {
        return list(actor, new Filter(taskKey, null, null), limit, offset);
    }

    /** The actor's open tasks within a filter, most urgent first. */
    public List<WorkItem> list(Actor actor, Filter filter, int limit, int offset) {
        return filtered("select w.* from work_item w where ", filter, actor,
                " order by w.due_date nulls last, w.priority desc, w.created_at, w.task_id limit :limit offset :offset")
                .param("limit", limit).param("offset", offset)
                .query(WorkItems::row).list();
    }

    /** How many open tasks of the actor are within a filter. */
    public long size(Actor actor, Filter filter) {
        return filtered("select count(*) from work_item w where ", filter, actor, "").query(Long.class).single();
    }

    private org.springframework.jdbc.core.simple.JdbcClient.StatementSpec filtered(String select, Filter filter, Actor actor, String order) {
        return jdbc.sql(select + "w.closed_at is null and (cast(:key as text) is null or w.task_key = :key)"
                        + " and (cast(:dueBy as date) is null or w.due_date <= :dueBy)"
                        + " and (cast(:awakeOn as date) is null or w.put_off_until is null or w.put_off_until <= :awakeOn) and " + MINE + order)
                .param("me", actor.username()).param("key", filter.taskKey()).param("dueBy", filter.dueBy()).param("awakeOn", filter.awakeOn());
    }

    /**
     * Open tasks that nobody with an open account can do, oldest first, at most 100: whoever holds the role has had a part in the case, or
     * nobody holds it any more. Somebody has to be given the role, or the task handed over.
     */
    public List<WorkItem> nobodys() {
        return jdbc.sql("select w.* from work_item w where w.closed_at is null and not exists (select 1 from app_user u where u.active and "
                + MINE.replace(":me", "u.username") + ") order by w.created_at, w.task_id limit 100").query(WorkItems::row).list();
    }

    /** Whether the person could do the open task if nobody had it yet: the colleagues that it may be handed to. */
    public boolean mayHold(String taskId, Actor actor) {
        var unassigned = MINE.replace("w.assignee", "cast(null as text)");
        return jdbc.sql("select count(*) from work_item w where w.task_id = :id and w.closed_at is null and " + unassigned)
                .param("id", taskId).param("me", actor.username()).query(Long.class).single() == 1;
    }

    /** Whether the person may not do the open task only because of their own part in the case. */
    public boolean isExcluded(String taskId, Actor actor) {
        return jdbc.sql("""
                        select count(*) from work_item w join role_grant g on g.role = w.role and g.username = :me
                        where w.task_id = :id and w.closed_at is null and :me = any (w.excluded)""")
                .param("id", taskId).param("me", actor.username()).query(Long.class).single() > 0;
    }

    /**
     * Which part of the inbox to show; each may be null for no limit.
     *
     * @param taskKey one kind of task
     * @param dueBy only tasks due by that day
     * @param awakeOn only tasks that are not put off beyond that day
     */
    public record Filter(String taskKey, java.time.LocalDate dueBy, java.time.LocalDate awakeOn) {}

    /** How many open tasks of each kind the actor has. */
    public List<Count> counts(Actor actor) {
        return jdbc.sql("select w.task_key, count(*), min(w.due_date) from work_item w where w.closed_at is null and " + MINE
                        + " group by w.task_key order by 1")
                .param("me", actor.username())
                .query((r, n) -> new Count(r.getString(1), r.getLong(2), r.getObject(3, java.time.LocalDate.class))).list();
    }

    /** The kinds of open tasks the actor has, with the model each belongs to. */
    public List<KindOfTask> kinds(Actor actor) {
        return jdbc.sql("select w.process_key, w.task_key, count(*) from work_item w where w.closed_at is null and " + MINE + " group by 1, 2 order by 1, 2")
                .param("me", actor.username()).query((r, n) -> new KindOfTask(r.getString(1), r.getString(2), r.getLong(3))).list();
    }

    /** One kind of task and how many there are. */
    public record KindOfTask(String processKey, String taskKey, long open) {}

    /** One open task that the actor may do. */
    public Optional<WorkItem> open(String taskId, Actor actor) {
        return jdbc.sql("select w.* from work_item w where w.task_id = :id and w.closed_at is null and " + MINE)
                .param("id", taskId).param("me", actor.username()).query(WorkItems::row).optional();
    }

    /** One open task that the actor may hand over or put off: an own one, one of the actor's team's specialists, one brought before the actor. */
    public Optional<WorkItem> movable(String taskId, Actor actor) {
        return jdbc.sql("select w.* from work_item w where w.task_id = :id and w.closed_at is null and ((" + MINE + ") or (" + LED + ") or (" + Escalations.MINE + "))")
                .param("id", taskId).param("me", actor.username()).query(WorkItems::row).optional();
    }

    /** The open tasks of the specialists whom the actor leads, by person, most urgent first; at most 500. */
    public List<WorkItem> led(Actor actor) {
        return jdbc.sql("select w.* from work_item w where w.closed_at is null and " + LED
                        + " order by w.assignee nulls first, w.due_date nulls last, w.created_at, w.task_id limit 500")
                .param("me", actor.username()).query(WorkItems::row).list();
    }

    /** One task of the specialists whom the actor leads, open or closed, about a person whose record the actor opens as their leader. */
    Optional<WorkItem> led(String taskId, boolean open, Actor actor) {
        return jdbc.sql("select w.* from work_item w where w.task_id = :id and (w.closed_at is null) = :open and " + LED + " and exists (select 1 from case_access a"
                        + " where a.referral_ref = w.referral_ref and a.username = :me and a.role = 'TEAM_LEADER')")
                .param("id", taskId).param("open", open).param("me", actor.username()).query(WorkItems::row).optional();
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

    /** The open tasks of a case or referral that appeared after a moment: who has it next. */
    public List<WorkItem> appearedAfter(String caseRef, String referralRef, java.time.Instant moment) {
        return jdbc.sql("select w.* from work_item w where w.closed_at is null and w.created_at >= ? and (w.case_ref = ? or w.referral_ref = ?)"
                        + " order by w.created_at")
                .params(Timestamp.from(moment), caseRef, referralRef).query(WorkItems::row).list();
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
