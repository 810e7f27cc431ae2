package org.placewell.intake;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.commons.csv.CSVFormat;

/** Reads the rows of a CSV file; commas, semicolons or tabs between the cells, as the first line shows. */
final class CsvRows {

    private CsvRows() {}

    static void read(String text, BiConsumer<Integer, List<String>> rows) {
        var format = CSVFormat.DEFAULT.builder().setDelimiter(delimiter(text)).setIgnoreEmptyLines(false).setTrim(true).get();
        try (var parser = format.parse(new StringReader(text))) {
            for (var record : parser) {
                rows.accept((int) record.getRecordNumber(), record.toList());
            }
        } catch (UncheckedIOException | IOException e) {
            throw SheetFile.wrong("not-csv", "The file cannot be read as CSV: a quotation mark is not closed, or stands where none may be. Open it in"
                    + " a spreadsheet and save it again as 'CSV UTF-8', or as an Excel workbook");
        }
    }

    private static char delimiter(String text) {
        int end = text.indexOf('\n');
        var first = end < 0 ? text : text.substring(0, end);
        if (first.indexOf(',') >= 0) {
            return ',';
        }
        return first.indexOf(';') >= 0 ? ';' : first.indexOf('\t') >= 0 ? '\t' : ',';
    }
}
