package org.placewell.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.placewell.shared.MovableClock;
import org.placewell.statement.Statements;
import org.placewell.support.PlacewellTest;
import org.placewell.support.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The database says no by itself: these statements come as the application's own user, past all of its code. */
@PlacewellTest
@DisplayName("Money against plain SQL")
class MoneyGuardsTest {

    @Autowired MoneyWorld money;
    @Autowired Claims claims;
    @Autowired Statements statements;
    @Autowired MovableClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    @BeforeEach
    void day() {
        clock.stopAt(LocalDate.of(2026, 7, 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"journal", "posting", "ledger_account", "approval", "payment_instruction", "claim_explanation", "claim_participant",
            "claim_share",
        "claim_credit", "sample_draw", "remittance_file", "remittance_line", "sample_batch", "outcome_without_room"})
    @DisplayName("What is written once is never changed, removed or emptied")
    void appendOnly(String table) {
        var column = jdbc.sql("select column_name from information_schema.columns where table_name = ? order by ordinal_position limit 1")
                .param(table)
                .query(String.class).single();
        for (var sql : List.of("update " + table + " set " + column + " = " + column, "delete from " + table, "truncate " + table + " cascade")) {
            assertThatThrownBy(() -> jdbc.sql(sql).update()).as(sql).isInstanceOf(DataAccessException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"outcome_claim", "statement", "statement_line", "reversal", "cap_use", "cap_counter", "suspense_item", "suspense_move",
        "capital_move"})
    @DisplayName("Claims, statements and caps are never removed")
    void neverRemoved(String table) {
        assertThatThrownBy(() -> jdbc.sql("delete from " + table).update()).isInstanceOf(DataAccessException.class);
    }

    @Test
    @DisplayName("A journal that does not sum to zero is refused when the transaction ends")
    void unbalanced() {
        var service = money.service();
        var claim = money.reserved(service);
        var ref = money.drafted(service, "haringey");
        money.instruct(ref, service);
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
            var id = journal(service, claim, "planted:1:" + claim);
            jdbc.sql("insert into posting (journal_id, account, amount) values (?, ?, 100), (?, ?, -99)")
                    .params(id, "receivable:" + service.contract() + ":haringey", id, "payable:" + service.contract()).update();
        })).hasStackTraceContaining("does not sum to zero");
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> journal(service, claim, "planted:2:" + claim)))
                .hasStackTraceContaining("does not sum to zero");
        var first = jdbc.sql("select id from journal where key = ?").param("instructed:" + claim + ":haringey").query(Long.class).single();
        assertThatThrownBy(() -> jdbc.sql("insert into posting (journal_id, account, amount) values (?, ?, 5)")
                .params(first, "receivable:" + service.contract() + ":haringey")
                .update()).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> journal(service, claim, "instructed:" + claim + ":haringey")))
                .isInstanceOf(DataAccessException.class);
        assertThat(money.breaches()).isEmpty();
    }

    @Test
    @DisplayName("An approval by the drafter, a participant, an approver of the other step or somebody without the role is refused")
    void approvals() {
        var service = money.service();
        var claim = money.reserved(service);
        var ref = money.drafted(service, "haringey");
        statements.markReady(ref, List.of(), "", service.finance());
        int version = statements.one(ref, service.finance()).version();
        assertThatThrownBy(() -> approval(ref, version, 1, service.finance().username())).hasStackTraceContaining("who drafted");
        assertThatThrownBy(() -> approval(ref, version, 1, service.validator().username())).hasStackTraceContaining("does not hold the finance role");
        assertThatThrownBy(() -> approval(ref, version - 1, 1, service.financeB().username())).hasStackTraceContaining("has changed");
        assertThatThrownBy(() -> approval(ref, version, 2, service.financeB().username())).hasStackTraceContaining("does not wait for this approval");
        jdbc.sql("insert into claim_participant (claim_ref, username, part) values (?, ?, 'VALIDATOR')")
                .params(claim, service.financeC().username()).update();
        assertThatThrownBy(() -> approval(ref, version, 1, service.financeC().username())).hasStackTraceContaining("recorded or validated a claim");
        assertThatThrownBy(() -> jdbc.sql("insert into claim_participant (claim_ref, username, part) values (?, ?, 'VALIDATOR')")
                .params(claim, service.specialist().username()).update()).hasStackTraceContaining("cannot validate it");
        statements.approve(ref, 1, service.financeB());
        assertThatThrownBy(() -> approval(ref, version, 2, service.financeB().username())).isInstanceOf(DataAccessException.class);
    }

    @Test
    @DisplayName("No instruction without two approvals, however the statement's status was set; no second one for the same share")
    void instructions() {
        var service = money.service();
        var claim = money.reserved(service);
        var ref = money.drafted(service, "haringey");
        assertThatThrownBy(() -> jdbc.sql("update statement set status = 'APPROVED_TWICE' where ref = ?").param(ref).update())
                .hasStackTraceContaining("does not go from DRAFT to APPROVED_TWICE");
        statements.markReady(ref, List.of(), "", service.finance());
        assertThatThrownBy(() -> jdbc.sql("update statement set status = 'APPROVED_ONCE' where ref = ?").param(ref).update())
                .hasStackTraceContaining("has not the approvals");
        assertThatThrownBy(() -> instruction(ref, claim, 13_200)).hasStackTraceContaining("not approved by two people");
        statements.approve(ref, 1, service.financeB());
        assertThatThrownBy(() -> instruction(ref, claim, 13_200)).hasStackTraceContaining("not approved by two people");
        statements.approve(ref, 2, service.financeC());
        statements.instructPayment(ref);
        assertThatThrownBy(() -> instruction(ref, claim, 13_200)).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("update statement_line set amount = 1 where statement_ref = ?").param(ref).update())
                .hasStackTraceContaining("its lines do not change");
        assertThatThrownBy(() -> jdbc.sql("update statement set schedule = 'another' where ref = ?").param(ref).update())
                .hasStackTraceContaining("has been sent");
    }

    @Test
    @DisplayName("Approvals do not come back with an old version, a dead claim gets no line, a credit no decision, a share no other sign")
    void standing() {
        var service = money.service();
        var claim = money.reserved(service);
        var ref = money.drafted(service, "haringey");
        statements.markReady(ref, List.of(), "", service.finance());
        assertThatThrownBy(() -> jdbc.sql("update statement set status = 'DRAFT' where ref = ?").param(ref).update())
                .hasStackTraceContaining("does not return to an earlier version");
        assertThatThrownBy(() -> jdbc.sql("update statement set version = version - 1 where ref = ?").param(ref).update())
                .hasStackTraceContaining("does not return to an earlier version");
        assertThatThrownBy(() -> jdbc.sql("insert into reversal (claim_ref, status, reason, requested_by, requested_at, decided_by, decided_at) "
                + "values (?, 'APPROVED', 'paidInError', 'a', now(), 'b', now())").param(claim).update()).hasStackTraceContaining("begins as a request");
        claims.requestReversal(claim, "paidInError", "", service.finance());
        var request = jdbc.sql("select id from reversal where claim_ref = ?").param(claim).query(Long.class).single();
        assertThatThrownBy(() -> jdbc.sql("insert into claim_credit (claim_ref, payer, amount, reversal_id) values (?, 'haringey', -1, ?)")
                .params(claim, request).update()).hasStackTraceContaining("no approved reversal");
        claims.decideReversal(claim, true, service.financeB());
        assertThatThrownBy(() -> jdbc.sql("insert into statement_line (statement_ref, claim_ref, payer, kind, amount, state) "
                + "values (?, ?, 'haringey', 'CLAIM', 13200, 'LIVE')").params(ref, claim).update()).hasStackTraceContaining("no longer stands");
        assertThatThrownBy(() -> jdbc.sql("insert into capital_move (contract_ref, kind, amount, moved_on, note, status, proposed_by, proposed_at, "
                + "decided_by, decided_at) values (?, 'DRAWN', 100, current_date, '', 'DONE', ?, now(), 'ghost', now())")
                .params(service.contract(), service.finance().username()).update()).isInstanceOf(DataAccessException.class);
    }

    @Test
    @DisplayName("A line changed after the first approval voids it, even by plain SQL; a wrong amount is never instructed")
    void changedLine() {
        var service = money.service();
        money.reserved(service);
        var ref = money.drafted(service, "haringey");
        statements.markReady(ref, List.of(), "", service.finance());
        statements.approve(ref, 1, service.financeB());
        jdbc.sql("update statement_line set amount = amount + 1 where statement_ref = ?").param(ref).update();
        assertThatThrownBy(() -> statements.approve(ref, 2, service.financeC())).hasMessageContaining("has changed since the first approval");
        statements.sendBack(ref, 2, List.of(), "Approve anew", service.financeC());
        statements.voidApprovals(ref);
        statements.markReady(ref, List.of(), "", service.finance());
        statements.approve(ref, 1, service.financeB());
        statements.approve(ref, 2, service.financeC());
        assertThatThrownBy(() -> statements.instructPayment(ref)).hasStackTraceContaining("is not what the payer owes");
    }

    @Test
    @DisplayName("A second live claim, a passed cap, shares that do not add up and a reversal by one person are refused")
    void rest() {
        var service = money.service(terms -> terms.replace("people: 985", "people: 1"));
        var claim = money.reserved(service);
        assertThatThrownBy(() -> jdbc.sql("""
                        insert into outcome_claim select 'C-' || upper(substr(md5(ref), 1, 7)), contract_ref, contract_version, referral_ref,
                            person_id, outcome, occurrence,
                            'OPEN', amount, window_from, reached_on, claim_by, explanation, flag, opened_at,
                                    changed_at from outcome_claim where ref = ?""")
                .param(claim).update()).hasStackTraceContaining("outcome_claim_once");
        assertThatThrownBy(() -> jdbc.sql("update cap_counter set reserved = reserved + 1 where contract_ref = ? and cap = 'people'")
                .param(service.contract()).update())
                .hasStackTraceContaining("cap_never_passed");
        assertThatThrownBy(() -> jdbc.sql("insert into claim_share (claim_ref, payer, position, amount) values (?, 'extra', 9, 1)").param(claim)
                .update())
                .hasStackTraceContaining("do not make up its amount");
        claims.requestReversal(claim, "paidInError", "", service.finance());
        assertThatThrownBy(() -> jdbc.sql("update reversal set status = 'APPROVED', decided_by = requested_by, decided_at = now() where claim_ref "
                + "= ?").param(claim).update())
                .hasStackTraceContaining("reversal_two_people");
    }

    @Test
    @DisplayName("Nobody takes a name off a record, brings back what has ended, or decides twice on a reversal")
    void handsStayNamed() {
        var service = money.service();
        var claim = money.reserved(service);
        var ref = money.drafted(service, "haringey");
        assertThatThrownBy(() -> jdbc.sql("update statement set drafted_by = ? where ref = ?").params(service.financeB().username(), ref).update())
                .hasStackTraceContaining("drafted_by of a statement stays");
        assertThatThrownBy(() -> jdbc.sql("update outcome_claim set person_id = person_id + 1 where ref = ?").param(claim).update())
                .hasStackTraceContaining("person_id of a outcome_claim stays");
        statements.withdraw(ref, service.finance());
        statements.releaseClaims(ref);
        assertThatThrownBy(() -> jdbc.sql("update statement set status = 'DRAFT' where ref = ?").param(ref).update())
                .isInstanceOf(DataAccessException.class);
        claims.requestReversal(claim, "paidInError", "", service.finance());
        assertThatThrownBy(() -> jdbc.sql("update reversal set requested_by = 'nobody' where claim_ref = ?").param(claim).update())
                .hasStackTraceContaining("requested_by of a reversal stays");
        claims.decideReversal(claim, false, service.financeB());
        assertThatThrownBy(() -> jdbc.sql("update reversal set status = 'APPROVED' where claim_ref = ?").param(claim).update())
                .isInstanceOf(DataAccessException.class);
    }

    private long journal(World.Service service, String claim, String key) {
        return jdbc.sql("""
                        insert into journal (key, kind, contract_ref, payer, claim_ref, entered_on, entered_at, actor)
                        values (?, 'INSTRUCTED', ?, 'haringey', ?, current_date, now(), 'x') returning id""")
                .params(key, service.contract(), claim).query(Long.class).single();
    }

    private void approval(String ref, int version, int step, String username) {
        jdbc.sql("insert into approval (statement_ref, statement_version, step, username, approved_at) values (?, ?, ?, ?, now())")
                .params(ref, version, step, username).update();
    }

    private void instruction(String ref, String claim, long amount) {
        jdbc.sql("insert into payment_instruction (statement_ref, claim_ref, payer, kind, amount, instructed_at) values (?, ?, 'haringey', "
                + "'CLAIM', ?, now())")
                .params(ref, claim, amount).update();
    }
}
