package org.placewell.performance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.placewell.performance.ControlChart.Series;
import org.placewell.performance.Performance.Report;

/**
 * The figures of a contract's page as files: what the page hides is hidden here, since both are written from the same report. No text is
 * taken for a formula: in CSV {@link SafeCsv} sees to it, in XLSX every text is a text cell.
 */
final class PerformanceFiles {

    private static final List<String> STAGES = List.of("Stage", "People", "Rate", "Expected at published rates", "Published range",
            "Against the range", "Source", "Counted up to");
    private static final List<String> MONTHS = List.of("First month", "Last month", "Referrals", "Referrals: signal", "Referrals: mean",
            "Referrals: lower limit", "Referrals: upper limit", "Job starts", "Job starts: signal", "Job starts: mean", "Job starts: lower limit",
            "Job starts: upper limit");

    private PerformanceFiles() {}

    /** People by stage, as CSV. */
    static String funnel(Report report) {
        return SafeCsv.of(STAGES, stages(report));
    }

    /** Referrals and job starts by month or quarter, as CSV; a count is {@code hidden} where too few people stand behind it. */
    static String months(Trends trends) {
        return SafeCsv.of(MONTHS, rows(trends));
    }

    /** Both as a workbook of two sheets. */
    static byte[] xlsx(Report report) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Placewell", "1.0")) {
            sheet(book, "People by stage", STAGES, stages(report));
            sheet(book, "Months", MONTHS, rows(report.trends()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void sheet(Workbook book, String name, List<String> headings, List<List<Object>> rows) throws IOException {
        var sheet = book.newWorksheet(name);
        for (int column = 0; column < headings.size(); column++) {
            sheet.value(0, column, headings.get(column));
            sheet.width(column, 18);
        }
        sheet.range(0, 0, 0, headings.size() - 1).style().bold().wrapText(true).set();
        sheet.freezePane(0, 1);
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < headings.size(); column++) {
                if (rows.get(row).get(column) instanceof Number number) {
                    sheet.value(row + 1, column, number);
                } else {
                    sheet.value(row + 1, column, rows.get(row).get(column).toString());
                }
            }
        }
        sheet.finish();
    }

    private static List<List<Object>> stages(Report report) {
        return report.funnel().stream().map(line -> List.of(line.stage(), number(line.count()), line.percent(), number(line.expected()), line.range(),
                line.verdict(), line.source(), report.until().toString())).toList();
    }

    /** A count as a number, so that a spreadsheet can add it up; words where it is hidden. */
    private static Object number(String shown) {
        return shown.matches("\\d{1,9}") ? Long.valueOf(shown) : shown;
    }

    private static List<List<Object>> rows(Trends trends) {
        var rows = new ArrayList<List<Object>>();
        for (int i = 0; i < trends.referrals().months().size(); i++) {
            var first = trends.referrals().months().get(i);
            var row = new ArrayList<Object>(List.of(first.month().toString(), first.month().plusMonths(first.months() - 1L).toString()));
            add(row, trends.referrals(), i);
            add(row, trends.starts(), i);
            rows.add(row);
        }
        return rows;
    }

    private static void add(List<Object> row, Series series, int at) {
        var month = series.months().get(at);
        row.add(month.count() == null ? "hidden" : month.count());
        row.add(month.signal().words());
        for (var bound : new Long[] {series.mean(), series.low(), series.high()}) {
            row.add(bound == null ? "" : bound);
        }
    }
}
