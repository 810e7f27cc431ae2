package org.placewell.evidence;

import java.util.List;
import org.placewell.contract.domain.Decision;
import org.placewell.contract.domain.OutcomeRule;
import org.placewell.contract.domain.Terms;

/** Tells which outcomes a person has not reached yet and still may; the room that keeps the claims implements it. */
public interface OutcomesAhead {

    /** The outcomes ahead of a referral under the contract version that holds for it, in the order of the terms. */
    List<Ahead> of(String referralRef);

    /**
     * One outcome ahead.
     *
     * @param decision the calculator's answer of today: not yet
     * @param jobs the jobs that it would rest on as things stand; empty while there is none
     */
    record Ahead(Terms terms, OutcomeRule rule, Decision decision, List<JobFact> jobs) {}
}
