package org.placewell.referral;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.placewell.security.Actor;
import org.placewell.shared.NhsNumber;
import org.placewell.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of joined records. The rows of both people are locked first, so that two joins at once find one another's effect. */
@Component
class SamePersonStore {

    private final JdbcClient jdbc;

    SamePersonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void lock(long one, long other) {
        jdbc.sql("select id from person where id in (?, ?) order by id for update").params(one, other).query(Long.class).list();
    }

    boolean bothOpen(long one, long other) {
        return jdbc.sql(("select exists (select 1 from referral a join referral b on b.contract_ref = a.contract_ref"
                        + " where a.person_id = ? and b.person_id = ? and a.status in (:open) and b.status in (:open))")
                        .replace(":open", ReferralStore.open()))
                .params(one, other).query(Boolean.class).single();
    }

    /** @return the referrals that went over */
    List<String> join(long kept, long merged, String at, String reason, Actor actor, Instant now) {
        if (jdbc.sql("update person set joined_to = ?, version = version + 1 where id = ? and joined_to is null").params(kept,
                merged).update() != 1) {
            throw new Problem.Stale("Somebody else has just joined these records. Open the person again to see how they stand");
        }
        long join = jdbc.sql("insert into person_merge (kept_id, merged_id, decided_at, reason, merged_by, merged_at)"
                        + " values (?, ?, ?, ?, ?, ?) returning id")
                .params(kept, merged, at, reason, actor.username(), Timestamp.from(now)).query(Long.class).single();
        var moved = jdbc.sql("update referral set person_id = ? where person_id = ? returning ref").params(kept, merged).query(String.class).list();
        moved.forEach(ref -> jdbc.sql("insert into person_merge_referral (merge_id, referral_ref) values (?, ?)").params(join, ref).update());
        return moved.stream().sorted().toList();
    }

    /** Keeps which answers the standing record has from the other one, with the join that is the newest of that record. */
    void carry(long kept, long merged, List<String> answers) {
        if (!answers.isEmpty()) {
            jdbc.sql("insert into person_merge_answers (merge_id, answers) select max(id), ? from person_merge where kept_id = ? and merged_id = ?")
                    .params(answers.toArray(String[]::new), kept, merged).update();
        }
    }

    /** What a join has carried, on the record that it joined to and on those that this one was joined to in its turn. */
    List<Carried> carried(long join) {
        return jdbc.sql("""
                        with recursive way as (
                            select m.kept_id, m.merged_id, a.answers from person_merge m join person_merge_answers a on a.merge_id = m.id where m.id = ?
                            union all
                            select m.kept_id, way.merged_id, array(select unnest(way.answers) intersect select unnest(a.answers))
                            from way join person_merge m on m.merged_id = way.kept_id join person_merge_answers a on a.merge_id = m.id
                            where not exists (select 1 from person_merge_undo u where u.merge_id = m.id))
                        select kept_id, merged_id, answers from way order by 1""").param(join)
                .query((row, n) -> new Carried(row.getLong(1), row.getLong(2), List.of((String[]) row.getArray(3).getArray()))).list();
    }

    /** Answers that a record has from another one. */
    record Carried(long from, long whose, List<String> answers) {}

    /** @return the referrals that went back */
    List<String> separate(long join, String reason, Actor actor, Instant now) {
        long merged = jdbc.sql("select merged_id from person_merge where id = ?").param(join).query(Long.class).single();
        long stands = jdbc.sql("select person_standing(?)").param(merged).query(Long.class).single();
        lock(merged, stands);
        if (jdbc.sql("insert into person_merge_undo (merge_id, reason, undone_by, undone_at) values (?, ?, ?, ?) on conflict do nothing")
                .params(join, reason, actor.username(), Timestamp.from(now)).update() != 1) {
            throw new Problem.Stale("These records have already been separated");
        }
        jdbc.sql("update person set joined_to = null, version = version + 1 where id = ?").param(merged).update();
        return jdbc.sql("""
                        update referral set person_id = ? where person_id = ?
                            and ref in (select referral_ref from person_merge_referral where merge_id = ?)
                        returning ref""").params(merged, stands, join).query(String.class).list().stream().sorted().toList();
    }

    /** The joins of the record that stands, and those that a referral once went over by. */
    List<JoinedRecord> of(long person, String ref) {
        return jdbc.sql("""
                        select m.id, p.given_name || ' ' || p.family_name, p.birth_date, p.nhs_number,
                            array(select referral_ref from person_merge_referral where merge_id = m.id order by 1), m.reason,
                            m.merged_by, m.merged_at, u.undone_by, u.undone_at, u.reason
                        from person_merge m join person p on p.id = m.merged_id left join person_merge_undo u on u.merge_id = m.id
                        where person_standing(m.kept_id) = :person and (u.merge_id is null or m.kept_id = :person)
                           or exists (select 1 from person_merge_referral x where x.merge_id = m.id and x.referral_ref = :ref)
                        order by m.id desc""")
                .param("person", person).param("ref", ref)
                .query((row, n) -> new JoinedRecord(row.getLong(1), row.getString(2), row.getObject(3, LocalDate.class),
                        row.getString(4) == null ? "No NHS number" : new NhsNumber(row.getString(4)).toString(),
                        List.of((String[]) row.getArray(5).getArray()), row.getString(6), row.getString(7), row.getTimestamp(8).toInstant(),
                        row.getString(9), row.getTimestamp(10) == null ? null : row.getTimestamp(10).toInstant(), row.getString(11)))
                .list();
    }
}
