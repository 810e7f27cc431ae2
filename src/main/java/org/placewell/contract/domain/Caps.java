package org.placewell.contract.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.placewell.shared.Pence;

/** Holds a price against the contract's ceilings. */
final class Caps {

    /**
     * A ceiling that the price would pass.
     *
     * @param why in words
     * @param opens the month from which another period's ceiling may apply; null when the ceiling is for good
     */
    record Full(String why, java.time.YearMonth opens) {}

    private final Terms terms;
    private final OutcomeRule rule;
    private final Uses uses;

    Caps(Terms terms, OutcomeRule rule, Uses uses) {
        this.terms = terms;
        this.rule = rule;
        this.uses = uses;
    }

    /** The first ceiling that would be passed by an outcome reached on that day; null when all hold. */
    Full reached(Pence price, List<PayerShare> shares, LocalDate on) {
        var limits = terms.limits();
        if (limits.people().isPresent() && !uses.personCounted() && uses.people() >= limits.people().getAsInt()) {
            return full("The contract pays for " + limits.people().getAsInt() + " people, and that many are reached");
        }
        if (full(rule.count(), uses.count(rule.code()))) {
            return full("The contract pays for " + rule.count().getAsInt() + " of '" + rule.title() + "', and that many are reached");
        }
        if (full(limits.outcomes(), limits.outcomes().isPresent() ? uses.count() : 0)) {
            return full("The contract pays for " + limits.outcomes().getAsInt() + " outcomes in all, and that many are reached");
        }
        if (rule.value() != null && passes(whole(), price, rule.value())) {
            return full(left("for '" + rule.title() + "'", rule.value(), whole()));
        }
        if (limits.total() != null && passes(uses.total(), price, limits.total())) {
            return full(left("in all", limits.total(), uses.total()));
        }
        var full = limits.payers().isEmpty() ? null : payers(shares);
        return full == null && !limits.periods().isEmpty() ? periods(price, on) : full;
    }

    private Full payers(List<PayerShare> shares) {
        for (var share : shares) {
            var limit = terms.limits().payers().get(share.payerId());
            if (limit == null || share.amount().isZero()) {
                continue;
            }
            var name = terms.payer(share.payerId()).map(Party::name).orElse(share.payerId());
            if (full(limit.count(), uses.payerCount(share.payerId()))) {
                return full(name + " pays its part of " + Words.count(limit.count().getAsInt(), "outcome") + ", and that many are reached");
            }
            if (passes(uses.payer(share.payerId()), share.amount(), limit.total())) {
                return full(left("from " + name, limit.total(), uses.payer(share.payerId())));
            }
        }
        return null;
    }

    private Full periods(Pence price, LocalDate on) {
        for (var period : terms.limits().periods()) {
            var start = period.every().startOf(on);
            int months = period.every().months();
            var ceiling = period.ceiling();
            var name = "the " + period.every().label() + " from 1 " + Words.day(start.atDay(1), null).substring(2);
            if (full(ceiling.count(), ceiling.count().isPresent() ? uses.countFrom(start, months) : 0)) {
                return new Full("The contract pays for " + Words.count(ceiling.count().getAsInt(), "outcome") + " of " + name
                        + ", and that many are reached", start.plusMonths(months));
            }
            if (ceiling.total() != null && passes(uses.from(start, months), price, ceiling.total())) {
                return new Full(left("for " + name, ceiling.total(), uses.from(start, months)), start.plusMonths(months));
            }
        }
        return null;
    }

    /** How much has been charged for all parts of the outcome. */
    private Pence whole() {
        var sum = uses.value(rule.code());
        if (rule.stage() != null) {
            for (var other : terms.outcomes()) {
                if (other.whole().equals(rule.whole()) && !other.code().equals(rule.code())) {
                    sum = sum.plus(uses.value(other.code()));
                }
            }
        }
        return sum;
    }

    private static boolean full(OptionalInt limit, int used) {
        return limit.isPresent() && used >= limit.getAsInt();
    }

    private static boolean passes(Pence used, Pence more, Pence limit) {
        return limit != null && used.plus(more).compareTo(limit) > 0;
    }

    private static Full full(String why) {
        return new Full(why, null);
    }

    private static String left(String what, Pence limit, Pence used) {
        return "The contract pays no more than " + limit + " " + what + ", of which " + limit.minus(used) + " is left";
    }
}
