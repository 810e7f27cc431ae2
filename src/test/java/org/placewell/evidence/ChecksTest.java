package org.placewell.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.placewell.contract.domain.IncomeKind;
import org.placewell.contract.domain.ShownBy.Covers;
import org.placewell.evidence.CheckResult.Outcome;
import org.placewell.evidence.EmployerWish.Claimant;
import org.placewell.evidence.EmployerWish.Disclosure;
import org.placewell.evidence.EmployerWish.Grounds;
import org.placewell.evidence.EvidenceRequirements.Kinds;
import org.placewell.evidence.PaperView.AlternativeReason;
import org.placewell.evidence.PaperView.ObtainedFrom;
import org.placewell.evidence.PaperView.ObtainedHow;

@DisplayName("The automatic checks, each by a table")
class ChecksTest {

    private static final LocalDate FROM = LocalDate.of(2021, 1, 4);
    private static final LocalDate TO = LocalDate.of(2021, 4, 4);

    /** What a row of a table changes about a claim that is all right. */
    private static final class Case {
        private final List<PaperView> papers = new ArrayList<>();
        private List<JobFact> jobs = List.of(job("EMPLOYED", FROM, null, 18 * 60, true, false));
        private List<String> preferred = List.of("payslips-covering-window", "self-employment-accounts");
        private Covers covers = Covers.WHOLE_PERIOD;
        private Integer from = 16 * 60;
        private Integer below;
        private boolean selfEmployment = true;
        private Grounds grounds = Grounds.of(true, Disclosure.AGREED, Claimant.NOT_KNOWN);
        private List<String> own = List.of();
        private Set<IncomeKind> notCounted = Set.of();
        private boolean supplyChain;
        private int round = 1;
        private LocalDate on = LocalDate.of(2021, 4, 7);

        Case papers(PaperView... all) {
            papers.addAll(List.of(all));
            return this;
        }

        Case jobs(JobFact... all) {
            jobs = List.of(all);
            return this;
        }

        Outcome outcome(String code) {
            var all = papers.isEmpty() ? List.of(paper("payslips-covering-window", FROM, TO)) : papers;
            var kinds = new Kinds(preferred, List.of("signed-client-declaration"), own, List.of("photo-of-rota"));
            var needs = new EvidenceRequirements(kinds, covers, 30, from, below, selfEmployment, Set.of("VOLUNTEERING"), supplyChain, notCounted, 2, 10, 10);
            var claim = new NewEvidenceCase("C-1", "R-1", "contract", 1, "x", "X", "…", 1, null, "s", Set.of(), "Ada", FROM, TO, TO.plusMonths(3), jobs, needs);
            var view = new EvidenceCaseView(claim, EvidenceStatus.SUBMITTED, round, FROM, on, null, null, null, null, null);
            var results = Checks.run(new Checks.Facts(view, all, Map.of("F-1", grounds), on, TO.plusMonths(3)));
            assertThat(results).hasSize(16).allSatisfy(result -> {
                assertThat(result.explanation()).isNotBlank().doesNotContain("null");
                assertThat(result.title()).endsWith("?").isEqualTo(Checks.title(result.code()));
            });
            return results.stream().filter(result -> result.code().equals(code)).findFirst().orElseThrow().outcome();
        }
    }

    static Stream<Arguments> table() {
        var march = LocalDate.of(2021, 3, 1);
        return Stream.of(
                row("nothing is wrong", "paperListed", new Case(), Outcome.PASSED),
                row("a kind nobody asked for", "paperListed", new Case().papers(paper("bank-statement", FROM, TO)), Outcome.LOOK),
                row("within the job", "datesMatchJobRecord", new Case(), Outcome.PASSED),
                row("no job at all", "datesMatchJobRecord", new Case().jobs(), Outcome.NOT_NEEDED),
                row("before the job began", "datesMatchJobRecord", new Case().papers(paper("payslips-covering-window", FROM.minusDays(40), FROM.minusDays(1))), Outcome.FAILED),
                row("after the job ended", "datesMatchJobRecord", new Case().jobs(job("EMPLOYED", FROM, march, 1080, true, false))
                        .papers(paper("payslips-covering-window", march.plusDays(1), TO)), Outcome.FAILED),
                row("begins before the job", "datesMatchJobRecord", new Case().papers(paper("payslips-covering-window", FROM.minusDays(3), TO)), Outcome.LOOK),
                row("one paper over all days", "windowCovered", new Case(), Outcome.PASSED),
                row("two papers that meet", "windowCovered", new Case().papers(paper("payslips-covering-window", march, TO.plusDays(5)),
                        paper("payslips-covering-window", FROM.minusDays(9), march.minusDays(1))), Outcome.PASSED),
                row("one day missing between", "windowCovered", new Case().papers(paper("payslips-covering-window", FROM, march.minusDays(2)),
                        paper("payslips-covering-window", march, TO)), Outcome.FAILED),
                row("the first day missing", "windowCovered", new Case().papers(paper("payslips-covering-window", FROM.plusDays(1), TO)), Outcome.FAILED),
                row("the last day missing", "windowCovered", new Case().papers(paper("payslips-covering-window", FROM, TO.minusDays(1))), Outcome.FAILED),
                row("every day not asked for", "windowCovered", with(c -> c.covers = Covers.NOTHING), Outcome.NOT_NEEDED),
                row("the first day is enough", "windowCovered", with(c -> c.covers = Covers.FIRST_DAY)
                        .papers(paper("payslips-covering-window", FROM, FROM.plusDays(6))), Outcome.PASSED),
                row("the first day is not there", "windowCovered", with(c -> c.covers = Covers.FIRST_DAY)
                        .papers(paper("payslips-covering-window", FROM.plusDays(1), TO)), Outcome.FAILED),
                row("no paper for days without a job", "windowCovered", new Case().jobs(job("EMPLOYED", FROM, march, 1080, true, false),
                        new JobFact("J-2", march.plusDays(10), null, List.of(new JobFact.Hours(march.plusDays(10), 1080)), "EMPLOYED", true, false))
                        .papers(paper("payslips-covering-window", FROM, march), paper("payslips-covering-window", march.plusDays(10), TO)), Outcome.PASSED),
                row("a kind that shows nothing covers nothing", "windowCovered", new Case().papers(paper("photo-of-rota", FROM, TO)), Outcome.FAILED),
                row("nothing provisional", "finalPaper", new Case(), Outcome.NOT_NEEDED),
                row("only a stand-in", "finalPaper", new Case().papers(paper("photo-of-rota", FROM, TO)), Outcome.FAILED),
                row("the final one has followed", "finalPaper", new Case().papers(paper("photo-of-rota", FROM, TO), paper("payslips-covering-window", FROM, TO)),
                        Outcome.PASSED),
                row("no band", "hoursInBand", with(c -> c.from = null), Outcome.NOT_NEEDED),
                row("the paper shows fewer", "hoursInBand", new Case().papers(showing(15 * 60 + 59, "payslips-covering-window")), Outcome.FAILED),
                row("no paper shows hours", "hoursInBand", new Case().papers(showing(null, "payslips-covering-window")), Outcome.LOOK),
                row("the record falls below in March", "hoursInBand", new Case().jobs(new JobFact("J-1", FROM, null,
                        List.of(new JobFact.Hours(FROM, 1080), new JobFact.Hours(march, 600)), "EMPLOYED", true, false)), Outcome.LOOK),
                row("two jobs together", "hoursInBand", new Case().jobs(job("EMPLOYED", FROM, null, 8 * 60, true, false),
                        new JobFact("J-2", FROM, null, List.of(new JobFact.Hours(FROM, 8 * 60)), "EMPLOYED", true, false)), Outcome.PASSED),
                row("got after its days", "obtainedAfterPeriod", new Case(), Outcome.PASSED),
                row("got before its days were over", "obtainedAfterPeriod", new Case().papers(paper("payslips-covering-window", FROM, TO.plusDays(9))), Outcome.LOOK),
                row("used once", "fileUsedOnce", new Case(), Outcome.PASSED),
                row("used for somebody else", "fileUsedOnce", new Case().papers(elsewhere()), Outcome.FAILED),
                row("used for another outcome of the person", "fileUsedOnce", new Case().papers(at(Elsewhere.SAME_CASE, Elsewhere.NOWHERE)), Outcome.PASSED),
                row("used under another contract", "fileUsedOnce", new Case().papers(at(Elsewhere.SAME_PERSON, Elsewhere.NOWHERE)), Outcome.LOOK),
                row("nowhere else", "periodUsedOnce", new Case(), Outcome.PASSED),
                row("paid for under another contract", "periodUsedOnce", new Case().papers(at(Elsewhere.NOWHERE, Elsewhere.SAME_PERSON)), Outcome.LOOK),
                row("the payslip of somebody else", "periodUsedOnce", new Case().papers(at(Elsewhere.NOWHERE, Elsewhere.OTHER_PERSON)), Outcome.FAILED),
                row("no pay shown", "periodUsedOnce", new Case().papers(alternative(AlternativeReason.LOST)), Outcome.NOT_NEEDED),
                row("pay only", "otherIncome", new Case(), Outcome.PASSED),
                row("a tax refund in it", "otherIncome", new Case().papers(with(IncomeKind.TAX_REFUND)), Outcome.LOOK),
                row("a tax refund that does not count", "otherIncome", with(c -> c.notCounted = Set.of(IncomeKind.TAX_REFUND))
                        .papers(with(IncomeKind.TAX_REFUND)), Outcome.FAILED),
                row("something else does not count", "otherIncome", with(c -> c.notCounted = Set.of(IncomeKind.REDUNDANCY_PAY))
                        .papers(with(IncomeKind.TAX_REFUND)), Outcome.LOOK),
                row("no pay at all", "otherIncome", new Case().papers(alternative(AlternativeReason.LOST)), Outcome.NOT_NEEDED),
                row("employed", "selfEmployment", new Case(), Outcome.NOT_NEEDED),
                row("self-employed, payslips", "selfEmployment", new Case().jobs(job("SELF_EMPLOYED", FROM, null, 1080, true, false)), Outcome.LOOK),
                row("self-employed, accounts", "selfEmployment", new Case().jobs(job("SELF_EMPLOYED", FROM, null, 1080, true, false))
                        .papers(paper("self-employment-accounts", FROM, TO)), Outcome.PASSED),
                row("self-employed, does not count", "selfEmployment", with(c -> c.selfEmployment = false)
                        .jobs(job("SELF_EMPLOYED", FROM, null, 1080, true, false)), Outcome.FAILED),
                row("an own list, an invoice", "selfEmployment", with(c -> c.own = List.of("self-employment-accounts"))
                        .jobs(job("SELF_EMPLOYED", FROM, null, 1080, true, false)).papers(paper("self-employment-accounts", FROM, TO)), Outcome.PASSED),
                row("an own list, a payslip", "selfEmployment", with(c -> c.own = List.of("self-employment-accounts"))
                        .jobs(job("SELF_EMPLOYED", FROM, null, 1080, true, false)), Outcome.FAILED),
                row("an own list, covers nothing", "windowCovered", with(c -> c.own = List.of("self-employment-accounts"))
                        .jobs(job("SELF_EMPLOYED", FROM, null, 1080, true, false)), Outcome.FAILED),
                row("ordinary work", "workCounts", new Case(), Outcome.PASSED),
                row("volunteering", "workCounts", new Case().jobs(job("VOLUNTEERING", FROM, null, 1080, true, false)), Outcome.FAILED),
                row("not competitive", "workCounts", new Case().jobs(job("EMPLOYED", FROM, null, 1080, false, false)), Outcome.FAILED),
                row("inside the supply chain", "supplyChain", new Case().jobs(job("EMPLOYED", FROM, null, 1080, true, true)), Outcome.FAILED),
                row("inside, and it counts", "supplyChain", with(c -> c.supplyChain = true).jobs(job("EMPLOYED", FROM, null, 1080, true, true)), Outcome.PASSED),
                row("outside", "supplyChain", new Case(), Outcome.PASSED),
                row("no job", "supplyChain", new Case().jobs(), Outcome.NOT_NEEDED),
                row("no alternative", "alternativeExplained", new Case(), Outcome.NOT_NEEDED),
                row("alternative with a reason", "alternativeExplained", new Case().papers(alternative(AlternativeReason.LOST)), Outcome.LOOK),
                row("alternative without", "alternativeExplained", new Case().papers(alternative(null)), Outcome.FAILED),
                row("employer not asked", "employerContactBasis", new Case(), Outcome.NOT_NEEDED),
                row("asked with consent", "employerContactBasis", new Case().papers(fromEmployer(EmployerBasis.CONSENT)), Outcome.PASSED),
                row("asked on a ground that is not recorded", "employerContactBasis", new Case().papers(fromEmployer(EmployerBasis.CLAIMANT)), Outcome.FAILED),
                row("asked without consent", "employerContactBasis", with(c -> c.grounds = Grounds.of(false, Disclosure.AGREED, Claimant.NONE))
                        .papers(fromEmployer(EmployerBasis.CONSENT)), Outcome.FAILED),
                row("asked before the person was asked", "employerContactBasis", with(c -> c.grounds = Grounds.of(true, Disclosure.NOT_ASKED, Claimant.NONE))
                        .papers(fromEmployer(EmployerBasis.CONSENT)), Outcome.FAILED),
                row("asked under the order", "employerContactBasis", with(c -> c.grounds = Grounds.of(false, Disclosure.NOT_ASKED, Claimant.UC))
                        .papers(fromEmployer(EmployerBasis.CLAIMANT)), Outcome.PASSED),
                row("asked under the order, unwanted", "employerContactBasis", with(c -> c.grounds = Grounds.of(false, Disclosure.REFUSED, Claimant.JSA))
                        .papers(fromEmployer(EmployerBasis.CLAIMANT)), Outcome.LOOK),
                row("on the last day", "inTime", with(c -> c.on = TO.plusMonths(3)), Outcome.PASSED),
                row("a day late", "inTime", with(c -> c.on = TO.plusMonths(3).plusDays(1)), Outcome.FAILED),
                row("last attempt", "attemptsLeft", with(c -> c.round = 2), Outcome.PASSED),
                row("one too many", "attemptsLeft", with(c -> c.round = 3), Outcome.FAILED));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("table")
    @DisplayName("A row of the table")
    void rows(String title, String check, Case claim, Outcome expected) {
        assertThat(claim.outcome(check)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} minutes in the band from {1} to below {2}: {3}")
    @CsvSource({"959, 960, , FAILED", "960, 960, , PASSED", "959, , 960, PASSED", "960, , 960, FAILED", "480, 480, 960, PASSED", "479, 480, 960, FAILED",
        "960, 480, 960, FAILED"})
    @DisplayName("Exactly 16 hours belongs to the band that begins there")
    void bandEdges(int minutes, Integer from, Integer below, Outcome expected) {
        var claim = with(c -> {
            c.from = from;
            c.below = below;
        }).jobs(job("EMPLOYED", FROM, null, from != null ? from : below - 1, true, false)).papers(showing(minutes, "payslips-covering-window"));
        assertThat(claim.outcome("hoursInBand")).isEqualTo(expected);
    }

    @Test
    @DisplayName("The days that nothing covers, in order")
    void gaps() {
        var window = new Period(FROM, TO);
        assertThat(Period.gaps(window, List.of())).containsExactly(window);
        assertThat(Period.gaps(window, List.of(new Period(FROM.plusDays(2), FROM.plusDays(3)), new Period(FROM.plusDays(3), FROM.plusDays(8)),
                new Period(FROM.plusDays(4), FROM.plusDays(5)), new Period(TO, TO.plusYears(1)))))
                .containsExactly(new Period(FROM, FROM.plusDays(1)), new Period(FROM.plusDays(9), TO.minusDays(1)));
    }

    private static Arguments row(String title, String check, Case claim, Outcome expected) {
        return Arguments.of(title, check, claim, expected);
    }

    private static Case with(java.util.function.Consumer<Case> change) {
        var claim = new Case();
        change.accept(claim);
        return claim;
    }

    private static JobFact job(String kind, LocalDate from, LocalDate to, int minutes, boolean competitive, boolean inside) {
        return new JobFact("J-1", from, to, List.of(new JobFact.Hours(from, minutes)), kind, competitive, inside);
    }

    private static PaperView paper(String type, LocalDate from, LocalDate to) {
        return new Draft(type, from, to, 18 * 60).view();
    }

    private static PaperView showing(Integer minutes, String type) {
        return new Draft(type, FROM, TO, minutes).view();
    }

    private static PaperView elsewhere() {
        return new Draft("payslips-covering-window", FROM, TO, 1080).view(ObtainedFrom.CLIENT, null, null, true);
    }

    private static PaperView at(Elsewhere file, Elsewhere period) {
        return new Draft("payslips-covering-window", FROM, TO, 1080).view(ObtainedFrom.CLIENT, null, null, Set.of(), file, period);
    }

    private static PaperView with(IncomeKind income) {
        return new Draft("payslips-covering-window", FROM, TO, 1080)
                .view(ObtainedFrom.CLIENT, null, null, Set.of(income), Elsewhere.NOWHERE, Elsewhere.NOWHERE);
    }

    private static PaperView alternative(AlternativeReason reason) {
        return new Draft("signed-client-declaration", FROM, TO, 1080).view(ObtainedFrom.CLIENT, reason, null, false);
    }

    private static PaperView fromEmployer(EmployerBasis basis) {
        return new Draft("payslips-covering-window", FROM, TO, 1080).view(ObtainedFrom.EMPLOYER, null, basis, false);
    }

    private record Draft(String type, LocalDate from, LocalDate to, Integer minutes) {
        PaperView view() {
            return view(ObtainedFrom.CLIENT, null, null, false);
        }

        PaperView view(ObtainedFrom source, AlternativeReason reason, EmployerBasis basis, boolean elsewhere) {
            return view(source, reason, basis, Set.of(), elsewhere ? Elsewhere.OTHER_PERSON : Elsewhere.NOWHERE, Elsewhere.NOWHERE);
        }

        PaperView view(ObtainedFrom source, AlternativeReason reason, EmployerBasis basis, Set<IncomeKind> income, Elsewhere file, Elsewhere period) {
            return new PaperView("F-1", "C-1", 1, type, null, from, to, source, ObtainedHow.POST, LocalDate.of(2021, 4, 6), "s", reason, "", basis,
                    new NewPaper.Shows(minutes, null, null, income), "a.pdf", "application/pdf", 9, "", "s", Instant.EPOCH, file, period);
        }
    }
}
