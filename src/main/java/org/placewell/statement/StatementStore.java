package org.placewell.statement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.placewell.security.Actor;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Pence;
import org.placewell.shared.Problem;
import org.placewell.statement.Statement.Line;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes statements and their lines; a change of status is a conditional update. */
@Component
class StatementStore {

    private final JdbcClient jdbc;
    private final MovableClock clock;

    StatementStore(JdbcClient jdbc, MovableClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Inserts a draft unless one is in preparation for the payer and period; false when there is. */
    boolean draft(String ref, String contractRef, String payer, YearMonth period, Pence seniorAbove, Actor actor) {
        return jdbc.sql("""
                        insert into statement (ref, contract_ref, payer, period, status, drafted_by, drafted_at, changed_at, senior_above)
                        values (?, ?, ?, ?, 'DRAFT', ?, ?, ?, ?)
                        on conflict (contract_ref, payer, period) where status in ('DRAFT', 'CHECKED', 'APPROVED_ONCE',
                                'APPROVED_TWICE') do nothing""")
                .params(ref, contractRef, payer, period.toString(), actor.username(), now(), now(), seniorAbove == null ? null : seniorAbove.amount())
                .update() == 1;
    }

    /** Puts every validated share of the payer that is on no statement, every credit and every charge on the draft; returns how many. */
    int collect(String ref, String contractRef, String payer, YearMonth period) {
        int claims = jdbc.sql("""
                        insert into statement_line (statement_ref, claim_ref, payer, kind, amount, state)
                        select :ref, c.ref, s.payer, 'CLAIM', s.amount, 'LIVE' from claim_share s join outcome_claim c on c.ref = s.claim_ref
                        where c.contract_ref = :contract and s.payer = :payer and s.amount > 0 and c.status in ('RESERVED', 'INSTRUCTED') and
                            c.reached_on < :before
                            and not exists (select 1 from payment_instruction i where i.claim_ref = c.ref and i.payer = s.payer and i.kind = 'CLAIM')
                            and paid_before(c.ref) is null
                        order by c.reached_on, c.ref for share of c
                        on conflict (claim_ref, payer, kind) where state = 'LIVE' do nothing""")
                .param("ref", ref).param("contract", contractRef).param("payer", payer).param("before", period.plusMonths(1).atDay(1)).update();
        int credits = jdbc.sql("""
                        insert into statement_line (statement_ref, claim_ref, payer, kind, amount, state)
                        select :ref, k.claim_ref, k.payer, 'CREDIT', k.amount, 'LIVE' from claim_credit k join outcome_claim c on c.ref = k.claim_ref
                        where c.contract_ref = :contract and k.payer = :payer
                            and not exists (select 1 from payment_instruction i where i.claim_ref = k.claim_ref and i.payer = k.payer and i.kind =
                                'CREDIT')
                        order by k.claim_ref
                        on conflict (claim_ref, payer, kind) where state = 'LIVE' do nothing""")
                .param("ref", ref).param("contract", contractRef).param("payer", payer).update();
        int charges = jdbc.sql("""
                        insert into statement_line (statement_ref, charge_ref, payer, kind, amount, state)
                        select :ref, c.ref, s.payer, 'CHARGE', s.amount, 'LIVE' from charge_share s join charge c on c.ref = s.charge_ref
                        where c.contract_ref = :contract and s.payer = :payer and s.amount <> 0 and c.status = 'APPROVED' and c.period <= :period
                            and not exists (select 1 from payment_instruction i where i.charge_ref = c.ref and i.payer = s.payer)
                        order by c.period, c.ref
                        on conflict (charge_ref, payer) where state = 'LIVE' and charge_ref is not null do nothing""")
                .param("ref", ref).param("contract", contractRef).param("payer", payer).param("period", period.toString()).update();
        return claims + credits + charges;
    }

    Statement get(String ref) {
        return jdbc.sql("select * from statement where ref = ?").param(ref).query(StatementStore::row).optional()
                .orElseThrow(() -> new Problem.NotFound("this statement"));
    }

    /** The statement with its row locked until the transaction ends. */
    Statement lock(String ref) {
        return jdbc.sql("select * from statement where ref = ? for update").param(ref).query(StatementStore::row).optional()
                .orElseThrow(() -> new Problem.NotFound("this statement"));
    }

    List<Line> liveLines(String ref) {
        return jdbc.sql("select id, line_ref, kind, amount from statement_line where statement_ref = ? and state = 'LIVE' order by line_ref, "
                + "kind").param(ref)
                .query((r, n) -> new Line(r.getLong(1), r.getString(2), r.getString(3), Pence.of(r.getLong(4)))).list();
    }

    /** Takes lines off; returns how many were live. A claim's or charge's reference, or null for every line. */
    int release(String ref, String lineRef, String state, String reason) {
        return jdbc.sql("""
                        update statement_line set state = :state, reason = :reason
                        where statement_ref = :ref and state = 'LIVE' and (cast(:line as text) is null or line_ref = :line)""")
                .param("state", state).param("reason", reason).param("ref", ref).param("line", lineRef).update();
    }

    /** The statements on which something is held back now and that are approved twice, or just being worked on by somebody else. */
    List<String> tooFarToRelease(List<String> referrals) {
        var about = jdbc.sql("""
                        select distinct l.statement_ref from statement_line l join statement s on s.ref = l.statement_ref
                        join outcome_claim c on c.ref = l.claim_ref
                        where s.status in (:open) and l.state = 'LIVE' and l.kind = 'CLAIM'
                            and c.referral_ref in (select o.ref from referral o join referral r on r.person_id = o.person_id where r.ref in (:referrals))
                            and paid_before(c.ref) is not null""")
                .param("referrals", referrals)
                .param("open", Stream.concat(Stream.of(StatementStatus.APPROVED_TWICE), Arrays.stream(StatementStatus.values()).filter(StatementStatus::isOpen))
                        .map(Enum::name).toList())
                .query(String.class).list();
        if (about.isEmpty()) {
            return about;
        }
        // Not waiting for whoever holds one: they may wait for the join.
        var free = jdbc.sql("select ref from statement where ref in (:refs) and status <> 'APPROVED_TWICE' for update skip locked").param("refs", about)
                .query(String.class).list();
        return about.stream().filter(ref -> !free.contains(ref)).toList();
    }

    /** Takes off what is held back now, wherever lines can still leave; returns statement and claim of each line. */
    List<String[]> releaseHeldBack(List<String> referrals, String reason) {
        return jdbc.sql("""
                        update statement_line l set state = 'QUERIED', reason = :reason from statement s, outcome_claim c
                        where s.ref = l.statement_ref and s.status in (:open) and l.state = 'LIVE' and l.kind = 'CLAIM' and c.ref = l.claim_ref
                            and c.referral_ref in (select o.ref from referral o join referral r on r.person_id = o.person_id where r.ref in (:referrals))
                            and paid_before(c.ref) is not null
                        returning l.statement_ref, l.claim_ref""")
                .param("reason", reason).param("referrals", referrals)
                .param("open", Arrays.stream(StatementStatus.values()).filter(StatementStatus::isOpen).map(Enum::name).toList())
                .query((r, n) -> new String[] {r.getString(1), r.getString(2)}).list();
    }

    /** The claims on one statement that another record of the person goes before. */
    List<String> heldBackOn(String ref) {
        return jdbc.sql("select claim_ref from statement_line where statement_ref = ? and state = 'LIVE' and kind = 'CLAIM' and paid_before(claim_ref) is not null"
                + " order by 1").param(ref).query(String.class).list();
    }

    /** Moves a statement to a status from any that may go there; false when it stands elsewhere. */
    boolean move(String ref, StatementStatus to) {
        return jdbc.sql("update statement set status = :to, changed_at = :at where ref = :ref and status in (:from)")
                .param("to", to.name()).param("at", now()).param("ref", ref)
                .param("from", StatementStatus.MOVES.before(to).stream().map(Enum::name).toList())
                .update() == 1;
    }

    /** Sends it back to the draft as a new version, for which no approval counts. */
    boolean reopen(String ref) {
        return jdbc.sql("update statement set status = 'DRAFT', version = version + 1, changed_at = ? where ref = ? and status in ('CHECKED', "
                + "'APPROVED_ONCE')")
                .params(now(), ref).update() == 1;
    }

    void schedule(String ref, String csv, String hash) {
        jdbc.sql("update statement set schedule = ?, schedule_hash = ? where ref = ? and schedule is null").params(csv, hash, ref).update();
    }

    Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    static Statement row(ResultSet r, int n) throws SQLException {
        return new Statement(r.getString("ref"), r.getString("contract_ref"), r.getString("payer"), YearMonth.parse(r.getString("period")),
                StatementStatus.valueOf(r.getString("status")), r.getInt("version"), r.getString("drafted_by"), r.getTimestamp("drafted_at")
                        .toInstant(),
                r.getTimestamp("changed_at").toInstant(), r.getString("schedule"), r.getString("schedule_hash"),
                r.getObject("senior_above") == null ? null : Pence.of(r.getLong("senior_above")), r.getString("purchase_order"),
                r.getObject("payee_account", Long.class));
    }
}
