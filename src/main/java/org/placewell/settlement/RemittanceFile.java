package org.placewell.settlement;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.placewell.shared.Pence;
import org.placewell.shared.Problem;

/**
 * A payer's remittance as sent: UTF-8 CSV with the heading {@code statement,claim,amount} (a charge's reference stands where a
 * claim's does) and a last line
 * {@code TOTAL,count,amount}. Whatever is wrong is refused with the number of the line, and nothing is taken in.
 */
final class RemittanceFile {

    static final int MOST_LINES = 20_000;
    static final int MOST_BYTES = 10 * 1024 * 1024;
    private static final String AMOUNT = "-?[0-9]{1,9}(\\.[0-9]{2})?";

    private RemittanceFile() {}

    /** The lines of a file whose heading, amounts and control totals are right. */
    static List<Line> read(byte[] content) {
        var rows = rows(text(content));
        heading(rows);
        if (rows.size() < 3) {
            throw wrong(rows.get(rows.size() - 1).number(), "there must be at least one payment and the line TOTAL,count,amount at the end");
        }
        if (rows.size() - 2 > MOST_LINES) {
            throw wrong(rows.get(MOST_LINES + 1).number(), "a file has at most " + MOST_LINES + " payments; split it");
        }
        var lines = new ArrayList<Line>();
        long total = 0;
        for (int i = 1; i < rows.size() - 1; i++) {
            var line = line(rows.get(i).cells(), rows.get(i).number());
            lines.add(line);
            total = Math.addExact(total, line.amount().amount());
        }
        var last = rows.get(rows.size() - 1);
        check(last.cells(), last.number(), lines.size(), total);
        return lines;
    }

    private static void heading(List<Row> rows) {
        var cells = rows.isEmpty() ? List.<String>of() : cells(rows.get(0).cells());
        if (!cells.equals(List.of("statement", "claim", "amount"))) {
            var found = String.join(",", cells);
            throw wrong(1, found.matches(".*statement *[;\t] *claim *[;\t].*") ? "the cells are kept apart by " + (found.contains(";") ? "semicolons" : "tabs")
                    + ". Save the file as CSV with commas between the cells"
                    : "the heading must be: statement,claim,amount" + (found.isBlank() ? "" : ", not: " + (found.length() > 60 ? found.substring(0, 60) + "…" : found)));
        }
    }

    private static String text(byte[] content) {
        if (content.length == 0) {
            throw Problem.at("file", "empty", "The file is empty. Choose the CSV file the payer sent");
        }
        if (content.length > MOST_BYTES) {
            throw Problem.at("file", "too-large", "The file has more than 10 MB. A remittance has at most " + MOST_LINES
                    + " payments; split it. Nothing has been imported");
        }
        if (begins(content, "%PDF") || begins(content, "PK\u0003\u0004")) {
            throw wrong(1, "this is " + (begins(content, "%PDF") ? "a PDF" : "a workbook or another packed file") + ", not a CSV file. Ask the payer for the "
                    + "CSV file, or save the sheet as 'CSV UTF-8'");
        }
        // UTF-16 begins with a mark of its own, or has a zero beside every plain letter.
        if (content.length > 1 && (content[0] == (byte) 0xff && content[1] == (byte) 0xfe || content[0] == (byte) 0xfe && content[1] == (byte) 0xff)) {
            throw wrong(1, "the file is in the encoding UTF-16. Save it as 'CSV UTF-8' and try again");
        }
        for (int at = 0; at < content.length; at++) {
            if (content[at] == 0) {
                throw wrong(line(content, at), "the file is not plain text. Save it as 'CSV UTF-8' and try again");
            }
        }
        var bytes = ByteBuffer.wrap(content);
        var letters = CharBuffer.allocate(content.length);
        if (StandardCharsets.UTF_8.newDecoder().decode(bytes, letters, true).isError()) {
            throw wrong(line(content, bytes.position()), "the file is not in the encoding UTF-8. Save it as 'CSV UTF-8' and try again");
        }
        var text = letters.flip().toString();
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static boolean begins(byte[] content, String with) {
        return content.length >= 4 && new String(content, 0, 4, StandardCharsets.ISO_8859_1).equals(with);
    }

    /** The line in which a byte stands, the first being 1. */
    private static int line(byte[] content, int at) {
        int line = 1;
        for (int i = 0; i < at; i++) {
            line += content[i] == '\n' ? 1 : 0;
        }
        return line;
    }

    /** The rows with the numbers of their lines, as an editor shows them; empty lines count but are no rows. */
    private static List<Row> rows(String text) {
        try (var parser = CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(true).setTrim(true).get().parse(new StringReader(text))) {
            var rows = new ArrayList<Row>();
            for (var record : parser) {
                rows.add(new Row((int) Math.max(parser.getCurrentLineNumber(), 1), record));
            }
            return rows;
        } catch (UncheckedIOException | IOException e) {
            throw Problem.at("file", "not-csv", "The file cannot be read as CSV: a quotation mark is not closed, or stands in the middle of a cell. "
                    + "Ask the payer for the file again. Nothing has been imported");
        }
    }

    private static List<String> cells(CSVRecord row) {
        return row.stream().map(cell -> cell.toLowerCase(java.util.Locale.ROOT)).toList();
    }

    private static Line line(CSVRecord row, int number) {
        if (row.size() != 3) {
            throw wrong(number, "three cells are needed: statement, claim, amount; here " + (row.size() == 1 ? "is 1" : "are " + row.size())
                    + (row.size() > 3 ? ". An amount has no comma in it" : ""));
        }
        if (row.get(0).equalsIgnoreCase("TOTAL")) {
            throw wrong(number, "the line TOTAL must be the last one");
        }
        if (!row.get(0).matches("S-[0-9A-Z]{7}") || !row.get(1).matches("[CK]-[0-9A-Z]{7}")) {
            throw wrong(number, "'" + shortened(shown(row.get(0))) + "' and '" + shortened(shown(row.get(1))) + "' must look like S-34679AC for a "
                    + "statement and C-34679AC for a claim, or K-34679AC for a charge");
        }
        var amount = amount(row.get(2), number);
        if (amount.isZero()) {
            throw wrong(number, "the amount is zero");
        }
        return new Line(number, row.get(0), row.get(1), amount);
    }

    private static void check(CSVRecord row, int number, int lines, long total) {
        if (row.size() != 3 || !row.get(0).equalsIgnoreCase("TOTAL")) {
            throw wrong(number, "the last line must be TOTAL,count,amount");
        }
        if (!row.get(1).equals(Integer.toString(lines))) {
            throw wrong(number, "the total says " + shortened(row.get(1)) + " payments, the file has " + lines);
        }
        var said = amount(row.get(2), number);
        if (said.amount() != total) {
            throw wrong(number, "the total says " + said + ", the payments make " + Pence.of(total));
        }
    }

    private static Pence amount(String text, int number) {
        if (!text.matches(AMOUNT)) {
            throw wrong(number, "'" + shortened(text) + "' is not an amount in pounds and pence, like 1440.00: no £, no comma, two digits of pence, and for a credit a "
                    + "minus in front");
        }
        return Pence.parse(text);
    }

    /** With a mark in the place of each sign that nobody sees on screen. */
    private static String shown(String text) {
        return text.replaceAll("[\\p{Cf}\\p{Cc}\\p{Z}&&[^ ]]", "·");
    }

    private static String shortened(String text) {
        return text.length() > 20 ? text.substring(0, 20) + "…" : text;
    }

    static Problem wrong(int line, String what) {
        return Problem.at("file", "line-" + line, "Line " + line + ": " + what + ". Nothing has been imported");
    }

    private record Row(int number, CSVRecord cells) {}

    /** One payment. @param number its line in the file, the heading being 1 */
    record Line(int number, String statementRef, String claimRef, Pence amount) {}
}
