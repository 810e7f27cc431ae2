package org.placewell.caseload;

import java.time.LocalDate;
import java.util.List;
import org.placewell.security.Actor;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the caseload board: one statement, joined with who may see whom. */
@Component
class Board {

    private final JdbcClient jdbc;
    private final MovableClock clock;

    Board(JdbcClient jdbc, MovableClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The people on the caseloads the actor may see in a role: own for a specialist, the team's for a team leader; most urgent first. */
    List<CaseRow> rows(Actor actor, Role role) {
        return jdbc.sql("""
                        select c.referral_ref, p.given_name || ' ' || p.family_name as name, r.contract_ref, c.specialist, u.display_name,
                               (select min(o.opened_on) from caseload_place o where o.referral_ref = c.referral_ref) as since, w.process_key, w.task_key, w.due_date,
                               (select count(*) from job j where j.referral_ref = c.referral_ref and j.ended_on is null and j.withdrawn_at is null) as jobs,
                               greatest((select max(a.on_date) from appointment a where a.referral_ref = c.referral_ref and a.outcome = 'ATTENDED'),
                                        (select max(i.on_date) from in_work_contact i join job j on j.ref = i.job_ref
                                         where j.referral_ref = c.referral_ref and i.how <> 'NOT_REACHED')) as last_seen,
                               (select count(*) from appointment a where a.referral_ref = c.referral_ref and a.outcome = 'PLANNED' and a.on_date < :today) as unsaid,
                               exists (select 1 from job j join lateral (select i.going from in_work_contact i where i.job_ref = j.ref and i.going <> 'NOT_KNOWN'
                                    order by i.on_date desc, i.id desc limit 1) last on last.going = 'AT_RISK'
                                where j.referral_ref = c.referral_ref and j.ended_on is null and j.withdrawn_at is null) as at_risk
                        from caseload_place c
                        join referral r on r.ref = c.referral_ref
                        join person p on p.id = r.person_id
                        join app_user u on u.username = c.specialist
                        left join lateral (select process_key, task_key, due_date from work_item i where i.referral_ref = c.referral_ref
                            and i.closed_at is null and i.role = 'SPECIALIST' order by due_date nulls last, created_at limit 1) w on true
                        where c.status = 'OPEN' and exists (select 1 from case_access a where a.referral_ref = c.referral_ref
                            and a.username = :me and a.role = :role)
                        order by w.due_date nulls last, since, c.referral_ref""")
                .param("me", actor.username()).param("role", role.name()).param("today", clock.today())
                .query((r, n) -> new CaseRow(r.getString("referral_ref"), r.getString("name"), r.getString("contract_ref"),
                        r.getString("specialist"), r.getString("display_name"), r.getObject("since", LocalDate.class), r.getInt("jobs"),
                        r.getString("process_key"), r.getString("task_key"), r.getObject("due_date", LocalDate.class),
                        r.getObject("last_seen", LocalDate.class), r.getInt("unsaid"), r.getBoolean("at_risk")))
                .list();
    }

    /** The teams whose caseloads a team leader sees. */
    List<String> teams(Actor actor) {
        return jdbc.sql("""
                        select distinct t.id from team t join role_grant g on g.organisation_id = t.organisation_id
                            and (g.team_id is null or g.team_id = t.id)
                        where g.username = ? and g.role = 'TEAM_LEADER' and t.kind = 'EMPLOYMENT' order by 1""")
                .param(actor.username()).query(String.class).list();
    }
}
