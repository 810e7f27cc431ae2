package org.placewell.contract;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The text of a file that somebody wrote, or the one mistake that makes it unreadable. */
public final class TextFile {

    private final String text;
    private final Mistake mistake;

    private TextFile(String text, Mistake mistake) {
        this.text = text;
        this.mistake = mistake;
    }

    /** Reads UTF-8 with or without a byte order mark; anything else is a mistake at the place of the first byte that does not fit. */
    public static TextFile of(byte[] bytes) {
        if (bytes.length > YamlTree.MAX_BYTES) {
            return new TextFile(null, new Mistake(1, 1, "The file is larger than 1 MB. It is text of a few pages: check that it is the right file"));
        }
        var in = ByteBuffer.wrap(bytes);
        var out = java.nio.CharBuffer.allocate(bytes.length);
        boolean whole = !StandardCharsets.UTF_8.newDecoder().decode(in, out, true).isError();
        var read = out.flip().toString();
        if (whole) {
            return new TextFile(read.startsWith("\uFEFF") ? read.substring(1) : read, null);
        }
        int line = (int) read.chars().filter(c -> c == '\n').count() + 1;
        return new TextFile(null, new Mistake(line, read.length() - read.lastIndexOf('\n'),
                "The file is not plain text in UTF-8. Save it as UTF-8 text and try again"));
    }

    /** Whether it is text. */
    public boolean isReadable() {
        return mistake == null;
    }

    /** The text; null when it cannot be read. */
    public String text() {
        return text;
    }

    /** Why it cannot be read. */
    public List<Mistake> mistakes() {
        return isReadable() ? List.of() : List.of(mistake);
    }
}
