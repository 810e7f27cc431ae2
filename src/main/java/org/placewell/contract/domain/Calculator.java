package org.placewell.contract.domain;

import java.time.YearMonth;
import java.util.List;
import org.placewell.shared.Pence;

/**
 * Prices outcomes: the only place where an amount to pay comes from. Pure: the same terms, facts and uses always give the
 * same decision, equal in every part.
 */
public final class Calculator {

    private Calculator() {}

    /**
     * Decides on one outcome. When a rule pays once per job, the answer is the first payable job, else the most advanced one;
     * {@link #decideAll} tells them all.
     *
     * @throws IllegalArgumentException when the version has no such outcome
     */
    public static Decision decide(Terms terms, String outcomeCode, Facts facts, Uses uses) {
        return Judge.first(Judge.all(terms, terms.rule(outcomeCode), facts, uses));
    }

    /** Decides on one outcome for each of its occurrences: one per job when the rule pays per job, else one. Never empty. */
    public static List<Decision> decideAll(Terms terms, String outcomeCode, Facts facts, Uses uses) {
        return Judge.all(terms, terms.rule(outcomeCode), facts, uses);
    }

    /** The service fees that are due for a calendar month: whole ones, when the month begins within the fee's life. */
    public static List<FeeDue> fees(Terms terms, YearMonth month) {
        var first = month.atDay(1);
        return terms.fees().stream().filter(fee -> !first.isBefore(fee.from()) && !first.isAfter(fee.until()))
                .map(fee -> new FeeDue(fee.code(), fee.pays(), Split.of(fee.pays(), fee.shares()))).toList();
    }

    /** A service fee for one month; the shares add up to the amount to the penny. */
    public record FeeDue(String code, Pence amount, List<PayerShare> shares) {}
}
