package org.placewell.contract.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.placewell.contract.domain.Facts.JobSpell;
import org.placewell.contract.domain.Metric.Days;
import org.placewell.contract.domain.Metric.Hours;
import org.placewell.contract.domain.Metric.JobsThatCount;
import org.placewell.contract.domain.Metric.Retained;
import org.placewell.contract.domain.Metric.Weeks;

/** Holds the metrics of work against jobs that count and have begun. */
final class WorkMeasure {

    /** What there is to say while there is no job. */
    static final Reach NO_JOB = Reach.open(null, null, "No job that counts has begun", "the start of a job");

    private final List<JobSpell> jobs;
    private final Time time;
    private final LocalDate asOf;

    WorkMeasure(List<JobSpell> jobs, Time time) {
        this.jobs = jobs;
        this.time = time;
        this.asOf = time.asOf();
    }

    Reach of(Metric metric) {
        if (metric instanceof Weeks weeks) {
            var gained = Jobs.gained(jobs, weeks.jobs());
            return gained.isEmpty() ? NO_JOB : measured(weeks.jobs(), gained, of -> together(weeks, of));
        }
        if (metric instanceof Metric.PaidWork start) {
            var gained = Jobs.gained(jobs, start.jobs());
            return gained.isEmpty() ? NO_JOB : start(start, gained);
        }
        if (metric instanceof Days days) {
            var gained = Jobs.gained(jobs, days.jobs());
            return gained.isEmpty() ? NO_JOB : measured(days.jobs(), gained, of -> daysOf(days, of));
        }
        if (metric instanceof Retained kept) {
            return new RetentionMeasure(Jobs.held(jobs), time).of(kept);
        }
        throw new IllegalArgumentException("not a metric of work: " + metric);
    }

    private Reach start(Metric.PaidWork rule, List<JobSpell> jobs) {
        JobSpell best = null;
        for (var job : jobs) {
            boolean worked = job.fullDays() >= rule.fullDays()
                    || rule.orMinutes().isPresent() && job.minutesWorked() >= rule.orMinutes().getAsInt();
            if (worked && !job.start().isBefore(time.notBefore()) && (best == null || job.start().isBefore(best.start()))) {
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

    /** All the jobs together or, in one job, the job that gets there first. */
    private static Reach measured(JobsThatCount which, List<JobSpell> jobs, Function<List<JobSpell>, Reach> measure) {
        if (!which.one()) {
            return measure.apply(jobs);
        }
        Reach best = null;
        for (var job : jobs) {
            var reach = measure.apply(List.of(job));
            if (best == null || sooner(reach.earliest(), best.earliest())) {
                best = reach;
            }
        }
        return best;
    }

    private Reach together(Weeks rule, List<JobSpell> of) {
        var line = WorkLine.of(of, time, 7 * rule.within() + 7, rule.jobs().added());
        var found = new WeekCount(line, rule, line.position(time.notBefore())).find();
        var band = Words.band(rule.hours());
        var at = band.isEmpty() ? "in work" : "at " + band;
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
        int done = Math.min(rule.count(), found.daysDone() / 7);
        return Reach.waiting(from, to, "Week " + Math.min(rule.count(), done + 1) + " of " + rule.count()
                + (rule.within() > rule.count() ? " within " + rule.within() : "") + " " + at + job,
                Words.count(Math.max(1, rule.count() - done), "more week") + " " + at);
    }

    private static String total(Weeks rule) {
        return Words.count(rule.count(), "week") + (rule.within() > rule.count() ? " within " + rule.within() : "");
    }

    private Reach daysOf(Days rule, List<JobSpell> jobs) {
        int foreseen = rule.within().atMostDays();
        // Counted from an anchor, the time limit is the caller's; else so many days roll along.
        int within = rule.anchor().isEmpty() ? foreseen : Integer.MAX_VALUE;
        var line = WorkLine.of(jobs, time, foreseen, rule.jobs().added());
        int notBefore = line.position(time.notBefore());
        int counted = 0;
        int first = -1;
        int done = 0;
        var counts = new boolean[line.length()];
        for (int day = 0; day < line.length(); day++) {
            counts[day] = counts(rule.hours(), line.minutes(day));
            int leaves = day - within;
            counted += (counts[day] ? 1 : 0) - (leaves >= 0 && counts[leaves] ? 1 : 0);
            first = first < 0 && counts[day] ? day : first;
            done = day == line.today() ? counted : done;
            if (counted >= rule.count() && day >= notBefore) {
                var from = line.date(Math.max(first, leaves + 1));
                return day <= line.today()
                        ? Reach.reached(from, line.date(day), Words.count(rule.count(), "day") + " in work since " + day(from))
                        : Reach.waiting(from, line.date(day), done + " of " + Words.count(rule.count(), "day") + " in work since " + day(from),
                                Words.count(Math.max(1, rule.count() - done), "more day") + " in work");
            }
        }
        return Reach.open(first < 0 ? null : line.date(first), null, done + " of " + Words.count(rule.count(), "day") + " in work",
                Words.count(Math.max(1, rule.count() - done), "more day") + " in work");
    }

    private static boolean counts(Hours hours, int minutes) {
        return minutes != WorkLine.AWAY && (hours.any() || WeekCount.inBand(hours, minutes, 1));
    }

    private static boolean sooner(LocalDate a, LocalDate b) {
        return a != null && (b == null || a.isBefore(b));
    }

    /** The job that covers the day; several at once are told by their number. */
    private static String jobName(List<JobSpell> jobs, LocalDate day) {
        if (jobs.size() == 1) {
            return "job " + jobs.get(0).jobRef();
        }
        var names = jobs.stream().filter(job -> !job.start().isAfter(day) && (job.end() == null || !job.end().isBefore(day)))
                .map(JobSpell::jobRef).distinct().toList();
        return names.isEmpty() ? "in work" : (names.size() == 1 ? "job " : "jobs ") + Words.list(names, "and");
    }

    private String day(LocalDate day) {
        return Words.day(day, asOf);
    }
}
