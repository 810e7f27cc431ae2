package org.placewell.contract;

import java.util.List;
import java.util.Set;
import org.placewell.contract.domain.EvidenceKind;
import org.placewell.contract.domain.Metric;
import org.placewell.contract.domain.OutcomeRule;
import org.placewell.contract.domain.OutcomeRule.Latest;
import org.placewell.contract.domain.OutcomeRule.OncePer;
import org.placewell.contract.domain.Share;
import org.placewell.contract.domain.Split;
import org.placewell.contract.domain.Terms;
import org.placewell.contract.domain.WorkKind;
import org.placewell.shared.Pence;

/** Finds parts of a version that cannot both hold, or that nobody could ever reach. */
final class Contradictions {

    private final Terms terms;
    private final Part version;

    Contradictions(Terms terms, Part version) {
        this.terms = terms;
        this.version = version;
    }

    void check() {
        var sample = version.get("deadlines").get("sample");
        if (sample.isThere() && version.get("sampling").isThere()) {
            sample.wrong("How paid claims are checked again is said twice. Keep 'sampling' and take out 'sample'");
        } else if (!sample.isThere() && !version.get("sampling").isThere()) {
            version.get("deadlines").wrong("Say how paid claims are checked again: 'sampling: { one-in: 10 }' or 'sampling: none' in the version");
        }
        if (terms.version() == 1 && terms.appliesToOpenReferrals()) {
            version.get("applies-to").wrong("There is no version before the first one whose open referrals could move");
        }
        trial();
        terms.outcomes().forEach(rule -> rule(rule, version.get("outcomes").get(rule.whole())));
    }

    private void trial() {
        var allocation = version.get("allocation");
        if (allocation.isThere() && terms.trial() == null) {
            allocation.wrong("Only a trial allocates people. Say 'trial: true', or leave 'allocation' out");
        }
        for (var block : terms.trial() == null ? List.<Part>of() : allocation.get("blocks").parts()) {
            int arms = terms.trial().support() + terms.trial().usualCare();
            if (block.number() % arms != 0) {
                block.wrong("A block of " + block.number() + " cannot hold the ratio: its size must be a multiple of " + arms);
            }
        }
    }

    private void rule(OutcomeRule rule, Part part) {
        // A later version may well set a ceiling so low that nothing more is paid: that is how a contract is wound down.
        if (terms.version() == 1) {
            price(rule, part);
        }
        parts(rule, part);
        shownBy(rule, part.get("shown-by"));
        alternatives(rule, part);
        if (!rule.excludedIncome().isEmpty() && !isAboutEarnings(rule.metric())) {
            part.get("excluded-income").wrong("Only an outcome about earnings can leave out kinds of pay");
        }
        metric(rule, rule.metric(), part.get("when"));
        if (rule.latest() != null) {
            inTime(rule, rule.metric(), rule.latest(), part.get("latest"));
        }
        for (var step : part.get("then").parts()) {
            if (rule.count().isPresent() && step.get("after").number() >= rule.count().getAsInt()) {
                step.get("after").wrong("This price is never paid: only " + rule.count().getAsInt() + " of '" + rule.title() + "' are paid at all");
            }
        }
    }

    /** A price above a ceiling could never be paid, not even once. */
    private void price(OutcomeRule rule, Part part) {
        above(rule, rule.value(), "its own ceiling", part.get("up-to").get("total"));
        above(rule, terms.limits().total(), "the ceiling in all", part.get("pays"));
        terms.limits().periods().forEach(limit -> above(rule, limit.ceiling().total(), "the ceiling of a " + limit.every().label(), part.get("pays")));
        if (rule.shares().stream().anyMatch(share -> share.fixed() == null) || sum(rule.shares()) == rule.pays().amount()) {
            for (var share : Split.of(rule.pays(), rule.shares())) {
                var ceiling = terms.limits().payer(share.payerId()).total();
                if (ceiling != null && share.amount().compareTo(ceiling) > 0) {
                    part.get("pays").wrong("The share of " + share.payerId() + ", " + share.amount() + ", is above its ceiling of " + ceiling
                            + ": '" + rule.title() + "' could never be paid");
                }
            }
        }
    }

    private static long sum(List<Share> shares) {
        return shares.stream().mapToLong(share -> share.fixed() == null ? 0 : share.fixed().amount()).sum();
    }

    private static void above(OutcomeRule rule, Pence ceiling, String name, Part at) {
        if (ceiling != null && rule.pays().compareTo(ceiling) > 0) {
            at.wrong("The price of '" + rule.title() + "', " + rule.pays() + ", is above " + name + " of " + ceiling + ": it could never be paid");
        }
    }

    private void parts(OutcomeRule rule, Part part) {
        var stages = part.get("paid-in").parts();
        if (stages.isEmpty() || rule.stage().number() > 1) {
            return;
        }
        int percent = stages.stream().mapToInt(stage -> stage.get("part").basisPoints()).sum();
        if (percent != 10_000) {
            part.get("paid-in").wrong("The parts of '" + part.get("title").text() + "' add up to " + new Share("", percent, null).label() + ", not to 100%");
        }
        if (rule.shares().stream().anyMatch(share -> share.fixed() != null)) {
            part.get("paid-in").wrong("An outcome that is paid in parts is shared by percentages, not by fixed amounts");
        }
        for (int i = 0; i < stages.size(); i++) {
            if (i == 0 && stages.get(i).parts().stream().anyMatch(entry -> !Set.of("part", "title").contains(entry.key()))) {
                stages.get(i).wrong("The first part is paid for the outcome itself: say 'part' and no more, or a 'title'");
            } else if (i > 0 && !stages.get(i).get("when-also").isThere()) {
                stages.get(i).wrong("'when-also' is missing: say what a later part is paid for on top of the outcome");
            }
        }
        if (terms.outcomes().stream().filter(other -> other.code().startsWith(rule.code() + "-part-")).anyMatch(other -> other.stage() == null)) {
            part.get("paid-in").wrong("The code '" + rule.code() + "-part-…' stands for a part of this outcome. Give the other outcome another code");
        }
    }

    private void alternatives(OutcomeRule rule, Part part) {
        var other = rule.insteadOf() == null ? null : terms.outcome(rule.insteadOf()).orElse(null);
        if (other != null && (rule.stage() != null || other.stage() != null)) {
            part.get("instead-of").wrong("An outcome that is paid in parts cannot stand instead of another one, nor another one instead of it");
        }
        if (other != null && (rule.oncePer() == OncePer.MONTHS || other.oncePer() == OncePer.MONTHS)) {
            part.get("instead-of").wrong("An outcome that is paid once in so many months cannot stand instead of another one, nor another one instead of it");
        }
    }

    private static void shownBy(OutcomeRule rule, Part part) {
        twice(part, "alternative", rule.shownBy().preferred(), rule.shownBy().alternative());
        twice(part, "provisional", rule.shownBy().preferred(), rule.shownBy().provisional());
        if (!rule.shownBy().selfEmployed().isEmpty() && rule.excluded().contains(WorkKind.SELF_EMPLOYED)) {
            part.get("self-employed").wrong("Self-employed work is excluded, so that its own list of papers is never used");
        }
    }

    private static void twice(Part part, String key, List<EvidenceKind> preferred, List<EvidenceKind> others) {
        for (var kind : others) {
            if (preferred.contains(kind)) {
                part.get(key).wrong("'" + kind.code() + "' is preferred and " + key + " at the same time. Keep one of them");
            }
        }
    }

    private static boolean isAboutEarnings(Metric metric) {
        return metric instanceof Metric.Earned || metric.parts().stream().anyMatch(Contradictions::isAboutEarnings);
    }

    private void metric(OutcomeRule rule, Metric metric, Part at) {
        metric.parts().forEach(part -> metric(rule, part, at));
        for (var kind : Reachable.jobs(metric).only()) {
            if (rule.excluded().contains(kind)) {
                at.wrong("'" + rule.title() + "' counts only " + kind.label() + " and excludes it");
            }
        }
        if (Reachable.jobs(metric).one() && !Reachable.jobs(metric).added()) {
            at.wrong("'jobs: one' looks at each job alone: take out 'concurrent'");
        }
        if (metric instanceof Metric.ScoreChange change && change.toleranceDays() >= change.after().atLeastDays()) {
            at.wrong("'give-or-take' is as long as the time itself, " + change.after());
        }
    }

    /** Work that takes longer than its limit leaves it time for. */
    private void inTime(OutcomeRule rule, Metric metric, Latest latest, Part at) {
        boolean before = latest.anchor().equals("job") || latest.anchor().equals("referral") || terms.outcome(latest.anchor())
                .filter(start -> start.metric() instanceof Metric.PaidWork && rule.excluded().containsAll(start.excluded())).isPresent();
        int days = Reachable.leastDays(metric);
        if (before && days - 1 > latest.span().atMostDays()) {
            at.wrong("'" + rule.title() + "' takes at least " + days + " days and has to be reached within " + latest.span() + ": nobody could");
        }
    }
}
