package org.placewell.ledger;

import java.util.List;
import java.util.SortedMap;
import org.placewell.security.Actor;
import org.placewell.shared.Pence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ledger, the room's only door: double entry, in pence, only ever added to. A payer's debt is a debit on its receivable
 * account and a credit on the contract's payable account (what the provider has earned); money in moves it from the receivable
 * to the control account.
 */
@Service
@Transactional
public class Ledger {

    private final LedgerReader reader;
    private final JournalWriter writer;
    private final JdbcClient jdbc;

    Ledger(LedgerReader reader, JournalWriter writer, JdbcClient jdbc) {
        this.reader = reader;
        this.writer = writer;
        this.jdbc = jdbc;
    }

    /**
     * A payer is asked to pay the lines of a statement: one journal each, written by one command; what is entered already stays as it is.
     *
     * @param lines claims and charges; a charge may be negative, which gives money back
     */
    public void asked(String contractRef, String payer, String statementRef, List<Asked> lines, Actor actor) {
        writer.asked(contractRef, payer, statementRef, lines, actor);
    }

    /** The money of an instruction has come in; for a credit, gone back. */
    public void settled(Entry entry, String kind) {
        writer.enter("settled:" + kind + ":" + entry.about() + ":" + entry.payer(), "SETTLED", entry, null,
                Account.control(entry.contractRef()), Account.receivable(entry.contractRef(), entry.payer()),
                entry.amount());
    }

    /** A part of an instruction has come in; the rest is still owed. @param key what makes this payment this payment */
    public void partSettled(Entry entry, String key) {
        writer.enter("part:" + key, "SETTLED", entry, null, Account.control(entry.contractRef()),
                Account.receivable(entry.contractRef(), entry.payer()), entry.amount());
    }

    /** Money has come in that settles nothing: held until somebody has placed it. The payer may be unknown (null). */
    public void held(Entry entry, String key) {
        writer.enter("held:" + key, "SUSPENSE_IN", entry, null, Account.control(entry.contractRef()), Account.suspense(entry.contractRef()),
                entry.amount());
    }

    /**
     * Held money settles an instruction, or a part of it.
     *
     * @param kind the instruction's kind when this completes it, else null
     * @param key what makes this move this move, used while the instruction is not complete
     */
    public void placed(Entry entry, String kind, String key) {
        writer.enter(kind == null ? "placed:" + key : "settled:" + kind + ":" + entry.about() + ":" + entry.payer(), "SUSPENSE_OUT", entry, null,
                Account.suspense(entry.contractRef()), Account.receivable(entry.contractRef(), entry.payer()), entry.amount());
    }

    /** Held money goes back to whoever sent it. */
    public void givenBack(Entry entry, String key) {
        writer.enter("returned:" + key, "SUSPENSE_OUT", entry, null, Account.suspense(entry.contractRef()), Account.control(entry.contractRef()),
                entry.amount());
    }

    /** The investor has put working capital in. */
    public void drawn(Entry entry, String key) {
        writer.enter("capital:" + key, "CAPITAL_DRAWN", entry, null, Account.control(entry.contractRef()), Account.investor(entry.contractRef()),
                entry.amount());
    }

    /** Working capital has gone back to the investor. */
    public void repaid(Entry entry, String key) {
        writer.enter("capital:" + key, "CAPITAL_REPAID", entry, null, Account.investor(entry.contractRef()), Account.control(entry.contractRef()),
                entry.amount());
    }

    /** Takes an instruction back by its opposite. */
    public void reversed(Entry entry) {
        var original = jdbc.sql("select id from journal where key = ?").param("instructed:" + entry.claimRef() + ":" + entry.payer())
                .query(Long.class).single();
        writer.enter("reversed:" + entry.claimRef() + ":" + entry.payer(), "REVERSED", entry, original,
                Account.receivable(entry.contractRef(), entry.payer()), Account.payable(entry.contractRef()), entry.amount()
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

    /**
     * What a journal is about.
     *
     * @param claimRef the claim, or null
     * @param chargeRef the charge, or null; never both
     * @param statementRef the statement, or null
     * @param amount what the payer owes, negative for a credit
     */
    public record Entry(String contractRef, String payer, String claimRef, String chargeRef, String statementRef, Pence amount, Actor actor) {

        /** An entry about a claim. */
        public Entry(String contractRef, String payer, String claimRef, String statementRef, Pence amount, Actor actor) {
            this(contractRef, payer, claimRef, null, statementRef, amount, actor);
        }

        /** The reference of the claim or charge. */
        public String about() {
            return claimRef == null ? chargeRef : claimRef;
        }
    }

    /** One line that a payer is asked to pay. @param charge whether the reference is a charge's; else it is a claim's */
    public record Asked(String ref, boolean charge, Pence amount) {}
}
