package org.placewell.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.shared.Problem;
import org.placewell.support.PlacewellTest;
import org.placewell.support.World;
import org.springframework.beans.factory.annotation.Autowired;

@PlacewellTest
class CommandKeysRaceTest {

    @Autowired
    CommandKeys keys;

    @Autowired
    World world;

    @Test
    @DisplayName("Whoever changes a case at the same moment as somebody else is told so, nothing is kept, and the same form may be sent again")
    void overtaken() {
        var leader = world.under("mhep-haringey-barnet").leader();
        var key = keys.fresh();
        assertThatThrownBy(() -> keys.once(leader, key, "offer", () -> {
            throw new OptimisticLockingException("the case's execution was changed by another command");
        })).isInstanceOf(Problem.Stale.class).hasMessageContaining("Someone else has just changed this case");
        assertThat(keys.earlier(leader, key, "offer")).isEmpty();
        assertThat(keys.once(leader, key, "offer", () -> "/waiting-list").first()).isTrue();
    }
}
