package org.placewell.contract.web;

import java.io.IOException;
import java.util.List;
import org.placewell.contract.Mistake;
import org.placewell.contract.TextFile;
import org.placewell.shared.Problem;
import org.springframework.web.multipart.MultipartFile;

/**
 * What a person sent in: a file, or the text of an earlier attempt corrected on the page.
 *
 * @param fileName as the browser named it; empty for typed text
 * @param text never null; empty when the file is not text
 * @param unreadable why it is not text; empty when it is
 */
record Upload(String fileName, String text, List<Mistake> unreadable) {

    /** How much of a line is quoted beside a mistake. */
    private static final int QUOTE = 80;

    /** The file when one was chosen, else the text. */
    static Upload of(MultipartFile file, String typed) throws IOException {
        if (file == null || file.isEmpty()) {
            return new Upload("", typed.replace("\r\n", "\n"), List.of());
        }
        var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename().replaceAll(".*[/\\\\]", "");
        var read = TextFile.of(file.getBytes());
        return new Upload(name.isEmpty() ? "the file" : name, read.isReadable() ? read.text() : "", read.mistakes());
    }

    /**
     * The text to propose.
     *
     * @throws Problem when there is none
     */
    String right() {
        if (!unreadable.isEmpty()) {
            var mistake = unreadable.get(0);
            throw Problem.at("file", "not-text", mistake.message() + (mistake.column() > 1 || mistake.line() > 1
                    ? " (line " + mistake.line() + ", column " + mistake.column() + ")" : ""));
        }
        if (text.isBlank()) {
            throw Problem.at("file", "required", "Choose the terms file that you want to propose");
        }
        return text;
    }

    /** The field of the form that it came from. */
    String field() {
        return fileName.isEmpty() && !text.isBlank() ? "typed" : "file";
    }

    /** The mistakes, each with its line of the text. */
    List<Quoted> quoted(List<Mistake> mistakes) {
        var lines = text.split("\n", -1);
        return mistakes.stream().map(mistake -> new Quoted(mistake.line(), mistake.column(), mistake.message(),
                mistake.line() <= lines.length ? cut(lines[mistake.line() - 1].strip()) : "")).toList();
    }

    private static String cut(String line) {
        return line.length() <= QUOTE ? line : line.substring(0, QUOTE) + "…";
    }

    /** One mistake with the line it stands in. */
    record Quoted(int line, int column, String message, String quote) {}
}
