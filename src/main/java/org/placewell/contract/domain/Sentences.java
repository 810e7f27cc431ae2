package org.placewell.contract.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/** Writes every payment rule as one plain sentence: who, whom, how much, for whom, for what, shown by, by when, up to. */
public final class Sentences {

    private static final int MANY = 4;

    private Sentences() {}

    /** The rule as one sentence. */
    public static String of(Terms terms, OutcomeRule rule) {
        var text = new StringBuilder(Words.capital(payers(terms, rule.shares())));
        text.append(rule.shares().size() == 1 ? " pays " : " pay ").append(terms.payee().phrase()).append(' ').append(price(rule));
        text.append(", ").append(rule.oncePerLabel()).append(", when ").append(person(terms.cohort())).append(' ');
        text.append(did(terms, rule.metric()));
        conditions(terms, rule, text);
        text.append(", shown by ").append(evidence(rule.shownBy()));
        text.append(", claimed within ").append(rule.claimWithin());
        var limits = limits(terms, rule);
        if (!limits.isEmpty()) {
            text.append(", while the contract has paid for no more than ").append(Words.list(limits, "and"));
        }
        return text.append('.').toString();
    }

    /** Each payer with its share; many payers by equal share, and those without a name by their number. */
    private static String payers(Terms terms, List<Share> shares) {
        if (shares.size() == 1) {
            return phrase(terms, shares.get(0));
        }
        if (shares.size() <= MANY) {
            var rest = shares.stream().anyMatch(share -> share.fixed() != null) ? " of the rest" : "";
            return Words.list(shares.stream().map(share -> phrase(terms, share) + " (" + share.label() + (share.fixed() == null ? rest : "") + ")").toList(),
                    "and");
        }
        var groups = new LinkedHashMap<String, List<Share>>();
        shares.forEach(share -> groups.computeIfAbsent(share.label(), label -> new ArrayList<>()).add(share));
        var texts = new ArrayList<String>();
        groups.forEach((label, group) -> {
            var names = new ArrayList<>(group.stream().filter(share -> isNamed(terms, share)).map(share -> phrase(terms, share)).toList());
            if (names.size() < group.size()) {
                names.add(Words.count(group.size() - names.size(), "unnamed funder"));
            }
            texts.add(Words.list(names, "and") + " (" + label + (group.size() > 1 ? " each)" : ")"));
        });
        return String.join("; ", texts);
    }

    private static String phrase(Terms terms, Share share) {
        return terms.payer(share.payerId()).map(Party::phrase).orElse(share.payerId());
    }

    private static boolean isNamed(Terms terms, Share share) {
        return terms.payer(share.payerId()).map(Party::named).orElse(true);
    }

    private static String price(OutcomeRule rule) {
        var text = new StringBuilder(rule.pays().isZero() ? "nothing" : rule.pays().toString());
        for (var step : rule.steps()) {
            text.append(", from outcome ").append(step.after() + 1).append(" on ").append(step.pays());
        }
        return text.append(rule.illustrative() ? " (illustrative)" : "").toString();
    }

    private static String person(Cohort cohort) {
        var text = new StringBuilder("a person");
        if (cohort.ageFrom().isPresent() && cohort.ageTo().isPresent()) {
            text.append(" aged ").append(cohort.ageFrom().getAsInt()).append(" to ").append(cohort.ageTo().getAsInt());
        } else if (cohort.ageFrom().isPresent()) {
            text.append(" aged ").append(cohort.ageFrom().getAsInt()).append(" or over");
        } else if (cohort.ageTo().isPresent()) {
            text.append(" aged up to ").append(cohort.ageTo().getAsInt());
        }
        text.append(" with ").append(cohort.condition());
        return text.append(cohort.outOfWork() ? " who is out of work when referred" : "").toString();
    }

    /** What the person did, in the perfect tense: "has attended 3 appointments". */
    private static String did(Terms terms, Metric metric) {
        if (metric instanceof Metric.AnyOf any) {
            return Words.list(any.parts().stream().map(part -> did(terms, part)).toList(), "or");
        }
        if (metric instanceof Metric.AllOf all) {
            return Words.list(all.parts().stream().map(part -> did(terms, part)).toList(), "and");
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
                    + " of paid competitive work";
        }
        if (metric instanceof Metric.Weeks weeks) {
            return weeks(weeks);
        }
        if (metric instanceof Metric.Days days) {
            return "has been in paid competitive work for " + Words.count(days.count(), "day") + " in all within "
                    + Words.count(days.withinDays(), "day") + at(days.hours());
        }
        if (metric instanceof Metric.Earned earned) {
            return "has earned " + earned.amount() + " in all within " + earned.within() + " of a job's start";
        }
        var score = (Metric.ScoreChange) metric;
        return "has a " + score.measure().replace('-', ' ') + " score that is " + Words.count(score.by(), "point") + " or more "
                + (score.falls() ? "lower" : "higher") + " than the first one " + score.after() + " after "
                + anchor(terms, score.anchor()) + ", give or take " + Words.count(score.toleranceDays(), "day");
    }

    private static String weeks(Metric.Weeks weeks) {
        var text = new StringBuilder("has been in paid competitive work for ");
        if (weeks.count() == weeks.within()) {
            text.append(Words.count(weeks.count(), "week")).append(" in a row");
        } else {
            text.append(weeks.count()).append(" of ").append(Words.count(weeks.within(), "week")).append(" in a row");
        }
        text.append(at(weeks.hours())).append(weeks.jobs().one() ? " in one job" : " in one job or several");
        if (weeks.breakDays() > 0) {
            text.append(", breaks of up to ").append(Words.count(weeks.breakDays(), "day")).append(" not counted");
        }
        return text.toString();
    }

    private static String at(Metric.Hours hours) {
        return hours.any() ? "" : " at " + Words.band(hours);
    }

    private static void conditions(Terms terms, OutcomeRule rule, StringBuilder text) {
        if (rule.latest() != null) {
            text.append(", no later than ").append(rule.latest().span()).append(" after ")
                    .append(anchor(terms, rule.latest().anchor()));
        }
        var excluded = rule.excluded().stream().filter(kind -> !kind.isNeverPaidWork()).map(WorkKind::label).toList();
        if (!excluded.isEmpty()) {
            text.append(", ").append(Words.list(excluded, "and")).append(" not counted");
        }
        if (rule.insteadOf() != null) {
            text.append(", instead of '").append(terms.rule(rule.insteadOf()).title()).append("'");
        }
    }

    private static String anchor(Terms terms, String anchor) {
        return switch (anchor) {
            case "job" -> "the job's start";
            case "referral", "acceptance" -> "the " + anchor;
            default -> terms.rule(anchor).title().toLowerCase(Locale.UK);
        };
    }

    private static String evidence(ShownBy shownBy) {
        var text = Words.list(shownBy.preferred().stream().map(EvidenceKind::label).toList(), "or");
        if (shownBy.alternative().isEmpty()) {
            return text;
        }
        return text + " (or, with a reason, by " + Words.list(shownBy.alternative().stream().map(EvidenceKind::label).toList(), "or") + ")";
    }

    private static List<String> limits(Terms terms, OutcomeRule rule) {
        var limits = new ArrayList<String>();
        rule.count().ifPresent(count -> limits.add(count + " of these outcomes"));
        if (rule.value() != null) {
            limits.add(rule.value() + " for this outcome");
        }
        terms.limits().people().ifPresent(people -> limits.add(people + " people"));
        if (terms.limits().total() != null) {
            limits.add(terms.limits().total() + " in all");
        }
        for (var share : rule.shares()) {
            var limit = terms.limits().payer(share.payerId()).total();
            if (limit != null) {
                limits.add(limit + " from " + terms.payer(share.payerId()).map(Party::phrase).orElse(share.payerId()));
            }
        }
        terms.limits().periods().forEach(period -> limits.add(period.ceiling().total() + " in any " + period.every().label()));
        return limits;
    }
}
