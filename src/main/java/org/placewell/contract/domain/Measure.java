package org.placewell.contract.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.placewell.contract.domain.Facts.Appointment;
import org.placewell.contract.domain.Facts.JobSpell;
import org.placewell.contract.domain.Facts.Score;

/** Holds one rule's metric against the facts. */
final class Measure {

    private final Terms terms;
    private final Facts facts;
    private final LocalDate asOf;

    Measure(Terms terms, Facts facts) {
        this.terms = terms;
        this.facts = facts;
        this.asOf = facts.asOf();
    }

    /** How far the rule has come with these jobs, its latest date included. */
    Reach of(OutcomeRule rule, List<JobSpell> jobs) {
        var reach = metric(rule.metric(), jobs);
        return rule.latest() == null ? reach : limited(reach, rule.latest());
    }

    private Reach metric(Metric metric, List<JobSpell> jobs) {
        if (metric instanceof Metric.AnyOf any) {
            return Reach.any(any.parts().stream().map(part -> metric(part, jobs)).toList());
        }
        if (metric instanceof Metric.AllOf all) {
            return Reach.all(all.parts().stream().map(part -> metric(part, jobs)).toList());
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
        return new WorkMeasure(jobs, asOf).of(metric);
    }

    private Reach appointments(Metric.Appointments rule) {
        var kept = facts.appointments().stream()
                .filter(appointment -> appointment.attended() && happened(appointment.date()))
                .map(Appointment::date).sorted().toList();
        int needed = rule.attended();
        if (kept.size() >= needed) {
            return Reach.reached(kept.get(0), kept.get(needed - 1), Words.count(needed, "appointment") + " attended");
        }
        return Reach.open(kept.isEmpty() ? null : kept.get(0), null, kept.size() + " of " + Words.count(needed, "appointment") + " attended",
                Words.count(needed - kept.size(), "more appointment") + " attended");
    }

    private Reach profile() {
        var done = facts.profileCompletedOn();
        if (done != null && happened(done)) {
            return Reach.reached(done, done, "Vocational profile completed");
        }
        return Reach.open(null, null, "Vocational profile not completed", "the vocational profile");
    }

    private Reach score(Metric.ScoreChange rule) {
        var name = rule.measure().replace('-', ' ');
        var scores = facts.scores().stream().filter(score -> score.measure().equals(rule.measure()) && happened(score.date()))
                .sorted(Comparator.comparing(Score::date)).toList();
        var anchor = anchor(rule.anchor(), null);
        if (scores.isEmpty()) {
            return Reach.open(null, null, "No " + name + " score yet", "a first " + name + " score");
        }
        var first = scores.get(0);
        if (anchor == null) {
            return Reach.open(first.date(), null, "The second " + name + " score counts from " + anchorName(rule.anchor()) + ", which is not reached",
                    anchorName(rule.anchor()));
        }
        var middle = rule.after().after(anchor);
        var opens = middle.minusDays(rule.toleranceDays());
        var closes = middle.plusDays(rule.toleranceDays());
        for (var score : scores) {
            int change = rule.falls() ? first.value() - score.value() : score.value() - first.value();
            if (score.date().isAfter(first.date()) && !score.date().isBefore(opens) && !score.date().isAfter(closes) && change >= rule.by()) {
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
        var anchor = anchor(latest.anchor(), reach.from());
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

    /** Whether a day lies within the referral's time up to now. */
    private boolean happened(LocalDate day) {
        return !day.isBefore(facts.referredOn()) && !day.isAfter(asOf);
    }

    private String day(LocalDate day) {
        return Words.day(day, asOf);
    }
}
