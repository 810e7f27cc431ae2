package org.placewell.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.contract.domain.Calculator;
import org.placewell.contract.domain.Decision;
import org.placewell.contract.domain.Decision.Kind;
import org.placewell.contract.domain.Facts;
import org.placewell.contract.domain.Facts.Score;
import org.placewell.contract.domain.PayerShare;
import org.placewell.contract.domain.Terms;
import org.placewell.contract.domain.Uses;
import org.placewell.contract.domain.Uses.Claimed;
import org.placewell.contract.domain.Uses.Used;
import org.placewell.shared.Pence;

@DisplayName("What the grammar of terms can say")
class GrammarTest {

    private static final Terms TERMS = TestTerms.resource("/everything.yaml");
    private static final String FULL = "J-1 2026-02-02 20h day1";

    @Test
    @DisplayName("13 weeks within 16: three lost weeks are forgiven, a fourth is not")
    void scattered() {
        var three = "J-1 2026-02-02 20h day1 break=2026-03-02..2026-03-22";
        assertThat(at("thirteen-in-sixteen", three, "2026-05-24").windowTo()).isEqualTo("2026-05-24");
        assertThat(at("thirteen-in-sixteen", three, "2026-05-23")).returns(Kind.NOT_YET, Decision::kind)
                .satisfies(decision -> assertThat(decision.text()).contains("Week 13 of 13 within 16 at 7 hours or more a week").contains("Earliest 24 May"));
        var four = "J-1 2026-02-02 20h day1 break=2026-03-02..2026-03-29";
        assertThat(at("thirteen-in-sixteen", four, "2026-05-31")).returns(Kind.NOT_YET, Decision::kind)
                .returns(LocalDate.of(2026, 6, 28), Decision::earliest);
    }

    @Test
    @DisplayName("Weeks below the band do not count when each week is measured; exactly 7 hours does")
    void everyWeek() {
        assertThat(at("thirteen-in-sixteen", "J-1 2026-02-02 7h day1", "2026-05-03").isPayable()).isTrue();
        assertThat(at("thirteen-in-sixteen", "J-1 2026-02-02 6h59m day1", "2026-05-24").isPayable()).isFalse();
        assertThat(at("thirteen-in-sixteen", "J-1 2026-02-02 7h 5h@2026-03-02 7h@2026-03-23 day1", "2026-05-24").windowTo()).isEqualTo("2026-05-24");
    }

    @Test
    @DisplayName("A latest day counts from another outcome")
    void latest() {
        assertThat(at("thirteen-in-sixteen", FULL, "2026-06-01").isPayable()).isTrue();
        var late = at("thirteen-in-sixteen", "J-1 2026-02-02..2026-02-03 20h day1 | J-2 2026-12-01 20h day1", "2027-02-03");
        assertThat(late.kind()).isEqualTo(Kind.NEVER);
        assertThat(late.text()).contains("12 months after job start");
    }

    @Test
    @DisplayName("A tolerated gap does not end continuous work but is not counted; a longer one ends it")
    void breaks() {
        assertThat(at("middle-band", "J-1 2026-02-02 10h break=2026-02-09..2026-02-13", "2026-03-06").windowTo()).isEqualTo("2026-03-06");
        assertThat(at("middle-band", "J-1 2026-02-02 10h break=2026-02-09..2026-02-14", "2026-03-06").kind()).isEqualTo(Kind.NOT_YET);
        assertThat(at("middle-band", "J-1 2026-02-02 16h", "2026-03-06").earliest()).isNull();
        assertThat(at("middle-band", "J-1 2026-02-02 8h", "2026-03-01").windowTo()).isEqualTo("2026-03-01");
    }

    @Test
    @DisplayName("In one job means one: weeks of two jobs are not put together, and each job is paid for itself")
    void oneJob() {
        assertThat(at("middle-band", "J-1 2026-02-02..2026-02-15 10h | J-2 2026-02-16 10h", "2026-03-01").kind()).isEqualTo(Kind.NOT_YET);
        var both = Calculator.decideAll(TERMS, "middle-band", facts("J-1 2026-02-02 10h | J-2 2026-02-02 10h", "2026-03-01"), Uses.none());
        assertThat(both).hasSize(2).allMatch(Decision::isPayable).extracting(Decision::occurrence).containsExactly("J-1", "J-2");
        var claimed = new Uses(1, true, Map.of(), Map.of(), Map.of(), List.of(new Claimed("middle-band", "J-1", true)));
        assertThat(Calculator.decide(TERMS, "middle-band", facts("J-1 2026-02-02 10h | J-2 2026-02-02 10h", "2026-03-01"), claimed).occurrence())
                .isEqualTo("J-2");
    }

    @Test
    @DisplayName("Days in work are added up across jobs within the window")
    void days() {
        assertThat(at("days", "J-1 2026-02-02..2026-03-03 20h | J-2 2026-04-01 20h", "2026-04-30").windowTo()).isEqualTo("2026-04-30");
        assertThat(at("days", "J-1 2026-02-02..2026-03-03 20h | J-2 2026-04-01 20h", "2026-04-29")).returns(Kind.NOT_YET, Decision::kind)
                .satisfies(decision -> assertThat(decision.text()).contains("59 of 60 days").contains("Earliest 30 April"));
    }

    @Test
    @DisplayName("Earnings are added up; the pay period that reaches the amount decides the day")
    void earnings() {
        var pay = "J-1 2026-02-02 20h pay=2026-02-02..2026-02-28:499.99 pay=2026-03-01..2026-03-31:500.00";
        assertThat(at("earned", pay, "2026-04-10")).returns(Kind.NOT_YET, Decision::kind)
                .satisfies(decision -> assertThat(decision.text()).contains("£999.99 of £1,000 earned").contains("pay of £0.01 more"));
        assertThat(at("earned", pay + " pay=2026-04-01..2026-04-07:0.01", "2026-04-10").windowTo()).isEqualTo("2026-04-07");
        assertThat(at("earned", pay + " pay=2026-04-25..2026-05-03:600", "2026-05-10").isPayable()).isFalse();
    }

    @Test
    @DisplayName("A score that rises counts between its first and last day")
    void score() {
        var facts = facts("", "2026-03-10");
        var scored = new Facts(facts.referredOn(), null, List.of(), null, List.of(),
                List.of(new Score("confidence", LocalDate.of(2026, 1, 9), 4), new Score("confidence", LocalDate.of(2026, 3, 5), 7)), facts.asOf());
        assertThat(Calculator.decide(TERMS, "better", scored, Uses.none()).text()).contains("Confidence score went from 4 to 7");
    }

    @Test
    @DisplayName("The price changes after the second and the fourth outcome; fixed shares come first; the odd penny goes to the payer named first")
    void steps() {
        assertThat(started(0).shares()).containsExactly(new PayerShare("first", Pence.of(2001)), new PayerShare("second", Pence.of(2000)),
                new PayerShare("fund", Pence.of(6000)));
        assertThat(started(1).amount()).isEqualTo(Pence.parse("£100.01"));
        assertThat(started(2).amount()).isEqualTo(Pence.parse("£150"));
        assertThat(started(3).amount()).isEqualTo(Pence.parse("£150"));
        assertThat(started(4).amount()).isEqualTo(Pence.parse("£200"));
        assertThat(started(5)).returns(Kind.NEVER, Decision::kind).satisfies(decision -> assertThat(decision.text()).contains("pays for 5 of 'Job start'"));
    }

    @Test
    @DisplayName("Each ceiling stops the payment that would pass it, not the one that just reaches it")
    void ceilings() {
        assertThat(with(new Uses(99, false, Map.of(), Map.of(), Map.of(), List.of())).isPayable()).isTrue();
        assertThat(with(new Uses(100, true, Map.of(), Map.of(), Map.of(), List.of())).isPayable()).isTrue();
        assertThat(with(new Uses(100, false, Map.of(), Map.of(), Map.of(), List.of())).text()).contains("pays for 100 people");
        assertThat(with(new Uses(1, true, Map.of(), Map.of("fund", Pence.parse("£4,940")), Map.of(), List.of())).isPayable()).isTrue();
        assertThat(with(new Uses(1, true, Map.of(), Map.of("fund", Pence.parse("£4,940.01")), Map.of(), List.of())).text())
                .contains("no more than £5,000 from Fund, of which £59.99 is left");
        assertThat(with(new Uses(1, true, Map.of(), Map.of(), Map.of(YearMonth.of(2026, 2), Pence.parse("£3,899.99")), List.of())).isPayable()).isTrue();
        assertThat(with(new Uses(1, true, Map.of(), Map.of(), Map.of(YearMonth.of(2026, 2), Pence.parse("£3,900")), List.of())).text())
                .contains("for the month from 1 February 2026");
        assertThat(with(new Uses(1, true, Map.of(), Map.of(), Map.of(YearMonth.of(2026, 3), Pence.parse("£4,000")), List.of())).isPayable()).isTrue();
    }

    @Test
    @DisplayName("Once per person means also not in another referral; once per referral does not look at others")
    void client() {
        var other = new Uses(1, true, Map.of(), Map.of(), Map.of(),
                List.of(new Claimed("thirteen-in-sixteen", "1", false), new Claimed("days", "1", false)));
        assertThat(Calculator.decide(TERMS, "thirteen-in-sixteen", facts(FULL, "2026-05-24"), other).text()).contains("once per person");
        assertThat(Calculator.decide(TERMS, "days", facts(FULL, "2026-05-01"), other).isPayable()).isTrue();
    }

    @Test
    @DisplayName("Work inside the supply chain counts where the rule says so, self-employment does not where it is excluded")
    void kinds() {
        assertThat(at("start", FULL + " supply-chain", "2026-02-02").isPayable()).isTrue();
        assertThat(at("days", FULL + " supply-chain", "2026-05-01").isPayable()).isFalse();
        assertThat(at("start", FULL + " self-employed", "2026-02-02").text()).contains("the contract excludes self-employment");
    }

    @Test
    @DisplayName("A referral after the last day of referrals is never paid for")
    void referralsUntil() {
        var facts = new Facts(LocalDate.of(2027, 1, 1), null, List.of(), null, List.of(), List.of(), LocalDate.of(2027, 2, 1));
        assertThat(Calculator.decide(TERMS, "start", facts, Uses.none()).text()).contains("Referrals were taken until 31 December 2026");
    }

    @Test
    @DisplayName("A service fee is due for each month that begins within its life and is shared to the penny")
    void fees() {
        assertThat(Calculator.fees(TERMS, YearMonth.of(2025, 12))).isEmpty();
        assertThat(Calculator.fees(TERMS, YearMonth.of(2026, 7))).isEmpty();
        assertThat(Calculator.fees(TERMS, YearMonth.of(2026, 6))).singleElement().satisfies(fee -> assertThat(fee.shares())
                .containsExactly(new PayerShare("first", Pence.of(33_340)), new PayerShare("second", Pence.of(33_330)), new PayerShare("fund", Pence.of(33_330))));
    }

    private static Decision at(String outcome, String jobs, String asked) {
        return Calculator.decide(TERMS, outcome, facts(jobs, asked), Uses.none());
    }

    private static Decision started(int before) {
        return Calculator.decide(TERMS, "start", facts(FULL, "2026-02-02"),
                new Uses(0, false, Map.of("start", new Used(before, Pence.ZERO)), Map.of(), Map.of(), List.of()));
    }

    private static Decision with(Uses uses) {
        return Calculator.decide(TERMS, "start", facts(FULL, "2026-02-02"), uses);
    }

    private static Facts facts(String jobs, String asked) {
        return new Facts(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 1, 9), List.of(), null, Example.jobs(jobs), List.of(), LocalDate.parse(asked));
    }
}
