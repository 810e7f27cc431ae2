package org.placewell.triage;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.placewell.contract.domain.Trial;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/**
 * The trial tables' SQL. The sealed list itself cannot be read here: the database's functions are the one door to it: they take the
 * next slot for somebody who has agreed and been measured, and say its arm once that is kept.
 */
@Component
class TrialStore {

    private final JdbcClient jdbc;

    TrialStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false when it was recorded before */
    boolean enter(String ref, TrialEntry entry, String by, Instant at) {
        return jdbc.sql("insert into trial_entry (referral_ref, takes_part, asked_on, measure, score, measured_on, recorded_by, recorded_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                .params(ref, entry.takesPart(), entry.askedOn(), entry.measure(), entry.score(), entry.measuredOn(), by,
                        Timestamp.from(at)).update() == 1;
    }

    Optional<TrialEntry> entry(String ref) {
        return jdbc.sql("select takes_part, asked_on, measure, score, measured_on from trial_entry where referral_ref = ?").param(ref)
                .query((row, n) -> new TrialEntry(row.getBoolean(1), row.getObject(2, LocalDate.class), row.getString(3), row.getObject(4,
                        Integer.class),
                        row.getObject(5, LocalDate.class))).optional();
    }

    String recordedBy(String ref) {
        return jdbc.sql("select recorded_by from trial_entry where referral_ref = ?").param(ref).query(String.class).single();
    }

    /** States how a version of a contract allocates; the first statement stands. */
    void state(String contractRef, int version, Trial trial) {
        jdbc.sql("insert into trial_rule (contract_ref, contract_version, support, usual_care, sizes) values (?, ?, ?, ?, ?) on conflict do nothing")
                .params(contractRef, version, trial.support(), trial.usualCare(), new SqlArrayValue("int", trial.blocks().toArray())).update();
    }

    /** Takes the next slot of the clinical team's list, once for a person under a contract, without learning its arm. */
    void take(String ref, String by, Instant at) {
        jdbc.sql("select trial_take(?, ?, ?)::text").params(ref, by, Timestamp.from(at)).query(String.class).optional();
    }

    /** Whether a slot has been taken for the referral, or for an earlier one of the same person under the contract. */
    boolean taken(String ref) {
        return jdbc.sql("""
                        select exists (select 1 from trial_draw d join referral r on r.ref = d.referral_ref join referral mine on mine.ref = ?
                            where r.person_id = mine.person_id and d.contract_ref = mine.contract_ref)""").param(ref).query(Boolean.class).single();
    }

    /** The arm of the slot that was taken in an earlier transaction; again: the same arm. */
    String open(String ref, String by, Instant at) {
        return jdbc.sql("select trial_open(?, ?, ?)").params(ref, by, Timestamp.from(at)).query(String.class).single();
    }

    /** Whether a revealed arm was drawn for this referral, and not for an earlier one of the same person. */
    boolean drawnHere(String ref) {
        return jdbc.sql("select drawn_at is null from trial_reveal where referral_ref = ?").param(ref).query(Boolean.class).single();
    }

    /** The referral of the draw that a referral stands on; empty when no arm was revealed. */
    Optional<String> drawOf(String ref) {
        return jdbc.sql("select coalesce(drawn_at, referral_ref) from trial_reveal where referral_ref = ?").param(ref).query(String.class).optional();
    }

    /** The referrals of one person that stand on a draw, the one of the draw among them. */
    List<String> standingOn(String draw) {
        return jdbc.sql("select referral_ref from trial_reveal where coalesce(drawn_at, referral_ref) = ? order by 1").param(draw)
                .query(String.class).list();
    }

    boolean followedUp(String draw) {
        return jdbc.sql("select exists (select 1 from trial_follow_up where referral_ref = ?)").param(draw).query(Boolean.class).single();
    }

    /** Whether the person of a referral has left the trial of its contract, on whatever referral. */
    boolean hasLeft(String ref) {
        return jdbc.sql("""
                        select exists (select 1 from referral mine join referral r on r.person_id = mine.person_id and r.contract_ref = mine.contract_ref
                            join trial_follow_up f on f.referral_ref = r.ref and f.answer = 'withdrawn' where mine.ref = ?)""")
                .param(ref).query(Boolean.class).single();
    }

    /** When somebody's arm was revealed. */
    Optional<Instant> revealedAt(String ref) {
        return jdbc.sql("select revealed_at from trial_reveal where referral_ref = ?").param(ref).query(Timestamp.class).optional()
                .map(Timestamp::toInstant);
    }

    /** @return false when it was recorded before */
    boolean followUp(String ref, String answer, LocalDate on, Integer score, Boolean inWork, String by, Instant at) {
        return jdbc.sql("insert into trial_follow_up (referral_ref, answer, on_date, score, in_work, recorded_by, recorded_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                .params(ref, answer, on, score, inWork, by, Timestamp.from(at)).update() == 1;
    }

    /** The trials of the contracts and teams that the person works on. */
    List<TrialLine> lines(String username) {
        return jdbc.sql("""
                        select r.contract_ref, t.name, count(*) filter (where not e.takes_part), count(*) filter (where v.arm = 'support'),
                            count(*) filter (where v.arm = 'usualCare'),
                            count(*) filter (where f.answer <> 'withdrawn'), count(*) filter (where f.answer = 'withdrawn')
                        from trial_entry e join referral r on r.ref = e.referral_ref join team t on t.id = r.clinical_team_id
                        left join trial_reveal v on v.referral_ref = e.referral_ref and v.drawn_at is null
                        left join trial_follow_up f on f.referral_ref = e.referral_ref
                        where exists (select 1 from role_grant g join team own on own.id = r.team_id where g.username = :me
                            and (g.role = 'CONTRACT_MANAGER' and g.contract_ref = r.contract_ref
                              or g.role = 'TEAM_LEADER' and g.organisation_id = own.organisation_id and (g.team_id is null or g.team_id = r.team_id)
                                  and (g.contract_ref is null or g.contract_ref = r.contract_ref)))
                        group by 1, 2 order by 1, 2""")
                .param("me", username)
                .query((row, n) -> new TrialLine(row.getString(1), row.getString(2), row.getInt(3), row.getInt(4), row.getInt(5),
                        row.getInt(6), row.getInt(7))).list();
    }
}
