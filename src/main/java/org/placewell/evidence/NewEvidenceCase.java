package org.placewell.evidence;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * A claim that needs evidence, with all that the checks and the validator have to know of it: they see the claim in hand and
 * nothing else of the person's record.
 *
 * @param outcomeName the outcome in the contract's words
 * @param ruleSentence the payment rule as the contract's sentence
 * @param amountPence what the claim is worth
 * @param team the employment team of the referral; may be null
 * @param specialist the login name of the employment specialist, who gathers the evidence
 * @param recorders the login names of everybody who recorded a fact the claim rests on; they never review it
 * @param clientName the person's name, to compare with the papers
 * @param windowFrom the first day the outcome speaks of
 * @param windowTo the last day the outcome speaks of
 * @param claimBy the last day on which evidence may be sent in
 * @param jobs the jobs the claim rests on; empty for outcomes without a job
 */
public record NewEvidenceCase(
        String claimRef, String referralRef, String contractRef, int contractVersion, String outcomeCode, String outcomeName,
        String ruleSentence, long amountPence, String team, String specialist, Set<String> recorders, String clientName,
        LocalDate windowFrom, LocalDate windowTo, LocalDate claimBy, List<JobFact> jobs, EvidenceRequirements requirements) {

    public NewEvidenceCase {
        recorders = Set.copyOf(recorders);
        jobs = List.copyOf(jobs);
    }
}
