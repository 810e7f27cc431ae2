package org.placewell.workflow;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.security.Actor;
import org.placewell.security.Actors;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts a task off, hands it to a colleague, or gives it back to everybody who may do it: each time with a reason. A team leader
 * moves the specialists' tasks as well, so that nothing waits for somebody who is away.
 */
@Service
@Transactional
public class TaskMoves {

    /** Longest time that a task may be put off, in days: a longer wait is a decision of the case, not of the inbox. */
    static final int LONGEST_PUT_OFF = 28;
    private final JdbcClient jdbc;
    private final WorkItems items;
    private final TaskDesk desk;
    private final Actors actors;
    private final TaskService tasks;
    private final AuditTrail audit;
    private final MovableClock clock;

    TaskMoves(JdbcClient jdbc, WorkItems items, TaskDesk desk, Actors actors, TaskService tasks, AuditTrail audit, MovableClock clock) {
        this.jdbc = jdbc;
        this.items = items;
        this.desk = desk;
        this.actors = actors;
        this.tasks = tasks;
        this.audit = audit;
        this.clock = clock;
    }

    /** The colleagues who could take the task: same role for its team and contract, not excluded, not the actor. */
    @Transactional(readOnly = true)
    public List<Actor> colleagues(WorkItem item, Actor actor) {
        return actors.holding(item.role(), null, item.team()).stream()
                .filter(other -> !other.username().equals(actor.username()) && !other.username().equals(item.assignee()))
                .filter(other -> items.mayHold(item.taskId(), other)).toList();
    }

    /**
     * Hides the task from the inbox until a day; its due date stays as it is.
     *
     * @throws Problem when the day is not within the next 28 days, or there is no reason
     */
    public void putOff(String taskId, LocalDate until, String reason, Actor actor) {
        var item = locked(taskId, actor);
        if (until == null || !until.isAfter(clock.today()) || until.isAfter(clock.today().plusDays(LONGEST_PUT_OFF))) {
            throw Problem.at("until-day", "range", "Put it off to a day within the next " + LONGEST_PUT_OFF + " days");
        }
        jdbc.sql("update work_item set put_off_until = ?, put_off_reason = ? where task_id = ? and closed_at is null")
                .params(until, reasoned(reason, "putOffReason"), taskId).update();
        note(item, "PUT_OFF", null, until, reason, actor);
    }

    /**
     * Makes the task a colleague's own; an empty name gives it back to everybody who may do it.
     *
     * @throws Problem when the colleague may not do it
     */
    public void handOver(String taskId, String colleague, String reason, Actor actor) {
        var item = locked(taskId, actor);
        var back = colleague == null || colleague.isEmpty();
        if (!back && colleagues(item, actor).stream().noneMatch(other -> other.username().equals(colleague))) {
            throw Problem.at("colleague", "not-listed", "Choose one of the colleagues listed: only they may do this task");
        }
        var to = back ? null : colleague;
        jdbc.sql("update work_item set assignee = ?, put_off_until = null, put_off_reason = null where task_id = ? and closed_at is null")
                .params(to, taskId).update();
        tasks.setAssignee(taskId, to);
        note(item, back ? "PUT_BACK" : "HANDED_OVER", to, null, reasoned(reason, "handOverReason"), actor);
    }

    /**
     * Somebody else speaks for the clinical side of a referral: its open tasks for clinicians become theirs, asked for at once.
     *
     * @param to login name; null for everybody who took over
     * @param team the clinical team that they speak for
     * @return how many tasks there were
     */
    public int toClinician(String referralRef, String to, String team) {
        var moved = jdbc.sql("""
                        update work_item set assignee = :to, team_id = :team, put_off_until = null, put_off_reason = null
                        where referral_ref = :ref and role = 'CLINICIAN' and closed_at is null
                            and (assignee, team_id) is distinct from (cast(:to as text), cast(:team as text))
                        returning task_id""").param("to", to).param("team", team).param("ref", referralRef).query(String.class).list();
        moved.forEach(taskId -> tasks.setAssignee(taskId, to));
        return moved.size();
    }

    private WorkItem locked(String taskId, Actor actor) {
        jdbc.sql("select task_id from work_item where task_id = ? for update").param(taskId).query(String.class).optional();
        return items.movable(taskId, actor).orElseThrow(() -> desk.refusal(taskId, actor));
    }

    static String reasoned(String reason, String field) {
        if (reason == null || reason.isBlank()) {
            throw Problem.at(field, "required", "Say why, so that whoever looks for this task understands");
        }
        if (reason.length() > 500 || reason.indexOf('\0') >= 0) {
            throw Problem.at(field, "too-long", "The reason must be 500 characters or fewer");
        }
        return reason.strip();
    }

    private void note(WorkItem item, String kind, String to, LocalDate until, String reason, Actor actor) {
        jdbc.sql("insert into task_move (task_id, kind, moved_by, moved_to, until_date, reason, moved_at) values (?, ?, ?, ?, ?, ?, ?)")
                .params(item.taskId(), kind, actor.username(), to, until, reason.strip(), Timestamp.from(clock.instant())).update();
        audit.record(item.referralRef() == null ? item.caseRef() : item.referralRef(), actor, Area.WORK,
                "task." + kind.toLowerCase(java.util.Locale.ROOT).replace('_', '-'), "", item.taskKey() + (until == null ? "" : " until " + until));
    }
}
