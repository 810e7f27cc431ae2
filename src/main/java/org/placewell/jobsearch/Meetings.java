package org.placewell.jobsearch;

import java.time.LocalDate;
import java.util.Set;
import org.placewell.caseload.Caseload;
import org.placewell.security.Actor;
import org.placewell.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What specialist and person do together: appointments, advice on benefits, wellbeing scores. */
@Component
class Meetings {

    private static final Set<String> ANSWERS = Set.of("TAKEN_UP", "BOOKED", "DECLINED");
    private final JdbcClient jdbc;
    private final Caseload caseload;
    private final Dates dates;
    private final Changes changes;

    Meetings(JdbcClient jdbc, Caseload caseload, Dates dates, Changes changes) {
        this.jdbc = jdbc;
        this.caseload = caseload;
        this.dates = dates;
        this.changes = changes;
    }

    int recordAppointment(String referralRef, LocalDate on, String how, Attendance outcome, Actor actor) {
        var referral = caseload.workedOnBy(referralRef, actor);
        dates.notBeforeReferral("onDate", on, referral);
        if (outcome != Attendance.PLANNED && outcome != Attendance.CANCELLED_BY_PERSON && outcome != Attendance.CANCELLED_BY_US) {
            dates.past("onDate", on, referral);
        }
        if (outcome == Attendance.PLANNED && on.isBefore(dates.today())) {
            throw Problem.at("outcome", "past-plan", "This day has passed: say what became of the appointment");
        }
        // One writer per referral at a time: the numbers have no gaps and no doubles.
        lock(referralRef);
        int number = jdbc.sql("select coalesce(max(number), 0) + 1 from appointment where referral_ref = ?").param(referralRef)
                .query(Integer.class).single();
        jdbc.sql("""
                        insert into appointment (referral_ref, number, on_date, how, outcome, recorded_by, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(referralRef, number, on, how, outcome.name(), actor.username(), dates.now()).update();
        changes.made(referralRef, actor, "appointment." + word(outcome), "", on.toString());
        return number;
    }

    void recordAttendance(String referralRef, int number, Attendance outcome, Actor actor) {
        var referral = caseload.workedOnBy(referralRef, actor);
        var on = jdbc.sql("select on_date from appointment where referral_ref = ? and number = ?").params(referralRef, number)
                .query(LocalDate.class).optional().orElseThrow(() -> new Problem.NotFound("this appointment"));
        if (outcome == Attendance.PLANNED) {
            throw Problem.at("outcome", "required", "Say what became of the appointment");
        }
        if (outcome == Attendance.ATTENDED || outcome == Attendance.DID_NOT_ATTEND) {
            dates.past("number", on, referral);
        }
        int changed = jdbc.sql("""
                        update appointment set outcome = ?, recorded_by = ?, recorded_at = ?
                        where referral_ref = ? and number = ? and outcome = 'PLANNED'""")
                .params(outcome.name(), actor.username(), dates.now(), referralRef, number).update();
        if (changed == 0) {
            throw new Problem.Stale("What became of this appointment has been recorded already");
        }
        changes.made(referralRef, actor, "appointment." + word(outcome), "", on.toString());
    }

    void recordAdvice(String referralRef, LocalDate offeredOn, String answer, String occasion, Actor actor) {
        var referral = caseload.workedOnBy(referralRef, actor);
        dates.past("offeredOn", offeredOn, referral);
        if (!ANSWERS.contains(answer)) {
            throw Problem.at("answer", "required", "Say what the person answered");
        }
        jdbc.sql("""
                        insert into benefits_advice (referral_ref, offered_on, answer, occasion, recorded_by, recorded_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(referralRef, offeredOn, answer, occasion, actor.username(), dates.now()).update();
        changes.made(referralRef, actor, "advice.offered", "IPS: benefits counselling", offeredOn + " " + answer);
    }

    void recordScore(String referralRef, String measure, LocalDate on, int value, Actor actor) {
        var referral = caseload.workedOnBy(referralRef, actor);
        dates.past("onDate", on, referral);
        boolean top = "TOP_WELLBEING".equals(measure);
        if (top ? value < 0 || value > 20 : value < 7 || value > 35) {
            throw Problem.at("value", "range", top ? "The score must be between 0 and 20" : "The score must be between 7 and 35");
        }
        int written = jdbc.sql("""
                        insert into score (referral_ref, measure, on_date, value, recorded_by, recorded_at) values (?, ?, ?, ?, ?, ?)
                        on conflict do nothing""")
                .params(referralRef, measure, on, value, actor.username(), dates.now()).update();
        if (written == 0) {
            throw Problem.at("onDate", "recorded-already", "A score of this measure is already recorded for that day");
        }
        changes.made(referralRef, actor, "score.recorded", "", measure + " " + on);
    }

    private void lock(String referralRef) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))::text").param("appointments:" + referralRef).query(String.class).single();
    }

    private static String word(Attendance outcome) {
        return outcome.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
