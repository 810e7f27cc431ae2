package org.placewell.intake;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.placewell.shared.Problem;

/**
 * A file of people as sent: CSV in UTF-8 or an Excel workbook, told apart by what is in it, not by its name. A file that cannot be
 * read as a whole is refused with a {@link Problem} of the field {@code file}; what is wrong in one row is that row's affair.
 */
final class SheetFile {

    static final int MOST_BYTES = 10 * 1024 * 1024;
    static final int MOST_ROWS = 20_000;
    /** A cell longer than this is cut: no column takes so much, and its own check says so. */
    static final int LONGEST_CELL = 200;

    private SheetFile() {}

    /** CSV or XLSX. @throws Problem for an empty file, one that is too large, and other kinds of files */
    static String kind(byte[] content) {
        if (content.length == 0) {
            throw wrong("empty", "The file is empty. Choose the file that you filled in");
        }
        if (content.length > MOST_BYTES) {
            throw wrong("too-large", "The file has more than 10 MB. Take out pictures and other sheets, or split it into several files");
        }
        if (startsWith(content, 'P', 'K', 3, 4)) {
            return "XLSX";
        }
        if (startsWith(content, 0xd0, 0xcf, 0x11, 0xe0)) {
            throw wrong("old-excel", "This is an old or a protected Excel file. Save it as an Excel workbook (.xlsx) without a password");
        }
        return "CSV";
    }

    /**
     * Reads the rows one after the other: the line as a spreadsheet counts it, and the cells by column. Rows without any text are left out.
     *
     * @throws Problem when the heading is wrong, there is no row, or there are more than {@link #MOST_ROWS}
     */
    static void read(byte[] content, BiConsumer<Integer, Map<Column, String>> rows) {
        var head = new ArrayList<Column>();
        int[] count = {0};
        BiConsumer<Integer, List<String>> reader = (line, cells) -> {
            if (cells.stream().allMatch(String::isBlank)) {
                return;
            }
            if (head.isEmpty()) {
                head.addAll(heading(cells));
                return;
            }
            if (++count[0] > MOST_ROWS) {
                throw wrong("too-many-rows", "The file has more than " + MOST_ROWS + " rows. Split it into several files");
            }
            rows.accept(line, byColumn(head, cells));
        };
        if (kind(content).equals("XLSX")) {
            XlsxRows.read(content, reader);
        } else {
            CsvRows.read(text(content), reader);
        }
        if (head.isEmpty()) {
            throw wrong("no-heading", "There is nothing in the file. The first row holds the headings of the template");
        }
        if (count[0] == 0) {
            throw wrong("no-rows", "The file has headings but no people. Fill in a row for each person");
        }
    }

    private static Map<Column, String> byColumn(List<Column> head, List<String> cells) {
        var row = new EnumMap<Column, String>(Column.class);
        for (int i = 0; i < cells.size(); i++) {
            // The apostrophe that keeps a spreadsheet from taking a text for a formula is not part of the text.
            var cell = cells.get(i).replace('\u00a0', ' ').strip().replaceFirst("^'(?=[=+@-])", "");
            if (i < head.size() && head.get(i) != null) {
                row.put(head.get(i), cell.length() > LONGEST_CELL ? cell.substring(0, LONGEST_CELL) : cell);
            }
        }
        return row;
    }

    private static List<Column> heading(List<String> cells) {
        var head = new ArrayList<Column>();
        var unknown = new ArrayList<String>();
        for (var cell : cells) {
            var column = Column.of(cell);
            if (column.isPresent() && head.contains(column.get())) {
                throw wrong("heading-twice", "The heading '" + column.get().heading() + "' stands there twice. Take one of the two columns out");
            }
            // The file of mistakes adds columns of its own: whoever mends it sends it back as it is.
            if (column.isEmpty() && !cell.isBlank() && !IntakeFiles.OWN.contains(Column.plain(cell))) {
                unknown.add("'" + (cell.strip().length() > 40 ? cell.strip().substring(0, 40) + "…" : cell.strip()) + "'");
            }
            head.add(column.orElse(null));
        }
        var missing = new ArrayList<String>();
        for (var column : Column.values()) {
            if (column.isNeeded() && !head.contains(column)) {
                missing.add("'" + column.heading() + "'");
            }
        }
        if (missing.size() + unknown.size() > 0) {
            throw wrong("heading", "The first row is not the template’s." + (missing.isEmpty() ? "" : " Missing: " + String.join(", ", missing) + ".")
                    + (unknown.isEmpty() ? "" : " Not known: " + String.join(", ", unknown.subList(0, Math.min(8, unknown.size()))) + ".")
                    + " Download the template and copy your columns under its headings");
        }
        return head;
    }

    private static String text(byte[] content) {
        if (startsWith(content, 0xff, 0xfe) || startsWith(content, 0xfe, 0xff)) {
            throw wrong("encoding", "The file is in the encoding UTF-16. Save it as 'CSV UTF-8', or as an Excel workbook");
        }
        for (byte one : content) {
            if (one == 0) {
                throw wrong("not-text", "This is neither a CSV file nor an Excel workbook. Download the template and fill it in");
            }
        }
        var letters = CharBuffer.allocate(content.length);
        var bytes = ByteBuffer.wrap(content);
        if (StandardCharsets.UTF_8.newDecoder().decode(bytes, letters, true).isError()) {
            int line = 1;
            for (int i = 0; i < bytes.position(); i++) {
                line += content[i] == '\n' ? 1 : 0;
            }
            throw wrong("encoding", "Line " + line + " holds a letter that is not in UTF-8, so names would come out wrong. Save the file as"
                    + " 'CSV UTF-8', or as an Excel workbook");
        }
        var text = letters.flip().toString();
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static boolean startsWith(byte[] content, int... first) {
        for (int i = 0; i < first.length; i++) {
            if (content.length <= i || (content[i] & 0xff) != first[i]) {
                return false;
            }
        }
        return true;
    }

    static Problem wrong(String code, String message) {
        return Problem.at("file", code, message);
    }
}
