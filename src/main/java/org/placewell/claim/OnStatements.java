package org.placewell.claim;

import java.util.Map;

/**
 * What the room of claims has to know of the statements above it. Statements are locked before claims, everywhere, so that
 * nobody waits crosswise.
 */
public interface OnStatements {

    /** Locks the statements that a claim's lines are on, until the transaction ends. */
    void lock(String claimRef);

    /** Whether a claim is on a statement, or a payer has been asked to pay for it. */
    boolean holds(String claimRef);

    /**
     * Takes a claim's lines off the statements in preparation.
     *
     * @throws org.placewell.shared.Problem.Stale when its payment is being instructed at this moment
     */
    void takeOff(String claimRef, String reason);

    /** Where a claim's shares stand, by payer; a payer that no statement has heard of is missing. */
    Map<String, Standing> of(String claimRef);

    /** @param statementRef the statement a share is on, or null; @param queried whether it was taken off one with a question */
    record Standing(String statementRef, boolean queried) {}
}
