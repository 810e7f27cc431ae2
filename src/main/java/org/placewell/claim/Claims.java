package org.placewell.claim;

import java.time.YearMonth;
import java.util.List;
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

    /** One claim that the actor may see: own caseload, own team, or a contract the actor validates or pays for. */
    public ClaimView visible(String claimRef, Actor actor) {
        throw new UnsupportedOperationException("being built");
    }

    /** One claim, for service tasks and rooms that have checked the right to see it. */
    public ClaimView get(String claimRef) {
        throw new UnsupportedOperationException("being built");
    }

    /** The claims the actor may see, newest first. */
    public List<ClaimView> list(ClaimFilter filter, Actor actor) {
        return List.of();
    }

    /** The claims of a referral, oldest first; the caller has checked the right to see the referral. */
    public List<ClaimView> ofReferral(String referralRef) {
        return List.of();
    }

    /** Why the claim is worth what it is; the facts only for those who may see the person's record. */
    public ClaimExplanation explanation(String claimRef, Actor actor) {
        throw new UnsupportedOperationException("being built");
    }

    /** Drafts the statement of one payer for one period (a month that has begun) and starts its approval; returns its reference. */
    public String draftStatement(String contractRef, String payer, YearMonth period, Actor actor) {
        throw new UnsupportedOperationException("being built");
    }

    /** The statements the actor may see, newest first, without their lines. */
    public List<StatementView> statements(Actor actor) {
        return List.of();
    }

    /** One statement with its lines. */
    public StatementView statement(String statementRef, Actor actor) {
        throw new UnsupportedOperationException("being built");
    }

    /** The payment schedule of an instructed statement as CSV. */
    public Download schedule(String statementRef, Actor actor) {
        throw new UnsupportedOperationException("being built");
    }

    /** Takes a line off a statement that is not instructed yet; the next statement picks it up. Approvals given before are void. */
    public void queryLine(String statementRef, String claimRef, String reason, Actor actor) {
        throw new UnsupportedOperationException("being built");
    }

    /** Reads a payer's remittance (CSV: statement,claim,amount; last line TOTAL,count,amount). The same file is read once. */
    public RemittanceResult importRemittance(String name, byte[] file, Actor actor) {
        throw new UnsupportedOperationException("being built");
    }

    /** The remittances, newest first. */
    public List<RemittanceResult> remittances(Actor actor) {
        return List.of();
    }

    /** Asks to take a claim's money back; somebody else in finance decides. @param reason a code of the form's list */
    public void requestReversal(String claimRef, String reason, String note, Actor actor) {
        throw new UnsupportedOperationException("being built");
    }

    /** Decides on a reversal that somebody else has asked for. */
    public void decideReversal(String claimRef, boolean approve, Actor actor) {
        throw new UnsupportedOperationException("being built");
    }

    /** Ledger lines, newest first. */
    public List<LedgerLine> ledger(LedgerFilter filter, Actor actor) {
        return List.of();
    }

    /** The caps of a contract and what is used of them. */
    public List<CapView> caps(String contractRef) {
        return List.of();
    }

    /** What was claimed and paid under a contract. */
    public ClaimTotals totals(String contractRef) {
        return new ClaimTotals(List.of(), List.of(), 0, 0, 0);
    }

    /**
     * Every breach of the laws of money, in words; empty when all is well: unbalanced journals, claims and ledger that differ,
     * amounts that do not recompute, missing instructions, caps passed.
     */
    public List<String> breaches() {
        return List.of();
    }
}
