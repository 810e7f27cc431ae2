package org.placewell.contract.domain;

import java.util.List;
import org.placewell.contract.domain.Facts.JobSpell;
import org.placewell.contract.domain.Metric.JobsThatCount;
import org.placewell.contract.domain.Metric.Retained;
import org.placewell.contract.domain.Metric.Weeks;

/** Holds a rule about keeping a job, or returning to it, against the jobs that the person had when referred. */
final class RetentionMeasure {

    private final List<JobSpell> jobs;
    private final Time time;

    RetentionMeasure(List<JobSpell> jobs, Time time) {
        this.jobs = jobs;
        this.time = time;
    }

    Reach of(Retained rule) {
        if (jobs.isEmpty()) {
            return Reach.open(null, null, "No job that the person had when referred and that counts is on record", "the job held when referred");
        }
        var line = WorkLine.of(jobs, time, 7 * rule.within() + 7, true);
        var weeks = new Weeks(rule.count(), rule.within(), rule.hours(), JobsThatCount.ANY, rule.breakDays());
        var found = new WeekCount(line, weeks, line.position(time.notBefore())).find();
        var wanted = Words.count(rule.count(), "week") + (rule.within() > rule.count() ? " within " + rule.within() : "")
                + " in the job held when referred" + (rule.hours().any() ? "" : ", at " + Words.band(rule.hours()));
        int until = found == null ? line.today() : Math.min(line.today(), found.to());
        int lost = rule.returnCounts() ? -1 : leftOn(line, rule.breakDays(), until);
        if (lost >= 0) {
            return Reach.lost("Away from the job held when referred on " + Words.day(line.date(lost), time.asOf()) + ", and it has to be kept");
        }
        if (found == null) {
            boolean working = line.minutes(line.today()) != WorkLine.AWAY;
            return Reach.open(null, null, "0 of " + wanted + (working ? "" : ". Away from it at present"),
                    working || jobs.stream().allMatch(job -> job.end() != null) ? wanted : "the return to the job held when referred");
        }
        var from = line.date(found.from());
        var to = line.date(found.to());
        var since = " (since " + Words.day(from, time.asOf()) + ")";
        if (found.to() <= line.today()) {
            return Reach.reached(from, to, wanted + since);
        }
        int done = Math.min(rule.count(), found.daysDone() / 7);
        return Reach.waiting(from, to, "Week " + Math.min(rule.count(), done + 1) + " of " + wanted + since,
                Words.count(Math.max(1, rule.count() - done), "more week") + " in the job held when referred");
    }

    /** The first day of the first time away up to a position that is longer than a tolerated break; -1 when there is none. */
    private static int leftOn(WorkLine line, int breakDays, int until) {
        int away = 0;
        for (int day = 0; day <= until; day++) {
            away = line.minutes(day) == WorkLine.AWAY ? away + 1 : 0;
            if (away > breakDays) {
                return day - away + 1;
            }
        }
        return -1;
    }
}
