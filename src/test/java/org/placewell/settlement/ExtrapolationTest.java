package org.placewell.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.settlement.Extrapolation.Count;
import org.placewell.settlement.Extrapolation.Part;
import org.placewell.shared.Pence;

@DisplayName("Extrapolation over the claims not drawn")
class ExtrapolationTest {

    @Test
    @DisplayName("is the failed share of the sample times the rest, with its arithmetic in sentences")
    void example() {
        var found = Extrapolation.of(new Count(3, Pence.of(100_000)), new Count(1, Pence.of(33_000)),
                List.of(new Part("haringey", Pence.of(132_000)), new Part("lcf", Pence.of(66_001))), 6,
                Map.of("haringey", "London Borough of Haringey", "lcf", "Life Chances Fund")::get);
        assertThat(found.amount()).isEqualTo(Pence.of(65_340));
        assertThat(found.parts()).containsExactly(new Part("haringey", Pence.of(43_560)), new Part("lcf", Pence.of(21_780)));
        assertThat(found.steps()).containsExactly("Drawn and checked: 3 claims worth £1,000.", "Of these failed and taken back: 1 claim worth £330.",
                "Paid but not drawn: 6 claims worth £1,980.01.", "£330 ÷ £1,000 × £1,980.01 = £653.40, rounded down to the penny.",
                "London Borough of Haringey: £435.60 of it, in proportion to what it paid for the claims not drawn.",
                "Life Chances Fund: £217.80 of it, in proportion to what it paid for the claims not drawn.",
                "The formula is Placewell’s own: guidance names extrapolation but prints no formula.");
    }

    @Test
    @DisplayName("takes nothing when nothing failed, everything when all failed, and refuses a sample in which more failed than was drawn")
    void edges() {
        var rest = List.of(new Part("a", Pence.of(5)), new Part("b", Pence.of(6)));
        assertThat(Extrapolation.of(new Count(2, Pence.of(10)), new Count(0, Pence.ZERO), rest, 2).amount()).isEqualTo(Pence.ZERO);
        assertThat(Extrapolation.of(new Count(2, Pence.of(10)), new Count(2, Pence.of(10)), rest, 2).parts()).isEqualTo(rest);
        assertThat(Extrapolation.of(new Count(2, Pence.of(10)), new Count(1, Pence.of(5)), List.of(), 0).amount()).isEqualTo(Pence.ZERO);
        assertThatThrownBy(() -> Extrapolation.of(new Count(1, Pence.of(10)), new Count(2, Pence.of(10)), rest, 2))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("never takes more from anybody than was not drawn, and the parts always add up")
    void properties() {
        long seed = new Random().nextLong();
        System.out.println("ExtrapolationTest.properties seed " + seed);
        var random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            long drawn = 1 + random.nextInt(10_000_000);
            long failed = random.nextInt((int) drawn + 1);
            var rest = IntStream.range(0, random.nextInt(20)).mapToObj(n -> new Part("p" + n, Pence.of(random.nextInt(100_000_000)))).toList();
            var found = Extrapolation.of(new Count(9, Pence.of(drawn)), new Count(3, Pence.of(failed)), rest, 50);
            assertThat(found.parts().stream().mapToLong(part -> part.amount().amount()).sum()).isEqualTo(found.amount().amount());
            for (int n = 0; n < rest.size(); n++) {
                assertThat(found.parts().get(n).amount()).isBetween(Pence.ZERO, rest.get(n).amount());
            }
        }
    }
}
