package org.placewell.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.placewell.contract.domain.Calculator;
import org.placewell.contract.domain.Decision;
import org.placewell.contract.domain.Facts;
import org.placewell.contract.domain.Metric;
import org.placewell.contract.domain.OutcomeRule;
import org.placewell.contract.domain.Terms;
import org.placewell.contract.domain.Uses;
import org.placewell.support.Trials;

@Tag("properties")
@DisplayName("More evidence and more work under random terms")
class MorePropertiesTest {

    @Test
    @DisplayName("One thing more on record never makes a payable outcome unpayable, nor later")
    void more() {
        Trials.run("more evidence never harms", (random, seed) -> {
            var terms = RandomTerms.open(new Random(Math.floorDiv(seed, 8)));
            var facts = new RandomFacts(random).next();
            var more = new MoreFacts(random, facts).next();
            for (var rule : terms.outcomes()) {
                var before = Calculator.decide(terms, rule.code(), facts, Uses.none());
                if (before.isPayable() && (!hasBand(rule.metric()) || facts.jobs().equals(more.jobs())
                        || isLater(rule.metric(), facts, more, before))) {
                    var after = occurrence(terms, rule, more, before);
                    assertThat(isHarmless(terms, rule, facts, more, before, after)).as("%s%n%s%n%s%n%s%n%s", rule, facts, more, before, after)
                            .isTrue();
                }
            }
        });
    }

    @Test
    @DisplayName("A break that was none, so many weeks more in work, does not take so many of that many weeks away")
    void breakThatWasNone() {
        var terms = TestTerms.read(TestTerms.resourceText("/everything.yaml").replace("hours-per-week: { from: 7, measured: every-week }",
                "hours-per-week: { from: 23, measured: on-average }"));
        var away = facts("J-1 2026-02-02 12h 24h@2026-02-23 break=2026-02-16..2026-02-22 day1");
        var there = facts("J-1 2026-02-02 12h 24h@2026-02-23 day1");
        var before = Calculator.decide(terms, "thirteen-in-sixteen", away, Uses.none());
        assertThat(before.windowTo()).isBeforeOrEqualTo("2026-05-24");
        assertThat(Calculator.decide(terms, "thirteen-in-sixteen", there, Uses.none()).windowTo()).isBeforeOrEqualTo(before.windowTo());
    }

    @Test
    @DisplayName("A few hours just before a job move its weeks, so that a job of just so many weeks misses them; a day between, or any hours, and it does not")
    void lowHoursBefore() {
        var job = "J-1 2026-02-04..2026-02-17 20h";
        var band = OneRule.when("weeks-in-work: { count: 2, within: 2, hours-per-week: { from: 16, measured: every-week }, jobs: any, "
                + "breaks: none }");
        assertThat(band.at(job, "2026-02-20").windowTo()).isEqualTo("2026-02-17");
        assertThat(band.at(job + " | J-0 2026-02-02..2026-02-03 4h", "2026-02-20").isPayable()).isFalse();
        assertThat(band.at(job + " | J-0 2026-02-01..2026-02-02 4h", "2026-02-20").windowTo()).isEqualTo("2026-02-17");
        assertThat(band.at(job.replace("2026-02-17", "2026-02-22") + " | J-0 2026-02-02..2026-02-03 4h", "2026-02-24").windowTo())
                .isEqualTo("2026-02-22");
        var any = OneRule.when("weeks-in-work: { count: 2, within: 2, hours-per-week: any, jobs: any, breaks: none }");
        assertThat(any.at(job + " | J-0 2026-02-02..2026-02-03 4h", "2026-02-20").windowTo()).isEqualTo("2026-02-15");
    }

    private static Facts facts(String jobs) {
        return new Facts(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 1, 9), List.of(), null, Example.jobs(jobs), List.of(), LocalDate.of(2026, 5, 30));
    }

    /**
     * Whether what is on record more does no harm. Reached earlier, the time for claiming runs from that earlier day: then it
     * must have been payable between that day and the other. What counts from another outcome moves with that outcome.
     */
    private static boolean isHarmless(Terms terms, OutcomeRule rule, Facts facts, Facts more, Decision before, Decision after) {
        if (after.isPayable()) {
            return !after.windowTo().isAfter(before.windowTo());
        }
        if (after.text().contains("is paid instead")) {
            return true;
        }
        if (countsFromOther(terms, rule) && (after.windowTo() != null || moved(terms, rule, facts, more))) {
            return true;
        }
        if (after.windowTo() != null && after.windowTo().isBefore(before.windowTo())) {
            return after.windowTo().datesUntil(before.windowTo()).anyMatch(day -> occurrence(terms, rule, more.asOf(day), before).isPayable());
        }
        return false;
    }

    private static boolean countsFromOther(Terms terms, OutcomeRule rule) {
        return terms.outcomes().stream().anyMatch(other -> rule.toString().contains("anchor=" + other.code() + "]")
                || rule.toString().contains("anchor=" + other.code() + ","));
    }

    /** Whether the day changed of something that the rule counts from. */
    private static boolean moved(Terms terms, OutcomeRule rule, Facts facts, Facts more) {
        return terms.outcomes().stream().filter(other -> other != rule).anyMatch(other -> {
            var was = Calculator.decide(terms, other.code(), facts, Uses.none());
            var is = Calculator.decide(terms, other.code(), more, Uses.none());
            return !java.util.Objects.equals(was.windowTo(), is.windowTo());
        });
    }

    private static Decision occurrence(Terms terms, OutcomeRule rule, Facts facts, Decision before) {
        var all = Calculator.decideAll(terms, rule.code(), facts, Uses.none());
        return all.stream().filter(one -> one.occurrence().equals(before.occurrence())).findFirst().orElse(all.get(0));
    }

    /** Whether all that is more is a job that began on or after the first day counted, of weeks with a lower boundary only and no breaks. */
    private static boolean isLater(Metric metric, Facts facts, Facts more, Decision before) {
        var further = new java.util.ArrayList<>(more.jobs());
        boolean adds = further.removeIf(job -> job.jobRef().equals("J-NEW") && !job.start().isBefore(before.windowFrom()));
        return metric instanceof Metric.Weeks weeks && weeks.hours().below() == Integer.MAX_VALUE && weeks.breakDays() == 0
                && adds && further.equals(facts.jobs());
    }

    /**
     * With an upper boundary more hours can rightly lead out of a band; and as weeks are counted from the start of the work,
     * work before it, at fewer hours, moves the weeks (ADR 0012).
     */
    private static boolean hasBand(Metric metric) {
        if (metric instanceof Metric.AnyOf any) {
            return any.parts().stream().anyMatch(MorePropertiesTest::hasBand);
        }
        if (metric instanceof Metric.AllOf all) {
            return all.parts().stream().anyMatch(MorePropertiesTest::hasBand);
        }
        if (metric instanceof Metric.InTime inTime) {
            return hasBand(inTime.what());
        }
        return metric instanceof Metric.Weeks weeks && !weeks.hours().any()
                || metric instanceof Metric.Days days && days.hours().below() != Integer.MAX_VALUE;
    }
}
