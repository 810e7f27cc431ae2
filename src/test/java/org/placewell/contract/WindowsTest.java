package org.placewell.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.contract.domain.Approving;
import org.placewell.contract.domain.Calculator;
import org.placewell.contract.domain.Decision;
import org.placewell.contract.domain.Decision.Kind;
import org.placewell.contract.domain.Facts;
import org.placewell.contract.domain.Facts.Appointment;
import org.placewell.contract.domain.Facts.Earnings;
import org.placewell.contract.domain.Facts.JobSpell;
import org.placewell.contract.domain.IncomeKind;
import org.placewell.contract.domain.OutcomeRule;
import org.placewell.contract.domain.OutcomeRule.OncePer;
import org.placewell.contract.domain.OutcomeRule.Stage;
import org.placewell.contract.domain.Sampling;
import org.placewell.contract.domain.ShownBy.Covers;
import org.placewell.contract.domain.Span;
import org.placewell.contract.domain.Terms;
import org.placewell.contract.domain.Uses;
import org.placewell.contract.domain.Uses.Claimed;
import org.placewell.contract.domain.Uses.Used;
import org.placewell.shared.Pence;

@DisplayName("Anchored windows, kinds of work and pay, kept jobs, parts of a price, times that come again")
class WindowsTest {

    private static final Terms TERMS = TestTerms.resource("/windows.yaml");

    @Test
    @DisplayName("Earnings count from the acceptance on: pay before it, after the last day and of other kinds of work does not")
    void anchoredEarnings() {
        var pay = "J-1 2026-01-06 20h pay=2026-01-06..2026-01-08:1500 pay=2026-01-09..2026-01-31:1999.99";
        assertThat(at("threshold", pay, "2026-03-01")).returns(Kind.NOT_YET, Decision::kind)
                .satisfies(decision -> assertThat(decision.text()).contains("£1,999.99 of £2,000 earned").contains("pay of £0.01 more"));
        assertThat(at("threshold", pay + " pay=2026-02-01..2026-02-28:0.01", "2026-03-01").windowTo()).isEqualTo("2026-02-28");
        assertThat(at("threshold", "J-1 2026-02-02 20h self-employed pay=2026-02-02..2026-02-10:5000", "2026-03-01").isPayable()).isFalse();
        // 638 days after 9 January 2026 is 9 October 2027: that day counts, the day after does not.
        assertThat(at("threshold", "J-1 2027-09-01 20h pay=2027-09-01..2027-10-09:2000", "2027-10-20").windowTo()).isEqualTo("2027-10-09");
        assertThat(at("threshold", "J-1 2027-09-01 20h pay=2027-09-01..2027-10-10:2000", "2027-10-20").isPayable()).isFalse();
    }

    @Test
    @DisplayName("Earnings that count from another outcome wait for it; in one job means one")
    void earningsAfterOutcome() {
        assertThat(at("after-start", "J-1 2026-02-02 20h pay=2026-02-02..2026-02-28:500", "2026-03-01").text())
                .contains("Earnings count from job start, which is not reached");
        assertThat(at("after-start", "J-1 2026-02-02 20h day1 pay=2026-02-02..2026-02-28:500", "2026-03-01").windowTo()).isEqualTo("2026-02-28");
        var two = "J-1 2026-02-02..2026-02-20 20h day1 pay=2026-02-02..2026-02-20:300 | J-2 2026-02-21 20h pay=2026-02-21..2026-03-20:300";
        assertThat(at("after-start", two, "2026-03-25").isPayable()).isFalse();
        assertThat(at("after-start", two + " pay=2026-03-21..2026-03-25:200", "2026-03-25").windowTo()).isEqualTo("2026-03-25");
        assertThat(at("after-start", "J-1 2026-02-02 20h day1 pay=2026-02-02..2026-05-03:500", "2026-05-10").isPayable()).isFalse();
    }

    @Test
    @DisplayName("Kinds of pay that the contract leaves out are not added up, and the reason says so")
    void incomeKinds() {
        var wages = new Earnings(LocalDate.of(2026, 2, 2), LocalDate.of(2026, 2, 28), Pence.parse("1900"));
        for (var kind : IncomeKind.values()) {
            var other = new Earnings(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31), Pence.parse("100"), kind);
            var decision = Calculator.decide(TERMS, "threshold", facts(List.of(paid(wages, other)), "2026-04-01"), Uses.none());
            boolean excluded = kind.code().matches("tax-refund|pay-in-lieu-of-notice|holiday-pay-from-earlier-job");
            assertThat(decision.isPayable()).as(kind.code()).isEqualTo(!excluded);
            if (excluded) {
                assertThat(decision.text()).contains("£1,900 of £2,000 earned, " + kind.label() + " not counted");
            }
        }
    }

    @Test
    @DisplayName("Days of self-employment are added up across spells; days in other work and days held twice are not")
    void selfEmployedDays() {
        var spells = "J-1 2026-02-02..2026-02-11 5h self-employed | J-2 2026-02-05..2026-02-16 5h self-employed | J-3 2026-03-01 40h";
        // 2 to 16 February: 15 days, those in both jobs once; 15 more from 1 May on.
        assertThat(at("threshold", spells + " | J-4 2026-05-01 3h self-employed", "2026-05-15").windowTo()).isEqualTo("2026-05-15");
        assertThat(at("threshold", spells + " | J-4 2026-05-01 3h self-employed", "2026-05-14")).returns(Kind.NOT_YET, Decision::kind)
                .returns(LocalDate.of(2026, 5, 15), Decision::earliest);
    }

    @Test
    @DisplayName("Jobs held at the same time are added up unless the rule says they are not")
    void concurrent() {
        assertThat(at("alone", "J-1 2026-02-02 8h | J-2 2026-02-02 8h", "2026-02-20").isPayable()).isFalse();
        assertThat(at("alone", "J-1 2026-02-02 8h | J-2 2026-02-02 16h", "2026-02-20").windowTo()).isEqualTo("2026-02-15");
        assertThat(at("alone", "J-1 2026-02-02..2026-02-08 16h | J-2 2026-02-09 20h", "2026-02-20").windowTo()).isEqualTo("2026-02-15");
    }

    @Test
    @DisplayName("A job held when referred is kept: counted from the referral, short breaks let pass, a longer one loses it")
    void kept() {
        var job = "J-0 2024-05-01 20h held";
        assertThat(at("kept", job, "2026-02-01").windowTo()).isEqualTo("2026-02-01");
        assertThat(at("kept", job, "2026-01-31")).returns(Kind.NOT_YET, Decision::kind).returns(LocalDate.of(2026, 2, 1), Decision::earliest)
                .satisfies(decision -> assertThat(decision.text()).contains("Week 4 of 4 weeks in the job held when referred (since 5 January)"));
        assertThat(at("kept", job + " break=2026-01-10..2026-01-11", "2026-02-03").windowTo()).isEqualTo("2026-02-03");
        assertThat(at("kept", job + " break=2026-01-10..2026-01-12", "2026-03-03")).returns(Kind.NEVER, Decision::kind)
                .satisfies(decision -> assertThat(decision.text()).contains("Away from the job held when referred on 10 January, and it has to be kept"));
        assertThat(at("kept", job + " break=2026-03-10..2026-04-12", "2026-04-20").windowTo()).isEqualTo("2026-02-01");
        assertThat(at("kept", "J-1 2026-01-06 20h day1", "2026-03-03").text()).contains("No job that the person had when referred");
        assertThat(at("kept", "J-0 2024-05-01 20h held volunteering", "2026-03-03").isPayable()).isFalse();
    }

    @Test
    @DisplayName("A job that was left for sickness may be returned to where the rule says so; held jobs never count as gained")
    void returned() {
        var away = "J-0 2024-05-01 20h held break=2025-12-01..2026-03-01";
        assertThat(at("returned", away, "2026-02-20")).returns(Kind.NOT_YET, Decision::kind)
                .satisfies(decision -> assertThat(decision.text()).contains("Away from it at present"));
        assertThat(at("returned", away, "2026-03-29").windowTo()).isEqualTo("2026-03-29");
        assertThat(at("returned", away.replace("20h", "7h"), "2026-05-29").isPayable()).isFalse();
        assertThat(at("returned", "J-1 2026-01-06 7h", "2026-02-02").windowTo()).isEqualTo("2026-02-02");
        assertThat(at("start", "J-0 2024-05-01 20h held day1", "2026-02-20").text()).contains("it began before the referral");
    }

    @Test
    @DisplayName("Once in six months: the next one counts six months after the last, from what came after it")
    void onceInMonths() {
        var jobs = "J-1 2026-01-12 20h day1 | J-2 2026-05-12 20h day1";
        var once = claimed(new Claimed("start", "1", true, LocalDate.of(2026, 1, 12)));
        assertThat(decide("start", jobs, "2026-05-20", once)).returns(Kind.NOT_YET, Decision::kind).returns("2", Decision::occurrence)
                .satisfies(decision -> assertThat(decision.text()).contains("once in 6 months for each person and was reached last on 12 January")
                        .contains("on 12 July or later"));
        assertThat(decide("start", jobs, "2026-07-20", once)).returns(Kind.NEVER, Decision::kind);
        var repeat = TestTerms.read(TestTerms.resourceText("/windows.yaml").replace("        latest: 26 weeks after acceptance\n", ""));
        assertThat(Calculator.decide(repeat, "start", facts(jobs, "2026-07-20"), once)).returns(Kind.NOT_YET, Decision::kind);
        var again = Calculator.decide(repeat, "start", facts(jobs + " | J-3 2026-07-12 20h day1", "2026-07-20"), once);
        assertThat(again.windowTo()).isEqualTo("2026-07-12");
        assertThat(again.occurrence()).isEqualTo("2");
        var other = claimed(new Claimed("start", "1", false, LocalDate.of(2026, 3, 1)));
        assertThat(decide("start", jobs, "2026-05-20", other).kind()).isEqualTo(Kind.NOT_YET);
        var unknown = claimed(new Claimed("start", "1", true));
        assertThat(decide("start", jobs, "2026-05-20", unknown).text()).contains("Claimed already");
    }

    @Test
    @DisplayName("An outcome paid in parts is one rule a part; each price adds up to the penny; later parts need their own condition")
    void parts() {
        var rules = TERMS.outcomes().stream().filter(rule -> rule.whole().equals("sustained")).toList();
        assertThat(rules).extracting(OutcomeRule::code).containsExactly("sustained", "sustained-part-2", "sustained-part-3");
        assertThat(rules).extracting(OutcomeRule::stage).containsExactly(new Stage("sustained", 1, 3), new Stage("sustained", 2, 3),
                new Stage("sustained", 3, 3));
        assertThat(rules.stream().mapToLong(rule -> rule.pays().amount()).sum()).isEqualTo(100_001);
        assertThat(rules.stream().mapToLong(rule -> rule.priceAfter(1).amount()).sum()).isEqualTo(50_002);
        assertThat(rules).extracting(OutcomeRule::title).containsExactly("Four weeks in work, part 1 of 3", "Four weeks in work, part 2 of 3: eight weeks",
                "Four weeks in work, part 3 of 3: seen after a while");
        assertThat(rules.get(1)).returns(Span.months(1), OutcomeRule::claimWithin).satisfies(rule -> assertThat(rule.shownBy().covers())
                .isEqualTo(Covers.WHOLE_PERIOD));
        var job = "J-1 2026-02-02 20h";
        assertThat(at("sustained", job, "2026-03-01").windowTo()).isEqualTo("2026-03-01");
        assertThat(at("sustained-part-2", job, "2026-03-01").earliest()).isEqualTo("2026-03-29");
        assertThat(at("sustained-part-2", job, "2026-03-29").windowTo()).isEqualTo("2026-03-29");
        // The outcome's own last day holds for the outcome, also when a later part comes after it.
        assertThat(at("sustained-part-2", "J-1 2026-03-02 20h", "2026-04-30").windowTo()).isEqualTo("2026-04-26");
        assertThat(at("sustained-part-2", "J-1 2026-03-16 20h", "2026-06-30").text()).contains("it had to be reached by 30 March, 12 weeks after the referral");
        var seen = new Facts(LocalDate.of(2026, 1, 5), null, List.of(new Appointment(LocalDate.of(2026, 4, 9), true)), null, Example.jobs(job), List.of(),
                LocalDate.of(2026, 4, 10));
        assertThat(Calculator.decide(TERMS, "sustained-part-3", seen, Uses.none()).windowTo()).isEqualTo("2026-04-09");
    }

    @Test
    @DisplayName("The ceiling of an outcome in parts holds for all its parts together")
    void partsCeiling() {
        var job = "J-1 2026-02-02 20h";
        var used = Map.of("sustained", new Used(1, Pence.parse("£900")), "sustained-part-2", new Used(1, Pence.parse("£300")));
        assertThat(decide("sustained-part-2", job, "2026-03-29", new Uses(0, false, used, Map.of(), Map.of(), List.of())).isPayable()).isTrue();
        var more = Map.of("sustained", new Used(1, Pence.parse("£1,100")), "sustained-part-3", new Used(1, Pence.parse("£300")));
        assertThat(decide("sustained-part-2", job, "2026-03-29", new Uses(0, false, more, Map.of(), Map.of(), List.of())).text())
                .contains("no more than £1,500 for 'Four weeks in work, part 2 of 3: eight weeks', of which £100 is left");
    }

    @Test
    @DisplayName("Ceilings on the number of outcomes: in all, of a payer, of a month and of a quarter")
    void counts() {
        assertThat(counted(5, 0, Map.of()).isPayable()).isTrue();
        assertThat(counted(6, 0, Map.of()).text()).contains("The contract pays for 6 outcomes in all");
        assertThat(counted(0, 3, Map.of()).isPayable()).isTrue();
        assertThat(counted(0, 4, Map.of()).text()).contains("Fund pays its part of 4 outcomes, and that many are reached");
        assertThat(counted(0, 0, Map.of(YearMonth.of(2026, 2), 2, YearMonth.of(2026, 3), 1)).isPayable()).isTrue();
        assertThat(counted(0, 0, Map.of(YearMonth.of(2026, 2), 3)).text()).contains("pays for 3 outcomes of the month from 1 February 2026");
        assertThat(counted(0, 0, Map.of(YearMonth.of(2026, 2), 2, YearMonth.of(2026, 3), 3)).text())
                .contains("pays for 5 outcomes of the quarter from 1 January 2026");
    }

    @Test
    @DisplayName("Working days to claim leave out weekends and bank holidays; a last day may be so many weeks away")
    void spans() {
        assertThat(at("start", "J-1 2026-03-27 20h day1", "2026-03-27").claimBy()).isEqualTo("2026-04-21");
        assertThat(at("start", "J-1 2026-07-10 20h day1", "2026-07-10").isPayable()).isTrue();
        assertThat(at("start", "J-1 2026-07-11 20h day1", "2026-07-11").text()).contains("it had to be reached by 10 July, 26 weeks after the acceptance");
    }

    @Test
    @DisplayName("What the version says beyond its prices is read: evidence, attempts, sampling, approving")
    void read() {
        var start = TERMS.rule("start");
        assertThat(start.oncePer()).isEqualTo(OncePer.MONTHS);
        assertThat(start.everyMonths()).isEqualTo(6);
        assertThat(start.attempts()).isEqualTo(2);
        assertThat(TERMS.rule("kept").attempts()).isEqualTo(3);
        assertThat(start.shownBy().provisionalDays()).isEqualTo(28);
        assertThat(start.shownBy().covers()).isEqualTo(Covers.FIRST_DAY);
        assertThat(TERMS.rule("threshold").shownBy().covers()).isEqualTo(Covers.WHOLE_PERIOD);
        assertThat(TERMS.sampling()).isEqualTo(new Sampling(10, 3, true));
        assertThat(TERMS.approving()).isEqualTo(new Approving(Pence.parse("£50,000"), 3));
        assertThat(TestTerms.of("mhep-haringey-barnet").sampling()).isEqualTo(new Sampling(10, 0, false));
        assertThat(TestTerms.of("mhep-haringey-barnet").approving()).isEqualTo(Approving.USUAL);
    }

    private static Decision counted(int outcomes, int fund, Map<YearMonth, Integer> months) {
        var used = new Uses(0, false, Map.of("kept", new Used(outcomes, Pence.ZERO)), Map.of(), Map.of("fund", fund), Map.of(), months, List.of());
        return decide("start", "J-1 2026-02-02 20h day1", "2026-02-02", used);
    }

    private static Uses claimed(Claimed... claims) {
        return Uses.alone(Arrays.asList(claims));
    }

    private static Decision at(String outcome, String jobs, String asked) {
        return decide(outcome, jobs, asked, Uses.none());
    }

    private static Decision decide(String outcome, String jobs, String asked, Uses uses) {
        return Calculator.decide(TERMS, outcome, facts(jobs, asked), uses);
    }

    private static Facts facts(String jobs, String asked) {
        return facts(Example.jobs(jobs), asked);
    }

    private static Facts facts(List<JobSpell> jobs, String asked) {
        return new Facts(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 1, 9), List.of(), null, jobs, List.of(), LocalDate.parse(asked));
    }

    private static JobSpell paid(Earnings... pay) {
        var job = Example.jobs("J-1 2026-02-02 20h").get(0);
        return new JobSpell(job.jobRef(), job.start(), null, job.hours(), List.of(), job.kind(), false, true, false, 0, 0, new ArrayList<>(List.of(pay)));
    }
}
