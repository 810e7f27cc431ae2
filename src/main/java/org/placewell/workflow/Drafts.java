package org.placewell.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
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
 * ({@link TaskHandler#belongsToCase}): whoever may open such a task goes on with what was saved last.
 */
@Service
@Transactional
public class Drafts {

    private static final TypeReference<Map<String, List<String>>> VALUES = new TypeReference<>() {};
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    Drafts(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** The actor's draft of a form about a subject (a task's id or a public reference). */
    @Transactional(readOnly = true)
    public Optional<Draft> find(String form, String subject, Actor actor) {
        return jdbc.sql("select answers, saved_at from form_draft where form_key = ? and subject = ? and username = ?")
                .params(form, subject, actor.username())
                .query((row, n) -> new Draft(form, subject, read(row.getString(1)), row.getTimestamp(2).toInstant(), actor.username())).optional();
    }

    /** What anybody saved last of a form that belongs to the case. The caller has checked the right to open it. */
    @Transactional(readOnly = true)
    public Optional<Draft> newest(String form, String subject) {
        return jdbc.sql("select answers, saved_at, username from form_draft where form_key = ? and subject = ? order by saved_at desc, username limit 1")
                .params(form, subject)
                .query((row, n) -> new Draft(form, subject, read(row.getString(1)), row.getTimestamp(2).toInstant(), row.getString(3))).optional();
    }

    /** The actor's drafts, newest first. */
    @Transactional(readOnly = true)
    public List<Draft> of(Actor actor) {
        return jdbc.sql("select form_key, subject, answers, saved_at from form_draft where username = ? order by saved_at desc")
                .param(actor.username())
                .query((row, n) -> new Draft(row.getString(1), row.getString(2), read(row.getString(3)), row.getTimestamp(4).toInstant(), actor.username())).list();
    }

    /** Keeps what was typed, in place of what was kept before. Characters that PostgreSQL cannot keep are left out. */
    public void keep(String form, String subject, Actor actor, Typed typed) {
        var values = new TreeMap<String, List<String>>();
        typed.values().forEach((name, given) -> values.put(name, given.stream().map(Drafts::storable).toList()));
        jdbc.sql("""
                        insert into form_draft (form_key, subject, username, answers, saved_at) values (?, ?, ?, cast(? as jsonb), ?)
                        on conflict (form_key, subject, username) do update set answers = excluded.answers, saved_at = excluded.saved_at""")
                .params(form, subject, actor.username(), write(values), Timestamp.from(clock.instant())).update();
    }

    /** Keeps a form that belongs to the case, in place of what anybody had saved: the caller went on from there. */
    public void keepForCase(String form, String subject, Actor actor, Typed typed) {
        jdbc.sql("delete from form_draft where form_key = ? and subject = ? and username <> ?").params(form, subject, actor.username()).update();
        keep(form, subject, actor, typed);
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

    private Typed read(String text) {
        try {
            return new Typed(json.readValue(text, VALUES));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a draft is not readable", e);
        }
    }

    private String write(Map<String, List<String>> values) {
        try {
            return json.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a draft is not writable", e);
        }
    }

    /** One draft: which form, about what, what has been typed so far, and the login name of who saved it. */
    public record Draft(String form, String subject, Typed typed, Instant savedAt, String by) {}
}
