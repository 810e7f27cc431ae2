package org.placewell.demo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.placewell.shared.Pence;

/**
 * Writes simple, valid one-page PDFs (version 1.4) for the demo service and the tests: a payslip, an employer's letter, a signed
 * declaration. Every page says that it is fictional.
 */
public final class SamplePapers {

    private static final Charset WIN_ANSI = Charset.forName("windows-1252");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private SamplePapers() {}

    /** A payslip for the days of a period. @param minutesPerWeek the working time it shows */
    public static byte[] payslip(String person, String employer, LocalDate from, LocalDate to, int minutesPerWeek, Pence gross) {
        return page("Payslip", List.of("Employer: " + employer, "Employee: " + person, "Pay period: " + DAY.format(from) + " to " + DAY.format(to),
                "Hours a week: " + hours(minutesPerWeek), "", "Gross pay: " + gross, "Deductions: £0.00", "Net pay: " + gross));
    }

    /** A letter in which the employer confirms the job over the days of a period. */
    public static byte[] employerLetter(String person, String employer, String job, LocalDate from, LocalDate to, int minutesPerWeek) {
        return page("Confirmation of employment", List.of(employer, DAY.format(to), "", "To whom it may concern", "",
                "We confirm that " + person + " works for us as " + job + ",", "for " + hours(minutesPerWeek) + " hours a week on average,",
                "and was in this job from " + DAY.format(from) + " to " + DAY.format(to) + ".", "", "For the personnel department"));
    }

    /** A declaration or profile signed by the person. */
    public static byte[] signed(String title, String person, LocalDate on, List<String> lines) {
        var all = new ArrayList<>(lines);
        all.addAll(List.of("", "Signed: " + person, "Date: " + DAY.format(on)));
        return page(title, all);
    }

    /** One A4 page with a heading and lines of text; signs that Western European fonts lack become question marks. */
    public static byte[] page(String heading, List<String> lines) {
        var drawing = new StringBuilder("BT /F2 20 Tf 60 770 Td (").append(escaped(heading)).append(") Tj ET\n0.6 w 60 758 m 535 758 l S\n");
        int y = 725;
        for (var line : lines) {
            drawing.append("BT /F1 12 Tf 60 ").append(y).append(" Td (").append(escaped(line)).append(") Tj ET\n");
            y -= 20;
        }
        drawing.append("0.45 g BT /F1 9 Tf 60 40 Td (Fictional: made for a demonstration. No such person, job or payment exists.) Tj ET\n");
        var content = drawing.toString().getBytes(WIN_ANSI);
        var font = "<< /Type /Font /Subtype /Type1 /Encoding /WinAnsiEncoding /BaseFont /";
        var pdf = new Writer();
        pdf.object("<< /Type /Catalog /Pages 2 0 R >>");
        pdf.object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        pdf.object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>");
        pdf.stream(content);
        pdf.object(font + "Helvetica >>");
        pdf.object(font + "Helvetica-Bold >>");
        return pdf.finish();
    }

    private static String hours(int minutes) {
        return minutes / 60 + (minutes % 60 == 0 ? "" : ":" + minutes % 60);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").replaceAll("\\p{Cntrl}", " ");
    }

    /** Counts bytes, because a PDF names the place of each of its objects. */
    private static final class Writer {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final List<Integer> places = new ArrayList<>();

        Writer() {
            add("%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n");
        }

        void object(String body) {
            places.add(out.size());
            add(places.size() + " 0 obj\n" + body + "\nendobj\n");
        }

        void stream(byte[] content) {
            places.add(out.size());
            add(places.size() + " 0 obj\n<< /Length " + content.length + " >>\nstream\n");
            out.writeBytes(content);
            add("\nendstream\nendobj\n");
        }

        byte[] finish() {
            int table = out.size();
            add("xref\n0 " + (places.size() + 1) + "\n0000000000 65535 f \n");
            places.forEach(place -> add(String.format(Locale.ROOT, "%010d 00000 n \n", place)));
            add("trailer\n<< /Size " + (places.size() + 1) + " /Root 1 0 R >>\nstartxref\n" + table + "\n%%EOF\n");
            return out.toByteArray();
        }

        private void add(String text) {
            out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        }
    }
}
