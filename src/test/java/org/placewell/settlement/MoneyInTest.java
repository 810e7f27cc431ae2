package org.placewell.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.claim.MoneyWorld;
import org.placewell.ledger.AccountBalance;
import org.placewell.ledger.Ledger;
import org.placewell.ledger.LedgerFilter;
import org.placewell.security.Actor;
import org.placewell.shared.Csv;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Pence;
import org.placewell.shared.Problem;
import org.placewell.statement.StatementStatus;
import org.placewell.statement.Statements;
import org.placewell.support.PlacewellTest;
import org.placewell.support.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlacewellTest
@DisplayName("Money that comes in")
class MoneyInTest {

    private static final AtomicInteger UNKNOWN = new AtomicInteger();
    @Autowired MoneyWorld money;
    @Autowired Settlement settlement;
    @Autowired Statements statements;
    @Autowired Ledger ledger;
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
    @DisplayName("in parts adds up: the rest stays owed until the part that completes it, and each part is in the ledger")
    void parts() {
        var first = send(line(statement, claim, 100_00));
        assertThat(first.lines()).extracting(RemittanceResult.Line::outcome).containsExactly("SHORT");
        assertThat(balance("receivable:" + service.contract() + ":haringey")).isEqualTo(Pence.of(32_00));
        assertThat(settlement.receivables(service.finance())).filteredOn(one -> one.payer().equals("haringey"))
                .singleElement().satisfies(one -> assertThat(one.in(Ageing.NOT_DUE)).isEqualTo(Pence.of(32_00)));
        assertThat(send(line(statement, claim, 32_00)).lines()).extracting(RemittanceResult.Line::outcome).containsExactly("SETTLED");
        assertThat(balance("receivable:" + service.contract() + ":haringey")).isEqualTo(Pence.ZERO);
        assertThat(settlement.toPlace(service.finance())).isEmpty();
        closed();
        allAgree();
    }

    @Test
    @DisplayName("too much settles the debt and holds the rest; twice holds it all; what fits nothing is held under the chosen contract")
    void held() {
        send(line(statement, claim, 140_00));
        send(line(statement, claim, 132_00) + line(statement, "C-3333333", 5_00));
        assertThat(send(line(nowhere(), "C-3333333", 7_50)).lines()).extracting(RemittanceResult.Line::expected).as("nothing was asked for").containsOnlyNulls();
        assertThat(settlement.toPlace(service.finance())).extracting(HeldMoney::reason, HeldMoney::unplaced, HeldMoney::payer).containsExactly(
                org.assertj.core.groups.Tuple.tuple("OVER", Pence.of(8_00), "haringey"),
                org.assertj.core.groups.Tuple.tuple("DUPLICATE", Pence.of(132_00), "haringey"),
                org.assertj.core.groups.Tuple.tuple("UNKNOWN", Pence.of(5_00), null),
                org.assertj.core.groups.Tuple.tuple("UNKNOWN", Pence.of(7_50), null));
        assertThat(balance("suspense:" + service.contract())).isEqualTo(Pence.of(-152_50));
        assertThat(balance("control:" + service.contract())).isEqualTo(Pence.of(284_50));
        closed();
        allAgree();
        assertThat(settlement.toPlace(money.service().finance())).as("another contract's finance sees none of it").isEmpty();
    }

    @Test
    @DisplayName("that names nothing needs a contract, where its receiver handles several; nothing is stored until then")
    void contractAsked() {
        var other = money.service();
        jdbc.sql("insert into role_grant (username, role, organisation_id, contract_ref) values (?, 'FINANCE', ?, ?)")
                .params(service.finance().username(), "office" + service.number(), other.contract()).update();
        var finance = actor(service.finance());
        var file = file(line(nowhere(), "C-4444444", 1_00));
        assertThatThrownBy(() -> settlement.importRemittance("a.csv", file, finance)).isInstanceOf(Problem.class)
                .hasMessageContaining("Choose the contract");
        assertThatThrownBy(() -> settlement.importRemittance("a.csv", "mhep-haringey-barnet", file, finance)).hasMessageContaining("Choose one of");
        assertThat(settlement.importRemittance("a.csv", other.contract(), file, finance).lines()).hasSize(1);
        assertThat(settlement.toPlace(actor(other.finance()))).hasSize(1);
        allAgree();
    }

    @Test
    @DisplayName("held is set against the same payer's line by one person, against another payer's by two")
    void placed() {
        send(line(statement, claim, 140_00));
        var second = money.reserved(service);
        var next = money.drafted(service, "haringey");
        money.instruct(next, service);
        var barnet = money.drafted(service, "barnet");
        money.instruct(barnet, service);
        var held = settlement.toPlace(service.finance()).get(0);
        assertThat(settlement.candidates(held.id(), service.finance())).extracting(Debt::payer).startsWith("haringey").contains("barnet");
        assertThatThrownBy(() -> settlement.place(held.id(), next, second, Pence.of(8_01), service.finance())).hasMessageContaining("£8 is left");
        assertThatThrownBy(() -> settlement.place(held.id(), next, second, Pence.ZERO, service.finance())).hasMessageContaining("more than nothing");
        assertThat(settlement.place(held.id(), next, second, Pence.of(3_00), service.finance())).isTrue();
        assertThat(settlement.place(held.id(), barnet, claim, Pence.of(5_00), service.finance())).isFalse();
        assertThat(settlement.toPlace(service.finance())).isEmpty();
        var move = settlement.placings(service.financeB()).get(0);
        assertThat(move.status()).isEqualTo("PROPOSED");
        assertThat(balance("suspense:" + service.contract())).isEqualTo(Pence.of(-5_00));
        allAgree();

        assertThatThrownBy(() -> settlement.decidePlacing(move.id(), true, service.finance())).hasMessageContaining("somebody else in finance");
        assertThatThrownBy(() -> settlement.decidePlacing(move.id(), true, money.service().finance())).isInstanceOf(Problem.NotFound.class);
        settlement.decidePlacing(move.id(), true, service.financeB());
        assertThatThrownBy(() -> settlement.decidePlacing(move.id(), false, service.financeC())).isInstanceOf(Problem.Stale.class);
        assertThat(balance("suspense:" + service.contract())).isEqualTo(Pence.ZERO);
        assertThat(balance("receivable:" + service.contract() + ":barnet")).isEqualTo(Pence.of(2 * 132_00 - 5_00));
        assertThat(send(line(next, second, 129_00)).lines()).as("what was placed counts").extracting(RemittanceResult.Line::outcome)
                .containsExactly("SETTLED");
        allAgree();
    }

    @Test
    @DisplayName("held is not placed on a line by who approved its statement alone, whichever door is used: a second person decides")
    void placedByApprover() {
        send(line(statement, claim, 140_00));
        var second = money.reserved(service);
        var next = money.drafted(service, "haringey");
        money.instruct(next, service);
        var approver = statements.approvers(next).iterator().next();
        var held = settlement.toPlace(service.finance()).get(0).id();
        var hands = service.financeB().username().equals(approver) ? service.financeB() : service.financeC();
        assertThat(hands.username()).isEqualTo(approver);

        assertThat(settlement.place(held, next, second, Pence.of(3_00), hands)).as("waits for a second person").isFalse();

        var move = settlement.placings(service.finance()).get(0);
        assertThat(move).returns("PROPOSED", Placing::status).returns(true, Placing::twoPeople);
        assertThatThrownBy(() -> settlement.decidePlacing(move.id(), true, hands)).hasMessageContaining("somebody else in finance");
        assertThatThrownBy(() -> jdbc.sql("insert into suspense_move (item_id, contract_ref, kind, statement_ref, line_ref, payer, amount, note, two_people, status,"
                + " proposed_by, proposed_at) select item_id, contract_ref, kind, statement_ref, line_ref, payer, amount, note, false, status, proposed_by,"
                + " proposed_at from suspense_move where id = ?").param(move.id()).update()).hasMessageContaining("does not place money on it alone");
        settlement.decidePlacing(move.id(), true, service.finance());
        assertThat(balance("suspense:" + service.contract())).isEqualTo(Pence.of(-5_00));
        allAgree();
    }

    @Test
    @DisplayName("held completes a line and its statement; refused, it can be placed anew; given back, it leaves by two people")
    void completes() {
        send(line(nowhere(), "C-3333333", 200_00));
        var held = settlement.toPlace(service.finance()).get(0);
        settlement.place(held.id(), statement, claim, Pence.of(132_00), service.finance());
        settlement.decidePlacing(settlement.placings(service.finance()).get(0).id(), false, service.finance());
        assertThat(settlement.held(held.id(), service.finance()).unplaced()).isEqualTo(Pence.of(200_00));
        settlement.place(held.id(), statement, claim, Pence.of(132_00), service.finance());
        settlement.decidePlacing(settlement.placings(service.finance()).get(0).id(), true, service.financeC());
        closed();

        assertThatThrownBy(() -> settlement.giveBack(held.id(), Pence.of(68_00), " ", service.finance())).hasMessageContaining("Say why");
        settlement.giveBack(held.id(), Pence.of(68_00), "Sent to us by mistake", service.finance());
        assertThat(balance("suspense:" + service.contract())).isEqualTo(Pence.of(-68_00));
        settlement.decidePlacing(settlement.placings(service.finance()).get(0).id(), true, service.financeB());
        assertThat(balance("suspense:" + service.contract())).isEqualTo(Pence.ZERO);
        assertThat(balance("control:" + service.contract())).isEqualTo(Pence.of(132_00));
        allAgree();
    }

    @Test
    @DisplayName("ages: thirty days to pay, then by the days it is late")
    void ageing() {
        clock.stopAt(LocalDate.of(2026, 6, 10));
        assertThat(owed()).containsKey(Ageing.NOT_DUE);
        clock.stopAt(LocalDate.of(2026, 6, 11));
        assertThat(owed()).containsEntry(Ageing.DAYS_1_30, Pence.of(132_00));
        clock.stopAt(LocalDate.of(2026, 9, 9));
        assertThat(owed()).containsEntry(Ageing.OVER_90, Pence.of(132_00));
    }

    @Test
    @DisplayName("with a wrong sign is refused whole, and nothing is stored")
    void sign() {
        assertThatThrownBy(() -> send(line(statement, claim, -132_00))).hasMessageStartingWith("Line 2: the sign is wrong");
        assertThatThrownBy(() -> send(line(nowhere(), "C-3333333", -50_000_00))).hasMessageContaining("a minus is for a credit");
        assertThat(balance("control:" + service.contract())).isEqualTo(Pence.ZERO);
        assertThat(settlement.toPlace(service.finance())).isEmpty();
    }

    private java.util.Map<Ageing, Pence> owed() {
        return settlement.receivables(service.finance()).stream().filter(one -> one.payer().equals("haringey")).findFirst().orElseThrow().bands();
    }

    private void closed() {
        statements.close(statement);
        assertThat(statements.one(statement, service.finance()).status()).isEqualTo(StatementStatus.PAID);
    }

    private void allAgree() {
        assertThat(settlement.differences(service.finance())).isEmpty();
        assertThat(money.breaches()).isEmpty();
    }

    private Pence balance(String account) {
        return ledger.balances(new LedgerFilter(service.contract(), null, null, null, null, null, 100, 0), service.finance()).stream()
                .filter(one -> one.account().equals(account)).map(AccountBalance::balance).findFirst().orElse(Pence.ZERO);
    }

    private Actor actor(Actor before) {
        return new Actor(before.username(), before.name(), jdbc.sql("select contract_ref from role_grant where username = ?").param(before.username())
                .query((r, n) -> new org.placewell.security.Grant(org.placewell.security.Role.FINANCE, "", null, r.getString(1))).list());
    }

    private RemittanceResult send(String lines) {
        return settlement.importRemittance("paid.csv", file(lines), service.finance());
    }

    /** A statement that nobody wrote; another one each time, because the same file is read once. */
    static String nowhere() {
        return "S-" + (8_000_000 + UNKNOWN.incrementAndGet());
    }

    static String line(String statement, String claim, long pence) {
        return statement + "," + claim + "," + Csv.pounds(Pence.of(pence)) + "\n";
    }

    static byte[] file(String lines) {
        var amounts = List.of(lines.split("\n")).stream().map(line -> Pence.parse(line.split(",")[2]).amount()).toList();
        return ("statement,claim,amount\n" + lines + "TOTAL," + amounts.size() + "," + Csv.pounds(Pence.of(amounts.stream().mapToLong(a -> a).sum())) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
