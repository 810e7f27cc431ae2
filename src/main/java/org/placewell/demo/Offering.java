package org.placewell.demo;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.placewell.caseload.RoomView;
import org.placewell.security.Actor;
import org.placewell.security.Role;

/** How team leaders give places away: down the list in its order, as long as a specialist has room; then again a week later. */
final class Offering {

    private static final String REASON = "Next on the list who can start now, with the specialist who has room";
    private final Services services;
    private final Walker walker;
    private final Map<String, Life> lives;
    private final Set<String> planned = new HashSet<>();

    Offering(Services services, Walker walker, Map<String, Life> lives) {
        this.services = services;
        this.walker = walker;
        this.lives = lives;
    }

    /** The person can take a place from that day on. */
    void readyFrom(Life life, LocalDate day) {
        life.readyFrom = day;
        look(life.contract, day);
    }

    private void look(String contract, LocalDate day) {
        if (planned.add(contract + day)) {
            walker.plan(day, "offerPlace", () -> offer(contract));
        }
    }

    private void offer(String contract) {
        var today = services.clock().today();
        var company = walker.company(contract);
        var leader = company.with(Role.TEAM_LEADER).get(0);
        for (var row : services.waiting().positions(contract, company.team(), leader)) {
            var life = lives.get(row.referralRef());
            if (row.offered() || life == null || life.heldBack || life.readyFrom == null || life.readyFrom.isAfter(today)) {
                continue;
            }
            var room = room(company.team(), leader);
            if (room == null) {
                look(contract, today.plusDays(7));
                return;
            }
            walker.attempt("offerPlace", () -> services.caseload().offerPlace(row.referralRef(), room.username(), REASON, leader));
        }
    }

    private RoomView room(String team, Actor leader) {
        return services.caseload().room(team, leader).stream().filter(one -> one.room() > 0 && one.away().isEmpty()).findFirst().orElse(null);
    }
}
