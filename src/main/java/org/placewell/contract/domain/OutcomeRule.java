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
 * @param excludedIncome kinds of pay that earnings do not count
 * @param supplyChainCounts whether a job with an organisation that is paid under the contract counts
 * @param latest the last day on which the outcome may be reached, or null for none
 * @param everyMonths with {@link OncePer#MONTHS}, how many months lie between two payments for the same person; else 0
 * @param insteadOf the code of the outcome that is not paid as well as this one, or null
 * @param shares who pays which part
 * @param claimWithin how long after the day on which it is reached the outcome may be claimed
 * @param attempts how often evidence may be sent in, the first time included
 * @param stage which part-payment of an outcome this is, or null when it is paid at once
 * @param count how many of this outcome may be paid in all
 * @param value how much may be paid for this outcome in all, or null
 * @param published the metric as printed, or empty when nothing is published
 * @param note how this rule settles what the print leaves open
 */
public record OutcomeRule(
        String code, String title, Pence pays, boolean illustrative, List<PriceStep> steps, Metric metric, List<WorkKind> excluded,
        List<IncomeKind> excludedIncome, boolean supplyChainCounts, Latest latest, OncePer oncePer, int everyMonths, String insteadOf,
        List<Share> shares, ShownBy shownBy, Span claimWithin, int attempts, Stage stage, OptionalInt count, Pence value, String published,
        String note) {

    public OutcomeRule {
        steps = List.copyOf(steps);
        excluded = List.copyOf(excluded);
        excludedIncome = List.copyOf(excludedIncome);
        shares = List.copyOf(shares);
    }

    /** The same rule at another price. */
    public OutcomeRule paying(Pence price) {
        return new OutcomeRule(code, title, price, illustrative, steps, metric, excluded, excludedIncome, supplyChainCounts, latest, oncePer,
                everyMonths, insteadOf, shares, shownBy, claimWithin, attempts, stage, count, value, published, note);
    }

    /** The code of the whole outcome: its own, or that of the outcome which this is a part-payment of. */
    public String whole() {
        return stage == null ? code : stage.of();
    }

    /** How often it is paid, as a sentence says it: {@code once per referral}, {@code once in 12 months}. */
    public String oncePerLabel() {
        return oncePer == OncePer.MONTHS ? "once in " + Words.count(everyMonths, "month") + " for each person" : oncePer.label();
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
        JOB("once per job"),
        /** Once per person within so many months, see {@link OutcomeRule#everyMonths}. */
        MONTHS("once in so many months");

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
     * One part-payment of an outcome.
     *
     * @param of the code of the outcome as the terms file names it; the first part has it as its own code, too
     * @param number 1 for the first part
     * @param count how many parts there are
     */
    public record Stage(String of, int number, int count) {}

    /**
     * A last day for the outcome: so long after something.
     *
     * @param anchor {@code referral}, {@code acceptance}, {@code job} (the job's own start) or the code of another outcome
     */
    public record Latest(Span span, String anchor) {}
}
