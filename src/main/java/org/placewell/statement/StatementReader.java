package org.placewell.statement;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.placewell.contract.Contracts;
import org.placewell.contract.domain.Party;
import org.placewell.ledger.MoneyScope;
import org.placewell.security.Actor;
import org.placewell.security.Actors;
import org.placewell.shared.Download;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Pence;
import org.placewell.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads statements for finance and for those who pay: references and rules, no names, nothing of anybody's health. */
@Component
class StatementReader {

    /** Instead of free text that earlier releases kept with a correction, which was not written for everybody who reads a statement. */
    private static final String UNSPOKEN = "A closed month is put right here: two people have agreed to it, and finance keeps the reckoning.";
    private final JdbcClient jdbc;
    private final Contracts contracts;
    private final PayeeAccounts payees;
    private final Actors actors;
    private final MovableClock clock;

    StatementReader(JdbcClient jdbc, Contracts contracts, PayeeAccounts payees, Actors actors, MovableClock clock) {
        this.jdbc = jdbc;
        this.contracts = contracts;
        this.payees = payees;
        this.actors = actors;
        this.clock = clock;
    }

    List<StatementView> list(Actor actor) {
        return jdbc.sql("""
                        select s.*, coalesce((select sum(l.amount) from statement_line l where l.statement_ref = s.ref and l.state = 'LIVE'), 0) as
                            total
                        from statement s where\s""" + MoneyScope.SEES + " order by s.drafted_at desc, s.ref limit 200")
                .param("me", actor.username())
                .query((r, n) -> view(StatementStore.row(r, n), Pence.of(r.getLong("total")), List.of(), List.of())).list();
    }

    StatementView one(String ref, Actor actor) {
        var statement = find(ref, actor);
        var lines = lines(statement);
        long total = lines.stream().filter(line -> line.state().equals("LIVE")).mapToLong(line -> line.amount().amount()).sum();
        return view(statement, Pence.of(total), lines, approvals(statement));
    }

    Download schedule(String ref, Actor actor) {
        var statement = find(ref, actor);
        if (statement.schedule() == null) {
            throw Problem.of("not-instructed", "There is no payment schedule yet: it is written when two people have approved the statement");
        }
        return new Download("payment-schedule-" + ref + ".csv", "text/csv;charset=UTF-8", statement.schedule().getBytes(StandardCharsets.UTF_8));
    }

    private Statement find(String ref, Actor actor) {
        return jdbc.sql("select s.* from statement s where s.ref = :ref and " + MoneyScope.SEES).param("ref", ref).param("me", actor.username())
                .query(StatementStore::row).optional().orElseThrow(() -> new Problem.NotFound("this statement"));
    }

    private StatementView view(Statement statement, Pence total, List<StatementView.Line> lines, List<StatementView.Approval> approvals) {
        var terms = contracts.inForce(statement.contractRef(), clock.today());
        return new StatementView(statement.ref(), statement.contractRef(), terms.title(), terms.payee().name(), statement.payer(),
                terms.payer(statement.payer()).map(Party::name).orElse(statement.payer()),
                statement.period(), statement.status(), statement.version(), statement.draftedBy(), statement.draftedAt(), total,
                statement.purchaseOrder(), statement.seniorAbove(),
                statement.payeeAccount() == null ? null : payees.get(statement.payeeAccount()).label(), statement.scheduleHash(), lines, approvals);
    }

    private List<StatementView.Line> lines(Statement statement) {
        var sentences = new HashMap<Map.Entry<Integer, String>, String>();
        return jdbc.sql("""
                        select l.*, c.outcome, c.contract_version, k.title, k.arithmetic, k.kind = 'CORRECTION' and k.note is null as unspoken, exists (select 1 from journal j
                            where j.key = 'settled:' || l.kind || ':' || l.line_ref || ':' || l.payer and j.statement_ref = l.statement_ref) as
                                settled
                        from statement_line l left join outcome_claim c on c.ref = l.claim_ref left join charge k on k.ref = l.charge_ref
                        where l.statement_ref = ?
                        order by l.state = 'LIVE' desc, l.kind = 'CHARGE', c.reached_on, l.line_ref, l.id""")
                .param(statement.ref())
                .query((r, n) -> {
                    boolean charge = r.getString("charge_ref") != null;
                    int version = r.getInt("contract_version");
                    var outcome = r.getString("outcome");
                    var title = charge ? r.getString("title") : contracts.terms(statement.contractRef(), version).rule(outcome).title();
                    var rule = charge ? r.getBoolean("unspoken") ? UNSPOKEN : r.getString("arithmetic") : sentences.computeIfAbsent(Map.entry(version, outcome),
                            key -> contracts.sentence(statement.contractRef(), key.getKey(), key.getValue()));
                    return new StatementView.Line(r.getString("line_ref"), title, r.getString("kind"), Pence.of(r.getLong("amount")),
                            r.getString("state"), rule, r.getString("reason"), r.getBoolean("settled"));
                })
                .list();
    }

    private List<StatementView.Approval> approvals(Statement statement) {
        return jdbc.sql("select * from approval where statement_ref = ? order by approved_at, step").param(statement.ref())
                .query((r, n) -> new StatementView.Approval(r.getInt("step"), r.getString("username"), actors.nameOf(r.getString("username")),
                        r.getString("on_behalf_of") == null ? null : actors.nameOf(r.getString("on_behalf_of")),
                        r.getTimestamp("approved_at").toInstant(), r.getInt("statement_version") == statement.version()))
                .list();
    }
}
