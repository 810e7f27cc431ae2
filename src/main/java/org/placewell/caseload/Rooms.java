package org.placewell.caseload;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.placewell.caseload.Match.Fit;
import org.placewell.caseload.PlaceStore.Taken;
import org.placewell.caseload.SpecialistStore.Profile;
import org.placewell.contract.Contracts;
import org.placewell.referral.ReferralStatus;
import org.placewell.referral.ReferralView;
import org.placewell.security.Actor;
import org.placewell.security.Actors;
import org.placewell.security.Grant;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much room each specialist has, who leads them, and who suits a person. */
@Component
class Rooms {

    /** IPS fidelity scale, item caseload: at most 20 people a full-time specialist scores 5. */
    static final int FULL_TIME_PLACES = 20;
    /** IPS fidelity scale, item team assignment: a specialist belongs to one or two clinical teams. */
    static final int CLINICAL_TEAMS = 2;
    /** IPS fidelity scale, item integration through team assignment: nearly all of the caseload come from the specialist's own clinical teams. */
    static final int TEAM_PERCENT = 90;
    static final String CASELOAD_RULE = "IPS fidelity: at most 20 people a full-time specialist";
    static final String TEAMS_RULE = "IPS fidelity: one or two clinical teams a specialist";

    static final String SHARE_RULE = "IPS fidelity: " + TEAM_PERCENT + " % or more";
    private final PlaceStore store;
    private final SpecialistStore specialists;
    private final Contracts contracts;
    private final Actors actors;
    private final MovableClock clock;
    private final JdbcClient jdbc;

    Rooms(PlaceStore store, SpecialistStore specialists, Contracts contracts, Actors actors, MovableClock clock, JdbcClient jdbc) {
        this.store = store;
        this.specialists = specialists;
        this.contracts = contracts;
        this.actors = actors;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** Everybody's room, most room first. */
    List<RoomView> of(String team) {
        return of(specialists(team), team).stream()
                .sorted(Comparator.comparingInt(RoomView::room).reversed().thenComparing(RoomView::username)).toList();
    }

    /** A team's specialists: those of its organisation whose role covers the team. */
    List<Actor> specialists(String team) {
        return actors.holding(Role.SPECIALIST, organisation(team), team);
    }

    /** The room of several specialists, in their order: as many statements for one as for all of a team. */
    List<RoomView> of(List<Actor> those, String team) {
        var today = clock.today();
        var names = those.stream().map(Actor::username).toList();
        var profiles = specialists.profiles(names);
        var taken = store.taken(names).stream().collect(Collectors.groupingBy(Taken::specialist));
        var away = specialists.away(names, today);
        return those.stream().map(one -> room(one, team, profiles.getOrDefault(one.username(), Profile.UNKNOWN),
                taken.getOrDefault(one.username(), List.of()), away.getOrDefault(one.username(), List.of()), today)).toList();
    }

    private static RoomView room(Actor specialist, String team, Profile profile, List<Taken> taken, List<RoomView.Away> away, LocalDate today) {
        int open = (int) taken.stream().filter(place -> place.status() == PlaceStatus.OPEN).count();
        var byTeam = taken.stream().collect(Collectors.groupingBy(Taken::clinicalTeam, TreeMap::new, Collectors.counting()));
        var attached = profile.clinicalTeams().isEmpty() ? mostClients(byTeam) : profile.clinicalTeams();
        return new RoomView(specialist.username(), specialist.name(), team, profile.percent(), FULL_TIME_PLACES * profile.percent() / 100, open,
                taken.size() - open, List.copyOf(byTeam.keySet()), attached, !profile.clinicalTeams().isEmpty(),
                (int) taken.stream().filter(place -> attached.contains(place.clinicalTeam())).count(),
                (int) taken.stream().filter(Taken::stillInJob).count(),
                away.stream().filter(one -> one.on(today)).map(RoomView.Away::until).max(Comparator.naturalOrder()).orElse(null), away,
                profile.languages(), profile.gender());
    }

    private static List<String> mostClients(Map<String, Long> byTeam) {
        return byTeam.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(CLINICAL_TEAMS).map(Map.Entry::getKey).toList();
    }

    /** The team's specialists for a person, best first; those whose role covers the person's contract. */
    List<Fit> fits(ReferralView referral) {
        var covering = specialists(referral.team()).stream()
                .filter(one -> one.grants().stream().anyMatch(grant -> grant.role() == Role.SPECIALIST && covers(grant, referral.contractRef()))).toList();
        return Match.order(person(referral), of(covering, referral.team()), retentionPercent(referral));
    }

    /** What matters about a person. Support begins today for who has it already, else on the last day to answer an offer made today. */
    Match.Person person(ReferralView referral) {
        var today = clock.today();
        var begins = referral.status() != ReferralStatus.WAITING ? today
                : today.plusDays(contracts.terms(referral.contractRef(), referral.contractVersion()).deadlines().offerDays());
        return new Match.Person(referral.clinicalTeam(), referral.person().wishes(), !referral.work().outOfWork(), begins);
    }

    /** The contract's limit on people who are still in a job; none where keeping a job is what the contract pays for. */
    int retentionPercent(ReferralView referral) {
        var terms = contracts.terms(referral.contractRef(), referral.contractVersion());
        return terms.paysForKeepingJobs() ? 100 : terms.practice().retentionPercent();
    }

    /** A specialist of the team. */
    Actor of(String team, String specialist) {
        return members(team, Collections.singletonList(specialist)).get(0);
    }

    /** Specialists of the team, each once. */
    List<Actor> members(String team, Collection<String> names) {
        var those = specialists(team).stream().filter(one -> names.contains(one.username())).toList();
        if (those.size() < names.stream().distinct().count()) {
            throw Problem.at("specialist", "not-in-team", "Choose a specialist of the team that serves this person");
        }
        return those;
    }

    /** Whoever leads the team, for one contract or for all. */
    void requireLeader(String team, Actor actor) {
        if (leads(team, actor).isEmpty()) {
            throw new Problem.NotFound("this team");
        }
    }

    /** Whoever leads the team for the person's contract. */
    void requireLeader(ReferralView referral, Actor actor) {
        if (!leads(referral, actor)) {
            throw new Problem.NotFound("this person");
        }
    }

    /** Whether the actor leads the person's team for the person's contract. */
    boolean leads(ReferralView referral, Actor actor) {
        return led(referral.team(), actor).test(referral);
    }

    /** Which of a team's people the actor leads: those of the contracts that the actor leads the team for. */
    Predicate<ReferralView> led(String team, Actor actor) {
        var grants = leads(team, actor);
        return referral -> grants.stream().anyMatch(grant -> covers(grant, referral.contractRef()));
    }

    /**
     * Whoever leads the team for every contract that it serves: working time, absences and covers concern the people of all of them.
     *
     * @throws Problem.Forbidden when the actor leads it for some of them only
     */
    void requireWholeTeam(String team, Actor actor) {
        requireLeader(team, actor);
        if (!leadsWhole(team, actor)) {
            throw new Problem.Forbidden("This concerns the people of every contract that the team serves, and you lead it for some of them."
                    + " Ask whoever leads the whole team");
        }
    }

    boolean leadsWhole(String team, Actor actor) {
        var grants = leads(team, actor);
        var served = jdbc.sql("select distinct contract_ref from service_route where employment_team_id = ?").param(team).query(String.class).list();
        return grants.stream().anyMatch(grant -> grant.contract() == null)
                || !served.isEmpty() && served.stream().allMatch(contract -> grants.stream().anyMatch(grant -> covers(grant, contract)));
    }

    private static boolean covers(Grant grant, String contract) {
        return grant.contract() == null || grant.contract().equals(contract);
    }

    private List<Grant> leads(String team, Actor actor) {
        var organisation = organisation(team);
        return actor.grants().stream().filter(grant -> grant.role() == Role.TEAM_LEADER && grant.organisation().equals(organisation)
                && (grant.team() == null || grant.team().equals(team))).toList();
    }

    private String organisation(String team) {
        return jdbc.sql("select organisation_id from team where id = ?").param(team).query(String.class).optional()
                .orElseThrow(() -> new Problem.NotFound("this team"));
    }
}
