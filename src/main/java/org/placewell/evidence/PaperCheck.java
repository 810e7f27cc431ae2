package org.placewell.evidence;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.apache.tika.Tika;
import org.placewell.shared.Problem;

/**
 * Decides whether a file is what its name says and safe to show. Three witnesses must agree: the name's ending, the type the
 * browser declared, and the first bytes (our own look and the detector of Apache Tika, which parses nothing).
 */
final class PaperCheck {

    static final int MOST_BYTES = 10 * 1024 * 1024;
    private static final String OTHER = "This file is not what its name says: it must be a real PDF, JPEG or PNG. Scan or photograph the paper again";
    private static final Map<String, String> BY_ENDING = Map.of(
            "pdf", "application/pdf", "jpg", "image/jpeg", "jpeg", "image/jpeg", "png", "image/png");
    private static final Tika TIKA = new Tika();

    private PaperCheck() {}

    /**
     * @param declared the media type the browser declared; null or {@code application/octet-stream} when it knew none
     * @return what to store
     * @throws Problem on the field {@code file} when the file cannot be taken
     */
    static PaperFile check(String name, String declared, byte[] bytes) {
        var shortName = tidy(name);
        if (bytes == null || bytes.length == 0) {
            throw refusal("file-empty", shortName.isEmpty() ? "Choose a file" : "The file is empty. Choose another one");
        }
        if (bytes.length > MOST_BYTES) {
            throw refusal("file-too-big", "The file is too big. It must be 10 MB or smaller");
        }
        int dot = shortName.lastIndexOf('.');
        var named = BY_ENDING.get(dot < 0 ? "" : shortName.substring(dot + 1).toLowerCase(Locale.ROOT));
        if (named == null) {
            throw refusal("file-kind", "The file must be a PDF, JPEG or PNG, with a name that ends in .pdf, .jpg, .jpeg or .png");
        }
        if (!named.equals(magic(bytes)) || !agrees(declared, named) || !named.equals(TIKA.detect(bytes))) {
            throw refusal("file-not-its-name", OTHER);
        }
        var stored = switch (named) {
            case "application/pdf" -> PdfScan.check(bytes);
            default -> Pictures.redraw(bytes, named);
        };
        if (stored.length > MOST_BYTES) {
            throw refusal("file-too-big", "The picture is too big. It must be 10 MB or smaller");
        }
        return new PaperFile(shortName, named, stored, sha256(stored), sha256(bytes));
    }

    static Problem refusal(String code, String message) {
        return Problem.at("file", code, message);
    }

    private static boolean agrees(String declared, String named) {
        var type = declared == null ? "" : declared.split(";")[0].strip().toLowerCase(Locale.ROOT);
        return type.isEmpty() || type.equals("application/octet-stream") || type.equals(named)
                || type.equals("image/jpg") && named.equals("image/jpeg");
    }

    /** The type by the first bytes alone; nothing may stand in front of them. */
    private static String magic(byte[] bytes) {
        if (starts(bytes, '%', 'P', 'D', 'F', '-')) {
            return "application/pdf";
        }
        if (starts(bytes, 0xff, 0xd8, 0xff)) {
            return "image/jpeg";
        }
        return starts(bytes, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n') ? "image/png" : "";
    }

    private static boolean starts(byte[] bytes, int... expected) {
        if (bytes.length < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((bytes[i] & 0xff) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    /** The last part of a path, without control signs, quotes and signs of direction, at most 120 characters with the ending kept. */
    private static String tidy(String name) {
        if (name == null) {
            return "";
        }
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var clean = last.replaceAll("[\\p{C}\"<>|:*?]", "").strip();
        return clean.length() <= 120 ? clean : clean.substring(0, 100) + clean.substring(clean.length() - 20);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
