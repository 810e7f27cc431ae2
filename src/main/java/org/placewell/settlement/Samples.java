package org.placewell.settlement;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.contract.Contracts;
import org.placewell.security.Actor;
import org.placewell.settlement.SampleDraw.Drawn;
import org.placewell.settlement.SampleDraw.Member;
import org.placewell.shared.MovableClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Draws the check after payment once for all claims that became paid with one statement: seed, rule and every claim's number are kept,
 * so that the draw can be repeated by anybody. The terms in force on the day of the draw say how many are drawn.
 */
@Component
class Samples {

    private final JdbcClient jdbc;
    private final Contracts contracts;
    private final AuditTrail audit;
    private final MovableClock clock;
    private final SecureRandom random = new SecureRandom();

    Samples(JdbcClient jdbc, Contracts contracts, AuditTrail audit, MovableClock clock) {
        this.jdbc = jdbc;
        this.contracts = contracts;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether a paid claim was drawn; the first claim of a batch that asks has the whole batch drawn. */
    boolean draw(String claimRef) {
        var before = drawn(claimRef);
        if (before.isPresent()) {
            return before.get();
        }
        // The statement with which the last money of the claim came in.
        var statement = jdbc.sql("""
                        select i.statement_ref, s.contract_ref from payment_instruction i join statement s on s.ref = i.statement_ref and s.status = 'PAID'
                            join outcome_claim c on c.ref = i.claim_ref and c.status = 'PAID'
                            left join journal j on j.key = 'settled:CLAIM:' || i.claim_ref || ':' || i.payer
                        where i.claim_ref = ? and i.kind = 'CLAIM' order by j.id desc nulls last limit 1""")
                .param(claimRef).query((r, n) -> new String[] {r.getString(1), r.getString(2)}).optional();
        if (statement.isEmpty()) {
            return false;
        }
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))::text").param("sample:" + statement.get()[1]).query(String.class).single();
        if (drawn(claimRef).isEmpty()) {
            draw(claimRef, statement.get()[0], statement.get()[1]);
        }
        return drawn(claimRef).orElseThrow();
    }

    private Optional<Boolean> drawn(String claimRef) {
        return jdbc.sql("select chosen from sample_draw where claim_ref = ?").param(claimRef).query(Boolean.class).optional();
    }

    private void draw(String claimRef, String statementRef, String contractRef) {
        var terms = contracts.inForce(contractRef, clock.today());
        var rule = terms.sampling();
        var members = jdbc.sql("""
                        select c.ref, c.outcome from outcome_claim c join payment_instruction i on i.claim_ref = c.ref and i.kind = 'CLAIM'
                        where i.statement_ref = ? and c.status = 'PAID' and not exists (select 1 from sample_draw d where d.claim_ref = c.ref) order by c.ref""")
                .param(statementRef).query((r, n) -> new Member(r.getString(1), r.getString(2))).list();
        long seed = random.nextLong();
        var now = Timestamp.from(clock.instant());
        boolean batch = jdbc.sql("""
                        insert into sample_batch (statement_ref, contract_ref, contract_version, seed, one_in, least, extrapolate, members, drawn_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(statementRef, contractRef, terms.version(), seed, rule.oneIn(), rule.least(), rule.extrapolate(), members.size(), now).update() == 1;
        // A claim paid after its batch was drawn is drawn by itself, one in so many.
        var draw = batch ? SampleDraw.of(seed, rule.oneIn(), rule.least(), members) : List.of(SampleDraw.alone(seed, rule.oneIn(), member(claimRef, members)));
        for (var one : draw) {
            jdbc.sql("insert into sample_draw (claim_ref, seed, one_in, chosen, drawn_at, batch, stratum, number) values (?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(one.claimRef(), seed, rule.oneIn(), one.chosen(), now, batch ? statementRef : null, one.stratum(), one.number()).update();
        }
        long chosen = draw.stream().filter(Drawn::chosen).count();
        audit.record(statementRef, Actor.system(), Area.MONEY, "sample.drawn", terms.key() + " one in " + rule.oneIn() + ", at least " + rule.least(),
                chosen + " of " + draw.size() + " seed " + seed);
        draw.stream().filter(Drawn::chosen).forEach(one -> audit.record(referral(one.claimRef()), Actor.system(), Area.MONEY, "claim.sampled",
                "one in " + rule.oneIn(), one.claimRef() + " seed " + seed));
    }

    private static Member member(String claimRef, List<Member> members) {
        return members.stream().filter(member -> member.claimRef().equals(claimRef)).findFirst().orElseThrow();
    }

    private String referral(String claimRef) {
        return jdbc.sql("select referral_ref from outcome_claim where ref = ?").param(claimRef).query(String.class).single();
    }

    /** Batches whose stored draw does not follow from their stored seed and rule. */
    List<Difference> differences() {
        var found = new ArrayList<Difference>();
        jdbc.sql("select statement_ref, contract_ref, seed, one_in, least, members from sample_batch order by statement_ref").query(r -> {
            var stored = stored(r.getString("statement_ref"));
            if (stored.size() != r.getInt("members") || !repeats(r.getLong("seed"), r.getInt("one_in"), r.getInt("least"), stored)) {
                found.add(new Difference(r.getString("contract_ref"), "Sample and its seed", "the draw of the claims paid with statement "
                        + r.getString("statement_ref") + " does not follow from its seed and rule"));
            }
        });
        return found;
    }

    private List<Drawn> stored(String statementRef) {
        return jdbc.sql("select claim_ref, stratum, number, chosen from sample_draw where batch = ? order by stratum, number, claim_ref").param(statementRef)
                .query((r, n) -> new Drawn(r.getString(1), r.getString(2), r.getString(3), r.getBoolean(4))).list();
    }

    /** Whether a seed and a rule give a stored draw once more. */
    static boolean repeats(long seed, int oneIn, int least, List<Drawn> stored) {
        var again = SampleDraw.of(seed, oneIn, least, stored.stream().map(one -> new Member(one.claimRef(), one.stratum())).toList());
        return new java.util.HashSet<>(again).equals(new java.util.HashSet<>(stored));
    }
}
