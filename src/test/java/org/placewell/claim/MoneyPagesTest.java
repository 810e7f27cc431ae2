package org.placewell.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.settlement.Settlement;
import org.placewell.shared.MovableClock;
import org.placewell.statement.StatementStatus;
import org.placewell.statement.Statements;
import org.placewell.support.PlacewellTest;
import org.placewell.support.ProcessDriver;
import org.placewell.support.Visitor;
import org.placewell.support.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlacewellTest
@DisplayName("Pages of money")
class MoneyPagesTest {

    @LocalServerPort int port;
    @Autowired MoneyWorld money;
    @Autowired Claims claims;
    @Autowired Settlement settlement;
    @Autowired Statements statements;
    @Autowired ProcessDriver driver;
    @Autowired MovableClock clock;

    @BeforeEach
    void day() {
        clock.stopAt(LocalDate.of(2026, 6, 9));
    }

    @Test
    @DisplayName("A claim's page tells rule, facts, amount and history; to finance without the facts")
    void claimPage() {
        var service = money.service();
        var claim = money.reserved(service);
        var specialist = Visitor.at(port, service.specialist());
        assertThat(specialist.get("/claims").text()).contains(claim).contains("£330");
        var page = specialist.get("/claims/" + claim);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("3 appointments attended").contains("Computed again just now").contains("Outcome reached: claim opened")
                .contains("London Borough of Haringey").contains("£132");
        var finance = Visitor.at(port, service.finance()).get("/claims/" + claim);
        assertThat(finance.text()).doesNotContain("appointments attended").doesNotContain("Record").contains("Ask for a reversal");
        assertThat(Visitor.at(port, service.validator()).get("/claims?status=RESERVED&page=1").text()).contains(claim);
        assertThat(Visitor.at(port, service.specialistB()).get("/claims/" + claim).status()).isEqualTo(404);
        assertThat(Visitor.at(port, service.clinician()).get("/claims/" + claim).status()).isEqualTo(403);
        assertThat(specialist.get("/ledger").status()).isEqualTo(403);
        assertThat(specialist.get("/claims?page=x&status=%00&contract=%00").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("From the draft through both approvals to the remittance in a browser; whoever drafted finds no approval to give")
    void statementPages() {
        var service = money.service();
        var claim = money.reserved(service);
        var finance = Visitor.at(port, service.finance());
        assertThat(finance.get("/statements").text()).contains("What waits for a statement").contains("£132");
        assertThat(finance.get("/do/draftStatement/" + service.contract()).status()).isEqualTo(200);
        var sent = finance.post("/do/draftStatement/" + service.contract(), "payer", "haringey", "period", "2026-06", "_action", "send");
        assertThat(sent.location()).contains("/statements/S-");
        var ref = sent.location().replaceAll(".*/statements/(S-[0-9A-Z]+).*", "$1");
        driver.runDue(ref);
        act(finance, service, "checkDraft", ref, "draftDecision", "ready");

        assertThat(finance.get("/statements/" + ref).text()).contains("somebody else in finance").contains(claim);
        assertThat(finance.get("/tasks/" + driver.open("firstApproval", ref).taskId()).status()).isEqualTo(403);
        act(Visitor.at(port, service.financeB()), service, "firstApproval", ref, "approvalDecision", "approved");
        act(Visitor.at(port, service.financeC()), service, "secondApproval", ref, "approvalDecision", "approved");
        assertThat(statements.one(ref, service.finance()).status()).isEqualTo(StatementStatus.INSTRUCTED);

        assertThat(finance.get("/statements/" + ref).text()).contains("Download the payment schedule");
        assertThat(finance.get("/statements/" + ref + "/schedule").body()).startsWith("statement,contract,payer").contains(claim);
        assertThat(finance.get("/remittances").text()).contains("TOTAL,count,amount");
        settlement.importRemittance("paid.csv", money.remittance(ref), service.finance());
        assertThat(finance.get("/remittances").text()).contains("paid.csv").contains("1 of 1 settled");
        assertThat(finance.get("/ledger?contract=" + service.contract()).text()).contains("receivable:" + service.contract() + ":haringey")
                .contains("Money in");
        assertThat(finance.get("/ledger.csv?contract=" + service.contract() + "&kind=SETTLED").body()).contains("132.00");
        assertThat(finance.get("/ledger?from=nonsense&to=2026-13-45&payer=%00").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("A reversal is asked for by one and decided by another in a browser")
    void reversalPages() {
        var service = money.service();
        var claim = money.reserved(service);
        var finance = Visitor.at(port, service.finance());
        finance.get("/do/requestReversal/" + claim);
        assertThat(finance.post("/do/requestReversal/" + claim, "reason", "paidInError", "note", "Wrong month", "_action", "send").location())
                .contains("/claims/" + claim);
        finance.get("/do/decideReversal/" + claim);
        assertThat(finance.post("/do/decideReversal/" + claim, "reversalDecision", "approve", "_action", "send").text())
                .contains("You asked for this reversal");
        var second = Visitor.at(port, service.financeB());
        assertThat(second.get("/claims/" + claim).text()).contains("Decide on the reversal").contains("It was paid in error");
        second.get("/do/decideReversal/" + claim);
        second.post("/do/decideReversal/" + claim, "reversalDecision", "approve", "_action", "send");
        assertThat(claims.get(claim).status()).isEqualTo(ClaimStatus.REVERSED);
        assertThat(second.get("/claims/" + claim).text()).contains("Claim reversed");
    }

    private void act(Visitor person, World.Service service, String task, String ref, String field, String value) {
        var path = "/tasks/" + driver.open(task, ref).taskId();
        assertThat(person.get(path).text()).contains(ref);
        var page = person.post(path, field, value, "_action", "send");
        assertThat(page.status()).as(page.text()).isEqualTo(302);
        driver.runDue(ref);
        assertThat(List.of(service.contract())).isNotEmpty();
    }
}
