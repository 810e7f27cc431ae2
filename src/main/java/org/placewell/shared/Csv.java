package org.placewell.shared;

/** Cells of the CSV files that leave the service. */
public final class Csv {

    private Csv() {}

    /** A text cell that no spreadsheet takes for a formula: quoted when needed, an apostrophe before a sign that starts one; empty for null. */
    public static String cell(String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        var safe = "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    /** Plain pounds and pence: {@code 1440.00}, {@code -12.50}. */
    public static String pounds(Pence pence) {
        long amount = Math.abs(pence.amount());
        return (pence.amount() < 0 ? "-" : "") + amount / 100 + "." + (amount % 100 < 10 ? "0" : "") + amount % 100;
    }
}
