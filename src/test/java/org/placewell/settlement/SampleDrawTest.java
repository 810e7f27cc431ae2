package org.placewell.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.placewell.settlement.SampleDraw.Drawn;
import org.placewell.settlement.SampleDraw.Member;

@DisplayName("The draw of a sample")
class SampleDrawTest {

    @ParameterizedTest(name = "of {0}, one in {1}, at least {2}: {3}")
    @CsvSource({"0, 10, 3, 0", "2, 10, 3, 2", "10, 10, 3, 3", "30, 10, 3, 3", "31, 10, 3, 4", "100, 10, 3, 10", "100, 1, 0, 100", "100, 0, 3, 0", "9, 10, 0, 1"})
    void size(int members, int oneIn, int least, int size) {
        assertThat(SampleDraw.size(members, oneIn, least)).isEqualTo(size);
        assertThat(chosen(SampleDraw.of(7, oneIn, least, members(members, 3)))).hasSize(size);
    }

    @Test
    @DisplayName("is the same for the same seed and claims, whatever their order, and another for another seed")
    void repeatable() {
        var members = new ArrayList<>(members(200, 4));
        var first = SampleDraw.of(42, 10, 3, members);
        Collections.shuffle(members, new Random(1));
        assertThat(SampleDraw.of(42, 10, 3, members)).isEqualTo(first);
        assertThat(chosen(SampleDraw.of(43, 10, 3, members))).isNotEqualTo(chosen(first));
        assertThat(SampleDraw.number(42, "C-34679AC")).as("the rule as written down: anybody can work it out").isEqualTo("700aabe77b95ffe0");
    }

    @Test
    @DisplayName("gives each kind of outcome its part, and takes the lowest numbers of each")
    void proportional() {
        var members = new ArrayList<Member>();
        IntStream.range(0, 60).forEach(i -> members.add(new Member("C-A" + i, "engagement")));
        IntStream.range(0, 30).forEach(i -> members.add(new Member("C-B" + i, "job-start")));
        IntStream.range(0, 10).forEach(i -> members.add(new Member("C-C" + i, "sustained")));
        var drawn = SampleDraw.of(9, 10, 3, members);
        assertThat(chosen(drawn).stream().collect(Collectors.groupingBy(Drawn::stratum, Collectors.counting())))
                .containsEntry("engagement", 6L).containsEntry("job-start", 3L).containsEntry("sustained", 1L);
        drawn.stream().collect(Collectors.groupingBy(Drawn::stratum)).values().forEach(kind -> {
            var highest = kind.stream().filter(Drawn::chosen).map(Drawn::number).max(String::compareTo).orElseThrow();
            assertThat(kind.stream().filter(one -> !one.chosen()).map(Drawn::number)).allMatch(number -> number.compareTo(highest) > 0);
        });
    }

    @Test
    @DisplayName("favours no claim: over many seeds each is drawn about as often")
    void fair() {
        var members = members(50, 1);
        var counts = new int[50];
        for (int seed = 0; seed < 2_000; seed++) {
            chosen(SampleDraw.of(seed, 5, 1, members)).forEach(one -> counts[Integer.parseInt(one.claimRef().substring(2))]++);
        }
        assertThat(counts).satisfies(all -> IntStream.of(all).forEach(count -> assertThat(count).isBetween(300, 500)));
    }

    private static List<Member> members(int count, int kinds) {
        return IntStream.range(0, count).mapToObj(i -> new Member("C-" + i, "kind" + i % kinds)).toList();
    }

    private static List<Drawn> chosen(List<Drawn> draw) {
        return draw.stream().filter(Drawn::chosen).toList();
    }
}
