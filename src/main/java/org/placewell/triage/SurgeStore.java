package org.placewell.triage;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.placewell.referral.ReferralStatus;
import org.placewell.referral.ReferralView;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of surges and batches. */
@Component
class SurgeStore {

    /** Days over which referrals are counted. */
    static final int DAYS = 7;

    private final JdbcClient jdbc;

    SurgeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The referrals under a contract in the seven days up to and including a day. */
    int arrived(String contract, LocalDate today) {
        return jdbc.sql("select count(*) from referral where contract_ref = ? and referred_on > ? and referred_on <= ?")
                .params(contract, today.minusDays(DAYS), today).query(Integer.class).single();
    }

    /**
     * Puts a referral into the day's batch of its team, and with it whoever of the same contract and team is undecided and in no batch yet: when a
     * surge begins, nobody who came before it is passed over. Again: nothing.
     */
    void add(ReferralView referral, LocalDate day, int counted, int threshold) {
        jdbc.sql("insert into triage_batch (contract_ref, team_id, day, counted, threshold) values (?, ?, ?, ?, ?) on conflict do nothing")
                .params(referral.contractRef(), referral.team(), day, counted, threshold).update();
        jdbc.sql("""
                        insert into triage_batch_item (referral_ref, batch_id, arrival)
                        select r.ref, b.id, r.arrival from referral r join triage_batch b on b.contract_ref = r.contract_ref and b.team_id = r.team_id
                        left join triage t on t.referral_ref = r.ref
                        where b.day = :day and (r.ref = :ref or r.contract_ref = :contract and r.team_id = :team
                            and r.status in ('RECEIVED', 'WITH_REFERRER') and (t.decision is null or t.decision = 'askMore')
                            and not exists (select 1 from triage_batch_item i where i.referral_ref = r.ref))
                          and b.contract_ref = :contract and b.team_id = :team
                        on conflict do nothing""")
                .param("day", day).param("ref", referral.ref()).param("contract", referral.contractRef()).param("team", referral.team()).update();
    }

    boolean inBatch(String ref) {
        return jdbc.sql("select exists (select 1 from triage_batch_item where referral_ref = ?)").param(ref).query(Boolean.class).single();
    }

    /** The earlier referrals that a decision now would overtake, in their order. */
    List<String> before(String ref) {
        return jdbc.sql("select * from triage_before(?)").param(ref).query(String.class).list();
    }

    void overtake(String ref, List<String> overtaken, String reason, String by, Instant at) {
        jdbc.sql("insert into triage_overtake (referral_ref, overtaken, reason, decided_by, decided_at) values (?, ?, ?, ?, ?)")
                .params(ref, overtaken.toArray(String[]::new), reason, by, Timestamp.from(at)).update();
    }

    /** The contracts and employment teams that a team leader works for; without contracts that have not begun with any version yet. */
    List<String[]> served(String username) {
        return jdbc.sql("""
                        select distinct s.contract_ref, s.employment_team_id from service_route s join team t on t.id = s.employment_team_id
                        join role_grant g on g.username = ? and g.role = 'TEAM_LEADER' and g.organisation_id = t.organisation_id
                            and (g.team_id is null or g.team_id = t.id) and (g.contract_ref is null or g.contract_ref = s.contract_ref)
                        where exists (select 1 from contract_version v where v.contract_ref = s.contract_ref and v.status = 'ACTIVE')
                        order by 1, 2""").param(username).query((row, n) -> new String[] {row.getString(1), row.getString(2)}).list();
    }

    List<SurgeView.Batch> batches(String contract, String team, LocalDate since) {
        var days = new LinkedHashMap<LocalDate, SurgeView.Batch>();
        jdbc.sql("""
                        select b.day, b.counted, b.threshold, i.referral_ref, p.given_name || ' ' || p.family_name, r.referred_on, r.status,
                            (select string_agg(o.reason, '; ' order by o.id) from triage_overtake o where o.referral_ref = i.referral_ref)
                        from triage_batch b join triage_batch_item i on i.batch_id = b.id join referral r on r.ref = i.referral_ref
                        join person p on p.id = r.person_id
                        where b.contract_ref = ? and b.team_id = ? and b.day > ? order by b.day desc, r.referred_on, i.arrival""")
                .params(contract, team, since)
                .query(row -> {
                    var day = row.getObject(1, LocalDate.class);
                    if (!days.containsKey(day)) {
                        days.put(day, new SurgeView.Batch(day, row.getInt(2), row.getInt(3), new ArrayList<>()));
                    }
                    var items = days.get(day).items();
                    items.add(new SurgeView.Item(items.size() + 1, row.getString(4), row.getString(5), row.getObject(6, LocalDate.class),
                            ReferralStatus.valueOf(row.getString(7)).label(), row.getString(8)));
                });
        return List.copyOf(days.values());
    }
}
