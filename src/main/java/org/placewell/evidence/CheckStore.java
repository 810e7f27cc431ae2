package org.placewell.evidence;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stored results of automatic checks: written once for each round, never changed. */
@Repository
class CheckStore {

    private final JdbcClient jdbc;

    CheckStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void store(String claimRef, int round, List<CheckResult> results, Instant at) {
        results.forEach(result -> jdbc.sql("""
                        insert into evidence_check (claim_ref, round, check_code, position, result, explanation, checked_at)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(claimRef, round, result.code(), results.indexOf(result) + 1, result.outcome().name(), result.explanation(), Timestamp.from(at))
                .update());
    }

    List<CheckResult> latest(String claimRef) {
        return jdbc.sql("""
                        select * from evidence_check where claim_ref = :ref
                        and round = (select max(round) from evidence_check where claim_ref = :ref) order by position""")
                .param("ref", claimRef)
                .query((r, n) -> new CheckResult(r.getString("check_code"), Checks.title(r.getString("check_code")),
                        CheckResult.Outcome.valueOf(r.getString("result")), r.getString("explanation")))
                .list();
    }
}
