package org.placewell.jobsearch;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import org.placewell.security.Actor;
import org.placewell.shared.MovableClock;
import org.placewell.shared.References;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down what was done with a person elsewhere before they were brought in, on its true days. Nothing is checked against the
 * rules for new work: it has happened. The caller writes the audit and tells that facts have changed.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ArrivedWork {

    private final JdbcClient jdbc;
    private final Employers employers;
    private final References references;
    private final MovableClock clock;

    ArrivedWork(JdbcClient jdbc, Employers employers, References references, MovableClock clock) {
        this.jdbc = jdbc;
        this.employers = employers;
        this.references = references;
        this.clock = clock;
    }

    /** The vocational profile was completed; its text stays with the earlier system. */
    public void profile(String referralRef, LocalDate completedOn, Actor actor) {
        jdbc.sql("insert into vocational_profile (referral_ref, started_on, completed_on, recorded_by) values (?, ?, ?, ?) on conflict do nothing")
                .params(referralRef, completedOn, completedOn, actor.username()).update();
    }

    /** Advice on benefits was offered and, as far as anybody knows, taken up. */
    public void advice(String referralRef, LocalDate offeredOn, Actor actor) {
        jdbc.sql("""
                        insert into benefits_advice (referral_ref, offered_on, answer, occasion, recorded_by, recorded_at)
                        values (?, ?, 'TAKEN_UP', 'BEFORE_WORK', ?, ?)""").params(referralRef, offeredOn, actor.username(), now()).update();
    }

    /** Puts employers into the register beforehand, so that many hands do not wait for one another over the same name. */
    public void register(List<String> names) {
        names.forEach(name -> employers.register(name, ""));
    }

    /**
     * A competitive job that goes on, with the hours agreed at its start.
     *
     * @param minutesPerWeek 1 to 6000
     * @return the job's reference
     */
    public String job(String referralRef, String employer, String title, EmploymentKind kind, LocalDate startedOn, int minutesPerWeek, Actor actor) {
        var ref = references.job();
        jdbc.sql("""
                        insert into job (ref, referral_ref, employer_id, title, kind, competitive, inside_supply_chain, started_on,
                            first_day_full, first_day_minutes, recorded_by, recorded_at)
                        values (?, ?, ?, ?, ?, true, false, ?, true, 0, ?, ?)""")
                .params(ref, referralRef, employers.register(employer, ""), title, kind.name(), startedOn, actor.username(), now()).update();
        jdbc.sql("insert into job_hours (job_ref, from_on, minutes_per_week, recorded_by, recorded_at) values (?, ?, ?, ?, ?)")
                .params(ref, startedOn, minutesPerWeek, actor.username(), now()).update();
        return ref;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
