package org.placewell.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.placewell.contract.domain.Metric;
import org.placewell.contract.domain.OutcomeRule;
import org.placewell.contract.domain.OutcomeRule.OncePer;
import org.placewell.contract.domain.Share;
import org.placewell.contract.domain.Terms;
import org.placewell.shared.Pence;

/** Checks whether a version whose shape is right also makes sense. */
final class TermsSense {

    private static final Set<String> OWN_ANCHORS = Set.of("", "referral", "acceptance", "job");

    private final Terms terms;
    private final Part version;
    private final Part parties;
    private final Set<String> payerIds = new HashSet<>();

    TermsSense(Terms terms, Part version, Part parties) {
        this.terms = terms;
        this.version = version;
        this.parties = parties;
        terms.payers().forEach(payer -> payerIds.add(payer.id()));
    }

    void check() {
        payers();
        dates();
        var shares = version.get("shares");
        known(shares);
        known(version.get("limits").get("payers"));
        int withOwnShares = 0;
        for (var rule : terms.outcomes()) {
            var part = part(rule);
            boolean own = part.get("shared").isThere();
            withOwnShares += own ? 1 : 0;
            if (own) {
                known(part.get("shared"));
            }
            prices(rule).forEach(price -> sum(rule.shares(), price, own ? part.get("shared") : shares, rule.title()));
            rule(rule, part);
        }
        terms.fees().forEach(fee -> sum(fee.shares(), fee.pays(), version.get("service-fees").get(fee.code()), fee.code()));
        if (withOwnShares == terms.outcomes().size()) {
            sum(RuleReader.shares(shares, terms.payers()), null, shares, "this version");
        }
        new HoursBands(terms, this::part).check();
    }

    private Part part(OutcomeRule rule) {
        return version.get("outcomes").get(rule.whole());
    }

    private void payers() {
        var seen = new HashSet<String>();
        for (var payer : parties.get("payers").parts()) {
            if (!seen.add(payer.get("id").text())) {
                payer.get("id").wrong("There are two payers '" + payer.get("id").text() + "'. Give each its own id");
            }
        }
    }

    private void dates() {
        var cohort = terms.cohort();
        if (cohort.ageFrom().isPresent() && cohort.ageTo().isPresent() && cohort.ageFrom().getAsInt() > cohort.ageTo().getAsInt()) {
            version.get("cohort").get("age").wrong("The youngest age is above the oldest");
        }
        if (terms.effective() != null && terms.referralsUntil() != null && terms.referralsUntil().isBefore(terms.effective())) {
            version.get("referrals-until").wrong("Referrals end before the version takes effect");
        }
        for (var fee : terms.fees()) {
            if (fee.from() != null && fee.until() != null && fee.until().isBefore(fee.from())) {
                version.get("service-fees").get(fee.code()).get("until").wrong("The fee ends before it begins");
            }
        }
    }

    private void known(Part block) {
        for (var entry : block.parts()) {
            if (!payerIds.contains(entry.key())) {
                entry.wrong("There is no payer '" + entry.key() + "'. The payers are " + String.join(", ", payerIds.stream().sorted().toList()));
            }
        }
    }

    private static List<Pence> prices(OutcomeRule rule) {
        var prices = new ArrayList<Pence>();
        prices.add(rule.pays());
        rule.steps().forEach(step -> prices.add(step.pays()));
        return prices;
    }

    /** Percentages make 100 in all; fixed amounts alone make the whole price. */
    private static void sum(List<Share> shares, Pence price, Part at, String of) {
        int percent = 0;
        long fixed = 0;
        boolean hasPercent = false;
        for (var share : shares) {
            percent += share.basisPoints();
            hasPercent |= share.fixed() == null;
            fixed += share.fixed() == null ? 0 : share.fixed().amount();
        }
        if (hasPercent && percent != 10_000) {
            at.wrong("The shares of " + of + " add up to " + new Share("", percent, null).label() + ", not to 100%");
        } else if (price != null && fixed > price.amount()) {
            at.wrong("The fixed shares of " + of + " add up to " + Pence.of(fixed) + ", more than the price of " + price);
        } else if (price != null && !hasPercent && fixed != price.amount()) {
            at.wrong("The fixed shares of " + of + " add up to " + Pence.of(fixed) + ", not to the price of " + price);
        }
    }

    private void rule(OutcomeRule rule, Part part) {
        int last = 0;
        for (var step : part.get("then").parts()) {
            if (step.get("after").number() <= last) {
                step.get("after").wrong("The steps of the price must rise");
            }
            last = step.get("after").number();
        }
        metric(rule, part);
        if (rule.insteadOf() != null) {
            var other = terms.outcome(rule.insteadOf());
            if (other.isEmpty() || rule.insteadOf().equals(rule.code())) {
                part.get("instead-of").wrong("There is no other outcome '" + rule.insteadOf() + "'");
            } else if (other.get().insteadOf() != null) {
                part.get("instead-of").wrong("'" + rule.insteadOf() + "' is itself paid instead of another; name that one");
            }
        }
        if (rule.oncePer() == OncePer.JOB && !perJob(rule.metric())) {
            part.get("once-per").wrong("Only paid-competitive-work and weeks-in-work with jobs: one can be paid once per job");
        }
    }

    private static boolean perJob(Metric metric) {
        return metric instanceof Metric.PaidWork || metric instanceof Metric.Weeks weeks && weeks.jobs().one()
                || !metric.parts().isEmpty() && metric.parts().stream().allMatch(TermsSense::perJob);
    }

    /** A later part of the price is looked at for what it adds; the rest is the first part's. */
    private void metric(OutcomeRule rule, Part part) {
        if (rule.stage() == null || rule.stage().number() == 1) {
            metric(rule, rule.metric(), part.get("when"));
            anchor(rule, rule.latest() == null ? "" : rule.latest().anchor(), part.get("latest"));
        } else {
            var stage = part.get("paid-in").parts().get(rule.stage().number() - 1);
            if (stage.get("when-also").isThere()) {
                metric(rule, rule.metric().parts().get(1), stage.get("when-also"));
                anchor(rule, rule.latest() == null ? "" : rule.latest().anchor(), stage.get("latest"));
            }
        }
    }

    private void metric(OutcomeRule rule, Metric metric, Part at) {
        metric.parts().forEach(part -> metric(rule, part, at));
        if (metric instanceof Metric.Weeks weeks) {
            tooFew(rule, weeks.count(), weeks.within(), at);
            if (weeks.count() < weeks.within() && weeks.breakDays() > 0) {
                at.wrong("'" + rule.title() + "' allows breaks twice: write breaks: none, as " + weeks.count() + " within " + weeks.within()
                        + " weeks already leaves room for them");
            }
            hours(rule, weeks.hours(), at);
        } else if (metric instanceof Metric.Days days) {
            if (days.count() > days.within().atMostDays()) {
                at.wrong("'" + rule.title() + "' asks for " + days.count() + " days within " + days.within());
            }
            anchor(rule, days.anchor(), at);
            hours(rule, days.hours(), at);
            if (days.hours().average()) {
                at.wrong("'" + rule.title() + "' counts days: its hours are measured every-week");
            }
        } else if (metric instanceof Metric.Earned earned) {
            anchor(rule, earned.anchor(), at);
        } else if (metric instanceof Metric.Retained kept) {
            tooFew(rule, kept.count(), kept.within(), at);
            hours(rule, kept.hours(), at);
        } else if (metric instanceof Metric.ScoreChange change) {
            if ("job".equals(change.anchor())) {
                at.wrong("A score is measured some months after the referral, the acceptance or another outcome, not after a job");
            } else {
                anchor(rule, change.anchor(), at);
            }
        }
    }

    private static void tooFew(OutcomeRule rule, int count, int within, Part at) {
        if (count > within) {
            at.wrong("'" + rule.title() + "' asks for " + count + " weeks within " + within);
        }
    }

    private static void hours(OutcomeRule rule, Metric.Hours hours, Part at) {
        if (hours.from() >= hours.below()) {
            at.wrong("No hours per week are in the band of '" + rule.title() + "': 'from' must be less than 'below'");
        }
    }

    /** An anchor, if any, is known and does not, through other outcomes, count from the rule itself. */
    private void anchor(OutcomeRule rule, String anchor, Part at) {
        if (OWN_ANCHORS.contains(anchor)) {
            return;
        }
        if (terms.outcome(anchor).isEmpty()) {
            at.wrong("'" + anchor + "' is neither referral, acceptance, job nor an outcome of this version");
        } else if (leadsTo(anchor, rule.code(), new HashSet<>())) {
            at.wrong("'" + rule.title() + "' counts from itself");
        }
    }

    private boolean leadsTo(String from, String to, Set<String> visited) {
        if (from.equals(to)) {
            return true;
        }
        if (!visited.add(from)) {
            return false;
        }
        return terms.outcome(from).stream().flatMap(rule -> anchors(rule).stream()).anyMatch(next -> leadsTo(next, to, visited));
    }

    private static List<String> anchors(OutcomeRule rule) {
        var anchors = new ArrayList<String>();
        if (rule.latest() != null) {
            anchors.add(rule.latest().anchor());
        }
        anchors(rule.metric(), anchors);
        return anchors;
    }

    private static void anchors(Metric metric, List<String> anchors) {
        metric.parts().forEach(part -> anchors(part, anchors));
        if (metric instanceof Metric.ScoreChange change) {
            anchors.add(change.anchor());
        } else if (metric instanceof Metric.Earned earned) {
            anchors.add(earned.anchor());
        } else if (metric instanceof Metric.Days days) {
            anchors.add(days.anchor());
        } else if (metric instanceof Metric.InTime part) {
            anchors.add(part.latest().anchor());
        }
    }
}
