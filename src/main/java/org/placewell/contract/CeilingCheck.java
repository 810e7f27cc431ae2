package org.placewell.contract;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import org.placewell.contract.domain.Ceiling;
import org.placewell.contract.domain.OutcomeRule;
import org.placewell.contract.domain.PeriodLimit;
import org.placewell.contract.domain.Terms;
import org.placewell.contract.domain.Uses;
import org.placewell.shared.Pence;

/**
 * Holds the ceilings of a draft against what has been paid or promised already: one below that could never hold. Periods that
 * are over before the draft's first day are not its business.
 */
final class CeilingCheck {

    /**
     * A ceiling that is passed already.
     *
     * @param pointer where in the version it stands
     */
    record Passed(String pointer, String message) {}

    private final Terms draft;
    private final Uses used;
    private final List<Passed> passed = new ArrayList<>();

    private CeilingCheck(Terms draft, Uses used) {
        this.draft = draft;
        this.used = used;
    }

    static List<Passed> of(Terms draft, Uses used) {
        var check = new CeilingCheck(draft, used);
        check.all();
        return check.passed;
    }

    private void all() {
        var limits = draft.limits();
        count("/limits/people", "The ceiling of people", limits.people(), used.people());
        count("/limits/outcomes", "The ceiling of outcomes", limits.outcomes(), used.count());
        total("/limits/total", "The ceiling of the whole contract", limits.total(), used.total());
        limits.payers().forEach((payer, ceiling) -> ceiling("/limits/payers/" + payer, "The ceiling of '" + payer + "'", ceiling, used.payerCount(payer),
                used.payer(payer)));
        for (var rule : draft.outcomes()) {
            count("/outcomes/" + rule.code() + "/up-to/count", "The ceiling of '" + rule.title() + "'", rule.count(), used.count(rule.code()));
            total("/outcomes/" + rule.code() + "/up-to/total", "The ceiling of '" + rule.title() + "'", rule.value(), ofAllParts(rule));
        }
        limits.periods().forEach(this::period);
    }

    /** What has been charged for the outcome, in all the parts of its price. */
    private Pence ofAllParts(OutcomeRule rule) {
        return draft.outcomes().stream().filter(part -> part.whole().equals(rule.whole())).map(part -> used.value(part.code()))
                .reduce(Pence.ZERO, Pence::plus);
    }

    private void period(PeriodLimit limit) {
        var first = limit.every().startOf(draft.effective());
        var starts = new HashSet<YearMonth>();
        for (var month : used.months().keySet()) {
            var start = limit.every().startOf(month.atDay(1));
            if (!start.isBefore(first) && starts.add(start)) {
                ceiling("/limits/each/" + limit.every().label().replace(' ', '-'), "The ceiling of a " + limit.every().label(), limit.ceiling(),
                        used.countFrom(start, limit.every().months()), used.from(start, limit.every().months()));
            }
        }
    }

    private void ceiling(String pointer, String what, Ceiling ceiling, int count, Pence total) {
        count(pointer, what, ceiling.count(), count);
        total(pointer, what, ceiling.total(), total);
    }

    private void count(String pointer, String what, OptionalInt limit, int count) {
        if (limit.isPresent() && limit.getAsInt() < count) {
            passed.add(new Passed(pointer, what + " is " + limit.getAsInt() + ", but " + count + " are paid for or promised already. Choose " + count + " or more"));
        }
    }

    private void total(String pointer, String what, Pence limit, Pence total) {
        if (limit != null && limit.compareTo(total) < 0) {
            passed.add(new Passed(pointer, what + " is " + limit + ", but " + total + " is paid or promised already. Choose " + total + " or more"));
        }
    }
}
