package org.placewell.caseload;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.placewell.referral.FactsChanged;
import org.placewell.referral.ReferralEnded;
import org.placewell.referral.ReferralView;
import org.placewell.referral.Referrals;
import org.placewell.security.Actor;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who has room for whom: places on specialists' caseloads, and who may work on a case. */
@Service
@Transactional
public class Caseload {

    private final Places places;
    private final Rooms rooms;
    private final SpecialistStore specialists;
    private final PlaceStore store;
    private final Board board;
    private final Referrals referrals;
    private final MovableClock clock;
    private final ApplicationEventPublisher events;

    Caseload(Places places, Rooms rooms, SpecialistStore specialists, PlaceStore store, Board board, Referrals referrals, MovableClock clock, ApplicationEventPublisher events) {
        this.places = places;
        this.rooms = rooms;
        this.specialists = specialists;
        this.store = store;
        this.board = board;
        this.referrals = referrals;
        this.clock = clock;
        this.events = events;
    }

    /** The specialists of an employment team and their room, most room first; for its team leader. */
    @Transactional(readOnly = true)
    public List<RoomView> room(String team, Actor actor) {
        if (!actor.isSystem()) {
            rooms.requireLeader(team, actor);
        }
        return rooms.of(team);
    }

    /** Whether the actor leads the team for every contract that it serves, and so decides on working time, absences and covers. */
    @Transactional(readOnly = true)
    public boolean leadsWhole(String team, Actor actor) {
        return rooms.leadsWhole(team, actor);
    }

    /** The actor's own room as a specialist of a team. */
    @Transactional(readOnly = true)
    public RoomView ownRoom(Actor actor) {
        actor.require(Role.SPECIALIST);
        var team = actor.grants().stream().filter(grant -> grant.role() == Role.SPECIALIST).findFirst().map(grant -> grant.team()).orElse("");
        return rooms.of(List.of(actor), team).get(0);
    }

    /** The people on the caseloads that the actor may see in that role, the most urgent first. */
    @Transactional(readOnly = true)
    public List<CaseRow> board(Actor actor, Role role) {
        actor.require(role);
        return board.rows(actor, role);
    }

    /** The employment teams that the actor leads. */
    @Transactional(readOnly = true)
    public List<String> teamsLed(Actor actor) {
        return board.teams(actor);
    }

    /**
     * Sets a specialist's working time; places that are taken already stay taken.
     *
     * @param fullTimePercent 10 to 100
     * @throws Problem.NotFound when the actor does not lead the team
     */
    public void setCapacity(String specialist, String team, int fullTimePercent, Actor actor) {
        places.setCapacity(specialist, team, fullTimePercent, actor);
    }

    /**
     * Keeps what a leader knows about a specialist: it decides who is shown as the best match.
     *
     * @param languages codes of {@link org.placewell.referral.Language} besides English
     * @param gender woman, man, or empty when not said
     * @param clinicalTeams at most two of those that refer to the team; empty to go by where the people come from
     * @throws Problem naming the field, or {@link Problem.NotFound} when the actor does not lead the team
     */
    public void describeSpecialist(String specialist, String team, List<String> languages, String gender, List<String> clinicalTeams, Actor actor) {
        places.describe(specialist, team, languages, gender, clinicalTeams, actor);
    }

    /** The clinical teams that refer to a team, by id in the order of their names; for its leader. */
    @Transactional(readOnly = true)
    public Map<String, String> clinicalTeams(String team, Actor actor) {
        rooms.requireLeader(team, actor);
        var names = new LinkedHashMap<String, String>();
        specialists.served(team).forEach(one -> names.put(one.id(), one.name()));
        return names;
    }

    /** The team's specialists for a person, the best match first, each with the reasons; for the team's leader. */
    @Transactional(readOnly = true)
    public List<FitView> fits(String referralRef, Actor actor) {
        var referral = referrals.visible(referralRef, actor);
        if (!actor.isSystem()) {
            rooms.requireLeader(referral, actor);
        }
        return rooms.fits(referral).stream().map(fit -> new FitView(fit.who(), fit.sentence(), fit.possible())).toList();
    }

    /**
     * Offers a waiting person a place with a specialist who has room. Two offers of the last place are decided by the database:
     * the specialist's row is locked while places are counted.
     *
     * @param reason why this person now; needed out of turn
     * @param choiceReason why this specialist; needed when another suits the person clearly better, when it would be a third clinical team, or
     *     when fewer than 90 % of the caseload would come from the specialist's own clinical teams
     * @throws Problem naming the rule when the specialist has no room, is away or will be for long when support begins, or has too many people
     *     who are still in a job
     */
    public void offerPlace(String referralRef, String specialist, String reason, String choiceReason, Actor actor) {
        places.offer(referralRef, specialist, reason == null ? "" : reason, choiceReason == null ? "" : choiceReason, actor);
    }

    /** The same with one reason for both. */
    public void offerPlace(String referralRef, String specialist, String reason, Actor actor) {
        offerPlace(referralRef, specialist, reason, reason, actor);
    }

    /** Opens the place that was offered and taken; done twice it has one effect. */
    public void open(String referralRef) {
        places.open(referralRef);
        events.publishEvent(new FactsChanged(referralRef));
    }

    /** Opens a place that began elsewhere, on its true day: whoever came with a specialist keeps them, full or not. Again: nothing happens. */
    public void arrive(String referralRef, LocalDate since, Actor actor) {
        places.arrive(referralRef, since, actor);
    }

    /** Closes the person's place, or releases it when it was only offered; done twice it has one effect. */
    public void close(String referralRef, LocalDate on, String reason) {
        places.close(referralRef, on, reason, Actor.system());
    }

    /**
     * Moves a person and their open tasks to another specialist; the old place stays in the history.
     *
     * @throws Problem when the other specialist has no room
     */
    public void transfer(String referralRef, String toSpecialist, String reason, Actor actor) {
        places.transfer(referralRef, toSpecialist, reason, actor);
    }

    /** The offered or open place, for the program's own use. */
    @Transactional(readOnly = true)
    public Optional<PlaceView> place(String referralRef) {
        return Optional.ofNullable(places.current(referralRef));
    }

    /** Every place the person has had, oldest first, for the program's own use. */
    @Transactional(readOnly = true)
    public List<PlaceView> history(String referralRef) {
        return store.history(referralRef);
    }

    /** The day support began with the first specialist; empty before a place is taken. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> supportBegan(String referralRef) {
        return store.history(referralRef).stream().filter(place -> place.openedOn() != null).findFirst().map(PlaceView::openedOn);
    }

    /**
     * The referral, for someone who works on the case: its specialist, its team leader, the system.
     *
     * @throws Problem.NotFound when the actor may not see it
     * @throws Problem.Forbidden when the actor may see it but does not work on it
     */
    @Transactional(readOnly = true)
    public ReferralView workedOnBy(String referralRef, Actor actor) {
        var referral = referrals.visible(referralRef, actor);
        if (!actor.isSystem() && !store.works(referralRef, actor.username())) {
            throw new Problem.Forbidden("Only the person’s employment specialist and team leader record this");
        }
        return referral;
    }

    @EventListener
    void ended(ReferralEnded event) {
        close(event.referralRef(), clock.today(), event.reason());
    }
}
