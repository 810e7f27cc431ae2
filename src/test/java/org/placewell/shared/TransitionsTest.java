package org.placewell.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TransitionsTest {

    private enum Light { RED, GREEN, OFF }

    private final Transitions<Light> moves = Transitions.of(Light.class).from(Light.RED, Light.GREEN, Light.OFF).from(Light.GREEN, Light.RED).startingAt(Light.RED);

    @Test
    @DisplayName("Only the moves of the table are allowed, in that direction")
    void moves() {
        assertThat(moves.allows(Light.RED, Light.OFF)).isTrue();
        assertThat(moves.allows(Light.OFF, Light.RED)).isFalse();
        assertThat(moves.allows(Light.GREEN, Light.OFF)).isFalse();
        assertThat(moves.before(Light.OFF)).containsExactly(Light.RED);
        assertThat(moves.isFinal(Light.OFF)).isTrue();
        assertThatThrownBy(() -> moves.check(Light.OFF, Light.RED)).hasMessageContaining("OFF").hasMessageContaining("RED");
    }

    @Test
    @DisplayName("The diagram shows each move once, its start and its ends")
    void diagram() {
        assertThat(moves.mermaid()).isEqualTo("""
                stateDiagram-v2
                    direction LR
                    [*] --> RED
                    RED --> GREEN
                    RED --> OFF
                    GREEN --> RED
                    OFF --> [*]
                """);
    }
}
