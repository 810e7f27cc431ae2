package org.placewell.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.security.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The append-only record of every command. Lines are chained by hash per stream, so that a changed, removed or inserted
 * line shows; the database refuses UPDATE, DELETE and TRUNCATE on the table.
 */
@Component
public class AuditTrail {

    private static final String START = "0".repeat(64);
    private final JdbcClient jdbc;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Writes one line in the caller's transaction.
     *
     * @param rule the rule the decision rests on; empty when there was nothing to decide
     * @param detail references, codes, dates and amounts; never personal data
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(String stream, Actor actor, Area area, String action, String rule, String detail) {
        // One writer per stream at a time: the chain has one next position.
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))::text").param("audit:" + stream).query(String.class).single();
        var last = last(stream);
        long position = last == null ? 1 : last.position() + 1;
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var entry = new AuditEntry(stream, position, at, actor.username(), area, action, text(rule), text(detail), "");
        var previous = last == null ? START : last.hash();
        jdbc.sql("""
                        insert into audit_event (stream, position, at, actor, area, action, rule, detail, previous_hash, hash)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(stream, position, java.sql.Timestamp.from(at), actor.username(), area.name(), action, entry.rule(),
                        entry.detail(), previous, hash(previous, entry))
                .update();
    }

    /**
     * Writes one line in each of many streams in the caller's transaction, with a handful of statements of SQL.
     *
     * @param details the detail of each line by its stream
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordEach(SortedMap<String, String> details, Actor actor, Area area, String action, String rule) {
        var streams = new SqlArrayValue("text", details.keySet().toArray());
        jdbc.sql("""
                        select count(pg_advisory_xact_lock(hashtextextended('audit:' || s, 0))::text)
                        from (select unnest(cast(? as text[])) as s order by 1) t""")
                .param(streams).query(Long.class).single();
        var last = new HashMap<String, AuditEntry>();
        jdbc.sql("select distinct on (stream) * from audit_event where stream = any (cast(? as text[])) order by stream, position desc")
                .param(streams).query(this::entry).list().forEach(entry -> last.put(entry.stream(), entry));
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var entries = new ArrayList<AuditEntry>();
        var previous = new ArrayList<String>();
        details.forEach((stream, detail) -> {
            var before = last.get(stream);
            var hash = before == null ? START : before.hash();
            long position = before == null ? 1 : before.position() + 1;
            var entry = new AuditEntry(stream, position, at, actor.username(), area, action, text(rule), text(detail), "");
            previous.add(hash);
            entries.add(new AuditEntry(stream, position, at, entry.actor(), area, action, entry.rule(), entry.detail(), hash(hash, entry)));
        });
        jdbc.sql("""
                        insert into audit_event (stream, position, at, actor, area, action, rule, detail, previous_hash, hash)
                        select stream, position, :at, :actor, :area, :action, :rule, detail, previous, hash
                        from unnest(cast(:streams as text[]), cast(:positions as bigint[]), cast(:details as text[]), cast(:previous as text[]),
                            cast(:hashes as text[])) as t(stream, position, detail, previous, hash)""")
                .param("at", java.sql.Timestamp.from(at)).param("actor", actor.username()).param("area", area.name()).param("action", action)
                .param("rule", text(rule)).param("streams", streams)
                .param("positions", new SqlArrayValue("bigint", entries.stream().map(AuditEntry::position).toArray()))
                .param("details", new SqlArrayValue("text", entries.stream().map(AuditEntry::detail).toArray()))
                .param("previous", new SqlArrayValue("text", previous.toArray()))
                .param("hashes", new SqlArrayValue("text", entries.stream().map(AuditEntry::hash).toArray()))
                .update();
    }

    /** Writes one line unless the stream has the same one already: for what the program does by itself and may have to repeat. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordOnce(String stream, Actor actor, Area area, String action, String rule, String detail) {
        var there = jdbc.sql("select exists (select 1 from audit_event where stream = ? and action = ? and rule = ? and detail = ?)")
                .params(stream, action, text(rule), text(detail)).query(Boolean.class).single();
        if (!there) {
            record(stream, actor, area, action, rule, detail);
        }
    }

    /** The lines of a stream, oldest first. */
    public List<AuditEntry> of(String stream) {
        return jdbc.sql("select * from audit_event where stream = ? order by position").param(stream).query(this::entry).list();
    }

    /** Every breach of every chain, in words; empty when all is well. */
    public List<String> breaches() {
        var breaches = new ArrayList<String>();
        var state = new Object() {
            String stream = "";
            String hash = START;
            long position = 0;
        };
        jdbc.sql("select * from audit_event order by stream, position").query(row -> {
            var entry = entry(row, 0);
            if (!entry.stream().equals(state.stream)) {
                state.stream = entry.stream();
                state.hash = START;
                state.position = 0;
            }
            state.position++;
            if (entry.position() != state.position) {
                breaches.add("audit " + entry.stream() + ": line " + state.position + " is missing");
                state.position = entry.position();
            }
            if (!hash(state.hash, entry).equals(entry.hash())) {
                breaches.add("audit " + entry.stream() + ": line " + entry.position() + " does not fit its hash");
            }
            state.hash = entry.hash();
        });
        return breaches;
    }

    private AuditEntry last(String stream) {
        return jdbc.sql("select * from audit_event where stream = ? order by position desc limit 1")
                .param(stream).query(this::entry).optional().orElse(null);
    }

    private AuditEntry entry(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        return new AuditEntry(row.getString("stream"), row.getLong("position"), row.getTimestamp("at").toInstant(), row.getString("actor"),
                Area.valueOf(row.getString("area")), row.getString("action"), row.getString("rule"), row.getString("detail"), row.getString("hash"));
    }

    private static String hash(String previous, AuditEntry entry) {
        var line = String.join("\u001f", previous, entry.stream(), Long.toString(entry.position()), entry.at().toString(),
                entry.actor(), entry.area().name(), entry.action(), entry.rule(), entry.detail());
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
