package org.placewell.support;

import java.util.concurrent.atomic.AtomicInteger;
import org.placewell.security.Actor;
import org.placewell.security.Actors;
import org.placewell.security.People;
import org.placewell.security.Role;
import org.springframework.stereotype.Component;

/** Makes a small service of its own for a test: organisations, teams and one or two people in each role under one contract. */
@Component
public class World {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private final People people;
    private final Actors actors;

    World(People people, Actors actors) {
        this.people = people;
        this.actors = actors;
    }

    /** A new service under an existing contract; nobody in it exists in any other test. */
    public Service under(String contract) {
        var n = NUMBER.incrementAndGet();
        var trust = "trust" + n;
        var provider = "provider" + n;
        var office = "office" + n;
        people.organisation(trust, "Trust " + n, "TRUST");
        people.organisation(provider, "Provider " + n, "PROVIDER");
        people.organisation(office, "Intermediary " + n, "INTERMEDIARY");
        people.team("clinic" + n, trust, "Clinic " + n, "CLINICAL");
        people.team("team" + n, provider, "Team " + n, "EMPLOYMENT");
        people.route("clinic" + n, contract, "team" + n);
        return new Service(n, contract, "clinic" + n, "team" + n, person("clinician", n, Role.CLINICIAN, trust, "clinic" + n, null),
                person("leader", n, Role.TEAM_LEADER, provider, "team" + n, null),
                person("specialist", n, Role.SPECIALIST, provider, "team" + n, null),
                person("specialistb", n, Role.SPECIALIST, provider, "team" + n, null),
                person("validator", n, Role.VALIDATOR, office, null, contract), person("validatorb", n, Role.VALIDATOR, office, null, contract),
                person("finance", n, Role.FINANCE, office, null, contract), person("financeb", n, Role.FINANCE, office, null, contract),
                person("financec", n, Role.FINANCE, office, null, contract), person("financed", n, Role.FINANCE, office, null, contract));
    }

    private Actor person(String name, int n, Role role, String organisation, String team, String contract) {
        var username = name + n;
        people.person(username, name + " " + n, "correct horse battery", false);
        people.grant(username, role, organisation, team, contract);
        return actors.find(username).orElseThrow();
    }

    /** One test's service: the people are actors ready for any facade; all log in with {@code correct horse battery}. */
    public record Service(
            int number, String contract, String clinicalTeam, String team, Actor clinician, Actor leader, Actor specialist, Actor specialistB,
            Actor validator, Actor validatorB, Actor finance, Actor financeB, Actor financeC, Actor financeD) {}
}
