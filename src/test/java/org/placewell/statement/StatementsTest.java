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
import org.placewell.claim.ClaimStatus;
import org.placewell.claim.ClaimView;
import org.placewell.claim.Claims;
import org.placewell.claim.MoneyWorld;
import org.placewell.claim.ReversalView;
import org.placewell.ledger.Ledger;
import org.placewell.ledger.LedgerFilter;
import org.placewell.ledger.LedgerTotals;
import org.placewell.security.Actor;
import org.placewell.security.Actors;
import org.placewell.security.People;
import org.placewell.security.Role;
import org.placewell.settlement.Settlement;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Pence;
import org.placewell.shared.Problem;
import org.placewell.support.PlacewellTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlacewellTest
@DisplayName("Statements")
class StatementsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 4, 14);

    @Autowired MoneyWorld money;
    @Autowired Claims claims;
    @Autowired Ledger ledger;
    @Autowired Settlement settlement;
    @Autowired Statements statements;
    @Autowired People people;
    @Autowired Actors actors;
    @Autowired MovableClock clock;
    @Autowired JdbcClient jdbc;

    @BeforeEach
    void day() {
        clock.stopAt(DAY);
    }

    @Test
    @DisplayName("A draft takes every validated share of one payer, each line explained by its rule, and nothing twice")
    void draft() {
        var service = money.service();
        var first = money.reserved(service);
        var second = money.reserved(service);
        money.claim(service);
        assertThat(statements.due(service.contract(), service.finance())).extracting(DueView::payer).containsExactly("barnet", "haringey", "lcf");
        var ref = money.drafted(service, "haringey");
        var statement = statements.one(ref, service.finance());
        assertThat(statement.lines()).extracting(StatementView.Line::ref).containsExactlyInAnyOrder(first, second);
        assertThat(statement.total()).isEqualTo(Pence.parse("264"));
        assertThat(statement.lines()).allMatch(line -> line.rule().contains("330"));
        assertThatThrownBy(() -> money.drafted(service, "haringey")).hasMessageContaining("already in preparation");
        assertThatThrownBy(() -> statements.draft(service.contract(), "haringey", YearMonth.of(2026, 3), service.finance()))
                .hasMessageContaining("Nothing is due");
        assertThatThrownBy(() -> statements.draft(service.contract(), "haringey", YearMonth.of(2026, 5), service.finance()))
                .isInstanceOf(Problem.class).extracting("field").isEqualTo("period");
        assertThatThrownBy(() -> statements.draft(service.contract(), "nobody", YearMonth.of(2026, 4), service.finance()))
                .isInstanceOf(Problem.class).extracting("field").isEqualTo("payer");
        assertThatThrownBy(() -> statements.draft(service.contract(), "lcf", YearMonth.of(2026, 4), service.validator()))
                .isInstanceOf(Problem.Forbidden.class);
        assertThatThrownBy(() -> statements.draft(service.contract(), "lcf", YearMonth.of(2026, 4), money.service().finance()))
                .isInstanceOf(Problem.NotFound.class);
    }

    @Test
    @DisplayName("From draft to money in: two approvals, journals, schedule, remittance, paid claims; caps posted; no breach")
    void wholeWay() {
        var service = money.service();
        var claim = money.reserved(service);
        for (var payer : List.of("haringey", "barnet", "lcf")) {
            var ref = money.drafted(service, payer);
            money.instruct(ref, service);
            statements.instructPayment(ref);
            var schedule = new String(statements.schedule(ref, service.finance()).content(), StandardCharsets.UTF_8);
            assertThat(schedule).contains(claim).contains("TOTAL,,,,1,,").doesNotContain("Example");
            assertThat(statements.one(ref, service.finance()).scheduleHash()).isEqualTo(Schedule.hash(schedule));
            var result = settlement.importRemittance("paid.csv", money.remittance(ref), service.finance());
            assertThat(result.settled()).isEqualTo(1);
            statements.close(ref);
            statements.close(ref);
            assertThat(statements.one(ref, service.finance()).status()).isEqualTo(StatementStatus.PAID);
        }
        assertThat(claims.get(claim).status()).isEqualTo(ClaimStatus.PAID);
        assertThat(claims.get(claim).shares()).extracting(ClaimView.Share::state).containsOnly("PAID");
        assertThat(claims.caps(service.contract())).allMatch(cap -> cap.reserved() == 0 && cap.posted() > 0);
        var totals = claims.totals(service.contract()).ledger();
        assertThat(totals.journals()).isEqualTo(6);
        assertThat(totals.sum()).isZero();
        assertThat(totals.payers().stream().mapToLong(LedgerTotals.Payer::amount).sum()).isEqualTo(33_000);
        assertThat(ledger.balances(new LedgerFilter(service.contract(), null, null, null, null, null, 10, 0), service.finance()))
                .filteredOn(balance -> balance.account().startsWith("receivable")).allMatch(balance -> balance.balance().isZero());
        assertThat(money.breaches()).isEmpty();
    }

    @Test
    @DisplayName("Whoever drafted, recorded, validated or approved cannot approve; the message names the rule and who can")
    void segregation() {
        var service = money.service();
        var claim = money.reserved(service);
        var recorder = withFinance(service.specialist(), service.contract());
        var ref = money.drafted(service, "haringey");
        statements.markReady(ref, List.of(), "", service.finance());

        assertThatThrownBy(() -> statements.approve(ref, 1, service.finance())).isInstanceOf(Problem.class)
                .hasMessageContaining("You drafted this statement").hasMessageContaining("different people")
                        .hasMessageContaining(service.financeB().name());
        assertThatThrownBy(() -> statements.approve(ref, 1, recorder)).hasMessageContaining("You recorded or validated a claim");
        assertThatThrownBy(() -> statements.approve(ref, 1, service.validator())).isInstanceOf(Problem.Forbidden.class);
        assertThatThrownBy(() -> statements.approve(ref, 2, service.financeB())).isInstanceOf(Problem.Stale.class);
        statements.approve(ref, 1, service.financeB());
        assertThatThrownBy(() -> statements.approve(ref, 2, service.financeB())).hasMessageContaining("You gave the first approval");
        assertThatThrownBy(() -> statements.approve(ref, 2, service.finance())).hasMessageContaining("You drafted this statement");
        assertThat(statements.excludedFromApproval(ref)).contains(service.finance().username(), service.financeB().username(), recorder.username());
        statements.approve(ref, 2, service.financeC());
        assertThat(statements.one(ref, service.finance()).status()).isEqualTo(StatementStatus.APPROVED_TWICE);
        assertThat(claims.get(claim).status()).isEqualTo(ClaimStatus.RESERVED);
    }

    @Test
    @DisplayName("A queried line leaves the statement, voids the first approval, and the next statement picks it up")
    void query() {
        var service = money.service();
        var stays = money.reserved(service);
        var leaves = money.reserved(service);
        var ref = money.drafted(service, "haringey");
        statements.markReady(ref, List.of(), "", service.finance());
        statements.approve(ref, 1, service.financeB());
        assertThatThrownBy(() -> statements.queryLine(ref, leaves, " ", service.finance())).isInstanceOf(Problem.class).extracting("field")
                .isEqualTo("queryReason");
        statements.queryLine(ref, leaves, "Hours look wrong", service.finance());
        assertThat(statements.one(ref, service.finance()).approvals()).noneMatch(StatementView.Approval::valid);
        assertThatThrownBy(() -> statements.approve(ref, 2, service.financeC())).hasMessageContaining("has changed since the first approval");
        statements.sendBack(ref, 2, List.of(), "Approve anew", service.financeC());
        statements.voidApprovals(ref);
        statements.voidApprovals(ref);
        money.instruct(ref, service);
        assertThat(claims.get(stays).shares().get(0).state()).isEqualTo("INSTRUCTED");
        assertThat(claims.get(leaves).shares().get(0).state()).isEqualTo("QUERIED");
        assertThatThrownBy(() -> statements.queryLine(ref, stays, "Too late", service.finance())).isInstanceOf(Problem.Stale.class);

        var next = money.drafted(service, "haringey");
        assertThat(statements.one(next, service.finance()).liveLines()).extracting(StatementView.Line::ref).containsExactly(leaves);
        assertThat(money.breaches()).isEmpty();
    }

    @Test
    @DisplayName("A withdrawn draft sets its claims free; a draft without lines cannot go on")
    void withdraw() {
        var service = money.service();
        var claim = money.reserved(service);
        var ref = money.drafted(service, "barnet");
        assertThatThrownBy(() -> statements.markReady(ref, List.of(claim), "All wrong", service.finance())).hasMessageContaining("No line is left");
        statements.withdraw(ref, service.finance());
        statements.releaseClaims(ref);
        statements.releaseClaims(ref);
        assertThat(statements.one(ref, service.finance()).status()).isEqualTo(StatementStatus.WITHDRAWN);
        assertThat(statements.one(money.drafted(service, "barnet"), service.finance()).liveLines()).hasSize(1);
    }

    @Test
    @DisplayName("A reversal needs two people, restores every balance, and gives each payer a credit on the next statement")
    void reversal() {
        var service = money.service();
        var claim = money.reserved(service);
        for (var payer : List.of("haringey", "barnet", "lcf")) {
            var ref = money.drafted(service, payer);
            money.instruct(ref, service);
            settlement.importRemittance("paid.csv", money.remittance(ref), service.finance());
            statements.close(ref);
        }
        assertThatThrownBy(() -> claims.requestReversal(claim, "because", "", service.finance())).isInstanceOf(Problem.class).extracting("field")
                .isEqualTo("reason");
        claims.requestReversal(claim, "paidInError", "Entered for the wrong month", service.finance());
        assertThatThrownBy(() -> claims.requestReversal(claim, "paidInError", "", service.financeB())).isInstanceOf(Problem.Stale.class);
        assertThatThrownBy(() -> claims.decideReversal(claim, true, service.finance())).hasMessageContaining("You asked for this reversal");
        claims.decideReversal(claim, true, service.financeB());
        assertThatThrownBy(() -> claims.decideReversal(claim, true, service.financeB())).isInstanceOf(Problem.Stale.class);

        assertThat(claims.get(claim).status()).isEqualTo(ClaimStatus.REVERSED);
        assertThat(claims.caps(service.contract())).allMatch(cap -> cap.reserved() == 0 && cap.posted() == 0);
        var credit = money.drafted(service, "lcf");
        assertThat(statements.one(credit, service.finance()).total()).isEqualTo(Pence.parse("-66"));
        statements.markReady(credit, List.of(), "", service.financeC());
        for (var hand : List.of(service.finance(), service.financeB())) {
            assertThatThrownBy(() -> statements.approve(credit, 1, hand)).hasMessageContaining("so you cannot approve it");
            assertThatThrownBy(() -> approvalBySql(credit, hand)).hasStackTraceContaining(hand == service.finance() ? "drafted" : "asked for a reversal");
        }
        statements.approve(credit, 1, service.financeC());
        statements.approve(credit, 2, service.financeD());
        statements.instructPayment(credit);
        assertThatThrownBy(() -> settlement.importRemittance("credit.csv", money.remittance(credit), service.financeD()))
                .hasMessageContaining("You approved the statement " + credit).hasMessageContaining(service.finance().name());
        assertThatThrownBy(() -> remittanceBySql(credit, service.financeC())).hasStackTraceContaining("does not import its payment");
        settlement.importRemittance("credit.csv", money.remittance(credit), service.finance());
        statements.close(credit);
        assertThat(statements.one(credit, service.finance()).status()).isEqualTo(StatementStatus.PAID);
        assertThat(ledger.balances(new LedgerFilter(service.contract(), "lcf", null, null, null, null, 10, 0), service.finance()))
                .allMatch(balance -> balance.balance().isZero());
        assertThat(money.breaches()).isEmpty();
    }

    private void approvalBySql(String ref, Actor actor) {
        jdbc.sql("insert into approval (statement_ref, statement_version, step, username, approved_at) values (?, ?, 1, ?, now())")
                .params(ref, statements.one(ref, Actor.system()).version(), actor.username()).update();
    }

    private void remittanceBySql(String ref, Actor actor) {
        jdbc.sql("""
                        with f as (insert into remittance_file (hash, name, lines, total, imported_by, imported_at) values (?, 'x.csv', 1, 1, ?, now())
                            returning hash)
                        insert into remittance_line (file_hash, number, statement_ref, claim_ref, amount, outcome)
                        select hash, 1, ?, 'x', 1, 'DUPLICATE' from f""").params("by-hand-" + ref, actor.username(), ref).update();
    }

    @Test
    @DisplayName("A reversal before payment takes the claim off its draft; a refused one leaves everything as it was")
    void reversalBefore() {
        var service = money.service();
        var claim = money.reserved(service);
        var ref = money.drafted(service, "haringey");
        claims.requestReversal(claim, "factsCorrected", "", service.finance());
        claims.decideReversal(claim, false, service.financeB());
        assertThat(claims.get(claim).status()).isEqualTo(ClaimStatus.RESERVED);
        claims.requestReversal(claim, "factsCorrected", "", service.financeB());
        claims.decideReversal(claim, true, service.finance());
        assertThat(statements.one(ref, service.finance()).liveLines()).isEmpty();
        assertThat(claims.reversals(claim, service.finance())).extracting(ReversalView::status).containsExactly("REFUSED", "APPROVED");
        assertThat(money.breaches()).isEmpty();
    }

    @Test
    @DisplayName("A payer's own people see that payer's statements only, a contract's commissioner all of it, others none")
    void payers() {
        var service = money.service();
        money.reserved(service);
        var ref = money.drafted(service, "haringey");
        people.organisation("haringey", "London Borough of Haringey", "PAYER");
        people.organisation("barnet", "London Borough of Barnet", "PAYER");
        var haringey = commissioner("commissioner-h" + service.number(), "haringey", service.contract());
        var barnet = commissioner("commissioner-b" + service.number(), "barnet", service.contract());
        var all = commissioner("commissioner-a" + service.number(), "office" + service.number(), service.contract());
        assertThat(statements.one(ref, haringey).payer()).isEqualTo("haringey");
        assertThat(statements.list(all)).extracting(StatementView::ref).containsExactly(ref);
        assertThatThrownBy(() -> statements.one(ref, barnet)).isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> statements.one(ref, service.leader())).isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> statements.queryLine(ref, "C-XXXXXXX", "why", haringey)).isInstanceOf(Problem.Forbidden.class);
    }

    private Actor commissioner(String username, String organisation, String contract) {
        people.person(username, username, "correct horse battery", false);
        people.grant(username, Role.COMMISSIONER, organisation, null, contract);
        return actors.find(username).orElseThrow();
    }

    private Actor withFinance(Actor person, String contract) {
        people.grant(person.username(), Role.FINANCE, person.grants().get(0).organisation(), null, contract);
        return actors.find(person.username()).orElseThrow();
    }
}
