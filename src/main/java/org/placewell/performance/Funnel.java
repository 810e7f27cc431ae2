package org.placewell.performance;

import java.util.ArrayList;
import java.util.List;
import org.placewell.performance.Performance.Stages;

/** A contract's funnel against what services of its kind reach, small numbers hidden. Whole per cents, whole people. */
final class Funnel {

    private static final List<Benchmark> BENCHMARKS = List.of(
            new Benchmark("Referred", 100, 100, 100, ""),
            new Benchmark("Accepted", 80, 90, 100, "our assumption: no figure is published"),
            Benchmark.ENGAGED, Benchmark.JOB_START, Benchmark.THIRTEEN_WEEKS);

    private Funnel() {}

    /** The stages in order. */
    static List<Stage> of(Stages counts) {
        var raw = List.of(counts.referred(), counts.accepted(), counts.engaged(), counts.jobStarts(), counts.sustained13w());
        var bases = List.of(counts.referred(), counts.referred(), counts.referred(), counts.engaged(), counts.jobStarts());
        var shown = Suppression.funnel(raw);
        var baseShown = List.of(0, 0, 0, 2, 3);
        var stages = new ArrayList<Stage>();
        for (int i = 0; i < raw.size(); i++) {
            var mark = BENCHMARKS.get(i);
            long base = bases.get(i);
            boolean open = shown.get(i) != null && shown.get(baseShown.get(i)) != null;
            Long percent = open && base > 0 ? (200 * raw.get(i) + base) / (2 * base) : null;
            Long expected = shown.get(baseShown.get(i)) != null ? (base * mark.central() + 50) / 100 : null;
            stages.add(new Stage(mark.stage(), shown.get(i), percent, expected, mark));
        }
        return stages;
    }

    /**
     * One stage.
     *
     * @param count people, or null when hidden
     * @param percent of the stage it is measured by, or null when hidden
     * @param expected people at the central published rate, or null when hidden
     */
    record Stage(String name, Long count, Long percent, Long expected, Benchmark benchmark) {

        /** The count as it is shown. */
        public String shown() {
            return count == null ? "fewer than 5, or too close to its neighbour" : count.toString();
        }

        /** Below, within or above the published range, in words. */
        public String verdict() {
            if (percent == null || benchmark.source().isEmpty()) {
                return "";
            }
            return percent < benchmark.low() ? "below the range" : percent > benchmark.high() ? "above the range" : "within the range";
        }
    }
}
