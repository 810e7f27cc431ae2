package org.placewell.contract;

/** One thing wrong with a terms file: where, counted from 1, and what, with the way on. */
public record Mistake(int line, int column, String message) {

    /** As one line of text. */
    @Override
    public String toString() {
        return "Line " + line + ", column " + column + ": " + message;
    }
}
