package org.placewell.statement;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;
import org.apache.pdfbox.pdmodel.font.encoding.WinAnsiEncoding;
import org.placewell.shared.Pence;

/** A statement on paper: A4, its lines in a table that goes on over pages, each rule in full once at the end. */
final class StatementPdf {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);
    private static final int LEFT = 50;
    private static final int RIGHT = 545;
    private static final int TOP = 790;
    private static final int BOTTOM = 60;
    private static final int STEP = 14;
    private final PDType1Font plain = new PDType1Font(FontName.HELVETICA);
    private final PDType1Font bold = new PDType1Font(FontName.HELVETICA_BOLD);
    private final StatementView statement;
    private final PDDocument document = new PDDocument();
    private PDPageContentStream page;
    private int pages;
    private int y;

    StatementPdf(StatementView statement) {
        this.statement = statement;
    }

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (document) {
            document.getDocumentInformation().setTitle("Statement " + statement.ref() + ": " + statement.contractTitle());
            document.getDocumentCatalog().setLanguage("en-GB");
            turn();
            head();
            var rules = table();
            rules(rules);
            page.close();
            document.save(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void head() throws IOException {
        write(bold, 16, LEFT, "Statement " + statement.ref());
        y -= 24;
        fact("To", statement.payerName());
        fact("Contract", statement.contractTitle());
        fact("Its reference", statement.contractRef());
        fact("Payee", statement.payee());
        fact("Month", MONTH.format(statement.period()));
        fact("Purchase order", statement.purchaseOrder() == null ? "none yet" : statement.purchaseOrder());
        fact("Status", statement.status().label());
        fact("Pay to", statement.payTo() == null ? "as agreed before" : statement.payTo());
        fact("Total", statement.total() + (statement.total().amount() < 0 ? ": this amount goes back to the payer" : ""));
        y -= STEP;
    }

    /** Writes the lines that count; returns the number of each rule by its words. */
    private LinkedHashMap<String, Integer> table() throws IOException {
        var rules = new LinkedHashMap<String, Integer>();
        heading();
        for (var line : statement.liveLines()) {
            if (room(STEP)) {
                heading();
            }
            int rule = rules.computeIfAbsent(line.rule(), words -> rules.size() + 1);
            write(plain, 9, LEFT, line.ref());
            write(plain, 9, LEFT + 70, fit(line.outcome() + (line.kind().equals("CREDIT") ? " (credit)" : ""), 300));
            write(plain, 9, LEFT + 380, "rule " + rule);
            right(plain, 9, line.amount().toString());
            y -= STEP;
        }
        room(STEP);
        write(bold, 9, LEFT, "Together, " + statement.liveLines().size() + (statement.liveLines().size() == 1 ? " line" : " lines"));
        right(bold, 9, statement.total().toString());
        y -= 2 * STEP;
        return rules;
    }

    private void heading() throws IOException {
        write(bold, 9, LEFT, "Claim or charge");
        write(bold, 9, LEFT + 80, "For what");
        write(bold, 9, LEFT + 380, "Why");
        right(bold, 9, "Amount");
        y -= STEP;
    }

    private void rules(LinkedHashMap<String, Integer> rules) throws IOException {
        for (var rule : rules.entrySet()) {
            for (var line : wrap("Rule " + rule.getValue() + ": " + rule.getKey())) {
                room(STEP);
                write(plain, 9, LEFT, line);
                y -= STEP;
            }
            y -= 4;
        }
    }

    private void fact(String name, String value) throws IOException {
        write(bold, 10, LEFT, name);
        write(plain, 10, LEFT + 110, fit(value, RIGHT - LEFT - 110));
        y -= STEP + 2;
    }

    /** Turns the page when what is to come does not fit; says whether it did. */
    private boolean room(int height) throws IOException {
        if (y - height >= BOTTOM) {
            return false;
        }
        turn();
        return true;
    }

    private void turn() throws IOException {
        if (page != null) {
            page.close();
        }
        var sheet = new PDPage(PDRectangle.A4);
        document.addPage(sheet);
        page = new PDPageContentStream(document, sheet);
        pages++;
        y = BOTTOM - 25;
        write(plain, 8, LEFT, "Statement " + statement.ref() + ", version " + statement.version() + ", page " + pages);
        y = TOP;
    }

    private void write(PDType1Font font, int size, int x, String text) throws IOException {
        page.beginText();
        page.setFont(font, size);
        page.newLineAtOffset(x, y);
        page.showText(printable(text));
        page.endText();
    }

    private void right(PDType1Font font, int size, String text) throws IOException {
        write(font, size, RIGHT - width(font, size, text), text);
    }

    private static int width(PDType1Font font, int size, String text) throws IOException {
        return Math.round(font.getStringWidth(printable(text)) * size / 1000);
    }

    private String fit(String text, int most) throws IOException {
        var fitting = text;
        while (width(plain, 10, fitting) > most) {
            fitting = fitting.substring(0, fitting.length() - 5) + "...";
        }
        return fitting;
    }

    private List<String> wrap(String text) throws IOException {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.split("\\s+")) {
            if (line.length() > 0 && width(plain, 9, line + " " + word) > RIGHT - LEFT) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** The font of every reader knows the Latin letters only; another sign becomes a question mark rather than a fault. */
    private static String printable(String text) {
        var known = new StringBuilder();
        text.codePoints().forEach(sign -> known.append(sign < 0x10000 && WinAnsiEncoding.INSTANCE.contains(name(sign)) && sign >= ' '
                ? Character.toString(sign) : "?"));
        return known.toString();
    }

    private static String name(int sign) {
        return GlyphList.getAdobeGlyphList().codePointToName(sign);
    }
}
