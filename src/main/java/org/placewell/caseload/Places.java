package org.placewell.caseload;

import java.time.LocalDate;
import java.util.List;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.caseload.Match.Fit;
import org.placewell.notification.Notifications;
import org.placewell.referral.Language;
import org.placewell.referral.ReferralStatus;
import org.placewell.referral.ReferralView;
import org.placewell.referral.Referrals;
import org.placewell.security.Actor;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.waitinglist.WaitingList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rules of places: how a place is offered, opened, moved and closed, and what a leader records about specialists. */
@Component
class Places {

    private final PlaceStore store;
    private final SpecialistStore specialists;
    private final Rooms rooms;
    private final Referrals referrals;
    private final WaitingList waitingList;
    private final AnswerTime answerTime;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final MovableClock clock;
    private final JdbcClient jdbc;

    Places(PlaceStore store, SpecialistStore specialists, Rooms rooms, Referrals referrals, WaitingList waitingList, AnswerTime answerTime, Notifications notifications,
            AuditTrail audit, MovableClock clock, JdbcClient jdbc) {
        this.store = store;
        this.specialists = specialists;
        this.rooms = rooms;
        this.referrals = referrals;
        this.waitingList = waitingList;
        this.answerTime = answerTime;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    void setCapacity(String specialist, String team, int percent, Actor actor) {
        rooms.requireWholeTeam(team, actor);
        if (percent < 10 || percent > 100) {
            throw Problem.at("percent", "range", "Working time must be between 10 and 100 percent");
        }
        rooms.of(team, specialist);
        store.lock(specialist, team, actor.username(), clock.instant());
        store.percent(specialist, percent, actor.username(), clock.instant());
        audit.record("capacity:" + specialist, actor, Area.PATHWAY, "capacity.set", Rooms.CASELOAD_RULE, percent + " %");
    }

    void describe(String specialist, String team, List<String> languages, String gender, List<String> clinicalTeams, Actor actor) {
        rooms.requireWholeTeam(team, actor);
        rooms.of(team, specialist);
        if (clinicalTeams.size() > Rooms.CLINICAL_TEAMS) {
            throw Problem.at("clinicalTeams", "too-many", "Choose one or two clinical teams (" + Rooms.TEAMS_RULE + ")");
        }
        var served = specialists.served(team).stream().map(SpecialistStore.Team::id).toList();
        if (!served.containsAll(clinicalTeams)) {
            throw Problem.at("clinicalTeams", "not-served", "Choose clinical teams that refer to your team");
        }
        if (languages.stream().anyMatch(one -> Language.labelOf(one).equals(one))) {
            throw Problem.at("language", "not-listed", "Choose languages from the list");
        }
        store.lock(specialist, team, actor.username(), clock.instant());
        specialists.describe(specialist, languages, gender, clinicalTeams, actor.username(), clock.instant());
        audit.record("capacity:" + specialist, actor, Area.PATHWAY, "capacity.described", Rooms.TEAMS_RULE, String.join(" ", clinicalTeams));
    }

    void offer(String referralRef, String specialist, String reason, String choiceReason, Actor actor) {
        var referral = referrals.visible(referralRef, actor);
        actor.require(Role.TEAM_LEADER);
        rooms.requireLeader(referral, actor);
        if (referral.status() != ReferralStatus.WAITING) {
            throw new Problem.Stale("This person is not waiting for a place any more. Their record says where they stand");
        }
        rooms.of(referral.team(), specialist);
        // From here on nobody else can give this specialist's places away until we are done.
        store.lock(specialist, referral.team(), actor.username(), clock.instant());
        var fit = suitable(referral, specialist, choiceReason);
        store.release(referralRef, clock.today(), "notTaken");
        if (!store.insert(referral, specialist, PlaceStatus.OFFERED, clock.today(), fit.sentence(), choiceReason, actor.username())) {
            throw new Problem.Stale("Someone else has just offered this person a place");
        }
        waitingList.offer(referralRef, specialist, reason, actor);
        answerTime.standsStill(referralRef);
        audit.record(referralRef, actor, Area.PATHWAY, "place.offered", Rooms.CASELOAD_RULE, specialist);
    }

    /** How the specialist suits the person; refused when they cannot take the person, or when a reason is missing. */
    private Fit suitable(ReferralView referral, String specialist, String choiceReason) {
        var all = rooms.fits(referral);
        var fit = all.stream().filter(one -> one.who().username().equals(specialist)).findFirst()
                .orElseThrow(() -> Problem.at("specialist", "not-on-contract", "This specialist does not work for the person’s contract. Choose somebody else"));
        var who = fit.who();
        if (who.awayUntil() != null || who.longAway(rooms.person(referral).begins()).isPresent()) {
            throw Problem.at("specialist", "away", who.name() + " is " + fit.refusal() + ". Choose somebody else, or wait until they are back");
        }
        if (who.room() == 0) {
            throw Problem.at("specialist", "no-room", who.name() + " has no room: " + who.taken() + " of " + who.places() + " places are taken ("
                    + Rooms.CASELOAD_RULE + "). Choose someone with room, or wait until a place is free");
        }
        if (!fit.possible()) {
            throw Problem.at("specialist", "retention-share", who.name() + " has " + fit.refusal() + " (the contract’s limit). Choose somebody else");
        }
        if (choiceReason.isBlank() && fit.thirdTeam()) {
            throw Problem.at("choiceReason", "third-team", who.name() + " already works with " + who.attached().size() + " clinical teams ("
                    + Rooms.TEAMS_RULE + "), and with this person " + fit.teamPercent() + " % of the caseload would come from them ("
                    + Rooms.SHARE_RULE + ")."
                    + " Choose someone else, or say why this is right for the person");
        }
        if (choiceReason.isBlank() && fit.tooFewFromTeams()) {
            throw Problem.at("choiceReason", "team-share", "With this person only " + fit.teamPercent() + " % of " + who.name()
                    + "’s caseload would come from their own clinical teams (" + Rooms.SHARE_RULE + ")."
                    + " Choose someone else, or say why this is right for the person");
        }
        if (choiceReason.isBlank() && Match.betterThan(fit, all)) {
            throw Problem.at("choiceReason", "better-match", all.get(0).who().name() + " suits this person better: " + all.get(0).sentence()
                    + ". Choose them, or say why you choose " + who.name());
        }
        return fit;
    }

    void open(String referralRef) {
        if (store.open(referralRef, clock.today())) {
            audit.record(referralRef, Actor.system(), Area.PATHWAY, "place.opened", "", "");
        } else if (current(referralRef) == null) {
            var referral = referrals.get(referralRef);
            if (referral.specialist() == null) {
                throw new IllegalStateException("No specialist for " + referralRef);
            }
            store.insert(referral, referral.specialist(), PlaceStatus.OPEN, clock.today(), "", "", "system");
            audit.record(referralRef, Actor.system(), Area.PATHWAY, "place.opened", "", "");
        }
    }

    void arrive(String referralRef, LocalDate since, Actor actor) {
        var referral = referrals.get(referralRef);
        store.insert(referral, referral.specialist(), PlaceStatus.OPEN, since, "", "", actor.username());
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
        rooms.requireLeader(referral, actor);
        var now = current(referralRef);
        if (now == null) {
            throw new Problem.Stale("This person is not on a caseload, so there is nothing to transfer");
        }
        if (now.specialist().equals(toSpecialist)) {
            throw Problem.at("specialist", "same", "This person is on that specialist’s caseload already");
        }
        rooms.of(referral.team(), toSpecialist);
        store.lock(toSpecialist, referral.team(), actor.username(), clock.instant());
        var fit = suitable(referral, toSpecialist, reason);
        boolean open = now.status() == PlaceStatus.OPEN;
        if (!(open ? store.close(referralRef, clock.today(), reason) : store.release(referralRef, clock.today(), reason))
                || !store.insert(referral, toSpecialist, now.status(), clock.today(), fit.sentence(), reason, actor.username())) {
            throw new Problem.Stale("Someone else has just changed this person’s place");
        }
        if (!open) {
            waitingList.passOffer(referralRef, toSpecialist);
            answerTime.standsStill(referralRef);
        }
        referrals.assign(referralRef, toSpecialist, actor);
        // Open tasks follow the person to the new specialist.
        jdbc.sql("update work_item set assignee = ? where referral_ref = ? and assignee = ? and closed_at is null")
                .params(toSpecialist, referralRef, now.specialist()).update();
        audit.record(referralRef, actor, Area.PATHWAY, "place.transferred", "",
                now.specialist() + " to " + toSpecialist);
        notifications.tell(toSpecialist, "casePassedOn", referralRef, referralRef + ":passed-on:" + store.history(referralRef).size());
    }

    /** The offered or open place, or null. */
    PlaceView current(String referralRef) {
        return store.history(referralRef).stream()
                .filter(place -> place.status() == PlaceStatus.OFFERED || place.status() == PlaceStatus.OPEN).findFirst().orElse(null);
    }
}
