package org.placewell.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Looks people and their roles up, and tells who is logged in. */
@Component
public class Actors {

    private final JdbcClient jdbc;

    Actors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The person logged in on this thread; the system where there is no login at all (timers, command line); nobody for a visitor
     * and for somebody who has been taken off the service in the meantime.
     */
    public Actor current() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null) {
            return Actor.system();
        }
        return authentication.isAuthenticated() ? find(authentication.getName()).orElseGet(Actor::nobody) : Actor.nobody();
    }

    /** An active person by login name. */
    public Optional<Actor> find(String username) {
        return jdbc.sql("select display_name from app_user where username = ? and active")
                .param(username)
                .query(String.class)
                .optional()
                .map(name -> new Actor(username, name, grants(username)));
    }

    /** The name to show for a login name; the login name itself when unknown. */
    public String nameOf(String username) {
        if (username == null || "system".equals(username)) {
            return "Placewell";
        }
        return jdbc.sql("select display_name from app_user where username = ?")
                .param(username)
                .query(String.class)
                .optional()
                .orElse(username);
    }

    /** The names of those login names among the words that belong to somebody; words that nobody logs in with are left out. */
    public Map<String, String> namesOf(Collection<String> words) {
        return jdbc.sql("select username, display_name from app_user where username = any(?)").param(words.toArray(String[]::new))
                .query((row, number) -> Map.entry(row.getString(1), row.getString(2))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Everybody active who holds the role for the organisation or team; either may be null for any. */
    public List<Actor> holding(Role role, String organisation, String team) {
        var names = new LinkedHashMap<String, String>();
        var grants = new HashMap<String, List<Grant>>();
        jdbc.sql("""
                        select a.role, a.organisation_id, a.team_id, a.contract_ref, u.username, u.display_name
                        from app_user u join role_grant a on a.username = u.username
                        where u.active and exists (select 1 from role_grant g where g.username = u.username and g.role = :role
                          and (cast(:organisation as text) is null or g.organisation_id = :organisation)
                          and (cast(:team as text) is null or g.team_id is null or g.team_id = :team))
                        order by u.username, 1, 2""")
                .param("role", role.name())
                .param("organisation", organisation)
                .param("team", team)
                .query(row -> {
                    names.put(row.getString("username"), row.getString("display_name"));
                    grants.computeIfAbsent(row.getString("username"), username -> new ArrayList<>()).add(grant(row));
                });
        return names.entrySet().stream().map(one -> new Actor(one.getKey(), one.getValue(), List.copyOf(grants.get(one.getKey())))).toList();
    }

    private List<Grant> grants(String username) {
        return jdbc.sql("select role, organisation_id, team_id, contract_ref from role_grant where username = ? order by 1, 2")
                .param(username)
                .query((row, n) -> grant(row))
                .list();
    }

    private static Grant grant(ResultSet row) throws SQLException {
        return new Grant(Role.valueOf(row.getString(1)), row.getString(2), row.getString(3), row.getString(4));
    }
}
