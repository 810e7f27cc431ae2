package org.placewell.waitinglist.web;

import java.util.List;
import org.placewell.referral.Referrals;
import org.placewell.referral.Tracker;
import org.placewell.security.Actors;
import org.placewell.shared.MovableClock;
import org.placewell.waitinglist.WaitingKey;
import org.placewell.waitinglist.WaitingList;
import org.placewell.waitinglist.WaitingRow;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who waits, in which order and why: for team leaders. */
@Controller
class WaitingListPage {

    private final WaitingList waitingList;
    private final Referrals referrals;
    private final Tracker tracker;
    private final Actors actors;
    private final MovableClock clock;

    WaitingListPage(WaitingList waitingList, Referrals referrals, Tracker tracker, Actors actors, MovableClock clock) {
        this.waitingList = waitingList;
        this.referrals = referrals;
        this.tracker = tracker;
        this.actors = actors;
        this.clock = clock;
    }

    @GetMapping("/waiting-list")
    String list(@RequestParam(defaultValue = "") String contract, @RequestParam(defaultValue = "") String team, Model model) {
        var me = actors.current();
        var lists = waitingList.lists(me);
        var rows = waitingList.positions(contract.isEmpty() ? null : contract, team.isEmpty() ? null : team, me);
        model.addAttribute("contracts", lists.stream().map(WaitingKey::contractRef).distinct().sorted()
                .map(ref -> new Choice(ref, tracker.title(ref), ref.equals(contract))).toList());
        model.addAttribute("teams", lists.stream().map(WaitingKey::team).distinct().sorted()
                .map(id -> new Choice(id, referrals.teamName(id), id.equals(team))).toList());
        model.addAttribute("groups", groups(rows));
        model.addAttribute("cut", rows.size() == WaitingList.MOST);
        model.addAttribute("jumps", waitingList.jumps(me).stream().filter(jump -> (contract.isEmpty() || jump.contractRef().equals(contract))
                && (team.isEmpty() || jump.team().equals(team))).toList());
        model.addAttribute("all", lists.size());
        model.addAttribute("wide", true);
        return "waitinglist/list";
    }

    private List<Group> groups(List<WaitingRow> rows) {
        return rows.stream().map(row -> row.contractRef() + " " + row.team()).distinct().map(key -> {
            var mine = rows.stream().filter(row -> key.equals(row.contractRef() + " " + row.team())).map(row -> new Line(row,
                    row.reviewDue().isBefore(clock.today()), row.jumpedBy() == null ? "" : actors.nameOf(row.jumpedBy()))).toList();
            var first = mine.get(0).row();
            return new Group(tracker.title(first.contractRef()), referrals.teamName(first.team()), mine);
        }).toList();
    }

    /** One choice of a filter. */
    record Choice(String value, String label, boolean chosen) {}

    /** The list of one contract and team: positions count within it. */
    record Group(String contract, String team, List<Line> lines) {}

    /** One waiting person. */
    record Line(WaitingRow row, boolean reviewOverdue, String jumpedBy) {}
}
