package org.placewell.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.shared.Download;
import org.placewell.shared.Pence;

@DisplayName("A statement as a file")
class StatementFilesTest {

    @Test
    @DisplayName("CSV: an apostrophe before whatever a spreadsheet could take for a formula; amounts and totals plain")
    void csv() {
        var text = new String(StatementFiles.csv(statement(2, "=HYPERLINK(\"http://x\")", "@SUM(1)")).content(), StandardCharsets.UTF_8);
        assertThat(text).contains("\"'=HYPERLINK(\"\"http://x\"\")\"").contains("'@SUM(1)").contains("TOTAL,,,,,2,,,-20.00")
                .doesNotContain(",=").doesNotContain(",@");
    }

    @Test
    @DisplayName("XLSX: every text is a text cell, none a formula; amounts are numbers")
    void xlsx() throws IOException {
        var sheet = sheet(StatementFiles.xlsx(statement(1200, "=1+1", "+1")));
        assertThat(sheet).doesNotContain("<f>").contains("<v>-10.00</v>");
        assertThat(sheet.split("<row ", -1)).hasSize(1 + 1 + 1200 + 1);
    }

    @Test
    @DisplayName("PDF: over as many pages as it takes, every line on it, signs that no font knows as question marks")
    void pdf() throws IOException {
        try (var document = Loader.loadPDF(StatementFiles.pdf(statement(150, "Zażółć 𝄞 £ é", "A rule ".repeat(60))).content())) {
            var text = new PDFTextStripper().getText(document);
            assertThat(document.getNumberOfPages()).isGreaterThan(2);
            assertThat(text).contains("A contract of the test", "Payee", "The Office").contains("C-0001", "C-0150", "Rule 1", "Together 150 lines", "goes back to the payer", "é").contains("page 3");
        }
    }

    @Test
    @DisplayName("PDF: who listens to it hears its title, its language, headings, and a table whose columns are named; nothing is left untagged")
    void tagged() throws IOException {
        try (var document = Loader.loadPDF(StatementFiles.pdf(statement(150, "An outcome with a name that is far too long ".repeat(3), "A rule ".repeat(60))).content())) {
            var catalog = document.getDocumentCatalog();
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Statement S-TEST001: A contract of the test");
            assertThat(catalog.getLanguage()).isEqualTo("en-GB");
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(catalog.getMetadata().exportXMPMetadata()).asString(StandardCharsets.UTF_8).contains("Statement S-TEST001: A contract of the test");
            assertThat(catalog.getStructureTreeRoot().getParentTree().getNumbers()).hasSize(document.getNumberOfPages());

            var heard = PdfListener.of(document);

            assertThat(heard.untagged()).isZero();
            assertThat(heard.texts("H1")).containsExactly("Statement S-TEST001");
            assertThat(heard.texts("H2")).containsExactly("What is charged", "Why: the rules of the contract");
            assertThat(heard.texts("TH")).containsExactly("Claim or charge", "For what", "Why", "Amount");
            assertThat(heard.scopes()).containsOnly("Column").hasSize(4);
            assertThat(heard.texts("TD")).startsWith("C-0001", "An outcome with a name that is far too long ".repeat(3) + " (credit)", "rule 1", "−£10")
                    .endsWith("Together", "150 lines", "−£1,500").hasSize(4 * 150 + 3);
            assertThat(heard.texts("P")).contains("To ", "Rule 1: " + "A rule ".repeat(60));
        }
    }

    private static StatementView statement(int lines, String outcome, String rule) {
        var all = IntStream.rangeClosed(1, lines).mapToObj(n -> new StatementView.Line(String.format("C-%04d", n), outcome, "CREDIT", Pence.of(-1000),
                "LIVE", rule, null, false)).toList();
        return new StatementView("S-TEST001", "contract", "A contract of the test", "The Office", "payer", "=cmd|' /C calc'!A0", YearMonth.of(2026, 4), StatementStatus.DRAFT, 3, "me",
                Instant.EPOCH, Pence.of(-1000L * lines), "PO 1", null, null, null, all, List.of());
    }

    private static String sheet(Download file) throws IOException {
        var path = Files.createTempFile("statement", ".xlsx");
        Files.write(path, file.content());
        // As spreadsheet programs read it, by its table of contents: a stream reader stumbles over sizes told after the content.
        try (var zip = new ZipFile(path.toFile())) {
            return new String(zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            Files.delete(path);
        }
    }
}
