package org.placewell.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.placewell.security.Actor;
import org.placewell.workflow.form.Typed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Half-filled forms, kept as typed: save now, return later. They are their author's alone, except those that belong to the case
 * ({@link TaskHandler#belongsToCase}): whoever may open such a task goes on with what was saved last. None outlives its task.
 */
@Service
@Transactional
public class Drafts {

    private static final TypeReference<Map<String, List<String>>> VALUES = new TypeReference<>() {};
    private static final String SELECT = "select form_key, subject, answers, saved_at, username, shared from form_draft ";
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    Drafts(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** The draft that is the actor's alone, of a form about a subject (a task's id or a public reference). */
    @Transactional(readOnly = true)
    public Optional<Draft> find(String form, String subject, Actor actor) {
        return jdbc.sql(SELECT + "where form_key = ? and subject = ? and username = ? and not shared").params(form, subject, actor.username())
                .query(this::row).optional();
    }

    /** What anybody saved last for the case. The caller has checked the right to open it. */
    @Transactional(readOnly = true)
    public Optional<Draft> newest(String form, String subject) {
        return jdbc.sql(SELECT + "where form_key = ? and subject = ? and shared").params(form, subject).query(this::row).optional();
    }

    /** The same, while nobody can save or send the task's form until the end of the transaction. */
    public Optional<Draft> newestForSending(String form, String taskId) {
        jdbc.sql("select 1 from work_item where task_id = ? for update").param(taskId).query(Integer.class).optional();
        return newest(form, taskId);
    }

    /** The actor's drafts, newest first; one for each form and subject. */
    @Transactional(readOnly = true)
    public List<Draft> of(Actor actor) {
        return jdbc.sql("select * from (" + SELECT.replace("select ", "select distinct on (form_key, subject) ") + """
                        where username = ? order by form_key, subject, saved_at desc, shared desc) mine order by saved_at desc""")
                .param(actor.username()).query(this::row).list();
    }

    /**
     * Keeps what was typed for its author alone, in place of what was kept before. Characters that PostgreSQL cannot keep are left out.
     *
     * @return false when it is about a task that is closed: nothing is kept then
     */
    public boolean keep(String form, String subject, Actor actor, Typed typed) {
        return isOpen(subject) && jdbc.sql("""
                        insert into form_draft (form_key, subject, username, answers, saved_at) values (?, ?, ?, cast(? as jsonb), ?)
                        on conflict (form_key, subject, username, shared)
                        do update set answers = excluded.answers, saved_at = excluded.saved_at""")
                .params(form, subject, actor.username(), write(typed), Timestamp.from(clock.instant())).update() == 1;
    }

    /**
     * Keeps a form for the case, in place of what the actor went on from or has saved since. Each save has a moment of its own.
     *
     * @param seen when what the actor went on from had been saved for the case; null when nothing had been
     * @return false when the task is closed, or somebody else has saved since: nothing is kept then
     */
    public boolean keepForCase(String form, String subject, Actor actor, Typed typed, Instant seen) {
        if (!isOpen(subject)) {
            return false;
        }
        int written = jdbc.sql("""
                        insert into form_draft as kept (form_key, subject, username, shared, answers, saved_at)
                        values (?, ?, ?, true, cast(? as jsonb), ?)
                        on conflict (form_key, subject) where shared do update set username = excluded.username, answers = excluded.answers,
                            saved_at = greatest(excluded.saved_at, kept.saved_at + interval '1 microsecond')
                        where kept.username = excluded.username or kept.saved_at = cast(? as timestamptz)""")
                .params(form, subject, actor.username(), write(typed), Timestamp.from(clock.instant()),
                        seen == null ? null : Timestamp.from(seen)).update();
        if (written == 1 && seen == null) {
            // The page went on from the author's own, if there was one: it is in what is kept now.
            jdbc.sql("delete from form_draft where form_key = ? and subject = ? and username = ? and not shared")
                    .params(form, subject, actor.username()).update();
        }
        return written == 1;
    }

    /** False for a closed task. An open one stays open until the end of the transaction; what is about no task is open. */
    private boolean isOpen(String subject) {
        return jdbc.sql("select closed_at is null from work_item where task_id = ? for share").param(subject).query(Boolean.class)
                .optional().orElse(true);
    }

    /** Removes the draft; nothing happens when there is none. */
    public void drop(String form, String subject, Actor actor) {
        jdbc.sql("delete from form_draft where form_key = ? and subject = ? and username = ?").params(form, subject, actor.username()).update();
    }

    /** Removes what anybody saved of a form that belongs to the case: it has been sent. */
    public void dropOfEverybody(String form, String subject) {
        jdbc.sql("delete from form_draft where form_key = ? and subject = ?").params(form, subject).update();
    }

    /** Removes everybody's half-filled forms about a subject: it has come to its end. */
    public void dropAbout(String subject) {
        jdbc.sql("delete from form_draft where subject = ?").param(subject).update();
    }

    private static String storable(String text) {
        return text.replaceAll("[\\x00\\p{Cs}]", "");
    }

    private Draft row(ResultSet row, int n) throws SQLException {
        return new Draft(row.getString(1), row.getString(2), read(row.getString(3)), row.getTimestamp(4).toInstant(), row.getString(5), row.getBoolean(6));
    }

    private Typed read(String text) {
        try {
            return new Typed(json.readValue(text, VALUES));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a draft is not readable", e);
        }
    }

    private String write(Typed typed) {
        var values = new TreeMap<String, List<String>>();
        typed.values().forEach((name, given) -> values.put(name, given.stream().map(Drafts::storable).toList()));
        try {
            return json.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a draft is not writable", e);
        }
    }

    /** One draft: which form, about what, what has been typed so far, the login name of who saved it, and whether it belongs to the case. */
    public record Draft(String form, String subject, Typed typed, Instant savedAt, String by, boolean shared) {}
}
