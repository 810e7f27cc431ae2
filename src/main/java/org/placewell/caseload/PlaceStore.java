package org.placewell.caseload;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
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

    /**
     * The places that take up the specialists' room, the oldest first. An offer that lapsed without an answer leaves the referral waiting,
     * or with another specialist: it takes up none.
     */
    List<Taken> taken(Collection<String> specialists) {
        return jdbc.sql("""
                        select p.referral_ref, p.specialist, p.status, p.clinical_team_id, not r.out_of_work as still_in_job
                        from caseload_place p join referral r on r.ref = p.referral_ref
                        where p.specialist = any(?) and (p.status = 'OPEN'
                            or p.status = 'OFFERED' and r.status in ('OFFERED', 'IN_SUPPORT') and r.specialist_username = p.specialist)
                        order by p.id""").param(specialists.toArray(String[]::new))
                .query((r, n) -> new Taken(r.getString(1), r.getString(2), PlaceStatus.valueOf(r.getString(3)), r.getString(4), r.getBoolean(5))).list();
    }

    /** By referral the day support began, with whatever specialist; before it began the day of the last offer. */
    Map<String, LocalDate> since(Collection<String> referralRefs) {
        var since = new HashMap<String, LocalDate>();
        jdbc.sql("select referral_ref, coalesce(min(opened_on), max(offered_on)) from caseload_place where referral_ref = any(?) group by 1")
                .param(referralRefs.toArray(String[]::new)).query(r -> {
                    since.put(r.getString(1), r.getObject(2, LocalDate.class));
                });
        return since;
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

    /** A place that takes up room. @param stillInJob whether the person had a job when they were referred */
    record Taken(String referralRef, String specialist, PlaceStatus status, String clinicalTeam, boolean stillInJob) {}

    private static PlaceView place(java.sql.ResultSet r, int n) throws java.sql.SQLException {
        return new PlaceView(r.getString("referral_ref"), r.getString("specialist"), PlaceStatus.valueOf(r.getString("status")),
                r.getObject("offered_on", LocalDate.class), r.getObject("opened_on", LocalDate.class), r.getObject("closed_on", LocalDate.class),
                r.getString("reason"), r.getString("clinical_team_id"), r.getString("fit"), r.getString("choice_reason"));
    }
}
