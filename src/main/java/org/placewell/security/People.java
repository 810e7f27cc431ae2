package org.placewell.security;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.placewell.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets up organisations, teams, people and what they may do. Every call may be repeated: what is there stays as it is. */
@Service
@Transactional
public class People {

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    /** Fictional people share a published password: its hash is worked out once, not once a person. */
    private final Map<String, String> published = new ConcurrentHashMap<>();

    People(JdbcClient jdbc, PasswordEncoder passwords) {
        this.jdbc = jdbc;
        this.passwords = passwords;
    }

    /** @param kind TRUST, PROVIDER, INTERMEDIARY or PAYER */
    public void organisation(String id, String name, String kind) {
        jdbc.sql("insert into organisation (id, name, kind) values (?, ?, ?) on conflict do nothing").params(id, name, kind).update();
    }

    /** @param kind CLINICAL or EMPLOYMENT */
    public void team(String id, String organisation, String name, String kind) {
        jdbc.sql("insert into team (id, organisation_id, name, kind) values (?, ?, ?, ?) on conflict do nothing")
                .params(id, organisation, name, kind).update();
    }

    /** Adds a person who can log in; {@code demo} marks fictional people, whom a production start refuses. */
    public void person(String username, String name, String password, boolean demo) {
        var hash = demo ? published.computeIfAbsent(password, passwords::encode) : passwords.encode(password);
        jdbc.sql("insert into app_user (username, display_name, password_hash, demo) values (?, ?, ?, ?) on conflict do nothing")
                .params(username, name, hash, demo).update();
    }

    /**
     * Gives a role within an organisation, narrowed to a team or a contract unless these are null.
     *
     * @throws org.placewell.shared.Problem when a validator or somebody in finance is given no contract: nobody holds all of them unsaid
     */
    public void grant(String username, Role role, String organisation, String team, String contract) {
        if (contract == null && (role == Role.FINANCE || role == Role.VALIDATOR)) {
            throw Problem.at("contract", "contract-missing", "Name the contract: the role " + role.label() + " is given for one contract at a time");
        }
        jdbc.sql("""
                        insert into role_grant (username, role, organisation_id, team_id, contract_ref) select ?, ?, ?, ?, ?
                        where not exists (select 1 from role_grant where username = ? and role = ? and organisation_id = ?
                            and team_id is not distinct from ? and contract_ref is not distinct from ?)""")
                .params(username, role.name(), organisation, team, contract, username, role.name(), organisation, team, contract).update();
    }

    /** Sends a clinical team's referrals under a contract to an employment team. */
    public void route(String clinicalTeam, String contract, String employmentTeam) {
        jdbc.sql("insert into service_route (clinical_team_id, contract_ref, employment_team_id) values (?, ?, ?) on conflict do nothing")
                .params(clinicalTeam, contract, employmentTeam).update();
    }
}
