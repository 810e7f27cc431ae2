package org.placewell.settlement;

import java.time.Instant;
import java.util.List;
import org.placewell.shared.Pence;

/**
 * The check after payment of all claims that became paid with one statement.
 *
 * @param oneIn one in so many was drawn, at least {@code least}
 * @param seed what the numbers were worked out from
 * @param again whether the same seed and rule give the same draw once more
 * @param lines every claim of the batch, by outcome and number; empty in lists
 */
public record SampleView(
        String statementRef, String contractRef, int contractVersion, long seed, int oneIn, int least, boolean extrapolate, Instant drawnAt, boolean again,
        List<Line> lines) {

    public SampleView {
        lines = List.copyOf(lines);
    }

    /** How many claims were drawn. */
    public long drawn() {
        return lines.stream().filter(Line::chosen).count();
    }

    /** How many of them the check has not settled yet: unchecked, or failed with a reversal that nobody has decided on. */
    public long waiting() {
        return lines.stream().filter(line -> line.chosen() && (line.result() == Result.TO_CHECK || line.result() == Result.REVERSAL_ASKED)).count();
    }

    /** How many were taken back after they had failed. */
    public long failed() {
        return lines.stream().filter(line -> line.result() == Result.TAKEN_BACK).count();
    }

    /** What the lines with a result are worth together. */
    public Pence worth(Result result) {
        return lines.stream().filter(line -> line.result() == result).map(Line::amount).reduce(Pence.ZERO, Pence::plus);
    }

    /**
     * One claim.
     *
     * @param stratum the outcome's code
     * @param outcome its name
     * @param number sixteen hexadecimal digits; the lowest of an outcome are drawn
     */
    public record Line(String claimRef, String stratum, String outcome, Pence amount, String number, boolean chosen, Result result) {}

    /** What became of a claim. */
    public enum Result {
        NOT_DRAWN("Not drawn"),
        TO_CHECK("Waits for its check"),
        STANDS("Checked: it stands"),
        REVERSAL_ASKED("Failed; somebody in finance decides"),
        TAKEN_BACK("Failed and taken back"),
        KEPT("Failed, but finance let it stand"),
        GONE("Taken back for another reason");

        private final String label;

        Result(String label) {
            this.label = label;
        }

        /** The result on screen. */
        public String label() {
            return label;
        }
    }
}
