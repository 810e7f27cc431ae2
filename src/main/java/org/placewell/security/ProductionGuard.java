package org.placewell.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Refuses a production start on demo people, a default database password or a database that may forget what it has confirmed.
 * Production is the profile {@code prod}, or any database of one's own without the profiles {@code demo} or {@code test}.
 */
@Component
class ProductionGuard implements SmartInitializingSingleton {

    private static final Set<String> DEFAULTS = Set.of("", "placewell", "postgres", "password", "changeme", DemoLogins.PASSWORD);
    private final JdbcClient jdbc;
    private final Environment environment;

    ProductionGuard(JdbcClient jdbc, Environment environment) {
        this.jdbc = jdbc;
        this.environment = environment;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (isProduction(environment)) {
            var reasons = reasons();
            if (!reasons.isEmpty()) {
                throw new IllegalStateException("Placewell does not start in production: " + String.join("; ", reasons));
            }
        }
    }

    /** Whether this start serves real people. */
    static boolean isProduction(Environment environment) {
        var own = !"embedded".equals(environment.getProperty("spring.datasource.url", "embedded"));
        return environment.acceptsProfiles(Profiles.of("prod")) || own && !environment.acceptsProfiles(Profiles.of("demo | test"));
    }

    /** Why a production start is refused; empty when it is not. */
    List<String> reasons() {
        var reasons = new ArrayList<String>();
        var demo = jdbc.sql("select count(*) from app_user where demo").query(Long.class).single();
        if (demo > 0) {
            reasons.add(demo + " demo people are in the database; use a fresh one");
        }
        var own = !"embedded".equals(environment.getProperty("spring.datasource.url", "embedded"));
        if (own && DEFAULTS.contains(environment.getProperty("spring.datasource.password", ""))) {
            reasons.add("the database password is empty or a default one; set spring.datasource.password");
        }
        for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            if ("off".equals(jdbc.sql("show " + setting).query(String.class).single())) {
                reasons.add("the database is not durable: " + setting + " is off");
            }
        }
        return reasons;
    }
}
