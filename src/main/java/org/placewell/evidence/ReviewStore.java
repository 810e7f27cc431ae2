package org.placewell.evidence;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.placewell.evidence.ReviewDecision.Decision;
import org.placewell.evidence.ReviewDecision.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of reviews: written once, never changed; the database refuses a reviewer who must not review. */
@Repository
class ReviewStore {

    private final JdbcClient jdbc;

    ReviewStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String claimRef, int round, Kind kind, NewReview review, String reviewer, Instant at) {
        jdbc.sql("""
                        insert into evidence_review (claim_ref, round, kind, decision, reason, needed, needed_text, reviewer, reviewed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(claimRef, round, kind.name(), review.decision().name(), review.reason() == null ? null : review.reason().name(),
                        review.needed().stream().map(Enum::name).toArray(String[]::new), review.neededText(), reviewer, Timestamp.from(at))
                .update();
    }

    List<ReviewDecision> of(String claimRef) {
        return jdbc.sql("select * from evidence_review where claim_ref = ? order by id").param(claimRef)
                .query((r, n) -> new ReviewDecision(r.getInt("round"), Kind.valueOf(r.getString("kind")), Decision.valueOf(r.getString("decision")),
                        r.getString("reason") == null ? null : RejectionReason.valueOf(r.getString("reason")),
                        List.of((String[]) r.getArray("needed").getArray()).stream().map(NeededCode::valueOf).toList(),
                        r.getString("needed_text"), r.getString("reviewer"), r.getTimestamp("reviewed_at").toInstant()))
                .list();
    }
}
