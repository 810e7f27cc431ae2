package org.placewell.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
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
                        r.getString("payer"), r.getString("claim_ref"), r.getString("charge_ref"), r.getString("statement_ref"), r.getString("account"),
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

    LedgerTotals totals(String contractRef) {
        var payers = jdbc.sql("""
                        select j.payer, sum(p.amount) from journal j join posting p on p.journal_id = j.id join ledger_account a on a.code = p.account
                        where j.contract_ref = ? and a.kind = 'CONTROL' group by j.payer order by j.payer""")
                .param(contractRef).query((r, n) -> new LedgerTotals.Payer(r.getString(1), r.getLong(2))).list();
        return jdbc.sql("select count(distinct j.id), count(p.amount), coalesce(sum(p.amount), 0) from journal j join posting p on p.journal_id = "
                + "j.id where j.contract_ref = ?")
                .param(contractRef).query((r, n) -> new LedgerTotals(payers, r.getLong(1), r.getLong(2), r.getLong(3))).single();
    }

    SortedMap<String, Pence> asked(String claimRef) {
        var asked = new TreeMap<String, Pence>();
        jdbc.sql("""
                        select j.payer, p.amount from journal j join posting p on p.journal_id = j.id
                            join ledger_account a on a.code = p.account and a.kind = 'RECEIVABLE'
                        where j.claim_ref = ? and j.kind = 'INSTRUCTED' and not exists (select 1 from journal r where r.reverses = j.id)""")
                .param(claimRef).query(r -> { asked.put(r.getString(1), Pence.of(r.getLong(2))); });
        return asked;
    }

    List<String> breaches() {
        return jdbc.sql("""
                        select j.id from journal j left join posting p on p.journal_id = j.id
                        group by j.id having coalesce(sum(p.amount), 1) <> 0 or count(*) < 2""")
                .query(Long.class).list().stream().map(id -> "money: journal " + id + " does not sum to zero").toList();
    }
}
