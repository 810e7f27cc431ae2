package org.placewell.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.placewell.contract.domain.IncomeKind;
import org.placewell.contract.domain.ShownBy.Covers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of evidence cases. Every move is a conditional update: of two who try, one finds the status changed. */
@Repository
class CaseStore {

    private final JdbcClient jdbc;

    CaseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes a new case; false when the claim has one already. */
    boolean open(NewEvidenceCase claim, LocalDate today) {
        var needs = claim.requirements();
        int rows = jdbc.sql("""
                        insert into evidence_case (claim_ref, referral_ref, contract_ref, contract_version, outcome_code, outcome_name, rule_sentence,
                            amount_pence, team_id, specialist, client_name, window_from, window_to, claim_by, covers, minutes_from,
                            minutes_below, self_employment_counts, excluded_work, supply_chain_counts, excluded_income, provisional_days,
                            rounds_allowed, more_information_days, dispute_days, status, opened_on)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPENED', ?) on conflict do nothing""")
                .params(claim.claimRef(), claim.referralRef(), claim.contractRef(), claim.contractVersion(), claim.outcomeCode(),
                        claim.outcomeName(), claim.ruleSentence(), claim.amountPence(), claim.team(), claim.specialist(), claim.clientName(),
                        claim.windowFrom(), claim.windowTo(), claim.claimBy(), needs.covers().name(), needs.minutesFrom(), needs.minutesBelow(),
                        needs.selfEmploymentCounts(), needs.excludedWork().stream().sorted().toArray(String[]::new), needs.supplyChainCounts(),
                        needs.excludedIncome().stream().map(Enum::name).sorted().toArray(String[]::new), needs.provisionalDays(),
                        needs.rounds(), needs.moreInformationDays(), needs.disputeDays(), today)
                .update();
        if (rows == 0) {
            return false;
        }
        var kinds = needs.kinds();
        requirements(claim.claimRef(), 0, kinds.preferred(), "PREFERRED");
        requirements(claim.claimRef(), 100, kinds.alternatives(), "ALTERNATIVE");
        requirements(claim.claimRef(), 200, kinds.selfEmployed(), "SELF_EMPLOYED");
        requirements(claim.claimRef(), 300, kinds.provisional(), "PROVISIONAL");
        claim.jobs().forEach(job -> job(claim.claimRef(), job));
        claim.recorders().forEach(recorder -> participant(claim.claimRef(), recorder, "RECORDER"));
        return true;
    }

    Optional<EvidenceCaseView> find(String claimRef) {
        return jdbc.sql("select * from evidence_case where claim_ref = ?").param(claimRef).query(this::view).optional();
    }

    /** Cases of a condition over the case {@code c}, with {@code :me} and {@code :ref} to fill in. */
    List<EvidenceCaseView> list(String condition, Map<String, ?> parameters) {
        return jdbc.sql("select c.* from evidence_case c where " + condition + " order by c.claim_by, c.claim_ref")
                .params(parameters).query(this::view).list();
    }

    /** Whether the person is the referral's specialist or leads its team. */
    boolean worksWith(String referralRef, String username) {
        return jdbc.sql("select exists (select 1 from case_access where referral_ref = ? and username = ? and role in ('SPECIALIST', 'TEAM_LEADER'))")
                .params(referralRef, username).query(Boolean.class).single();
    }

    /** Holds the case until the transaction ends, so that decisions about it queue up. */
    void lock(String claimRef) {
        jdbc.sql("select claim_ref from evidence_case where claim_ref = ? for update").param(claimRef).query(String.class).optional();
    }

    /** Holds the referral's papers until the transaction ends. */
    void lockReferral(String referralRef) {
        jdbc.sql("select ref from referral where ref = ? for no key update").param(referralRef).query(String.class).optional();
    }

    /** Moves the case on if it still stands where the caller saw it, and if the table of moves has the move. */
    boolean move(String claimRef, EvidenceStatus from, EvidenceStatus to) {
        EvidenceStatus.MOVES.check(from, to);
        return jdbc.sql("update evidence_case set status = ? where claim_ref = ? and status = ?").params(to.name(), claimRef, from.name()).update() == 1;
    }

    void submitted(String claimRef, LocalDate today, String note) {
        jdbc.sql("update evidence_case set submitted_on = ?, submission_note = ? where claim_ref = ?").params(today, note, claimRef).update();
    }

    /** Notes that provisional evidence was sent in; false when it was before. */
    boolean provisional(String claimRef, LocalDate today) {
        return jdbc.sql("update evidence_case set provisional_on = ? where claim_ref = ? and provisional_on is null").params(today, claimRef).update() == 1;
    }

    void decided(String claimRef, LocalDate today, int round) {
        jdbc.sql("update evidence_case set decided_on = ?, round = ? where claim_ref = ?").params(today, round, claimRef).update();
    }

    void disputed(String claimRef, String grounds) {
        jdbc.sql("update evidence_case set dispute_grounds = ? where claim_ref = ?").params(grounds, claimRef).update();
    }

    void closed(String claimRef, RejectionReason reason) {
        jdbc.sql("update evidence_case set close_reason = ? where claim_ref = ?").params(reason.name(), claimRef).update();
    }

    void participant(String claimRef, String username, String part) {
        jdbc.sql("insert into evidence_participant (claim_ref, username, part) values (?, ?, ?) on conflict do nothing")
                .params(claimRef, username, part).update();
    }

    Participants participants(String claimRef) {
        var involved = jdbc.sql("select distinct username from evidence_participant where claim_ref = ?").param(claimRef).query(String.class).set();
        var first = jdbc.sql("select distinct reviewer from evidence_review where claim_ref = ? and kind = 'FIRST'")
                .param(claimRef).query(String.class).set();
        var later = jdbc.sql("select distinct reviewer from evidence_review where claim_ref = ? and kind <> 'FIRST'")
                .param(claimRef).query(String.class).set();
        return new Participants(involved, first, later);
    }

    private void requirements(String claimRef, int position, List<String> types, String rank) {
        types.forEach(type -> jdbc.sql("insert into evidence_requirement (claim_ref, position, type_code, rank) values (?, ?, ?, ?)")
                .params(claimRef, position + types.indexOf(type) + 1, type, rank).update());
    }

    private void job(String claimRef, JobFact job) {
        jdbc.sql("""
                        insert into evidence_job (claim_ref, job_ref, started_on, ended_on, kind, competitive, inside_supply_chain)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(claimRef, job.jobRef(), job.start(), job.end(), job.kind(), job.competitive(), job.insideSupplyChain()).update();
        job.hours().forEach(hours -> jdbc.sql(
                        "insert into evidence_job_hours (claim_ref, job_ref, from_date, minutes_per_week) values (?, ?, ?, ?)")
                .params(claimRef, job.jobRef(), hours.from(), hours.minutesPerWeek()).update());
    }

    private List<JobFact> jobs(String claimRef) {
        return jdbc.sql("select * from evidence_job where claim_ref = ? order by started_on, job_ref").param(claimRef)
                .query((r, n) -> new JobFact(r.getString("job_ref"), date(r, "started_on"), date(r, "ended_on"),
                        hours(claimRef, r.getString("job_ref")), r.getString("kind"), r.getBoolean("competitive"), r.getBoolean("inside_supply_chain")))
                .list();
    }

    private List<JobFact.Hours> hours(String claimRef, String jobRef) {
        return jdbc.sql("select from_date, minutes_per_week from evidence_job_hours where claim_ref = ? and job_ref = ? order by from_date")
                .params(claimRef, jobRef).query((r, n) -> new JobFact.Hours(date(r, "from_date"), r.getInt("minutes_per_week"))).list();
    }

    private List<String> types(String claimRef, String rank) {
        return jdbc.sql("select type_code from evidence_requirement where claim_ref = ? and rank = ? order by position")
                .params(claimRef, rank).query(String.class).list();
    }

    private EvidenceCaseView view(ResultSet r, int n) throws SQLException {
        var ref = r.getString("claim_ref");
        var kinds = new EvidenceRequirements.Kinds(types(ref, "PREFERRED"), types(ref, "ALTERNATIVE"), types(ref, "SELF_EMPLOYED"),
                types(ref, "PROVISIONAL"));
        var needs = new EvidenceRequirements(kinds, Covers.valueOf(r.getString("covers")), r.getInt("provisional_days"),
                r.getObject("minutes_from", Integer.class), r.getObject("minutes_below", Integer.class), r.getBoolean("self_employment_counts"),
                names(r, "excluded_work").collect(Collectors.toSet()), r.getBoolean("supply_chain_counts"),
                names(r, "excluded_income").map(IncomeKind::valueOf).collect(Collectors.toSet()), r.getInt("rounds_allowed"),
                r.getInt("more_information_days"), r.getInt("dispute_days"));
        var recorders = jdbc.sql("select username from evidence_participant where claim_ref = ? and part = 'RECORDER'").param(ref)
                .query(String.class).set();
        var claim = new NewEvidenceCase(ref, r.getString("referral_ref"), r.getString("contract_ref"), r.getInt("contract_version"),
                r.getString("outcome_code"), r.getString("outcome_name"), r.getString("rule_sentence"), r.getLong("amount_pence"),
                r.getString("team_id"), r.getString("specialist"), recorders, r.getString("client_name"), date(r, "window_from"),
                date(r, "window_to"), date(r, "claim_by"), jobs(ref), needs);
        return new EvidenceCaseView(claim, EvidenceStatus.valueOf(r.getString("status")), r.getInt("round"), date(r, "opened_on"),
                date(r, "submitted_on"), date(r, "provisional_on"), date(r, "decided_on"), r.getString("submission_note"), r.getString("dispute_grounds"),
                r.getString("close_reason"));
    }

    private static Stream<String> names(ResultSet r, String column) throws SQLException {
        return Arrays.stream((String[]) r.getArray(column).getArray());
    }

    private static LocalDate date(ResultSet r, String column) throws SQLException {
        return r.getObject(column, LocalDate.class);
    }
}
