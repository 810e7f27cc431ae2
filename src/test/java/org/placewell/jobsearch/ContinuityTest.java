package org.placewell.jobsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.claim.ClaimStatus;
import org.placewell.claim.Claims;
import org.placewell.claim.MoneyWorld;
import org.placewell.evidence.Evidence;
import org.placewell.referral.EndReason;
import org.placewell.referral.NewReferral;
import org.placewell.referral.OtherReferrals;
import org.placewell.referral.ReferralStatus;
import org.placewell.referral.Referrals;
import org.placewell.security.Actor;
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
import org.placewell.workflow.WorkItem;
import org.placewell.workflow.WorkItems;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlacewellTest
@DisplayName("Support that outlasts a discharge, handovers, deaths and people who come back")
class ContinuityTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    @Autowired World world;
    @Autowired MoneyWorld money;
    @Autowired Cases cases;
    @Autowired People people;
    @Autowired Actors actors;
    @Autowired Referring referring;
    @Autowired Continuity continuity;
    @Autowired JobSearch jobSearch;
    @Autowired Referrals referrals;
    @Autowired OtherReferrals others;
    @Autowired MovableClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired Claims claims;
    @Autowired Evidence evidence;
    @Autowired WorkItems items;
    @Autowired ProcessDriver driver;
    @LocalServerPort int port;
    World.Service service;

    @BeforeEach
    void stop() {
        clock.stopAt(DAY);
        service = world.under("mhep-haringey-barnet");
    }

    @Test
    @DisplayName("Discharge from the clinical team is an event: support goes on, the contact about health changes, the specialist is told")
    void dischargeGoesOn() {
        var ref = cases.searching(service);
        refused("endReason", "support-goes-on", () -> referrals.endEarly(ref, EndReason.DISCHARGED, DAY, service.clinician()));
        refused("contactName", "required", () -> continuity.recordDischarge(ref, new Discharge(DAY, "GP", " ", ""), service.clinician()));
        continuity.recordDischarge(ref, new Discharge(DAY, "GP", "Park Surgery", "01632 960 002"), service.clinician());
        assertThatThrownBy(() -> continuity.recordDischarge(ref, new Discharge(DAY, "GP", "Park Surgery ", "01632 960 002"), service.specialist()))
                .as("the same words once").isInstanceOf(Problem.Stale.class);
        assertThat(referrals.get(ref).status()).isEqualTo(ReferralStatus.IN_SUPPORT);
        assertThat(messages(service.specialist().username(), ref)).isEqualTo(1);
        assertThat(Visitor.at(port, service.specialist()).get("/clients/" + ref).text())
                .contains("support goes on. Contact about health since then: GP surgery: Park Surgery, 01632 960 002").doesNotContain("??");
        assertThatThrownBy(() -> continuity.recordDischarge(ref, new Discharge(DAY, "NOBODY", "", ""), service.specialistB())).isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> jdbc.sql("delete from clinical_discharge where referral_ref = ?").param(ref).update()).isInstanceOf(DataAccessException.class);
    }

    @Test
    @DisplayName("With another contact about health the referrer no longer opens the record; the clinician named for the other team does, until the next discharge")
    void clinicalTeamChanges() {
        var ref = cases.searching(service);
        var other = world.under("mhep-haringey-barnet").clinician();
        assertThat(continuity.clinicians(ref)).anySatisfy(one -> assertThat(one.username()).isEqualTo(other.username()))
                .noneSatisfy(one -> assertThat(one.username()).isEqualTo(service.clinician().username()));
        refused("clinician", "not-listed", () -> continuity.recordDischarge(ref, to(DAY,
                world.under("mhep-tower-hamlets-mh").clinician()), service.specialist()));
        continuity.recordDischarge(ref, new Discharge(DAY, "NOBODY", "", ""), service.clinician());
        assertThat(Visitor.at(port, service.clinician()).get("/referrals/" + ref).status()).as("somebody has to be reachable").isEqualTo(200);
        clock.stopAt(DAY.plusDays(1));
        var clinician = Visitor.at(port, service.clinician());
        clinician.get("/do/recordDischarge/" + ref);
        assertThat(clinician.post("/do/recordDischarge/" + ref, "_action", "send", "dischargedOn-day", "3", "dischargedOn-month", "3", "dischargedOn-year",
                "2026", "contact", "otherTeam", "contactName", "East team", "clinician", to(DAY, other).clinician() + "@" + to(DAY, other).team()).status()).isEqualTo(302);
        assertThat(clinician.follow().text()).doesNotContain(ref, "??");
        assertThat(clinician.get("/referrals/" + ref).status()).isEqualTo(404);
        var next = Visitor.at(port, other);
        assertThat(next.get("/referrals").text()).contains(ref);
        assertThat(next.get("/referrals/" + ref).status()).isEqualTo(200);
        assertThat(next.get("/clients/" + ref).status()).isEqualTo(200);
        clock.stopAt(DAY.plusDays(2));
        continuity.recordDischarge(ref, new Discharge(DAY.plusDays(2), "GP", "Park Surgery", ""), service.specialist());
        assertThat(next.get("/referrals/" + ref).status()).isEqualTo(404);
        referrals.endEarly(ref, EndReason.WITHDREW, DAY.plusDays(2), service.leader());
        referrals.recordEarlyEnd(ref);
        assertThat(jdbc.sql("select username from message where case_ref = ? and template = 'caseEndedEarly'").param(ref).query(String.class).list())
                .doesNotContain(service.clinician().username(), other.username());
    }

    @Test
    @DisplayName("A discharge recorded wrongly is put right by the next word, whatever day it names; one by mistake is taken back")
    void latestWordStands() {
        var ref = cases.searching(service);
        var wrong = world.under("mhep-haringey-barnet").clinician();
        var right = world.under("mhep-haringey-barnet").clinician();
        refused("contact", "no-discharge", () -> continuity.dischargeWasMistake(ref, service.specialist()));
        continuity.recordDischarge(ref, to(DAY, wrong), service.clinician());
        continuity.recordDischarge(ref, to(DAY, right), service.specialist());
        assertThat(opens(ref, service.clinician(), wrong, right)).containsExactly(404, 404, 200);
        continuity.recordDischarge(ref, new Discharge(DAY, "NOBODY", "", ""), service.specialist());
        assertThat(opens(ref, service.clinician(), wrong, right)).containsExactly(200, 404, 404);
        clock.stopAt(DAY.plusDays(3));
        continuity.recordDischarge(ref, new Discharge(DAY.plusDays(2), "GP", "Park Surgery", ""), service.specialist());
        continuity.recordDischarge(ref, to(DAY.plusDays(1), right), service.specialist());
        assertThat(opens(ref, service.clinician(), wrong, right)).as("an earlier day, said later").containsExactly(404, 404, 200);
        var specialist = Visitor.at(port, service.specialist());
        specialist.get("/do/recordDischarge/" + ref);
        assertThat(specialist.post("/do/recordDischarge/" + ref, "_action", "send", "contact", "mistake").status()).isEqualTo(302);
        assertThat(specialist.follow().text()).doesNotContain("Discharged from the clinical team", "??");
        assertThat(opens(ref, service.clinician(), wrong, right)).containsExactly(200, 404, 404);
        assertThat(continuity.discharge(ref)).isEmpty();
        refused("contact", "no-discharge", () -> continuity.dischargeWasMistake(ref, service.clinician()));
        referrals.endEarly(ref, EndReason.WITHDREW, DAY.plusDays(3), service.leader());
        referrals.recordEarlyEnd(ref);
        assertThat(jdbc.sql("select username from message where case_ref = ? and template = 'caseEndedEarly'").param(ref).query(String.class).list())
                .contains(service.clinician().username()).doesNotContain(right.username());
    }

    @Test
    @DisplayName("When the clinician named at a discharge leaves, the clinicians of that team take over until the next word, and nobody else does")
    void namedClinicianLeaves() {
        var ref = cases.searching(service);
        var other = world.under("mhep-haringey-barnet");
        var trust = other.clinician().grants().get(0).organisation();
        var named = clinician("named", trust, other.clinicalTeam());
        var colleague = other.clinician();
        var formerColleague = clinician("former", service.clinician().grants().get(0).organisation(), service.clinicalTeam());
        people.team("next" + other.clinicalTeam(), trust, "Next door", "CLINICAL");
        var nextDoor = clinician("next", trust, "next" + other.clinicalTeam());
        continuity.recordDischarge(ref, to(DAY, named), service.clinician());
        var everybody = new Actor[] {named, colleague, service.clinician(), formerColleague, nextDoor};
        assertThat(opens(ref, everybody)).as("while the named one is there").containsExactly(200, 404, 404, 404, 404);
        jdbc.sql("update app_user set active = false where username = ?").param(named.username()).update();
        assertThat(opens(ref, colleague, service.clinician(), formerColleague, nextDoor)).as("the account has ended").containsExactly(200, 404, 404, 404);
        assertThat(Visitor.at(port, colleague).get("/referrals").text()).contains(ref + ", now with your team");
        jdbc.sql("update app_user set active = true where username = ?").param(named.username()).update();
        assertThat(opens(ref, everybody)).as("back again").containsExactly(200, 404, 404, 404, 404);
        jdbc.sql("delete from role_grant where username = ?").param(named.username()).update();
        assertThat(opens(ref, everybody)).as("no clinician any more").containsExactly(403, 200, 404, 404, 404);
        continuity.recordDischarge(ref, new Discharge(DAY, "GP", "Park Surgery", ""), colleague);
        assertThat(opens(ref, everybody)).as("the next word").containsExactly(403, 404, 404, 404, 404);
        assertThatThrownBy(() -> jdbc.sql("update clinical_discharge set to_team = null where referral_ref = ?").param(ref).update())
                .isInstanceOf(DataAccessException.class);
    }

    private static Discharge to(LocalDate on, Actor named) {
        return new Discharge(on, "OTHER_TEAM", "East team", "", named.username(), named.grants().get(0).team());
    }

    private Actor clinician(String name, String organisation, String team) {
        people.person(name + team, name, "correct horse battery", false);
        people.grant(name + team, Role.CLINICIAN, organisation, team, null);
        return actors.find(name + team).orElseThrow();
    }

    private List<Integer> opens(String ref, Actor... who) {
        return java.util.Arrays.stream(who).map(one -> Visitor.at(port, one).get("/referrals/" + ref).status()).toList();
    }

    @Test
    @DisplayName("Where the contract says that discharge ends support, it does; before support begins it ends the case everywhere")
    void dischargeEnds() {
        var strict = money.service(terms -> terms.replaceFirst("    trial: false", "    trial: false\n    service: { discharge-ends-support: true }"));
        var ref = money.inSupport(strict);
        assertThatThrownBy(() -> continuity.recordDischarge(ref, new Discharge(DAY, "NOBODY", "", ""), strict.specialist())).isInstanceOf(Problem.Stale.class);
        referrals.endEarly(ref, EndReason.DISCHARGED, DAY, strict.clinician());
        assertThat(referrals.get(ref).endReason()).isEqualTo(EndReason.DISCHARGED);
        var waiting = cases.waiting(service);
        continuity.recordDischarge(waiting, new Discharge(DAY, "NOBODY", "", ""), service.clinician());
        assertThat(referrals.get(waiting).status()).as("a discharge does not end the wait").isEqualTo(ReferralStatus.WAITING);
        assertThat(messages(service.leader().username(), waiting)).isEqualTo(1);
        var strictly = cases.waiting(strict);
        assertThatThrownBy(() -> continuity.recordDischarge(strictly, new Discharge(DAY, "NOBODY", "", ""), strict.clinician()))
                .isInstanceOf(Problem.Stale.class);
        referrals.endEarly(waiting, EndReason.DISCHARGED, DAY, service.clinician());
        assertThat(referrals.get(waiting).status()).isEqualTo(ReferralStatus.ENDED);
    }

    @Test
    @DisplayName("After a death nothing is planned, asked or reminded of: appointments are cancelled, drafts and unread messages are gone")
    void death() {
        var ref = cases.searching(service);
        jobSearch.recordAppointment(ref, DAY.plusDays(3), "VIDEO", Attendance.PLANNED, service.specialist());
        continuity.recordDischarge(ref, new Discharge(DAY, "NOBODY", "", ""), service.clinician());
        var specialist = Visitor.at(port, service.specialist());
        specialist.get("/do/recordScore/" + ref);
        specialist.post("/do/recordScore/" + ref, "_action", "save", "value", "9");
        assertThat(drafts(ref)).isEqualTo(1);
        assertThat(specialist.get("/do/recordDeath/" + ref).text()).contains("We are sorry", "Record that Ada Example has died");
        specialist.post("/do/recordDeath/" + ref, "_page", "1", "_action", "next", "diedOn-day", "2", "diedOn-month", "3", "diedOn-year", "2026");
        assertThat(referrals.get(ref).isOpen()).as("nothing is recorded before the answers are checked").isTrue();
        assertThat(specialist.follow().text()).contains("Check your answers", "Record that Ada Example has died", "2 March 2026");
        var sent = specialist.post("/do/recordDeath/" + ref, "_action", "send");
        assertThat(sent.status()).isEqualTo(302);
        var record = specialist.follow().text();
        assertThat(record).contains("died on 2 March 2026", "Planned appointments are cancelled").doesNotContain("Success", "Record an appointment", "??");
        assertThat(jobSearch.appointments(ref)).extracting(AppointmentView::outcome).containsOnly(Attendance.CANCELLED_BY_US);
        assertThat(drafts(ref)).isZero();
        assertThat(messages(service.specialist().username(), ref)).isZero();
        assertThat(specialist.get("/do/recordDeath/" + ref).status()).isEqualTo(409);
    }

    @Test
    @DisplayName("A death has one page: the general form for closing a case does not take it, and the clinician finds the page on the tracker")
    void onePageForADeath() {
        var ref = cases.searching(service);
        var clinician = Visitor.at(port, service.clinician());
        clinician.get("/do/endCase/" + ref);
        var refused = clinician.post("/do/endCase/" + ref, "_action", "send", "endReason", "died", "endedOn-day", "2", "endedOn-month", "3", "endedOn-year", "2026");
        assertThat(refused.text()).contains("Choose one of the answers listed for: Why does the case end?");
        assertThat(referrals.get(ref).isOpen()).isTrue();
        assertThat(clinician.get("/referrals/" + ref).text()).contains("Record that the person has died");
        assertThat(clinician.get("/do/recordDeath/" + ref).text()).contains("We are sorry", "Record that Ada Example has died");
        clinician.post("/do/recordDeath/" + ref, "_page", "1", "_action", "next", "diedOn-day", "2", "diedOn-month", "3", "diedOn-year", "2026");
        assertThat(clinician.follow().text()).contains("Check your answers");
        assertThat(clinician.post("/do/recordDeath/" + ref, "_action", "send").status()).isEqualTo(302);
        assertThat(clinician.follow().text()).contains("This case is closed. Nothing more will be sent about it").doesNotContain("Success", "refer the person again");
    }

    @Test
    @DisplayName("After a death nobody is asked for evidence; what is validated stays with finance, and what was not gathered ends quietly on its day")
    void evidenceRests() {
        var paid = money.service();
        var ref = money.inSupport(paid);
        var engaged = money.engaged(ref, paid);
        money.in(() -> claims.reserveAmount(engaged));
        money.job(ref, DAY, 20 * 60);
        money.changed(ref);
        driver.runDue(ref);
        var open = claims.ofReferral(ref).stream().filter(claim -> claim.status() == ClaimStatus.OPEN).findFirst().orElseThrow().ref();
        assertThat(asked(paid.specialist(), ref)).contains(open);
        assertThat(evidence.mine(paid.specialist())).extracting(one -> one.evidence().claimRef()).contains(open);
        referrals.endEarly(ref, EndReason.DIED, DAY, paid.leader());
        assertThat(asked(paid.specialist(), ref)).isEmpty();
        assertThat(evidence.mine(paid.specialist())).extracting(one -> one.evidence().claimRef()).doesNotContain(open);
        assertThat(claims.get(engaged).status()).as("with finance").isEqualTo(ClaimStatus.RESERVED);
        assertThat(driver.open("gatherEvidence", ref).taskId()).as("still on the record, for the leader who has the papers").isNotEmpty();
        driver.letTimePass(DAY.plusYears(2), ref);
        assertThat(claims.get(open).status()).isEqualTo(ClaimStatus.REJECTED);
        assertThat(jdbc.sql("select count(*) from message where username = ? and case_ref in (?, ?) and read_at is null")
                .params(paid.specialist().username(), ref, open).query(Long.class).single()).isZero();
    }

    private List<String> asked(Actor actor, String ref) {
        return items.list(actor, new WorkItems.Filter(null, null, clock.today()), 100, 0).stream().filter(item -> ref.equals(item.referralRef()))
                .map(WorkItem::caseRef).toList();
    }

    @Test
    @DisplayName("A handover needs the person's agreement, ends the case as moved and leaves one page for the next service, without clinical text")
    void handover() {
        var ref = cases.searching(service);
        cases.job(service, ref, DAY);
        var specialist = Visitor.at(port, service.specialist());
        var path = "/do/handOver/" + ref;
        specialist.get(path);
        var summary = new String[] {"_action", "send", "toService", "Leeds Works", "summary", "Settled in the garden.\nLikes mornings.",
            "handedOn-day", "2", "handedOn-month", "3", "handedOn-year", "2026"};
        assertThat(specialist.post(path, summary).text()).contains("only when the person agrees");
        var agreed = java.util.Arrays.copyOf(summary, summary.length + 2);
        agreed[summary.length] = "agreed";
        agreed[summary.length + 1] = "true";
        assertThat(specialist.post(path, agreed).status()).isEqualTo(302);
        assertThat(specialist.follow().text()).contains("Handover to Leeds Works", "Likes mornings", "Garden work", "Gardener", "Ada Example")
                .doesNotContain("Wants to work again", "999 7", "??");
        assertThat(referrals.get(ref).endReason()).isEqualTo(EndReason.TRANSFERRED);
        assertThat(specialist.get("/clients/" + ref).text()).contains("Handed over to Leeds Works");
        assertThat(Visitor.at(port, service.specialistB()).get("/clients/" + ref + "/handover").status()).isEqualTo(404);
        assertThat(specialist.get("/clients/" + cases.inSupport(service) + "/handover").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("A person who comes back: each record names the other; a referral elsewhere stays unknown")
    void comesBack() {
        var who = new NewReferral.Who(Referring.nhsNumber(), "", "Noor", "Return", LocalDate.of(1980, 1, 1), "01632 960001", "", "Haringey");
        var first = referring.waiting(service, Referring.someone(service, who));
        referring.offer(service, first);
        referring.answer(service, first, "accepted", DAY);
        referrals.endEarly(first, EndReason.WITHDREW, DAY, service.leader());
        clock.stopAt(DAY.plusMonths(3));
        var second = referring.refer(service, Referring.someone(service, who));
        var elsewhere = world.under("mhep-tower-hamlets-mh");
        var third = referring.refer(elsewhere, Referring.someone(elsewhere, who));
        assertThat(others.of(second, service.leader())).singleElement().satisfies(one -> {
            assertThat(one.ref()).isEqualTo(first);
            assertThat(one.endReason()).isEqualTo(EndReason.WITHDREW);
            assertThat(one.specialist()).isEqualTo(service.specialist().name());
            assertThat(one.opens()).isTrue();
        });
        assertThat(others.of(first, service.specialist())).singleElement().satisfies(one -> {
            assertThat(one.ref()).isEqualTo(second);
            assertThat(one.opens()).isFalse();
        });
        assertThat(others.of(third, elsewhere.leader())).isEmpty();
        assertThat(Visitor.at(port, service.leader()).get("/clients/" + second).text()).contains("Other referrals of this person", first, "earlier: referred");
        assertThat(Visitor.at(port, service.specialist()).get("/clients/" + first).text()).contains(second + " (ask your team leader)", "later: referred");
    }

    private long messages(String username, String ref) {
        return jdbc.sql("select count(*) from message where username = ? and case_ref = ? and template = 'dischargedSupportGoesOn' and read_at is null")
                .params(username, ref).query(Long.class).single();
    }

    private long drafts(String ref) {
        return jdbc.sql("select count(*) from form_draft where subject = ?").param(ref).query(Long.class).single();
    }

    private static void refused(String field, String code, ThrowingCallable command) {
        assertThatThrownBy(command).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.field()).isEqualTo(field);
            assertThat(problem.code()).isEqualTo(code);
        });
    }
}
