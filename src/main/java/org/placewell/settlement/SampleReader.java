package org.placewell.settlement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.placewell.contract.Contracts;
import org.placewell.security.Actor;
import org.placewell.settlement.SampleDraw.Drawn;
import org.placewell.settlement.SampleView.Line;
import org.placewell.settlement.SampleView.Result;
import org.placewell.shared.Pence;
import org.placewell.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads samples and what became of the claims drawn, for the finance and the validators of the contract. */
@Component
class SampleReader {

    private static final String SEES = """
            (:me = 'system' or exists (select 1 from role_grant g where g.username = :me and g.contract_ref = b.contract_ref
                and g.role in ('FINANCE', 'VALIDATOR')))""";

    private final JdbcClient jdbc;
    private final Contracts contracts;

    SampleReader(JdbcClient jdbc, Contracts contracts) {
        this.jdbc = jdbc;
        this.contracts = contracts;
    }

    /** The newest hundred. */
    List<SampleView> list(Actor actor) {
        return jdbc.sql("select b.* from sample_batch b where " + SEES + " order by b.drawn_at desc, b.statement_ref limit 100")
                .param("me", actor.username()).query(this::view).list();
    }

    SampleView one(String statementRef, Actor actor) {
        return jdbc.sql("select b.* from sample_batch b where b.statement_ref = :ref and " + SEES).param("ref", statementRef)
                .param("me", actor.username()).query(this::view).optional().orElseThrow(() -> new Problem.NotFound("this sample"));
    }

    private SampleView view(ResultSet r, int n) throws SQLException {
        var ref = r.getString("statement_ref");
        var lines = lines(ref);
        var stored = lines.stream().map(line -> new Drawn(line.claimRef(), line.stratum(), line.number(), line.chosen())).toList();
        return new SampleView(ref, r.getString("contract_ref"), r.getInt("contract_version"), r.getLong("seed"), r.getInt("one_in"), r.getInt("least"),
                r.getBoolean("extrapolate"), r.getTimestamp("drawn_at").toInstant(),
                Samples.repeats(r.getLong("seed"), r.getInt("one_in"), r.getInt("least"), stored), lines);
    }

    private List<Line> lines(String statementRef) {
        return jdbc.sql("""
                        select d.*, c.contract_ref, c.contract_version, c.outcome, c.amount, c.status,
                            (select v.decision from evidence_review v where v.claim_ref = d.claim_ref and v.kind = 'SAMPLE' order by v.id desc limit 1) as checked,
                            (select v.status from reversal v where v.claim_ref = d.claim_ref and v.reason = 'sampleCheck' order by v.id desc limit 1) as reversal
                        from sample_draw d join outcome_claim c on c.ref = d.claim_ref where d.batch = ? order by d.stratum, d.number, d.claim_ref""")
                .param(statementRef)
                .query((r, n) -> new Line(r.getString("claim_ref"), r.getString("stratum"),
                        contracts.terms(r.getString("contract_ref"), r.getInt("contract_version")).rule(r.getString("outcome")).title(),
                        Pence.of(r.getLong("amount")), r.getString("number"), r.getBoolean("chosen"),
                        result(r.getBoolean("chosen"), r.getString("status").equals("REVERSED"), r.getString("checked"), r.getString("reversal"))))
                .list();
    }

    /** What became of a claim. @param checked STANDS, FAILS or null; @param reversal after a failed check, its status or null */
    static Result result(boolean chosen, boolean takenBack, String checked, String reversal) {
        if (!chosen) {
            return takenBack ? Result.GONE : Result.NOT_DRAWN;
        }
        if (checked == null) {
            return takenBack ? Result.GONE : Result.TO_CHECK;
        }
        if (checked.equals("STANDS")) {
            return takenBack ? Result.GONE : Result.STANDS;
        }
        if (reversal == null) {
            return takenBack ? Result.GONE : Result.REVERSAL_ASKED;
        }
        return switch (reversal) {
            case "APPROVED" -> Result.TAKEN_BACK;
            case "REFUSED" -> takenBack ? Result.GONE : Result.KEPT;
            default -> Result.REVERSAL_ASKED;
        };
    }
}
