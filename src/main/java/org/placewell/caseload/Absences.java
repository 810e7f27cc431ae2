package org.placewell.caseload;

import java.time.LocalDate;
import java.util.List;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.security.Actor;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.shared.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Days on which a specialist is away, and who looks after their people on those days. Nothing is moved: the cover sees the caseload
 * and its tasks from the first day to the last by the database's own calendar, and what the cover records stays with the person.
 */
@Service
@Transactional
public class Absences {

    /** No absence is planned further ahead, or lasts longer: beyond a year it is a change of staff. */
    static final int LONGEST_DAYS = 366;
    private final SpecialistStore store;
    private final PlaceStore places;
    private final Rooms rooms;
    private final AnswerTime answerTime;
    private final AuditTrail audit;
    private final MovableClock clock;

    Absences(SpecialistStore store, PlaceStore places, Rooms rooms, AnswerTime answerTime, AuditTrail audit, MovableClock clock) {
        this.store = store;
        this.places = places;
        this.rooms = rooms;
        this.answerTime = answerTime;
        this.audit = audit;
        this.clock = clock;
    }

    /** The team's absences from today on; for its leader. */
    @Transactional(readOnly = true)
    public List<AbsenceView> of(String team, Actor actor) {
        rooms.requireLeader(team, actor);
        return store.absences(team, clock.today());
    }

    /** In whose place the actor stands, from today on. */
    @Transactional(readOnly = true)
    public List<AbsenceView> coveredBy(Actor actor) {
        return store.coveredBy(actor.username(), clock.today());
    }

    /** Plans an absence in which somebody covers, or in which nothing falls due. @param cover null or empty for nobody */
    public void plan(String team, String specialist, LocalDate from, LocalDate until, String cover, Actor actor) {
        plan(team, specialist, from, until, cover, false, actor);
    }

    /**
     * Plans an absence. Nobody has to cover as long as no task falls due by the last day, or the leader sees to what does. Offers of places
     * wait for as many days as nobody can take the answer.
     *
     * @param cover who looks after the caseload; null or empty for nobody
     * @param seesToIt whether the actor hands over or puts off what falls due while nobody covers
     * @throws Problem naming the field when the days do not fit, overlap, the cover is away or covered for, or something would be left undone
     */
    public void plan(String team, String specialist, LocalDate from, LocalDate until, String cover, boolean seesToIt, Actor actor) {
        rooms.requireWholeTeam(team, actor);
        rooms.of(team, specialist);
        if (from.isBefore(clock.today())) {
            throw Problem.at("fromDay", "past-date", "The first day must be today or later. What has been done in the past stays as it is");
        }
        if (until.isBefore(from)) {
            throw Problem.at("untilDay", "before-start", "The last day cannot be before the first day");
        }
        if (until.isAfter(clock.today().plusDays(LONGEST_DAYS))) {
            throw Problem.at("untilDay", "too-far", "The last day must lie within a year from today");
        }
        var standIn = cover == null || cover.isEmpty() ? null : cover;
        lock(team, specialist, standIn, actor);
        if (store.away(specialist, from, until)) {
            throw Problem.at("fromDay", "overlap", "An absence on some of these days is recorded already. End that one first, or choose other days");
        }
        if (standIn != null) {
            checkCover(team, specialist, standIn, from, until);
        } else if (store.covers(specialist, from, until)) {
            throw Problem.at("fromDay", "covers", "On some of these days this specialist covers for a colleague. Give that cover to somebody else first");
        }
        boolean leader = standIn == null && seesToIt;
        if (standIn == null && !leader) {
            checkNothingDue(specialist, from, until);
        }
        store.plan(specialist, team, from, until, standIn, leader ? actor.username() : null, actor.username(), clock.instant());
        audit.record("capacity:" + specialist, actor, Area.PATHWAY, "absence.planned", "",
                from + " to " + until + (standIn != null ? " cover " + standIn : leader ? " leader sees to it" : ""));
        answerTime.standsStillFor(specialist);
    }

    private void checkNothingDue(String specialist, LocalDate from, LocalDate until) {
        int due = store.fallingDue(specialist, new RoomView.Away(from, until), clock.today());
        if (due > 0) {
            throw Problem.at("cover", "tasks-due", tasksDue(due) + " by the last day, so somebody has to be there."
                    + " Choose who covers, or say that you see to it yourself: then you hand over or put off what falls due");
        }
    }

    private static String tasksDue(int due) {
        return due == 1 ? "1 open task falls due" : due + " open tasks fall due";
    }

    private void checkCover(String team, String specialist, String cover, LocalDate from, LocalDate until) {
        if (cover.equals(specialist)) {
            throw Problem.at("cover", "same", "Choose somebody else: nobody covers for themselves");
        }
        rooms.of(team, cover);
        if (store.away(cover, from, until)) {
            throw Problem.at("cover", "cover-away", "This colleague is away on some of these days. Choose somebody else, or plan two shorter absences");
        }
        if (store.covers(specialist, from, until)) {
            throw Problem.at("fromDay", "covers", "On some of these days this specialist covers for a colleague. Give that cover to somebody else first");
        }
    }

    /** Locked in the order of their names, so that two plans at once wait for each other and never in a ring. */
    private void lock(String team, String specialist, String cover, Actor actor) {
        java.util.stream.Stream.of(specialist, cover).filter(java.util.Objects::nonNull).distinct().sorted()
                .forEach(who -> places.lock(who, team, actor.username(), clock.instant()));
    }

    /**
     * One absence, for the leader of its team.
     *
     * @throws Problem.NotFound when there is none for this leader
     */
    @Transactional(readOnly = true)
    public AbsenceView one(String leave, Actor actor) {
        var absence = leave.matches("[1-9]\\d{0,17}") ? store.absence(Long.parseLong(leave), clock.today()).orElseThrow(() -> new Problem.NotFound("this absence"))
                : null;
        if (absence == null) {
            throw new Problem.NotFound("this absence");
        }
        rooms.requireWholeTeam(absence.team(), actor);
        return absence;
    }

    /** The specialist is back: yesterday was the last day away, or the absence never begins. The cover's rights end at once. */
    public void end(String leave, Actor actor) {
        actor.require(Role.TEAM_LEADER);
        var absence = one(leave, actor);
        var before = absence.from().isAfter(clock.today()) ? absence.from().minusDays(1) : clock.today().minusDays(1);
        if (!store.end(absence.id(), before, actor.username())) {
            throw new Problem.Stale("This absence has ended already");
        }
        audit.record("capacity:" + absence.specialist(), actor, Area.PATHWAY, "absence.ended", "", "last day " + before);
    }

    /** The absence in words: who, from when to when, and who covers or sees to what falls due. */
    public static String words(AbsenceView one) {
        return one.specialistName() + " is away from " + Words.date(one.from()) + " to " + Words.date(one.lastDay())
                + (one.cover() != null ? ". " + one.coverName() + " covers" : ". Nobody covers"
                        + (one.seesToIt() == null ? "" : ", " + one.seesToIt() + " sees to what falls due")
                        + (one.due() == 0 ? "" : ". " + tasksDue(one.due()) + " by then"));
    }
}
