package org.placewell.jobsearch;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.caseload.Caseload;
import org.placewell.security.Actor;
import org.placewell.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to applications for jobs: sent, and what came of them. No contract pays for one. Reads without an actor are for the program itself. */
@Service
@Transactional
public class Applications {

    private final JdbcClient jdbc;
    private final Employers employers;
    private final Caseload caseload;
    private final Dates dates;
    private final AuditTrail audit;

    Applications(JdbcClient jdbc, Employers employers, Caseload caseload, Dates dates, AuditTrail audit) {
        this.jdbc = jdbc;
        this.employers = employers;
        this.caseload = caseload;
        this.dates = dates;
        this.audit = audit;
    }

    /** The person's applications, newest first. */
    @Transactional(readOnly = true)
    public List<ApplicationView> of(String referralRef) {
        return jdbc.sql("""
                        select a.*, e.name from job_application a join employer e on e.id = a.employer_id
                        where a.referral_ref = ? order by a.applied_on desc, a.number desc""").param(referralRef)
                .query((r, n) -> new ApplicationView(r.getString("referral_ref"), r.getInt("number"), r.getString("name"), r.getString("role"),
                        r.getObject("applied_on", LocalDate.class), ApplicationStatus.valueOf(r.getString("status")),
                        r.getObject("status_on", LocalDate.class))).list();
    }

    /**
     * Records an application that was sent.
     *
     * @param employer the employer's name, or one of the register's as {@link EmployerBook#suggestions} writes it
     * @return its number within the referral
     * @throws Problem.Stale when the same one is on the record already
     */
    public int record(String referralRef, String employer, String role, LocalDate appliedOn, Actor actor) {
        var referral = caseload.workedOnBy(referralRef, actor);
        dates.past("appliedOn", appliedOn, referral);
        // One writer per referral at a time: the numbers have no gaps and no doubles.
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))::text").param("applications:" + referralRef).query(String.class).single();
        int number = jdbc.sql("select coalesce(max(number), 0) + 1 from job_application where referral_ref = ?").param(referralRef)
                .query(Integer.class).single();
        int written = jdbc.sql("""
                        insert into job_application (referral_ref, number, employer_id, role, applied_on, status, status_on, recorded_by, recorded_at)
                        values (?, ?, ?, ?, ?, 'SENT', ?, ?, ?) on conflict do nothing""")
                .params(referralRef, number, employers.known(employer), role.strip(), appliedOn, appliedOn, actor.username(), dates.now()).update();
        if (written == 0) {
            throw new Problem.Stale("This application is on the record already");
        }
        audit.record(referralRef, actor, Area.WORK, "application.sent", "", appliedOn.toString());
        return number;
    }

    /**
     * Records what came of an application.
     *
     * @throws Problem at {@code result} when it has been decided already or has got further
     */
    public void result(String referralRef, int number, ApplicationStatus to, LocalDate on, Actor actor) {
        var referral = caseload.workedOnBy(referralRef, actor);
        var now = of(referralRef).stream().filter(one -> one.number() == number).findFirst()
                .orElseThrow(() -> new Problem.NotFound("this application"));
        dates.past("onDate", on, referral);
        dates.order("onDate", now.since(), on, "The date cannot be before " + Dates.words(now.since()) + ", when this was recorded: "
                + now.status().label().toLowerCase(Locale.UK));
        int moved = jdbc.sql("update job_application set status = :to, status_on = :on, recorded_by = :by, recorded_at = :at"
                        + " where referral_ref = :ref and number = :number and status in (:before)")
                .param("to", to.name()).param("on", on).param("by", actor.username()).param("at", dates.now()).param("ref", referralRef)
                .param("number", number).param("before", ApplicationStatus.MOVES.before(to).stream().map(Enum::name).toList()).update();
        if (moved == 0) {
            throw Problem.at("result", "decided", "This application stands at: " + now.status().label() + ". It cannot go from there to: " + to.label());
        }
        audit.record(referralRef, actor, Area.WORK, "application." + to.name().toLowerCase(Locale.ROOT).replace('_', '-'), "", on.toString());
    }
}
