package org.placewell.contract;

import java.util.List;
import org.placewell.contract.domain.Terms;

/**
 * A terms file as it was read, without any database: its versions in order, or all its mistakes.
 *
 * @param text the file's text; null when it is not text
 * @param versions every version of the file; empty when there are mistakes
 * @param mistakes in the order of the file; empty when it is right
 */
public record TermsFile(String text, List<Terms> versions, List<Mistake> mistakes) {

    public TermsFile {
        versions = List.copyOf(versions);
        mistakes = List.copyOf(mistakes);
    }

    /** Reads a file; a wrong one is answered with its mistakes, never with an exception. */
    public static TermsFile read(byte[] bytes) {
        var file = TextFile.of(bytes);
        if (!file.isReadable()) {
            return new TermsFile(null, List.of(), file.mistakes());
        }
        var reading = TermsReader.read(file.text());
        return new TermsFile(file.text(), reading.mistakes().isEmpty() ? reading.versions() : List.of(), reading.mistakes());
    }

    /** Whether the file has no mistakes. */
    public boolean isRight() {
        return mistakes.isEmpty();
    }
}
