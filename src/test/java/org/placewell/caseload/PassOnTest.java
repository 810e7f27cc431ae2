package org.placewell.caseload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.referral.Referrals;
import org.placewell.security.Actors;
import org.placewell.security.People;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.support.Cases;
import org.placewell.support.PlacewellTest;
import org.placewell.support.ProcessDriver;
import org.placewell.support.Referring;
import org.placewell.support.Visitor;
import org.placewell.support.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A whole caseload passed on to colleagues, on the running program. */
@PlacewellTest
class PassOnTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Autowired
    World world;
    @Autowired
    Cases cases;
    @Autowired
    Referring referring;
    @Autowired
    ProcessDriver driver;
    @Autowired
    PassOn passOn;
    @Autowired
    Caseload caseload;
    @Autowired
    Absences absences;
    @Autowired
    People people;
    @Autowired
    Actors actors;
    @Autowired
    Referrals referrals;
    @Autowired
    MovableClock clock;
    @Autowired
    JdbcClient jdbc;
    @LocalServerPort
    int port;
    private World.Service service;
    private String from;
    private String to;

    @BeforeEach
    void monday() {
        clock.stopAt(MONDAY);
        service = world.under("mhep-haringey-barnet");
        from = service.specialist().username();
        to = service.specialistB().username();
    }

    @Test
    @DisplayName("Whoever is supported and whoever has only an offer goes over with open tasks; the colleague answers the offer and is told")
    void everybody() {
        var supported = cases.inSupport(service);
        var offered = referring.waiting(service);
        caseload.offerPlace(offered, from, "", service.leader());
        driver.runDue(offered);
        var plan = passOn.look(service.team(), from, List.of(to), service.leader());
        assertThat(plan.people()).extracting(PassOnView.Row::referralRef).containsExactlyInAnyOrder(supported, offered);
        assertThat(plan.people()).allSatisfy(row -> {
            assertThat(row.suggested()).isEqualTo(to);
            assertThat(row.fits().get(0).reasons()).contains("of 20 places free");
        });
        assertThat(referrals.get(supported).specialist()).as("a look changes nothing").isEqualTo(from);
        clock.stopAt(MONDAY.plusDays(2));
        assertThat(passOn.pass(service.team(), from, Map.of(supported, to, offered, to), "Joel leaves us", service.leader())).isEqualTo(2);
        assertThat(caseload.place(supported).orElseThrow()).satisfies(place -> {
            assertThat(place.specialist()).isEqualTo(to);
            assertThat(place.status()).isEqualTo(PlaceStatus.OPEN);
            assertThat(place.choiceReason()).isEqualTo("Joel leaves us");
        });
        assertThat(caseload.history(supported)).as("the old place stays in the history").hasSize(2);
        assertThat(caseload.board(service.specialistB(), Role.SPECIALIST)).filteredOn(row -> row.referralRef().equals(supported)).singleElement()
                .satisfies(row -> assertThat(row.since()).as("since support began, not since it went over").isEqualTo(MONDAY));
        assertThat(driver.open("vocationalProfile", supported).assignee()).isEqualTo(to);
        driver.submit("respondToOffer", offered, Map.of("offerAnswer", "accepted", "leaveReason", "foundWork", "reachedOn", MONDAY.toString(), "channel", "phone"),
                service.specialistB());
        assertThat(caseload.place(offered).orElseThrow().status()).isEqualTo(PlaceStatus.OPEN);
        assertThat(passOn.look(service.team(), from, List.of(to), service.leader()).people()).isEmpty();
        assertThat(jdbc.sql("select case_ref from message where username = ? and template = 'casePassedOn' order by 1").param(to).query(String.class).list())
                .containsExactlyInAnyOrder(supported, offered);
    }

    @Test
    @DisplayName("When a colleague cannot take one of them nobody moves, and the page names the person, keeps the choices and says the way on")
    void allOrNothing() {
        caseload.setCapacity(to, service.team(), 10, service.leader());
        var refs = List.of(cases.inSupport(service), cases.inSupport(service), cases.inSupport(service));
        var leader = Visitor.at(port, service.leader());
        var page = leader.get("/caseload/" + service.team() + "/pass-on?from=" + from + "&to=" + to + "&look=yes").text();
        assertThat(page).contains("Who goes to whom, and why", "None of them can take this person", "Would get");
        var sent = leader.post("/caseload/" + service.team() + "/pass-on", "from", from, "to", to, "reason", "Joel leaves us", "choice." + refs.get(0), to,
                "choice." + refs.get(1), to, "choice." + refs.get(2), to);
        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.text()).contains("Ada Example: ", "has no room: 2 of 2 places are taken");
        assertThat(refs).allSatisfy(ref -> assertThat(referrals.get(ref).specialist()).isEqualTo(from));
        sent = leader.post("/caseload/" + service.team() + "/pass-on", "from", from, "to", to, "reason", "Joel leaves us", "choice." + refs.get(0), to,
                "choice." + refs.get(1), to, "choice." + refs.get(2), "-stays");
        assertThat(sent.status()).isEqualTo(302);
        assertThat(leader.follow().text()).contains("2 people are with another specialist now", "Stays with " + service.specialist().name(), "what remains to be done");
        assertThat(refs.stream().map(ref -> referrals.get(ref).specialist())).containsExactly(to, to, from);
    }

    @Test
    @DisplayName("What does not go with a caseload is said with who sees to it, and with a link only for whoever leads the whole team")
    void remains() {
        var leaver = service.specialist();
        absences.plan(service.team(), to, MONDAY.plusDays(7), MONDAY.plusDays(8), from, service.leader());
        absences.plan(service.team(), from, MONDAY.plusDays(14), MONDAY.plusDays(15), to, service.leader());
        absences.plan(service.team(), from, MONDAY.plusDays(21), MONDAY.plusDays(22), "", service.leader());
        var left = passOn.look(service.team(), from, List.of(to), service.leader()).left();
        assertThat(left).extracting(PassOnView.Left::words).satisfiesExactly(
                covers -> assertThat(covers).startsWith("Covers for " + service.specialistB().name() + " from 9 March 2026"),
                away -> assertThat(away).startsWith("Is away from 16 March 2026").contains(service.specialistB().name() + " covers"),
                harmless -> assertThat(harmless).startsWith("Is away from 23 March 2026").contains("no harm"),
                offers -> assertThat(offers).contains("nobody new is offered"),
                login -> assertThat(login).contains("no page does that"));
        assertThat(left).extracting(PassOnView.Left::path).satisfiesExactly(one -> assertThat(one).startsWith("/do/endAbsence/"),
                one -> assertThat(one).startsWith("/do/endAbsence/"), one -> assertThat(one).isEmpty(),
                one -> assertThat(one).isEqualTo("/do/planAbsence/" + service.team()), one -> assertThat(one).isEmpty());
        var page = "/caseload/" + service.team() + "/pass-on?look=yes&from=" + from + "&to=" + to;
        var leader = Visitor.at(port, service.leader());
        assertThat(leader.get(page).text()).contains("Nobody is on this caseload", "If " + leaver.name() + " leaves: what remains to be done", "End these days away")
                .doesNotContain("Ask whoever leads", "??");
        assertThat(leader.get(left.get(1).path()).status()).isEqualTo(200);
        people.route(service.clinicalTeam(), "mhep-tower-hamlets-mh", service.team());
        var name = "partleader" + service.number();
        people.person(name, "Part leader", "correct horse battery", false);
        people.grant(name, Role.TEAM_LEADER, service.leader().grants().get(0).organisation(), service.team(), service.contract());
        assertThat(Visitor.at(port, actors.find(name).orElseThrow()).get(page).text()).contains("what remains to be done", "Ask whoever leads the whole team")
                .doesNotContain("End these days away", "/do/planAbsence/" + service.team() + "\">Plan days away");
    }

    @Test
    @DisplayName("Nobody chosen, no reason, somebody of another team, a list that has changed, and another team's leader are refused")
    void refused() {
        var ref = cases.inSupport(service);
        var other = world.under("mhep-haringey-barnet");
        refused("to", () -> passOn.look(service.team(), from, List.of(), service.leader()));
        refused("to", () -> passOn.look(service.team(), from, List.of(from), service.leader()));
        refused("specialist", () -> passOn.look(service.team(), "", List.of(to), service.leader()));
        refused("specialist", () -> passOn.look(service.team(), from, List.of(other.specialist().username()), service.leader()));
        refused("reason", () -> passOn.pass(service.team(), from, Map.of(ref, to), " ", service.leader()));
        refused("reason", () -> passOn.pass(service.team(), from, Map.of(ref, ""), "Joel leaves us", service.leader()));
        refused("reason", () -> passOn.pass(service.team(), from, Map.of("R-0000000", to), "Joel leaves us", service.leader()));
        assertThatThrownBy(() -> passOn.look(service.team(), from, List.of(to), other.leader())).isInstanceOf(Problem.NotFound.class);
        var visitor = Visitor.at(port, service.leader());
        assertThat(visitor.get("/caseload/" + service.team() + "/pass-on").status()).isEqualTo(200);
        var missing = visitor.get("/caseload/" + service.team() + "/pass-on?look=yes&from=" + from);
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.text()).contains("Choose at least one colleague");
        assertThat(referrals.get(ref).specialist()).isEqualTo(from);
    }

    private static void refused(String field, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.field()).isEqualTo(field));
    }
}
