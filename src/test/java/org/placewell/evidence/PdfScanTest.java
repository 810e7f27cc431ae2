package org.placewell.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.placewell.evidence.EmployerWish.Claimant;
import org.placewell.evidence.EmployerWish.Disclosure;
import org.placewell.evidence.ReviewDecision.Decision;
import org.placewell.shared.Problem;

@DisplayName("A PDF is taken as it is or not at all")
class PdfScanTest {

    private static final String GOOD = Samples.text(Samples.pdf("x"));

    static Stream<Arguments> refused() {
        return Stream.of(
                row("a version there is not", "pdf-broken", GOOD.replaceFirst("%PDF-\\d", "%PDF-9")),
                row("no end", "pdf-broken", GOOD.replace("%%EOF", "")),
                row("something after the end", "pdf-broken", GOOD + "x"),
                row("no table of contents", "pdf-broken", GOOD.replace("startxref", "xxxxxxxxx")),
                row("a script in an object stream that is not packed", "pdf-active", holding("/Type /ObjStm", "1 0 << /JS (x) >>")),
                row("a script in an object stream whose name has an escape", "pdf-active", holding("/Type /Obj#53tm", "1 0 << /JS (x) >>")),
                row("an object stream packed in a way nobody reads", "pdf-active", holding("/Type /ObjStm /Filter /ASCII85Decode", "x")),
                row("an object stream packed twice", "pdf-active", holding("/Type /ObjStm /Filter [/ASCII85Decode /FlateDecode]", "x")),
                row("an object stream packed and damaged", "pdf-broken", holding("/Type /ObjStm /Filter /FlateDecode", "not packed")),
                row("a script right after a stream", "pdf-active",
                        holding("/Type /XObject", "x").replace("endstream\nendobj", "endstream /JS\nendobj")),
                row("a password", "pdf-encrypted", GOOD.replace("/Type /Catalog", "/Type /Catalog /Encrypt 9 0 R")));
    }

    static Stream<Arguments> taken() {
        return Stream.of(
                row("as it is", "", GOOD),
                row("ended by a blank line", "", GOOD + "\r\n"),
                row("the newer version", "", GOOD.replaceFirst("%PDF-1\\.\\d", "%PDF-2.0")),
                row("an object stream that is not packed and holds no script", "", holding("/Type /ObjStm", "1 0 << /A (x) >>")),
                row("the letters of a script's name within a picture", "", holding("/Type /XObject", "/JS /AA /XFA")),
                row("a longer name that begins like a script's", "", GOOD.replace("/Type /Catalog", "/Type /Catalog /JSon 1")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("refused")
    @DisplayName("Refused")
    void refused(String title, String code, String text) {
        var problem = catchThrowableOfType(Problem.class, () -> PdfScan.check(Samples.latin1(text)));
        assertThat(problem).isNotNull();
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.field()).isEqualTo("file");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("taken")
    @DisplayName("Taken byte by byte")
    void taken(String title, String code, String text) {
        assertThat(PdfScan.check(Samples.latin1(text))).isEqualTo(Samples.latin1(text));
    }

    @ParameterizedTest
    @EnumSource(RejectionReason.class)
    @DisplayName("A reason's code in forms leads back to it; a validator chooses none that comes about by itself")
    void reasons(RejectionReason reason) {
        assertThat(RejectionReason.ofCode(reason.code())).isEqualTo(reason);
        assertThat(reason.isForValidators()).isEqualTo(!java.util.Set.of(RejectionReason.DEADLINE_PASSED, RejectionReason.DISPUTE_NOT_RAISED,
                RejectionReason.NO_LONGER_PAYABLE, RejectionReason.REPLACED).contains(reason));
    }

    @Test
    @DisplayName("So do the codes of decisions, of what is needed, of what a person said about an employer")
    void codes() {
        assertThat(Decision.values()).allSatisfy(one -> {
            assertThat(Decision.ofCode(one.code())).isEqualTo(one);
            assertThat(one.label()).isNotBlank();
        });
        assertThat(Decision.MORE_INFORMATION.code()).isEqualTo("moreInformation");
        assertThat(NeededCode.values()).allSatisfy(one -> assertThat(NeededCode.ofCode(one.code())).isEqualTo(one));
        assertThat(Claimant.values()).allSatisfy(one -> assertThat(Claimant.ofCode(one.code())).isEqualTo(one));
        assertThat(Disclosure.values()).allSatisfy(one -> assertThat(Disclosure.ofCode(one.code())).isEqualTo(one));
        assertThat(EvidenceStatus.values()).extracting(EvidenceStatus::label).doesNotHaveDuplicates().doesNotContain("");
        assertThat(CheckResult.Outcome.values()).extracting(CheckResult.Outcome::label).doesNotHaveDuplicates().doesNotContain("");
        assertThat(EmployerBasis.ofCode("")).isNull();
    }

    private static Arguments row(String title, String code, String text) {
        return Arguments.of(title, code, text);
    }

    /** The good file with one more stream in it. */
    private static String holding(String dictionary, String data) {
        return GOOD.replace("xref\n0 ", "9 0 obj\n<< " + dictionary + " /Length " + data.length() + " >>\nstream\n" + data
                + "\nendstream\nendobj\nxref\n0 ");
    }
}
