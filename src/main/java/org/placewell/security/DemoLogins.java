package org.placewell.security;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The demo's fictional people, one for each role, for the sign-in page of the demo and of nothing else. */
@Component
public class DemoLogins {

    /** Everybody's password in the demo; a production start refuses such people. */
    public static final String PASSWORD = "placewell-demo";

    private final JdbcClient jdbc;
    private final boolean demo;

    DemoLogins(JdbcClient jdbc, Environment environment) {
        this.jdbc = jdbc;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    /** Whether this is the demo service. */
    public boolean isDemo() {
        return demo;
    }

    /** One login for each role, in the order of a case's life; empty outside the demo. */
    public List<Login> perRole() {
        if (!demo) {
            return List.of();
        }
        var found = new LinkedHashMap<String, Login>();
        jdbc.sql("""
                        select g.role, u.username, u.display_name from app_user u join role_grant g on g.username = u.username
                        where u.demo and u.active order by g.role, length(u.username), u.username""")
                .query((row, n) -> new Login(Role.valueOf(row.getString(1)), row.getString(2), row.getString(3))).list()
                .forEach(login -> found.putIfAbsent(login.role().name(), login));
        return Arrays.stream(Role.values()).map(role -> found.get(role.name())).filter(java.util.Objects::nonNull).toList();
    }

    /** One fictional person to sign in as. */
    public record Login(Role role, String username, String name) {}
}
