package org.placewell.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.placewell.claim.MoneyWorld;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Pence;
import org.placewell.shared.Problem;
import org.placewell.support.PlacewellTest;
import org.placewell.support.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The database says no by itself, and of many hands at once one wins. */
@PlacewellTest
@DisplayName("Charges, held money and capital against plain SQL and many hands")
class MoneyInGuardsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 11);

    @Autowired MoneyWorld money;
    @Autowired Settlement settlement;
    @Autowired MovableClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    private World.Service service;

    @BeforeEach
    void day() {
        clock.stopAt(DAY);
        service = money.service();
    }

    @ParameterizedTest
    @ValueSource(strings = {"period_close", "charge_share", "outcome_without_room", "sample_batch", "sample_draw"})
    @DisplayName("What is written once is never changed, removed or emptied")
    void appendOnly(String table) {
        var column = jdbc.sql("select column_name from information_schema.columns where table_name = ? order by ordinal_position limit 1")
                .param(table).query(String.class).single();
        for (var sql : List.of("update " + table + " set " + column + " = " + column, "delete from " + table, "truncate " + table + " cascade")) {
            assertThatThrownBy(() -> jdbc.sql(sql).update()).as(sql).isInstanceOf(DataAccessException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"charge", "suspense_item", "suspense_move", "capital_move"})
    @DisplayName("Charges, held money and capital are never removed")
    void neverRemoved(String table) {
        assertThatThrownBy(() -> jdbc.sql("delete from " + table).update()).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("truncate " + table + " cascade").update()).isInstanceOf(DataAccessException.class);
    }

    @Test
    @DisplayName("A charge begins as a proposal, is decided once by somebody else in finance, and its shares make up its amount")
    void charges() {
        var finance = service.finance().username();
        assertThatThrownBy(() -> charge("G-1" + service.number(), "APPROVED", finance, service.financeB().username(), 100))
                .hasStackTraceContaining("begins as a proposal");
        assertThatThrownBy(() -> charge("G-2" + service.number(), "PROPOSED", finance, null, 99))
                .hasStackTraceContaining("do not make up its amount");
        var ref = "G-3" + service.number();
        charge(ref, "PROPOSED", finance, null, 100);
        for (var sql : List.of(decide(finance), decide(service.specialist().username()), decide(money.service().finance().username()),
                "update charge set amount = 7 where ref = ?", "update charge set title = 'Other' where ref = ?")) {
            assertThatThrownBy(() -> jdbc.sql(sql).param(ref).update()).as(sql).isInstanceOf(DataAccessException.class);
        }
        assertThat(jdbc.sql(decide(service.financeB().username())).param(ref).update()).isEqualTo(1);
        assertThatThrownBy(() -> jdbc.sql(decide(service.financeC().username())).param(ref).update()).hasStackTraceContaining("only by one decision");
    }

    private static String decide(String who) {
        return "update charge set status = 'APPROVED', decided_by = '" + who + "', decided_at = now() where ref = ?";
    }

    private void charge(String ref, String status, String by, String decidedBy, long share) {
        transaction.executeWithoutResult(work -> {
            jdbc.sql("""
                            insert into charge (ref, key, kind, contract_ref, contract_version, period, amount, title, arithmetic, status,
                                recorded_by, recorded_at, decided_by, decided_at)
                            values (?, ?, 'CORRECTION', ?, 1, '2026-05', 100, 'Correction', 'as said', ?, ?, now(), ?,
                                case when cast(? as text) is null then null else now() end)""")
                    .params(ref, ref, service.contract(), status, by, decidedBy, decidedBy).update();
            jdbc.sql("insert into charge_share (charge_ref, payer, position, amount) values (?, 'haringey', 0, ?)").params(ref, share).update();
        });
    }

    @Test
    @DisplayName("A proposal about money does not come with its decision in one stroke, whoever is said to have decided")
    void inOneStroke() {
        for (var decider : List.of(service.specialist().username(), service.finance().username(), service.financeB().username(), "nobody-at-all")) {
            assertThatThrownBy(() -> jdbc.sql("insert into capital_move (contract_ref, kind, amount, moved_on, note, status, proposed_by, "
                            + "proposed_at, decided_by, decided_at) values (?, 'DRAWN', 1, current_date, '', 'DONE', ?, now(), ?, now())")
                    .params(service.contract(), service.finance().username(), decider).update()).as(decider).isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    @DisplayName("The same money that fits nothing, sent by many at once, is held once; placed by many at once, never more than was held")
    void held() throws Exception {
        var claim = money.reserved(service);
        var statement = money.drafted(service, "haringey");
        money.instruct(statement, service);
        var file = MoneyInTest.file(MoneyInTest.line(statement, claim, 182_00));
        var taken = atOnce(16, () -> settlement.importRemittance("over.csv", file, service.finance()).lines().size() == 1);
        assertThat(taken).containsOnlyOnce(true);
        var held = settlement.toPlace(service.finance());
        assertThat(held).singleElement().satisfies(one -> assertThat(one.unplaced()).isEqualTo(Pence.of(50_00)));
        var second = money.reserved(service);
        var next = money.drafted(service, "haringey");
        money.instruct(next, service);
        var placed = atOnce(16, () -> settlement.place(held.get(0).id(), next, second, Pence.of(20_00), service.finance()));
        assertThat(placed.stream().filter(Boolean.TRUE::equals)).hasSize(2);
        assertThat(settlement.toPlace(service.finance())).singleElement().satisfies(one -> assertThat(one.unplaced()).isEqualTo(Pence.of(10_00)));
        assertThat(settlement.differences(service.finance())).isEmpty();
    }

    @Test
    @DisplayName("Many who decide on one repayment at once: one wins, and the ledger has it once")
    void capital() throws Exception {
        settlement.recordCapital(service.contract(), "DRAWN", Pence.of(100_00), DAY, "", service.finance());
        long id = jdbc.sql("select id from capital_move where contract_ref = ?").param(service.contract()).query(Long.class).single();
        var decided = atOnce(16, () -> {
            settlement.decideCapital(id, true, service.financeB());
            return true;
        });
        assertThat(decided).containsOnlyOnce(true);
        assertThat(jdbc.sql("select count(*) from journal where contract_ref = ? and kind = 'CAPITAL_DRAWN'").param(service.contract())
                .query(Integer.class).single()).isEqualTo(1);
    }

    /** The same work on so many threads at the same moment; a refusal in plain words counts as false, any other failure fails the test. */
    private static List<Boolean> atOnce(int threads, Callable<Boolean> work) throws Exception {
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var start = new CountDownLatch(1);
            var futures = new ArrayList<Future<Boolean>>();
            IntStream.range(0, threads).forEach(i -> futures.add(pool.submit(() -> {
                start.await();
                try {
                    return work.call();
                } catch (Problem refused) {
                    return false;
                }
            })));
            start.countDown();
            var answers = new ArrayList<Boolean>();
            for (var future : futures) {
                answers.add(future.get());
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }
}
