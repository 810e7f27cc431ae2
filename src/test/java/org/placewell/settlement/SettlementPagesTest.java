package org.placewell.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.claim.MoneyWorld;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Pence;
import org.placewell.support.PlacewellTest;
import org.placewell.support.Visitor;
import org.placewell.support.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlacewellTest
@DisplayName("Pages of settlement")
class SettlementPagesTest {

    @LocalServerPort int port;
    @Autowired MoneyWorld money;
    @Autowired Settlement settlement;
    @Autowired MovableClock clock;
    @Autowired JdbcClient jdbc;
    private World.Service service;
    private Visitor finance;
    private Visitor second;

    @BeforeEach
    void day() {
        clock.stopAt(LocalDate.of(2026, 6, 9));
        service = money.service();
        finance = Visitor.at(port, service.finance());
        second = Visitor.at(port, service.financeB());
    }

    @Test
    @DisplayName("Every page opens before anything has happened, and says what comes there; nobody without the role opens one")
    void empty() {
        assertThat(finance.get("/money").text()).contains("Nothing waits").contains("Nothing. What one person proposes");
        assertThat(finance.get("/money/to-place").text()).contains("Nothing waits");
        assertThat(finance.get("/money/owed").text()).contains("Nothing is owed");
        assertThat(finance.get("/money/compared").text()).contains("All records agree");
        assertThat(finance.get("/money/investor").text()).contains("Capital at risk");
        assertThat(finance.get("/money/samples").text()).contains("Nothing has been drawn yet");
        assertThat(finance.get("/money/samples/S-3333333").status()).isEqualTo(404);
        assertThat(finance.get("/claims/without-room").text()).contains("There is none");
        var specialist = Visitor.at(port, service.specialist());
        for (var path : new String[] {"/money", "/money/to-place", "/money/owed", "/money/compared", "/money/investor", "/money/samples"}) {
            assertThat(specialist.get(path).status()).as(path).isEqualTo(403);
        }
        assertThat(Visitor.at(port, service.validator()).get("/money/samples").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("Held money is placed against another payer's line: one person proposes, another decides, in forms that keep what was typed")
    void placing() {
        var claim = money.reserved(service);
        var statement = money.drafted(service, "haringey");
        money.instruct(statement, service);
        settlement.importRemittance("odd.csv", MoneyInTest.file(MoneyInTest.line(MoneyInTest.nowhere(), "C-3333333", 200_00)), service.finance());
        var id = settlement.toPlace(service.finance()).get(0).id();
        assertThat(finance.get("/money/to-place").text()).contains("£200").contains("Nothing fits").contains("Not known");
        assertThat(finance.get("/do/placeMoney/" + id).text()).contains("London Borough of Haringey").contains("£132 open");
        var refused = finance.post("/do/placeMoney/" + id, "line", statement + " " + claim, "amount", "150", "_action", "send");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("£132 is still open").contains("150");
        assertThat(finance.post("/do/placeMoney/" + id, "line", statement + " " + claim, "amount", "132", "_action", "send").location())
                .contains("/money/to-place");
        assertThat(second.get("/money").text()).contains("Set £132 of held money against " + claim).contains("Decide on £132");
        assertThat(finance.get("/money").text()).contains("Take back on £132").doesNotContain("Decide on £132");
        var move = settlement.placings(service.finance()).get(0).id();
        assertThat(second.get("/do/decidePlacing/" + move).text()).contains("£132").contains("finance " + service.number());
        second.post("/do/decidePlacing/" + move, "placingDecision", "agree", "_action", "send");
        assertThat(settlement.placings(service.finance()).get(0).status()).isEqualTo("DONE");

        finance.get("/do/returnMoney/" + id);
        assertThat(finance.post("/do/returnMoney/" + id, "amount", "68", "note", "Sent by mistake", "_action", "send").location())
                .contains("/money/to-place");
        assertThat(finance.get("/money/to-place").text()).contains("Back to the sender: Sent by mistake").contains("Waits for a second person");
        assertThat(finance.get("/money/compared").text()).contains("All records agree");
        var other = Visitor.at(port, money.service().finance());
        assertThat(other.get("/do/placeMoney/" + id).status()).isEqualTo(404);
        assertThat(other.get("/do/placeMoney/x").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("Capital is written down by one and confirmed by another; the investor's view follows")
    void capital() {
        finance.get("/do/recordCapital/" + service.contract());
        assertThat(finance.post("/do/recordCapital/" + service.contract(), "kind", "drawn", "amount", "25,000", "movedOn-day", "1", "movedOn-month", "6",
                "movedOn-year", "2026", "note", "", "_action", "send").location()).contains("/money/investor");
        assertThat(finance.get("/money/investor").text()).contains("Waits for a second person").contains("£25,000");
        var move = settlement.investor(service.finance()).get(0).moves().get(0);
        assertThat(move.amount()).isEqualTo(Pence.parse("25,000"));
        assertThat(second.get("/do/decideCapital/" + move.id()).text()).contains("1 June 2026");
        second.post("/do/decideCapital/" + move.id(), "capitalDecision", "agree", "_action", "send");
        assertThat(finance.get("/money/investor").text()).contains("£25,000: drawn less repaid");
    }

    @Test
    @DisplayName("A remittance that names nothing asks for its contract when its receiver handles several")
    void contract() {
        jdbc.sql("insert into role_grant (username, role, organisation_id, contract_ref) values (?, 'FINANCE', ?, ?)")
                .params(service.finance().username(), "office" + service.number(), money.service().contract()).update();
        assertThat(finance.get("/remittances").text()).contains("Contract that unknown payments are held under");
    }
}
