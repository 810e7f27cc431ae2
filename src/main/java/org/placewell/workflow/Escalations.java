package org.placewell.workflow;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.notification.Notifications;
import org.placewell.security.Actor;
import org.placewell.security.Actors;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings a task that somebody cannot solve alone before whoever is next up: a specialist's or clinician's before the team's leader,
 * everybody else's, and what a leader passes on, before the contract's manager. The task stays with whoever has it; whoever it was
 * brought to may hand it over.
 */
@Service
@Transactional
public class Escalations {

    /**
     * Escalated to the actor: as leader of the task's team, or as manager of its contract. A manager's grant without a contract opens
     * nothing here: which contracts it means is for the contract room to say, and this one is below it.
     */
    static final String MINE = """
            w.escalated_to is not null and not (:me = any (w.excluded)) and exists (select 1 from role_grant g where g.username = :me
                and g.role = w.escalated_to and (g.contract_ref = w.contract_ref
                     or g.role = 'TEAM_LEADER' and (g.contract_ref is null or w.contract_ref is null))
                and (g.role <> 'TEAM_LEADER' or g.team_id = w.team_id
                     or g.team_id is null and g.organisation_id = (select t.organisation_id from team t where t.id = w.team_id)))
            """;
    private final JdbcClient jdbc;
    private final WorkItems items;
    private final TaskDesk desk;
    private final Actors actors;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final MovableClock clock;

    Escalations(JdbcClient jdbc, WorkItems items, TaskDesk desk, Actors actors, Notifications notifications, AuditTrail audit, MovableClock clock) {
        this.jdbc = jdbc;
        this.items = items;
        this.desk = desk;
        this.actors = actors;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whom a task goes to next. */
    public Role next(WorkItem item, Actor actor) {
        boolean ofTeam = item.role() == Role.SPECIALIST || item.role() == Role.CLINICIAN;
        return ofTeam && item.team() != null && !actor.has(Role.TEAM_LEADER) ? Role.TEAM_LEADER : Role.CONTRACT_MANAGER;
    }

    /**
     * Escalates a task of the actor, or of the specialists whom the actor leads.
     *
     * @param reason what stands in the way; read by those it goes to
     * @throws Problem.Stale when it is with them already
     */
    public void escalate(String taskId, String reason, Actor actor) {
        jdbc.sql("select task_id from work_item where task_id = ? for update").param(taskId).query(String.class).optional();
        var item = items.movable(taskId, actor).orElseThrow(() -> desk.refusal(taskId, actor));
        var why = TaskMoves.reasoned(reason, "escalateReason");
        var to = next(item, actor);
        var people = people(item, to);
        if (people.isEmpty()) {
            throw Problem.at("escalateReason", "nobody", "Nobody holds the role this task would go to. Ask whoever gives out the roles");
        }
        int done = jdbc.sql("""
                        update work_item set escalated_to = :to, escalated_at = :at, escalated_by = :by, escalated_reason = :why
                        where task_id = :id and closed_at is null and escalated_to is distinct from :to""")
                .param("to", to.name()).param("at", Timestamp.from(clock.instant())).param("by", actor.username()).param("why", why).param("id",
                        taskId)
                .update();
        if (done == 0) {
            throw new Problem.Stale("This task has been escalated to them already");
        }
        jdbc.sql("insert into task_move (task_id, kind, moved_by, moved_to, reason, moved_at) values (?, 'ESCALATED', ?, ?, ?, ?)")
                .params(taskId, actor.username(), to.name(), why, Timestamp.from(clock.instant())).update();
        audit.record(item.referralRef() == null ? item.caseRef() : item.referralRef(), actor, Area.WORK, "task.escalated", "",
                item.taskKey() + " to " + to.label().toLowerCase(java.util.Locale.UK));
        people.forEach(person -> notifications.tell(person.username(), "taskEscalated",
                item.referralRef() == null ? item.caseRef() : item.referralRef(),
                "escalated:" + taskId + ":" + to));
    }

    private List<Actor> people(WorkItem item, Role to) {
        var organisation = to == Role.TEAM_LEADER ? organisation(item.team()) : null;
        return actors.holding(to, null, to == Role.TEAM_LEADER ? item.team() : null).stream()
                .filter(person -> person.grants().stream().anyMatch(grant -> grant.role() == to && (to == Role.TEAM_LEADER
                        ? item.team().equals(grant.team()) || grant.team() == null && grant.organisation().equals(organisation)
                        : grant.contract() != null && grant.contract().equals(item.contractRef()))))
                .filter(person -> !item.excluded().contains(person.username())).toList();
    }

    private String organisation(String team) {
        return jdbc.sql("select organisation_id from team where id = ?").param(team).query(String.class).single();
    }

    /** The open tasks that were brought before the actor, longest first; what a task is about only for whoever may read the case. */
    @Transactional(readOnly = true)
    public List<Escalated> of(Actor actor) {
        return jdbc.sql("select w.* from work_item w where w.closed_at is null and " + MINE + " order by w.escalated_at, w.task_id limit 500")
                .param("me", actor.username())
                .query((r, n) -> new Escalated(r.getString("task_id"), r.getString("task_key"), r.getString("process_key"),
                        r.getString("referral_ref") == null ? r.getString("case_ref") : r.getString("referral_ref"), r.getString("assignee"),
                        r.getString("escalated_to").equals("TEAM_LEADER") ? r.getString("summary") : "", r.getObject("due_date", LocalDate.class),
                        r.getString("escalated_reason"), r.getString("escalated_by"), r.getTimestamp("escalated_at").toInstant())).list();
    }

    /** One escalated task. @param about what the inbox says of it; empty for whoever has no part in the case */
    public record Escalated(String taskId, String taskKey, String processKey, String reference, String assignee, String about, LocalDate due,
            String reason,
            String by, Instant at) {}
}
