package org.placewell.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.claim.ClaimStatus;
import org.placewell.claim.Claims;
import org.placewell.claim.MoneyWorld;
import org.placewell.security.Actor;
import org.placewell.settlement.Settlement;
import org.placewell.shared.MovableClock;
import org.placewell.statement.StatementStatus;
import org.placewell.statement.Statements;
import org.placewell.support.ModelCoverage;
import org.placewell.support.PlacewellTest;
import org.placewell.support.ProcessDriver;
import org.placewell.support.World;
import org.placewell.workflow.WorkItems;
import org.springframework.beans.factory.annotation.Autowired;

@PlacewellTest
@DisplayName("Payment of a statement")
class PaymentApprovalTest {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);

    @Autowired MoneyWorld money;
    @Autowired Claims claims;
    @Autowired Settlement settlement;
    @Autowired Statements statements;
    @Autowired ProcessDriver driver;
    @Autowired WorkItems items;
    @Autowired MovableClock clock;

    private World.Service service;
    private String claim;
    private String ref;

    @BeforeAll
    static void begin() {
        ModelCoverage.start("payment-approval");
    }

    @AfterAll
    static void whole() {
        ModelCoverage.assertComplete("payment-approval");
    }

    @BeforeEach
    void drafted() {
        clock.stopAt(DAY);
        service = money.service();
        claim = money.reserved(service);
        ref = money.drafted(service, "haringey");
        driver.runDue(ref);
    }

    @Test
    @DisplayName("Checked, approved by two people, instructed, paid: closed")
    void straight() {
        assertThat(driver.waitsAt(ref)).containsExactly("checkDraft");
        submit("checkDraft", Map.of("draftDecision", "ready"), service.finance());
        assertThat(items.inbox(service.finance(), "firstApproval", 10, 0)).isEmpty();
        submit("firstApproval", Map.of("approvalDecision", "approved"), service.financeB());
        assertThat(items.inbox(service.financeB(), "secondApproval", 10, 0)).isEmpty();
        submit("secondApproval", Map.of("approvalDecision", "approved"), service.financeC());
        assertThat(status()).isEqualTo(StatementStatus.INSTRUCTED);
        assertThat(driver.waitsAt(ref)).containsExactly("message remittanceMatched");
        settlement.importRemittance("paid.csv", money.remittance(ref), service.finance());
        driver.runDue(ref);
        assertThat(status()).isEqualTo(StatementStatus.PAID);
        assertThat(driver.runs(ref)).isEmpty();
        assertThat(claims.get(claim).status()).isEqualTo(ClaimStatus.RESERVED);
    }

    @Test
    @DisplayName("Withdrawn: its claims wait for another statement")
    void withdrawn() {
        submit("checkDraft", Map.of("draftDecision", "withdrawn"), service.finance());
        assertThat(status()).isEqualTo(StatementStatus.WITHDRAWN);
        assertThat(driver.runs(ref)).isEmpty();
    }

    @Test
    @DisplayName("Sent back by either approver: a draft again, every approval void")
    void sentBack() {
        submit("checkDraft", Map.of("draftDecision", "ready"), service.finance());
        submit("firstApproval", Map.of("approvalDecision", "changes", "queryReason", "Which month?"), service.financeB());
        assertThat(status()).isEqualTo(StatementStatus.DRAFT);
        submit("checkDraft", Map.of("draftDecision", "ready"), service.finance());
        submit("firstApproval", Map.of("approvalDecision", "approved"), service.financeB());
        submit("secondApproval", Map.of("approvalDecision", "changes", "queryReason", "Look again"), service.financeC());
        assertThat(driver.waitsAt(ref)).containsExactly("checkDraft");
        assertThat(statements.one(ref, service.finance()).approvals()).noneMatch(approval -> approval.valid());
    }

    @Test
    @DisplayName("A first approval that nobody seconds within the contract's days expires")
    void expires() {
        submit("checkDraft", Map.of("draftDecision", "ready"), service.finance());
        submit("firstApproval", Map.of("approvalDecision", "approved"), service.financeB());
        driver.letTimePass(DAY.plusDays(14), ref);
        assertThat(status()).isEqualTo(StatementStatus.APPROVED_ONCE);
        driver.letTimePass(DAY.plusDays(15), ref);
        assertThat(status()).isEqualTo(StatementStatus.DRAFT);
        assertThat(driver.waitsAt(ref)).containsExactly("checkDraft");
        assertThat(statements.one(ref, service.finance()).approvals()).noneMatch(approval -> approval.valid());
    }

    @Test
    @DisplayName("A line queried by an approver leaves; the rest goes on")
    void queried() {
        submit("checkDraft", Map.of("draftDecision", "withdrawn"), service.finance());
        var other = money.reserved(service);
        ref = money.drafted(service, "haringey");
        driver.runDue(ref);
        submit("checkDraft", Map.of("draftDecision", "ready", "queriedClaims", List.of(other), "queryReason", "Hours"), service.finance());
        assertThat(statements.one(ref, service.finance()).liveLines()).hasSize(1);
    }

    private void submit(String task, Map<String, Object> answers, Actor actor) {
        driver.submit(task, ref, answers, actor);
    }

    private StatementStatus status() {
        return statements.one(ref, service.finance()).status();
    }
}
