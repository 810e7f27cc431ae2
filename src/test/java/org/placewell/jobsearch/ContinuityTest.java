package org.placewell.jobsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.claim.MoneyWorld;
import org.placewell.referral.EndReason;
import org.placewell.referral.NewReferral;
import org.placewell.referral.OtherReferrals;
import org.placewell.referral.ReferralStatus;
import org.placewell.referral.Referrals;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.support.Cases;
import org.placewell.support.PlacewellTest;
import org.placewell.support.Referring;
import org.placewell.support.Visitor;
import org.placewell.support.World;
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
    @Autowired Referring referring;
    @Autowired Continuity continuity;
    @Autowired JobSearch jobSearch;
    @Autowired Referrals referrals;
    @Autowired OtherReferrals others;
    @Autowired MovableClock clock;
    @Autowired JdbcClient jdbc;
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
        assertThatThrownBy(() -> continuity.recordDischarge(ref, new Discharge(DAY, "NOBODY", "", ""), service.specialist())).isInstanceOf(Problem.Stale.class);
        assertThat(referrals.get(ref).status()).isEqualTo(ReferralStatus.IN_SUPPORT);
        assertThat(messages(service.specialist().username(), ref)).isEqualTo(1);
        assertThat(Visitor.at(port, service.specialist()).get("/clients/" + ref).text())
                .contains("support goes on. Contact about health since then: GP surgery: Park Surgery, 01632 960 002").doesNotContain("??");
        assertThatThrownBy(() -> continuity.recordDischarge(ref, new Discharge(DAY, "NOBODY", "", ""), service.specialistB())).isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> jdbc.sql("delete from clinical_discharge where referral_ref = ?").param(ref).update()).isInstanceOf(DataAccessException.class);
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
        assertThat(specialist.get("/do/recordDeath/" + ref).text()).contains("We are sorry");
        var sent = specialist.post("/do/recordDeath/" + ref, "_action", "send", "diedOn-day", "2", "diedOn-month", "3", "diedOn-year", "2026");
        assertThat(sent.status()).isEqualTo(302);
        var record = specialist.follow().text();
        assertThat(record).contains("died on 2 March 2026", "Planned appointments are cancelled").doesNotContain("Success", "Record an appointment", "??");
        assertThat(jobSearch.appointments(ref)).extracting(AppointmentView::outcome).containsOnly(Attendance.CANCELLED_BY_US);
        assertThat(drafts(ref)).isZero();
        assertThat(messages(service.specialist().username(), ref)).isZero();
        assertThat(specialist.get("/do/recordDeath/" + ref).status()).isEqualTo(409);
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
