package org.placewell.performance;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.placewell.performance.Performance.Stages;
import org.placewell.shared.MovableClock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The one place where performance is counted in SQL. Reads other rooms' tables, writes none. */
final class Figures {

    private static final String STAGES = """
            with cases as (select ref, status, accepted_on from referral where contract_ref = :contract and status <> 'DUPLICATE'
                and referred_on <= :until),
            engaged as (
                select c.ref from cases c
                where exists (select 1 from vocational_profile p where p.referral_ref = c.ref and p.completed_on <= :until)
                   or (select count(*) from appointment a where a.referral_ref = c.ref and a.outcome = 'ATTENDED' and a.on_date <= :until) >= 3),
            started as (
                select distinct j.referral_ref from job j join cases c on c.ref = j.referral_ref
                where j.competitive and j.withdrawn_at is null and j.started_on <= :until),
            sustained as (
                select distinct j.referral_ref from job j join cases c on c.ref = j.referral_ref
                where j.competitive and j.withdrawn_at is null and least(j.ended_on, cast(:until as date)) >= j.started_on + 90
                  and not exists (select 1 from job_break b where b.job_ref = j.ref and b.from_on < j.started_on + 91))
            select (select count(*) from cases), (select count(*) from cases where accepted_on <= :until),
                   (select count(*) from cases where status in ('WAITING', 'OFFERED')), (select count(*) from engaged),
                   (select count(*) from started), (select count(*) from sustained)""";

    private final JdbcClient jdbc;
    private final MovableClock clock;

    Figures(JdbcClient jdbc, MovableClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How far people have come up to a day; only {@code waiting} is as it stands now. */
    Stages stages(String contract, LocalDate until) {
        return jdbc.sql(STAGES).param("contract", contract).param("until", until)
                .query((row, n) -> new Stages(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6))).single();
    }

    List<Integer> daysToFirstJob(String contract, LocalDate until) {
        return jdbc.sql("""
                        select min(j.started_on) - min(p.opened_on) as days from referral r join job j on j.referral_ref = r.ref and j.withdrawn_at is null
                        join caseload_place p on p.referral_ref = r.ref and p.opened_on is not null
                        where r.contract_ref = :contract and j.started_on <= :until and j.competitive group by r.ref order by days""")
                .param("contract", contract).param("until", until).query(Integer.class).list();
    }

    /** How long each person has been supported without a job, or until the first one; whoever came with a job is not looked at. */
    List<TimeToJob.Wait> waitsForWork(String contract, LocalDate until) {
        return jdbc.sql("""
                        select greatest(0, coalesce(first, least(ended_on, cast(:until as date))) - opened) as days,
                            first is not null as started
                        from (select r.ended_on, min(p.opened_on) as opened, min(j.started_on) as first
                            from referral r join caseload_place p on p.referral_ref = r.ref and p.opened_on <= :until
                            left join job j on j.referral_ref = r.ref and j.withdrawn_at is null and j.competitive and j.started_on <= :until
                            where r.contract_ref = :contract and r.status <> 'DUPLICATE' group by r.ref, r.ended_on, r.referred_on
                            having min(j.started_on) is null or min(j.started_on) >= r.referred_on) person""")
                .param("contract", contract).param("until", until)
                .query((row, n) -> new TimeToJob.Wait(row.getInt(1), row.getBoolean(2))).list();
    }

    List<Trends.Count> referralsByMonth(String contract) {
        return byMonth("select referred_on from referral where contract_ref = :contract and status <> 'DUPLICATE'", contract);
    }

    List<Trends.Count> startsByMonth(String contract) {
        return byMonth("""
                select j.started_on from job j join referral r on r.ref = j.referral_ref
                where r.contract_ref = :contract and j.competitive and j.withdrawn_at is null and j.started_on >= r.referred_on""", contract);
    }

    private List<Trends.Count> byMonth(String days, String contract) {
        return jdbc.sql("select to_char(day, 'YYYY-MM') as month, count(*) from (" + days + ") found (day) group by month order by month")
                .param("contract", contract).query((row, n) -> new Trends.Count(YearMonth.parse(row.getString(1)), row.getLong(2))).list();
    }

    LocalDate today() {
        return clock.today();
    }

    /** The number of those who waited at the end of a period; null where it is hidden. */
    Long waited(String contract, Period period) {
        return new WaitFigures(jdbc, contract, period).shown(stages(contract, period.last()).accepted()).get(0);
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
