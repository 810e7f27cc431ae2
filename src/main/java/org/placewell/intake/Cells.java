package org.placewell.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/** The cells of one row, read one by one: what cannot be understood is noted with its column, and reading goes on. */
final class Cells {

    private final Map<Column, String> cells;
    private final LocalDate today;
    private final Map<Column, String> problems = new EnumMap<>(Column.class);

    /** Reads as of today; at first only that every cell holds a value that can be shown. */
    Cells(Map<Column, String> cells, LocalDate today) {
        this.cells = cells;
        this.today = today;
        for (var column : Column.values()) {
            if (cell(column).contains(XlsxRows.FORMULA)) {
                wrong(column, "holds a formula or an error. Paste the value instead: only values are read");
            } else if (cell(column).chars().anyMatch(Character::isISOControl)) {
                wrong(column, "holds a sign that cannot be shown. Type it again");
            }
        }
    }

    /** What is wrong so far, by column, in the file's order. */
    Map<Column, String> problems() {
        return problems;
    }

    LocalDate today() {
        return today;
    }

    /** A day that is not in the future, nor before the earliest, which another column says. */
    LocalDate past(Column column, boolean needed, LocalDate earliest, Column other) {
        var day = day(column, needed);
        if (day != null && day.isAfter(today)) {
            wrong(column, "lies in the future");
        } else if (day != null && earliest != null && day.isBefore(earliest)) {
            wrong(column, column == Column.STARTED_ON ? "is too long ago for this person" : "is before '" + other.heading() + "'");
        }
        return day;
    }

    /** A day; null when it is not said. */
    LocalDate day(Column column, boolean needed) {
        var typed = text(column, needed, 30);
        if (typed.isEmpty()) {
            return null;
        }
        try {
            var day = Days.read(typed);
            if (day.isEmpty()) {
                wrong(column, "must be a day like 17/05/2026 or 2026-05-17");
            }
            return day.orElse(null);
        } catch (DateTimeException e) {
            wrong(column, "is not a day of the calendar");
        }
        return null;
    }

    /** A word that has to be there. */
    <T> T need(Column column, Function<String, T> known, String message) {
        return text(column, true, SheetFile.LONGEST_CELL).isEmpty() ? null : word(column, known, null, message);
    }

    /** A word of a closed list, which gets it as {@link Column#plain}. */
    <T> T word(Column column, Function<String, T> known, T otherwise, String message) {
        if (cell(column).isEmpty()) {
            return otherwise;
        }
        var found = known.apply(Column.plain(cell(column)));
        if (found == null) {
            wrong(column, message);
        }
        return found == null ? otherwise : found;
    }

    /** A text; empty when not said. */
    String text(Column column, boolean needed, int longest) {
        var typed = cell(column);
        if (needed && typed.isEmpty()) {
            wrong(column, "is empty");
        } else if (typed.length() > longest) {
            wrong(column, "is longer than " + longest + " letters");
        }
        return typed;
    }

    /** As it stands in the file. */
    String cell(Column column) {
        return cells.getOrDefault(column, "");
    }

    /** The first thing that is wrong with a column is enough. @return the empty text, which stands for a word that nobody understands */
    String wrong(Column column, String message) {
        problems.putIfAbsent(column, message);
        return "";
    }
}
