package org.placewell.referral;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of self-referrals. */
@Component
class SelfReferralStore {

    private static final String MINE = """
             from service_route s join team e on e.id = s.employment_team_id join team c on c.id = s.clinical_team_id
            join role_grant g on g.username = :me and g.role in ('TEAM_LEADER', 'SPECIALIST') and g.organisation_id = e.organisation_id
                and (g.team_id is null or g.team_id = e.id) and (g.contract_ref is null or g.contract_ref = s.contract_ref)
            """;
    private final JdbcClient jdbc;

    SelfReferralStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The services of somebody's employment teams, with the clinical teams they serve: contract, clinical team's id, its name. */
    List<String[]> services(String username) {
        return jdbc.sql("select distinct s.contract_ref, c.id, c.name" + MINE + " order by 1, 3").param("me", username)
                .query((row, n) -> new String[] {row.getString(1), row.getString(2), row.getString(3)}).list();
    }

    /** The clinicians of the clinical teams that somebody's employment teams serve: login name, name, team. */
    List<String[]> clinicians(String username) {
        return jdbc.sql("select distinct u.username, u.display_name, c.name" + MINE
                        + " join role_grant k on k.role = 'CLINICIAN' and k.team_id = c.id"
                        + " join app_user u on u.username = k.username and u.active and u.username <> :me order by 2, 3").param("me", username)
                .query((row, n) -> new String[] {row.getString(1), row.getString(2), row.getString(3)}).list();
    }

    boolean belongs(String clinician, String clinicalTeam) {
        return jdbc.sql("select exists (select 1 from role_grant where username = ? and role = 'CLINICIAN' and team_id = ?)")
                .params(clinician, clinicalTeam).query(Boolean.class).single();
    }

    void add(String ref, String clinician, String by, Instant at) {
        jdbc.sql("insert into self_referral (referral_ref, clinician, recorded_by, recorded_at) values (?, ?, ?, ?)")
                .params(ref, clinician, by, Timestamp.from(at)).update();
    }

    /** @return false when it was answered before */
    boolean answer(String ref, boolean confirmed, String by, Instant at) {
        return jdbc.sql("insert into self_referral_answer (referral_ref, confirmed, answered_by, answered_at)"
                        + " values (?, ?, ?, ?) on conflict do nothing")
                .params(ref, confirmed, by, Timestamp.from(at)).update() == 1;
    }

    /** The clinician's own words, where the person's own stood or nothing did. */
    void health(String ref, String reason, String risks) {
        jdbc.sql("update referral_health set clinical_reason = coalesce(nullif(?, ''), clinical_reason),"
                + " risk_notes = coalesce(nullif(?, ''), risk_notes) where referral_ref = ?").params(reason, risks, ref).update();
    }

    Optional<SelfReferralView> find(String ref) {
        return jdbc.sql("""
                        select s.clinician, s.recorded_by, s.recorded_at, a.confirmed, a.answered_by from self_referral s
                        left join self_referral_answer a on a.referral_ref = s.referral_ref where s.referral_ref = ?""").param(ref)
                .query((row, n) -> new SelfReferralView(ref, row.getString(1), row.getString(2), row.getTimestamp(3).toInstant(),
                        row.getObject(4, Boolean.class), row.getString(5))).optional();
    }
}
