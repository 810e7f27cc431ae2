package org.placewell.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.placewell.shared.Problem;

/**
 * Reads the first sheet of an Excel workbook, values only. A workbook is a packed archive: how much it unpacks to is counted, and where
 * its cells stand is looked at, before anything of it is read.
 */
final class XlsxRows {

    /** Unpacked, all parts together: twenty thousand full rows need less than half of it. */
    static final long MOST_UNPACKED = 120L << 20;
    private static final int MOST_PARTS = 500;
    /** What a cell with a formula stands for: no check lets it pass. */
    static final String FORMULA = "\u0001formula";

    private XlsxRows() {}

    static void read(byte[] content, BiConsumer<Integer, List<String>> rows) {
        weigh(content);
        shape(content);
        try (var book = open(content); var sheet = sheet(book)) {
            var all = sheet.iterator();
            for (var row = next(all); row != null; row = next(all)) {
                rows.accept(row.getRowNum(), cells(row));
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** The library answers a broken workbook with all kinds of faults; in these three steps, and only there, they mean that. */
    private static ReadableWorkbook open(byte[] content) {
        try {
            return new ReadableWorkbook(new ByteArrayInputStream(content), new ReadingOptions(true, true));
        } catch (IOException | RuntimeException e) {
            throw unreadable(e);
        }
    }

    private static Stream<Row> sheet(ReadableWorkbook book) {
        try {
            return book.getFirstSheet().openStream();
        } catch (IOException | RuntimeException e) {
            throw unreadable(e);
        }
    }

    private static Row next(Iterator<Row> rows) {
        try {
            return rows.hasNext() ? rows.next() : null;
        } catch (RuntimeException e) {
            throw unreadable(e);
        }
    }

    private static Problem unreadable(Exception cause) {
        var problem = SheetFile.wrong("not-excel", "The file cannot be read as an Excel workbook. Open it in a spreadsheet and save it again as"
                + " .xlsx, or as 'CSV UTF-8'");
        problem.initCause(cause);
        return problem;
    }

    private static void weigh(byte[] content) {
        long unpacked = 0;
        int parts = 0;
        boolean book = false;
        var buffer = new byte[1 << 16];
        try (var zip = ZipFile.builder().setByteArray(content).get()) {
            for (var part : Collections.list(zip.getEntries())) {
                if (part.getName().toLowerCase(java.util.Locale.ROOT).contains("vbaproject")) {
                    throw SheetFile.wrong("macros", "The workbook holds macros. Save it as an Excel workbook without macros (.xlsx)");
                }
                book |= part.getName().equals("xl/workbook.xml");
                try (var stream = zip.getInputStream(part)) {
                    for (int read = stream.read(buffer); read >= 0 && unpacked <= MOST_UNPACKED; read = stream.read(buffer)) {
                        unpacked += read;
                    }
                }
                if (unpacked > MOST_UNPACKED || ++parts > MOST_PARTS) {
                    throw tooMuch();
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(e);
        }
        if (!book) {
            throw unreadable(new IOException("no workbook in the archive"));
        }
    }

    /** Every part, whatever its name: the workbook itself says which of them are sheets. */
    private static void shape(byte[] content) {
        var shape = new XlsxShape();
        try (var zip = ZipFile.builder().setByteArray(content).get()) {
            for (var part : Collections.list(zip.getEntries())) {
                try (var stream = zip.getInputStream(part)) {
                    switch (shape.look(stream)) {
                        case FINE -> { }
                        case ODD -> throw unreadable(new IOException("a cell or a row where no spreadsheet has one"));
                        case TOO_MUCH -> throw tooMuch();
                    }
                }
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static Problem tooMuch() {
        return SheetFile.wrong("unpacks-too-large", "The workbook unpacks to more than we read. Copy the rows into a fresh copy of the template");
    }

    private static List<String> cells(Row row) {
        var cells = new ArrayList<String>();
        for (var cell : row) {
            while (cell != null && cells.size() < cell.getColumnIndex()) {
                cells.add("");
            }
            cells.add(cell == null ? "" : text(cell));
        }
        return cells;
    }

    /** A cell as its column's check reads it: days as 2026-03-01, numbers without a tail of zeros. */
    private static String text(Cell cell) {
        return switch (cell.getType()) {
            case EMPTY -> "";
            case STRING -> cell.asString();
            case BOOLEAN -> cell.asBoolean() ? "yes" : "no";
            case NUMBER -> number(cell);
            case FORMULA, ERROR -> FORMULA;
        };
    }

    private static String number(Cell cell) {
        var format = cell.getDataFormatString();
        boolean day = format != null && format.toLowerCase(java.util.Locale.ROOT).matches(".*(yy|d/m|m/d|mmm).*");
        return day ? cell.asDate().toLocalDate().toString() : cell.asNumber().stripTrailingZeros().toPlainString();
    }
}
