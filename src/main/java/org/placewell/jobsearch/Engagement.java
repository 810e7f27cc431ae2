package org.placewell.jobsearch;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.placewell.caseload.Caseload;
import org.placewell.referral.EndReason;
import org.placewell.referral.Outreach;
import org.placewell.referral.Referrals;
import org.placewell.security.Actor;
import org.placewell.shared.Problem;
import org.placewell.workflow.Processes;
import org.placewell.workflow.Vars;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Losing touch, reaching out, coming back, and the end of support. */
@Component
class Engagement {

    private final JdbcClient jdbc;
    private final Caseload caseload;
    private final Referrals referrals;
    private final Dates dates;
    private final Changes changes;
    private final Processes processes;
    private final SearchDates limits;

    Engagement(JdbcClient jdbc, Caseload caseload, Referrals referrals, Dates dates, Changes changes, Processes processes, SearchDates limits) {
        this.jdbc = jdbc;
        this.caseload = caseload;
        this.referrals = referrals;
        this.dates = dates;
        this.changes = changes;
        this.processes = processes;
        this.limits = limits;
    }

    void contactLost(String referralRef, LocalDate on, Actor actor) {
        var referral = caseload.workedOnBy(referralRef, actor);
        dates.past("lostOn", on, referral);
        int begun = jdbc.sql("""
                        insert into lost_contact (referral_ref, episode, lost_on)
                        select ?, coalesce(max(episode), 0) + 1, ? from lost_contact where referral_ref = ? on conflict do nothing""")
                .params(referralRef, on, referralRef).update();
        if (begun == 0) {
            throw new Problem.Stale("Outreach has begun already");
        }
        if (!processes.send("contactLost", referralRef, Map.of())) {
            throw notSearching();
        }
        changes.made(referralRef, actor, "contact.lost", "", on.toString());
    }

    void backInTouch(String referralRef, LocalDate on, Actor actor) {
        var referral = caseload.workedOnBy(referralRef, actor);
        dates.past("backOn", on, referral);
        end(referralRef, on, "CAME_BACK", "backOn");
        if (!processes.send("backInTouch", referralRef, Map.of())) {
            throw new Problem.Stale("Nobody is being looked for in this case any more");
        }
        changes.made(referralRef, actor, "contact.back", "", on.toString());
    }

    /**
     * A job has started while the person was being looked for: they have come back. Nothing happens when contact was not lost, or was lost
     * after the job had begun: the job says nothing about where the person is since.
     */
    void backInWork(String referralRef, LocalDate startedOn, Actor actor) {
        var lostOn = jdbc.sql("select lost_on from lost_contact where referral_ref = ? and ended_on is null").param(referralRef)
                .query(LocalDate.class).optional();
        if (lostOn.filter(lost -> !startedOn.isBefore(lost)).isPresent()) {
            end(referralRef, startedOn, "CAME_BACK", "startedOn");
            processes.send("backInTouch", referralRef, Map.of());
            changes.made(referralRef, actor, "contact.back", "a job has started", startedOn.toString());
        }
    }

    String recordOutreach(String referralRef, LocalDate on, String how, String result, Actor actor) {
        var referral = caseload.workedOnBy(referralRef, actor);
        dates.past("attemptedOn", on, referral);
        int episode = jdbc.sql("select episode from lost_contact where referral_ref = ? and ended_on is null for update").param(referralRef)
                .query(Integer.class).optional().orElseThrow(() -> new Problem.Stale("Nobody is being looked for in this case any more"));
        notBeforeLost(referralRef, on, "attemptedOn");
        var tried = tried(referralRef, episode);
        jdbc.sql("""
                        insert into outreach_attempt (referral_ref, episode, number, on_date, how, result, recorded_by, recorded_at)
                        select ?, ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?, ? from outreach_attempt where referral_ref = ? and episode = ?""")
                .params(referralRef, episode, on, how, result, actor.username(), dates.now(), referralRef, episode).update();
        var outreach = result.equals("NO_ANSWER") ? tried.and(new Outreach.Attempt(on, how)) : tried;
        var decision = switch (result) {
            case "REACHED" -> "reached";
            case "DECLINED" -> "disengaged";
            default -> outreach.enough() ? "disengaged" : "tryAgain";
        };
        if (!decision.equals("tryAgain")) {
            end(referralRef, on, decision.equals("reached") ? "REACHED" : "DISENGAGED", "attemptedOn");
        }
        changes.made(referralRef, actor, "outreach." + result.toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                "support closes after attempts on " + outreach.needed() + " days in two ways",
                on + (decision.equals("tryAgain") ? ", still to come: " + outreach.missing() : ""));
        return decision;
    }

    /** What has been tried since contact was lost; empty when nobody is being looked for. */
    Optional<Outreach> outreach(String referralRef) {
        return jdbc.sql("select episode from lost_contact where referral_ref = ? and ended_on is null").param(referralRef).query(Integer.class).optional()
                .map(episode -> tried(referralRef, episode));
    }

    private Outreach tried(String referralRef, int episode) {
        return new Outreach(jdbc.sql("""
                        select on_date, how from outreach_attempt where referral_ref = ? and episode = ? and result = 'NO_ANSWER' order by number""")
                .params(referralRef, episode).query((r, n) -> new Outreach.Attempt(r.getObject(1, LocalDate.class), r.getString(2))).list(),
                limits.outreachAttempts(referralRef));
    }

    private void end(String referralRef, LocalDate on, String by, String field) {
        notBeforeLost(referralRef, on, field);
        jdbc.sql("update lost_contact set ended_on = ?, ended_by = ? where referral_ref = ? and ended_on is null")
                .params(on, by, referralRef).update();
    }

    private void notBeforeLost(String referralRef, LocalDate on, String field) {
        var lostOn = jdbc.sql("select lost_on from lost_contact where referral_ref = ? and ended_on is null").param(referralRef)
                .query(LocalDate.class).optional().orElseThrow(() -> new Problem.Stale("Nobody is being looked for in this case any more"));
        dates.order(field, lostOn, on, "The date cannot be before contact was lost on " + Dates.words(lostOn));
    }

    void supportFinished(String referralRef, LocalDate on, Actor actor) {
        var referral = caseload.workedOnBy(referralRef, actor);
        dates.past("finishedOn", on, referral);
        if (!processes.send("supportFinished", referralRef, Map.of(Vars.SEARCH_OUTCOME, EndReason.FINISHED.code()))) {
            throw notSearching();
        }
        changes.made(referralRef, actor, "support.finished", "", on.toString());
    }

    void closeSupport(String referralRef, String outcome) {
        referrals.endSupport(referralRef, EndReason.ofCode(outcome), Actor.system());
    }

    private static Problem notSearching() {
        return new Problem.Stale("This cannot be recorded now: outreach is running, support is only just beginning or has ended. Finish the open"
                + " task first; to end the case early, ask the team leader");
    }
}
