package org.placewell.settlement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.placewell.contract.Contracts;
import org.placewell.contract.domain.Party;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Pence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what payers were asked for and what the ledger says has come in of it. */
@Component
class Debts {

    private static final String SELECT = """
            select d.* from (select i.statement_ref, i.line_ref, i.kind, s.contract_ref, i.payer, i.amount, i.instructed_at,
                coalesce((select -sum(p.amount) from journal j join posting p on p.journal_id = j.id
                    join ledger_account a on a.code = p.account and a.kind = 'RECEIVABLE'
                    where (j.claim_ref = i.claim_ref or j.charge_ref = i.charge_ref) and j.payer = i.payer and j.statement_ref = i.statement_ref
                        and j.kind in ('SETTLED', 'SUSPENSE_OUT')), 0) as received
            from payment_instruction i join statement s on s.ref = i.statement_ref) d\s""";

    private final JdbcClient jdbc;
    private final Contracts contracts;
    private final MovableClock clock;

    Debts(JdbcClient jdbc, Contracts contracts, MovableClock clock) {
        this.jdbc = jdbc;
        this.contracts = contracts;
        this.clock = clock;
    }

    /** What was asked for on a line of a statement; empty when nothing was. */
    Optional<Debt> find(String statementRef, String lineRef) {
        return jdbc.sql(SELECT + "where d.statement_ref = ? and d.line_ref = ?").params(statementRef, lineRef).query(this::row).optional();
    }

    /** Some line of a statement: it tells the statement's contract and payer. Empty when nothing of it was asked for. */
    Optional<Debt> any(String statementRef) {
        return jdbc.sql(SELECT + "where d.statement_ref = ? limit 1").param(statementRef).query(this::row).optional();
    }

    /** What is still open under a contract, the oldest first. */
    List<Debt> open(String contractRef) {
        return jdbc.sql(SELECT + """
                        where d.contract_ref = ? and not exists (select 1 from journal j where j.key = 'settled:' || d.kind || ':' || d.line_ref || ':' || d.payer)
                        order by d.instructed_at, d.statement_ref, d.line_ref""")
                .param(contractRef).query(this::row).list();
    }

    /** Makes everybody else who settles lines of a statement wait until the transaction ends. */
    void lock(String statementRef) {
        jdbc.sql("select ref from statement where ref = ? for update").param(statementRef).query(String.class).optional();
    }

    /** A payer's name under a contract; null for nobody. */
    String payerName(String contractRef, String payer) {
        return payer == null ? null : contracts.inForce(contractRef, clock.today()).payer(payer).map(Party::name).orElse(payer);
    }

    private Debt row(ResultSet r, int n) throws SQLException {
        return new Debt(r.getString("statement_ref"), r.getString("line_ref"), r.getString("kind"), r.getString("contract_ref"), r.getString("payer"),
                payerName(r.getString("contract_ref"), r.getString("payer")),                Pence.of(r.getLong("amount")), Pence.of(r.getLong("received")),
                r.getTimestamp("instructed_at").toInstant().atZone(MovableClock.LONDON).toLocalDate());
    }
}
