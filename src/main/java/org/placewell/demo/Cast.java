package org.placewell.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.placewell.contract.ContractSummary;
import org.placewell.contract.Contracts;
import org.placewell.security.Actor;
import org.placewell.security.Actors;
import org.placewell.security.People;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.springframework.stereotype.Component;

/** The fictional organisations, their teams and staff: five services of the demo, or one of any size for a simulation. */
@Component
class Cast {

    /** Everybody's password in the demo; such people are marked, and a production start refuses them. */
    static final String PASSWORD = "placewell-demo";

    /** A fictional contract: a trial, and a service that gets more referrals than it expects. */
    static final String TRIAL = "river-lea";

    private static final String OFFICE = "partnership-office";
    private final People people;
    private final Actors actors;
    private final Contracts contracts;
    private final MovableClock clock;

    Cast(People people, Actors actors, Contracts contracts, MovableClock clock) {
        this.people = people;
        this.actors = actors;
        this.contracts = contracts;
        this.clock = clock;
    }

    /** The demo: one login per role with its role's name, and colleagues. */
    List<Company> demo() {
        people.organisation("lea-valley", "Lea Valley Mental Health NHS Trust", "TRUST");
        people.organisation("quayside", "Quayside NHS Foundation Trust", "TRUST");
        people.organisation("westbridge", "Westbridge Recovery Services", "TRUST");
        people.organisation("stepwise", "Stepwise Employment", "PROVIDER");
        people.organisation("harbour", "Harbour Works", "PROVIDER");
        people.organisation("jobcraft", "Jobcraft", "PROVIDER");
        people.organisation("newleaf", "New Leaf Works", "PROVIDER");
        people.organisation("fenmarsh", "Fenmarsh Community NHS Trust", "TRUST");
        people.organisation("waypoint", "Waypoint", "PROVIDER");
        people.organisation(OFFICE, "Employment Partnership Office", "INTERMEDIARY");
        var companies = List.of(
                company("mhep-haringey-barnet", "lea-valley", "stepwise", "hb", "Stepwise Haringey and Barnet",
                        List.of("Haringey East Community Team", "Barnet Recovery Team"), List.of(
                        new Staff("clinician", "Dr Amara Obi", Role.CLINICIAN), new Staff("clinician.barnet", "Tom Pritchard", Role.CLINICIAN),
                        new Staff("leader", "Rosalind Achebe", Role.TEAM_LEADER), new Staff("specialist", "Joel Marchetti", Role.SPECIALIST),
                        new Staff("specialist.sana", "Sana Qureshi", Role.SPECIALIST), new Staff("specialist.ben", "Ben Holloway", Role.SPECIALIST))),
                company("mhep-tower-hamlets-mh", "quayside", "harbour", "th", "Harbour Works Tower Hamlets",
                        List.of("Isle of Dogs Community Team", "Bow Early Intervention Team"), List.of(
                        new Staff("clinician.isle", "Dr Farhana Akter", Role.CLINICIAN), new Staff("clinician.bow", "Luke Feeney", Role.CLINICIAN),
                        new Staff("leader.harbour", "Marcus Toye", Role.TEAM_LEADER), new Staff("specialist.ola", "Ola Bankole", Role.SPECIALIST),
                        new Staff("specialist.ruth", "Ruth Weaver", Role.SPECIALIST))),
                company("mhep-tower-hamlets-ld", "quayside", "jobcraft", "ld", "Jobcraft Tower Hamlets", List.of("Learning Disability Team"), List.of(
                        new Staff("clinician.ld", "Hilary Stone", Role.CLINICIAN), new Staff("leader.jobcraft", "Vikram Rao", Role.TEAM_LEADER),
                        new Staff("specialist.maya", "Maya Ellison", Role.SPECIALIST))),
                company("wla-drug-alcohol", "westbridge", "newleaf", "wl", "New Leaf Works West London",
                        List.of("Brent Recovery Centre", "Ealing Recovery Centre"), List.of(
                        new Staff("clinician.brent", "Paul Adjei", Role.CLINICIAN), new Staff("clinician.ealing", "Catrin Hughes", Role.CLINICIAN),
                        new Staff("leader.newleaf", "Shirin Daneshvar", Role.TEAM_LEADER), new Staff("specialist.kit", "Kit Osborne", Role.SPECIALIST),
                        new Staff("specialist.dee", "Dee Sanchez", Role.SPECIALIST))),
                company(TRIAL, "fenmarsh", "waypoint", "rl", "Waypoint River Lea",
                        List.of("River Lea North Primary Care Team", "River Lea South Primary Care Team"), List.of(
                        new Staff("clinician.north", "Dr Ngozi Eze", Role.CLINICIAN), new Staff("clinician.south", "Alun Price", Role.CLINICIAN),
                        new Staff("leader.waypoint", "Bridget Okafor", Role.TEAM_LEADER), new Staff("specialist.cara", "Cara Lindqvist", Role.SPECIALIST))));
        office(companies.stream().map(Company::contract).toList());
        people.person("operator", "Yasmin Cole", PASSWORD, true);
        people.grant("operator", Role.OPERATOR, OFFICE, null, null);
        return companies.stream().map(this::known).toList();
    }

    /** One service of a size to match the number of referrals, for a simulation. */
    Company simulation(String contract, int specialists) {
        people.organisation("trust", "Trust", "TRUST");
        people.organisation("provider", "Provider", "PROVIDER");
        people.organisation(OFFICE, "Office", "INTERMEDIARY");
        var staff = new ArrayList<>(List.of(new Staff("clinician", "Clinician", Role.CLINICIAN), new Staff("leader", "Leader", Role.TEAM_LEADER)));
        for (int i = 1; i <= specialists; i++) {
            staff.add(new Staff("specialist." + i, "Specialist " + i, Role.SPECIALIST));
        }
        var company = company(contract, "trust", "provider", "sim", "Employment team", List.of("Clinic"), staff);
        office(List.of(contract));
        return known(company);
    }

    private Company company(String contract, String trust, String provider, String code, String team, List<String> clinics, List<Staff> staff) {
        people.team(code + "-employment", provider, team, "EMPLOYMENT");
        var teams = new ArrayList<String>();
        for (var clinic : clinics) {
            var id = code + "-clinic-" + (teams.size() + 1);
            people.team(id, trust, clinic, "CLINICAL");
            people.route(id, contract, code + "-employment");
            teams.add(id);
        }
        var clinicians = new TreeMap<String, String>();
        for (var one : staff) {
            people.person(one.username(), one.name(), PASSWORD, true);
            if (one.role() == Role.CLINICIAN) {
                var clinic = teams.get(clinicians.size() % teams.size());
                people.grant(one.username(), one.role(), trust, clinic, null);
                clinicians.put(one.username(), clinic);
            } else {
                people.grant(one.username(), one.role(), provider, code + "-employment", null);
            }
        }
        return new Company(contract, clinicians, code + "-employment", staff, Map.of());
    }

    /** Those who work for every service, managers who look after every contract, and each contract's payers with a commissioner. */
    private void office(List<String> refs) {
        everywhere(refs, Role.VALIDATOR, "validator", "Ines Calder", "validator.noah", "Noah Brandt", "validator.tess", "Tess Mbeki");
        everywhere(refs, Role.FINANCE, "finance", "Gwen Tranter", "finance.imran", "Imran Sheikh", "finance.lucy", "Lucy Hartnoll", "finance.omar",
                "Omar Haddad");
        everywhere(contracts.all().stream().map(ContractSummary::ref).toList(), Role.CONTRACT_MANAGER, "manager", "Adaeze Nwankwo", "manager.phil",
                "Phil Radley");
        people.person("commissioner", "Helen Marsh", PASSWORD, true);
        for (var ref : refs) {
            for (var payer : contracts.inForce(ref, clock.today()).payers()) {
                people.organisation(payer.id(), payer.name(), "PAYER");
                people.grant("commissioner", Role.COMMISSIONER, payer.id(), null, ref);
            }
        }
    }

    private void everywhere(List<String> refs, Role role, String... usernamesAndNames) {
        for (int i = 0; i < usernamesAndNames.length; i += 2) {
            people.person(usernamesAndNames[i], usernamesAndNames[i + 1], PASSWORD, true);
            for (var ref : refs) {
                people.grant(usernamesAndNames[i], role, OFFICE, null, ref);
            }
        }
    }

    private Company known(Company company) {
        var everybody = new TreeMap<String, Actor>();
        company.staff().forEach(one -> everybody.put(one.username(), actors.find(one.username()).orElseThrow()));
        for (var role : List.of(Role.VALIDATOR, Role.FINANCE)) {
            actors.holding(role, OFFICE, null).forEach(actor -> everybody.put(actor.username(), actor));
        }
        return new Company(company.contract(), company.clinicians(), company.team(), company.staff(), everybody);
    }

    private record Staff(String username, String name, Role role) {}

    /**
     * Everybody who works under one contract.
     *
     * @param clinicians each clinician's team, by login name
     * @param team the employment team
     */
    record Company(String contract, TreeMap<String, String> clinicians, String team, List<Staff> staff, Map<String, Actor> everybody) {

        /** The people with a role, in the order of their login names. */
        List<Actor> with(Role role) {
            return everybody.values().stream().filter(actor -> actor.has(role)).toList();
        }

        Actor actor(String username) {
            return everybody.get(username);
        }
    }
}
