package org.placewell.contract;

import java.util.Comparator;
import java.util.function.Function;
import org.placewell.contract.domain.Metric;
import org.placewell.contract.domain.OutcomeRule;
import org.placewell.contract.domain.Terms;

/** Checks that bands of hours fit together: exactly 16 hours is decided by the terms, never by accident. */
final class HoursBands {

    private final Terms terms;
    private final Function<OutcomeRule, Part> parts;

    HoursBands(Terms terms, Function<OutcomeRule, Part> parts) {
        this.terms = terms;
        this.parts = parts;
    }

    /** Rules that count the same weeks in different bands of hours must leave no hours out and have none in common. */
    void check() {
        var banded = terms.outcomes().stream().filter(rule -> rule.metric() instanceof Metric.Weeks weeks && !weeks.hours().any())
                .sorted(Comparator.comparingInt(rule -> weeks(rule).hours().from())).toList();
        for (int i = 0; i < banded.size(); i++) {
            for (int j = i + 1; j < banded.size(); j++) {
                if (sameWeeks(weeks(banded.get(i)), weeks(banded.get(j)))) {
                    pair(banded.get(i), banded.get(j));
                    break;
                }
            }
        }
    }

    private void pair(OutcomeRule lower, OutcomeRule upper) {
        var low = weeks(lower).hours();
        var high = weeks(upper).hours();
        var at = parts.apply(upper).get("when").get("weeks-in-work").get("hours-per-week");
        var bands = "the bands of '" + lower.title() + "' and '" + upper.title() + "' ";
        if (low.average() != high.average()) {
            at.wrong("Hours are measured in two ways: " + bands + "must be measured alike");
        } else if (low.below() > high.from()) {
            at.wrong("Some hours are in both: " + bands + "overlap from " + high.from() / 60 + " hours");
        } else if (low.below() < high.from() && terms.outcomes().stream().allMatch(rule -> parts.apply(rule).get("when").isSound())) {
            at.wrong("Some hours are in neither: " + bands + "leave out " + low.below() / 60 + " hours up to " + high.from() / 60);
        }
    }

    private static boolean sameWeeks(Metric.Weeks a, Metric.Weeks b) {
        return a.count() == b.count() && a.within() == b.within() && a.jobs().only().equals(b.jobs().only());
    }

    private static Metric.Weeks weeks(OutcomeRule rule) {
        return (Metric.Weeks) rule.metric();
    }
}
