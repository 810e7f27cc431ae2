package org.placewell.caseload;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of what is known about specialists and of the days on which they are away. */
@Component
class SpecialistStore {

    private final JdbcClient jdbc;

    SpecialistStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is known about each of the specialists, by login name; those of whom nothing is are left out. */
    Map<String, Profile> profiles(Collection<String> specialists) {
        var profiles = new HashMap<String, Profile>();
        jdbc.sql("select username, full_time_percent, languages, gender, clinical_teams from specialist_capacity where username = any(?)")
                .param(specialists.toArray(String[]::new))
                .query(r -> {
                    profiles.put(r.getString(1), new Profile(r.getInt(2), List.of((String[]) r.getArray(3).getArray()),
                            Objects.requireNonNullElse(r.getString(4), ""), List.of((String[]) r.getArray(5).getArray())));
                });
        return profiles;
    }

    /** The specialist's row must be there and locked. */
    void describe(String specialist, List<String> languages, String gender, List<String> clinicalTeams, String by, Instant at) {
        jdbc.sql("update specialist_capacity set languages = ?, gender = ?, clinical_teams = ?, changed_by = ?, changed_at = ? where username = ?")
                .params(languages.toArray(String[]::new), gender.isEmpty() ? null : gender, clinicalTeams.toArray(String[]::new), by, Timestamp.from(at),
                        specialist)
                .update();
    }

    /** The clinical teams that the employment team serves, with their names. */
    List<Team> served(String team) {
        return jdbc.sql("""
                        select distinct t.id, t.name from service_route s join team t on t.id = s.clinical_team_id
                        where s.employment_team_id = ? order by 2, 1""")
                .param(team).query((r, n) -> new Team(r.getString(1), r.getString(2))).list();
    }

    /** The specialists' days away from a day on, by login name, the first to begin first; those without any are left out. */
    Map<String, List<RoomView.Away>> away(Collection<String> specialists, LocalDate since) {
        var away = new HashMap<String, List<RoomView.Away>>();
        jdbc.sql("""
                        select specialist, from_day, last_day from specialist_leave
                        where specialist = any(?) and last_day >= ? and last_day >= from_day order by 2""")
                .param(specialists.toArray(String[]::new)).param(since)
                .query(r -> {
                    away.computeIfAbsent(r.getString(1), one -> new ArrayList<>())
                            .add(new RoomView.Away(r.getObject(2, LocalDate.class), r.getObject(3, LocalDate.class)));
                });
        return away;
    }

    /** Whether the specialist is away on some day of a time. */
    boolean away(String specialist, LocalDate from, LocalDate until) {
        return jdbc.sql("select count(*) from specialist_leave where specialist = ? and from_day <= ? and last_day >= ? and last_day >= from_day")
                .params(specialist, until, from).query(Long.class).single() > 0;
    }

    /** Whether the specialist covers for somebody on some day of a time. */
    boolean covers(String specialist, LocalDate from, LocalDate until) {
        return jdbc.sql("select count(*) from specialist_leave where cover = ? and from_day <= ? and last_day >= ? and last_day >= from_day")
                .params(specialist, until, from).query(Long.class).single() > 0;
    }

    void plan(String specialist, String team, LocalDate from, LocalDate until, String cover, String seenToBy, String by, Instant at) {
        jdbc.sql("""
                        insert into specialist_leave (specialist, team_id, from_day, until_day, cover, seen_to_by, recorded_by, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(specialist, team, from, until, cover, seenToBy, by, Timestamp.from(at)).update();
    }

    /** How many open tasks of the specialist fall due on days away, or are due already when these begin today; see {@link #FALLING_DUE}. */
    int fallingDue(String specialist, RoomView.Away away, LocalDate today) {
        return jdbc.sql("select tasks, offers from (select cast(:who as text) as specialist, cast(:from as date) as from_day,"
                        + " cast(:until as date) as last_day, cast(null as text) as cover) l" + FALLING_DUE)
                .param("who", specialist).param("from", away.from()).param("until", away.until()).param("today", today)
                .query((r, n) -> due(away, r)).single();
    }

    /** The days since a day on which the specialist is away and nobody stands in for them with a team's people. */
    List<RoomView.Away> nobodyThere(String specialist, String team, LocalDate since) {
        return jdbc.sql("""
                        select from_day, last_day from specialist_leave
                        where specialist = ? and (cover is null or team_id <> ?) and last_day >= ? and last_day >= from_day order by 1""")
                .params(specialist, team, since)
                .query((r, n) -> new RoomView.Away(r.getObject(1, LocalDate.class), r.getObject(2, LocalDate.class))).list();
    }

    /** @return false when it has ended already or was ended by somebody else */
    boolean end(long leave, LocalDate last, String by) {
        return jdbc.sql("update specialist_leave set ended_on = ?, ended_by = ? where id = ? and ended_on is null and until_day > ?")
                .params(last, by, leave, last).update() == 1;
    }

    Optional<AbsenceView> absence(long leave, LocalDate today) {
        return jdbc.sql(ABSENCES + " where l.id = :leave").param("leave", leave).param("today", today).query(SpecialistStore::absence).optional();
    }

    /** Absences of a team that go on or are still to come, the first to begin first. */
    List<AbsenceView> absences(String team, LocalDate today) {
        return jdbc.sql(ABSENCES + " where l.team_id = :team and l.last_day >= :today and l.last_day >= l.from_day order by l.from_day, l.id"
                        + " limit 200")
                .param("team", team).param("today", today).query(SpecialistStore::absence).list();
    }

    /** The absences in which the specialist stands in for somebody, from today on. */
    List<AbsenceView> coveredBy(String specialist, LocalDate today) {
        return jdbc.sql(ABSENCES + " where l.cover = :cover and l.last_day >= :today and l.last_day >= l.from_day order by l.from_day, l.id"
                        + " limit 50")
                .param("cover", specialist).param("today", today).query(SpecialistStore::absence).list();
    }

    /** What falls due before the first day away is still done by then; an offer's time stands still while nobody can take the answer. */
    private static final String FALLING_DUE = " " + """
            cross join lateral (
                select count(*) filter (where w.task_key <> 'respondToOffer' and w.due_date <= l.last_day) as tasks,
                       count(*) filter (where w.task_key = 'respondToOffer') as offers
                from work_item w where l.cover is null and w.assignee = l.specialist and w.closed_at is null and w.role = 'SPECIALIST'
                    and (w.due_date >= l.from_day or l.from_day <= :today) and (w.put_off_until is null or w.put_off_until <= l.last_day)) d""";

    private static final String ABSENCES = """
            select l.id, l.specialist, s.display_name, l.team_id, l.from_day, l.last_day, l.cover, c.display_name as cover_name,
                   a.display_name as seen_to_by, d.tasks, d.offers
            from specialist_leave l join app_user s on s.username = l.specialist left join app_user c on c.username = l.cover
            left join app_user a on a.username = l.seen_to_by""" + FALLING_DUE;

    /** Offers wait ({@link AnswerTime}), but nobody is to wait through a long absence with a place that nobody asks them about. */
    private static int due(RoomView.Away away, java.sql.ResultSet r) throws java.sql.SQLException {
        return r.getInt("tasks") + (away.isLong() ? r.getInt("offers") : 0);
    }

    private static AbsenceView absence(java.sql.ResultSet r, int n) throws java.sql.SQLException {
        var away = new RoomView.Away(r.getObject("from_day", LocalDate.class), r.getObject("last_day", LocalDate.class));
        return new AbsenceView(r.getLong("id"), r.getString("specialist"), r.getString("display_name"), r.getString("team_id"), away.from(), away.until(),
                r.getString("cover"), r.getString("cover_name"), r.getString("seen_to_by"), due(away, r));
    }

    /** What is known about a specialist; full time and nothing else when nobody has said. */
    record Profile(int percent, List<String> languages, String gender, List<String> clinicalTeams) {
        static final Profile UNKNOWN = new Profile(100, List.of(), "", List.of());
    }

    /** A team by id and name. */
    record Team(String id, String name) {}
}
