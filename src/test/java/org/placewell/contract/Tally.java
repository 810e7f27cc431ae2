package org.placewell.contract;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.placewell.contract.domain.Decision;
import org.placewell.contract.domain.OutcomeRule;
import org.placewell.contract.domain.Terms;
import org.placewell.contract.domain.Uses;
import org.placewell.contract.domain.Uses.Claimed;
import org.placewell.contract.domain.Uses.Used;
import org.placewell.shared.Pence;

/** What has been claimed under a contract so far, counted apart from the product, and whether every ceiling still holds. */
final class Tally {

    private final Map<String, Used> outcomes = new HashMap<>();
    private final Map<String, Pence> payers = new HashMap<>();
    private final Map<String, Integer> payerCounts = new HashMap<>();
    private final Map<YearMonth, Pence> months = new HashMap<>();
    private final Map<YearMonth, Integer> monthCounts = new HashMap<>();
    private int people;

    /** What the calculator is told about a person with these claims. */
    Uses uses(List<Claimed> own) {
        return new Uses(people, !own.isEmpty(), outcomes, payers, payerCounts, months, monthCounts, own);
    }

    /** Counts a payable decision. */
    void add(Decision decision, boolean firstOfPerson) {
        people += firstOfPerson ? 1 : 0;
        outcomes.merge(decision.outcome(), new Used(1, decision.amount()), (a, b) -> new Used(a.count() + 1, a.value().plus(b.value())));
        for (var share : decision.shares()) {
            payers.merge(share.payerId(), share.amount(), Pence::plus);
            payerCounts.merge(share.payerId(), share.amount().isZero() ? 0 : 1, Integer::sum);
        }
        var month = YearMonth.from(decision.windowTo());
        months.merge(month, decision.amount(), Pence::plus);
        monthCounts.merge(month, 1, Integer::sum);
    }

    /** How much has been charged in all. */
    long total() {
        return outcomes.values().stream().mapToLong(used -> used.value().amount()).sum();
    }

    /** How many outcomes have been charged. */
    int count() {
        return outcomes.values().stream().mapToInt(Used::count).sum();
    }

    /** How many people have been counted. */
    int people() {
        return people;
    }

    /** Whether one more payment of this decision, for somebody counted already or not, would keep every ceiling. */
    boolean hasRoom(Terms terms, OutcomeRule rule, Decision decision, boolean counted) {
        var limits = terms.limits();
        var used = outcomes.getOrDefault(rule.code(), new Used(0, Pence.ZERO));
        boolean room = (counted || limits.people().isEmpty() || people < limits.people().getAsInt())
                && (limits.outcomes().isEmpty() || count() < limits.outcomes().getAsInt())
                && fits(total(), decision.amount(), limits.total())
                && (rule.count().isEmpty() || used.count() < rule.count().getAsInt())
                && fits(ofWhole(terms, rule), decision.amount(), rule.value());
        for (var share : decision.shares()) {
            var ceiling = limits.payer(share.payerId());
            room &= fits(payers.getOrDefault(share.payerId(), Pence.ZERO).amount(), share.amount(), ceiling.total());
            room &= share.amount().isZero() || ceiling.count().isEmpty() || payerCounts.getOrDefault(share.payerId(), 0) < ceiling.count().getAsInt();
        }
        for (var period : limits.periods()) {
            room &= fits(inPeriod(decision.windowTo(), period.every().months()), decision.amount(), period.ceiling().total());
            room &= period.ceiling().count().isEmpty()
                    || countInPeriod(decision.windowTo(), period.every().months()) < period.ceiling().count().getAsInt();
        }
        return room;
    }

    /** Whether what was counted passes no ceiling. */
    boolean holds(Terms terms) {
        var limits = terms.limits();
        boolean holds = (limits.people().isEmpty() || people <= limits.people().getAsInt())
                && (limits.outcomes().isEmpty() || count() <= limits.outcomes().getAsInt()) && within(total(), limits.total());
        for (var rule : terms.outcomes()) {
            var used = outcomes.getOrDefault(rule.code(), new Used(0, Pence.ZERO));
            holds &= (rule.count().isEmpty() || used.count() <= rule.count().getAsInt()) && within(ofWhole(terms, rule), rule.value());
        }
        for (var payer : terms.payers()) {
            var ceiling = limits.payer(payer.id());
            holds &= within(payers.getOrDefault(payer.id(), Pence.ZERO).amount(), ceiling.total());
            holds &= ceiling.count().isEmpty() || payerCounts.getOrDefault(payer.id(), 0) <= ceiling.count().getAsInt();
        }
        for (var month : months.keySet()) {
            for (var period : limits.periods()) {
                holds &= within(inPeriod(month.atDay(1), period.every().months()), period.ceiling().total());
                holds &= period.ceiling().count().isEmpty()
                        || countInPeriod(month.atDay(1), period.every().months()) <= period.ceiling().count().getAsInt();
            }
        }
        return holds;
    }

    /** What was charged for an outcome and, when it is paid in parts, for all its parts: they share its ceiling of money. */
    private long ofWhole(Terms terms, OutcomeRule rule) {
        return terms.outcomes().stream().filter(other -> other.whole().equals(rule.whole()))
                .mapToLong(other -> outcomes.getOrDefault(other.code(), new Used(0, Pence.ZERO)).value().amount()).sum();
    }

    private long inPeriod(LocalDate day, int length) {
        return months.entrySet().stream().filter(one -> same(one.getKey(), day, length)).mapToLong(one -> one.getValue().amount()).sum();
    }

    private int countInPeriod(LocalDate day, int length) {
        return monthCounts.entrySet().stream().filter(one -> same(one.getKey(), day, length)).mapToInt(Map.Entry::getValue).sum();
    }

    /** Periods are counted from April. */
    private static boolean same(YearMonth month, LocalDate day, int length) {
        return period(month, length) == period(YearMonth.from(day), length);
    }

    private static int period(YearMonth month, int length) {
        return (12 * month.getYear() + month.getMonthValue() - 4) / length;
    }

    private static boolean fits(long used, Pence more, Pence limit) {
        return limit == null || used + more.amount() <= limit.amount();
    }

    private static boolean within(long used, Pence limit) {
        return limit == null || used <= limit.amount();
    }
}
