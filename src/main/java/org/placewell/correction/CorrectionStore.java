package org.placewell.correction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.placewell.correction.CorrectionView.Effect;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of corrections: three tables that only grow. */
@Component
class CorrectionStore {

    private static final String ALL = """
            select c.*, e.applied, e.ended_by, e.ended_at, e.despite from correction c left join correction_end e on e.correction_id = c.id
            """;
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final MovableClock clock;

    CorrectionStore(JdbcClient jdbc, ObjectMapper json, MovableClock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    long propose(String referralRef, NewCorrection correction, String was, String username) {
        return jdbc.sql("""
                        insert into correction (referral_ref, kind, subject, answers, was, reason, proposed_by, proposed_at)
                        values (?, ?, ?, ?::jsonb, ?, ?, ?, ?) returning id""")
                .params(referralRef, correction.kind().name(), correction.subject(), text(correction), was, correction.reason(), username, now())
                .query(Long.class).single();
    }

    /** @throws Problem.Stale when somebody has confirmed or dropped it before */
    void end(long id, boolean applied, String username, String despite, List<Effect> effects) {
        int first = jdbc.sql("insert into correction_end (correction_id, applied, ended_by, ended_at, despite) values (?, ?, ?, ?, ?) on conflict do nothing")
                .params(id, applied, username, now(), despite).update();
        if (first == 0) {
            throw new Problem.Stale("Somebody has just confirmed or dropped this correction");
        }
        for (int i = 0; i < effects.size(); i++) {
            jdbc.sql("insert into correction_effect (correction_id, position, what, was, now, pence) values (?, ?, ?, ?, ?, ?)")
                    .params(id, i + 1, effects.get(i).what(), effects.get(i).was(), effects.get(i).now(), effects.get(i).pence()).update();
        }
    }

    /** Whether money rests on what is corrected, so that who proposed it does not confirm it: the database's own rule. */
    boolean takesTwo(long id) {
        return jdbc.sql("select correction_takes_two(?)").param(id).query(Boolean.class).single();
    }

    Optional<Row> find(long id) {
        return jdbc.sql(ALL + "where c.id = ?").param(id).query(this::row).optional();
    }

    List<Row> ofReferral(String referralRef) {
        return jdbc.sql(ALL + "where c.referral_ref = ? order by c.id desc").param(referralRef).query(this::row).list();
    }

    List<Effect> effects(long id) {
        return jdbc.sql("select * from correction_effect where correction_id = ? order by position").param(id)
                .query((r, n) -> new Effect(r.getString("what"), r.getString("was"), r.getString("now"), r.getLong("pence"))).list();
    }

    private Row row(ResultSet r, int n) throws SQLException {
        var ended = r.getTimestamp("ended_at");
        return new Row(r.getLong("id"), r.getString("referral_ref"), read(r.getString("answers")), r.getString("was"), r.getString("proposed_by"),
                r.getTimestamp("proposed_at").toInstant(), (Boolean) r.getObject("applied"), r.getString("ended_by"),
                ended == null ? null : ended.toInstant(), r.getString("despite"));
    }

    private String text(NewCorrection correction) {
        try {
            return json.writeValueAsString(correction);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private NewCorrection read(String text) {
        try {
            return json.readValue(text, NewCorrection.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    /** One correction as stored. @param was how the fact read when it was proposed */
    record Row(long id, String referralRef, NewCorrection correction, String was, String proposedBy, java.time.Instant proposedAt, Boolean applied,
            String endedBy, java.time.Instant endedAt, String despite) {}
}
