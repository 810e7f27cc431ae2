package org.placewell.caseload.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.placewell.caseload.AbsenceView;
import org.placewell.caseload.Absences;
import org.placewell.caseload.CaseRow;
import org.placewell.caseload.Caseload;
import org.placewell.caseload.RoomView;
import org.placewell.referral.Referrals;
import org.placewell.security.Actor;
import org.placewell.security.Actors;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.placewell.workflow.FormShelf;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The caseload board: a specialist's own people, a team leader's teams with everybody's room. */
@Controller
class CaseloadPage {

    private static final int WEEKS_SHOWN = 8;
    private final Caseload caseload;
    private final Absences absences;
    private final Referrals referrals;
    private final Actors actors;
    private final FormShelf shelf;
    private final MovableClock clock;

    CaseloadPage(Caseload caseload, Absences absences, Referrals referrals, Actors actors, FormShelf shelf, MovableClock clock) {
        this.caseload = caseload;
        this.absences = absences;
        this.referrals = referrals;
        this.actors = actors;
        this.shelf = shelf;
        this.clock = clock;
    }

    @GetMapping("/caseload")
    String board(Model model) {
        var me = actors.current();
        if (me.has(Role.SPECIALIST)) {
            model.addAttribute("own", lines(caseload.board(me, Role.SPECIALIST)));
            model.addAttribute("room", caseload.ownRoom(me));
            model.addAttribute("covering", absences.coveredBy(me).stream().map(Absences::words).toList());
        }
        if (me.has(Role.TEAM_LEADER)) {
            model.addAttribute("team", lines(caseload.board(me, Role.TEAM_LEADER)));
            model.addAttribute("teams", caseload.teamsLed(me).stream().map(team -> team(team, me)).toList());
        }
        model.addAttribute("wide", true);
        return "caseload/board";
    }

    private Team team(String team, Actor me) {
        var away = absences.of(team, me);
        return new Team(team, referrals.teamName(team), caseload.room(team, me), away.stream().map(one -> new Away(one.id(), Absences.words(one), one.due())).toList(),
                weeks(clock.today(), away.stream().map(AbsenceView::lastDay).max(Comparator.naturalOrder()).orElse(null)), caseload.leadsWhole(team, me));
    }

    /** The Mondays of this week and of those to come, as far as days away lower the places; none without days away. */
    private static List<LocalDate> weeks(LocalDate today, LocalDate lastAway) {
        var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return IntStream.range(0, WEEKS_SHOWN).mapToObj(monday::plusWeeks).filter(week -> lastAway != null && !week.isAfter(lastAway)).toList();
    }

    private List<Line> lines(List<CaseRow> rows) {
        // Many people wait for the same few kinds of task: each kind's name is asked for once.
        var names = new HashMap<String, String>();
        return rows.stream().map(row -> new Line(row, row.nextTask() == null ? "Nothing is waiting" : names.computeIfAbsent(
                row.nextProcess() + " " + row.nextTask(), kind -> shelf.words(row.nextProcess(), row.nextTask()).name()),
                row.overdueOn(clock.today()))).toList();
    }

    /** One person with the next task in words. */
    record Line(CaseRow row, String next, boolean overdue) {}

    /** One team with the room of its specialists, their days away, the weeks to show for them, and whether the reader leads all of it. */
    record Team(String id, String name, List<RoomView> room, List<Away> absences, List<LocalDate> weeks, boolean whole) {}

    /** One absence in words. */
    record Away(long id, String words, int due) {}
}
