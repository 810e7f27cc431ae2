package org.placewell.contract.domain;

import java.util.List;
import java.util.OptionalInt;
import org.placewell.shared.Pence;

/**
 * One payment rule: who pays whom how much, for what, shown by what, by when and up to how much.
 *
 * @param code stable, such as {@code job-start}
 * @param title short name on screen
 * @param pays the price of one outcome, before any step
 * @param illustrative true when the price is not published and stands in for the real one
 * @param steps other prices from a certain number of outcomes on, in rising order
 * @param metric what has to have happened
 * @param excluded kinds of work that never count
 * @param supplyChainCounts whether a job with an organisation that is paid under the contract counts
 * @param latest the last day on which the outcome may be reached, or null for none
 * @param insteadOf the code of the outcome that is not paid as well as this one, or null
 * @param shares who pays which part
 * @param claimWithinMonths how long after the day on which it is reached the outcome may be claimed
 * @param count how many of this outcome may be paid in all
 * @param value how much may be paid for this outcome in all, or null
 * @param published the metric as printed, or empty when nothing is published
 * @param note how this rule settles what the print leaves open
 */
public record OutcomeRule(
        String code, String title, Pence pays, boolean illustrative, List<PriceStep> steps, Metric metric, List<WorkKind> excluded,
        boolean supplyChainCounts, Latest latest, OncePer oncePer, String insteadOf, List<Share> shares, ShownBy shownBy,
        int claimWithinMonths, OptionalInt count, Pence value, String published, String note) {

    public OutcomeRule {
        steps = List.copyOf(steps);
        excluded = List.copyOf(excluded);
        shares = List.copyOf(shares);
    }

    /** The price of the next outcome when so many have been claimed already. */
    public Pence priceAfter(int claimed) {
        var price = pays;
        for (var step : steps) {
            if (claimed >= step.after()) {
                price = step.pays();
            }
        }
        return price;
    }

    /** How often one rule may pay. */
    public enum OncePer {
        REFERRAL("once per referral"),
        CLIENT("once per person"),
        JOB("once per job");

        private final String label;

        OncePer(String label) {
            this.label = label;
        }

        /** As a sentence says it. */
        public String label() {
            return label;
        }
    }

    /** From the outcome after the first {@code after} ones, each pays this price. */
    public record PriceStep(int after, Pence pays) {}

    /**
     * A last day for the outcome: so many months after something.
     *
     * @param anchor {@code referral}, {@code acceptance}, {@code job} (the job's own start) or the code of another outcome
     */
    public record Latest(int months, String anchor) {}
}
