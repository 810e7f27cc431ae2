package org.placewell.performance;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.placewell.caseload.RoomView;
import org.placewell.performance.FidelityRules.Part;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts what the records of an employment team say about items of the fidelity scale. Reads other rooms' tables, writes none. There is
 * nothing to count about competitive jobs: a job of any other kind cannot be recorded.
 */
final class FidelityFigures {

    /** Rates are counted over the last half year, contacts with employers over the last thirteen complete weeks. */
    static final int MONTHS = 6;
    static final int WEEKS = 13;
    private final JdbcClient jdbc;
    private final String team;
    private final LocalDate today;
    private final List<RoomView> specialists;

    FidelityFigures(JdbcClient jdbc, String team, LocalDate today, List<RoomView> specialists) {
        this.jdbc = jdbc;
        this.team = team;
        this.today = today;
        this.specialists = specialists;
    }

    /** The measures that can be told, in the scale's order. */
    List<FidelityMeasure> measures() {
        var measures = new ArrayList<FidelityMeasure>();
        int percent = specialists.stream().mapToInt(RoomView::fullTimePercent).sum();
        if (percent > 0) {
            measures.add(FidelityRules.caseload(specialists.stream().mapToInt(RoomView::open).sum(), percent));
            measures.add(FidelityRules.teams(parts("select count(*) as n from caseload_place c where c.specialist = :who and c.status = 'OPEN'"
                    + " group by c.clinical_team_id order by 1 desc limit 2")));
            measures.add(FidelityRules.contacts(meetings(), percent, WEEKS));
            measures.add(FidelityRules.employers(parts("""
                    select count(distinct c.referral_ref) as n from caseload_place c
                    join job j on j.referral_ref = c.referral_ref and j.withdrawn_at is null and j.started_on <= :today
                        and (j.ended_on is null or j.ended_on >= :today)
                    join employer e on e.id = j.employer_id
                    where c.specialist = :who and c.status = 'OPEN' group by lower(e.name) order by 1 desc limit 1""")));
        }
        measures.add(firstEmployer());
        measures.add(rate(FidelityItem.INCENTIVES, "People who started a job and had been offered advice on benefits by then", """
                select count(*) filter (where advised_by(s.ref, s.first)), count(*)
                from (select r.ref, min(j.started_on) as first from job j join referral r on r.ref = j.referral_ref
                    where r.team_id = :team and j.withdrawn_at is null and j.started_on between :from and :today and j.started_on >= r.referred_on
                    group by r.ref) s"""));
        measures.add(rate(FidelityItem.DISCLOSURE, "People on the caseload whose profile says what an employer may be told", """
                select count(*) filter (where p.disclosure in ('yes', 'no')), count(*)
                from caseload_place c join referral r on r.ref = c.referral_ref join vocational_profile p on p.referral_ref = c.referral_ref
                where r.team_id = :team and c.status = 'OPEN' and p.completed_on is not null"""));
        measures.add(rate(FidelityItem.JOB_TYPES, "Different job titles among the jobs started", """
                select count(distinct lower(j.title)), count(*) from job j join referral r on r.ref = j.referral_ref
                where r.team_id = :team and j.withdrawn_at is null and j.started_on between :from and :today"""));
        measures.add(rate(FidelityItem.TIME_UNLIMITED, "Cases that ended after support for another reason than a time limit", """
                select count(*) filter (where r.end_reason <> 'TIME_LIMIT'), count(*) from referral r
                where r.team_id = :team and r.status = 'ENDED' and r.specialist_username is not null and r.ended_on between :from and :today"""));
        measures.add(rate(FidelityItem.OUTREACH, "People we had lost touch with who were reached or came back", """
                select count(*) filter (where l.ended_by in ('REACHED', 'CAME_BACK')), count(*) from lost_contact l
                join referral r on r.ref = l.referral_ref where r.team_id = :team and l.ended_on between :from and :today"""));
        measures.sort(java.util.Comparator.comparing(FidelityMeasure::item));
        return List.copyOf(measures);
    }

    /** Each specialist's people in the largest groups that the query counts. */
    private List<Part> parts(String groups) {
        return specialists.stream().filter(one -> one.open() > 0).map(one -> new Part(jdbc.sql("select coalesce(sum(n), 0) from (" + groups + ") g")
                .param("today", today).param("who", one.username()).query(Integer.class).single(), one.open())).toList();
    }

    private int meetings() {
        var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return jdbc.sql("select count(*) from employer_contact where how = 'FACE_TO_FACE' and specialist in (:who) and on_date >= :from and on_date < :until")
                .param("who", specialists.stream().map(RoomView::username).toList()).param("from", monday.minusWeeks(WEEKS)).param("until", monday)
                .query(Integer.class).single();
    }

    /** Whoever has met no employer by the day counts as well: their days to the first one have passed without it. */
    private FidelityMeasure firstEmployer() {
        var last = today.minusDays(FidelityRules.RAPID_DAYS);
        return jdbc.sql("""
                        select count(*) filter (where exists (select 1 from employer_contact c where c.referral_ref = s.ref and c.how = 'FACE_TO_FACE'
                            and c.on_date between s.opened and s.opened + cast(:days as integer))), count(*)
                        from (select r.ref, min(p.opened_on) as opened from referral r join caseload_place p on p.referral_ref = r.ref
                            where r.team_id = :team and p.opened_on is not null group by r.ref) s
                        where s.opened between :from and :last""")
                .param("team", team).param("days", FidelityRules.RAPID_DAYS).param("from", last.minusMonths(MONTHS)).param("last", last)
                .query((row, n) -> FidelityRules.rapid(row.getInt(1), row.getInt(2))).single();
    }

    private FidelityMeasure rate(FidelityItem item, String what, String sql) {
        return jdbc.sql(sql).param("team", team).param("from", today.minusMonths(MONTHS)).param("today", today)
                .query((row, n) -> FidelityRules.rate(item, what, row.getInt(1), row.getInt(2))).single();
    }
}
