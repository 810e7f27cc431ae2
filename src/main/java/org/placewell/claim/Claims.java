package org.placewell.claim;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.placewell.security.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Claims, statements and the ledger: the room's only door. Claims open by themselves when facts change; people validate the
 * evidence, approve statements and match remittances. Reading takes the actor and finds only what that person may see.
 */
@Service
@Transactional
public class Claims {

    private final ClaimReader claims;
    private final Validating validating;
    private final Reversals reversals;
    private final Caps caps;
    private final Statements statements;
    private final StatementReader statementReader;
    private final Approvals approvals;
    private final Instructing instructing;
    private final Remittances remittances;
    private final LedgerReader ledger;
    private final Breaches breaches;
    private final StatementStore store;
    private final StatementDeadlines deadlines;

    Claims(ClaimReader claims, Validating validating, Reversals reversals, Caps caps, Statements statements, StatementReader statementReader,
            Approvals approvals, Instructing instructing, Remittances remittances, LedgerReader ledger, Breaches breaches, StatementStore store,
            StatementDeadlines deadlines) {
        this.claims = claims;
        this.validating = validating;
        this.reversals = reversals;
        this.caps = caps;
        this.statements = statements;
        this.statementReader = statementReader;
        this.approvals = approvals;
        this.instructing = instructing;
        this.remittances = remittances;
        this.ledger = ledger;
        this.breaches = breaches;
        this.store = store;
        this.deadlines = deadlines;
    }

    /** One claim that the actor may see: own caseload, own team, or a contract the actor validates or pays for. */
    public ClaimView visible(String claimRef, Actor actor) {
        return claims.visible(claimRef, actor);
    }

    /** One claim, for service tasks and rooms that have checked the right to see it. */
    public ClaimView get(String claimRef) {
        return claims.get(claimRef);
    }

    /** The claims the actor may see, newest first, without their shares. */
    public List<ClaimView> list(ClaimFilter filter, Actor actor) {
        return claims.list(filter, actor);
    }

    /** The claims of a referral, oldest first; the caller has checked the right to see the referral. */
    public List<ClaimView> ofReferral(String referralRef) {
        return claims.ofReferral(referralRef);
    }

    /** Why the claim is worth what it is; the facts only for those who may see the person's record. */
    public ClaimExplanation explanation(String claimRef, Actor actor) {
        return claims.explanation(claimRef, actor);
    }

    /** Reserves a validated claim's amount under every cap; false when there is no room or the facts no longer bear it. Repeatable. */
    public boolean reserveAmount(String claimRef) {
        return validating.reserve(claimRef);
    }

    /** Ends a claim whose evidence was not enough or not in time. Repeatable. */
    public void rejectClaim(String claimRef) {
        validating.reject(claimRef);
    }

    /** Draws whether a paid claim is checked again, by a recorded seed and the terms' one in so many. Repeatable. */
    public boolean drawSample(String claimRef) {
        return validating.drawSample(claimRef);
    }

    /** Asks for the reversal of a claim whose sample check failed; somebody in finance decides. Repeatable. */
    public void reverseAfterSample(String claimRef) {
        reversals.afterSample(claimRef);
    }

    /** Stops whoever is not finance for the contract: to everybody else it does not exist. */
    public void requireFinance(String contractRef, Actor actor) {
        statements.requireFinance(contractRef, actor);
    }

    /** Drafts the statement of one payer for one month that has begun and starts its approval; returns its reference. */
    public String draftStatement(String contractRef, String payer, YearMonth period, Actor actor) {
        return statements.draft(contractRef, payer, period, actor);
    }

    /** The statements the actor may see, newest first, without their lines and approvals. */
    public List<StatementView> statements(Actor actor) {
        return statementReader.list(actor);
    }

    /** What waits for a statement, by payer; of one contract, or with null of all that the actor sees. */
    public List<DueView> due(String contractRef, Actor actor) {
        return statementReader.due(contractRef, actor);
    }

    /** One statement with its lines. */
    public StatementView statement(String statementRef, Actor actor) {
        return statementReader.one(statementRef, actor);
    }

    /** The draft is right: the named lines leave it, the rest goes to the first approval. */
    public void markReady(String statementRef, List<String> queriedClaims, String reason, Actor actor) {
        statements.ready(statementRef, queriedClaims, reason, actor);
    }

    /** Gives a draft up; {@link #releaseClaims} follows. */
    public void withdraw(String statementRef, Actor actor) {
        statements.withdraw(statementRef, actor);
    }

    /** Takes a line off a statement that is not instructed yet; the next statement picks it up. Approvals given before are void. */
    public void queryLine(String statementRef, String claimRef, String reason, Actor actor) {
        statements.queryLine(statementRef, claimRef, reason, actor);
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
        statements.sendBack(statementRef, step, queriedClaims, reason, actor);
    }

    /** Makes a statement a draft again for which no approval counts. Repeatable. */
    public void voidApprovals(String statementRef) {
        statements.voidApprovals(statementRef);
    }

    /** Ends a withdrawn statement and sets its claims free for the next one. Repeatable. */
    public void releaseClaims(String statementRef) {
        statements.release(statementRef);
    }

    /** Instructs the payment of a statement approved twice: instructions, journals, schedule. Repeatable. */
    public void instructPayment(String statementRef) {
        instructing.instruct(statementRef);
    }

    /** Marks a statement paid whose every line has come in, and its claims. Repeatable. */
    public void closeStatement(String statementRef) {
        instructing.close(statementRef);
    }

    /** Login names of those who cannot approve the statement as it stands. */
    public Set<String> excludedFromApproval(String statementRef) {
        return approvals.excluded(statementRef);
    }

    /** The contract a statement is drawn under, and its payer, for the work list. */
    public StatementView statementForWorkList(String statementRef) {
        return statementReader.one(statementRef, Actor.system());
    }

    /** The day by which a draft should be checked, a first approval given, a second approval given before the first expires. */
    public LocalDate deadline(String statementRef, StatementStep step) {
        return deadlines.of(store.get(statementRef), step);
    }

    /** The payment schedule of an instructed statement as CSV. */
    public Download schedule(String statementRef, Actor actor) {
        return statementReader.schedule(statementRef, actor);
    }

    /** Reads a payer's remittance (CSV: statement,claim,amount; last line TOTAL,count,amount). The same file is read once. */
    public RemittanceResult importRemittance(String name, byte[] file, Actor actor) {
        return remittances.read(name, file, actor);
    }

    /** The remittances, newest first. */
    public List<RemittanceResult> remittances(Actor actor) {
        return remittances.list(actor);
    }

    /** Asks to take a claim's money back; somebody else in finance decides. @param reason a code of the form's list */
    public void requestReversal(String claimRef, String reason, String note, Actor actor) {
        reversals.request(claimRef, reason, note, actor);
    }

    /** Decides on a reversal that somebody else has asked for. */
    public void decideReversal(String claimRef, boolean approve, Actor actor) {
        reversals.decide(claimRef, approve, actor);
    }

    /** The reversals asked for, oldest first, of a claim the actor may see. */
    public List<ReversalView> reversals(String claimRef, Actor actor) {
        claims.visible(claimRef, actor);
        return reversals.of(claimRef);
    }

    /** Ledger lines, newest first. */
    public List<LedgerLine> ledger(LedgerFilter filter, Actor actor) {
        return ledger.lines(filter, actor);
    }

    /** What the accounts stand at, derived from the postings the filter selects. */
    public List<AccountBalance> balances(LedgerFilter filter, Actor actor) {
        return ledger.balances(filter, actor);
    }

    /** The caps of a contract and what is used of them. */
    public List<CapView> caps(String contractRef) {
        return caps.of(contractRef);
    }

    /** What was claimed and paid under a contract. */
    public ClaimTotals totals(String contractRef) {
        return ledger.totals(contractRef);
    }

    /**
     * Every breach of the laws of money, in words; empty when all is well: unbalanced journals, claims and ledger that differ,
     * amounts that do not recompute, missing instructions, caps passed.
     */
    @Transactional(readOnly = true)
    public List<String> breaches() {
        return breaches.all();
    }
}
