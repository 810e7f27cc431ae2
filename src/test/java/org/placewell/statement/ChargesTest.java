package org.placewell.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.claim.Charge;
import org.placewell.claim.ChargeKind;
import org.placewell.claim.ChargeStatus;
import org.placewell.claim.Charges;
import org.placewell.claim.MoneyWorld;
import org.placewell.contract.domain.PayerShare;
import org.placewell.ledger.Ledger;
import org.placewell.ledger.LedgerFilter;
import org.placewell.settlement.Settlement;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Pence;
import org.placewell.shared.Problem;
import org.placewell.support.PlacewellTest;
import org.placewell.support.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PlacewellTest
@DisplayName("What is owed beside the claims, and closed months")
class ChargesTest {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final YearMonth APRIL = YearMonth.of(2026, 4);

    @Autowired MoneyWorld money;
    @Autowired Statements statements;
    @Autowired FinanceDesk desk;
    @Autowired Charges charges;
    @Autowired Settlement settlement;
    @Autowired Ledger ledger;
    @Autowired MovableClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    private World.Service service;

    @BeforeEach
    void day() {
        clock.stopAt(LocalDate.of(2026, 4, 14));
        service = money.service(terms -> terms.replace("    limits:", "    service-fees: { delivery: { pays-each-month: £1000.01, "
                + "illustrative: true, from: 2026-02-15, until: 2026-12-31 } }\n    limits:"));
    }

    @Test
    @DisplayName("Fees are billed month by month as the terms say, split to the penny, once; paid like a claim; the books agree")
    void fees() {
        assertThat(statements.due(service.contract(), service.finance())).extracting(DueView::payer).containsExactly("barnet", "haringey", "lcf");
        var ref = money.drafted(service, "haringey");
        var lines = statements.one(ref, service.finance()).lines();
        assertThat(lines).extracting(StatementView.Line::kind).containsExactly("CHARGE", "CHARGE");
        assertThat(lines).extracting(StatementView.Line::amount).containsExactly(Pence.of(40_001), Pence.of(40_001));
        assertThat(lines).allMatch(line -> line.rule().contains("pay £1,000.01 for each calendar month"));
        assertThat(charges.of(service.contract(), service.finance())).extracting(Charge::period).containsExactlyInAnyOrder(MARCH, APRIL);
        assertThat(charges.of(service.contract(), service.finance())).allMatch(charge -> charge.shares().stream().mapToLong(share -> share.amount().amount())
                .sum() == 100_001);
        money.instruct(ref, service);
        assertThat(new String(statements.schedule(ref, service.finance()).content(), StandardCharsets.UTF_8)).contains("CHARGE,400.01").contains("TOTAL");
        settlement.importRemittance("fee.csv", money.remittance(ref), service.finance());
        statements.close(ref);
        assertThat(statements.one(ref, service.finance()).status()).isEqualTo(StatementStatus.PAID);
        assertThat(ledger.balances(new LedgerFilter(service.contract(), "haringey", null, null, null, null, 10, 0), service.finance()))
                .filteredOn(balance -> balance.account().startsWith("receivable")).allMatch(balance -> balance.balance().isZero());
        assertThatThrownBy(() -> money.drafted(service, "haringey")).hasMessageContaining("Nothing is due");
        assertThat(money.breaches()).isEmpty();
    }

    @Test
    @DisplayName("A fee that the terms do not bear shows in the books")
    void wrongFee() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                            insert into charge (ref, key, kind, contract_ref, contract_version, period, amount, title, arithmetic, status, recorded_by, recorded_at)
                            values ('K-WRONG01', 'fee:' || :contract || ':delivery:2026-03', 'FEE', :contract, 1, '2026-03', 7, 'x', 'x', 'APPROVED', 'system', now())""")
                    .param("contract", service.contract()).update();
            jdbc.sql("insert into charge_share (charge_ref, payer, position, amount) values ('K-WRONG01', 'lcf', 0, 7)").update();
            assertThat(money.breaches()).anyMatch(breach -> breach.contains("K-WRONG01"));
            status.setRollbackOnly();
        });
    }

    @Test
    @DisplayName("A closed month takes nothing more: late fees and claims go on, statements for it are refused, also by plain SQL")
    void closed() {
        assertThatThrownBy(() -> desk.closeMonth(service.contract(), APRIL, service.finance())).hasMessageContaining("is over");
        var open = statements.draft(service.contract(), "lcf", MARCH, service.finance());
        assertThatThrownBy(() -> desk.closeMonth(service.contract(), MARCH, service.finance())).hasMessageContaining("still in preparation");
        assertThatThrownBy(() -> close("2026-03")).hasStackTraceContaining("still in preparation");
        statements.withdraw(open, service.finance());
        statements.releaseClaims(open);
        desk.closeMonth(service.contract(), MARCH, service.finance());
        assertThatThrownBy(() -> desk.closeMonth(service.contract(), MARCH, service.finance())).hasMessageContaining("closed already");
        assertThatThrownBy(() -> statements.draft(service.contract(), "lcf", MARCH, service.finance())).hasMessageContaining("closed up to March 2026");
        assertThatThrownBy(() -> jdbc.sql("""
                        insert into statement (ref, contract_ref, payer, period, status, drafted_by, drafted_at, changed_at)
                        values ('S-CLOSED1', ?, 'lcf', '2026-02', 'DRAFT', 'x', now(), now())""").param(service.contract()).update())
                .hasStackTraceContaining("is closed");
        assertThatThrownBy(() -> close("2026-02")).hasStackTraceContaining("a later month");
        assertThatThrownBy(() -> jdbc.sql("delete from period_close").update()).isInstanceOf(DataAccessException.class);
        assertThat(statements.one(statements.draft(service.contract(), "lcf", APRIL, service.finance()), service.finance()).lines()).hasSize(2);
    }

    @Test
    @DisplayName("What a closed month got wrong is a new line that one proposes and another decides, never an edit")
    void correction() {
        assertThatThrownBy(() -> desk.proposeCorrection(service.contract(), "lcf", MARCH, Pence.of(-500), "wrongAmount", "Too much", service.finance()))
                .hasMessageContaining("not closed");
        desk.closeMonth(service.contract(), MARCH, service.finance());
        var ref = desk.proposeCorrection(service.contract(), "lcf", MARCH, Pence.of(-30_000), "billedTwice", "£300.00 for Pat, twice", service.finance());
        assertThatThrownBy(() -> charges.decide(ref, true, service.finance())).hasMessageContaining("You proposed this charge");
        assertThatThrownBy(() -> charges.decide(ref, true, service.validator())).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> decide(ref, service.finance().username())).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> decide(ref, service.validator().username())).hasStackTraceContaining("does not hold the finance role");
        var before = statements.draft(service.contract(), "lcf", APRIL, service.finance());
        assertThat(statements.one(before, service.finance()).lines()).noneMatch(line -> line.ref().equals(ref));
        statements.withdraw(before, service.finance());
        statements.releaseClaims(before);
        charges.decide(ref, true, service.financeB());
        assertThatThrownBy(() -> charges.decide(ref, false, service.financeC())).isInstanceOf(Problem.Stale.class);
        assertThatThrownBy(() -> jdbc.sql("update charge set amount = 1 where ref = ?").param(ref).update()).isInstanceOf(DataAccessException.class);
        var statement = money.drafted(service, "lcf");
        assertThat(statements.one(statement, service.finance()).total()).isEqualTo(Pence.of(2 * 20_000 - 30_000));
        assertThat(statements.one(statement, service.finance()).lines()).filteredOn(line -> line.ref().equals(ref)).singleElement()
                .satisfies(line -> assertThat(line.rule()).contains("March 2026 something was billed twice").doesNotContain("Pat"));
        assertThat(charges.get(ref, service.finance()).note()).contains("Pat");
        statements.markReady(statement, List.of(), "", service.finance());
        assertThatThrownBy(() -> statements.approve(statement, 1, service.financeB())).hasMessageContaining("had a hand in a charge");
        statements.approve(statement, 1, service.financeC());
        statements.approve(statement, 2, service.financeD());
        assertThat(charges.get(ref, service.finance()).status()).isEqualTo(ChargeStatus.APPROVED);
        assertThat(money.breaches()).isEmpty();
    }

    @Test
    @DisplayName("A statement whose net is negative goes its whole way, and every balance is nil when it is settled")
    void negative() {
        var ref = charges.propose(new Charge.Proposal("test:" + service.contract(), ChargeKind.EXTRAPOLATION, service.contract(), 1, APRIL, "Sample",
                "2 of 10 failed: 2 ÷ 10 × £25,000.00 = £5,000.00 back", List.of(new PayerShare("haringey", Pence.of(-500_000)))), service.finance());
        assertThatThrownBy(() -> charges.propose(new Charge.Proposal("test:" + service.contract(), ChargeKind.EXTRAPOLATION, service.contract(), 1, APRIL,
                "Sample", "again", List.of(new PayerShare("haringey", Pence.of(-1)))), service.finance())).hasMessageContaining("charged already");
        charges.decide(ref, true, service.financeB());
        var statement = money.drafted(service, "haringey");
        assertThat(statements.one(statement, service.finance()).total().amount()).isNegative();
        statements.markReady(statement, List.of(), "", service.financeC());
        assertThat(statements.excludedFromApproval(statement)).contains(service.finance().username(), service.financeB().username());
        assertThat(money.breaches()).isEmpty();
    }

    private void close(String period) {
        jdbc.sql("insert into period_close (contract_ref, period, closed_by, closed_at) values (?, ?, ?, now())").params(service.contract(), period, service.finance().username())
                .update();
    }

    private void decide(String ref, String who) {
        jdbc.sql("update charge set status = 'APPROVED', decided_by = ?, decided_at = now() where ref = ?").params(who, ref).update();
    }
}
