package org.placewell.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs every JMH benchmark of the product, each in a program of its own with one thread: {@code -Dbench=…} picks some by their name. */
@Tag("bench")
class MicroBenchTest {

    @Test
    @DisplayName("Pricing one outcome, and a what-if over many")
    void measure() throws Exception {
        var options = new OptionsBuilder().include("org\\.placewell\\..*Benchmark\\." + System.getProperty("bench", "")).threads(1).forks(1)
                .warmupIterations(4).warmupTime(TimeValue.seconds(1)).measurementIterations(5).measurementTime(TimeValue.seconds(1))
                .jvmArgs("-Xmx512m").addProfiler(ProcessorTime.class).shouldFailOnError(true).build();
        var figures = new TreeMap<String, Object>();
        for (var result : new Runner(options).run()) {
            var primary = result.getPrimaryResult();
            var name = primary.getLabel().replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(java.util.Locale.ROOT);
            var parameters = result.getParams().getParamsKeys().stream().map(key -> result.getParams().getParam(key)).toList();
            var label = name + (parameters.isEmpty() ? "" : " " + parameters);
            figures.put(label + ", " + primary.getScoreUnit(), "%,.1f ± %,.1f".formatted(primary.getScore(), primary.getScoreError()));
            result.getSecondaryResults().forEach((what, second) -> {
                if (what.endsWith(ProcessorTime.LABEL)) {
                    figures.put(label + ", a second of one processor", "%,.1f".formatted(second.getScore()));
                }
            });
        }
        assertThat(figures).isNotEmpty();
        Figures.write("micro", "Calculator", figures);
    }
}
