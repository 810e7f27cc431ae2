package org.placewell.statement;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.placewell.shared.Csv;
import org.placewell.shared.Pence;
import org.placewell.statement.Statement.Line;

/**
 * The payment schedule of a statement as CSV: one line per instruction and a last line with control totals. Amounts are
 * pounds with two decimals and no sign for pounds; claims and charges are named by reference only.
 */
final class Schedule {

    private Schedule() {}

    static String csv(Statement statement, List<Line> lines) {
        var text = new StringBuilder("statement,contract,payer,period,claim,kind,amount\r\n");
        long total = 0;
        for (var line : lines) {
            text.append(String.join(",", Csv.cell(statement.ref()), Csv.cell(statement.contractRef()), Csv.cell(statement.payer()),
                    Csv.cell(statement.period().toString()),
                    Csv.cell(line.ref()), line.kind(), Csv.pounds(line.amount()))).append("\r\n");
            total = Math.addExact(total, line.amount().amount());
        }
        return text.append("TOTAL,,,,").append(lines.size()).append(",,").append(Csv.pounds(Pence.of(total))).append("\r\n").toString();
    }

    /** SHA-256 of a schedule's text, in hexadecimal. */
    static String hash(String csv) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(csv.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
