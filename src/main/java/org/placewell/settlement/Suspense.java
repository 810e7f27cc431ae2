package org.placewell.settlement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.placewell.ledger.Ledger;
import org.placewell.ledger.Ledger.Entry;
import org.placewell.ledger.MoneyScope;
import org.placewell.security.Actor;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Pence;
import org.placewell.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Money held in the suspense account: what came in, what is left to place, what was done with it. */
@Component
class Suspense {

    private static final String ITEM = """
            select s.*, f.name, l.statement_ref, l.claim_ref from suspense_item s join remittance_file f on f.hash = s.file_hash
                join remittance_line l on l.file_hash = s.file_hash and l.number = s.line_number where\s""";

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final MoneyScope scope;
    private final Debts debts;
    private final MovableClock clock;

    Suspense(JdbcClient jdbc, Ledger ledger, MoneyScope scope, Debts debts, MovableClock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.scope = scope;
        this.debts = debts;
        this.clock = clock;
    }

    /** Holds a payment, or the part of it that settles nothing. @param payer null when it cannot be told */
    void hold(String hash, int line, String contractRef, String payer, Match match, Actor actor) {
        jdbc.sql("""
                        insert into suspense_item (file_hash, line_number, contract_ref, payer, reason, amount, unplaced, held_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(hash, line, contractRef, payer, match.outcome().name(), match.held().amount(), match.held().amount(),
                        Timestamp.from(clock.instant())).update();
        ledger.held(new Entry(contractRef, payer, null, null, match.held(), actor), hash + ":" + line);
    }

    /** What waits to be placed under the actor's contracts, the oldest first. */
    List<HeldMoney> open(Actor actor) {
        actor.require(Role.FINANCE);
        return jdbc.sql(ITEM + "s.unplaced <> 0 and " + MoneyScope.SEES + " order by s.held_at, s.id").param("me", actor.username()).query(this::item)
                .list();
    }

    /** One piece of held money of a contract that the actor handles. */
    HeldMoney item(long id, Actor actor) {
        var found = jdbc.sql(ITEM + "s.id = :id").param("id", id).query(this::item).optional().orElseThrow(() -> new Problem.NotFound("this money"));
        scope.requireFinance(found.contractRef(), "this money", actor);
        return found;
    }

    /** Takes a part of what is left to place; false when less than that is left. A negative quantity gives it back. */
    boolean take(long id, Pence amount) {
        return jdbc.sql("""
                        update suspense_item set unplaced = unplaced - :amount where id = :id and sign(amount) = sign(:amount)
                            and abs(unplaced) >= abs(:amount)""")
                .param("amount", amount.amount()).param("id", id).update() == 1;
    }

    /** Gives back what a refused proposal had taken. */
    void putBack(long id, Pence amount) {
        jdbc.sql("update suspense_item set unplaced = unplaced + ? where id = ?").params(amount.amount(), id).update();
    }

    /** Writes a move down; done at once unless a second person has to decide. */
    Placing propose(HeldMoney item, String kind, Debt debt, Pence amount, String note, boolean twoPeople, Actor actor) {
        var now = Timestamp.from(clock.instant());
        var id = jdbc.sql("""
                        insert into suspense_move (item_id, contract_ref, kind, statement_ref, line_ref, payer, amount, note, two_people, status, proposed_by,
                            proposed_at, decided_by, decided_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(item.id(), item.contractRef(), kind, debt == null ? null : debt.statementRef(), debt == null ? null : debt.lineRef(),
                        debt == null ? null : debt.payer(), amount.amount(), note, twoPeople, twoPeople ? "PROPOSED" : "DONE", actor.username(), now,
                        twoPeople ? null : actor.username(), twoPeople ? null : now)
                .query(Long.class).single();
        return placing(id).orElseThrow();
    }

    /** Decides on a proposal; false when it has been decided on meanwhile. */
    boolean settle(long move, String status, Actor actor) {
        return jdbc.sql("update suspense_move set status = ?, decided_by = ?, decided_at = ? where id = ? and status = 'PROPOSED'")
                .params(status, actor.username(), Timestamp.from(clock.instant()), move).update() == 1;
    }

    Optional<Placing> placing(long id) {
        return jdbc.sql("select * from suspense_move where id = ?").param(id).query(this::move).optional();
    }

    /** What was proposed or done under the actor's contracts: the undecided first, then the newest. */
    List<Placing> placings(Actor actor) {
        return jdbc.sql("select s.* from suspense_move s where " + MoneyScope.SEES
                        + " order by s.status = 'PROPOSED' desc, s.proposed_at desc, s.id desc limit 100")
                .param("me", actor.username()).query(this::move).list();
    }

    private HeldMoney item(ResultSet r, int n) throws SQLException {
        return new HeldMoney(r.getLong("id"), r.getString("name"), r.getInt("line_number"), r.getString("statement_ref") + ", " + r.getString("claim_ref"),
                r.getString("contract_ref"), r.getString("payer"), debts.payerName(r.getString("contract_ref"), r.getString("payer")), r.getString("reason"),
                Pence.of(r.getLong("amount")), Pence.of(r.getLong("unplaced")), r.getTimestamp("held_at").toInstant());
    }

    private Placing move(ResultSet r, int n) throws SQLException {
        return new Placing(r.getLong("id"), r.getLong("item_id"), r.getString("contract_ref"), r.getString("kind"), r.getString("statement_ref"),
                r.getString("line_ref"), r.getString("payer"), debts.payerName(r.getString("contract_ref"), r.getString("payer")), Pence.of(r.getLong("amount")),
                r.getString("note"), r.getBoolean("two_people"), r.getString("status"), r.getString("proposed_by"),
                r.getTimestamp("proposed_at").toInstant(), r.getString("decided_by"));
    }
}
