package org.placewell.claim;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.placewell.contract.domain.PayerShare;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Pence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes charges; the unique key decides that a thing is charged once. */
@Component
class ChargeStore {

    private final JdbcClient jdbc;
    private final MovableClock clock;

    ChargeStore(JdbcClient jdbc, MovableClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Inserts a charge with its shares unless the same thing is charged already; false when it is. */
    boolean add(String ref, Charge.Proposal proposal, ChargeStatus status, String recordedBy) {
        int added = jdbc.sql("""
                        insert into charge (ref, key, kind, contract_ref, contract_version, period, amount, title, arithmetic, reason, note, status,
                            recorded_by, recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (key) do nothing""")
                .params(ref, proposal.key(), proposal.kind().name(), proposal.contractRef(), proposal.contractVersion(), proposal.period().toString(),
                        proposal.amount().amount(), proposal.title(), proposal.arithmetic(),
                        proposal.reason() == null ? null : proposal.reason().code(), proposal.note(), status.name(), recordedBy, now())
                .update();
        for (int i = 0; added == 1 && i < proposal.shares().size(); i++) {
            var share = proposal.shares().get(i);
            jdbc.sql("insert into charge_share (charge_ref, payer, position, amount) values (?, ?, ?, ?)")
                    .params(ref, share.payerId(), i, share.amount().amount()).update();
        }
        return added == 1;
    }

    /** Decides on a proposal; false when somebody else has. */
    boolean decide(String ref, ChargeStatus to, String decidedBy) {
        return jdbc.sql("update charge set status = ?, decided_by = ?, decided_at = ? where ref = ? and status = 'PROPOSED'")
                .params(to.name(), decidedBy, now(), ref).update() == 1;
    }

    Optional<Charge> find(String ref) {
        return jdbc.sql("select * from charge where ref = ?").param(ref).query(this::row).optional();
    }

    /** The charges of a contract, newest first. */
    List<Charge> of(String contractRef) {
        return jdbc.sql("select * from charge where contract_ref = ? order by recorded_at desc, ref limit 500").param(contractRef).query(this::row)
                .list();
    }

    /** Every fee ever recorded, for the books. */
    List<Charge> fees() {
        return jdbc.sql("select * from charge where kind = 'FEE' order by ref").query(this::row).list();
    }

    boolean exists(String key) {
        return jdbc.sql("select exists (select 1 from charge where key = ?)").param(key).query(Boolean.class).single();
    }

    /** The last closed month of a contract; empty while none is closed. */
    Optional<YearMonth> closedUntil(String contractRef) {
        return jdbc.sql("select max(period) as period from period_close where contract_ref = ? having max(period) is not null").param(contractRef)
                .query(String.class).optional().map(YearMonth::parse);
    }

    private Charge row(ResultSet r, int n) throws SQLException {
        var ref = r.getString("ref");
        var shares = jdbc.sql("select payer, amount from charge_share where charge_ref = ? order by position").param(ref)
                .query((s, m) -> new PayerShare(s.getString(1), Pence.of(s.getLong(2)))).list();
        var decided = r.getTimestamp("decided_at");
        return new Charge(ref, r.getString("key"), ChargeKind.valueOf(r.getString("kind")), r.getString("contract_ref"), r.getInt("contract_version"),
                YearMonth.parse(r.getString("period")), Pence.of(r.getLong("amount")), r.getString("title"), r.getString("arithmetic"), r.getString("note"), shares,
                ChargeStatus.valueOf(r.getString("status")), r.getString("recorded_by"), r.getTimestamp("recorded_at").toInstant(),
                r.getString("decided_by"), decided == null ? null : decided.toInstant());
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
