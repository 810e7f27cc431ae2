package org.placewell.workflow.diagram;

import java.util.ArrayList;
import java.util.List;

/** Text in a picture: how wide it will be, where it breaks, and how it is written safely. */
final class Lettering {

    private static final String NARROW = "ijltfrI.,:;'|!()[] -/";
    private static final String WIDE = "mwMW";

    private Lettering() {}

    /** The width in tenths of a pixel of a text in Arial, by classes of letters; good to a few per cent. */
    static int width(String text, int size) {
        int hundredths = 0;
        for (char letter : text.toCharArray()) {
            hundredths += NARROW.indexOf(letter) >= 0 ? 31 : WIDE.indexOf(letter) >= 0 ? 82 : Character.isUpperCase(letter) ? 68 : 55;
        }
        return hundredths * size / 10;
    }

    /** Breaks a text into lines no wider than {@code pixels}; a single long word stays whole. */
    static List<String> lines(String text, int size, int pixels) {
        var lines = new ArrayList<String>();
        var line = "";
        for (var word : text.split(" ")) {
            var longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, size) > pixels * 10) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }

    /** The text as XML content or attribute value. */
    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
