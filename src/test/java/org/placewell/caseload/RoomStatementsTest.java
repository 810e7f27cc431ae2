package org.placewell.caseload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.database.CountedStatements;
import org.placewell.security.Actors;
import org.placewell.security.People;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.placewell.support.Cases;
import org.placewell.support.PlacewellTest;
import org.placewell.support.Referring;
import org.placewell.support.Visitor;
import org.placewell.support.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** How many SQL statements it takes to look at a team: not more for many specialists, or for many people, than for few. */
@PlacewellTest
class RoomStatementsTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final int MORE = 5;

    @Autowired
    World world;
    @Autowired
    Cases cases;
    @Autowired
    Referring referring;
    @Autowired
    People people;
    @Autowired
    Actors actors;
    @Autowired
    Caseload caseload;
    @Autowired
    Absences absences;
    @Autowired
    PassOn passOn;
    @Autowired
    MovableClock clock;
    @Autowired
    CountedStatements statements;
    @LocalServerPort
    int port;

    @Test
    @DisplayName("The room of a team, who suits a person, a look at passing a caseload on and the board's page ask as much of seven specialists as of two")
    void everybodyAtOnce() {
        clock.stopAt(MONDAY);
        var service = world.under("mhep-haringey-barnet");
        var from = service.specialist().username();
        var to = service.specialistB().username();
        cases.inSupport(service);
        var waiting = referring.waiting(service);
        var leader = Visitor.at(port, service.leader());
        Map<String, Runnable> looks = Map.of(
                "room", () -> caseload.room(service.team(), service.leader()),
                "who suits", () -> caseload.fits(waiting, service.leader()),
                "pass on", () -> passOn.look(service.team(), from, List.of(to), service.leader()),
                "page", () -> assertThat(leader.get("/caseload").status()).isEqualTo(200));
        var few = counted(looks);
        for (int i = 0; i < MORE; i++) {
            var name = "colleague" + i + "of" + service.number();
            people.person(name, "Colleague " + i, "correct horse battery", false);
            people.grant(name, Role.SPECIALIST, service.leader().grants().get(0).organisation(), service.team(), null);
            caseload.describeSpecialist(name, service.team(), List.of("so"), "woman", List.of(service.clinicalTeam()), service.leader());
            caseload.transfer(cases.inSupport(service), name, "They know each other", service.leader());
            cases.inSupport(service);
            absences.plan(service.team(), name, MONDAY.plusDays(10 + i), MONDAY.plusDays(20), from, service.leader());
        }
        assertThat(caseload.room(service.team(), service.leader())).hasSize(2 + MORE)
                .filteredOn(room -> room.username().startsWith("colleague")).hasSize(MORE).allSatisfy(room -> {
                    assertThat(room.name()).startsWith("Colleague ");
                    assertThat(room.open()).isEqualTo(1);
                    assertThat(room.fromAttached()).isEqualTo(1);
                    assertThat(room.languages()).containsExactly("so");
                    assertThat(room.away()).hasSize(1);
                });
        assertThat(passOn.look(service.team(), from, List.of(to), service.leader()).people()).hasSize(1 + MORE);
        assertThat(actors.holding(Role.SPECIALIST, null, service.team())).allSatisfy(one -> assertThat(actors.find(one.username())).contains(one));
        assertThat(counted(looks)).isEqualTo(few);
        assertThat(few.get("room")).isPositive().isLessThan(10);
    }

    /** The least of three tries: another thread may ask something meanwhile. */
    private Map<String, Long> counted(Map<String, Runnable> looks) {
        var counts = new LinkedHashMap<String, Long>();
        looks.forEach((name, look) -> counts.put(name, LongStream.range(0, 3).map(i -> {
            long before = statements.count();
            look.run();
            return statements.count() - before;
        }).min().orElseThrow()));
        return counts;
    }
}
