package org.placewell.performance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of fidelity reviews: written once, never changed. */
@Component
class FidelityStore {

    private static final String REVIEW = "select f.*, u.display_name from fidelity_review f join app_user u on u.username = f.assessor";
    private static final String NEWEST = " where f.team_id = ? order by f.reviewed_on desc, f.id desc";
    private final JdbcClient jdbc;

    FidelityStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<String> serving(String contract) {
        return jdbc.sql("select distinct employment_team_id from service_route where contract_ref = ? order by 1").param(contract)
                .query(String.class).list();
    }

    String name(String team) {
        return jdbc.sql("select name from team where id = ?").param(team).query(String.class).single();
    }

    Optional<FidelityReview> latest(String team) {
        return jdbc.sql(REVIEW + NEWEST + " limit 1").param(team).query((row, n) -> review(row, List.of())).optional();
    }

    List<FidelityReview> reviews(String team) {
        return jdbc.sql(REVIEW + NEWEST).param(team).query((row, n) -> review(row, List.of())).list();
    }

    Optional<FidelityReview> find(long id) {
        return jdbc.sql(REVIEW + " where f.id = ?").param(id).query((row, n) -> review(row, scores(id))).optional();
    }

    /** @return the key; empty when the assessor has signed a review of the team for that day */
    Optional<Long> insert(String team, LocalDate on, String assessor, String tookPart, int total, Instant at) {
        return jdbc.sql("""
                        insert into fidelity_review (team_id, reviewed_on, assessor, took_part, total, signed_at) values (?, ?, ?, ?, ?, ?)
                        on conflict do nothing returning id""")
                .params(team, on, assessor, tookPart, total, Timestamp.from(at)).query(Long.class).optional();
    }

    void score(long review, FidelityItem item, Fidelity.Answer answer, String measured) {
        jdbc.sql("insert into fidelity_score (review_id, item, score, evidence, measured) values (?, ?, ?, ?, ?)")
                .params(review, item.name(), answer.score(), answer.evidence().strip(), measured).update();
    }

    private List<FidelityReview.Score> scores(long review) {
        return jdbc.sql("select * from fidelity_score where review_id = ?").param(review)
                .query((row, n) -> new FidelityReview.Score(FidelityItem.valueOf(row.getString("item")), row.getInt("score"), row.getString("evidence"),
                        row.getString("measured"))).list().stream().sorted(Comparator.comparing(FidelityReview.Score::item)).toList();
    }

    private static FidelityReview review(ResultSet row, List<FidelityReview.Score> scores) throws SQLException {
        return new FidelityReview(row.getLong("id"), row.getString("team_id"), row.getObject("reviewed_on", LocalDate.class),
                row.getString("display_name"), row.getString("took_part"), row.getInt("total"), scores);
    }
}
