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

/** Matches what payers say they have paid with what they were asked to pay: exact amounts settle, parts add up, the rest is held where it can be seen. */
@Component
class Remittances {

    private final Statements statements;
    private final Debts debts;
    private final Suspense suspense;
    private final MoneyScope scope;
    private final Ledger ledger;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final MovableClock clock;

    Remittances(Statements statements, Debts debts, Suspense suspense, MoneyScope scope, Ledger ledger, AuditTrail audit, JdbcClient jdbc,
            MovableClock clock) {
        this.statements = statements;
        this.debts = debts;
        this.suspense = suspense;
        this.scope = scope;
        this.ledger = ledger;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    RemittanceResult read(String name, String contractRef, byte[] content, Actor actor) {
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
        refs.forEach(debts::lock);
        refs.forEach(ref -> byOtherHands(ref, actor));
        var sender = new Sender(lines, contractRef, actor);
        lines.forEach(line -> match(hash, line, sender, actor));
        refs.forEach(statements::remitted);
        audit.record("remittances", actor, Area.MONEY, "remittance.imported", "", hash + " " + lines.size() + " lines " + total + "p");
        return one(hash, actor);
    }

    private void match(String hash, RemittanceFile.Line line, Sender sender, Actor actor) {
        var asked = visible(line, actor);
        asked.ifPresentOrElse(debt -> sameSign(line, debt), () -> {
            if (line.amount().amount() < 0) {
                throw RemittanceFile.wrong(line.number(), "a minus is for a credit that we gave, and this line names none of ours");
            }
        });
        var match = asked.map(debt -> Match.of(debt.asked(), debt.received(), line.amount())).orElseGet(() -> Match.unknown(line.amount()));
        jdbc.sql("insert into remittance_line (file_hash, number, statement_ref, claim_ref, amount, expected, outcome) values (?, ?, ?, ?, ?, ?, ?)")
                .params(hash, line.number(), line.statementRef(), line.claimRef(), line.amount().amount(),
                        asked.map(debt -> debt.asked().amount()).orElse(null), match.outcome().name())
                .update();
        asked.filter(debt -> !match.settles().isZero()).ifPresent(debt -> {
            var entry = debt.entry(match.settles(), actor);
            if (match.completes()) {
                ledger.settled(entry, debt.kind());
            } else {
                ledger.partSettled(entry, hash + ":" + line.number());
            }
        });
        if (!match.held().isZero()) {
            suspense.hold(hash, line.number(), asked.map(Debt::contractRef).orElseGet(() -> sender.contract(line)),
                    asked.map(Debt::payer).orElse(null), match, actor);
        }
    }

    /** Who approved that a statement is paid does not also say that the money has come in. */
    private void byOtherHands(String statementRef, Actor actor) {
        var approvers = statements.approvers(statementRef);
        if (approvers.contains(actor.username())) {
            throw Problem.at("file", "four-eyes", "You approved the statement " + statementRef + ", or somebody did in your stead, so somebody else imports "
                    + "what was paid for it: "
                    + debts.any(statementRef).map(debt -> scope.others(debt.contractRef(), approvers)).orElse("ask a colleague in finance")
                    + ". Nothing has been imported");
        }
    }

    private static void sameSign(RemittanceFile.Line line, Debt debt) {
        if (debt.asked().amount() < 0 != line.amount().amount() < 0) {
            throw RemittanceFile.wrong(line.number(), "the sign is wrong: "
                    + (debt.asked().amount() < 0 ? "this is a credit, so a minus is needed" : "a payment has no minus"));
        }
    }

    /** What the line names, if the actor handles its contract; to everybody else it does not exist. */
    private Optional<Debt> visible(RemittanceFile.Line line, Actor actor) {
        return debts.find(line.statementRef(), line.claimRef()).filter(found -> scope.isFinance(found.contractRef(), actor));
    }

    /**
     * Under which contract a line is held that names nothing we asked for: told by the statement it names, else by the rest of the
     * file. Which payer sent it is nobody's to say alone, so placing it takes two people.
     */
    private final class Sender {

        private final List<RemittanceFile.Line> lines;
        private final String chosen;
        private final Actor actor;
        private List<String> known;

        Sender(List<RemittanceFile.Line> lines, String chosen, Actor actor) {
            this.lines = lines;
            this.chosen = chosen;
            this.actor = actor;
            if (chosen != null && !scope.isFinance(chosen, actor)) {
                throw Problem.at("contract", "unknown-contract", "Choose one of the contracts whose money you handle");
            }
        }

        String contract(RemittanceFile.Line line) {
            if (statement(line).isPresent()) {
                return statement(line).get().contractRef();
            }
            var contracts = chosen != null ? List.of(chosen) : known();
            var held = contracts.size() == 1 ? contracts : scope.contracts(actor);
            if (held.size() != 1) {
                throw Problem.at("contract", "contract-missing", "Line " + line.number() + " names nothing that was asked for. Choose the contract "
                        + "under which its money is held until somebody has placed it. Nothing has been imported");
            }
            return held.get(0);
        }

        private Optional<Debt> statement(RemittanceFile.Line line) {
            return debts.any(line.statementRef()).filter(found -> scope.isFinance(found.contractRef(), actor));
        }

        /** The contracts of those lines that name something we asked for. */
        private List<String> known() {
            if (known == null) {
                known = lines.stream().map(line -> visible(line, actor)).flatMap(Optional::stream).map(Debt::contractRef).distinct().toList();
            }
            return known;
        }
    }

    List<RemittanceResult> list(Actor actor) {
        actor.require(Role.FINANCE);
        return jdbc.sql("""
                        select f.hash from remittance_file f where f.imported_by = :me or exists (select 1 from remittance_line l
                            join statement s on s.ref = l.statement_ref where l.file_hash = f.hash and\s"""
                        + MoneyScope.SEES + ") order by f.imported_at desc limit 50")
                .param("me", actor.username()).query(String.class).list().stream().map(hash -> one(hash, actor)).toList();
    }

    /** A file with those of its lines that belong to the actor's contracts. */
    private RemittanceResult one(String hash, Actor actor) {
        var lines = new ArrayList<RemittanceResult.Line>();
        jdbc.sql("""
                        select l.* from remittance_line l join remittance_file f on f.hash = l.file_hash
                        left join suspense_item h on h.file_hash = l.file_hash and h.line_number = l.number left join statement s on s.ref = l.statement_ref
                        where l.file_hash = :hash and (exists (select 1 from role_grant g where g.username = :me and g.role = 'FINANCE'
                            and g.contract_ref = coalesce(h.contract_ref, s.contract_ref))
                            or h.id is null and s.ref is null and f.imported_by = :me) order by l.number""")
                .param("hash", hash).param("me", actor.username()).query(r -> {
            var expected = r.getObject("expected", Long.class);
            lines.add(new RemittanceResult.Line(r.getInt("number"), r.getString("statement_ref"), r.getString("claim_ref"),
                    Pence.of(r.getLong("amount")),
                    expected == null ? null : Pence.of(expected), r.getString("outcome")));
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

}
