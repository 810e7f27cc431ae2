package org.placewell.jobsearch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.placewell.caseload.Caseload;
import org.placewell.caseload.RoomView;
import org.placewell.security.Actor;
import org.placewell.security.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to a specialist's log of contacts with employers and to where the people of a caseload work. */
@Service
@Transactional
public class EmployerBook {

    /** How many weeks the log shows, this one included. */
    static final int WEEKS = 6;
    private static final int SUGGESTED = 200;
    private final JdbcClient jdbc;
    private final Employers employers;
    private final Caseload caseload;
    private final Dates dates;

    EmployerBook(JdbcClient jdbc, Employers employers, Caseload caseload, Dates dates) {
        this.jdbc = jdbc;
        this.employers = employers;
        this.caseload = caseload;
        this.dates = dates;
    }

    /**
     * Logs a contact with an employer, for a person or to get to know the employer.
     *
     * @throws org.placewell.shared.Problem when the day is in the future or longer ago than a year, or the person is not the actor's
     */
    public void log(NewEmployerContact contact, Actor actor) {
        employers.recordContact(contact, actor);
    }

    /** The actor's own work with employers. */
    @Transactional(readOnly = true)
    public EmployerWork own(Actor actor) {
        actor.require(Role.SPECIALIST);
        return work(actor.username(), actor.name(), caseload.ownRoom(actor).fullTimePercent());
    }

    /** The work with employers of every specialist whom the actor leads, by name. */
    @Transactional(readOnly = true)
    public List<EmployerWork> led(Actor actor) {
        return caseload.teamsLed(actor).stream().flatMap(team -> caseload.room(team, actor).stream())
                .collect(Collectors.toMap(RoomView::username, Function.identity(), (one, again) -> one)).values().stream()
                .map(one -> work(one.username(), one.name(), one.fullTimePercent())).sorted(java.util.Comparator.comparing(EmployerWork::name)).toList();
    }

    /** The actor's own contacts of the weeks shown, newest first. */
    @Transactional(readOnly = true)
    public List<EmployerContactView> recent(Actor actor) {
        return employers.since(actor.username(), firstWeek());
    }

    /** Employers known to the actor's organisation, those met last first: names, with the postcode where there is one. */
    @Transactional(readOnly = true)
    public List<String> suggestions(Actor actor) {
        return jdbc.sql("""
                        select e.name || case when e.postcode = '' then '' else ', ' || e.postcode end
                        from employer e join (
                            select c.employer_id, max(c.on_date) as latest from employer_contact c
                            where c.specialist in (select g.username from role_grant g where g.role = 'SPECIALIST' and g.organisation_id in
                                (select mine.organisation_id from role_grant mine where mine.username = :me))
                            group by 1) met on met.employer_id = e.id
                        order by met.latest desc, e.name, e.id limit :most""")
                .param("me", actor.username()).param("most", SUGGESTED).query(String.class).list();
    }

    private LocalDate firstWeek() {
        return EmployerMarks.week(dates.today()).minusWeeks(WEEKS - 1);
    }

    private EmployerWork work(String specialist, String name, int fullTimePercent) {
        var counted = new HashMap<LocalDate, EmployerWork.Week>();
        jdbc.sql("""
                        select cast(date_trunc('week', on_date) as date) as monday, count(*) filter (where how = 'FACE_TO_FACE'), count(*)
                        from employer_contact where specialist = ? and on_date >= ? group by 1""").params(specialist, firstWeek())
                .query((r, n) -> new EmployerWork.Week(r.getObject(1, LocalDate.class), r.getInt(2), r.getInt(3))).list()
                .forEach(week -> counted.put(week.monday(), week));
        var weeks = new ArrayList<EmployerWork.Week>();
        for (int i = 0; i < WEEKS; i++) {
            var monday = EmployerMarks.week(dates.today()).minusWeeks(i);
            weeks.add(counted.getOrDefault(monday, new EmployerWork.Week(monday, 0, 0)));
        }
        int people = jdbc.sql("select count(*) from caseload_place where specialist = ? and status = 'OPEN'").param(specialist)
                .query(Integer.class).single();
        return new EmployerWork(specialist, name, fullTimePercent, weeks, shares(specialist, people), people);
    }

    private List<EmployerWork.Share> shares(String specialist, int caseloadSize) {
        return jdbc.sql("""
                        select min(e.name), count(distinct j.referral_ref) from caseload_place c
                        join job j on j.referral_ref = c.referral_ref and j.withdrawn_at is null and j.started_on <= :today
                            and (j.ended_on is null or j.ended_on >= :today)
                        join employer e on e.id = j.employer_id
                        where c.specialist = :who and c.status = 'OPEN' group by lower(e.name) order by 2 desc, 1""")
                .param("today", dates.today()).param("who", specialist)
                .query((r, n) -> new EmployerWork.Share(r.getString(1), r.getInt(2), EmployerMarks.percent(r.getInt(2), caseloadSize),
                        EmployerMarks.tooMany(r.getInt(2), caseloadSize))).list();
    }
}
