package org.placewell.caseload;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.placewell.referral.ReferralView;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The caseload tables' SQL: every change of status is conditional. */
@Component
class PlaceStore {

    private final JdbcClient jdbc;

    PlaceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes sure that the specialist has a row, locks it until the transaction ends, and reads the working time in percent. */
    int lock(String specialist, String team, String by, Instant at) {
        jdbc.sql("""
                        insert into specialist_capacity (username, team_id, full_time_percent, changed_by, changed_at)
                        values (?, ?, 100, ?, ?) on conflict do nothing""")
                .params(specialist, team, by, Timestamp.from(at)).update();
        return jdbc.sql("select full_time_percent from specialist_capacity where username = ? for no key update").param(specialist)
                .query(Integer.class).single();
    }

    void percent(String specialist, int percent, String by, Instant at) {
        jdbc.sql("update specialist_capacity set full_time_percent = ?, changed_by = ?, changed_at = ? where username = ?")
                .params(percent, by, Timestamp.from(at), specialist).update();
    }

    /** The places that take up room. */
    List<PlaceView> taken(String specialist) {
        return jdbc.sql("select * from caseload_place where specialist = ? and status in ('OFFERED', 'OPEN') order by id").param(specialist)
                .query(PlaceStore::place).list();
    }

    /** The clinical teams that the specialist's people come from, and how many from each. */
    Map<String, Long> clinicalTeams(String specialist) {
        var teams = new LinkedHashMap<String, Long>();
        jdbc.sql("""
                        select clinical_team_id, count(*) from caseload_place
                        where specialist = ? and status in ('OFFERED', 'OPEN') group by 1 order by 1""").param(specialist)
                .query((r, n) -> teams.put(r.getString(1), r.getLong(2))).list();
        return teams;
    }

    /** How many of the specialist's people still had a job when they were referred. */
    int stillInJob(String specialist) {
        return jdbc.sql("""
                        select count(*) from caseload_place p join referral r on r.ref = p.referral_ref
                        where p.specialist = ? and p.status in ('OFFERED', 'OPEN') and not r.out_of_work""").param(specialist)
                .query(Integer.class).single();
    }

    List<PlaceView> history(String referralRef) {
        return jdbc.sql("select * from caseload_place where referral_ref = ? order by id").param(referralRef).query(PlaceStore::place).list();
    }

    /**
     * @param fit why this specialist suits the person
     * @param choiceReason the leader's own reason; may be empty
     * @return whether the place is there now; false when the person already has one
     */
    boolean insert(ReferralView referral, String specialist, PlaceStatus status, LocalDate on, String fit, String choiceReason, String by) {
        return jdbc.sql("""
                        insert into caseload_place (referral_ref, specialist, clinical_team_id, status, offered_on, opened_on, fit, choice_reason, recorded_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(referral.ref(), specialist, referral.clinicalTeam(), status.name(), on, status == PlaceStatus.OPEN ? on : null, fit, choiceReason,
                        by)
                .update() == 1;
    }

    boolean open(String referralRef, LocalDate on) {
        return jdbc.sql("update caseload_place set status = 'OPEN', opened_on = ? where referral_ref = ? and status = 'OFFERED'")
                .params(on, referralRef).update() == 1;
    }

    boolean close(String referralRef, LocalDate on, String reason) {
        return jdbc.sql("""
                        update caseload_place set status = 'CLOSED', closed_on = greatest(cast(? as date), offered_on), reason = ?
                        where referral_ref = ? and status = 'OPEN'""").params(on, reason, referralRef).update() == 1;
    }

    boolean release(String referralRef, LocalDate on, String reason) {
        return jdbc.sql("""
                        update caseload_place set status = 'RELEASED', closed_on = greatest(cast(? as date), offered_on), reason = ?
                        where referral_ref = ? and status = 'OFFERED'""").params(on, reason, referralRef).update() == 1;
    }

    /** Whether the actor works on the case: as its specialist or its team leader. */
    boolean works(String referralRef, String username) {
        return jdbc.sql("select exists (select 1 from case_access where referral_ref = ? and username = ? and role in ('SPECIALIST', 'TEAM_LEADER'))")
                .params(referralRef, username).query(Boolean.class).single();
    }

    private static PlaceView place(java.sql.ResultSet r, int n) throws java.sql.SQLException {
        return new PlaceView(r.getString("referral_ref"), r.getString("specialist"), PlaceStatus.valueOf(r.getString("status")),
                r.getObject("offered_on", LocalDate.class), r.getObject("opened_on", LocalDate.class), r.getObject("closed_on", LocalDate.class),
                r.getString("reason"), r.getString("clinical_team_id"), r.getString("fit"), r.getString("choice_reason"));
    }
}
