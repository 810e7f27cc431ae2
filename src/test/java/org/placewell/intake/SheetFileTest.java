package org.placewell.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.shared.Problem;

@DisplayName("Files of people as people and spreadsheets make them")
class SheetFileTest {

    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String HEAD = Arrays.stream(Column.values()).map(Column::heading).collect(Collectors.joining(","));

    @Test
    @DisplayName("Headings may stand in any order and capitals; empty rows count but are nobody; lines are those of a spreadsheet")
    void headings() {
        var rows = read(("\ufeff" + needed("Birth_Date , Stage") + "\r\n").getBytes(StandardCharsets.UTF_8), true);
        assertThat(rows).isEmpty();
        var csv = needed("") + "\n" + ",,,,,,,,,,\n" + cells("A\u00a01") + "\n";
        var read = new ArrayList<Integer>();
        SheetFile.read(csv.getBytes(StandardCharsets.UTF_8), (line, cells) -> {
            read.add(line);
            assertThat(cells.get(Column.ROW_KEY)).isEqualTo("A 1");
        });
        assertThat(read).containsExactly(3);
    }

    @Test
    @DisplayName("Semicolons and tabs do, and an apostrophe before a formula sign is no part of the text")
    void delimiters() {
        for (var delimiter : new String[] {";", "\t"}) {
            var csv = (needed("") + "\n" + cells("'+44")).replace(",", delimiter);
            SheetFile.read(csv.getBytes(StandardCharsets.UTF_8), (line, cells) -> assertThat(cells.get(Column.ROW_KEY)).isEqualTo("+44"));
        }
    }

    @Test
    @DisplayName("What cannot be read as a whole is refused with the way on")
    void refused() throws IOException {
        refused(new byte[0], "empty");
        refused(new byte[SheetFile.MOST_BYTES + 1], "10 MB");
        refused("\u00e9".getBytes(StandardCharsets.ISO_8859_1), "Line 1 holds a letter that is not in UTF-8");
        refused((HEAD + "\nZo\u00eb").getBytes(StandardCharsets.ISO_8859_1), "Line 2");
        refused(HEAD.getBytes(StandardCharsets.UTF_16), "UTF-16");
        refused(new byte[] {'a', 0, 'b'}, "neither a CSV file nor an Excel workbook");
        refused(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0}, "old or a protected Excel file");
        refused("name,born\nA,B".getBytes(StandardCharsets.UTF_8), "Missing: 'row key'");
        refused((HEAD + ",shoe size\n").getBytes(StandardCharsets.UTF_8), "Not known: 'shoe size'");
        refused((HEAD + ",Row Key\n").getBytes(StandardCharsets.UTF_8), "'row key' stands there twice");
        refused(HEAD.getBytes(StandardCharsets.UTF_8), "headings but no people");
        refused((HEAD + "\n\"open").getBytes(StandardCharsets.UTF_8), "quotation mark");
        refused((HEAD + "\n" + "x\n".repeat(SheetFile.MOST_ROWS + 1)).getBytes(StandardCharsets.UTF_8), "more than 20000 rows");
        refused((HEAD + "\n" + "x\n".repeat(100_001)).getBytes(StandardCharsets.UTF_8), "more than 20000 rows");
        refused(new byte[] {'P', 'K', 3, 4, 9, 9}, "cannot be read as an Excel workbook");
        refused(zip("xl/workbook.xml", 130, false), "unpacks to more than we read");
        refused(zip("xl/vbaProject.bin", 1, false), "macros");
        refused(zip("xl/workbook.xml", 1, true), "cannot be read as an Excel workbook");
    }

    @Test
    @DisplayName("A workbook's days, numbers and texts come as values, its formulas do not come at all")
    void workbook() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Test", "1.0")) {
            var sheet = book.newWorksheet("People");
            for (var column : Column.values()) {
                sheet.value(0, column.ordinal(), column.heading());
            }
            sheet.value(1, Column.ROW_KEY.ordinal(), 42);
            sheet.value(1, Column.NHS_NUMBER.ordinal(), 9_991_234_567L);
            sheet.value(1, Column.BIRTH_DATE.ordinal(), java.time.LocalDate.of(1988, 5, 17));
            sheet.style(1, Column.BIRTH_DATE.ordinal()).format("dd/mm/yyyy").set();
            sheet.value(1, Column.GIVEN_NAME.ordinal(), "Zo\u00eb");
            sheet.formula(1, Column.FAMILY_NAME.ordinal(), "HYPERLINK(\"http://x\")");
            sheet.value(1, Column.WEEKLY_HOURS.ordinal(), new java.math.BigDecimal("18.50"));
        }
        var rows = read(bytes.toByteArray(), false);
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0)).containsEntry(Column.ROW_KEY, "42").containsEntry(Column.NHS_NUMBER, "9991234567")
                .containsEntry(Column.BIRTH_DATE, "1988-05-17").containsEntry(Column.GIVEN_NAME, "Zo\u00eb").containsEntry(Column.WEEKLY_HOURS, "18.5")
                .containsEntry(Column.FAMILY_NAME, XlsxRows.FORMULA);
    }

    @Test
    @DisplayName("A cell or a row that stands where no spreadsheet has one is refused before anything makes room for it")
    void shape() throws IOException {
        var far = "<row r=\"1\"><c r=\"%s\"><v>1</v></c></row>";
        for (var reference : List.of("ZZZZZZ1", "AAAA1", "XFE1", "1", "A", "A12345678", "-A1")) {
            odd(sheet(SHEET, far.formatted(reference)));
        }
        odd(sheet("xl/any.bin", far.formatted("ZZZZZZ1")));
        odd(sheet(SHEET, far.formatted("ZZZZZZ1").replace("<c r", "<c xmlns:x=\"x\" x:r")));
        for (var rows : List.of("<row r=\"1048577\"/>", "<row r=\"0\"/>", "<row r=\"3\"/><row r=\"3\"/>", "<row r=\"3\"/><row r=\"2\"/>",
                "<row r=\"99999999999\"/>", "<row r=\"-1\"/>")) {
            odd(sheet(SHEET, rows));
        }
        refused(sheet(SHEET, "<row><c r=\"XFD1\"/></row>".repeat(1_300)), "unpacks to more than we read");
        refused(sheet(SHEET, "<row r=\"7\"><c r=\"XFD7\"/></row><row r=\"1048576\"><c r=\"A1048576\"/></row>"),
                "nothing in the file");
        refused(sheet(SHEET, "<row><c/><c/></row>"), "nothing in the file");
    }

    @Test
    @DisplayName("A formula that many cells share, or a longer one than any spreadsheet has, is refused before it is written out for each cell")
    void sharedFormula() throws IOException {
        var one = "<row><c><f t=\"shared\" ref=\"A1:A9\" si=\"0\">%s</f></c></row>";
        var user = "<row><c><f t=\"shared\" si=\"0\"/></c></row>";
        refused(sheet(SHEET, one.formatted("A1+".repeat(2_700)) + user.repeat(600)), "unpacks to more than we read");
        odd(sheet(SHEET, one.formatted("A1+".repeat(2_731))));
        odd(sheet(SHEET, one.formatted("<x/>" + "A1+".repeat(2_731))));
        refused(sheet(SHEET, one.formatted("A1+1") + user.repeat(3_000)), "not the template");
    }

    @Test
    @DisplayName("The templates read as files without people; a file of mistakes comes back as it went out")
    void roundTrip() {
        refused(IntakeFiles.template(false).content(), "no people");
        refused(IntakeFiles.template(true).content(), "no people");
        var cells = new EnumMap<Column, String>(Column.class);
        cells.put(Column.ROW_KEY, "=1+1");
        cells.put(Column.GIVEN_NAME, "O'Neill, \"Ann\"");
        var row = new RowView(7, "k", cells, RowStatus.WRONG, List.of("stage is empty"), List.of(), null, null, null);
        for (boolean excel : new boolean[] {true, false}) {
            var file = IntakeFiles.faults("B-3333333", List.of(row), excel).content();
            assertThat(read(file, false)).singleElement().satisfies(back -> assertThat(back).containsEntry(Column.ROW_KEY, "=1+1")
                    .containsEntry(Column.GIVEN_NAME, "O'Neill, \"Ann\""));
        }
        assertThat(new String(IntakeFiles.faults("B-3333333", List.of(row), false).content(), StandardCharsets.UTF_8)).contains(",'=1+1,");
    }

    private static void refused(byte[] content, String words) {
        assertThatThrownBy(() -> SheetFile.read(content, (line, cells) -> { })).isInstanceOf(Problem.class).hasMessageContaining(words)
                .satisfies(problem -> assertThat(((Problem) problem).field()).isEqualTo("file"));
    }

    private static List<Map<Column, String>> read(byte[] content, boolean nobody) {
        var rows = new ArrayList<Map<Column, String>>();
        if (nobody) {
            refused(content, "no people");
        } else {
            SheetFile.read(content, (line, cells) -> rows.add(new EnumMap<>(cells)));
        }
        return rows;
    }

    /** Every needed heading but birth date and stage, which follow as given. */
    private static String needed(String last) {
        var rest = Arrays.stream(Column.values()).filter(Column::isNeeded).filter(column -> column != Column.BIRTH_DATE && column != Column.STAGE)
                .map(column -> column.heading().toUpperCase(java.util.Locale.UK)).collect(Collectors.joining(","));
        return rest + "," + (last.isEmpty() ? "birth date,stage" : last);
    }

    private static String cells(String key) {
        return key + ",a,b,c,d,e,f,g,h,i";
    }

    /** A workbook as the library writes it, with these rows in its sheet, which is kept under that name. */
    private static byte[] sheet(String part, String rows) throws IOException {
        var made = new ByteArrayOutputStream();
        try (var book = new Workbook(made, "Test", "1.0")) {
            book.newWorksheet("People").value(0, 0, "x");
        }
        var bytes = new ByteArrayOutputStream();
        try (var from = ZipFile.builder().setByteArray(made.toByteArray()).get(); var to = new ZipOutputStream(bytes)) {
            for (var one : Collections.list(from.getEntries())) {
                var text = new String(from.getInputStream(one).readAllBytes(), StandardCharsets.UTF_8);
                boolean sheet = one.getName().equals(SHEET);
                to.putNextEntry(new ZipEntry(sheet ? part : one.getName()));
                to.write((sheet ? text.replaceFirst("<sheetData>.*</sheetData>", "<sheetData>" + rows + "</sheetData>")
                        : text.replace(SHEET.substring(3), part.substring(3))).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static void odd(byte[] content) {
        assertThatThrownBy(() -> SheetFile.read(content, (line, cells) -> { })).isInstanceOf(Problem.class)
                .hasMessageContaining("cannot be read as an Excel workbook").cause().hasMessageContaining("where no spreadsheet has one");
    }

    private static byte[] zip(String name, int megabytes, boolean nonsense) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            if (nonsense) {
                zip.write("<workbook><!DOCTYPE x".getBytes(StandardCharsets.UTF_8));
            } else {
                for (int i = 0; i < megabytes; i++) {
                    zip.write(new byte[1 << 20]);
                }
            }
        }
        return bytes.toByteArray();
    }
}
