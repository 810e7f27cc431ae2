package org.placewell.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.placewell.settlement.Match.Outcome;
import org.placewell.shared.Pence;

@DisplayName("A payment against what was asked for")
class MatchTest {

    @ParameterizedTest(name = "asked {0}, in before {1}, paid {2}: {3}, settles {4}, holds {5}")
    @CsvSource({
        "100, 0, 100, SETTLED, 100, 0", "100, 0, 99, SHORT, 99, 0", "100, 99, 1, SETTLED, 1, 0", "100, 60, 50, OVER, 40, 10",
        "100, 0, 101, OVER, 100, 1", "100, 100, 100, DUPLICATE, 0, 100", "100, 100, 1, DUPLICATE, 0, 1",
        "-100, 0, -100, SETTLED, -100, 0", "-100, 0, -40, SHORT, -40, 0", "-100, -40, -80, OVER, -60, -20", "-100, -100, -5, DUPLICATE, 0, -5"})
    void cases(long asked, long before, long paid, Outcome outcome, long settles, long held) {
        assertThat(Match.of(Pence.of(asked), Pence.of(before), Pence.of(paid))).isEqualTo(new Match(outcome, Pence.of(settles), Pence.of(held)));
    }

    @Test
    @DisplayName("of the other sign is no match, and one that fits nothing is held whole")
    void others() {
        assertThatThrownBy(() -> Match.of(Pence.of(100), Pence.ZERO, Pence.of(-100))).isInstanceOf(IllegalArgumentException.class);
        assertThat(Match.unknown(Pence.of(7))).isEqualTo(new Match(Outcome.UNKNOWN, Pence.ZERO, Pence.of(7)));
        assertThat(Match.unknown(Pence.of(7)).completes()).isFalse();
    }

    @Test
    @DisplayName("is never lost: whatever comes in parts and whatever order, what settles and what is held add up")
    void addsUp() {
        long seed = new Random().nextLong();
        System.out.println("MatchTest.addsUp seed " + seed);
        var random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            int sign = random.nextBoolean() ? 1 : -1;
            var asked = Pence.of(sign * (1 + random.nextInt(1_000)));
            var in = Pence.ZERO;
            boolean complete = false;
            for (int payments = random.nextInt(6); payments > 0; payments--) {
                var paid = Pence.of(sign * (1 + random.nextInt(600)));
                var match = Match.of(asked, in, paid);
                assertThat(match.settles().plus(match.held())).isEqualTo(paid);
                assertThat(match.completes()).isEqualTo(!complete && in.plus(match.settles()).equals(asked));
                in = in.plus(match.settles());
                complete |= match.completes();
                assertThat(Math.abs(in.amount())).isLessThanOrEqualTo(Math.abs(asked.amount()));
            }
            assertThat(complete).isEqualTo(in.equals(asked));
        }
    }
}
