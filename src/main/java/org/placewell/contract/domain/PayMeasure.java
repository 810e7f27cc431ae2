package org.placewell.contract.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.placewell.contract.domain.Facts.Earnings;
import org.placewell.contract.domain.Facts.JobSpell;
import org.placewell.shared.Pence;

/** Holds a rule about earnings against the pay of jobs that count. */
final class PayMeasure {

    private final Metric.Earned rule;
    private final List<IncomeKind> excluded;
    private final Time time;

    PayMeasure(Metric.Earned rule, List<IncomeKind> excluded, Time time) {
        this.rule = rule;
        this.excluded = excluded;
        this.time = time;
    }

    /** @param anchor the day that the time counts from, for a rule that does not count from a job's start */
    Reach of(List<JobSpell> jobs, LocalDate anchor) {
        Reach best = null;
        long most = 0;
        for (var begun : jobs) {
            var from = time.later(anchor == null ? begun.start() : anchor);
            var until = anchor == null ? rule.within().after(begun.start()).minusDays(1) : rule.within().after(anchor);
            var pay = pay(rule.jobs().one() ? List.of(begun) : jobs, from, until);
            long sum = 0;
            for (var one : pay) {
                sum = Math.addExact(sum, one.amount().amount());
                if (sum >= rule.amount().amount() && !one.to().isBefore(time.notBefore()) && (best == null || one.to().isBefore(best.to()))) {
                    best = Reach.reached(from, one.to(), rule.amount() + " earned since " + Words.day(from, time.asOf()));
                    break;
                }
            }
            most = Math.max(most, sum);
        }
        if (best != null) {
            return best;
        }
        long left = Math.max(0, rule.amount().amount() - most);
        return Reach.open(jobs.get(0).start(), null, Pence.of(most) + " of " + rule.amount() + " earned" + leftOut(jobs),
                "pay of " + Pence.of(left) + " more");
    }

    /** The pay periods that lie within the time altogether, in the order of their last days. */
    private List<Earnings> pay(List<JobSpell> jobs, LocalDate from, LocalDate until) {
        var pay = new ArrayList<Earnings>();
        for (var job : jobs) {
            for (var one : job.earnings()) {
                if (!one.from().isBefore(from) && !one.to().isAfter(until) && !one.to().isAfter(time.asOf()) && !excluded.contains(one.kind())) {
                    pay.add(one);
                }
            }
        }
        pay.sort(Comparator.comparing(Earnings::to));
        return pay;
    }

    private String leftOut(List<JobSpell> jobs) {
        var kinds = new ArrayList<String>(0);
        for (var job : jobs) {
            for (var one : job.earnings()) {
                if (excluded.contains(one.kind()) && !kinds.contains(one.kind().label())) {
                    kinds.add(one.kind().label());
                }
            }
        }
        return kinds.isEmpty() ? "" : ", " + Words.list(kinds, "and") + " not counted";
    }
}
