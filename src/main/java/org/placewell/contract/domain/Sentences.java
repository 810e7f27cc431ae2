package org.placewell.contract.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.placewell.contract.domain.ShownBy.Covers;

/** Writes every payment rule as one plain sentence: who, whom, how much, for whom, for what, shown by, by when, up to. */
public final class Sentences {

    private static final int MANY = 4;

    private Sentences() {}

    /** What changes from one version of a contract to another, each change as a sentence; empty when nothing does. */
    public static List<String> diff(Terms from, Terms to) {
        return new Differences(from, to).sentences();
    }

    /** The rule as one sentence. */
    public static String of(Terms terms, OutcomeRule rule) {
        var text = new StringBuilder(Words.capital(payers(terms, rule.shares())));
        text.append(rule.shares().size() == 1 ? " pays " : " pay ").append(terms.payee().phrase()).append(' ').append(price(rule));
        if (rule.stage() != null) {
            text.append(", part ").append(rule.stage().number()).append(" of ").append(rule.stage().count()).append(" of its price");
        }
        text.append(", ").append(rule.oncePerLabel()).append(", when ").append(person(terms.cohort())).append(' ');
        text.append(MetricWords.did(terms, rule.metric()));
        conditions(terms, rule, text);
        text.append(", shown by ").append(evidence(rule));
        text.append(", claimed within ").append(rule.claimWithin());
        if (rule.attempts() != terms.deadlines().evidenceRounds() + 1) {
            text.append(rule.attempts() == 1 ? " with evidence sent in once" : " with evidence sent in up to " + rule.attempts() + " times");
        }
        var limits = limits(terms, rule);
        if (!limits.isEmpty()) {
            text.append(", while the contract has paid for no more than ").append(Words.list(limits, "and"));
        }
        return text.append('.').toString();
    }

    /** Each payer with its share; many payers by equal share, and those without a name by their number. */
    static String payers(Terms terms, List<Share> shares) {
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

    static String price(OutcomeRule rule) {
        var text = new StringBuilder(rule.pays().isZero() ? "nothing" : rule.pays().toString());
        for (var step : rule.steps()) {
            text.append(", from outcome ").append(step.after() + 1).append(" on ").append(step.pays());
        }
        return text.append(rule.illustrative() ? " (illustrative)" : "").toString();
    }

    static String person(Cohort cohort) {
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

    private static void conditions(Terms terms, OutcomeRule rule, StringBuilder text) {
        if (rule.latest() != null) {
            text.append(", ").append(MetricWords.latest(terms, rule.latest()));
        }
        var excluded = new ArrayList<>(rule.excluded().stream().filter(kind -> !kind.isNeverPaidWork()).map(WorkKind::label).toList());
        rule.excludedIncome().forEach(kind -> excluded.add(kind.label()));
        if (!excluded.isEmpty()) {
            text.append(", ").append(Words.list(excluded, "and")).append(" not counted");
        }
        if (rule.insteadOf() != null) {
            text.append(", instead of '").append(terms.rule(rule.insteadOf()).title()).append("'");
        }
    }

    /** What shows the outcome, by which papers, for self-employed work and for a while. */
    static String evidence(OutcomeRule rule) {
        var shownBy = rule.shownBy();
        var text = new StringBuilder(any(shownBy.preferred()));
        if (!shownBy.alternative().isEmpty()) {
            text.append(" (or, with a reason, by ").append(any(shownBy.alternative())).append(')');
        }
        if (!shownBy.selfEmployed().isEmpty()) {
            text.append(" or, for self-employed work, by ").append(any(shownBy.selfEmployed()));
        }
        if (!shownBy.provisional().isEmpty()) {
            text.append(" or, for up to ").append(Words.count(shownBy.provisionalDays(), "day")).append(", provisionally by ").append(any(shownBy.provisional()));
        }
        if (shownBy.covers() == Covers.WHOLE_PERIOD && !shownBy.preferred().contains(EvidenceKind.PAYSLIPS_COVERING_WINDOW)) {
            text.append(", together covering the whole period");
        } else if (shownBy.covers() == Covers.FIRST_DAY && !(rule.metric() instanceof Metric.PaidWork)) {
            text.append(", covering the first day");
        }
        return text.toString();
    }

    private static String any(List<EvidenceKind> kinds) {
        return Words.list(kinds.stream().map(EvidenceKind::label).toList(), "or");
    }

    /** The ceilings that a payment under the rule is held against, each in a few words. */
    static List<String> limits(Terms terms, OutcomeRule rule) {
        var limits = new ArrayList<String>();
        rule.count().ifPresent(count -> limits.add(count + " of these outcomes"));
        if (rule.value() != null) {
            limits.add(rule.value() + " for this outcome" + (rule.stage() == null ? "" : " in all its parts"));
        }
        limits.addAll(limits(terms, rule.shares()));
        return limits;
    }

    private static List<String> limits(Terms terms, List<Share> shares) {
        var limits = new ArrayList<String>();
        terms.limits().people().ifPresent(people -> limits.add(people + " people"));
        terms.limits().outcomes().ifPresent(outcomes -> limits.add(Words.count(outcomes, "outcome") + " in all"));
        if (terms.limits().total() != null) {
            limits.add(terms.limits().total() + " in all");
        }
        for (var share : shares) {
            var limit = terms.limits().payers().get(share.payerId());
            if (limit != null) {
                limits.add(ceiling(limit) + " from " + terms.payer(share.payerId()).map(Party::phrase).orElse(share.payerId()));
            }
        }
        terms.limits().periods().forEach(period -> limits.add(ceiling(period.ceiling()) + " in any " + period.every().label()));
        return limits;
    }

    /** {@code £4,000}, {@code 10 outcomes}, or {@code £4,000 for 10 outcomes}. */
    static String ceiling(Ceiling ceiling) {
        var count = ceiling.count().isPresent() ? Words.count(ceiling.count().getAsInt(), "outcome") : "";
        return ceiling.total() == null ? count : ceiling.total() + (count.isEmpty() ? "" : " for " + count);
    }
}
