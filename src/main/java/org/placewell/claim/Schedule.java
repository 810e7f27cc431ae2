package org.placewell.claim;

import java.util.List;
import org.placewell.claim.Statement.Line;
import org.placewell.shared.Pence;

/**
 * The payment schedule of a statement as CSV: one line per instruction and a last line with control totals. Amounts are
 * pounds with two decimals and no sign for pounds; claims are named by reference only.
 */
final class Schedule {

    private Schedule() {}

    static String csv(Statement statement, List<Line> lines) {
        var text = new StringBuilder("statement,contract,payer,period,claim,kind,amount\r\n");
        long total = 0;
        for (var line : lines) {
            text.append(String.join(",", cell(statement.ref()), cell(statement.contractRef()), cell(statement.payer()), cell(statement.period().toString()),
                    cell(line.claimRef()), line.kind(), pounds(line.amount()))).append("\r\n");
            total = Math.addExact(total, line.amount().amount());
        }
        return text.append("TOTAL,,,,").append(lines.size()).append(",,").append(pounds(Pence.of(total))).append("\r\n").toString();
    }

    /** A text cell that no spreadsheet takes for a formula: quoted when needed, with an apostrophe before a sign that starts one. */
    static String cell(String text) {
        var safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    /** Plain pounds and pence: {@code 1440.00}, {@code -12.50}. */
    static String pounds(Pence pence) {
        long amount = Math.abs(pence.amount());
        return (pence.amount() < 0 ? "-" : "") + amount / 100 + "." + (amount % 100 < 10 ? "0" : "") + amount % 100;
    }
}
