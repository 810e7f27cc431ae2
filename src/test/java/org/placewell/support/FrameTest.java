package org.placewell.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.security.Role;
import org.springframework.beans.factory.annotation.Autowired;

@PlacewellTest
class FrameTest {

    @Autowired
    World world;

    @Test
    @DisplayName("A test's service has a person in each role")
    void world() {
        assertThat(world.under("none").leader().has(Role.TEAM_LEADER)).isTrue();
    }
}
