package org.placewell.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.audit.AuditTrail;
import org.placewell.claim.MoneyWorld;
import org.placewell.security.Actor;
import org.placewell.security.Actors;
import org.placewell.security.People;
import org.placewell.security.Role;
import org.placewell.settlement.Settlement;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Pence;
import org.placewell.shared.Problem;
import org.placewell.support.PlacewellTest;
import org.placewell.support.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlacewellTest
@DisplayName("Who may approve how much, and where the money goes")
class AuthorityTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 12);

    @Autowired MoneyWorld money;
    @Autowired Statements statements;
    @Autowired FinanceDesk desk;
    @Autowired Settlement settlement;
    @Autowired People people;
    @Autowired Actors actors;
    @Autowired AuditTrail audit;
    @Autowired MovableClock clock;
    @Autowired JdbcClient jdbc;

    private World.Service service;
    private Actor manager;
    private Actor managerB;

    @BeforeEach
    void day() {
        clock.stopAt(DAY);
        service = money.service(terms -> terms.replace("    limits:", "    approving: { senior-above: £100, bank-details-wait: 5 working days }\n    limits:"));
        manager = manager("manager" + service.number());
        managerB = manager("managerb" + service.number());
    }

    @Test
    @DisplayName("No order, no approval: said in words and by the database; an order that changes in between voids nothing silently")
    void orders() {
        var bare = money.withoutOrders(terms -> terms);
        money.reserved(bare);
        var ref = money.drafted(bare, "haringey");
        statements.markReady(ref, List.of(), "", bare.finance());
        assertThatThrownBy(() -> statements.approve(ref, 1, bare.financeB())).hasMessageContaining("no purchase order");
        assertThatThrownBy(() -> approval(ref, 1, bare.financeB(), null)).hasStackTraceContaining("has no order");
        assertThatThrownBy(() -> desk.enterOrder(bare.contract(), "haringey", "=1+1", DAY, DAY, bare.finance())).isInstanceOf(Problem.class)
                .extracting("field").isEqualTo("number");
        desk.enterOrder(bare.contract(), "haringey", "PO 17", LocalDate.of(2026, 4, 1), LocalDate.of(2027, 3, 31), bare.finance());
        statements.approve(ref, 1, bare.financeB());
        assertThat(statements.one(ref, bare.finance()).purchaseOrder()).isEqualTo("PO 17");
        desk.enterOrder(bare.contract(), "haringey", "PO 18", LocalDate.of(2026, 4, 1), LocalDate.of(2027, 3, 31), bare.finance());
        assertThatThrownBy(() -> statements.approve(ref, 2, bare.financeC())).hasMessageContaining("order has changed");
        assertThatThrownBy(() -> approval(ref, 2, bare.financeC(), null)).hasStackTraceContaining("has no order");
    }

    @Test
    @DisplayName("Above the terms' amount one approval is by somebody with a confirmed limit; a limit takes two contract managers")
    void senior() {
        var ref = checked();
        statements.approve(ref, 1, service.financeB());
        assertThatThrownBy(() -> statements.approve(ref, 2, service.financeC())).hasMessageContaining("above £100").hasMessageContaining("Nobody has such");
        assertThatThrownBy(() -> approval(ref, 2, service.financeC(), null)).hasStackTraceContaining("senior limit");
        limit(service.financeC(), 13_199);
        assertThatThrownBy(() -> statements.approve(ref, 2, service.financeC())).hasMessageContaining("your limit is £131.99");
        assertThatThrownBy(() -> approval(ref, 2, service.financeC(), null)).hasStackTraceContaining("is above the limit");
        limit(service.financeC(), 13_200);
        statements.approve(ref, 2, service.financeC());
        assertThat(statements.one(ref, service.finance()).status()).isEqualTo(StatementStatus.APPROVED_TWICE);
    }

    @Test
    @DisplayName("A limit is set by one contract manager and confirmed by another, never one's own, never by finance")
    void limits() {
        assertThatThrownBy(() -> desk.proposeLimit(service.contract(), service.financeB().username(), Pence.of(1), service.finance()))
                .isInstanceOf(Problem.NotFound.class);
        desk.proposeLimit(service.contract(), service.financeB().username(), Pence.of(500), manager);
        assertThatThrownBy(() -> desk.proposeLimit(service.contract(), service.financeB().username(), Pence.of(1), managerB))
                .hasMessageContaining("already waits");
        var id = desk.view(service.contract(), manager).limits().get(0).id();
        assertThatThrownBy(() -> desk.decideLimit(id, true, manager)).hasMessageContaining("somebody else decides");
        for (var sql : List.of("update approval_limit set confirmed = true where id = " + id,
                "update approval_limit set confirmed = true, decided_at = now(), decided_by = set_by where id = " + id,
                "update approval_limit set confirmed = true, decided_at = now(), decided_by = '" + service.financeC().username() + "' where id = " + id,
                "update approval_limit set amount = 9999999, decided_by = '" + managerB.username() + "' where id = " + id,
                "delete from approval_limit where id = " + id)) {
            assertThatThrownBy(() -> jdbc.sql(sql).update()).as(sql).isInstanceOf(org.springframework.dao.DataAccessException.class);
        }
        desk.decideLimit(id, true, managerB);
        assertThatThrownBy(() -> desk.decideLimit(id, false, managerB)).isInstanceOf(Problem.Stale.class);
    }

    @Test
    @DisplayName("Who stands for somebody lends their limit; not for two people, not for one who has had a hand in it, not beside them")
    void delegation() {
        limit(service.financeC(), 50_000);
        desk.delegate(service.contract(), service.financeB().username(), DAY, DAY.plusDays(10), service.financeC());
        assertThatThrownBy(() -> desk.delegate(service.contract(), service.financeB().username(), DAY, DAY.plusDays(1), service.finance()))
                .hasMessageContaining("already stands for somebody");
        assertThatThrownBy(() -> delegation(service.finance(), service.financeB())).hasStackTraceContaining("already stands for somebody");
        assertThatThrownBy(() -> delegation(service.financeB(), service.finance())).hasStackTraceContaining("already stands for somebody");
        var fourth = service.financeD();
        var ref = checked();
        statements.approve(ref, 1, fourth);
        assertThatThrownBy(() -> approval(ref, 2, fourth, service.financeC().username())).hasStackTraceContaining("does not stand for");
        statements.approve(ref, 2, service.financeB());
        assertThat(statements.one(ref, service.finance()).approvals()).extracting(StatementView.Approval::onBehalfOf)
                .containsExactly(null, service.financeC().name());

        statements.instructPayment(ref);
        for (var approver : List.of(fourth, service.financeB(), service.financeC())) {
            assertThatThrownBy(() -> settlement.importRemittance("paid.csv", money.remittance(ref), approver)).as(approver.name())
                    .hasMessageContaining("so somebody else imports").hasMessageContaining(service.finance().name());
            assertThat(jdbc.sql("select approved_by(?, ?)").params(ref, approver.username()).query(Boolean.class).single()).isTrue();
        }
        assertThat(jdbc.sql("select approved_by(?, ?)").params(ref, service.finance().username()).query(Boolean.class).single()).isFalse();

        var second = checked();
        statements.approve(second, 1, service.financeC());
        assertThatThrownBy(() -> approval(second, 2, service.financeB(), service.financeC().username())).hasStackTraceContaining("different people");
        statements.approve(second, 2, service.financeB());
        statements.instructPayment(second);

        var third = money.reserved(service);
        var drafted = statements.draft(service.contract(), "haringey", YearMonth.from(DAY), service.financeC());
        assertThat(statements.one(drafted, service.finance()).lines()).extracting(StatementView.Line::ref).contains(third);
        statements.markReady(drafted, List.of(), "", service.financeC());
        statements.approve(drafted, 1, fourth);
        assertThatThrownBy(() -> statements.approve(drafted, 2, service.financeB())).hasMessageContaining("nobody stands for them here");
        assertThatThrownBy(() -> approval(drafted, 2, service.financeB(), service.financeC().username())).hasStackTraceContaining("nobody stands for");
        desk.endDelegations(service.contract(), service.financeC());
        assertThat(desk.view(service.contract(), service.finance()).delegations()).isEmpty();
    }

    @Test
    @DisplayName("Bank details: one proposes, another confirms, used after the waiting time; only four digits show, the number is nowhere else")
    void account() {
        assertThatThrownBy(() -> desk.proposeAccount(service.contract(), "Provider", "20-00-0", "12345678", service.finance()))
                .isInstanceOf(Problem.class).extracting("field").isEqualTo("sortCode");
        desk.proposeAccount(service.contract(), "Provider", "20-00-01", "8675 3091", service.finance());
        var first = desk.view(service.contract(), service.financeB()).accounts().get(0);
        assertThat(first.toString()).contains("3091").doesNotContain("8675").doesNotContain("200001");
        assertThatThrownBy(() -> desk.confirmAccount(first.id(), "200001", "86753091", service.finance())).hasMessageContaining("somebody else decides");
        assertThatThrownBy(() -> desk.confirmAccount(first.id(), "20-00-02", "86753091", service.financeB())).hasMessageContaining("not the sort code");
        assertThatThrownBy(() -> jdbc.sql("update payee_account set confirmed = true, usable_from = date '2026-01-01', decided_at = timestamptz "
                + "'2026-05-12 12:00Z', decided_by = ? where id = ?").params(service.financeB().username(), first.id()).update())
                .hasStackTraceContaining("payee_account_waits");
        desk.confirmAccount(first.id(), "20-00-01", "8675 3091", service.financeB());
        for (var change : List.of("sealed = repeat('0', 32) || '.00'", "last_four = '0000'")) {
            assertThatThrownBy(() -> jdbc.sql("update payee_account set " + change + " where id = ?").param(first.id()).update())
                    .hasStackTraceContaining("changes only by one decision");
        }
        var stored = jdbc.sql("select to_jsonb(p)::text from payee_account p where id = ?").param(first.id()).query(String.class).single();
        assertThat(stored).contains("\"last_four\": \"3091\"").doesNotContain("8675").doesNotContain("200001").doesNotContain("20-00-01");
        var before = paidTo();
        assertThat(before).isNull();
        clock.stopAt(LocalDate.of(2026, 5, 19));
        assertThat(paidTo()).isEqualTo("Provider, account ending 3091");
        assertThat(audit.of("finance " + service.contract())).extracting(Object::toString).isNotEmpty()
                .noneMatch(line -> line.contains("86753091") || line.contains("200001"));
    }

    private String paidTo() {
        limit(service.financeC(), 50_000);
        var ref = checked();
        statements.approve(ref, 1, service.financeB());
        statements.approve(ref, 2, service.financeC());
        statements.instructPayment(ref);
        return statements.one(ref, service.finance()).payTo();
    }

    private String checked() {
        money.reserved(service);
        var ref = money.drafted(service, "haringey");
        statements.markReady(ref, List.of(), "", service.finance());
        return ref;
    }

    private void limit(Actor person, long pence) {
        desk.proposeLimit(service.contract(), person.username(), Pence.of(pence), manager);
        desk.decideLimit(desk.view(service.contract(), manager).limits().get(0).id(), true, managerB);
    }

    private void approval(String ref, int step, Actor actor, String inStead) {
        jdbc.sql("insert into approval (statement_ref, statement_version, step, username, on_behalf_of, approved_at) values (?, ?, ?, ?, ?, ?)")
                .param(ref).param(statements.one(ref, Actor.system()).version()).param(step).param(actor.username()).param(inStead)
                .param(java.sql.Timestamp.from(clock.instant())).update();
    }

    private void delegation(Actor of, Actor to) {
        jdbc.sql("insert into approval_delegation (contract_ref, of_user, to_user, from_day, until_day, entered_by, entered_at) values (?, ?, ?, ?, ?, ?, now())")
                .params(service.contract(), of.username(), to.username(), DAY, DAY, of.username()).update();
    }

    private Actor manager(String username) {
        return person(username, Role.CONTRACT_MANAGER);
    }

    private Actor finance(String username) {
        return person(username, Role.FINANCE);
    }

    private Actor person(String username, Role role) {
        people.person(username, username, "correct horse battery", false);
        people.grant(username, role, "office" + service.number(), null, service.contract());
        return actors.find(username).orElseThrow();
    }
}
