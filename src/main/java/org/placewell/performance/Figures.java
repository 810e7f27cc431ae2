package org.placewell.performance;

import java.util.List;
import org.placewell.performance.Performance.Stages;
import org.placewell.shared.MovableClock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The one place where performance is counted in SQL. Reads other rooms' tables, writes none. */
final class Figures {

    private static final String STAGES = """
            with cases as (select ref, status, accepted_on from referral where contract_ref = :contract and status <> 'DUPLICATE'),
            engaged as (
                select c.ref from cases c
                where exists (select 1 from vocational_profile p where p.referral_ref = c.ref and p.completed_on is not null)
                   or (select count(*) from appointment a where a.referral_ref = c.ref and a.outcome = 'ATTENDED') >= 3),
            started as (select distinct j.referral_ref from job j join cases c on c.ref = j.referral_ref where j.competitive and j.withdrawn_at is null),
            sustained as (
                select distinct j.referral_ref from job j join cases c on c.ref = j.referral_ref
                where j.competitive and j.withdrawn_at is null and coalesce(j.ended_on, cast(:today as date)) >= j.started_on + 90
                  and not exists (select 1 from job_break b where b.job_ref = j.ref and b.from_on < j.started_on + 91))
            select (select count(*) from cases), (select count(*) from cases where accepted_on is not null),
                   (select count(*) from cases where status in ('WAITING', 'OFFERED')), (select count(*) from engaged),
                   (select count(*) from started), (select count(*) from sustained)""";

    private final JdbcClient jdbc;
    private final MovableClock clock;

    Figures(JdbcClient jdbc, MovableClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Stages stages(String contract) {
        return jdbc.sql(STAGES).param("contract", contract).param("today", clock.today())
                .query((row, n) -> new Stages(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6))).single();
    }

    List<Integer> daysToFirstJob(String contract) {
        return jdbc.sql("""
                        select min(j.started_on) - min(p.opened_on) as days from referral r join job j on j.referral_ref = r.ref and j.withdrawn_at is null
                        join caseload_place p on p.referral_ref = r.ref and p.opened_on is not null
                        where r.contract_ref = ? and j.competitive group by r.ref order by days""")
                .param(contract).query(Integer.class).list();
    }

    /** Whether a team leader's grant reaches a team that serves the contract. */
    boolean serves(String organisation, String team, String contract) {
        return jdbc.sql("""
                        select count(*) from service_route s join team t on t.id = s.employment_team_id
                        where s.contract_ref = :contract and t.organisation_id = :organisation
                          and (cast(:team as text) is null or t.id = :team)""")
                .param("contract", contract).param("organisation", organisation).param("team", team).query(Long.class).single() > 0;
    }
}
