package org.placewell.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.contract.TestTerms;
import org.placewell.contract.domain.Calculator;
import org.placewell.contract.domain.Decision;
import org.placewell.contract.domain.Facts;
import org.placewell.contract.domain.IncomeKind;
import org.placewell.contract.domain.PayerShare;
import org.placewell.contract.domain.Uses;
import org.placewell.contract.domain.Uses.Claimed;
import org.placewell.contract.domain.WorkKind;
import org.placewell.shared.Pence;

@DisplayName("The rules of claims that need no database")
class ClaimRulesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

    @Test
    @DisplayName("A claim stands for its outcome while it is open, validated, instructed or paid, and no longer")
    void live() {
        assertThat(Arrays.stream(ClaimStatus.values()).filter(ClaimStatus::isLive))
                .containsExactly(ClaimStatus.OPEN, ClaimStatus.RESERVED, ClaimStatus.INSTRUCTED, ClaimStatus.PAID);
        assertThat(ClaimStatus.values()).extracting(ClaimStatus::label).doesNotHaveDuplicates().noneMatch(String::isBlank);
        assertThat(ChargeStatus.values()).extracting(ChargeStatus::label).doesNotHaveDuplicates().noneMatch(String::isBlank);
        assertThat(ChargeKind.values()).extracting(ChargeKind::label).doesNotHaveDuplicates().noneMatch(String::isBlank);
        assertThat(CorrectionReason.values()).extracting(CorrectionReason::code).containsExactly("billedTwice",
                "leftOut", "wrongAmount", "wrongPayer",
                "agreedWithPayer");
        assertThat(CorrectionReason.WRONG_PAYER.words()).isEqualTo("another payer should have been asked");
        assertThat(new CapView("c", "people", "PEOPLE", 10, 3, 4).left()).isEqualTo(3);
    }

    @Test
    @DisplayName("An occurrence is a job, or which time it is; the first unless it says otherwise")
    void occurrences() {
        assertThat(List.of("J-34679AC", "R-34679AC", "person 7", "person 7 time 3", "person 12 time 10")).extracting(Usage::occurrence)
                .containsExactly("J-34679AC", "1", "1", "3", "10");
    }

    @Test
    @DisplayName("Of a person's claims only those asked for count, and each says whether it is this referral's")
    void claimed() {
        var mine = claim("R-1", "engagement", "person 7 time 2");
        var other = claim("R-2", "job-start", "J-1");
        assertThat(Usage.claimed(List.of(mine, other), "R-1", claim -> true)).containsExactly(new Claimed("engagement", "2", true, DAY),
                new Claimed("job-start", "J-1", false, DAY));
        assertThat(Usage.claimed(List.of(mine, other), "R-1", claim -> claim == other)).extracting(Claimed::outcome).containsExactly("job-start");
    }

    @Test
    @DisplayName("A claim rests on its one job, or on every job held within the days it pays for, the first and the last included")
    void jobs() {
        var facts = facts(spell("J-1", DAY, DAY.plusDays(9)), spell("J-2", DAY.plusDays(10), null), spell("J-3", DAY.plusDays(21), null));
        assertThat(EvidenceOpening.jobs("J-2", DAY, DAY.plusDays(1), facts)).extracting(job -> job.jobRef()).containsExactly("J-2");
        assertThat(refs("R-1", 9, 20, facts)).containsExactly("J-1", "J-2");
        assertThat(refs("R-1", 10, 21, facts)).containsExactly("J-2", "J-3");
        var job = EvidenceOpening.jobs("J-1", DAY, DAY, facts).get(0);
        assertThat(job.end()).isEqualTo(DAY.plusDays(9));
        assertThat(job.kind()).isEqualTo("EMPLOYED");
        assertThat(job.hours()).singleElement().satisfies(hours -> assertThat(hours.minutesPerWeek()).isEqualTo(960));
    }

    @Test
    @DisplayName("What was reached elsewhere counts when it was reached before the day from which it is claimed here; once in so many months, each time")
    void elsewhere() {
        var terms = TestTerms.read(TestTerms.file("mhep-haringey-barnet").replaceFirst("once-per: referral", "once-per: 6 months"));
        var rule = terms.rule("engagement");
        var visits = List.of(0, 1, 2, 200, 201, 202).stream().map(day -> new Facts.Appointment(DAY.plusDays(day), true)).toList();
        var facts = new Facts(DAY, DAY, visits, null, List.of(), List.of(), DAY.plusDays(300));
        assertThat(Elsewhere.reached(terms, rule, facts, DAY.plusDays(2))).as("the day itself is claimed here").isEmpty();
        assertThat(Elsewhere.reached(terms, rule, facts, DAY.plusDays(3))).extracting(Claimed::reachedOn).containsExactly(DAY.plusDays(2));
        assertThat(Elsewhere.reached(terms, rule, facts, DAY.plusDays(300))).hasSize(2).extracting(Claimed::occurrence).doesNotHaveDuplicates();
        var once = TestTerms.of("mhep-haringey-barnet");
        assertThat(Elsewhere.reached(once, once.rule("engagement"), facts, DAY.plusDays(300))).hasSize(1);
        assertThat(Elsewhere.reached(once, once.rule("job-start"), facts, DAY.plusDays(300))).isEmpty();
        var one = new Claimed("a", "1", true);
        var two = new Claimed("b", "1", true);
        assertThat(Elsewhere.both(List.of(one), List.of(two))).containsExactly(one, two);
    }

    @Test
    @DisplayName("The decision is the one for the occurrence asked about; for one that is none, the rule's own answer")
    void decided() {
        var terms = TestTerms.of("mhep-haringey-barnet");
        var visits = List.of(0, 1, 2).stream().map(day -> new Facts.Appointment(DAY.plusDays(day), true)).toList();
        var inputs = new Explanations.Inputs(new Facts(DAY, DAY, visits, null, List.of(), List.of(), DAY.plusDays(30)), Uses.none());
        var occurrence = Calculator.decide(terms, "engagement", inputs.facts(), inputs.uses()).occurrence();
        assertThat(Explanations.decide(terms, "engagement", occurrence, inputs).isPayable()).isTrue();
        assertThat(Explanations.decide(terms, "engagement", "no such", inputs)).returns(Decision.Kind.PAYABLE, Decision::kind);
    }

    @Test
    @DisplayName("Stored inputs say what later releases added only where it says something: earlier explanations keep their hash")
    void laterFields() throws Exception {
        var wages = new Facts.Earnings(DAY, DAY, Pence.of(5), IncomeKind.WAGES);
        var refund = new Facts.Earnings(DAY, DAY, Pence.of(5), IncomeKind.TAX_REFUND);
        assertThat(json(wages)).doesNotContain("kind");
        assertThat(json(refund)).contains("TAX_REFUND");
        assertThat(json(spell("J-1", DAY, null))).doesNotContain("heldAtReferral");
        assertThat(json(new Claimed("a", "1", true))).doesNotContain("reachedOn");
        assertThat(json(new Claimed("a", "1", true, DAY))).contains("2026-01-05");
        assertThat(json(Uses.none())).doesNotContain("payerCounts").doesNotContain("monthCounts");
        var counted = new Uses(1, true, Map.of(), Map.of(), Map.of("lcf", 2), Map.of(), Map.of(YearMonth.of(2026, 1), 3), List.of());
        assertThat(Explanations.JSON.readValue(json(counted), Uses.class)).isEqualTo(counted);
        assertThat(new LaterFields.Wages()).isEqualTo(IncomeKind.WAGES).isNotEqualTo(IncomeKind.TAX_REFUND).hasSameHashCodeAs(IncomeKind.WAGES);
        assertThat(Explanations.hash("")).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    @DisplayName("A proposal is worth the sum of its shares; a charge keeps its own list of them")
    void proposals() {
        var shares = List.of(new PayerShare("a", Pence.of(7)), new PayerShare("b", Pence.of(-3)));
        var proposal = new Charge.Proposal("k", ChargeKind.CORRECTION, "c", 1, YearMonth.of(2026, 1), "t", "a", shares);
        assertThat(proposal.amount()).isEqualTo(Pence.of(4));
        assertThat(proposal.reason()).isNull();
    }

    @Test
    @DisplayName("A variation could find a referral open until today, or until the day on which it ended before")
    void lastDay() {
        assertThat(Claiming.lastDay(null, DAY)).isEqualTo(DAY);
        assertThat(Claiming.lastDay(DAY.plusDays(1), DAY)).isEqualTo(DAY);
        assertThat(Claiming.lastDay(DAY.minusDays(1), DAY)).isEqualTo(DAY.minusDays(1));
    }

    @Test
    @DisplayName("Facts in words name what there is: the day of acceptance, appointments kept, the profile, whole hours and minutes; and nothing else")
    void words() {
        var visits = List.of(new Facts.Appointment(DAY, true), new Facts.Appointment(DAY, false));
        assertThat(ClaimReader.facts(new Facts(DAY, null, visits, null, List.of(), List.of(), DAY)))
                .containsExactly("Referred on 2026-01-05", "1 appointment attended");
        var job = new Facts.JobSpell("J-1", DAY, null, List.of(new Facts.HoursPeriod(DAY, 960), new Facts.HoursPeriod(DAY.plusDays(7), 975)), List.of(),
                WorkKind.EMPLOYED, false, true, false, 1, 0, List.of());
        assertThat(ClaimReader.facts(new Facts(DAY, DAY.plusDays(1), List.of(), DAY.plusDays(2), List.of(job), List.of(), DAY)))
                .containsExactly("Referred on 2026-01-05, accepted on 2026-01-06", "0 appointments attended",
                        "Vocational profile completed on 2026-01-07", "Job J-1 (" + WorkKind.EMPLOYED.label()
                                + ") since 2026-01-05: 16 h a week from 2026-01-05, 16 h 15 min a week from 2026-01-12");
    }

    @Test
    @DisplayName("The worker that waits for first days runs from its start to its stop, and does not keep the program from ending")
    void firstDaysWorker() {
        var worker = new FirstDaysWorker(null);
        assertThat(worker.isRunning()).isFalse();
        worker.start();
        try {
            assertThat(worker.isRunning()).isTrue();
            assertThat(Thread.getAllStackTraces().keySet()).filteredOn(thread -> thread.getName().equals("first-days")).hasSize(1)
                    .allMatch(Thread::isDaemon);
        } finally {
            worker.stop();
        }
        assertThat(worker.isRunning()).isFalse();
    }

    private static List<String> refs(String occurrence, int from, int to, Facts facts) {
        return EvidenceOpening.jobs(occurrence, DAY.plusDays(from), DAY.plusDays(to), facts).stream().map(job -> job.jobRef()).toList();
    }

    private static String json(Object value) throws Exception {
        return Explanations.JSON.writeValueAsString(value);
    }

    private static Facts facts(Facts.JobSpell... jobs) {
        return new Facts(DAY, DAY, List.of(), null, List.of(jobs), List.of(), DAY.plusDays(30));
    }

    private static Facts.JobSpell spell(String ref, LocalDate from, LocalDate to) {
        return new Facts.JobSpell(ref, from, to, List.of(new Facts.HoursPeriod(from, 960)), List.of(), WorkKind.EMPLOYED,
                false, true, false, 1, 0, List.of());
    }

    private static Claim claim(String referral, String outcome, String occurrence) {
        return new Claim("C-1", "c", 1, referral, 7, outcome, occurrence, ClaimStatus.OPEN, Pence.of(1), DAY, DAY, DAY, 1, null, null, null);
    }
}
