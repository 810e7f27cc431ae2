package org.placewell.jobsearch;

import java.time.LocalDate;
import org.placewell.contract.domain.IncomeKind;
import org.placewell.security.Actor;
import org.placewell.shared.Problem;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Beside {@link WorkCorrections} the door for whoever puts a wrong record of one job right: kind of work, title, agreed pay, time away, pay
 * received. Who may correct, why, and what follows is the caller's affair; so is saying that the facts have changed.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class JobCorrections {

    private final JdbcClient jdbc;
    private final JobReader reader;
    private final Dates dates;

    JobCorrections(JdbcClient jdbc, JobReader reader, Dates dates) {
        this.jdbc = jdbc;
        this.reader = reader;
        this.dates = dates;
    }

    /** The person is employed in another way. */
    public void kind(String jobRef, EmploymentKind kind) {
        reader.lock(jobRef);
        jdbc.sql("update job set kind = ?, version = version + 1 where ref = ?").params(kind.name(), jobRef).update();
    }

    /** The job has another title, 2 to 120 characters. */
    public void title(String jobRef, String title) {
        reader.lock(jobRef);
        try {
            jdbc.sql("update job set title = ?, version = version + 1 where ref = ?").params(title.strip(), jobRef).update();
        } catch (DuplicateKeyException e) {
            throw (Problem) Problem.at("title", "same-job", "The same job with that title is on the record already").initCause(e);
        }
    }

    /** The agreed pay that holds on a day was another, for as long as that was to hold. */
    public void rate(String jobRef, LocalDate on, long pence, PayPeriod per, Actor actor) {
        var job = reader.lock(jobRef);
        AgreedPay.requireSense(pence, per);
        dates.withinJob("newDate", on, job);
        var held = job.rates().stream().filter(rate -> !rate.from().isAfter(on)).reduce((a, b) -> b)
                .orElseThrow(() -> Problem.at("newDate", "no-pay", "No agreed pay is on the record for that day: record it from the list of actions"));
        jdbc.sql("update job_rate set pence = ?, per = ?, recorded_by = ?, recorded_at = ? where job_ref = ? and from_on = ?")
                .params(pence, per.name(), actor.username(), dates.now(), jobRef, held.from()).update();
    }

    /**
     * The person was away on other days, or not at all.
     *
     * @param wrong the first day away as it is on the record
     * @param from the right first day; null when the person was not away
     * @param to the right last day; null while they are still away
     */
    public void away(String jobRef, LocalDate wrong, LocalDate from, LocalDate to, Actor actor) {
        var job = reader.lock(jobRef);
        if (job.breaks().stream().noneMatch(away -> away.from().equals(wrong))) {
            throw Problem.at("break", "not-listed", "Choose one of the times away listed");
        }
        if (from == null) {
            jdbc.sql("delete from job_break where job_ref = ? and from_on = ?").params(jobRef, wrong).update();
            return;
        }
        dates.withinJob("breakFrom", from, job);
        if (to != null) {
            dates.withinJob("breakTo", to, job);
            dates.order("breakTo", from, to, "The last day away cannot be before the first");
        } else if (job.endedOn() != null) {
            throw Problem.at("breakTo", "required", "The job has ended: enter the last day away");
        }
        if (job.breaks().stream().filter(away -> !away.from().equals(wrong)).anyMatch(away -> Jobs.overlap(away, from, to))) {
            throw Problem.at("breakFrom", "overlap", "These days overlap with other time away");
        }
        jdbc.sql("update job_break set from_on = ?, to_on = ?, recorded_by = ?, recorded_at = ? where job_ref = ? and from_on = ?")
                .params(from, to, actor.username(), dates.now(), jobRef, wrong).update();
    }

    /**
     * Pay received was for other days, of another amount or kind, or was not received at all: a new line takes the wrong one's place.
     *
     * @param wrongFrom the first day, as it is on the record, and {@code wrongKind} its kind
     * @param right null when there was no such pay
     */
    public void pay(String jobRef, LocalDate wrongFrom, IncomeKind wrongKind, JobView.Earnings right, Actor actor) {
        var job = reader.lock(jobRef);
        var wrong = job.earnings().stream().filter(pay -> pay.from().equals(wrongFrom) && pay.kind() == wrongKind).findFirst()
                .orElseThrow(() -> Problem.at("pay", "not-listed", "Choose one of the payments listed"));
        if (right != null) {
            dates.withinJob("payFrom", right.from(), job);
            if (right.to() == null || right.to().isAfter(dates.today())) {
                throw Problem.at("payTo", "future-date", "Enter the last day that the pay is for; it cannot be in the future");
            }
            dates.order("payTo", right.from(), right.to(), "The last day cannot be before the first");
            if (right.pence() < 1) {
                throw Problem.at("amount", "range", "Enter the pay in pounds and pence, for example 842.50");
            }
            if (job.earnings().stream().anyMatch(pay -> !pay.equals(wrong) && pay.kind() == right.kind() && !pay.from().isAfter(right.to())
                    && !right.from().isAfter(pay.to()))) {
                throw Problem.at("payFrom", "overlap", "Other pay of this kind is recorded for some of these days");
            }
        }
        var line = right == null ? new JobView.Earnings(wrong.from(), wrong.to(), 0, wrong.kind()) : right;
        jdbc.sql("""
                        insert into job_earnings (job_ref, from_on, to_on, pence, kind, recorded_by, recorded_at, replaces)
                        select ?, ?, ?, ?, ?, ?, ?, id from job_pay where job_ref = ? and from_on = ? and kind = ?""")
                .params(jobRef, line.from(), line.to(), line.pence(), line.kind().name(), actor.username(), dates.now(), jobRef, wrong.from(),
                        wrong.kind().name()).update();
    }
}
