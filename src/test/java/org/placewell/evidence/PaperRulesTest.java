package org.placewell.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.placewell.evidence.ChecklistView.Rank;
import org.placewell.evidence.PaperView.AlternativeReason;
import org.placewell.evidence.PaperView.ObtainedFrom;
import org.placewell.evidence.PaperView.ObtainedHow;
import org.placewell.shared.Problem;

@DisplayName("What must be said about a paper, each rule at its edge")
class PaperRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2021, 4, 7);
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final JobFact FIRST = new JobFact("J-1", TODAY.minusDays(90), null, List.of(), "EMPLOYED", true, false);
    private static final JobFact SECOND = new JobFact("J-2", TODAY.minusDays(60), null, List.of(), "EMPLOYED", true, false);
    private static final PaperSheet SHEET = new PaperSheet(List.of(line("payslip", Rank.PREFERRED), line("letter", Rank.ALTERNATIVE),
            line("both", Rank.ALTERNATIVE), line("both", Rank.SELF_EMPLOYED)), List.of(FIRST), List.of());

    /** What somebody says about a paper; all right as it stands. */
    private static final class Said {
        private PaperSheet sheet = SHEET;
        private String type = "payslip";
        private String job;
        private LocalDate from = TODAY.minusDays(30);
        private LocalDate to = TODAY.minusDays(1);
        private ObtainedFrom source = ObtainedFrom.CLIENT;
        private ObtainedHow how = ObtainedHow.POST;
        private LocalDate on = TODAY;
        private AlternativeReason reason;
        private String detail;
        private EmployerBasis basis;
        private Integer minutes;
        private Long pence;
        private String number;

        private void check() {
            PaperRules.check(sheet, new NewPaper(type, job, from, to, source, how, on, null, reason, detail, basis,
                    new NewPaper.Shows(minutes, pence, number, Set.of()), "a.pdf", null, new byte[0]), TODAY);
        }
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                row("no kind chosen", "typeCode", said -> said.type = null),
                row("a kind that is not taken", "typeCode", said -> said.type = "photo"),
                row("no first day", "coversFrom", said -> said.from = null),
                row("no last day", "coversTo", said -> said.to = null),
                row("a day before this century", "coversFrom", said -> said.from = EARLIEST.minusDays(1)),
                row("the last day a day before the first", "coversTo", said -> said.to = said.from.minusDays(1)),
                row("a day more than a year ahead", "coversTo", said -> said.to = TODAY.plusYears(1).plusDays(1)),
                row("nobody it came from", "obtainedFrom", said -> said.source = null),
                row("no way it came", "obtainedHow", said -> said.how = null),
                row("no day it came", "obtainedOn", said -> said.on = null),
                row("got tomorrow", "obtainedOn", said -> said.on = TODAY.plusDays(1)),
                row("got before this century", "obtainedOn", said -> said.on = EARLIEST.minusDays(1)),
                row("no minutes at all", "minutesShown", said -> said.minutes = 0),
                row("more minutes than a week has", "minutesShown", said -> said.minutes = 7 * 24 * 60 + 1),
                row("no pay", "payShown", said -> said.pence = 0L),
                row("a penny more than a million pounds", "payShown", said -> said.pence = 100_000_001L),
                row("a number with a name in it", "paperNumber", said -> said.number = "Ada 7"),
                row("a number of 41 signs", "paperNumber", said -> said.number = "7".repeat(41)),
                row("a job that is not listed", "jobRef", said -> said.job = "J-2"),
                row("501 characters of explanation", "alternativeDetail", said -> said.detail = "x".repeat(501)),
                row("an alternative without a reason", "alternativeReason", said -> said.type = "letter"),
                row("an employer asked on no ground", "employerBasis", said -> said.source = ObtainedFrom.EMPLOYER),
                row("one of two employers, which is not said", "jobRef", said -> {
                    said.sheet = new PaperSheet(SHEET.lines(), List.of(FIRST, SECOND), List.of());
                    said.source = ObtainedFrom.EMPLOYER;
                    said.basis = EmployerBasis.CONSENT;
                }));
    }

    static Stream<Arguments> taken() {
        return Stream.of(
                row("as it stands", "", said -> {}),
                row("one day in all", "", said -> said.to = said.from),
                row("the century's first day", "", said -> said.from = EARLIEST),
                row("a year ahead", "", said -> said.to = TODAY.plusYears(1)),
                row("got on the century's first day", "", said -> said.on = EARLIEST),
                row("one minute", "", said -> said.minutes = 1),
                row("every minute of a week", "", said -> said.minutes = 7 * 24 * 60),
                row("a penny", "", said -> said.pence = 1L),
                row("a million pounds", "", said -> said.pence = 100_000_000L),
                row("a number of 40 signs", "", said -> said.number = "A/7.-".repeat(8)),
                row("the job that is listed", "", said -> said.job = "J-1"),
                row("500 characters of explanation", "", said -> said.detail = "x".repeat(500)),
                row("an alternative with a reason", "", said -> {
                    said.type = "letter";
                    said.reason = AlternativeReason.LOST;
                }),
                row("a kind that is an alternative and something better too", "", said -> said.type = "both"),
                row("an employer asked with consent", "", said -> {
                    said.source = ObtainedFrom.EMPLOYER;
                    said.basis = EmployerBasis.CONSENT;
                }),
                row("one of two employers, asked under the order", "", said -> {
                    said.sheet = new PaperSheet(SHEET.lines(), List.of(FIRST, SECOND), List.of());
                    said.source = ObtainedFrom.EMPLOYER;
                    said.basis = EmployerBasis.CLAIMANT;
                    said.job = "J-2";
                }),
                row("two jobs, and no employer asked", "", said -> said.sheet = new PaperSheet(SHEET.lines(), List.of(FIRST, SECOND), List.of())));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("refused")
    @DisplayName("Refused, with the field at fault")
    void refused(String title, String field, Consumer<Said> change) {
        var said = new Said();
        change.accept(said);
        var problem = catchThrowableOfType(Problem.class, said::check);
        assertThat(problem).isNotNull();
        assertThat(problem.field()).isEqualTo(field);
        assertThat(problem.code()).isEqualTo("paper-" + field);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("taken")
    @DisplayName("Taken")
    void taken(String title, String field, Consumer<Said> change) {
        var said = new Said();
        change.accept(said);
        assertThatCode(said::check).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("Pay is asked about only when a kind of paper shows it")
    void asksAboutPay() {
        assertThat(SHEET.asksAboutPay()).isTrue();
        assertThat(new PaperSheet(List.of(line("letter", Rank.ALTERNATIVE)), List.of(), List.of()).asksAboutPay()).isFalse();
    }

    private static Arguments row(String title, String field, Consumer<Said> change) {
        return Arguments.of(title, field, change);
    }

    private static ChecklistView.Line line(String type, Rank rank) {
        return new ChecklistView.Line(type, type, rank, 0);
    }
}
