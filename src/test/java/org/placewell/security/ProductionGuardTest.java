package org.placewell.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.support.PlacewellTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

@PlacewellTest
class ProductionGuardTest {

    @Autowired
    JdbcClient jdbc;
    @Autowired
    People people;

    @Test
    @DisplayName("Production is the profile, or a database of one's own without the demo")
    void production() {
        assertThat(ProductionGuard.isProduction(new MockEnvironment())).isFalse();
        assertThat(ProductionGuard.isProduction(profile("prod"))).isTrue();
        assertThat(ProductionGuard.isProduction(new MockEnvironment().withProperty("spring.datasource.url", "jdbc:postgresql://db/placewell"))).isTrue();
        assertThat(ProductionGuard.isProduction(profile("demo").withProperty("spring.datasource.url", "jdbc:postgresql://db/placewell"))).isFalse();
    }

    @Test
    @DisplayName("Production refuses demo people and default passwords, and says what to do")
    void refuses() {
        people.person("fictional", "Fictional Person", "any", true);
        try {
            var guard = new ProductionGuard(jdbc, profile("prod").withProperty("spring.datasource.url", "jdbc:postgresql://db/placewell")
                    .withProperty("spring.datasource.password", "postgres"));
            assertThat(guard.reasons()).hasSize(2);
            assertThatThrownBy(guard::afterSingletonsInstantiated).hasMessageContaining("demo people").hasMessageContaining("spring.datasource.password");
        } finally {
            jdbc.sql("delete from app_user where username = 'fictional'").update();
        }
    }

    private static MockEnvironment profile(String name) {
        var environment = new MockEnvironment();
        environment.setActiveProfiles(name);
        return environment;
    }
}
