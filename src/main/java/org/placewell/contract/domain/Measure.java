package org.placewell.contract.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.placewell.contract.domain.Facts.JobSpell;
import org.placewell.contract.domain.Facts.Score;

/** Holds one rule's metric against the facts. */
final class Measure {

    private final Terms terms;
    private final Facts facts;
    private final Time time;
    private final LocalDate asOf;

    Measure(Terms terms, Facts facts) {
        this(terms, facts, new Time(facts.referredOn(), facts.referredOn(), facts.asOf()));
    }

    /** @param time the time that counts, for a rule that pays again and again */
    Measure(Terms terms, Facts facts, Time time) {
        this.terms = terms;
        this.facts = facts;
        this.time = time;
        this.asOf = facts.asOf();
    }

    /** How far the rule has come with these jobs, its latest date included. */
    Reach of(OutcomeRule rule, List<JobSpell> jobs) {
        var reach = metric(rule, rule.metric(), jobs);
        return rule.latest() == null ? reach : limited(reach, rule.latest());
    }

    private Reach metric(OutcomeRule rule, Metric metric, List<JobSpell> jobs) {
        if (metric instanceof Metric.Weeks || metric instanceof Metric.PaidWork) {
            return new WorkMeasure(jobs, time).of(metric);
        }
        if (metric instanceof Metric.AnyOf) {
            return Reach.any(parts(rule, metric, jobs));
        }
        if (metric instanceof Metric.AllOf) {
            return Reach.all(parts(rule, metric, jobs));
        }
        if (metric instanceof Metric.InTime part) {
            return limited(metric(rule, part.what(), jobs), part.latest());
        }
        if (metric instanceof Metric.Appointments appointments) {
            return appointments(appointments);
        }
        if (metric instanceof Metric.Profile) {
            return profile();
        }
        if (metric instanceof Metric.ScoreChange change) {
            return score(change);
        }
        if (metric instanceof Metric.Earned earned) {
            return earned(rule, earned, Jobs.gained(jobs, earned.jobs()));
        }
        if (metric instanceof Metric.Days days && !days.anchor().isEmpty()) {
            return days(days, jobs);
        }
        return new WorkMeasure(jobs, time).of(metric);
    }

    private List<Reach> parts(OutcomeRule rule, Metric metric, List<JobSpell> jobs) {
        var reaches = new ArrayList<Reach>(metric.parts().size());
        for (var part : metric.parts()) {
            reaches.add(metric(rule, part, jobs));
        }
        return reaches;
    }

    private Reach earned(OutcomeRule rule, Metric.Earned earned, List<JobSpell> jobs) {
        if (jobs.isEmpty()) {
            return WorkMeasure.NO_JOB;
        }
        var anchor = earned.anchor().equals("job") ? null : anchor(earned.anchor(), null);
        if (anchor == null && !earned.anchor().equals("job")) {
            return notReached(jobs.get(0).start(), "Earnings count from " + anchorName(earned.anchor()), earned.anchor());
        }
        var reach = new PayMeasure(earned, rule.excludedIncome(), time).of(jobs, anchor);
        return anchor == null ? reach : limited(reach, new OutcomeRule.Latest(earned.within(), earned.anchor()), anchor);
    }

    /** Days that count from an anchor: those before it do not, those after its time do not either. */
    private Reach days(Metric.Days days, List<JobSpell> jobs) {
        var first = jobs.isEmpty() ? null : jobs.get(0).start();
        var anchor = anchor(days.anchor(), first);
        if (anchor == null) {
            return notReached(first, "Days in work count from " + anchorName(days.anchor()), days.anchor());
        }
        var from = new Time(time.later(anchor), time.notBefore(), asOf);
        var reach = from.since().isAfter(asOf) ? WorkMeasure.NO_JOB : new WorkMeasure(jobs, from).of(days);
        return limited(reach, new OutcomeRule.Latest(days.within(), days.anchor()), anchor);
    }

    private Reach notReached(LocalDate from, String what, String anchor) {
        return Reach.open(from, null, what + ", which is not reached", anchorName(anchor));
    }

    private Reach appointments(Metric.Appointments rule) {
        var kept = new ArrayList<LocalDate>(facts.appointments().size());
        for (var appointment : facts.appointments()) {
            if (appointment.attended() && time.holds(appointment.date())) {
                kept.add(appointment.date());
            }
        }
        kept.sort(null);
        int needed = rule.attended();
        for (int last = needed - 1; last < kept.size(); last++) {
            if (!kept.get(last).isBefore(time.notBefore())) {
                return Reach.reached(kept.get(0), kept.get(last), Words.count(needed, "appointment") + " attended");
            }
        }
        int more = Math.max(1, needed - kept.size());
        return Reach.open(kept.isEmpty() ? null : kept.get(0), null, kept.size() + " of " + Words.count(needed, "appointment") + " attended",
                Words.count(more, "more appointment") + " attended");
    }

    private Reach profile() {
        var done = facts.profileCompletedOn();
        if (done != null && time.holds(done) && !done.isBefore(time.notBefore())) {
            return Reach.reached(done, done, "Vocational profile completed");
        }
        return Reach.open(null, null, "Vocational profile not completed", "the vocational profile");
    }

    private Reach score(Metric.ScoreChange rule) {
        var name = rule.measure().replace('-', ' ');
        var scores = facts.scores().stream().filter(score -> score.measure().equals(rule.measure()) && time.holds(score.date()))
                .sorted(Comparator.comparing(Score::date)).toList();
        var anchor = anchor(rule.anchor(), null);
        if (scores.isEmpty()) {
            return Reach.open(null, null, "No " + name + " score yet", "a first " + name + " score");
        }
        var first = scores.get(0);
        if (anchor == null) {
            return notReached(first.date(), "The second " + name + " score counts from " + anchorName(rule.anchor()), rule.anchor());
        }
        var middle = rule.after().after(anchor);
        var opens = middle.minusDays(rule.toleranceDays());
        var closes = middle.plusDays(rule.toleranceDays());
        for (var score : scores) {
            int change = rule.falls() ? first.value() - score.value() : score.value() - first.value();
            if (score.date().isAfter(first.date()) && !score.date().isBefore(opens) && !score.date().isAfter(closes)
                    && !score.date().isBefore(time.notBefore()) && change >= rule.by()) {
                return Reach.reached(first.date(), score.date(), Words.capital(name) + " score went from " + first.value() + " to " + score.value());
            }
        }
        if (asOf.isAfter(closes)) {
            return Reach.lost("No " + name + " score between " + day(opens) + " and " + day(closes) + " was better by "
                    + Words.count(rule.by(), "point") + " or more than the first, " + first.value());
        }
        return Reach.open(first.date(), opens.isAfter(asOf) ? opens : asOf, "First " + name + " score " + first.value() + " on " + day(first.date()),
                "a " + name + " score between " + day(opens) + " and " + day(closes) + " that is better by "
                        + Words.count(rule.by(), "point") + " or more");
    }

    private Reach limited(Reach reach, OutcomeRule.Latest latest) {
        return limited(reach, latest, anchor(latest.anchor(), reach.from()));
    }

    private Reach limited(Reach reach, OutcomeRule.Latest latest, LocalDate anchor) {
        if (reach.lost()) {
            return reach;
        }
        var name = anchorName(latest.anchor());
        var within = latest.span() + " after " + name;
        if (anchor == null) {
            return new Reach(reach.from(), null, null, reach.lost(), reach.progress() + "; it counts up to " + within + ", which is not reached",
                    List.of(name), false);
        }
        var limit = latest.span().after(anchor);
        if (reach.isReached() ? reach.to().isAfter(limit) : asOf.isAfter(limit)) {
            return Reach.lost(reach.progress() + (reach.isReached() ? " on " + day(reach.to()) : "") + "; it had to be reached by " + day(limit)
                    + ", " + within);
        }
        if (!reach.isReached() && reach.earliest() != null && reach.earliest().isAfter(limit)) {
            return Reach.lost(reach.progress() + "; it could be reached on " + day(reach.earliest()) + " at the earliest, but has to be by " + day(limit)
                    + ", " + within);
        }
        return reach;
    }

    /** The day that a time limit counts from; null when it has not come. */
    private LocalDate anchor(String anchor, LocalDate jobStart) {
        return switch (anchor) {
            case "referral" -> facts.referredOn();
            case "acceptance" -> facts.acceptedOn();
            case "job" -> jobStart;
            default -> {
                var rule = terms.rule(anchor);
                yield of(rule, Jobs.counting(rule, facts)).to();
            }
        };
    }

    private String anchorName(String anchor) {
        return switch (anchor) {
            case "job" -> "the job's start";
            case "referral", "acceptance" -> "the " + anchor;
            default -> terms.rule(anchor).title().toLowerCase(java.util.Locale.UK);
        };
    }

    private String day(LocalDate day) {
        return Words.day(day, asOf);
    }
}
