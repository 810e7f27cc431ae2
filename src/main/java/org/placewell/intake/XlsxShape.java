package org.placewell.intake;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Looks at where the cells of a sheet say that they stand, before the workbook is opened: the reader makes room for every column up to
 * the one that a cell names, so that a few letters could ask for more memory than there is. It also writes a formula that many cells share
 * out for each of them, so that one long formula could keep it busy for hours. It parses with the reader's own parser:
 * what the one sees the other sees.
 */
final class XlsxShape {

    /** Column XFD: no spreadsheet has more, nor more rows (ECMA-376, Excel's limits). */
    static final int MOST_COLUMNS = 16_384;
    static final int MOST_ROWS = 1_048_576;
    /** Room for all cells up to the last of each row, in all sheets together: twenty thousand full rows need a twentieth. */
    static final long MOST_PLACES = 20_000_000;
    /** No formula is longer (Excel's limits). */
    static final int LONGEST_FORMULA = 8_192;
    /** Characters of formulas that the reader writes out: a shared one, once for each of its cells. */
    static final long MOST_FORMULA = 4_000_000;
    private static final Pattern CELL = Pattern.compile("([A-Z]{1,3})[0-9]{1,7}");
    private static final Pattern ROW = Pattern.compile("[0-9]{1,7}");

    private long places;
    private long written;
    /** The length of the formula being read; below nought outside of one. */
    private int formula = -1;
    private String shared;
    private final Map<String, Integer> sharedLengths = new HashMap<>();
    private int row;
    private int width;
    private int column;

    /** What a part is like. */
    enum Found { FINE, ODD, TOO_MUCH }

    /** Looks through one part of the archive; one that is no sheet is fine. Places add up from part to part. */
    Found look(InputStream part) {
        row = 0;
        width = 0;
        formula = -1;
        sharedLengths.clear();
        boolean inSheet = false;
        try {
            var reader = parser().createXMLStreamReader(part);
            try {
                while (reader.hasNext()) {
                    int event = reader.next();
                    if (event != XMLStreamConstants.START_ELEMENT) {
                        if (inSheet && formula >= 0 && !formula(event, reader)) {
                            return formula > LONGEST_FORMULA ? Found.ODD : Found.TOO_MUCH;
                        }
                        continue;
                    }
                    if (inSheet && reader.getLocalName().equals("f")) {
                        formula = 0;
                        shared = attribute(reader, "si");
                    }
                    inSheet |= reader.getLocalName().equals("sheetData");
                    if (inSheet && !stands(reader)) {
                        return Found.ODD;
                    }
                    if (places + width > MOST_PLACES) {
                        return Found.TOO_MUCH;
                    }
                }
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            // A picture, or a broken sheet: the reader stops at the same sign, and up to there all is well. It says so if it gets there.
            return Found.FINE;
        } finally {
            places += width;
        }
        return Found.FINE;
    }

    /** Counts the formula that is being read, and at its end what the reader will write out for it. @return whether that is bearable */
    private boolean formula(int event, XMLStreamReader reader) {
        if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
            formula += reader.getTextLength();
            return formula <= LONGEST_FORMULA;
        }
        if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals("f")) {
            written += formula;
            if (shared != null) {
                written += sharedLengths.merge(shared, formula, Math::max);
            }
            formula = -1;
        }
        return written <= MOST_FORMULA;
    }

    private boolean stands(XMLStreamReader element) {
        return switch (element.getLocalName()) {
            case "row" -> row(reference(element));
            case "c" -> cell(reference(element));
            default -> true;
        };
    }

    private boolean row(String reference) {
        places += width;
        width = 0;
        column = 0;
        if (reference != null && !ROW.matcher(reference).matches()) {
            return false;
        }
        int before = row;
        row = reference == null ? before + 1 : Integer.parseInt(reference);
        return row > before && row <= MOST_ROWS;
    }

    private boolean cell(String reference) {
        column++;
        if (reference != null) {
            var cell = CELL.matcher(reference.toUpperCase(Locale.ROOT));
            if (!cell.matches()) {
                return false;
            }
            column = cell.group(1).chars().reduce(0, (number, letter) -> number * 26 + letter - 'A' + 1);
        }
        width = Math.max(width, column);
        return column <= MOST_COLUMNS;
    }

    private static String reference(XMLStreamReader element) {
        return attribute(element, "r");
    }

    /** Whatever name space the attribute claims to be of. */
    private static String attribute(XMLStreamReader element, String name) {
        for (int i = 0; i < element.getAttributeCount(); i++) {
            if (element.getAttributeLocalName(i).equals(name)) {
                return element.getAttributeValue(i);
            }
        }
        return null;
    }

    private static XMLInputFactory parser() {
        var factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
