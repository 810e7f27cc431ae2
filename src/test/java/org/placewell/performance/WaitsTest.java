package org.placewell.performance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.performance.Waits.Line;
import org.placewell.performance.Waits.Wait;

/** Waits compared between groups, and nobody to be recognised in them. */
class WaitsTest {

    @Test
    @DisplayName("Each group has its people, its median and its longest wait in completed weeks; everybody comes last")
    void compared() {
        var waits = new ArrayList<Wait>();
        IntStream.of(6, 7, 14, 21, 70).forEach(days -> waits.add(new Wait(days, "East", "higher", "A", "female", null)));
        IntStream.of(1, 2, 3, 4, 5, 6).forEach(days -> waits.add(new Wait(days, "West", "lower", "N", "male", null)));
        var comparisons = Waits.compare(waits, List.of());
        assertThat(comparisons).extracting(Waits.Comparison::heading).containsExactly("Team", "Support needed", "Ethnicity", "Sex");
        assertThat(comparisons.get(0).lines()).containsExactly(new Line("East", 5L, 2, 10), new Line("West", 6L, 0, 0), new Line("Everybody", 11L, 0, 10));
        assertThat(comparisons.get(1).lines()).extracting(Line::people).containsExactly(5L, 0L, 6L, 0L, 11L);
        assertThat(comparisons.get(2).lines()).extracting(Line::group).containsExactly("White", "Mixed", "Asian or Asian British", "Black or Black British",
                "Chinese or any other ethnic group", "Not stated or not asked", "Everybody");
        assertThat(comparisons.get(3).lines()).extracting(Line::people).containsExactly(5L, 6L, 0L, 0L, 11L);
    }

    @Test
    @DisplayName("Where waits ended without a place they are compared by the reason too, small numbers hidden")
    void reasons() {
        var waits = new ArrayList<Wait>();
        IntStream.range(0, 6).forEach(i -> waits.add(new Wait(70, "East", null, null, null, "Moved away")));
        IntStream.range(0, 7).forEach(i -> waits.add(new Wait(140, "East", null, null, null, "Found work while waiting")));
        var reasons = Waits.compare(waits, Waits.LEAVING).get(4);
        assertThat(reasons.heading()).isEqualTo("Reason");
        assertThat(reasons.lines()).contains(new Line("Found work while waiting", 7L, 20, 20), new Line("Moved away", 6L, 10, 10),
                new Line("The person has died", 0L, null, null), new Line("Everybody", 13L, 20, 20)).hasSize(11);
        assertThat(Waits.compare(waits.subList(3, 13), Waits.LEAVING).get(4).lines()).extracting(Line::people).as("not even which reasons there are")
                .containsExactly(null, null, null, null, null, null, null, null, null, null, 10L);
    }

    @Test
    @DisplayName("The file has one line of fewer than five people: no team, no group and no reason")
    void file() {
        var waits = new ArrayList<Wait>();
        IntStream.range(0, 4).forEach(i -> waits.add(new Wait(70, "East", "higher", "N", "other", "The person has died")));
        assertThat(Fairness.csv(List.of(Fairness.Part.of("Left", "left", waits, Waits.LEAVING, false))).lines().skip(1))
                .containsExactly("Left,,Everybody,hidden,,");
        waits.add(waits.get(0));
        assertThat(Fairness.csv(List.of(Fairness.Part.of("Left", "left", waits, Waits.LEAVING, false))).lines()).contains("Left,Team,East,5,10,10");
        assertThat(Fairness.csv(List.of(Fairness.Part.of("Left", "left", waits, Waits.LEAVING, true))).lines().skip(1))
                .as("hidden for another's sake").containsExactly("Left,,Everybody,hidden,,");
        var none = Fairness.Part.of("Left", "left", List.of(), Waits.LEAVING, false);
        assertThat(none.nobody()).isTrue();
        assertThat(none.hidden()).isFalse();
    }

    @Test
    @DisplayName("Twelve whole months are counted: every day of a month counts the same")
    void period() {
        var july = new Period(LocalDate.of(2025, 7, 1), LocalDate.of(2026, 6, 30));
        assertThat(Period.before(LocalDate.of(2026, 7, 1))).isEqualTo(july).isEqualTo(Period.before(LocalDate.of(2026, 7, 31)));
        assertThat(july.words()).isEqualTo("1 July 2025 to 30 June 2026");
    }

    @Test
    @DisplayName("Whoever was not asked, would rather not say or is not graded counts as such")
    void notAsked() {
        var waits = new ArrayList<Wait>();
        for (int i = 0; i < 5; i++) {
            waits.add(new Wait(7, "East", null, null, null, null));
            waits.add(new Wait(7, "East", "medium", "Z", "notSaid", null));
        }
        var comparisons = Waits.compare(waits, List.of());
        assertThat(comparisons.get(1).lines()).extracting(Line::people).containsExactly(0L, 5L, 0L, 5L, 10L);
        assertThat(comparisons.get(2).lines().get(5)).isEqualTo(new Line("Not stated or not asked", 10L, 1, 1));
        assertThat(comparisons.get(3).lines().get(3)).isEqualTo(new Line("Not stated or not asked", 10L, 1, 1));
    }

    @Test
    @DisplayName("A hidden group shows neither its people nor its median nor its longest wait")
    void hidden() {
        var waits = new ArrayList<Wait>();
        IntStream.range(0, 3).forEach(i -> waits.add(new Wait(700, "East", "higher", "A", "female", null)));
        IntStream.range(0, 9).forEach(i -> waits.add(new Wait(7, "West", "higher", "A", "female", null)));
        assertThat(Waits.compare(waits, List.of()).get(0).lines()).containsExactly(new Line("East", null, null, null), new Line("West", null, null, null),
                new Line("Everybody", 12L, 1, 100));
        IntStream.range(0, 10).forEach(i -> waits.add(new Wait(7, "North", "higher", "A", "female", null)));
        assertThat(Waits.compare(waits, List.of()).get(0).lines()).extracting(Line::people).containsExactly(null, 10L, null, 22L);
        assertThat(Waits.compare(waits.subList(0, 3), List.of()).get(0).lines()).containsExactly(new Line("East", null, null, null), new Line("Everybody", null, null, null));
    }

    @Test
    @DisplayName("Parts of a whole: whoever knows the rule and the total cannot say how many people a hidden part has, in every case of four parts")
    void nothingGivenAway() {
        Map<String, List<List<Long>>> bySight = new HashMap<>();
        for (long a = 0; a < 9; a++) {
            for (long b = 0; b < 9; b++) {
                for (long c = 0; c < 9; c++) {
                    for (long d = 0; d < 9; d++) {
                        var counts = List.of(a, b, c, d);
                        long total = a + b + c + d;
                        bySight.computeIfAbsent(Suppression.parts(counts) + " of " + (total > 0 && total < 5 ? "few" : total), key -> new ArrayList<>()).add(counts);
                    }
                }
            }
        }
        bySight.forEach((sight, possible) -> {
            var shown = Suppression.parts(possible.get(0));
            for (int i = 0; i < 4; i++) {
                if (shown.get(i) == null) {
                    Set<Long> values = new HashSet<>();
                    for (var counts : possible) {
                        values.add(counts.get(i));
                    }
                    assertThat(values).as("%s, part %d", sight, i).hasSizeGreaterThan(1);
                } else {
                    assertThat(shown.get(i) == 0 || shown.get(i) >= 5).as(sight).isTrue();
                }
            }
        });
    }
}
