package org.placewell.performance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Small groups cannot be read off the page, nor worked out from what is shown beside them. */
class SuppressionTest {

    @Test
    @DisplayName("Counts from one to four are hidden, zero and five are shown")
    void small() {
        assertThat(Suppression.funnel(List.of(30L, 10L, 5L))).containsExactly(30L, 10L, 5L);
        assertThat(Suppression.funnel(List.of(30L, 4L, 0L))).containsExactly(30L, null, 0L);
        assertThat(Suppression.funnel(List.of(3L, 1L, 0L))).containsExactly(null, null, 0L);
    }

    @Test
    @DisplayName("A stage that differs from the one before by one to four is hidden as well: the difference would be a small group")
    void secondary() {
        assertThat(Suppression.funnel(List.of(30L, 28L, 20L))).containsExactly(30L, null, 20L);
        assertThat(Suppression.funnel(List.of(12L, 9L, 8L, 7L))).containsExactly(12L, null, null, 7L);
    }

    @Test
    @DisplayName("No subtraction of shown counts leaves a small group, in twenty thousand random funnels")
    void brute() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            var counts = new ArrayList<Long>();
            long count = random.nextInt(60);
            for (int stage = 0; stage < 5; stage++) {
                counts.add(count);
                count -= count == 0 ? 0 : random.nextInt((int) Math.min(count, 9) + 1);
            }
            var shown = Suppression.funnel(counts).stream().filter(java.util.Objects::nonNull).toList();
            for (int i = 0; i < shown.size(); i++) {
                assertThat(shown.get(i) == 0 || shown.get(i) >= 5).as("seed %d: %s", seed, counts).isTrue();
                for (int j = i + 1; j < shown.size(); j++) {
                    long difference = shown.get(i) - shown.get(j);
                    assertThat(difference == 0 || difference >= 5).as("seed %d: %s shows %s", seed, counts, shown).isTrue();
                }
            }
        }
    }

    @Test
    @DisplayName("A cell that a spreadsheet would run begins with an apostrophe")
    void formulas() {
        for (var cell : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1")) {
            assertThat(SafeCsv.safe(cell)).startsWith("'");
        }
        assertThat(SafeCsv.of(List.of("Stage"), List.of(List.of("=cmd|' /C calc'!A0")))).contains("'=cmd");
    }
}
