package org.placewell.claim;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.placewell.contract.domain.PayerShare;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Pence;
import org.placewell.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Reads and writes claims, one statement each; a change of status is a conditional update. */
@Component
class ClaimStore {

    private final JdbcClient jdbc;
    private final MovableClock clock;

    ClaimStore(JdbcClient jdbc, MovableClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Inserts an open claim unless a live one stands for the same outcome; false when it does. */
    boolean open(Claim claim) {
        return jdbc.sql("""
                        insert into outcome_claim (ref, contract_ref, contract_version, referral_ref, person_id, outcome, occurrence, status, amount,
                            window_from, reached_on, claim_by, explanation, opened_at, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?, 'OPEN', ?, ?, ?, ?, ?, ?, ?)
                        on conflict (contract_ref, outcome, occurrence) where status in ('OPEN', 'RESERVED', 'INSTRUCTED', 'PAID') do nothing""")
                .params(claim.ref(), claim.contractRef(), claim.contractVersion(), claim.referralRef(), claim.personId(), claim.outcome(),
                        claim.occurrence(), claim.amount().amount(), claim.windowFrom(), claim.reachedOn(), claim.claimBy(), claim.explanation(),
                        now(), now())
                .update() == 1;
    }

    Claim get(String ref) {
        return find(ref).orElseThrow(() -> new Problem.NotFound("this claim"));
    }

    Optional<Claim> find(String ref) {
        return jdbc.sql("select * from outcome_claim where ref = ?").param(ref).query(ClaimStore::row).optional();
    }

    /** The claim with its row locked until the transaction ends. */
    Claim lock(String ref) {
        return jdbc.sql("select * from outcome_claim where ref = ? for update").param(ref).query(ClaimStore::row).optional()
                .orElseThrow(() -> new Problem.NotFound("this claim"));
    }

    List<Claim> ofReferral(String referralRef) {
        return jdbc.sql("select * from outcome_claim where referral_ref = ? order by opened_at, ref").param(referralRef).query(ClaimStore::row)
                .list();
    }

    /** Every claim of a person under a contract, oldest first; by referral, because a person's records can be joined and separated. */
    List<Claim> ofPerson(String contractRef, long personId) {
        return jdbc.sql("select c.* from outcome_claim c join referral r on r.ref = c.referral_ref where c.contract_ref = ? and r.person_id = ?"
                        + " order by c.opened_at, c.ref")
                .params(contractRef, personId).query(ClaimStore::row).list();
    }

    /** Holds off joining and separating the records of a referral's person until the transaction ends. */
    void lockPerson(String referralRef) {
        jdbc.sql("select lock_person_of(?)").param(referralRef).query(Long.class).single();
    }

    /** Moves a claim to a status from any that may go there; false when it stands elsewhere. */
    boolean move(String ref, ClaimStatus to) {
        return jdbc.sql("update outcome_claim set status = :to, changed_at = :at where ref = :ref and status in (:from)")
                .param("to", to.name()).param("at", now()).param("ref", ref)
                .param("from", ClaimStatus.MOVES.before(to).stream().map(Enum::name).toList())
                .update() == 1;
    }

    void price(String ref, Pence amount, int explanation, LocalDate windowFrom, LocalDate reachedOn) {
        jdbc.sql("update outcome_claim set amount = ?, explanation = ?, window_from = ?, reached_on = ? where ref = ?")
                .params(amount.amount(), explanation, windowFrom, reachedOn, ref).update();
    }

    /** Notes why corrected facts put the claim in doubt; null takes the doubt away. False when it said so already. */
    boolean flag(String ref, String flag) {
        return jdbc.sql("update outcome_claim set flag = :flag where ref = :ref and flag is distinct from :flag")
                .param("flag", flag, java.sql.Types.VARCHAR).param("ref", ref).update() == 1;
    }

    /** Whether the money was taken back because the record was corrected: the outcome may be reached anew. */
    boolean takenBackByCorrection(Claim claim) {
        return claim.status() == ClaimStatus.REVERSED && jdbc.sql(
                        "select exists (select 1 from reversal where claim_ref = ? and status = 'APPROVED' and reason = 'recordCorrected')")
                .param(claim.ref()).query(Boolean.class).single();
    }

    void participant(String ref, String username, String part) {
        jdbc.sql("insert into claim_participant (claim_ref, username, part) values (?, ?, ?) on conflict do nothing")
                .params(ref, username, part).update();
    }

    void shares(String ref, List<PayerShare> shares) {
        for (int i = 0; i < shares.size(); i++) {
            jdbc.sql("insert into claim_share (claim_ref, payer, position, amount) values (?, ?, ?, ?)")
                    .params(ref, shares.get(i).payerId(), i, shares.get(i).amount().amount()).update();
        }
    }

    /** Whether every share of a claim has the money in. */
    boolean settled(String ref) {
        return jdbc.sql("""
                        select not exists (select 1 from claim_share s where s.claim_ref = ? and s.amount > 0 and not exists (
                            select 1 from journal j where j.key = 'settled:CLAIM:' || s.claim_ref || ':' || s.payer))""")
                .param(ref).query(Boolean.class).single();
    }

    /** Locks claims until the transaction ends, in a fixed order; returns their references. */
    List<String> lock(Collection<String> refs) {
        return jdbc.sql("select ref from outcome_claim where ref = any (cast(? as text[])) order by ref for update").param(array(refs))
                .query(String.class).list();
    }

    /** Those among claims that every payer has been asked to pay, as the ledger says. */
    List<String> instructed(Collection<String> refs) {
        return jdbc.sql("""
                        select c.ref from outcome_claim c where c.ref = any (cast(? as text[])) and not exists (
                            select 1 from claim_share s where s.claim_ref = c.ref and s.amount > 0 and not exists (
                                select 1 from journal j where j.key = 'instructed:' || s.claim_ref || ':' || s.payer)) order by c.ref""")
                .param(array(refs)).query(String.class).list();
    }

    /** Moves claims to INSTRUCTED; returns those that moved, with their referrals. */
    List<Map.Entry<String, String>> instruct(Collection<String> refs) {
        return new ArrayList<>(jdbc.sql("""
                        update outcome_claim set status = 'INSTRUCTED', changed_at = :at where ref = any (cast(:refs as text[])) and status in (:from)
                        returning ref, referral_ref""")
                .param("at", now()).param("refs", array(refs)).param("from", ClaimStatus.MOVES.before(ClaimStatus.INSTRUCTED).stream().map(Enum::name)
                        .toList())
                .query((r, n) -> Map.entry(r.getString(1), r.getString(2))).list());
    }

    static SqlArrayValue array(Collection<String> texts) {
        return new SqlArrayValue("text", texts.toArray());
    }

    List<ClaimTotals.Outcome> totals(String contractRef) {
        return jdbc.sql("""
                        select outcome, count(*), count(*) filter (where status in ('RESERVED', 'INSTRUCTED', 'PAID', 'REVERSED')),
                            count(*) filter (where status = 'REJECTED'), count(*) filter (where status = 'PAID'),
                            coalesce(sum(amount) filter (where status = 'PAID'), 0)
                        from outcome_claim where contract_ref = ? group by outcome order by outcome""")
                .param(contractRef)
                .query((r, n) -> new ClaimTotals.Outcome(r.getString(1), r.getLong(2), r.getLong(3), r.getLong(4), r.getLong(5), r.getLong(6)))
                .list();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    static Claim row(ResultSet r, int n) throws SQLException {
        return new Claim(r.getString("ref"), r.getString("contract_ref"), r.getInt("contract_version"), r.getString("referral_ref"),
                r.getLong("person_id"), r.getString("outcome"), r.getString("occurrence"), ClaimStatus.valueOf(r.getString("status")),
                Pence.of(r.getLong("amount")), day(r, "window_from"), day(r, "reached_on"), day(r, "claim_by"), r.getInt("explanation"),
                r.getString("flag"), r.getTimestamp("opened_at").toInstant(), r.getTimestamp("changed_at").toInstant());
    }

    private static LocalDate day(ResultSet r, String column) throws SQLException {
        return r.getObject(column, LocalDate.class);
    }
}
