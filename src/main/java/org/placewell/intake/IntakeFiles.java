package org.placewell.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.placewell.shared.Csv;
import org.placewell.shared.Download;

/**
 * The template and the file of mistakes, as CSV and XLSX. No text is taken for a formula: in CSV it begins with an apostrophe where it
 * could be, in XLSX every text is a text cell.
 */
final class IntakeFiles {

    private static final String ROW = "row";
    private static final String WRONG = "what is wrong";
    /** The headings that the file of mistakes adds; they are passed over when it comes back. */
    static final Set<String> OWN = Set.of(ROW, WRONG);
    private static final List<String> HEADINGS = Arrays.stream(Column.values()).map(Column::heading).toList();

    private IntakeFiles() {}

    static Download template(boolean excel) {
        if (!excel) {
            return csv("bring-people-in", List.of(HEADINGS));
        }
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Placewell", "1.0")) {
            fill(book, "People", List.of(HEADINGS));
            var notes = new ArrayList<List<String>>();
            notes.add(List.of("column", "when", "example", "what goes in"));
            for (var column : Column.values()) {
                notes.add(List.of(column.heading(), column.when(), column.example(),
                        column.choices() == null ? column.help() : column.help() + ": " + String.join(", ", column.choices())));
            }
            fill(book, "What goes in", notes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return excel("bring-people-in", bytes);
    }

    /** The rows as they were sent, with the row's number and what is wrong or to decide; can be mended and sent again as it is. */
    static Download faults(String ref, List<RowView> rows, boolean excel) {
        var lines = new ArrayList<List<String>>();
        var head = new ArrayList<>(List.of(ROW, WRONG));
        head.addAll(HEADINGS);
        lines.add(head);
        for (var row : rows) {
            var cells = new ArrayList<>(List.of(Integer.toString(row.line()), why(row)));
            Arrays.stream(Column.values()).forEach(column -> cells.add(row.cells().getOrDefault(column, "").replace(XlsxRows.FORMULA, "")));
            lines.add(cells);
        }
        if (!excel) {
            return csv("to-mend-" + ref, lines);
        }
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Placewell", "1.0")) {
            fill(book, "To mend", lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return excel("to-mend-" + ref, bytes);
    }

    private static String why(RowView row) {
        var all = new ArrayList<>(row.problems());
        all.addAll(row.remarks());
        return String.join("; ", all);
    }

    private static Download csv(String name, List<List<String>> lines) {
        var text = lines.stream().map(line -> line.stream().map(Csv::cell).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "\ufeff", "\r\n"));
        return new Download(name + ".csv", "text/csv;charset=UTF-8", text.getBytes(StandardCharsets.UTF_8));
    }

    private static Download excel(String name, ByteArrayOutputStream bytes) {
        return new Download(name + ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", bytes.toByteArray());
    }

    private static void fill(Workbook book, String name, List<List<String>> lines) throws IOException {
        var sheet = book.newWorksheet(name);
        for (int row = 0; row < lines.size(); row++) {
            for (int column = 0; column < lines.get(row).size(); column++) {
                if (!lines.get(row).get(column).isEmpty()) {
                    sheet.value(row, column, lines.get(row).get(column));
                }
            }
            if (row % 500 == 499) {
                sheet.flush();
            }
        }
        sheet.range(0, 0, 0, lines.get(0).size() - 1).style().bold().set();
        sheet.freezePane(0, 1);
    }
}
