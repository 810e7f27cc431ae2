package org.placewell.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

@DisplayName("What is kept under seal")
class SealsTest {

    private final Seals seals = new Seals(key("a key that nobody else knows"));

    @Test
    @DisplayName("Opens to the same text, never looks the same twice, and shows nothing of it")
    void roundTrip() {
        var sealed = seals.seal("200001:86753091");
        assertThat(seals.open(sealed)).isEqualTo("200001:86753091");
        assertThat(seals.seal("200001:86753091")).isNotEqualTo(sealed);
        assertThat(sealed).matches("[0-9a-f]{32}[.][0-9a-f]+").doesNotContain("86753091");
    }

    @Test
    @DisplayName("Does not open under another key, nor when one digit of it was changed")
    void refuses() {
        var sealed = seals.seal("200001:86753091");
        assertThatThrownBy(() -> new Seals(key("another key of that length")).open(sealed)).isInstanceOf(Seals.WrongKey.class);
        var last = sealed.charAt(sealed.length() - 1) == '0' ? '1' : '0';
        assertThatThrownBy(() -> seals.open(sealed.substring(0, sealed.length() - 1) + last)).isInstanceOf(Seals.WrongKey.class);
        assertThatThrownBy(() -> seals.open("no seal")).isInstanceOf(Seals.WrongKey.class);
        assertThatThrownBy(() -> seals.open("00.xx")).isInstanceOf(Seals.WrongKey.class);
    }

    @Test
    @DisplayName("Production does not start without a key of its own: none, a short one, the one of the demo")
    void production() {
        for (var key : new String[] {"", "too short", "demo key, in no way secret"}) {
            var environment = key(key);
            environment.setActiveProfiles("prod");
            assertThatThrownBy(() -> new Seals(environment)).isInstanceOf(IllegalStateException.class).hasMessageContaining("placewell.seal-key");
        }
        var environment = key("a long enough key of its own");
        environment.setActiveProfiles("prod");
        assertThat(new Seals(environment).seal("x")).isNotEmpty();
    }

    private static MockEnvironment key(String key) {
        return new MockEnvironment().withProperty("placewell.seal-key", key);
    }
}
