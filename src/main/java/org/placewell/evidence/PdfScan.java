package org.placewell.evidence;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.placewell.shared.Problem;

/**
 * Looks for what a plain scanned or printed PDF never has: encryption, scripts, programs to launch, files inside, active
 * forms. It reads bytes and names only and parses no document; object streams are unpacked, because they can hide names.
 */
final class PdfScan {

    private static final int MOST_UNPACKED = 32 * 1024 * 1024;
    /** Names so long that chance does not write them into a picture's bytes: looked for everywhere. */
    private static final List<String> FORBIDDEN = List.of("/JavaScript", "/Launch", "/EmbeddedFile", "/EmbeddedFiles", "/Encrypt", "/RichMedia",
            "/SubmitForm", "/ImportData", "/GoToE");
    /** Looked for outside the data of streams only. */
    private static final List<String> FORBIDDEN_SHORT = List.of("/JS", "/XFA", "/AA");
    private static final Pattern ESCAPE = Pattern.compile("#([0-9A-Fa-f]{2})");
    private static final Pattern DATA = Pattern.compile("stream\\r?\\n(.*?)endstream", Pattern.DOTALL);

    private PdfScan() {}

    /**
     * @return the same bytes
     * @throws Problem when the file is broken, encrypted or active
     */
    static byte[] check(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (!text.startsWith("%PDF-1.") && !text.startsWith("%PDF-2.")) {
            throw broken();
        }
        int end = text.lastIndexOf("%%EOF");
        if (end < 0 || !text.substring(end + 5).isBlank() || !text.contains("startxref")) {
            throw broken();
        }
        var outside = new StringBuilder();
        var data = DATA.matcher(text);
        int from = 0;
        while (data.find()) {
            var between = text.substring(from, data.start());
            outside.append(between).append('\n');
            if (plain(lastDictionary(between)).contains("/ObjStm")) {
                outside.append(unpack(lastDictionary(between), bytes, data.start(1), data.end(1))).append('\n');
            }
            from = data.end();
        }
        outside.append(text.substring(from));
        judge(plain(text), FORBIDDEN);
        judge(plain(outside.toString()), FORBIDDEN);
        judge(plain(outside.toString()), FORBIDDEN_SHORT);
        if (outside.indexOf("PK\u0005\u0006") >= 0) {
            throw active();
        }
        return bytes;
    }

    private static String lastDictionary(String between) {
        int object = between.lastIndexOf(" obj");
        return object < 0 ? between : between.substring(object);
    }

    private static void judge(String text, List<String> names) {
        for (var name : names) {
            for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
                int after = at + name.length();
                if (after >= text.length() || !Character.isLetterOrDigit(text.charAt(after))) {
                    throw name.equals("/Encrypt") ? PaperCheck.refusal("pdf-encrypted",
                            "This PDF is protected by a password. Save it without one, or print and scan it") : active();
                }
            }
        }
    }

    /** Names may be written with escapes: {@code /J#61vaScript}. */
    private static String plain(String text) {
        return ESCAPE.matcher(text).replaceAll(found ->
                java.util.regex.Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }

    private static String unpack(String dictionary, byte[] bytes, int from, int to) {
        if (!plain(dictionary).contains("/FlateDecode") || plain(dictionary).contains("/ASCII85Decode") || plain(dictionary).contains("/LZWDecode")) {
            if (plain(dictionary).contains("/Filter")) {
                throw active();
            }
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
        var inflater = new Inflater();
        try {
            inflater.setInput(bytes, from, to - from);
            var unpacked = new StringBuilder();
            var buffer = new byte[8192];
            while (!inflater.finished()) {
                int read = inflater.inflate(buffer);
                if (read == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    break;
                }
                unpacked.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
                if (unpacked.length() > MOST_UNPACKED) {
                    throw broken();
                }
            }
            return unpacked.toString();
        } catch (DataFormatException e) {
            throw broken();
        } finally {
            inflater.end();
        }
    }

    private static Problem broken() {
        return PaperCheck.refusal("pdf-broken", "This PDF is damaged or has something added to it. Print and scan the paper, and send that");
    }

    private static Problem active() {
        return PaperCheck.refusal("pdf-active", "This PDF has scripts, forms or other files in it. Print and scan the paper, and send that");
    }
}
