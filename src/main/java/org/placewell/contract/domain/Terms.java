package org.placewell.contract.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One version of one contract, as read from its terms file: immutable, and all that a payment may rest on.
 *
 * @param contract the contract's reference
 * @param version 1, 2, 3 … in the order of the effective dates
 * @param effective the first day on which a referral is pinned to this version
 * @param appliesToOpenReferrals whether referrals that are open on the first day move to this version, but for what they have reached
 *     before it; otherwise only referrals from that day on are under it
 * @param referralsUntil the last day on which referrals are taken, or null for no such day
 * @param source where the published part comes from, such as a public register's number
 * @param note what the print leaves open and how this version settles it
 * @param payers in the order of the file, which breaks ties when pennies are shared out
 * @param trial how referrals are allocated at random to support or usual care, or null when the programme is no trial
 * @param practice how the service works beyond its deadlines
 */
public record Terms(
        String contract, String title, String source, int version, LocalDate effective, boolean appliesToOpenReferrals,
        LocalDate referralsUntil, String note, Party payee, Party provider, List<Party> payers, Cohort cohort,
        Limits limits, Trial trial, Deadlines deadlines, Practice practice, Sampling sampling,
        Approving approving, List<OutcomeRule> outcomes, List<ServiceFee> fees) {

    public Terms {
        payers = List.copyOf(payers);
        outcomes = List.copyOf(outcomes);
        fees = List.copyOf(fees);
    }

    /** The rule with that code; empty when the version has no such outcome. */
    public Optional<OutcomeRule> outcome(String code) {
        for (var rule : outcomes) {
            if (rule.code().equals(code)) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    /**
     * The rule with that code.
     *
     * @throws IllegalArgumentException when the version has no such outcome
     */
    public OutcomeRule rule(String code) {
        return outcome(code).orElseThrow(() ->
                new IllegalArgumentException("contract " + contract + " version " + version + " pays for no outcome '" + code + "'"));
    }

    /** The same version with other payment rules. */
    public Terms with(List<OutcomeRule> rules) {
        return new Terms(contract, title, source, version, effective, appliesToOpenReferrals, referralsUntil, note, payee, provider, payers, cohort,
                limits, trial, deadlines, practice, sampling, approving, rules, fees);
    }

    /** Whether an outcome is keeping the job held when referred, or going back to it. */
    public boolean paysForKeepingJobs() {
        return outcomes.stream().anyMatch(rule -> rule.metric().isAboutRetention());
    }

    /** Whether keeping a job is the only work that is paid for, so that somebody without one cannot reach any outcome in work. */
    public boolean onlyKeepsJobs() {
        return paysForKeepingJobs() && outcomes.stream().noneMatch(rule -> rule.metric().isAboutNewWork());
    }

    /**
     * Whether a job that a person has when referred is what is at stake: it is where keeping it is paid for. Referrals do not ask about it, and
     * elsewhere somebody in work may simply look for another job.
     */
    public boolean jobAtRisk(boolean outOfWork) {
        return !outOfWork && paysForKeepingJobs();
    }

    /** The payer with that id; empty when there is none. */
    public Optional<Party> payer(String id) {
        for (var payer : payers) {
            if (payer.id().equals(id)) {
                return Optional.of(payer);
            }
        }
        return Optional.empty();
    }

    /** Contract and version in one word, as the audit record and stored explanations name them: {@code mhep-tower-hamlets-ld/v1}. */
    public String key() {
        return contract + "/v" + version;
    }
}
