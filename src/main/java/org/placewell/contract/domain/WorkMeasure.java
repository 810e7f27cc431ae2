package org.placewell.contract.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.placewell.contract.domain.Facts.Earnings;
import org.placewell.contract.domain.Facts.JobSpell;
import org.placewell.contract.domain.Metric.Weeks;
import org.placewell.shared.Pence;

/** Holds the metrics of work against jobs that count and have begun. */
final class WorkMeasure {

    private final List<JobSpell> jobs;
    private final LocalDate asOf;

    WorkMeasure(List<JobSpell> jobs, LocalDate asOf) {
        this.jobs = jobs;
        this.asOf = asOf;
    }

    Reach of(Metric metric) {
        if (jobs.isEmpty()) {
            return Reach.open(null, null, "No job that counts has begun", "the start of a job");
        }
        if (metric instanceof Metric.PaidWork start) {
            return start(start);
        }
        if (metric instanceof Weeks weeks) {
            return weeks(weeks);
        }
        if (metric instanceof Metric.Days days) {
            return days(days);
        }
        if (metric instanceof Metric.Earned earned) {
            return earned(earned);
        }
        throw new IllegalArgumentException("not a metric of work: " + metric);
    }

    private Reach start(Metric.PaidWork rule) {
        JobSpell best = null;
        for (var job : jobs) {
            boolean worked = job.fullDays() >= rule.fullDays()
                    || rule.orMinutes().isPresent() && job.minutesWorked() >= rule.orMinutes().getAsInt();
            if (worked && (best == null || job.start().isBefore(best.start()))) {
                best = job;
            }
        }
        if (best != null) {
            return Reach.reached(best.start(), best.start(), "Job " + best.jobRef() + " begun on " + day(best.start()));
        }
        var needed = Words.count(rule.fullDays(), "full day")
                + (rule.orMinutes().isPresent() ? " or " + Words.hours(rule.orMinutes().getAsInt()) : "");
        var job = jobs.get(0);
        return Reach.open(job.start(), null, "Job " + job.jobRef() + " has begun, but " + needed + " of work are not on record",
                "a record of " + needed + " worked");
    }

    private Reach weeks(Weeks rule) {
        if (!rule.jobs().one() || jobs.size() == 1) {
            return weeks(rule, jobs);
        }
        Reach best = null;
        for (var job : jobs) {
            var reach = weeks(rule, List.of(job));
            if (best == null || sooner(reach.earliest(), best.earliest())) {
                best = reach;
            }
        }
        return best;
    }

    private Reach weeks(Weeks rule, List<JobSpell> of) {
        var line = WorkLine.of(of, asOf, 7 * rule.within() + 7);
        var found = new WeekCount(line, rule).find();
        var band = Words.band(rule.hours());
        var at = (band.isEmpty() ? "in work" : "at " + band);
        if (found == null) {
            boolean working = line.minutes(line.today()) != WorkLine.AWAY;
            var why = working
                    ? "In work, but not " + (band.isEmpty() ? "for the whole of each week" : at) + " as things stand"
                    : "Not in work at present";
            return Reach.open(null, null, "0 of " + Words.count(rule.count(), "week") + " " + at + ". " + why, total(rule) + " " + at);
        }
        var from = line.date(found.from());
        var to = line.date(found.to());
        var job = " (" + jobName(of, from) + " since " + day(from) + ")";
        if (found.to() <= line.today()) {
            return Reach.reached(from, to, total(rule) + " " + at + job);
        }
        int done = found.daysDone() / 7;
        return Reach.waiting(from, to, "Week " + Math.min(rule.count(), done + 1) + " of " + rule.count()
                + (rule.within() > rule.count() ? " within " + rule.within() : "") + " " + at + job, Words.count(rule.count() - done, "more week") + " " + at);
    }

    private static String total(Weeks rule) {
        return Words.count(rule.count(), "week") + (rule.within() > rule.count() ? " within " + rule.within() : "");
    }

    private Reach days(Metric.Days rule) {
        var line = WorkLine.of(jobs, asOf, rule.withinDays());
        int counted = 0;
        int first = -1;
        int done = 0;
        var counts = new boolean[line.length()];
        for (int day = 0; day < line.length(); day++) {
            int minutes = line.minutes(day);
            counts[day] = minutes != WorkLine.AWAY && (rule.hours().any() || WeekCount.inBand(rule.hours(), minutes, 1));
            int leaves = day - rule.withinDays();
            counted += (counts[day] ? 1 : 0) - (leaves >= 0 && counts[leaves] ? 1 : 0);
            first = first < 0 && counts[day] ? day : first;
            done = day == line.today() ? counted : done;
            if (counted >= rule.count()) {
                var from = line.date(Math.max(first, leaves + 1));
                return day <= line.today()
                        ? Reach.reached(from, line.date(day), Words.count(rule.count(), "day") + " in work since " + day(from))
                        : Reach.waiting(from, line.date(day), done + " of " + Words.count(rule.count(), "day") + " in work since " + day(from),
                                Words.count(rule.count() - done, "more day") + " in work");
            }
        }
        return Reach.open(first < 0 ? null : line.date(first), null, done + " of " + Words.count(rule.count(), "day") + " in work",
                Words.count(rule.count() - done, "more day") + " in work");
    }

    private Reach earned(Metric.Earned rule) {
        Reach best = null;
        long most = 0;
        for (var anchor : jobs) {
            var limit = rule.within().after(anchor.start()).minusDays(1);
            var pay = new ArrayList<Earnings>();
            jobs.forEach(job -> pay.addAll(job.earnings()));
            pay.removeIf(one -> one.from().isBefore(anchor.start()) || one.to().isAfter(limit) || one.to().isAfter(asOf));
            pay.sort(Comparator.comparing(Earnings::to));
            long sum = 0;
            for (var one : pay) {
                sum = Math.addExact(sum, one.amount().amount());
                if (sum >= rule.amount().amount() && (best == null || one.to().isBefore(best.to()))) {
                    best = Reach.reached(anchor.start(), one.to(), rule.amount() + " earned since " + day(anchor.start()));
                    break;
                }
            }
            most = Math.max(most, sum);
        }
        if (best != null) {
            return best;
        }
        return Reach.open(jobs.get(0).start(), null, Pence.of(most) + " of " + rule.amount() + " earned",
                "pay of " + Pence.of(rule.amount().amount() - most) + " more");
    }

    private static boolean sooner(LocalDate a, LocalDate b) {
        return a != null && (b == null || a.isBefore(b));
    }

    /** The job that covers the day; several at once are told by their number. */
    private static String jobName(List<JobSpell> jobs, LocalDate day) {
        var names = jobs.stream().filter(job -> !job.start().isAfter(day) && (job.end() == null || !job.end().isBefore(day)))
                .map(JobSpell::jobRef).distinct().toList();
        return names.isEmpty() ? "in work" : (names.size() == 1 ? "job " : "jobs ") + Words.list(names, "and");
    }

    private String day(LocalDate day) {
        return Words.day(day, asOf);
    }
}
