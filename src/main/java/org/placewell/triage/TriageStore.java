package org.placewell.triage;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.placewell.referral.ReferralView;
import org.placewell.shared.MovableClock;
import org.placewell.triage.TriageView.Question;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The triage tables' SQL. */
@Component
class TriageStore {

    private final JdbcClient jdbc;

    TriageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false when it was acknowledged before */
    boolean acknowledge(String ref, Instant at) {
        return jdbc.sql("insert into triage (referral_ref, acknowledged_at) values (?, ?) on conflict do nothing").params(ref, Timestamp.from(at)).update() == 1;
    }

    /** What triage found; it is the newest finding also where facts were put right before triage came to look. Safe to repeat. */
    void eligibility(ReferralView referral, Map<String, Object> found, Instant at) {
        jdbc.sql("update triage set eligibility = ?, eligibility_rule = ?, eligibility_note = ? where referral_ref = ?")
                .params(found.get("eligibility"), found.get("rule"), found.get("reason"), referral.ref()).update();
        var mine = new Eligibility.Finding((String) found.get("eligibility"), (String) found.get("reason"));
        if (finding(referral.ref()).filter(newest -> !newest.equals(mine)).isPresent()) {
            eligibilityAgain(referral, found, at);
        }
    }

    /** @return the number of the finding */
    long eligibilityAgain(ReferralView referral, Map<String, Object> found, Instant at) {
        return jdbc.sql("insert into eligibility_again (referral_ref, contract_ref, contract_version, eligibility, eligibility_rule, eligibility_note, found_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?) returning id")
                .params(referral.ref(), referral.contractRef(), referral.contractVersion(), found.get("eligibility"), found.get("rule"), found.get("reason"),
                        Timestamp.from(at)).query(Long.class).single();
    }

    /** The newest finding; triage's own where nobody has asked again. */
    Optional<Eligibility.Finding> finding(String ref) {
        return jdbc.sql("""
                        select eligibility, eligibility_note from (
                            select eligibility, eligibility_note, id from eligibility_again where referral_ref = :ref
                            union all select eligibility, eligibility_note, 0 from triage where referral_ref = :ref and eligibility is not null) found
                        order by id desc limit 1""").param("ref", ref)
                .query((row, n) -> new Eligibility.Finding(row.getString(1), row.getString(2))).optional();
    }

    /** The arm that stands: an earlier allocation is never drawn again. */
    String arm(String ref, String drawn) {
        return jdbc.sql("update triage set arm = coalesce(arm, ?) where referral_ref = ? returning arm").params(drawn, ref).query(String.class).single();
    }

    void decision(String ref, String decision, String by, Instant at) {
        jdbc.sql("update triage set decision = ?, decided_by = ?, decided_at = ? where referral_ref = ?").params(decision, by, Timestamp.from(at), ref).update();
    }

    /** The decision that ends triage; empty while there is none, also when the referrer has been asked for more. */
    Optional<Decided> decided(String ref) {
        return jdbc.sql("select decision, decided_at from triage where referral_ref = ? and decision in ('accept', 'handBack')").param(ref)
                .query((row, n) -> new Decided(row.getString(1).equals("accept"),
                        row.getTimestamp(2).toInstant().atZone(MovableClock.LONDON).toLocalDate())).optional();
    }

    /** Yes or no to a referral, and the day of it. */
    record Decided(boolean accepted, LocalDate on) {}

    void handBack(String ref, HandBackReason reason, String advice) {
        jdbc.sql("update triage set hand_back_reason = ?, advice = ? where referral_ref = ?").params(reason.code(), advice, ref).update();
    }

    void ask(String ref, int round, String question, String by, LocalDate on, LocalDate answerBy) {
        jdbc.sql("insert into triage_question (referral_ref, round, question, asked_by, asked_on, answer_by) values (?, ?, ?, ?, ?, ?)")
                .params(ref, round, question, by, on, answerBy).update();
    }

    /** @return false when there was no question without an answer */
    boolean answer(String ref, String answer, String by, LocalDate on) {
        return jdbc.sql("update triage_question set answer = ?, answered_by = ?, answered_on = ? where referral_ref = ? and answer is null"
                        + " and round = (select max(round) from triage_question where referral_ref = ?)")
                .params(answer, by, on, ref, ref).update() == 1;
    }

    List<Question> questions(String ref) {
        return jdbc.sql("select round, question, asked_on, answer_by, answer, answered_on from triage_question where referral_ref = ? order by round")
                .param(ref)
                .query((row, n) -> new Question(row.getInt(1), row.getString(2), row.getObject(3, LocalDate.class), row.getObject(4, LocalDate.class),
                        row.getString(5), row.getObject(6, LocalDate.class)))
                .list();
    }

    Optional<TriageView> find(String ref, int rounds) {
        var questions = questions(ref);
        var finding = finding(ref);
        return jdbc.sql("select hand_back_reason, advice from triage where referral_ref = ?").param(ref)
                .query((row, n) -> new TriageView(finding.map(Eligibility.Finding::eligibility).orElse(null), finding.map(Eligibility.Finding::note).orElse(null),
                        row.getString(1) == null ? null : HandBackReason.ofCode(row.getString(1)), row.getString(2), questions,
                        Math.max(0, rounds - questions.size())))
                .optional();
    }
}
