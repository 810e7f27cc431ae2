package org.placewell.caseload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.contract.Contracts;
import org.placewell.notification.Notifications;
import org.placewell.referral.AboutPerson;
import org.placewell.referral.NewReferral;
import org.placewell.referral.Referrals;
import org.placewell.security.Actor;
import org.placewell.security.Grant;
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
import org.placewell.waitinglist.WaitingList;
import org.placewell.workflow.WorkItems;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Days away and who covers, who suits whom, and the place in line after refusals: on the running program. */
@PlacewellTest
class AbsencesTest {

    /** The rights of a cover follow the database's own day. */
    private static final LocalDate TODAY = LocalDate.now(MovableClock.LONDON);

    @Autowired
    World world;
    @Autowired
    Cases cases;
    @Autowired
    Referring referring;
    @Autowired
    ProcessDriver driver;
    @Autowired
    Absences absences;
    @Autowired
    Caseload caseload;
    @Autowired
    WaitingList waitingList;
    @Autowired
    Referrals referrals;
    @Autowired
    WorkItems items;
    @Autowired
    Notifications notifications;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    People people;
    @Autowired
    Contracts contracts;
    @Autowired
    MovableClock clock;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    FlywayConnectionDetails owner;
    @LocalServerPort
    int port;
    World.Service service;

    @BeforeEach
    void begin() {
        clock.stopAt(TODAY);
        service = world.under("mhep-haringey-barnet");
    }

    @Test
    @DisplayName("Whoever covers sees the caseload and does its tasks on those days and no longer; on return nothing is lost")
    void cover() {
        var ref = cases.inSupport(service);
        var cover = service.specialistB();
        var task = driver.open("vocationalProfile", ref);
        assertThat(sees(cover, ref)).isFalse();
        absences.plan(service.team(), service.specialist().username(), TODAY, TODAY.plusDays(3), cover.username(), service.leader());
        assertThat(sees(cover, ref)).isTrue();
        assertThat(items.open(task.taskId(), cover)).isPresent();
        assertThat(items.inbox(cover, null, 50, 0)).extracting(item -> item.taskId()).contains(task.taskId());
        assertThat(items.open(task.taskId(), service.specialist())).as("the absent one still may").isPresent();
        leaveOf(world.under("mhep-haringey-barnet").team());
        assertThat(sees(cover, ref)).as("the leave of another team opens nothing here").isFalse();
        assertThat(items.open(task.taskId(), cover)).isEmpty();
        leaveOf(service.team());
        assertThat(Visitor.at(port, cover).get("/caseload").text()).contains("On those days their people and tasks are here with yours");
        driver.submit("vocationalProfile", ref, Map.of("workWanted", "Garden work", "skills", "Plants", "hoursWanted", "from16", "travel", "Bus",
                "supportAtWork", "A quiet start", "disclosure", "no", "completedOn", TODAY.toString(), "signed", "yes"), cover);
        var leave = absences.of(service.team(), service.leader()).get(0);
        absences.end(String.valueOf(leave.id()), service.leader());
        assertThat(sees(cover, ref)).isFalse();
        assertThatThrownBy(() -> referrals.visible(ref, cover)).isInstanceOf(Problem.NotFound.class);
        assertThat(items.open(driver.open("benefitsAdvice", ref).taskId(), cover)).isEmpty();
        assertThat(driver.open("benefitsAdvice", ref).assignee()).isEqualTo(service.specialist().username());
        assertThat(jdbc.sql("select count(*) from vocational_profile where referral_ref = ? and completed_on is not null").param(ref).query(Long.class).single())
                .as("what the cover recorded stays").isEqualTo(1);
        assertThat(caseload.history(ref)).as("nothing was moved").hasSize(1);
        assertThatThrownBy(() -> absences.end(String.valueOf(leave.id()), service.leader())).isInstanceOf(Problem.Stale.class);
    }

    @Test
    @DisplayName("What is told to a specialist who is away is told to whoever covers, with the name of the one away, and to nobody else")
    void messages() {
        var ref = cases.inSupport(service);
        absences.plan(service.team(), service.specialist().username(), TODAY, TODAY.plusDays(3), service.specialistB().username(), service.leader());
        var elsewhere = cases.inSupport(world.under("mhep-haringey-barnet"));
        transaction.executeWithoutResult(status -> {
            notifications.tell(service.specialist().username(), "dischargedSupportGoesOn", ref, "cover:" + ref);
            notifications.tell(service.specialist().username(), "dischargedSupportGoesOn", ref, "cover:" + ref);
            notifications.tell(service.specialist().username(), "dischargedSupportGoesOn", elsewhere, "cover:" + elsewhere);
        });
        var letters = Visitor.at(port, service.specialistB()).get("/messages").text();
        assertThat(letters).contains("The clinical team has discharged this person", "For " + service.specialist().name() + ", who is away");
        assertThat(jdbc.sql("select case_ref || ' ' || stands_in_for from message where username = ?").param(service.specialistB().username())
                .query(String.class).list()).as("once, and not about a case that the cover cannot open")
                .containsExactly(ref + " " + service.specialist().username());
        assertThat(Visitor.at(port, service.specialist()).get("/messages").text()).contains("has discharged this person").doesNotContain("who is away");
    }

    @Test
    @DisplayName("What the one away had not read before is shown to whoever covers, about the people covered for, until it is read; it stays new for the one away")
    void unreadFromBefore() {
        var ref = cases.inSupport(service);
        var elsewhere = cases.inSupport(world.under("mhep-haringey-barnet"));
        var who = service.specialist().username();
        transaction.executeWithoutResult(status -> {
            notifications.tell(who, "dischargedSupportGoesOn", ref, "before:" + ref);
            notifications.tell(who, "dischargeWasMistake", ref, "read:" + ref);
            notifications.tell(who, "dischargedSupportGoesOn", elsewhere, "before:" + elsewhere);
            jdbc.sql("update message set read_at = now() where dedupe_key = ?").param("read:" + ref + ":" + who).update();
            notifications.tell(who, "dischargeWasMistake", ref, "old:" + ref);
            jdbc.sql("update message set created_at = now() - interval '32 days' where dedupe_key = ?").param("old:" + ref + ":" + who).update();
        });
        var cover = Visitor.at(port, service.specialistB());
        assertThat(cover.get("/messages").text()).doesNotContain("Not yet read by colleagues", ref);
        absences.plan(service.team(), who, TODAY, TODAY.plusDays(3), service.specialistB().username(), service.leader());
        transaction.executeWithoutResult(status -> notifications.tell(who, "handedOver", ref, "during:" + ref));
        assertThat(cover.get("/messages").text()).contains("Not yet read by colleagues", "The clinical team has discharged this person",
                "To " + service.specialist().name(), "For " + service.specialist().name()).doesNotContain("by mistake", "??")
                .containsOnlyOnce("To " + service.specialist().name());
        assertThat(jdbc.sql("select count(*) from message where username = ?").param(service.specialistB().username()).query(Long.class).single())
                .as("shown, not copied; what came during the absence is told once").isEqualTo(1);
        var own = Visitor.at(port, service.specialist());
        assertThat(own.get("/messages").text()).contains("Mark 4 as read");
        own.post("/messages");
        assertThat(cover.get("/messages").text()).doesNotContain("Not yet read by colleagues");
        transaction.executeWithoutResult(status -> jdbc.sql("update message set read_at = null where username = ?").param(who).update());
        assertThat(cover.get("/messages").text()).contains("Not yet read by colleagues");
        absences.end(String.valueOf(absences.of(service.team(), service.leader()).get(0).id()), service.leader());
        assertThat(cover.get("/messages").text()).doesNotContain("Not yet read by colleagues");
    }

    @Test
    @DisplayName("Who leads a team for one contract of several gives places to its people, and decides nothing that concerns the others")
    void oneContract() {
        people.route(service.clinicalTeam(), "the-link", service.team());
        var partly = new Actor(service.leader().username(), "Partly", service.leader().grants().stream()
                .map(grant -> new Grant(grant.role(), grant.organisation(), grant.team(), "the-link")).toList());
        var ref = referring.waiting(service);
        assertThat(caseload.room(service.team(), partly)).hasSize(2);
        assertThatThrownBy(() -> caseload.offerPlace(ref, service.specialist().username(), "", partly)).isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> caseload.fits(ref, partly)).isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> absences.plan(service.team(), service.specialist().username(), TODAY, TODAY, "", partly)).isInstanceOf(Problem.Forbidden.class);
        assertThatThrownBy(() -> caseload.setCapacity(service.specialist().username(), service.team(), 50, partly)).isInstanceOf(Problem.Forbidden.class);
        var both = new Actor(partly.username(), "Both", java.util.stream.Stream.of("the-link", "mhep-haringey-barnet")
                .map(contract -> new Grant(Role.TEAM_LEADER, partly.grants().get(0).organisation(), service.team(), contract)).toList());
        caseload.setCapacity(service.specialist().username(), service.team(), 50, both);
        caseload.offerPlace(ref, service.specialist().username(), "", both);
    }

    @Test
    @DisplayName("Nobody is offered to a specialist who will be away for long when support would begin; a caseload from other clinical teams needs a reason")
    void laterAndNinety() {
        var first = service.specialist().username();
        var begins = TODAY.plusDays(contracts.inForce(service.contract(), TODAY).deadlines().offerDays());
        absences.plan(service.team(), first, begins.minusDays(1), begins.plusDays(9), "", service.leader());
        var ref = referring.waiting(service);
        refused("away", () -> caseload.offerPlace(ref, first, "They asked for each other", service.leader()));
        assertThat(Visitor.at(port, service.leader()).get("/caseload").text()).contains("Places in the weeks to come", "Nobody is offered to a specialist who will be away");
        people.team("far-" + service.clinicalTeam(), "trust" + service.number(), "Far clinic", "CLINICAL");
        people.route("far-" + service.clinicalTeam(), service.contract(), service.team());
        var other = service.specialistB().username();
        caseload.describeSpecialist(other, service.team(), List.of(), "", List.of("far-" + service.clinicalTeam()), service.leader());
        refused("team-share", () -> caseload.offerPlace(ref, other, "", service.leader()));
        caseload.offerPlace(ref, other, "", "The only one who is here", service.leader());
        assertThat(caseload.history(ref).get(0).choiceReason()).isEqualTo("The only one who is here");
    }

    @Test
    @DisplayName("Before the first day and after the last day the cover sees nothing")
    void days() {
        var ref = cases.inSupport(service);
        absences.plan(service.team(), service.specialist().username(), TODAY.plusDays(1), TODAY.plusDays(3), service.specialistB().username(), service.leader());
        assertThat(sees(service.specialistB(), ref)).isFalse();
        jdbc.sql("""
                        insert into specialist_leave (specialist, team_id, from_day, until_day, cover, recorded_by, recorded_at)
                        values (?, ?, ?, ?, ?, 'test', now())""")
                .params(service.specialist().username(), service.team(), TODAY.minusDays(9), TODAY.minusDays(1), service.specialistB().username()).update();
        assertThat(sees(service.specialistB(), ref)).isFalse();
        var planned = absences.of(service.team(), service.leader());
        assertThat(planned).hasSize(1);
        absences.end(String.valueOf(planned.get(0).id()), service.leader());
        assertThat(absences.of(service.team(), service.leader())).as("called off").isEmpty();
        absences.plan(service.team(), service.specialist().username(), TODAY.plusDays(1), TODAY.plusDays(3), "", service.leader());
    }

    @Test
    @DisplayName("Days that do not fit, a cover who is away, a ring of covers, another team and an id that is none are refused with the way on")
    void refusals() {
        var who = service.specialist().username();
        var cover = service.specialistB().username();
        refused("past-date", () -> absences.plan(service.team(), who, TODAY.minusDays(1), TODAY, cover, service.leader()));
        refused("before-start", () -> absences.plan(service.team(), who, TODAY.plusDays(1), TODAY, cover, service.leader()));
        refused("too-far", () -> absences.plan(service.team(), who, TODAY, TODAY.plusDays(400), cover, service.leader()));
        refused("same", () -> absences.plan(service.team(), who, TODAY, TODAY, who, service.leader()));
        refused("not-in-team", () -> absences.plan(service.team(), who, TODAY, TODAY, service.leader().username(), service.leader()));
        absences.plan(service.team(), who, TODAY, TODAY.plusDays(5), cover, service.leader());
        refused("overlap", () -> absences.plan(service.team(), who, TODAY.plusDays(5), TODAY.plusDays(9), "", service.leader()));
        refused("covers", () -> absences.plan(service.team(), cover, TODAY.plusDays(2), TODAY.plusDays(2), "", service.leader()));
        absences.plan(service.team(), who, TODAY.plusDays(8), TODAY.plusDays(9), "", service.leader());
        refused("cover-away", () -> absences.plan(service.team(), cover, TODAY.plusDays(7), TODAY.plusDays(8), who, service.leader()));
        var other = world.under("mhep-haringey-barnet");
        assertThatThrownBy(() -> absences.plan(service.team(), who, TODAY, TODAY, "", other.leader())).isInstanceOf(Problem.NotFound.class);
        var id = String.valueOf(absences.of(service.team(), service.leader()).get(0).id());
        assertThatThrownBy(() -> absences.end(id, other.leader())).isInstanceOf(Problem.NotFound.class);
        for (var wrong : List.of("abc", "0", "99999999999999999999", "")) {
            assertThatThrownBy(() -> absences.one(wrong, service.leader())).isInstanceOf(Problem.NotFound.class);
        }
    }

    @Test
    @DisplayName("Nobody gets a place with a specialist who is away, and the best match comes first with its reasons; another choice needs a reason")
    void match() {
        var leader = service.leader();
        caseload.describeSpecialist(service.specialistB().username(), service.team(), List.of("so"), "woman", List.of(service.clinicalTeam()), leader);
        var someone = Referring.someone(service);
        var ref = referring.waiting(service, new NewReferral(someone.contractRef(), someone.clinicalTeam(), someone.who(), someone.work(), someone.health(),
                someone.consents(), new AboutPerson("", "", new AboutPerson.Wishes(List.of("so"), "", "", "woman"))));
        var fits = caseload.fits(ref, leader);
        assertThat(fits.get(0).who().username()).isEqualTo(service.specialistB().username());
        assertThat(fits.get(0).reasons()).contains("speaks Somali", "is a woman, as the person wishes", "belongs to the person’s clinical team");
        var visitor = Visitor.at(port, leader);
        assertThat(visitor.get("/do/offerPlace/" + ref).text()).contains("best match: belongs to the person’s clinical team", "Who suits them",
                "does not speak Somali");
        var page = visitor.post("/do/offerPlace/" + ref, "_action", "send", "specialist", service.specialist().username(), "reason", "", "choiceReason", "");
        assertThat(page.status()).isGreaterThanOrEqualTo(400);
        assertThat(page.text()).contains("suits this person better");
        absences.plan(service.team(), service.specialistB().username(), TODAY, TODAY, service.specialist().username(), leader);
        refused("away", () -> caseload.offerPlace(ref, service.specialistB().username(), "", leader));
        assertThat(visitor.get("/caseload").text()).contains("away until", "covers", "Plan days away");
        caseload.offerPlace(ref, service.specialist().username(), "", leader);
        assertThat(caseload.history(ref).get(0).fit()).contains("does not speak Somali");
        for (var form : List.of("planAbsence", "describeSpecialist", "setCapacity")) {
            assertThat(visitor.get("/do/" + form + "/" + service.team()).status()).as(form).isEqualTo(200);
        }
        refused("too-many", () -> caseload.describeSpecialist(service.specialist().username(), service.team(), List.of(), "",
                List.of("a", "b", "c"), leader));
        refused("not-served", () -> caseload.describeSpecialist(service.specialist().username(), service.team(), List.of(), "", List.of("a"), leader));
    }

    @Test
    @DisplayName("Two refused places keep the place in line, a third puts the person at the end of their priority; the wait stays as long as it is")
    void placeInLine() {
        var first = referring.waiting(service);
        var second = referring.waiting(service);
        var ahead = waitingList.view(first, service.leader()).orElseThrow().position() == 1 ? first : second;
        var behind = ahead.equals(first) ? second : first;
        clock.stopAt(TODAY.plusDays(10));
        for (int refusal = 1; refusal <= 3; refusal++) {
            assertThat(waitingList.view(ahead, service.leader()).orElseThrow().position()).as("before refusal %d", refusal).isEqualTo(1);
            caseload.offerPlace(ahead, service.specialist().username(), "", service.leader());
            driver.runDue(ahead);
            assertThat(driver.waitsAt(ahead)).contains("respondToOffer");
            referring.answer(service, ahead, "keepsPlace", clock.today());
        }
        var view = waitingList.view(ahead, service.leader()).orElseThrow();
        assertThat(view.position()).isEqualTo(2);
        assertThat(view.joinedOn()).isEqualTo(TODAY);
        assertThat(view.lineSince()).isEqualTo(TODAY.plusDays(10));
        assertThat(view.refusals()).as("counted anew").isZero();
        assertThat(waitingList.view(behind, service.leader()).orElseThrow().position()).isEqualTo(1);
        waitingList.jump(ahead, 1, "An interview next Tuesday", service.leader());
        assertThat(waitingList.jumps(service.leader())).extracting(jump -> jump.what() + ": " + jump.reason()).containsExactly("Priority " + view.priority() + " to 1: An interview next Tuesday");
        assertThat(Visitor.at(port, service.leader()).get("/waiting-list").text()).contains("Out of turn in the last 12 months", "An interview next Tuesday",
                "Changed from " + view.priority() + " by", "At the end of this priority since");
        assertThat(waitingList.jumps(world.under("mhep-haringey-barnet").leader())).isEmpty();
    }

    @Test
    @DisplayName("A review of a wait keeps the attempt to reach the person")
    void reviewed() {
        var ref = referring.waiting(service);
        driver.letTimePass(TODAY.plusWeeks(14), ref);
        driver.submit("reviewWaiting", ref, Map.of("tried", "yes", "triedOn", clock.today().toString(), "channel", "letter", "reached", "no", "reviewAnswer",
                "stillWaiting"), service.leader());
        assertThat(waitingList.view(ref, service.leader()).orElseThrow().attempts()).extracting(one -> one.channel() + one.reached()).containsExactly("letterfalse");
    }

    private void leaveOf(String team) {
        // The program never moves a leave to another team, and may not: the owner of the tables does it here.
        JdbcClient.create(new DriverManagerDataSource(owner.getJdbcUrl(), owner.getUsername(), owner.getPassword()))
                .sql("update specialist_leave set team_id = ? where specialist = ?").params(team, service.specialist().username()).update();
    }

    private boolean sees(Actor actor, String ref) {
        return caseload.board(actor, Role.SPECIALIST).stream().anyMatch(row -> row.referralRef().equals(ref));
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
