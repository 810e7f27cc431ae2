package org.placewell.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.contract.domain.Calculator;
import org.placewell.contract.domain.Decision;
import org.placewell.contract.domain.Decision.Kind;
import org.placewell.contract.domain.Facts;
import org.placewell.contract.domain.Uses;
import org.placewell.contract.domain.Uses.Claimed;
import org.placewell.shared.Pence;

@DisplayName("Which of several answers is given, and what earlier claims and ceilings do to them")
class AnswersTest {

    private static final OneRule AGAIN = OneRule.when("paid-competitive-work: { full-days: 1 }", "once-per: 6 months");
    private static final OneRule EACH_JOB = OneRule.when("weeks-in-work: { count: 2, within: 2, hours-per-week: any, jobs: one, breaks: none }", "once-per: job");
    private static final String JOB = "J-1 2026-01-12 20h day1";

    @Test
    @DisplayName("Paid again and again: the next time is one more than the highest number claimed; an occurrence without a number is the first")
    void nextTime() {
        assertThat(AGAIN.at(JOB, "2026-02-01", claims(once("2", "2026-01-06"), once("1", "2026-01-05"))).occurrence()).isEqualTo("3");
        assertThat(AGAIN.at(JOB, "2026-02-01", claims(once("1", "2026-01-05"), once("2", "2026-01-06"))).occurrence()).isEqualTo("3");
        assertThat(AGAIN.at(JOB, "2026-02-01", claims(once("J-1", "2026-01-06"))).occurrence()).isEqualTo("2");
        assertThat(AGAIN.at(JOB, "2026-02-01", claims(new Claimed("other", "7", true, LocalDate.of(2026, 1, 6)))).occurrence()).isEqualTo("1");
    }

    @Test
    @DisplayName("Paid again and again: the time runs from the last of the claims, in whatever order they come, also when one has no day")
    void lastTime() {
        var early = once("1", "2026-01-05");
        var late = once("2", "2026-01-20");
        var dateless = new Claimed("it", "3", true);
        for (var claims : List.of(claims(early, late), claims(late, early), claims(late, dateless), claims(dateless, late))) {
            assertThat(AGAIN.at(JOB, "2026-02-01", claims).text()).contains("was reached last on 20 January").contains("on 20 July or later");
        }
        var next = AGAIN.at(JOB + " | J-2 2026-07-19 20h day1 | J-3 2026-07-20 20h day1", "2026-07-20", claims(late));
        assertThat(next).returns(Kind.PAYABLE, Decision::kind).returns(LocalDate.of(2026, 7, 20), Decision::windowTo);
    }

    @Test
    @DisplayName("Of the jobs of which none is paid yet, the one that is to be paid first answers, in whatever order they come")
    void soonest() {
        for (var jobs : List.of("J-1 2026-02-02 10h | J-2 2026-02-04 10h", "J-2 2026-02-04 10h | J-1 2026-02-02 10h")) {
            assertThat(EACH_JOB.at(jobs, "2026-02-06")).returns("J-1", Decision::occurrence).returns(LocalDate.of(2026, 2, 15), Decision::earliest);
        }
        for (var jobs : List.of("J-1 2026-02-02..2026-02-03 10h | J-2 2026-02-04 10h", "J-2 2026-02-04 10h | J-1 2026-02-02..2026-02-03 10h")) {
            assertThat(EACH_JOB.at(jobs, "2026-02-06").occurrence()).isEqualTo("J-2");
        }
        for (var jobs : List.of("J-1 2026-02-02 10h | J-2 2026-02-04 10h", "J-2 2026-02-04 10h | J-1 2026-02-02 10h")) {
            assertThat(EACH_JOB.at(jobs, "2026-02-16")).returns("J-1", Decision::occurrence).returns(Kind.PAYABLE, Decision::kind);
        }
        // Neither can be foretold: the first of the facts answers.
        assertThat(EACH_JOB.at("J-1 2026-02-02..2026-02-03 10h | J-2 2026-02-02..2026-02-04 10h", "2026-02-06").occurrence()).isEqualTo("J-1");
        assertThat(EACH_JOB.at("J-1 2026-02-02 10h | J-2 2026-02-02 10h", "2026-02-06").occurrence()).isEqualTo("J-1");
    }

    @Test
    @DisplayName("A month that is full does not stop what is not reached yet: it may be reached in another one")
    void fullMonth() {
        var full = new Uses(1, true, Map.of(), Map.of(), Map.of(YearMonth.of(2026, 2), Pence.parse("£4,000")), List.of());
        var weeks = "J-1 2026-02-02 20h";
        var rule = OneRule.when("weeks-in-work: { count: 4, within: 4, hours-per-week: any, jobs: any, breaks: none }");
        assertThat(rule.at(weeks, "2026-02-20", full).kind()).isEqualTo(Kind.NOT_YET);
        assertThat(rule.at(weeks, "2026-03-01", full).isPayable()).isTrue();
        assertThat(AGAIN.at("J-1 2026-02-02 20h day1", "2026-02-03", full).kind()).isEqualTo(Kind.NEVER);
        var people = new Uses(100, false, Map.of(), Map.of(), Map.of(), List.of());
        assertThat(rule.at(weeks, "2026-02-20", people).kind()).isEqualTo(Kind.NEVER);
    }

    @Test
    @DisplayName("A claim of the better or the worse of two outcomes rules the other one out, by its title; other claims do not")
    void alternatives() {
        var terms = TestTerms.of("mhep-haringey-barnet");
        var facts = new Facts(LocalDate.of(2025, 12, 1), LocalDate.of(2025, 12, 5), List.of(), null, Example.jobs("J-1 2026-01-08 20h day1"), List.of(),
                LocalDate.of(2026, 4, 20));
        var lower = claims(new Claimed("sustained-under-16h", "1", true));
        assertThat(Calculator.decide(terms, "sustained-16h-or-more", facts, lower).text())
                .contains("Claimed already as '13 weeks in work under 16 hours'; only one of the two is paid");
        var upper = claims(new Claimed("sustained-16h-or-more", "1", true));
        assertThat(Calculator.decide(terms, "sustained-under-16h", facts, upper).text())
                .contains("Claimed already as '13 weeks in work at 16 hours or more'; only one of the two is paid");
        var others = claims(new Claimed("engagement", "1", true), new Claimed("of-an-earlier-version", "1", true));
        assertThat(Calculator.decide(terms, "sustained-16h-or-more", facts, others).isPayable()).isTrue();
    }

    @Test
    @DisplayName("The last day of referrals is still one")
    void lastReferral() {
        var facts = new Facts(LocalDate.of(2026, 12, 31), null, List.of(), null, Example.jobs("J-1 2027-01-12 20h day1"), List.of(), LocalDate.of(2027, 2, 1));
        assertThat(Calculator.decide(AGAIN.terms(), "it", facts, Uses.none()).isPayable()).isTrue();
    }

    private static Claimed once(String occurrence, String day) {
        return new Claimed("it", occurrence, true, LocalDate.parse(day));
    }

    private static Uses claims(Claimed... claims) {
        return Uses.alone(Arrays.asList(claims));
    }
}
