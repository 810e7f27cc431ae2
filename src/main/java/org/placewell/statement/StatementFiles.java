package org.placewell.statement;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.placewell.shared.Csv;
import org.placewell.shared.Download;
import org.placewell.shared.Pence;

/**
 * A statement as CSV, XLSX and PDF: references, rules and amounts, no names of people. No text in a file is taken for a formula:
 * in CSV it begins with an apostrophe where it could be, in XLSX every text is a text cell.
 */
final class StatementFiles {

    private static final List<String> HEADINGS = List.of("statement", "contract", "payer", "order", "period", "claim or charge", "kind", "for what",
            "amount", "where it stands", "rule");

    private StatementFiles() {}

    static Download csv(StatementView statement) {
        var text = new StringBuilder("\ufeff").append(String.join(",", HEADINGS)).append("\r\n");
        for (var line : statement.lines()) {
            var cells = cells(statement, line);
            for (int i = 0; i < cells.size(); i++) {
                text.append(i == 0 ? "" : ",").append(i == 8 ? Csv.pounds(line.amount()) : Csv.cell(cells.get(i)));
            }
            text.append("\r\n");
        }
        text.append("TOTAL,,,,,").append(statement.liveLines().size()).append(",,,").append(Csv.pounds(statement.total())).append(",,\r\n");
        return new Download(name(statement, "csv"), "text/csv;charset=UTF-8", text.toString().getBytes(StandardCharsets.UTF_8));
    }

    static Download xlsx(StatementView statement) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Placewell", "1.0")) {
            var sheet = book.newWorksheet("Statement");
            for (int column = 0; column < HEADINGS.size(); column++) {
                sheet.value(0, column, HEADINGS.get(column));
            }
            sheet.range(0, 0, 0, HEADINGS.size() - 1).style().bold().set();
            sheet.freezePane(0, 1);
            int row = 1;
            for (var line : statement.lines()) {
                var cells = cells(statement, line);
                for (int column = 0; column < cells.size(); column++) {
                    if (column != 8) {
                        sheet.value(row, column, cells.get(column));
                    }
                }
                amount(sheet, row++, line.amount());
                if (row % 500 == 0) {
                    sheet.flush();
                }
            }
            sheet.value(row, 0, "TOTAL");
            sheet.value(row, 5, statement.liveLines().size());
            amount(sheet, row, statement.total());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Download(name(statement, "xlsx"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", bytes.toByteArray());
    }

    static Download pdf(StatementView statement) {
        return new Download(name(statement, "pdf"), "application/pdf", new StatementPdf(statement).bytes());
    }

    private static void amount(Worksheet sheet, int row, Pence amount) {
        sheet.value(row, 8, BigDecimal.valueOf(amount.amount(), 2));
        sheet.style(row, 8).format("#,##0.00").set();
    }

    /** The cells of a line in the order of the headings. */
    private static List<String> cells(StatementView statement, StatementView.Line line) {
        return List.of(statement.ref(), statement.contractRef(), statement.payerName(), statement.purchaseOrder() == null ? "" : statement.purchaseOrder(),
                statement.period().toString(), line.ref(), line.kind(), line.outcome(), "", line.settled() ? "PAID" : line.state(), line.rule());
    }

    private static String name(StatementView statement, String ending) {
        return "statement-" + statement.ref() + "." + ending;
    }
}
