package org.placewell.caseload;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.referral.ReferralStatus;
import org.placewell.referral.ReferralView;
import org.placewell.referral.Referrals;
import org.placewell.security.Actor;
import org.placewell.security.Actors;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.waitinglist.WaitingList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rules of places: who has room, and how a place is offered, opened, moved and closed. */
@Component
class Places {

    /** IPS fidelity scale, item caseload: at most 20 people a full-time specialist scores 5. */
    static final int FULL_TIME_PLACES = 20;
    /** IPS fidelity scale, item team assignment: a specialist belongs to one or two clinical teams. */
    static final int CLINICAL_TEAMS = 2;
    static final String CASELOAD_RULE = "IPS fidelity: at most 20 people a full-time specialist";
    static final String TEAMS_RULE = "IPS fidelity: one or two clinical teams a specialist";

    private final PlaceStore store;
    private final Referrals referrals;
    private final WaitingList waitingList;
    private final Actors actors;
    private final AuditTrail audit;
    private final MovableClock clock;
    private final JdbcClient jdbc;

    Places(PlaceStore store, Referrals referrals, WaitingList waitingList, Actors actors, AuditTrail audit, MovableClock clock, JdbcClient jdbc) {
        this.store = store;
        this.referrals = referrals;
        this.waitingList = waitingList;
        this.actors = actors;
        this.audit = audit;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    List<RoomView> room(String team) {
        return specialists(team).stream().map(one -> room(one, team))
                .sorted(Comparator.comparingInt(RoomView::room).reversed().thenComparing(RoomView::username)).toList();
    }

    /** A team's specialists: those of its organisation whose role covers the team. */
    List<Actor> specialists(String team) {
        return actors.holding(Role.SPECIALIST, organisation(team), team);
    }

    private String organisation(String team) {
        return jdbc.sql("select organisation_id from team where id = ?").param(team).query(String.class).optional()
                .orElseThrow(() -> new Problem.NotFound("this team"));
    }

    RoomView room(Actor specialist, String team) {
        var percent = store.percent(specialist.username()).orElse(100);
        var taken = store.taken(specialist.username()).stream().filter(this::takesRoom).toList();
        int open = (int) taken.stream().filter(place -> place.status() == PlaceStatus.OPEN).count();
        return new RoomView(specialist.username(), specialist.name(), team, percent, FULL_TIME_PLACES * percent / 100, open, taken.size() - open,
                store.clinicalTeams(specialist.username()));
    }

    /** An offer that lapsed without an answer leaves the referral waiting, or with another specialist: it takes up no room. */
    private boolean takesRoom(PlaceView place) {
        if (place.status() == PlaceStatus.OPEN) {
            return true;
        }
        var referral = referrals.get(place.referralRef());
        return (referral.status() == ReferralStatus.OFFERED || referral.status() == ReferralStatus.IN_SUPPORT)
                && place.specialist().equals(referral.specialist());
    }

    void setCapacity(String specialist, String team, int percent, Actor actor) {
        requireLeader(team, actor);
        if (percent < 10 || percent > 100) {
            throw Problem.at("percent", "range", "Working time must be between 10 and 100 percent");
        }
        of(team, specialist);
        store.lock(specialist, team, actor.username(), clock.instant());
        store.percent(specialist, percent, actor.username(), clock.instant());
        audit.record("capacity:" + specialist, actor, Area.PATHWAY, "capacity.set", CASELOAD_RULE, percent + " %");
    }

    void offer(String referralRef, String specialist, String reason, Actor actor) {
        var referral = referrals.visible(referralRef, actor);
        actor.require(Role.TEAM_LEADER);
        requireLeader(referral.team(), actor);
        if (referral.status() != ReferralStatus.WAITING) {
            throw new Problem.Stale("This person is not waiting for a place any more. Their record says where they stand");
        }
        var who = of(referral.team(), specialist);
        // From here on nobody else can give this specialist's places away until we are done.
        store.lock(specialist, referral.team(), actor.username(), clock.instant());
        requireRoom(who, referral, reason);
        store.release(referralRef, clock.today(), "notTaken");
        if (!store.insert(referralRef, specialist, referral.clinicalTeam(), PlaceStatus.OFFERED, clock.today(), actor.username())) {
            throw new Problem.Stale("Someone else has just offered this person a place");
        }
        waitingList.offer(referralRef, specialist, reason, actor);
        audit.record(referralRef, actor, Area.PATHWAY, "place.offered", CASELOAD_RULE, specialist);
    }

    private void requireRoom(Actor specialist, ReferralView referral, String reason) {
        var room = room(specialist, referral.team());
        if (room.room() == 0) {
            throw Problem.at("specialist", "no-room", specialist.name() + " has no room: " + (room.open() + room.offered()) + " of " + room.places()
                    + " places are taken (" + CASELOAD_RULE + "). Choose someone with room, or wait until a place is free");
        }
        var teams = room.clinicalTeams();
        if (!teams.contains(referral.clinicalTeam()) && teams.size() >= CLINICAL_TEAMS && reason.isBlank()) {
            throw Problem.at("reason", "third-team", specialist.name() + " already works with " + teams.size() + " clinical teams (" + TEAMS_RULE
                    + "). Choose someone else, or say why this is right for the person");
        }
    }

    void open(String referralRef) {
        if (store.open(referralRef, clock.today())) {
            audit.record(referralRef, Actor.system(), Area.PATHWAY, "place.opened", "", "");
        } else if (current(referralRef) == null) {
            var referral = referrals.get(referralRef);
            if (referral.specialist() == null) {
                throw new IllegalStateException("No specialist for " + referralRef);
            }
            store.insert(referralRef, referral.specialist(), referral.clinicalTeam(), PlaceStatus.OPEN, clock.today(), "system");
            audit.record(referralRef, Actor.system(), Area.PATHWAY, "place.opened", "", "");
        }
    }

    void arrive(String referralRef, LocalDate since, Actor actor) {
        var referral = referrals.get(referralRef);
        store.insert(referralRef, referral.specialist(), referral.clinicalTeam(), PlaceStatus.OPEN, since, actor.username());
    }

    void close(String referralRef, LocalDate on, String reason, Actor actor) {
        if (store.close(referralRef, on, reason)) {
            audit.record(referralRef, actor, Area.PATHWAY, "place.closed", "", reason);
        } else if (store.release(referralRef, on, reason)) {
            audit.record(referralRef, actor, Area.PATHWAY, "place.released", "", reason);
        }
    }

    void transfer(String referralRef, String toSpecialist, String reason, Actor actor) {
        var referral = referrals.visible(referralRef, actor);
        actor.require(Role.TEAM_LEADER);
        requireLeader(referral.team(), actor);
        var now = current(referralRef);
        if (now == null || now.status() != PlaceStatus.OPEN) {
            throw new Problem.Stale("This person is not on a caseload, so there is nothing to transfer");
        }
        if (now.specialist().equals(toSpecialist)) {
            throw Problem.at("specialist", "same", "This person is on that specialist’s caseload already");
        }
        var who = of(referral.team(), toSpecialist);
        store.lock(toSpecialist, referral.team(), actor.username(), clock.instant());
        requireRoom(who, referral, reason);
        if (!store.close(referralRef, clock.today(), reason)
                || !store.insert(referralRef, toSpecialist, referral.clinicalTeam(), PlaceStatus.OPEN, clock.today(), actor.username())) {
            throw new Problem.Stale("Someone else has just changed this person’s place");
        }
        referrals.assign(referralRef, toSpecialist, actor);
        // Open tasks follow the person to the new specialist.
        jdbc.sql("update work_item set assignee = ? where referral_ref = ? and assignee = ? and closed_at is null")
                .params(toSpecialist, referralRef, now.specialist()).update();
        audit.record(referralRef, actor, Area.PATHWAY, "place.transferred", "",
                now.specialist() + " to " + toSpecialist);
    }

    /** The offered or open place, or null. */
    PlaceView current(String referralRef) {
        return store.history(referralRef).stream()
                .filter(place -> place.status() == PlaceStatus.OFFERED || place.status() == PlaceStatus.OPEN).findFirst().orElse(null);
    }

    private Actor of(String team, String specialist) {
        return specialists(team).stream().filter(one -> one.username().equals(specialist)).findFirst()
                .orElseThrow(() -> Problem.at("specialist", "not-in-team", "Choose a specialist of the team that serves this person"));
    }

    void requireLeader(String team, Actor actor) {
        var organisation = organisation(team);
        if (actor.grants().stream().noneMatch(grant -> grant.role() == Role.TEAM_LEADER && grant.organisation().equals(organisation)
                && (grant.team() == null || grant.team().equals(team)))) {
            throw new Problem.NotFound("this team");
        }
    }
}
