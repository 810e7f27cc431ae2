package org.placewell.contract.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.contract.TestTerms;
import org.placewell.contract.domain.Metric.Hours;
import org.placewell.contract.domain.Metric.JobsThatCount;
import org.placewell.contract.domain.OutcomeRule.Latest;
import org.placewell.contract.domain.Span.Unit;
import org.placewell.shared.Pence;

@DisplayName("The small rules that the larger ones rest on")
class SmallRulesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
    private static final Hours BAND = new Hours(960, Integer.MAX_VALUE, true);

    @Test
    @DisplayName("A cohort holds its youngest and its oldest age; without them, everybody")
    void ages() {
        var aged = new Cohort(OptionalInt.of(18), OptionalInt.of(65), "group", "a condition", true, List.of());
        assertThat(List.of(17, 18, 65, 66)).extracting(aged::admitsAge).containsExactly(false, true, true, false);
        var any = new Cohort(OptionalInt.empty(), OptionalInt.empty(), "group", "a condition", true, List.of());
        assertThat(List.of(0, 120)).extracting(any::admitsAge).containsExactly(true, true);
    }

    @Test
    @DisplayName("A length of time is never longer than its most days nor shorter than its least, whatever the day it counts from")
    void spans() {
        assertThat(new Span(3, Unit.WEEKS)).returns(21, Span::atLeastDays).returns(21, Span::atMostDays);
        assertThat(new Span(3, Unit.DAYS)).returns(3, Span::atLeastDays).returns(3, Span::atMostDays);
        assertThat(Span.months(3)).returns(84, Span::atLeastDays).returns(93, Span::atMostDays);
        assertThat(new Span(5, Unit.WORKING_DAYS)).returns(5, Span::atLeastDays).returns(20, Span::atMostDays);
        for (var unit : Unit.values()) {
            var span = new Span(4, unit);
            for (int day = 0; day < 800; day++) {
                var from = DAY.plusDays(day);
                assertThat(from.until(span.after(from), java.time.temporal.ChronoUnit.DAYS))
                        .isBetween((long) span.atLeastDays(), (long) span.atMostDays());
            }
        }
    }

    @Test
    @DisplayName("Hours are said in hours and minutes, without a part that is nothing")
    void hours() {
        assertThat(List.of(30, 59, 60, 61, 450, 960)).extracting(Words::hours)
                .containsExactly("30 minutes", "59 minutes", "1 hour", "1 hour 1 minute", "7 hours 30 minutes", "16 hours");
        assertThat(Words.list(List.of("a"), "and") + Words.list(List.of(), "and") + Words.list(List.of("b", "c", "d"), "or")).isEqualTo("ab, c or d");
        assertThat(Words.capital("")).isEmpty();
    }

    @Test
    @DisplayName("A share is said without needless noughts; a fixed one as its amount")
    void shares() {
        assertThat(List.of(4000, 525, 520, 505, 510, 9, 10_000)).extracting(points -> new Share("a", points, null).label())
                .containsExactly("40%", "5.25%", "5.2%", "5.05%", "5.1%", "0.09%", "100%");
        assertThat(new Share("a", 0, Pence.of(6000)).label()).isEqualTo("£60");
    }

    @Test
    @DisplayName("Pennies left over go to the largest remainders; among equal ones to the payer named first, also when its remainder is nothing at all")
    void split() {
        assertThat(Split.of(Pence.of(100), List.of(new Share("a", 3333, null), new Share("b", 3333, null), new Share("c", 3334, null))))
                .extracting(part -> part.amount().amount()).containsExactly(33L, 33L, 34L);
        assertThat(Split.of(Pence.of(1), List.of(new Share("a", 5000, null), new Share("b", 5000, null)))).extracting(part -> part.amount().amount())
                .containsExactly(1L, 0L);
        assertThat(Split.of(Pence.of(101), List.of(new Share("x", 0, Pence.of(100)), new Share("a", 10_000, null))))
                .extracting(part -> part.amount().amount())
                .containsExactly(100L, 1L);
    }

    @Test
    @DisplayName("Kinds of work and of evidence have the code that the terms file writes")
    void codes() {
        assertThat(WorkKind.SELF_EMPLOYED.code()).isEqualTo("self-employed");
        assertThat(EvidenceKind.PAYSLIPS_COVERING_WINDOW.code()).isEqualTo("payslips-covering-window");
    }

    @Test
    @DisplayName("A rule that the version does not have is named in the error")
    void unknownRule() {
        assertThatThrownBy(() -> TestTerms.of("mhep-haringey-barnet").rule("nothing")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("contract mhep-haringey-barnet version 1 pays for no outcome 'nothing'");
    }

    @Test
    @DisplayName("The band of a metric is its own, or that of the first of its parts that has one")
    void band() {
        var weeks = new Metric.Weeks(4, 4, BAND, JobsThatCount.ANY, 0);
        var days = new Metric.Days(4, Span.months(1), "", BAND, JobsThatCount.ANY);
        var kept = new Metric.Retained(4, 4, BAND, true, 0);
        assertThat(List.of(weeks, days, kept)).extracting(Metric::band).containsOnly(BAND);
        assertThat(Metric.band(new Metric.AllOf(List.of(new Metric.Profile(), new Metric.AnyOf(List.of(new Metric.Appointments(1),
                weeks)))))).isEqualTo(BAND);
        assertThat(Metric.band(new Metric.InTime(days, new Latest(Span.months(1), "referral")))).isEqualTo(BAND);
        assertThat(Metric.band(new Metric.AllOf(List.of(new Metric.Profile(), new Metric.Appointments(2))))).isSameAs(Hours.ANY);
    }

    @Test
    @DisplayName("A metric is about keeping a job when it, or any part of it, is")
    void retention() {
        var kept = new Metric.Retained(4, 4, Hours.ANY, true, 0);
        var profile = new Metric.Profile();
        assertThat(kept.isAboutRetention()).isTrue();
        assertThat(new Metric.AnyOf(List.of(profile, kept)).isAboutRetention()).isTrue();
        assertThat(new Metric.InTime(kept, new Latest(Span.months(1), "referral")).isAboutRetention()).isTrue();
        assertThat(new Metric.AnyOf(List.of(profile)).isAboutRetention()).isFalse();
        assertThat(profile.isAboutRetention()).isFalse();
        assertThat(TestTerms.of("the-link").paysForKeepingJobs()).isTrue();
        assertThat(TestTerms.of("mhep-haringey-barnet").paysForKeepingJobs()).isFalse();
    }

    @Test
    @DisplayName("Of several parts the first one reached counts; while none is, the earliest day and the first beginning of any of them")
    void any() {
        var late = Reach.reached(DAY, DAY.plusDays(9), "late");
        var soon = Reach.reached(DAY.plusDays(1), DAY.plusDays(3), "soon");
        assertThat(Reach.any(List.of(late, soon))).isSameAs(soon);
        assertThat(Reach.any(List.of(soon, late))).isSameAs(soon);
        var far = Reach.open(DAY.plusDays(2), DAY.plusDays(30), "far", "x");
        var near = Reach.waiting(DAY.plusDays(4), DAY.plusDays(20), "near", "y");
        var unknown = Reach.open(null, null, "unknown", "z");
        assertThat(List.of(Reach.any(List.of(far, near, unknown)), Reach.any(List.of(unknown, near, far)))).allSatisfy(reach -> {
            assertThat(reach.earliest()).isEqualTo(DAY.plusDays(20));
            assertThat(reach.from()).isEqualTo(DAY.plusDays(2));
            assertThat(reach.waits()).isTrue();
            assertThat(reach.lost()).isFalse();
        });
        assertThat(Reach.any(List.of(Reach.lost("a"), Reach.lost("b")))).returns(true, Reach::lost).returns(null, Reach::earliest);
        assertThat(Reach.any(List.of(Reach.lost("a"), far)).lost()).isFalse();
    }

    @Test
    @DisplayName("All parts: the last day of them; one that is lost loses all; one of unknown day leaves the day unknown")
    void all() {
        var first = Reach.reached(DAY.plusDays(2), DAY.plusDays(3), "first");
        var last = Reach.reached(DAY, DAY.plusDays(9), "last");
        assertThat(List.of(Reach.all(List.of(first, last)), Reach.all(List.of(last, first)))).allSatisfy(reach -> {
            assertThat(reach.to()).isEqualTo(DAY.plusDays(9));
            assertThat(reach.from()).isEqualTo(DAY);
        });
        var open = Reach.open(null, null, "open", "x");
        assertThat(Reach.all(List.of(first, open))).returns(null, Reach::to).returns(null, Reach::earliest).returns(DAY.plusDays(2), Reach::from);
        var lost = Reach.lost("gone");
        assertThat(Reach.all(List.of(open, lost))).isSameAs(lost);
    }
}
