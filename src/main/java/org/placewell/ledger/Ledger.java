package org.placewell.ledger;

import java.sql.Timestamp;
import java.util.List;
import java.util.SortedMap;
import org.placewell.security.Actor;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Pence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ledger, the room's only door: double entry, in pence, only ever added to. A payer's debt is a debit on its receivable
 * account and a credit on the contract's payable account (what the provider has earned); money in moves it from the receivable to the control account.
 */
@Service
@Transactional
public class Ledger {

    private final LedgerReader reader;
    private final JdbcClient jdbc;
    private final MovableClock clock;

    Ledger(LedgerReader reader, JdbcClient jdbc, MovableClock clock) {
        this.reader = reader;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The payer is asked to pay its share of a claim. */
    public void instructed(Entry entry) {
        enter("instructed:" + entry.claimRef() + ":" + entry.payer(), "INSTRUCTED", entry, null, receivable(entry), payable(entry), entry.amount());
    }

    /** The money of an instruction has come in; for a credit, gone back. */
    public void settled(Entry entry, String kind) {
        enter("settled:" + kind + ":" + entry.claimRef() + ":" + entry.payer(), "SETTLED", entry, null, control(entry), receivable(entry),
                entry.amount());
    }

    /** Takes an instruction back by its opposite. */
    public void reversed(Entry entry) {
        var original = jdbc.sql("select id from journal where key = ?").param("instructed:" + entry.claimRef() + ":" + entry.payer())
                .query(Long.class).single();
        enter("reversed:" + entry.claimRef() + ":" + entry.payer(), "REVERSED", entry, original, receivable(entry), payable(entry), entry.amount()
                .negated());
    }

    /** What payers were asked to pay for a claim and nobody has taken back, by payer. */
    public SortedMap<String, Pence> asked(String claimRef) {
        return reader.asked(claimRef);
    }

    /** Ledger lines, newest first. */
    public List<LedgerLine> lines(LedgerFilter filter, Actor actor) {
        return reader.lines(filter, actor);
    }

    /** What the accounts stand at, derived from the postings the filter selects. */
    public List<AccountBalance> balances(LedgerFilter filter, Actor actor) {
        return reader.balances(filter, actor);
    }

    /** What came in under a contract, by payer, and how many journals and postings there are. */
    public LedgerTotals totals(String contractRef) {
        return reader.totals(contractRef);
    }

    /** Every journal that does not sum to zero, in words; empty when all is well. */
    @Transactional(readOnly = true)
    public List<String> breaches() {
        return reader.breaches();
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
    public record Entry(String contractRef, String payer, String claimRef, String statementRef, Pence amount, Actor actor) {}

    private record Account(String code, String kind, String payer) {}
}
