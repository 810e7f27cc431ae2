package org.placewell.claim;

import java.sql.Timestamp;
import java.util.List;
import org.placewell.security.Actor;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Pence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Double entry, in pence, only ever added to. A payer's debt is a debit on its receivable account and a credit on the
 * contract's payable account (what the provider has earned); money in moves it from the receivable to the control account.
 */
@Component
class Ledger {

    private final JdbcClient jdbc;
    private final MovableClock clock;

    Ledger(JdbcClient jdbc, MovableClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The payer is asked to pay its share of a claim. */
    void instructed(Entry entry) {
        enter("instructed:" + entry.claimRef() + ":" + entry.payer(), "INSTRUCTED", entry, null, receivable(entry), payable(entry), entry.amount());
    }

    /** The money of an instruction has come in; for a credit, gone back. */
    void settled(Entry entry, String kind) {
        enter("settled:" + kind + ":" + entry.claimRef() + ":" + entry.payer(), "SETTLED", entry, null, control(entry), receivable(entry),
                entry.amount());
    }

    /** Takes an instruction back by its opposite. */
    void reversed(Entry entry) {
        var original = jdbc.sql("select id from journal where key = ?").param("instructed:" + entry.claimRef() + ":" + entry.payer())
                .query(Long.class).single();
        enter("reversed:" + entry.claimRef() + ":" + entry.payer(), "REVERSED", entry, original, receivable(entry), payable(entry), entry.amount()
                .negated());
    }

    /** Debits one account and credits another; a second entry under the same key changes nothing. */
    private void enter(String key, String kind, Entry entry, Long reverses, Account debit, Account credit, Pence amount) {
        var id = jdbc.sql("""
                        insert into journal (key, kind, contract_ref, payer, claim_ref, statement_ref, reverses, entered_on, entered_at, actor)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (key) do nothing returning id""")
                .params(key, kind, entry.contractRef(), entry.payer(), entry.claimRef(), entry.statementRef(), reverses, clock.today(),
                        Timestamp.from(clock.instant()), entry.actor().username())
                .query(Long.class).optional();
        if (id.isEmpty()) {
            return;
        }
        for (var account : List.of(debit, credit)) {
            jdbc.sql("insert into ledger_account (code, kind, contract_ref, payer) values (?, ?, ?, ?) on conflict do nothing")
                    .params(account.code(), account.kind(), entry.contractRef(), account.payer()).update();
        }
        jdbc.sql("insert into posting (journal_id, account, amount) values (:id, :debit, :amount), (:id, :credit, -:amount)")
                .param("id", id.get()).param("debit", debit.code()).param("credit", credit.code()).param("amount", amount.amount()).update();
    }

    private static Account receivable(Entry entry) {
        return new Account("receivable:" + entry.contractRef() + ":" + entry.payer(), "RECEIVABLE", entry.payer());
    }

    private static Account payable(Entry entry) {
        return new Account("payable:" + entry.contractRef(), "PAYABLE", null);
    }

    private static Account control(Entry entry) {
        return new Account("control:" + entry.contractRef(), "CONTROL", null);
    }

    /** What a journal is about; the amount is what the payer owes, negative for a credit. */
    record Entry(String contractRef, String payer, String claimRef, String statementRef, Pence amount, Actor actor) {}

    private record Account(String code, String kind, String payer) {}
}
