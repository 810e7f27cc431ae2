package org.placewell.performance;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.caseload.Caseload;
import org.placewell.contract.ContractSummary;
import org.placewell.contract.Contracts;
import org.placewell.security.Actor;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to the fidelity reviews of employment teams: for their team leaders and for the managers of the contracts they serve. */
@Service
@Transactional
public class Fidelity {

    private final FidelityStore store;
    private final JdbcClient jdbc;
    private final Caseload caseload;
    private final Contracts contracts;
    private final AuditTrail audit;
    private final MovableClock clock;

    Fidelity(FidelityStore store, JdbcClient jdbc, Caseload caseload, Contracts contracts, AuditTrail audit, MovableClock clock) {
        this.store = store;
        this.jdbc = jdbc;
        this.caseload = caseload;
        this.contracts = contracts;
        this.audit = audit;
        this.clock = clock;
    }

    /** The employment teams whose reviews the actor may see and sign, by name. */
    @Transactional(readOnly = true)
    public List<Team> teams(Actor actor) {
        var names = new TreeMap<String, Team>();
        if (actor.has(Role.TEAM_LEADER)) {
            caseload.teamsLed(actor).forEach(team -> names.put(team, team(team)));
        }
        if (actor.has(Role.CONTRACT_MANAGER)) {
            var manager = new Actor(actor.username(), actor.name(),
                    actor.grants().stream().filter(grant -> grant.role() == Role.CONTRACT_MANAGER).toList());
            contracts.visible(manager).stream().map(ContractSummary::ref).flatMap(contract -> store.serving(contract).stream())
                    .forEach(team -> names.put(team, team(team)));
        }
        return names.values().stream().sorted(java.util.Comparator.comparing(Team::name)).toList();
    }

    private Team team(String id) {
        return new Team(id, store.name(id), store.latest(id).orElse(null));
    }

    /**
     * One team, for whoever may see its reviews.
     *
     * @throws Problem.NotFound when the actor may not
     */
    @Transactional(readOnly = true)
    public Team team(String id, Actor actor) {
        return teams(actor).stream().filter(team -> team.id().equals(id)).findFirst().orElseThrow(() -> new Problem.NotFound("this team"));
    }

    /** A team's signed reviews, newest first, without their scores. */
    @Transactional(readOnly = true)
    public List<FidelityReview> reviews(String team, Actor actor) {
        team(team, actor);
        return store.reviews(team);
    }

    /** One signed review with its scores. */
    @Transactional(readOnly = true)
    public FidelityReview review(long id, Actor actor) {
        var review = store.find(id).orElseThrow(() -> new Problem.NotFound("this review"));
        team(review.team(), actor);
        return review;
    }

    /** A team's totals over time as SVG; the table beside it has the same numbers. */
    @Transactional(readOnly = true)
    public String chart(String team, Actor actor) {
        return FidelityChart.svg(reviews(team, actor));
    }

    /** What the records say today about the items that can be counted, in the scale's order. */
    @Transactional(readOnly = true)
    public List<FidelityMeasure> measured(String team, Actor actor) {
        team(team, actor);
        return new FidelityFigures(jdbc, team, clock.today(), caseload.room(team, Actor.system())).measures();
    }

    /**
     * Signs a review. Nothing of it changes any more; a correction is a new review.
     *
     * @param on the day of the review; not in the future
     * @param answers every item's score, 1 to 5, with its evidence
     * @return the review's key
     * @throws Problem naming the item that lacks a score or evidence, or when the same person has signed one for that day already
     */
    public long sign(String team, LocalDate on, String tookPart, Map<FidelityItem, Answer> answers, Actor actor) {
        team(team, actor);
        if (on.isAfter(clock.today())) {
            throw Problem.at("reviewedOn", "future-date", "The date cannot be in the future");
        }
        var measured = new EnumMap<FidelityItem, String>(FidelityItem.class);
        measured(team, actor).forEach(measure -> measured.put(measure.item(), measure.sentence()));
        int total = 0;
        for (var item : FidelityItem.values()) {
            var answer = answers.get(item);
            if (answer == null || answer.score() < FidelityItem.LOWEST || answer.score() > FidelityItem.HIGHEST) {
                throw Problem.at(item.key(), "score", "Score “" + item.title() + "” from 1 to 5");
            }
            if (answer.evidence().isBlank()) {
                throw Problem.at(item.key() + "Evidence", "required", "Say what the score of “" + item.title() + "” rests on");
            }
            total += answer.score();
        }
        long id = store.insert(team, on, actor.username(), tookPart, total, clock.instant())
                .orElseThrow(() -> new Problem.Stale("You have signed a review of this team for that day already"));
        answers.forEach((item, answer) -> store.score(id, item, answer, measured.getOrDefault(item, "")));
        audit.record("fidelity:" + team, actor, Area.PATHWAY, "fidelity.signed", "IPS fidelity scale, 25 items", on + " total " + total);
        return id;
    }

    /** A team with its newest review; null when it has none. */
    public record Team(String id, String name, FidelityReview latest) {}

    /** One item's score, 1 to 5, and what it rests on. */
    public record Answer(int score, String evidence) {}
}
