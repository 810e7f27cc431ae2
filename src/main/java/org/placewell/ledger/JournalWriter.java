package org.placewell.ledger;

import java.sql.Timestamp;
import java.util.List;
import org.placewell.ledger.Ledger.Asked;
import org.placewell.ledger.Ledger.Entry;
import org.placewell.security.Actor;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Pence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Writes journals with their two postings; a second one under the same key changes nothing. */
@Component
class JournalWriter {

    private final JdbcClient jdbc;
    private final MovableClock clock;

    JournalWriter(JdbcClient jdbc, MovableClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Debits one account and credits another. */
    void enter(String key, String kind, Entry entry, Long reverses, Account debit, Account credit, Pence amount) {
        var id = jdbc.sql("""
                        insert into journal (key, kind, contract_ref, payer, claim_ref, charge_ref, statement_ref, reverses, entered_on, entered_at,
                            actor)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (key) do nothing returning id""")
                .params(key, kind, entry.contractRef(), entry.payer(), entry.claimRef(), entry.chargeRef(), entry.statementRef(), reverses,
                        clock.today(), Timestamp.from(clock.instant()), entry.actor().username())
                .query(Long.class).optional();
        if (id.isEmpty()) {
            return;
        }
        open(debit);
        open(credit);
        jdbc.sql("insert into posting (journal_id, account, amount) values (:id, :debit, :amount), (:id, :credit, -:amount)")
                .param("id", id.get()).param("debit", debit.code()).param("credit", credit.code()).param("amount", amount.amount()).update();
    }

    /** One journal for each line, all by one statement of SQL. */
    void asked(String contractRef, String payer, String statementRef, List<Asked> lines, Actor actor) {
        var debit = Account.receivable(contractRef, payer);
        var credit = Account.payable(contractRef);
        open(debit);
        open(credit);
        jdbc.sql("""
                        with line as (
                            select case when charge then 'charged:' else 'instructed:' end || ref || ':' || cast(:payer as text) as key, ref, charge,
                                amount
                            from unnest(cast(:refs as text[]), cast(:charges as boolean[]), cast(:amounts as bigint[])) as t(ref, charge, amount)),
                        added as (
                            insert into journal (key, kind, contract_ref, payer, claim_ref, charge_ref, statement_ref, entered_on, entered_at, actor)
                            select key, case when charge then 'CHARGED' else 'INSTRUCTED' end, :contract, :payer,
                                case when charge then null else ref end,
                                case when charge then ref end, :statement, :day, :at, :actor from line
                            on conflict (key) do nothing returning id, key)
                        insert into posting (journal_id, account, amount)
                        select a.id, :debit, l.amount from added a join line l on l.key = a.key
                        union all select a.id, :credit, -l.amount from added a join line l on l.key = a.key""")
                .param("payer", payer).param("contract", contractRef).param("statement", statementRef).param("actor", actor.username())
                .param("day", clock.today()).param("at", Timestamp.from(clock.instant())).param("debit", debit.code()).param("credit", credit.code())
                .param("refs", new SqlArrayValue("text", lines.stream().map(Asked::ref).toArray()))
                .param("charges", new SqlArrayValue("boolean", lines.stream().map(Asked::charge).toArray()))
                .param("amounts", new SqlArrayValue("bigint", lines.stream().map(line -> line.amount().amount()).toArray()))
                .update();
    }

    private void open(Account account) {
        jdbc.sql("insert into ledger_account (code, kind, contract_ref, payer) values (?, ?, ?, ?) on conflict do nothing")
                .params(account.code(), account.kind(), account.contractRef(), account.payer()).update();
    }
}
