package org.placewell.claim;

import java.time.LocalDate;
import java.util.List;
import org.placewell.security.Actor;
import org.placewell.shared.Pence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the ledger; every total is derived from its postings. */
@Component
class LedgerReader {

    private static final String SELECTED = """
            from journal s join posting p on p.journal_id = s.id
            where (cast(:contract as text) is null or s.contract_ref = :contract) and (cast(:payer as text) is null or s.payer = :payer)
                and (cast(:kind as text) is null or s.kind = :kind) and (cast(:claim as text) is null or s.claim_ref = :claim)
                and (cast(:from as date) is null or s.entered_on >= :from) and (cast(:to as date) is null or s.entered_on <= :to) and\s"""
            + MoneyScope.SEES;

    private final JdbcClient jdbc;

    LedgerReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<LedgerLine> lines(LedgerFilter filter, Actor actor) {
        return bound(filter, actor, "select s.*, p.account, p.amount as pence " + SELECTED
                + " order by s.id desc, p.amount desc limit :limit offset :offset")
                .param("limit", filter.limit()).param("offset", filter.offset())
                .query((r, n) -> new LedgerLine(r.getLong("id"), r.getObject("entered_on", LocalDate.class), r.getString("kind"),
                        r.getString("contract_ref"),
                        r.getString("payer"), r.getString("claim_ref"), r.getString("statement_ref"), r.getString("account"),
                                Pence.of(r.getLong("pence")),
                        r.getString("actor")))
                .list();
    }

    List<AccountBalance> balances(LedgerFilter filter, Actor actor) {
        return bound(filter, actor, "select p.account, count(*), sum(p.amount) " + SELECTED + " group by p.account order by p.account")
                .query((r, n) -> new AccountBalance(r.getString(1), r.getLong(2), Pence.of(r.getLong(3)))).list();
    }

    private JdbcClient.StatementSpec bound(LedgerFilter filter, Actor actor, String sql) {
        return jdbc.sql(sql).param("contract", filter.contractRef()).param("payer", filter.payer()).param("kind", filter.kind())
                .param("claim", filter.claimRef()).param("from", filter.from(), java.sql.Types.DATE).param("to", filter.to(), java.sql.Types.DATE)
                .param("me", actor.username());
    }

    ClaimTotals totals(String contractRef) {
        var outcomes = jdbc.sql("""
                        select outcome, count(*), count(*) filter (where status in ('RESERVED', 'INSTRUCTED', 'PAID', 'REVERSED')),
                            count(*) filter (where status = 'REJECTED'), count(*) filter (where status = 'PAID'),
                            coalesce(sum(amount) filter (where status = 'PAID'), 0)
                        from outcome_claim where contract_ref = ? group by outcome order by outcome""")
                .param(contractRef)
                .query((r, n) -> new ClaimTotals.Outcome(r.getString(1), r.getLong(2), r.getLong(3), r.getLong(4), r.getLong(5), r.getLong(6)))
                        .list();
        var payers = jdbc.sql("""
                        select j.payer, sum(p.amount) from journal j join posting p on p.journal_id = j.id join ledger_account a on a.code = p.account
                        where j.contract_ref = ? and a.kind = 'CONTROL' group by j.payer order by j.payer""")
                .param(contractRef).query((r, n) -> new ClaimTotals.Payer(r.getString(1), r.getLong(2))).list();
        return jdbc.sql("select count(distinct j.id), count(p.amount), coalesce(sum(p.amount), 0) from journal j join posting p on p.journal_id = "
                + "j.id where j.contract_ref = ?")
                .param(contractRef).query((r, n) -> new ClaimTotals(outcomes, payers, r.getLong(1), r.getLong(2), r.getLong(3))).single();
    }
}
