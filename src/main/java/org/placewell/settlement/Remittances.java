package org.placewell.settlement;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.ledger.Ledger.Entry;
import org.placewell.ledger.Ledger;
import org.placewell.ledger.MoneyScope;
import org.placewell.security.Actor;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Pence;
import org.placewell.shared.Problem;
import org.placewell.statement.Statements;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Matches what payers say they have paid with what they were asked to pay: exact amounts settle, everything else stays visible. */
@Component
class Remittances {

    private final Statements statements;
    private final MoneyScope scope;
    private final Ledger ledger;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final MovableClock clock;

    Remittances(Statements statements, MoneyScope scope, Ledger ledger, AuditTrail audit, JdbcClient jdbc, MovableClock clock) {
        this.statements = statements;
        this.scope = scope;
        this.ledger = ledger;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    RemittanceResult read(String name, byte[] content, Actor actor) {
        actor.require(Role.FINANCE);
        var lines = RemittanceFile.read(content);
        var hash = hash(content);
        long total = lines.stream().mapToLong(line -> line.amount().amount()).sum();
        int added = jdbc.sql("insert into remittance_file (hash, name, lines, total, imported_by, imported_at) values (?, ?, ?, ?, ?, ?) on "
                + "conflict (hash) do nothing")
                .params(hash, clean(name), lines.size(), total, actor.username(), Timestamp.from(clock.instant())).update();
        if (added == 0) {
            throw Problem.at("file", "imported", "This very file has been imported already, so nothing was done. The list below shows what became "
                    + "of its lines");
        }
        var refs = new TreeSet<String>();
        lines.forEach(line -> refs.add(line.statementRef()));
        refs.forEach(ref -> jdbc.sql("select ref from statement where ref = ? for update").param(ref).query(String.class).optional());
        lines.forEach(line -> match(hash, line, actor));
        refs.forEach(statements::remitted);
        audit.record("remittances", actor, Area.MONEY, "remittance.imported", "", hash + " " + lines.size() + " lines " + total + "p");
        return one(hash);
    }

    private void match(String hash, RemittanceFile.Line line, Actor actor) {
        var asked = instruction(line).filter(found -> scope.isFinance(found.entry().contractRef(), actor));
        var expected = asked.map(found -> found.entry().amount()).orElse(null);
        if (expected != null && expected.amount() < 0 != line.amount().amount() < 0) {
            throw RemittanceFile.wrong(line.number(), "the sign is wrong: "
                    + (expected.amount() < 0 ? "this is a credit, so a minus is needed" : "a payment has no minus"));
        }
        var outcome = asked.map(found -> outcome(line, found)).orElse("UNKNOWN");
        jdbc.sql("insert into remittance_line (file_hash, number, statement_ref, claim_ref, amount, expected, outcome) values (?, ?, ?, ?, ?, ?, ?)")
                .params(hash, line.number(), line.statementRef(), line.claimRef(), line.amount().amount(), expected == null ? null
                        : expected.amount(), outcome)
                .update();
        if (outcome.equals("SETTLED")) {
            var entry = asked.orElseThrow().entry();
            ledger.settled(new Entry(entry.contractRef(), entry.payer(), entry.claimRef(), entry.chargeRef(), entry.statementRef(),
                    entry.amount(), actor), asked.get().kind());
        }
    }

    /** Short payments of the same line add up: the one that completes the amount settles it. */
    private String outcome(RemittanceFile.Line line, Instruction asked) {
        if (asked.settled()) {
            return "DUPLICATE";
        }
        long before = jdbc.sql("select coalesce(sum(amount), 0) from remittance_line where statement_ref = ? and claim_ref = ? and outcome = 'SHORT'")
                .params(line.statementRef(), line.claimRef()).query(Long.class).single();
        int order = Long.compare(Math.abs(before + line.amount().amount()), Math.abs(asked.entry().amount().amount()));
        return order == 0 ? "SETTLED" : order < 0 ? "SHORT" : "OVER";
    }

    private Optional<Instruction> instruction(RemittanceFile.Line line) {
        return jdbc.sql("""
                        select s.contract_ref, i.payer, i.claim_ref, i.charge_ref, i.kind, i.amount, exists (select 1 from journal j
                            where j.key = 'settled:' || i.kind || ':' || i.line_ref || ':' || i.payer) as settled
                        from payment_instruction i join statement s on s.ref = i.statement_ref where i.statement_ref = ? and i.line_ref = ?""")
                .params(line.statementRef(), line.claimRef())
                .query((r, n) -> new Instruction(new Entry(r.getString("contract_ref"), r.getString("payer"), r.getString("claim_ref"),
                        r.getString("charge_ref"), line.statementRef(), Pence.of(r.getLong("amount")), Actor.system()),
                        r.getString("kind"), r.getBoolean("settled")))
                .optional();
    }

    List<RemittanceResult> list(Actor actor) {
        actor.require(Role.FINANCE);
        return jdbc.sql("""
                        select f.hash from remittance_file f where f.imported_by = :me or exists (select 1 from remittance_line l
                            join statement s on s.ref = l.statement_ref where l.file_hash = f.hash and\s"""
                        + MoneyScope.SEES + ") order by f.imported_at desc limit 50")
                .param("me", actor.username()).query(String.class).list().stream().map(this::one).toList();
    }

    private RemittanceResult one(String hash) {
        var lines = new ArrayList<RemittanceResult.Line>();
        jdbc.sql("select * from remittance_line where file_hash = ? order by number").param(hash).query(r -> {
            long expected = r.getLong("expected");
            lines.add(new RemittanceResult.Line(r.getInt("number"), r.getString("statement_ref"), r.getString("claim_ref"),
                    Pence.of(r.getLong("amount")),
                    r.wasNull() ? null : Pence.of(expected), r.getString("outcome")));
        });
        return jdbc.sql("select * from remittance_file where hash = ?").param(hash)
                .query((r, n) -> new RemittanceResult(hash, r.getString("name"), Pence.of(r.getLong("total")), r.getString("imported_by"),
                        r.getTimestamp("imported_at").toInstant(), lines))
                .single();
    }

    private static String clean(String name) {
        var plain = (name == null ? "" : name).replaceAll("[^\\w. -]", "_").strip();
        return plain.isEmpty() ? "remittance.csv" : plain.substring(0, Math.min(80, plain.length()));
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Instruction(Entry entry, String kind, boolean settled) {}
}
