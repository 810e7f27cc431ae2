package org.placewell.contract.domain;

import java.time.LocalDate;
import java.util.List;
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
        if (rule.count().isPresent() && uses.count(rule.code()) >= rule.count().getAsInt()) {
            return full("The contract pays for " + rule.count().getAsInt() + " of '" + rule.title() + "', and that many are reached");
        }
        if (passes(uses.value(rule.code()), price, rule.value())) {
            return full(left("for '" + rule.title() + "'", rule.value(), uses.value(rule.code())));
        }
        if (passes(uses.total(), price, limits.total())) {
            return full(left("in all", limits.total(), uses.total()));
        }
        for (var share : shares) {
            var limit = limits.payer(share.payerId()).total();
            if (passes(uses.payer(share.payerId()), share.amount(), limit)) {
                return full(left("from " + terms.payer(share.payerId()).map(Party::name).orElse(share.payerId()), limit, uses.payer(share.payerId())));
            }
        }
        for (var period : limits.periods()) {
            var start = period.every().startOf(on);
            var used = uses.from(start, period.every().months());
            if (passes(used, price, period.ceiling().total())) {
                return new Full(left("for the " + period.every().label() + " from 1 " + Words.day(start.atDay(1), null).substring(2), period.ceiling().total(), used),
                        start.plusMonths(period.every().months()));
            }
        }
        return null;
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
