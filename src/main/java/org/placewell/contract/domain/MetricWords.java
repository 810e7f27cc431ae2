package org.placewell.contract.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.placewell.contract.domain.Metric.JobsThatCount;

/** Says in words what has to have happened. */
final class MetricWords {

    private MetricWords() {}

    /** What the person did, in the perfect tense: "has attended 3 appointments". */
    static String did(Terms terms, Metric metric) {
        if (metric instanceof Metric.AnyOf any) {
            return parts(terms, any.parts(), "or");
        }
        if (metric instanceof Metric.AllOf all) {
            return parts(terms, all.parts(), "and");
        }
        if (metric instanceof Metric.InTime part) {
            return did(terms, part.what()) + " " + latest(terms, part.latest());
        }
        if (metric instanceof Metric.Appointments appointments) {
            return "has attended " + Words.count(appointments.attended(), "appointment");
        }
        if (metric instanceof Metric.Profile) {
            return "has completed a vocational profile";
        }
        if (metric instanceof Metric.PaidWork start) {
            return "has worked at least " + Words.count(start.fullDays(), "full day")
                    + (start.orMinutes().isPresent() ? " (or " + Words.hours(start.orMinutes().getAsInt()) + ")" : "")
                    + " of " + work(start.jobs());
        }
        if (metric instanceof Metric.Weeks weeks) {
            return weeks(weeks);
        }
        if (metric instanceof Metric.Days days) {
            return "has been in " + work(days.jobs()) + " for " + Words.count(days.count(), "day") + " in all"
                    + (days.anchor().isEmpty() ? " within " + days.within() : ", counted up to " + days.within() + " after " + anchor(terms, days.anchor()))
                    + at(days.hours()) + (days.jobs().one() ? " in one job" : "") + concurrent(days.jobs());
        }
        if (metric instanceof Metric.Earned earned) {
            return "has earned " + earned.amount() + " in all" + (earned.jobs().only().isEmpty() ? "" : " from " + work(earned.jobs()))
                    + (earned.jobs().one() ? " in one job" : "") + (earned.anchor().equals("job") ? " within " + earned.within() + " of a job's start"
                    : " from " + anchor(terms, earned.anchor()) + " up to " + earned.within() + " after it");
        }
        if (metric instanceof Metric.Retained kept) {
            return retained(kept);
        }
        var score = (Metric.ScoreChange) metric;
        return "has a " + score.measure().replace('-', ' ') + " score that is " + Words.count(score.by(), "point") + " or more "
                + (score.falls() ? "lower" : "higher") + " than the first one " + score.after() + " after "
                + anchor(terms, score.anchor()) + ", give or take " + Words.count(score.toleranceDays(), "day");
    }

    /** Parts that are put together themselves stand in brackets, so that nobody has to guess what "and" binds. */
    private static String parts(Terms terms, List<Metric> parts, String last) {
        var texts = new ArrayList<String>();
        for (var part : parts) {
            boolean together = part instanceof Metric.AnyOf || part instanceof Metric.AllOf;
            texts.add(together ? "(" + did(terms, part) + ")" : did(terms, part));
        }
        return Words.list(texts, last);
    }

    private static String weeks(Metric.Weeks weeks) {
        var text = new StringBuilder("has been in ").append(work(weeks.jobs())).append(" for ").append(inARow(weeks.count(), weeks.within()));
        text.append(at(weeks.hours())).append(weeks.jobs().one() ? " in one job" : " in one job or several").append(concurrent(weeks.jobs()));
        return text.append(breaks(weeks.breakDays())).toString();
    }

    private static String retained(Metric.Retained kept) {
        var without = kept.breakDays() == 0 ? " without a day away" : "";
        return "has kept the job held when referred" + (kept.returnCounts() ? ", or returned to it," : without) + " for " + inARow(kept.count(), kept.within()) + at(kept.hours()) + breaks(kept.breakDays());
    }

    private static String inARow(int count, int within) {
        return (count == within ? "" : count + " of ") + Words.count(within, "week") + " in a row";
    }

    private static String breaks(int days) {
        return days == 0 ? "" : ", breaks of up to " + Words.count(days, "day") + " not counted";
    }

    private static String work(JobsThatCount jobs) {
        return jobs.only().isEmpty() ? "paid competitive work" : Words.list(jobs.only().stream().map(WorkKind::label).toList(), "or");
    }

    private static String concurrent(JobsThatCount jobs) {
        return jobs.added() ? "" : ", jobs held at the same time not added up";
    }

    private static String at(Metric.Hours hours) {
        return hours.any() ? "" : " at " + Words.band(hours);
    }

    /** {@code no later than 9 months after engagement}. */
    static String latest(Terms terms, OutcomeRule.Latest latest) {
        return "no later than " + latest.span() + " after " + anchor(terms, latest.anchor());
    }

    /** What a time counts from. */
    static String anchor(Terms terms, String anchor) {
        return switch (anchor) {
            case "job" -> "the job's start";
            case "referral", "acceptance" -> "the " + anchor;
            default -> {
                var rule = terms.rule(anchor);
                // The first part of a price is paid for the outcome itself: its name is enough.
                var title = rule.stage() != null && rule.stage().number() == 1 ? rule.title().replaceAll(", part 1 of \\d+.*", "") : rule.title();
                yield title.toLowerCase(Locale.UK);
            }
        };
    }
}
