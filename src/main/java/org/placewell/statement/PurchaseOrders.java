package org.placewell.statement;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.placewell.shared.MovableClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The payers' orders: no order, no approval. */
@Component
class PurchaseOrders {

    private final JdbcClient jdbc;
    private final MovableClock clock;

    PurchaseOrders(JdbcClient jdbc, MovableClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void enter(PurchaseOrder order) {
        jdbc.sql("insert into purchase_order (contract_ref, payer, number, from_day, until_day, entered_by, entered_at) values (?, ?, ?, ?, ?, ?, ?)")
                .params(order.contractRef(), order.payer(), order.number(), order.from(), order.until(), order.enteredBy(),
                        Timestamp.from(clock.instant())).update();
    }

    /** The number of the order that covers a month; empty when there is none. */
    Optional<String> covering(String contractRef, String payer, YearMonth period) {
        return jdbc.sql("select order_for(?, ?, ?) as number").params(contractRef, payer, period.toString())
                .query((r, n) -> Optional.ofNullable(r.getString("number"))).single();
    }

    /** Who entered the order that covers a month. */
    String enteredBy(String contractRef, String payer, YearMonth period) {
        return jdbc.sql("select order_entered_by(?, ?, ?)").params(contractRef, payer, period.toString()).query(String.class).single();
    }

    /** Notes the order on a statement that nobody has approved yet. */
    void note(String statementRef, String number) {
        jdbc.sql("update statement set purchase_order = ? where ref = ? and purchase_order is distinct from ?").params(number, statementRef, number)
                .update();
    }

    /** The orders of a contract, newest first. */
    List<PurchaseOrder> of(String contractRef) {
        return jdbc.sql("select * from purchase_order where contract_ref = ? order by id desc").param(contractRef)
                .query((r, n) -> new PurchaseOrder(contractRef, r.getString("payer"), r.getString("number"), r.getObject("from_day", LocalDate.class),
                        r.getObject("until_day", LocalDate.class), r.getString("entered_by"))).list();
    }
}
