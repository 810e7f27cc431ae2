package org.placewell.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.contract.domain.ShownBy.Covers;
import org.placewell.evidence.ChecklistView.Rank;
import org.placewell.evidence.EvidenceRequirements.Kinds;
import org.placewell.evidence.PaperView.ObtainedFrom;
import org.placewell.evidence.PaperView.ObtainedHow;
import org.placewell.shared.Pence;

@DisplayName("What a claim has to show, what is there, what is still missing")
class ChecklistTest {

    private static final LocalDate FROM = LocalDate.of(2021, 1, 4);
    private static final LocalDate TO = LocalDate.of(2021, 4, 4);
    private static final Period WINDOW = new Period(FROM, TO);
    private static final Kinds GENERAL = new Kinds(List.of("payslip", "payroll-record"), List.of("signed-client-declaration"), List.of(),
            List.of("employment-contract"));
    private static final Kinds WITH_OWN = new Kinds(List.of("payslip"), List.of(), List.of("self-employment-accounts"), List.of());
    private static final JobFact JOB = new JobFact("J-1", FROM, null, List.of(), "EMPLOYED", true, false);
    private static final JobFact OWN = new JobFact("J-2", FROM, TO.plusDays(9), List.of(), "SELF_EMPLOYED", true, false);
    private static final String NEEDS_GENERAL = "At least one of: Payslip; Payroll record";
    private static final String NEEDS_OWN = "For the self-employed work, at least one of: Accounts or invoices of self-employment";

    @Test
    @DisplayName("A line for each kind the contract takes, in its rank, with the papers there are of it")
    void lines() {
        var list = of(GENERAL, List.of(JOB), paper("payslip"), paper("payslip"), paper("employment-contract"));
        assertThat(list.lines()).containsExactly(line("payslip", "Payslip", Rank.PREFERRED, 2), line("payroll-record", "Payroll record",
                Rank.PREFERRED, 0),
                line("signed-client-declaration", "Person's signed declaration", Rank.ALTERNATIVE, 0),
                line("employment-contract", "Employment contract", Rank.PROVISIONAL, 1));
        assertThat(list.claimRef()).isEqualTo("C-1");
        assertThat(Rank.PREFERRED.hint()).isEmpty();
        assertThat(Rank.ALTERNATIVE.hint()).isEqualTo("Alternative: needs a reason");
    }

    @Test
    @DisplayName("Self-employed work has its own list; both kinds of work together have both")
    void ownList() {
        assertThat(of(WITH_OWN, List.of(OWN)).lines()).extracting(ChecklistView.Line::rank).containsExactly(Rank.SELF_EMPLOYED);
        assertThat(of(WITH_OWN, List.of(JOB)).lines()).extracting(ChecklistView.Line::rank).containsExactly(Rank.PREFERRED);
        assertThat(of(WITH_OWN, List.of(JOB, OWN)).lines()).extracting(ChecklistView.Line::rank).containsExactly(Rank.PREFERRED, Rank.SELF_EMPLOYED);
        assertThat(of(WITH_OWN, List.of()).lines()).extracting(ChecklistView.Line::rank).containsExactly(Rank.PREFERRED);
        assertThat(of(GENERAL, List.of(OWN)).lines()).extracting(ChecklistView.Line::rank).doesNotContain(Rank.SELF_EMPLOYED)
                .contains(Rank.PREFERRED);
    }

    @Test
    @DisplayName("Missing: a paper for each kind of work that has none; once there is one, the days that it leaves open")
    void missing() {
        assertThat(of(GENERAL, List.of(JOB)).missing()).containsExactly(NEEDS_GENERAL);
        assertThat(of(GENERAL, List.of()).missing()).containsExactly(NEEDS_GENERAL);
        assertThat(of(GENERAL, List.of(), paper("payslip")).missing()).isEmpty();
        assertThat(of(GENERAL, List.of(OWN)).missing()).as("no list of its own").containsExactly(NEEDS_GENERAL);
        assertThat(of(WITH_OWN, List.of(JOB, OWN)).missing()).containsExactly("At least one of: Payslip", NEEDS_OWN);
        assertThat(of(WITH_OWN, List.of(JOB, OWN), paper("payslip")).missing()).containsExactly(NEEDS_OWN);
        assertThat(of(WITH_OWN, List.of(JOB, OWN), paper("self-employment-accounts")).missing()).containsExactly("At least one of: Payslip");
        var part = about("payslip", null, FROM.plusDays(1), TO);
        assertThat(of(GENERAL, List.of(JOB), part).missing()).containsExactly("Papers for 4 January 2021");
        assertThat(of(GENERAL, List.of(JOB), part).gaps()).containsExactly(new Period(FROM, FROM));
        assertThat(of(GENERAL, List.of(JOB), part).isComplete()).isFalse();
        assertThat(of(GENERAL, List.of(JOB), paper("payslip")).isComplete()).isTrue();
    }

    @Test
    @DisplayName("Two jobs: a paper about one of them is enough to begin with, and what it does not cover is asked for by its days")
    void twoJobs() {
        var second = new JobFact("J-3", FROM, null, List.of(), "EMPLOYED", true, false);
        assertThat(of(GENERAL, List.of(JOB, second), about("payslip", "J-1", FROM, TO)).missing()).isEmpty();
        assertThat(of(GENERAL, List.of(JOB, second)).missing()).containsExactly(NEEDS_GENERAL);
        assertThat(of(GENERAL, List.of(JOB, second), about("payslip", "J-9", FROM, TO)).missing()).containsExactly(NEEDS_GENERAL);
    }

    @Test
    @DisplayName("A paper that only stands in is told from one that counts for good")
    void standsIn() {
        assertThat(of(GENERAL, List.of(JOB), paper("employment-contract")).provisionalOnly()).isTrue();
        assertThat(of(GENERAL, List.of(JOB), paper("employment-contract"), paper("payslip")).provisionalOnly()).isFalse();
        assertThat(of(GENERAL, List.of(JOB)).provisionalOnly()).isFalse();
    }

    @Test
    @DisplayName("A kind is taken for the work it can show; a paper matters when it is about a job of the claim and days of its window")
    void coverage() {
        var both = new Coverage(needs(WITH_OWN, Covers.WHOLE_PERIOD), List.of(JOB));
        assertThat(both.takes("payslip")).isTrue();
        assertThat(both.takes("self-employment-accounts")).as("no self-employed work").isFalse();
        var none = new Coverage(needs(GENERAL, Covers.WHOLE_PERIOD), List.of());
        assertThat(none.takes("payslip")).isTrue();
        assertThat(none.takes("employment-contract")).isTrue();
        assertThat(none.takes("bank-statement")).isFalse();
        assertThat(none.shows(paper("bank-statement"))).isFalse();
        assertThat(none.concerns(about("payslip", "J-9", FROM, TO), WINDOW)).as("rests on no job").isTrue();
        assertThat(both.concerns(about("payslip", "J-9", FROM, TO), WINDOW)).isFalse();
        assertThat(both.concerns(about("payslip", "J-1", TO, TO.plusDays(1)), WINDOW)).isTrue();
        assertThat(both.concerns(about("payslip", "J-1", TO.plusDays(1), TO.plusDays(2)), WINDOW)).isFalse();
        assertThat(new Coverage(needs(WITH_OWN, Covers.NOTHING), List.of(JOB)).concerns(about("payslip", "J-1", TO.plusDays(1), TO.plusDays(2)),
                WINDOW))
                .as("no days in particular").isTrue();
    }

    @Test
    @DisplayName("What is ahead: the days its papers will have to cover, and the kinds, the self-employed ones among the preferred")
    void ahead() {
        assertThat(ahead(Covers.WHOLE_PERIOD, FROM, TO).coverage())
                .isEqualTo("Together they have to cover every day in work from 4 January 2021 to 4 April 2021");
        assertThat(ahead(Covers.WHOLE_PERIOD, null, null).coverage())
                .isEqualTo("Together they have to cover every day in work from the first day to the day it is reached");
        assertThat(ahead(Covers.FIRST_DAY, FROM, TO).coverage()).isEqualTo("They have to show the first day, 4 January 2021");
        assertThat(ahead(Covers.FIRST_DAY, null, TO).coverage()).isEqualTo("They have to show the first day");
        assertThat(ahead(Covers.NOTHING, FROM, TO).coverage()).isEqualTo("They need not cover any days in particular");
        assertThat(ahead(Covers.NOTHING, FROM, TO).hasBegun()).isTrue();
        assertThat(ahead(Covers.NOTHING, null, TO).hasBegun()).isFalse();
        var list = ahead(Covers.NOTHING, FROM, TO);
        assertThat(list.preferred()).containsExactly("Payslip", "Payroll record");
        assertThat(list.alternatives()).containsExactly("Person's signed declaration");
        assertThat(list.provisional()).containsExactly("Employment contract");
    }

    @Test
    @DisplayName("A case: its last day for the final paper, the attempts left, why it was closed, whether it is late")
    void evidenceCase() {
        var view = view(1, EvidenceStatus.GATHERING, LocalDate.of(2021, 6, 20), "REPLACED");
        assertThat(view.claimRef()).isEqualTo("C-1");
        assertThat(view.finalBy()).isEqualTo(LocalDate.of(2021, 7, 20));
        assertThat(view.attemptsLeft()).isEqualTo(2);
        assertThat(view.closeLabel()).isEqualTo(RejectionReason.REPLACED.label());
        var open = view(2, EvidenceStatus.SUBMITTED, null, null);
        assertThat(open.finalBy()).isNull();
        assertThat(open.attemptsLeft()).isEqualTo(1);
        assertThat(open.closeLabel()).isEmpty();
        assertThat(view(4, EvidenceStatus.SUBMITTED, null, null).attemptsLeft()).isZero();
        assertThat(new EvidenceSummary(view, null, TO).isLate(TO)).as("on the last day").isFalse();
        assertThat(new EvidenceSummary(view, null, TO).isLate(TO.plusDays(1))).isTrue();
        assertThat(new EvidenceSummary(open, null, TO).isLate(TO.plusDays(1))).as("sent in").isFalse();
        assertThat(java.util.Arrays.stream(EvidenceStatus.values()).filter(EvidenceStatus::takesPapers))
                .containsExactly(EvidenceStatus.GATHERING, EvidenceStatus.MORE_NEEDED);
    }

    @Test
    @DisplayName("In words: kinds of paper without their article, jobs with their days, who had a hand in it")
    void words() {
        assertThat(EvidenceTypes.label("payslip")).isEqualTo("Payslip");
        assertThat(EvidenceTypes.label("letter-of-a-later-contract")).isEqualTo("Letter of a later contract");
        assertThat(EvidenceTypes.label("")).isEmpty();
        assertThat(JOB.inWords()).isEqualTo("J-1, from 4 January 2021");
        assertThat(OWN.inWords()).isEqualTo("J-2, self-employed, from 4 January 2021 to 13 April 2021");
        assertThat(JOB.heldOn(FROM.minusDays(1))).isFalse();
        assertThat(OWN.heldOn(TO.plusDays(9))).isTrue();
        assertThat(OWN.heldOn(TO.plusDays(10))).isFalse();
        var people = new Participants(Set.of("c"), Set.of("b"), Set.of("a", "b"));
        assertThat(people.all()).containsExactly("a", "b", "c");
        assertThat(people.validators()).containsExactly("a", "b");
        assertThat(paper("payslip").type()).isEqualTo("Payslip");
        assertThat(paper("payslip").pay()).isEqualTo(Pence.of(12_345));
        assertThat(paper("payslip").isPicture()).isFalse();
        for (var where : Elsewhere.values()) {
            assertThat(elsewhere(where).usedElsewhere()).isEqualTo(where == Elsewhere.SAME_PERSON || where == Elsewhere.OTHER_PERSON);
        }
    }

    private static ChecklistView of(Kinds kinds, List<JobFact> jobs, PaperView... papers) {
        return Checklist.of("C-1", needs(kinds, Covers.WHOLE_PERIOD), jobs, WINDOW, List.of(papers));
    }

    private static EvidenceRequirements needs(Kinds kinds, Covers covers) {
        return new EvidenceRequirements(kinds, covers, 30, null, null, true, Set.of(), false, Set.of(), 2, 10, 10);
    }

    private static ComingOutcome ahead(Covers covers, LocalDate begun, LocalDate earliest) {
        return new ComingOutcome("x", "X", "…", List.of(JOB), begun, earliest, null, List.of(), covers, of(GENERAL, List.of(JOB)), List.of());
    }

    private static EvidenceCaseView view(int round, EvidenceStatus status, LocalDate provisionalOn, String closed) {
        var claim = new NewEvidenceCase("C-1", "R-1", "contract", 1, "x", "X", "…", 1, null, "s", Set.of(), "Ada", FROM, TO, TO, List.of(JOB),
                needs(GENERAL, Covers.WHOLE_PERIOD));
        return new EvidenceCaseView(claim, status, round, FROM, null, provisionalOn, null, null, null, closed);
    }

    private static ChecklistView.Line line(String code, String type, Rank rank, int papers) {
        return new ChecklistView.Line(code, type, rank, papers);
    }

    private static PaperView paper(String type) {
        return about(type, null, FROM, TO);
    }

    private static PaperView about(String type, String job, LocalDate from, LocalDate to) {
        return made(type, job, from, to, Elsewhere.NOWHERE);
    }

    private static PaperView elsewhere(Elsewhere where) {
        return made("payslip", null, FROM, TO, where);
    }

    private static PaperView made(String type, String job, LocalDate from, LocalDate to, Elsewhere file) {
        return new PaperView("F-1", "C-1", 1, type, job, from, to, ObtainedFrom.CLIENT, ObtainedHow.POST, TO, "s", null, "", null,
                new NewPaper.Shows(null, 12_345L, null, Set.of()), "a.pdf", "application/pdf", 9, "", "s", Instant.EPOCH, file, Elsewhere.NOWHERE);
    }
}
