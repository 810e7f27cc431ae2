package org.placewell.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.claim.MoneyWorld;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Pence;
import org.placewell.shared.Problem;
import org.placewell.statement.Statements;
import org.placewell.support.AtOnce;
import org.placewell.support.PlacewellTest;
import org.placewell.support.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PlacewellTest
@DisplayName("Money that comes in, when many hands move at once or somebody uses plain SQL")
class SettlementRacesTest {

    @Autowired TransactionTemplate transaction;
    @Autowired MoneyWorld money;
    @Autowired Settlement settlement;
    @Autowired Statements statements;
    @Autowired MovableClock clock;
    @Autowired JdbcClient jdbc;
    private World.Service service;
    private String claim;
    private String statement;

    @BeforeEach
    void instructed() {
        clock.stopAt(LocalDate.of(2026, 5, 11));
        service = money.service();
        claim = money.reserved(service);
        statement = money.drafted(service, "haringey");
        money.instruct(statement, service);
    }

    @Test
    @DisplayName("Two files with the same payment at once: one settles, the other is held; neither is lost")
    void samePayment() throws InterruptedException {
        var files = IntStream.range(0, 8).mapToObj(i -> (MoneyInTest.file(MoneyInTest.line(statement, claim, 132_00)
                + MoneyInTest.line(MoneyInTest.nowhere(), "C-3333333", 1_00)))).toList();
        AtOnce.run(16, files.stream().map(file -> (Callable<Boolean>) () -> done(() -> settlement.importRemittance("paid.csv", file, service.finance())))
                .toList());
        assertThat(jdbc.sql("select outcome from remittance_line where claim_ref = ?").param(claim).query(String.class).list())
                .hasSize(8).filteredOn("SETTLED"::equals).hasSize(1);
        assertThat(settlement.toPlace(service.finance())).hasSize(15);
        assertThat(settlement.differences(service.finance())).isEmpty();
    }

    @Test
    @DisplayName("Many place the same held money at once: never more than there is, never more than is open")
    void samePlacing() throws InterruptedException {
        settlement.importRemittance("paid.csv", MoneyInTest.file(MoneyInTest.line(statement, "C-3333333", 100_00)), service.finance());
        var held = settlement.toPlace(service.finance()).get(0).id();
        var answers = AtOnce.run(16, IntStream.range(0, 16).mapToObj(i -> (Callable<Boolean>) () ->
                done(() -> settlement.place(held, statement, claim, Pence.of(30_00), service.finance()))).toList());
        assertThat(answers.stream().filter(Boolean.TRUE::equals)).hasSize(3);
        assertThat(settlement.held(held, service.finance()).unplaced()).isEqualTo(Pence.of(10_00));
        assertThat(settlement.differences(service.finance())).isEmpty();
    }

    @Test
    @DisplayName("Many decide on one proposal at once: it happens once")
    void sameDecision() throws InterruptedException {
        settlement.importRemittance("paid.csv", MoneyInTest.file(MoneyInTest.line(MoneyInTest.nowhere(), "C-3333333", 100_00)), service.finance());
        settlement.giveBack(settlement.toPlace(service.finance()).get(0).id(), Pence.of(100_00), "Not ours", service.finance());
        var move = settlement.placings(service.finance()).get(0).id();
        var answers = AtOnce.run(16, IntStream.range(0, 16).mapToObj(i -> (Callable<Boolean>) () ->
                done(() -> settlement.decidePlacing(move, true, i % 2 == 0 ? service.financeB() : service.financeC()))).toList());
        assertThat(answers.stream().filter(Boolean.TRUE::equals)).hasSize(1);
        assertThat(settlement.differences(service.finance())).isEmpty();
    }

    @Test
    @DisplayName("Many claims of one batch ask at once: one draw")
    void sameDraw() throws InterruptedException {
        var refs = new ArrayList<>(List.of(claim));
        IntStream.range(0, 5).forEach(i -> refs.add(money.reserved(service)));
        settlement.importRemittance("a.csv", money.remittance(statement), service.finance());
        statements.close(statement);
        for (var payer : List.of("haringey", "barnet", "lcf")) {
            var next = money.drafted(service, payer);
            money.instruct(next, service);
            settlement.importRemittance("b.csv", money.remittance(next), service.finance());
            statements.close(next);
        }
        AtOnce.run(16, refs.stream().map(ref -> (Callable<Boolean>) () -> settlement.drawSample(ref)).toList());
        assertThat(jdbc.sql("select count(*) from sample_batch where contract_ref = ?").param(service.contract()).query(Integer.class).single()).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from sample_draw where claim_ref in (:refs)").param("refs", refs).query(Integer.class).single()).isEqualTo(6);
        assertThat(settlement.differences(service.finance())).isEmpty();
    }

    @Test
    @DisplayName("By plain SQL: held money does not change, moves between payers take two people of finance, decisions are not rewritten")
    void plainSql() {
        settlement.importRemittance("paid.csv", MoneyInTest.file(MoneyInTest.line(MoneyInTest.nowhere(), "C-3333333", 100_00)), service.finance());
        var item = settlement.toPlace(service.finance()).get(0);
        var finance = "'" + service.finance().username() + "'";
        var move = "insert into suspense_move (item_id, contract_ref, kind, statement_ref, line_ref, payer, amount, note, two_people, status, proposed_by, "
                + "proposed_at, decided_by, decided_at) values (" + item.id() + ", '" + service.contract() + "', ";
        var placed = "'PLACED', '" + statement + "', '" + claim + "', 'haringey', 100, '', ";
        for (var sql : List.of("update suspense_item set amount = amount + 1 where id = " + item.id(),
                "update suspense_item set unplaced = amount + 1 where id = " + item.id(), "update suspense_item set unplaced = -1 where id = " + item.id(),
                move + placed + "false, 'DONE', " + finance + ", now(), " + finance + ", now())",
                move + placed + "true, 'DONE', " + finance + ", now(), " + finance + ", now())",
                move + "'GIVEN_BACK', null, null, null, 100, '', false, 'DONE', " + finance + ", now(), " + finance + ", now())",
                move + placed + "true, 'PROPOSED', '" + service.specialist().username() + "', now(), null, null)",
                (move + placed + "true, 'PROPOSED', " + finance + ", now(), null, null)").replace("'" + service.contract() + "'", "'mhep-haringey-barnet'"))) {
            assertThatThrownBy(() -> jdbc.sql(sql).update()).as(sql).isInstanceOf(DataAccessException.class);
        }
        settlement.giveBack(item.id(), Pence.of(100_00), "Not ours", service.finance());
        var id = settlement.placings(service.finance()).get(0).id();
        settlement.decidePlacing(id, false, service.financeB());
        assertThatThrownBy(() -> jdbc.sql("update suspense_move set status = 'DONE' where id = " + id).update()).isInstanceOf(DataAccessException.class);
    }

    @Test
    @DisplayName("What is planted behind the program's back is named, contract by contract")
    void named() {
        settlement.importRemittance("paid.csv", MoneyInTest.file(MoneyInTest.line(statement, "C-3333333", 100_00)), service.finance());
        var other = money.service();
        var planted = "update suspense_item set unplaced = 7 where contract_ref = ?";
        transaction.executeWithoutResult(status -> {
            jdbc.sql(planted).param(service.contract()).update();
            assertThat(settlement.differences(service.finance())).singleElement().satisfies(one ->
                    assertThat(one.text()).startsWith(service.contract() + ": Suspense and its moves").contains("£0.07").contains("£100"));
            assertThat(settlement.breaches()).anyMatch(text -> text.contains(service.contract()));
            assertThat(settlement.differences(other.finance())).isEmpty();
            status.setRollbackOnly();
        });
        assertThatThrownBy(() -> jdbc.sql(planted).param(service.contract()).update()).hasStackTraceContaining("is not what its moves leave");
    }

    private static boolean done(Runnable work) {
        try {
            work.run();
            return true;
        } catch (Problem problem) {
            return false;
        }
    }
}
