package org.placewell.statement;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.placewell.security.Actor;
import org.placewell.shared.Download;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Statements of what one payer owes for one period, their approvals and the instruction to pay: the room's only door. Reading
 * takes the actor and finds only what that person may see.
 */
@Service
@Transactional
public class Statements {

    private final Drafting drafting;
    private final StatementReader reader;
    private final WhatIsDue due;
    private final Approvals approvals;
    private final Instructing instructing;
    private final StatementStore store;
    private final StatementDeadlines deadlines;
    private final StatementBreaches breaches;

    Statements(Drafting drafting, StatementReader reader, WhatIsDue due, Approvals approvals, Instructing instructing,
            StatementStore store, StatementDeadlines deadlines, StatementBreaches breaches) {
        this.drafting = drafting;
        this.reader = reader;
        this.due = due;
        this.approvals = approvals;
        this.instructing = instructing;
        this.store = store;
        this.deadlines = deadlines;
        this.breaches = breaches;
    }

    /** Stops whoever is not finance for the contract: to everybody else it does not exist. */
    public void requireFinance(String contractRef, Actor actor) {
        drafting.requireFinance(contractRef, actor);
    }

    /** Drafts the statement of one payer for one month that has begun and starts its approval; returns its reference. */
    public String draft(String contractRef, String payer, YearMonth period, Actor actor) {
        return drafting.draft(contractRef, payer, period, actor);
    }

    /** The statements the actor may see, newest first, without their lines and approvals. */
    public List<StatementView> list(Actor actor) {
        return reader.list(actor);
    }

    /** What waits for a statement, by payer; of one contract, or with null of all that the actor sees. */
    public List<DueView> due(String contractRef, Actor actor) {
        return due.of(contractRef, actor);
    }

    /** Accepted claims that no statement takes, because another record of the person has what is paid once. */
    public List<HeldBack> heldBack(Actor actor) {
        return due.heldBack(actor);
    }

    /** One statement with its lines. */
    public StatementView one(String statementRef, Actor actor) {
        return reader.one(statementRef, actor);
    }

    /** The draft is right: the named lines leave it, the rest goes to the first approval. */
    public void markReady(String statementRef, List<String> queriedClaims, String reason, Actor actor) {
        drafting.ready(statementRef, queriedClaims, reason, actor);
    }

    /** Gives a draft up; {@link #releaseClaims} follows. */
    public void withdraw(String statementRef, Actor actor) {
        drafting.withdraw(statementRef, actor);
    }

    /** Takes a line off a statement that is not instructed yet; the next statement picks it up. Approvals given before are void. */
    public void queryLine(String statementRef, String claimRef, String reason, Actor actor) {
        drafting.queryLine(statementRef, claimRef, reason, actor);
    }

    /**
     * Approves a statement as it stands.
     *
     * @param step 1 or 2
     * @throws org.placewell.shared.Problem {@code four-eyes} naming the rule and who can, when the actor has had a hand in it
     */
    public void approve(String statementRef, int step, Actor actor) {
        approvals.approve(statementRef, step, actor);
    }

    /** Sends a statement back instead of approving it; the named lines leave it. {@link #voidApprovals} follows. */
    public void sendBack(String statementRef, int step, List<String> queriedClaims, String reason, Actor actor) {
        drafting.sendBack(statementRef, step, queriedClaims, reason, actor);
    }

    /** Makes a statement a draft again for which no approval counts. Repeatable. */
    public void voidApprovals(String statementRef) {
        drafting.voidApprovals(statementRef);
    }

    /** Ends a withdrawn statement and sets its claims free for the next one. Repeatable. */
    public void releaseClaims(String statementRef) {
        drafting.release(statementRef);
    }

    /** Instructs the payment of a statement approved twice: instructions, journals, schedule. Repeatable. */
    public void instructPayment(String statementRef) {
        instructing.instruct(statementRef);
    }

    /** Tells a statement's process, when every line of it has come in. */
    public void remitted(String statementRef) {
        instructing.matched(statementRef);
    }

    /** Marks a statement paid whose every line has come in, and its claims. Repeatable. */
    public void close(String statementRef) {
        instructing.close(statementRef);
    }

    /** Login names of those who cannot approve the statement as it stands. */
    public Set<String> excludedFromApproval(String statementRef) {
        return approvals.excluded(statementRef);
    }

    /** Login names of those who have approved the statement as it stands, or in whose stead it was done; empty for an unknown reference. */
    public Set<String> approvers(String statementRef) {
        return approvals.given(statementRef);
    }

    /** The contract a statement is drawn under, and its payer, for the work list. */
    public StatementView forWorkList(String statementRef) {
        return reader.one(statementRef, Actor.system());
    }

    /** The day by which a draft should be checked, a first approval given, a second approval given before the first expires. */
    public LocalDate deadline(String statementRef, StatementStep step) {
        return deadlines.of(store.get(statementRef), step);
    }

    /** The payment schedule of an instructed statement as CSV. */
    public Download schedule(String statementRef, Actor actor) {
        return reader.schedule(statementRef, actor);
    }

    /** A statement with its lines as CSV, for a spreadsheet. */
    public Download csv(String statementRef, Actor actor) {
        return StatementFiles.csv(reader.one(statementRef, actor));
    }

    /** A statement with its lines as an Excel workbook. */
    public Download xlsx(String statementRef, Actor actor) {
        return StatementFiles.xlsx(reader.one(statementRef, actor));
    }

    /** A statement on paper. */
    public Download pdf(String statementRef, Actor actor) {
        return StatementFiles.pdf(reader.one(statementRef, actor));
    }

    /**
     * Every breach of the laws of money that statements can show, in words; empty when all is well: instructions and ledger that
     * differ, missing instructions, approvals by the wrong people.
     */
    @Transactional(readOnly = true)
    public List<String> breaches() {
        return breaches.all();
    }
}
