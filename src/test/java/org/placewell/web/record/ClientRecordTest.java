package org.placewell.web.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.audit.AuditEntry;
import org.placewell.audit.AuditTrail;
import org.placewell.shared.MovableClock;
import org.placewell.support.Cases;
import org.placewell.support.PlacewellTest;
import org.placewell.support.Visitor;
import org.placewell.support.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlacewellTest
class ClientRecordTest {

    private static final LocalDate START = LocalDate.of(2026, 3, 2);
    @Autowired
    World world;
    @Autowired
    Cases cases;
    @Autowired
    AuditTrail audit;
    @Autowired
    MovableClock clock;
    @LocalServerPort
    int port;
    World.Service service;

    @BeforeEach
    void stop() {
        clock.stopAt(START);
        service = world.under("mhep-haringey-barnet");
    }

    @Test
    @DisplayName("The specialist sees the whole record: next task, job, evidence, money and the story with its dates")
    void specialist() {
        var ref = cases.searching(service);
        cases.job(service, ref, START);
        var page = Visitor.at(port, service.specialist()).get("/clients/" + ref);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("Ada Example", "999 7", "Gardener", "16 hours a week", "13 weeks on 1 June 2026", "Garden work",
                "A job started", "Advice on benefits was offered", "Record a job start", "Record the end");
        assertThat(page.text()).doesNotContain("Transfer to another specialist", "audit.", "??");
        assertThat(page.body()).contains("/do/changeHours/J-");
    }

    @Test
    @DisplayName("The story reads in words: names instead of logins, labels instead of codes, the contract by its title")
    void story() {
        var ref = cases.searching(service);
        cases.job(service, ref, START);
        var story = Visitor.at(port, service.specialist()).get("/clients/" + ref).text();
        assertThat(story).contains("Haringey and Barnet employment support", "booked", "16 hours a week", service.specialist().name())
                .doesNotContain("BOOKED", "mhep-haringey-barnet", "960 min", service.specialist().username());
    }

    @Test
    @DisplayName("The clinician sees the steps of the own referral, but no profile, no evidence and no money")
    void clinician() {
        var ref = cases.searching(service);
        cases.job(service, ref, START);
        var page = Visitor.at(port, service.clinician()).get("/clients/" + ref);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("Ada Example", "A job started").doesNotContain("Garden work", "£", "Record a job start");
        assertThat(page.body()).doesNotContain("/claims/", "show=money", "show=evidence");
    }

    @Test
    @DisplayName("Another specialist, finance and a validator find no such record")
    void strangers() {
        var ref = cases.searching(service);
        assertThat(Visitor.at(port, service.specialistB()).get("/clients/" + ref).status()).isEqualTo(404);
        assertThat(Visitor.at(port, service.finance()).get("/clients/" + ref).status()).isIn(403, 404);
        assertThat(Visitor.at(port, service.validator()).get("/clients/" + ref).status()).isIn(403, 404);
        assertThat(Visitor.at(port, world.under("mhep-haringey-barnet").leader()).get("/clients/" + ref).status()).isEqualTo(404);
    }

    @Test
    @DisplayName("The clinical text opens for clinician and specialist; a team leader's look at it is on the record")
    void health() {
        var ref = cases.searching(service);
        assertThat(Visitor.at(port, service.specialist()).get("/clients/" + ref + "/health").text()).contains("Wants to work again");
        assertThat(actions(ref)).doesNotContain("record.health-read");
        assertThat(Visitor.at(port, service.leader()).get("/clients/" + ref + "/health").text()).contains("Wants to work again", "on the record");
        assertThat(actions(ref)).contains("record.health-read");
    }

    @Test
    @DisplayName("The caseload board shows a specialist the own people and a team leader everybody's, with room")
    void board() {
        var ref = cases.inSupport(service);
        assertThat(Visitor.at(port, service.specialist()).get("/caseload").text())
                .contains("You have 1 person", "room for 19 more of 20", "Ada Example");
        var leader = Visitor.at(port, service.leader()).get("/caseload");
        assertThat(leader.text()).contains("19 of 20", "20 of 20", "Write the vocational profile");
        assertThat(leader.body()).contains("/clients/" + ref);
        assertThat(Visitor.at(port, service.specialistB()).get("/caseload").text()).contains("Nobody is on your caseload yet");
    }

    private java.util.List<String> actions(String ref) {
        return audit.of(ref).stream().map(AuditEntry::action).toList();
    }
}
