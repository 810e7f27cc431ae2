package org.placewell.settlement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.contract.Contracts;
import org.placewell.ledger.Ledger;
import org.placewell.ledger.Ledger.Entry;
import org.placewell.ledger.MoneyScope;
import org.placewell.security.Actor;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Pence;
import org.placewell.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The investor's money: one person records that it was drawn or repaid, another confirms it, and only then the ledger knows it. */
@Component
class Capital {

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final MoneyScope scope;
    private final Contracts contracts;
    private final AuditTrail audit;
    private final MovableClock clock;

    Capital(JdbcClient jdbc, Ledger ledger, MoneyScope scope, Contracts contracts, AuditTrail audit, MovableClock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.scope = scope;
        this.contracts = contracts;
        this.audit = audit;
        this.clock = clock;
    }

    /** The contracts that the actor handles the money of or manages. */
    List<InvestorView> list(Actor actor) {
        return contracts.visible(actor).stream().filter(one -> scope.isFinance(one.ref(), actor) || contracts.manages(one.ref(), actor))
                .map(one -> view(one.ref(), one.title())).toList();
    }

    private InvestorView view(String contract, String title) {
        return jdbc.sql("""
                        select coalesce(-sum(p.amount) filter (where a.kind = 'INVESTOR' and j.kind = 'CAPITAL_DRAWN'), 0),
                            coalesce(-sum(p.amount) filter (where a.kind = 'RECEIVABLE' and j.kind in ('SETTLED', 'SUSPENSE_OUT')
                                and c.kind is distinct from 'FEE'), 0),
                            coalesce(sum(p.amount) filter (where a.kind = 'INVESTOR' and j.kind = 'CAPITAL_REPAID'), 0),
                            coalesce(-sum(p.amount) filter (where a.kind = 'INVESTOR'), 0),
                            coalesce(sum(p.amount) filter (where a.kind = 'RECEIVABLE'), 0)
                        from journal j join posting p on p.journal_id = j.id join ledger_account a on a.code = p.account
                            left join charge c on c.ref = j.charge_ref where j.contract_ref = ?""")
                .param(contract)
                .query((r, n) -> new InvestorView(contract, title, Pence.of(r.getLong(1)), Pence.of(r.getLong(2)), Pence.of(r.getLong(3)),
                        Pence.of(r.getLong(4)), Pence.of(r.getLong(5)), moves(contract))).single();
    }

    private List<CapitalMove> moves(String contract) {
        return jdbc.sql("select * from capital_move where contract_ref = ? order by status = 'PROPOSED' desc, moved_on desc, id desc limit 50")
                .param(contract).query(Capital::move).list();
    }

    /** One person writes down what happened. @param kind DRAWN or REPAID */
    void propose(String contract, String kind, Pence amount, LocalDate day, String note, Actor actor) {
        scope.requireFinance(contract, "this contract", actor);
        if (amount == null || !amount.isPositive()) {
            throw Problem.at("amount", "amount", "Enter the amount in pounds and pence, more than nothing");
        }
        if (day.isAfter(clock.today())) {
            throw Problem.at("movedOn", "future", "The day must be today or in the past");
        }
        if (kind.equals("REPAID")) {
            enough(contract, amount);
        }
        var id = jdbc.sql("insert into capital_move (contract_ref, kind, amount, moved_on, note, status, proposed_by, proposed_at) "
                        + "values (?, ?, ?, ?, ?, 'PROPOSED', ?, ?) returning id")
                .params(contract, kind, amount.amount(), day, note, actor.username(), Timestamp.from(clock.instant())).query(Long.class).single();
        record(get(id), actor, "capital.proposed");
    }

    /** What a second person is asked to confirm. */
    CapitalMove waiting(long id, Actor actor) {
        var move = get(id);
        scope.requireFinance(move.contractRef(), "this entry", actor);
        return move;
    }

    /** A second person confirms or refuses; whoever wrote it down may only take it back. */
    void decide(long id, boolean agree, Actor actor) {
        var move = waiting(id, actor);
        if (agree && move.proposedBy().equals(actor.username())) {
            throw Problem.of("four-eyes", "You wrote this down, so somebody else in finance confirms it: "
                    + scope.others(move.contractRef(), Set.of(actor.username())));
        }
        // Repayments of one contract are confirmed one after the other, so that together they never pass what was drawn.
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))::text").param("capital:" + move.contractRef()).query(String.class).single();
        if (jdbc.sql("update capital_move set status = ?, decided_by = ?, decided_at = ? where id = ? and status = 'PROPOSED'")
                .params(agree ? "DONE" : "REFUSED", actor.username(), Timestamp.from(clock.instant()), id).update() == 0) {
            throw new Problem.Stale("Somebody else has just decided on this");
        }
        record(move, actor, agree ? "capital.confirmed" : "capital.refused");
        if (!agree) {
            return;
        }
        var entry = new Entry(move.contractRef(), null, null, null, move.amount(), actor);
        if (move.kind().equals("DRAWN")) {
            ledger.drawn(entry, Long.toString(id));
        } else {
            enough(move.contractRef(), move.amount());
            ledger.repaid(entry, Long.toString(id));
        }
    }

    private void enough(String contract, Pence amount) {
        var exposure = view(contract, "").exposure();
        if (amount.compareTo(exposure) > 0) {
            throw Problem.at("amount", "too-much", "Only " + exposure + " of the capital drawn is not repaid yet. Enter no more than that");
        }
    }

    private CapitalMove get(long id) {
        return jdbc.sql("select * from capital_move where id = ?").param(id).query(Capital::move).optional()
                .orElseThrow(() -> new Problem.NotFound("this entry"));
    }

    private static CapitalMove move(ResultSet r, int n) throws SQLException {
        return new CapitalMove(r.getLong("id"), r.getString("contract_ref"), r.getString("kind"), Pence.of(r.getLong("amount")),
                r.getObject("moved_on", LocalDate.class), r.getString("note"), r.getString("status"), r.getString("proposed_by"), r.getString("decided_by"));
    }

    private void record(CapitalMove move, Actor actor, String action) {
        audit.record("capital " + move.contractRef(), actor, Area.MONEY, action, move.contractRef(), move.kind() + " " + move.amount().amount() + "p");
    }
}
