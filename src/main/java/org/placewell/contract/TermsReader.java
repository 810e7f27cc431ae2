package org.placewell.contract;

import java.util.List;
import org.placewell.contract.domain.Terms;

/** Reads a terms file. */
final class TermsReader {

    /** What a file gives: its versions, or its mistakes, all of them at once. */
    record Reading(List<Terms> versions, List<Mistake> mistakes) {}

    private TermsReader() {}

    static Reading read(String yaml) {
        return new Reading(List.of(), List.of());
    }
}
