package org.placewell.contract;

import java.util.Comparator;
import java.util.List;
import org.placewell.shared.Problem;

/** A terms file that is not kept, with everything that is wrong with it. */
public final class TermsRefused extends Problem {

    private final List<Mistake> mistakes;

    TermsRefused(List<Mistake> mistakes) {
        super("terms-refused", "file", mistakes.size() == 1 ? "The file has a mistake. Correct it and upload it again"
                : "The file has " + mistakes.size() + " mistakes. Correct them and upload it again");
        this.mistakes = mistakes.stream().sorted(Comparator.comparingInt(Mistake::line).thenComparingInt(Mistake::column)).toList();
    }

    /** Every mistake, in the order of the file. */
    public List<Mistake> mistakes() {
        return mistakes;
    }
}
