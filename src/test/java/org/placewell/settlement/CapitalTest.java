package org.placewell.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.claim.MoneyWorld;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Pence;
import org.placewell.shared.Problem;
import org.placewell.support.PlacewellTest;
import org.placewell.support.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlacewellTest
@DisplayName("The investor's money")
class CapitalTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 11);

    @Autowired MoneyWorld money;
    @Autowired Settlement settlement;
    @Autowired MovableClock clock;
    @Autowired JdbcClient jdbc;
    private World.Service service;

    @BeforeEach
    void day() {
        clock.stopAt(DAY);
        service = money.service();
    }

    @Test
    @DisplayName("is in the ledger when a second person has confirmed it; exposure is what was drawn less what was repaid")
    void view() {
        settlement.recordCapital(service.contract(), "DRAWN", Pence.of(10_000_00), DAY, "First tranche", service.finance());
        assertThat(mine().drawn()).as("one person's word moves nothing").isEqualTo(Pence.ZERO);
        var move = mine().moves().get(0);
        assertThatThrownBy(() -> settlement.decideCapital(move.id(), true, service.finance())).hasMessageContaining("somebody else in finance");
        settlement.decideCapital(move.id(), true, service.financeB());
        assertThatThrownBy(() -> settlement.decideCapital(move.id(), true, service.financeC())).isInstanceOf(Problem.Stale.class);

        var claim = money.reserved(service);
        var statement = money.drafted(service, "haringey");
        money.instruct(statement, service);
        assertThat(mine().outstanding()).isEqualTo(Pence.of(132_00));
        settlement.importRemittance("paid.csv", MoneyInTest.file(MoneyInTest.line(statement, claim, 150_00)), service.finance());

        repay(Pence.of(4_000_00));
        assertThat(mine()).satisfies(view -> {
            assertThat(view.drawn()).isEqualTo(Pence.of(10_000_00));
            assertThat(view.repaid()).isEqualTo(Pence.of(4_000_00));
            assertThat(view.exposure()).isEqualTo(Pence.of(6_000_00));
            assertThat(view.paymentsIn()).as("held money is not a payment for an outcome").isEqualTo(Pence.of(132_00));
            assertThat(view.outstanding()).isEqualTo(Pence.ZERO);
        });
        assertThat(settlement.differences(service.finance())).isEmpty();
    }

    @Test
    @DisplayName("is never repaid beyond what was drawn, whoever confirms what first; a refused entry moves nothing")
    void neverBeyond() {
        settlement.recordCapital(service.contract(), "DRAWN", Pence.of(100_00), DAY, "", service.finance());
        settlement.decideCapital(mine().moves().get(0).id(), true, service.financeB());
        assertThatThrownBy(() -> settlement.recordCapital(service.contract(), "REPAID", Pence.of(100_01), DAY, "", service.finance()))
                .hasMessageContaining("Only £100");
        settlement.recordCapital(service.contract(), "REPAID", Pence.of(60_00), DAY, "", service.finance());
        settlement.recordCapital(service.contract(), "REPAID", Pence.of(70_00), DAY, "", service.finance());
        var waiting = mine().moves().stream().filter(move -> move.status().equals("PROPOSED")).toList();
        settlement.decideCapital(waiting.get(0).id(), true, service.financeB());
        assertThatThrownBy(() -> settlement.decideCapital(waiting.get(1).id(), true, service.financeB())).hasMessageContaining("Only £");
        settlement.decideCapital(waiting.get(1).id(), false, service.financeB());
        assertThat(mine().repaid()).isEqualTo(waiting.get(0).amount());
        assertThatThrownBy(() -> settlement.recordCapital(service.contract(), "DRAWN", Pence.of(1), DAY.plusDays(1), "", service.finance()))
                .hasMessageContaining("today or in the past");
    }

    @Test
    @DisplayName("is nobody's who does not handle the contract, and the database wants two people of finance whatever door they use")
    void guarded() {
        assertThat(settlement.investor(service.specialist())).isEmpty();
        assertThatThrownBy(() -> settlement.recordCapital(service.contract(), "DRAWN", Pence.of(1), DAY, "", money.service().finance()))
                .isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> insert(service.specialist().username(), "PROPOSED", null)).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> insert(service.finance().username(), "DONE", service.finance().username())).isInstanceOf(DataAccessException.class);
        settlement.recordCapital(service.contract(), "DRAWN", Pence.of(1), DAY, "", service.finance());
        var id = mine().moves().get(0).id();
        for (var sql : new String[] {"update capital_move set amount = 2 where id = ", "delete from capital_move where id = ",
            "update capital_move set status = 'DONE', decided_at = now(), decided_by = '" + service.finance().username() + "' where id = ",
            "update capital_move set status = 'DONE', decided_at = now(), decided_by = '" + service.specialist().username() + "' where id = "}) {
            assertThatThrownBy(() -> jdbc.sql(sql + id).update()).as(sql).isInstanceOf(DataAccessException.class);
        }
    }

    private void insert(String who, String status, String decided) {
        jdbc.sql("insert into capital_move (contract_ref, kind, amount, moved_on, note, status, proposed_by, proposed_at, decided_by, decided_at) "
                        + "values (?, 'DRAWN', 1, current_date, '', ?, ?, now(), ?, case when cast(? as text) is null then null else now() end)")
                .params(service.contract(), status, who, decided, decided).update();
    }

    private void repay(Pence amount) {
        settlement.recordCapital(service.contract(), "REPAID", amount, DAY, "", service.finance());
        settlement.decideCapital(mine().moves().get(0).id(), true, service.financeB());
    }

    private InvestorView mine() {
        return settlement.investor(service.financeB()).stream().filter(one -> one.contractRef().equals(service.contract())).findFirst().orElseThrow();
    }
}
