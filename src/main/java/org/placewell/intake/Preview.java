package org.placewell.intake;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Where the rows of a file go.
 *
 * @param lines one for each way that somebody of the file goes, in the order of the pathway; empty for a file that an earlier release checked
 */
public record Preview(List<Line> lines, ToTriage toTriage) {

    static Preview of(Map<Stage, Map<RowStatus, Integer>> going, ToTriage toTriage) {
        return new Preview(Arrays.stream(Stage.values()).filter(going::containsKey).map(stage -> new Line(stage, going.get(stage)))
                .filter(line -> line.good() + line.ask() + line.ready() + line.done() > 0).toList(), toTriage);
    }

    /** The rows that go one way, by where they stand. */
    public record Line(Stage stage, Map<RowStatus, Integer> counts) {

        /** Nothing wrong with them. */
        public int good() {
            return count(RowStatus.GOOD);
        }

        /** A person decides whether they come in. */
        public int ask() {
            return count(RowStatus.ASK);
        }

        /** Confirmed and not there yet. */
        public int ready() {
            return count(RowStatus.READY);
        }

        /** Brought in. */
        public int done() {
            return count(RowStatus.DONE);
        }

        private int count(RowStatus status) {
            return counts.getOrDefault(status, 0);
        }
    }

    /**
     * The good rows that go to triage.
     *
     * @param late how many should have been decided before today, as their contract has it
     * @param earliest the day by which the first of all was to be decided; null where none goes to triage
     * @param alike how many may be for somebody who is here already: triage asks about each
     */
    public record ToTriage(int late, LocalDate earliest, int alike) {}
}
