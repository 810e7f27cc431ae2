package org.placewell.statement;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;

/**
 * A statement on paper: A4, its lines in a table that goes on over pages, each rule in full once at the end. Headings, paragraphs and the
 * table with its header cells are marked as such for people who listen to it.
 */
final class StatementPdf {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);
    private static final List<String> COLUMNS = List.of("Claim or charge", "For what", "Why", "Amount");
    private static final int LEFT = 50;
    private static final int RIGHT = 545;
    private static final int TOP = 790;
    private static final int BOTTOM = 60;
    private static final int STEP = 14;
    private static final int SMALL = 9;
    private final StatementView statement;
    private TaggedPaper paper;
    private int pages;
    private int y;

    StatementPdf(StatementView statement) {
        this.statement = statement;
    }

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var sheets = new TaggedPaper("Statement " + statement.ref() + ": " + statement.contractTitle())) {
            paper = sheets;
            turn();
            head();
            rules(table());
            paper.save(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void head() throws IOException {
        paper.write(part("H1"), true, 16, LEFT, y, "Statement " + statement.ref());
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
        title("What is charged");
        var rules = new LinkedHashMap<String, Integer>();
        var table = part("Table");
        row(header(TaggedPaper.part(TaggedPaper.part(table, "THead"), "TR")), true, COLUMNS);
        var body = TaggedPaper.part(table, "TBody");
        for (var line : statement.liveLines()) {
            room(STEP, true);
            int rule = rules.computeIfAbsent(line.rule(), words -> rules.size() + 1);
            row(cells(TaggedPaper.part(body, "TR")), false, List.of(line.ref(), line.outcome() + (line.kind().equals("CREDIT") ? " (credit)" : ""),
                    "rule " + rule, line.amount().toString()));
        }
        room(STEP, false);
        int lines = statement.liveLines().size();
        row(cells(TaggedPaper.part(body, "TR")), true, List.of("Together", lines + (lines == 1 ? " line" : " lines"), "", statement.total().toString()));
        y -= STEP;
        return rules;
    }

    private static List<PDStructureElement> header(PDStructureElement row) {
        return COLUMNS.stream().map(column -> {
            var cell = TaggedPaper.part(row, "TH");
            var scope = new PDTableAttributeObject();
            scope.setScope(PDTableAttributeObject.SCOPE_COLUMN);
            cell.addAttribute(scope);
            return cell;
        }).toList();
    }

    private static List<PDStructureElement> cells(PDStructureElement row) {
        return COLUMNS.stream().map(column -> TaggedPaper.part(row, "TD")).toList();
    }

    private void row(List<PDStructureElement> cells, boolean bold, List<String> texts) throws IOException {
        cell(cells.get(0), bold, LEFT, texts.get(0));
        cell(cells.get(1), bold, LEFT + 80, fit(cells.get(1), texts.get(1), SMALL, 290));
        cell(cells.get(2), bold, LEFT + 380, texts.get(2));
        cell(cells.get(3), bold, RIGHT - paper.width(SMALL, texts.get(3)), texts.get(3));
        y -= STEP;
    }

    private void cell(PDStructureElement cell, boolean bold, int x, String text) throws IOException {
        if (!text.isEmpty()) {
            paper.write(cell, bold, SMALL, x, y, text);
        }
    }

    private void rules(LinkedHashMap<String, Integer> rules) throws IOException {
        room(3 * STEP, false);
        if (!rules.isEmpty()) {
            title("Why: the rules of the contract");
        }
        for (var rule : rules.entrySet()) {
            var paragraph = part("P");
            for (var line : paper.wrap(SMALL, "Rule " + rule.getValue() + ": " + rule.getKey(), RIGHT - LEFT)) {
                room(STEP, false);
                // A line ends with a space, so that the words of two lines are not read as one.
                paper.write(paragraph, false, SMALL, LEFT, y, line + " ");
                y -= STEP;
            }
            y -= 4;
        }
    }

    private void title(String text) throws IOException {
        paper.write(part("H2"), true, 11, LEFT, y, text);
        y -= STEP + 4;
    }

    private void fact(String name, String value) throws IOException {
        var fact = part("P");
        paper.write(fact, true, 10, LEFT, y, name + " ");
        var said = TaggedPaper.part(fact, "Span");
        paper.write(said, false, 10, LEFT + 110, y, fit(said, value, 10, RIGHT - LEFT - 110));
        y -= STEP + 2;
    }

    /** Turns the page when what is to come does not fit. @param inTable whether the columns are named again, on paper only */
    private void room(int height, boolean inTable) throws IOException {
        if (y - height >= BOTTOM) {
            return;
        }
        turn();
        if (inTable) {
            paper.aside(true, SMALL, LEFT, y, COLUMNS.get(0));
            paper.aside(true, SMALL, LEFT + 80, y, COLUMNS.get(1));
            paper.aside(true, SMALL, LEFT + 380, y, COLUMNS.get(2));
            paper.aside(true, SMALL, RIGHT - paper.width(SMALL, COLUMNS.get(3)), y, COLUMNS.get(3));
            y -= STEP;
        }
    }

    private void turn() throws IOException {
        paper.turn();
        pages++;
        paper.aside(false, 8, LEFT, BOTTOM - 25, "Statement " + statement.ref() + ", version " + statement.version() + ", page " + pages);
        y = TOP;
    }

    private PDStructureElement part(String type) {
        return TaggedPaper.part(paper.whole(), type);
    }

    /** A text that is cut on paper is read in full. */
    private String fit(PDStructureElement part, String text, int size, int most) throws IOException {
        var fitting = text;
        while (paper.width(size, fitting) > most) {
            fitting = fitting.substring(0, fitting.length() - 5) + "...";
        }
        if (!fitting.equals(text)) {
            part.setActualText(text);
        }
        return fitting;
    }
}
