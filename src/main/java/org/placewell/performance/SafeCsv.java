package org.placewell.performance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** CSV (RFC 4180) that a spreadsheet shows as text: a cell that would be a formula gets an apostrophe in front (OWASP ASVS 1.2.10). */
final class SafeCsv {

    private SafeCsv() {}

    static String of(List<String> heading, List<List<Object>> rows) {
        var text = new StringBuilder();
        try (var printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord(heading.stream().map(SafeCsv::safe).toList());
            for (var row : rows) {
                printer.printRecord(row.stream().map(cell -> cell instanceof Number ? cell : safe(cell == null ? "" : cell.toString())).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** The cell so that it begins with nothing a spreadsheet acts upon. */
    static String safe(String cell) {
        return !cell.isEmpty() && "=+-@\t\r\n".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
