package org.placewell.intake;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.placewell.contract.Contracts;
import org.placewell.contract.domain.Terms;
import org.placewell.security.Actor;
import org.placewell.security.Grant;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds out what a person may bring people into: a team leader the own teams, a contract manager every team of the own contracts. */
@Component
class WhoAndWhere {

    private final JdbcClient jdbc;
    private final Contracts contracts;
    private final MovableClock clock;

    WhoAndWhere(JdbcClient jdbc, Contracts contracts, MovableClock clock) {
        this.clock = clock;
        this.jdbc = jdbc;
        this.contracts = contracts;
    }

    /**
     * The ways from a clinical team to an employment team that the person may use, by contract's title and team's name. Into a trial
     * only referrals to triage are brought: its people are allocated.
     */
    List<Way> ways(Actor actor) {
        var titles = new HashMap<String, String>();
        contracts.visible(actor).forEach(contract -> titles.put(contract.ref(), contract.title()));
        var managed = titles.keySet().stream().filter(ref -> contracts.manages(ref, actor)).toList();
        return jdbc.sql("""
                        select r.contract_ref, r.clinical_team_id, c.name, r.employment_team_id, e.name as team, e.organisation_id
                        from service_route r join team c on c.id = r.clinical_team_id join team e on e.id = r.employment_team_id
                        order by r.contract_ref, c.name, c.id""")
                .query((row, n) -> new Way(row.getString(1), titles.get(row.getString(1)), row.getString(2), row.getString(3),
                        row.getString(4), row.getString(5), row.getString(6))).list().stream()
                .filter(way -> way.title() != null)
                .filter(way -> managed.contains(way.contract()) || actor.grants().stream().anyMatch(grant -> leads(grant, way))).toList();
    }

    private static boolean leads(Grant grant, Way way) {
        return grant.role() == Role.TEAM_LEADER && grant.organisation().equals(way.organisation())
                && (grant.team() == null || grant.team().equals(way.team()))
                && (grant.contract() == null || grant.contract().equals(way.contract()));
    }

    /** Everything that the words of a file of this person may mean. */
    Surroundings of(Actor actor) {
        var contractWords = new HashMap<String, String>();
        var clinics = new HashMap<String, String>();
        var routes = new HashMap<String, String>();
        for (var way : ways(actor)) {
            word(contractWords, way.title(), way.contract());
            contractWords.put(Column.plain(way.contract()), way.contract());
            word(clinics, way.clinicName(), way.clinic());
            clinics.put(Column.plain(way.clinic()), way.clinic());
            routes.put(Surroundings.route(way.clinic(), way.contract()), way.team());
        }
        var specialists = new HashMap<String, Map<String, String>>();
        routes.values().stream().distinct().forEach(team -> specialists.put(team, people(Role.SPECIALIST, team)));
        var clinicians = new HashMap<String, Map<String, String>>();
        clinics.values().stream().filter(Objects::nonNull).distinct().forEach(clinic -> clinicians.put(clinic, people(Role.CLINICIAN, clinic)));
        var trials = new HashSet<String>();
        var lastDays = new HashMap<String, LocalDate>();
        contractWords.values().stream().filter(Objects::nonNull).distinct().forEach(contract -> {
            var terms = terms(contract);
            if (terms.trial() != null) {
                trials.add(contract);
            }
            if (terms.referralsUntil() != null) {
                lastDays.put(contract, terms.referralsUntil());
            }
        });
        return new Surroundings(contractWords, clinics, routes, specialists, clinicians, trials, lastDays, actor.username());
    }

    /** Whether a contract runs as a trial. */
    boolean isTrial(String contract) {
        return terms(contract).trial() != null;
    }

    private Terms terms(String contract) {
        return contracts.inForce(contract, clock.today());
    }

    /**
     * People of a role in a team by login name and by name; null stands for a name that two people share. Specialists may belong to all
     * teams of a provider; a clinician belongs to the clinical team itself, as in a self-referral.
     */
    private Map<String, String> people(Role role, String team) {
        var words = new HashMap<String, String>();
        var named = new LinkedHashMap<String, String>();
        jdbc.sql("""
                        select distinct u.username, u.display_name from app_user u join role_grant g on g.username = u.username and g.role = :role
                        where u.active and (g.team_id = :team or :role = 'SPECIALIST' and g.team_id is null
                            and g.organisation_id = (select organisation_id from team where id = :team)) order by 1""")
                .param("role", role.name()).param("team", team)
                .query(row -> { named.put(row.getString(1), row.getString(2)); });
        named.forEach((username, name) -> word(words, name, username));
        named.keySet().forEach(username -> words.put(Column.plain(username), username));
        return words;
    }

    private static void word(Map<String, String> words, String word, String meaning) {
        var plain = Column.plain(word);
        words.put(plain, words.containsKey(plain) && !meaning.equals(words.get(plain)) ? null : meaning);
    }

    /**
     * A clinical team that refers to an employment team under a contract.
     *
     * @param clinic the clinical team's id
     * @param team the employment team's id
     * @param organisation the employment team's
     */
    record Way(String contract, String title, String clinic, String clinicName, String team, String teamName, String organisation) {}
}
