package org.placewell.caseload;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.caseload.PassOnView.Left;
import org.placewell.caseload.PlaceStore.Taken;
import org.placewell.referral.ReferralView;
import org.placewell.referral.Referrals;
import org.placewell.security.Actor;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.shared.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A specialist leaves, or gives up a caseload for long: the people go to one or several colleagues by the best match, all in one step or
 * none. Places, open offers and open tasks go over; what was recorded stays with each person.
 */
@Service
@Transactional
public class PassOn {

    private static final String END = "/do/endAbsence/";
    private final Rooms rooms;
    private final Places places;
    private final PlaceStore store;
    private final SpecialistStore specialists;
    private final Referrals referrals;
    private final AuditTrail audit;
    private final MovableClock clock;

    PassOn(Rooms rooms, Places places, PlaceStore store, SpecialistStore specialists, Referrals referrals, AuditTrail audit, MovableClock clock) {
        this.rooms = rooms;
        this.places = places;
        this.store = store;
        this.specialists = specialists;
        this.referrals = referrals;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Looks at what passing a caseload on would do; nothing changes.
     *
     * @param colleagues login names; at least one, all of the team, not the specialist
     * @throws Problem naming the field
     */
    @Transactional(readOnly = true)
    public PassOnView look(String team, String specialist, List<String> colleagues, Actor actor) {
        rooms.requireLeader(team, actor);
        var who = rooms.of(team, specialist);
        var chosen = chosen(team, specialist, colleagues);
        var all = caseload(team, specialist);
        var led = rooms.led(team, actor);
        var mine = all.stream().filter(one -> led.test(one.referral())).toList();
        var shares = Spread.of(mine.stream().map(one -> new Spread.Case(one.referral().ref(), rooms.person(one.referral()),
                rooms.retentionPercent(one.referral()))).toList(), chosen);
        var rows = shares.stream().map(share -> row(share, mine)).toList();
        return new PassOnView(specialist, who.name(), rows, chosen, all.size() - mine.size(), left(team, who, rooms.leadsWhole(team, actor)));
    }

    /**
     * Passes the caseload on.
     *
     * @param choices by referral the colleague's login name, or empty for whoever stays; exactly those who were shown
     * @param reason kept with each place
     * @return how many went over
     * @throws Problem naming {@code choice.<referral>} when a colleague cannot take somebody; then nobody has moved
     */
    public int pass(String team, String specialist, Map<String, String> choices, String reason, Actor actor) {
        rooms.requireLeader(team, actor);
        rooms.of(team, specialist);
        if (reason == null || reason.isBlank() || reason.length() > 500) {
            throw Problem.at("reason", "required", "Say why the caseload is passed on, in 500 characters or fewer: it is kept with each place");
        }
        var everybody = new TreeSet<>(choices.values());
        everybody.remove("");
        if (everybody.isEmpty()) {
            throw Problem.at("reason", "nobody-goes", "Choose a colleague for at least one person");
        }
        chosen(team, specialist, List.copyOf(everybody));
        everybody.add(specialist);
        // In the order of their names, as everywhere: two leaders at once wait for each other and never in a ring.
        everybody.forEach(one -> store.lock(one, team, actor.username(), clock.instant()));
        var now = new TreeSet<>(caseload(team, specialist).stream().map(Held::referral).filter(rooms.led(team, actor)).map(ReferralView::ref).toList());
        if (!now.equals(new TreeSet<>(choices.keySet()))) {
            throw Problem.at("reason", "changed", "This caseload has changed since you looked at it. Check the list again: nobody has moved yet");
        }
        int moved = 0;
        for (var choice : new java.util.TreeMap<>(choices).entrySet()) {
            if (!choice.getValue().isEmpty()) {
                transfer(choice.getKey(), choice.getValue(), reason.strip(), actor);
                moved++;
            }
        }
        audit.record("capacity:" + specialist, actor, Area.PATHWAY, "capacity.passed-on", "", moved + " of " + now.size());
        return moved;
    }

    private void transfer(String ref, String to, String reason, Actor actor) {
        try {
            places.transfer(ref, to, reason, actor);
        } catch (Problem.Stale | Problem.NotFound | Problem.Forbidden refusal) {
            throw refusal;
        } catch (Problem problem) {
            throw (Problem) Problem.at("choice." + ref, problem.code(), referrals.get(ref).person().name() + ": " + problem.getMessage()).initCause(problem);
        }
    }

    private List<RoomView> chosen(String team, String specialist, List<String> colleagues) {
        if (colleagues.isEmpty()) {
            throw Problem.at("to", "required", "Choose at least one colleague");
        }
        if (colleagues.contains(specialist)) {
            throw Problem.at("to", "same", "Choose colleagues only, not the specialist whose caseload it is");
        }
        return rooms.of(rooms.members(team, colleagues), team);
    }

    /** Whoever has a place with the specialist in that team, supported longest first. */
    private List<Held> caseload(String team, String specialist) {
        var taken = store.taken(List.of(specialist)).stream().collect(Collectors.toMap(Taken::referralRef, Taken::status));
        var since = store.since(taken.keySet());
        return referrals.all(taken.keySet()).stream().filter(one -> one.team().equals(team))
                .map(one -> new Held(one, taken.get(one.ref()) == PlaceStatus.OFFERED, since.get(one.ref())))
                .sorted(Comparator.comparing(Held::since).thenComparing(one -> one.referral().ref())).toList();
    }

    private static PassOnView.Row row(Spread.Share share, List<Held> mine) {
        var one = mine.stream().filter(held -> held.referral().ref().equals(share.referralRef())).findFirst().orElseThrow();
        return new PassOnView.Row(share.referralRef(), one.referral().person().name(), one.offered(), one.since(),
                share.suggested(), share.order().stream().map(fit -> new FitView(fit.who(), fit.sentence(), fit.possible())).toList());
    }

    /** What somebody has to see to who wants the specialist to be gone altogether. @param whole whether the reader decides on days away */
    private List<Left> left(String team, Actor who, boolean whole) {
        var left = new ArrayList<Left>();
        specialists.coveredBy(who.username(), clock.today()).forEach(one -> left.add(new Left("Covers for " + one.specialistName() + days(one)
                + ". End those days away and plan them again with somebody else.", "End " + one.specialistName() + "’s days away",
                whole && one.team().equals(team) ? END + one.id() : "")));
        specialists.absences(team, clock.today()).stream().filter(one -> one.specialist().equals(who.username())).forEach(one -> left.add(
                one.cover() == null ? new Left("Is away" + days(one) + ". That does no harm: nobody new is offered to them on those days.", "", "")
                        : new Left("Is away" + days(one) + ", and " + one.coverName() + " covers. Once nobody is left on the caseload there is nothing to"
                                + " cover, but " + one.coverName() + " could not be away on those days.", "End these days away", whole ? END + one.id() : "")));
        left.add(new Left("Stays on the team’s list of specialists, with room for new people, as long as the login is open. Plan days away without cover from the"
                + " last day of work on: then nobody new is offered to them.", "Plan days away", whole ? "/do/planAbsence/" + team : ""));
        left.add(new Left("The login stays open until whoever runs Placewell closes it; no page does that. Tell them the last day of work, and pass"
                + " everybody on before: afterwards this page does not list the specialist, and people are transferred one by one.", "", ""));
        return left;
    }

    private static String days(AbsenceView one) {
        return " from " + Words.date(one.from()) + " to " + Words.date(one.lastDay());
    }

    /** @param since the day support began, with whatever specialist, or the place was offered */
    private record Held(ReferralView referral, boolean offered, LocalDate since) {}
}
