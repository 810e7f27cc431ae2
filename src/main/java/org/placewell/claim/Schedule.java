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
            text.append(String.join(",", Csv.cell(statement.ref()), Csv.cell(statement.contractRef()), Csv.cell(statement.payer()),
                    Csv.cell(statement.period().toString()),
                    Csv.cell(line.claimRef()), line.kind(), Csv.pounds(line.amount()))).append("\r\n");
            total = Math.addExact(total, line.amount().amount());
        }
        return text.append("TOTAL,,,,").append(lines.size()).append(",,").append(Csv.pounds(Pence.of(total))).append("\r\n").toString();
    }
}
