package org.placewell.contract.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.placewell.contract.domain.Decision.Kind;
import org.placewell.contract.domain.Facts.JobSpell;
import org.placewell.contract.domain.OutcomeRule.OncePer;
import org.placewell.shared.Pence;

/** Turns how far a metric has come into a decision: once per what, instead of what, by when, up to how much. */
final class Judge {

    private final Terms terms;
    private final OutcomeRule rule;
    private final Facts facts;
    private final Uses uses;

    private Judge(Terms terms, OutcomeRule rule, Facts facts, Uses uses) {
        this.terms = terms;
        this.rule = rule;
        this.facts = facts;
        this.uses = uses;
    }

    static List<Decision> all(Terms terms, OutcomeRule rule, Facts facts, Uses uses) {
        var judge = new Judge(terms, rule, facts, uses);
        var jobs = Jobs.counting(rule, facts);
        var measure = new Measure(terms, facts);
        if (rule.oncePer() == OncePer.MONTHS) {
            return List.of(judge.again(jobs, measure));
        }
        if (rule.oncePer() != OncePer.JOB || jobs.isEmpty()) {
            return List.of(judge.decide("1", jobs, measure));
        }
        var decisions = new ArrayList<Decision>(jobs.size());
        for (var job : jobs) {
            decisions.add(judge.decide(job.jobRef(), List.of(job), measure));
        }
        return decisions;
    }

    /** Decides on the next time of a rule that pays again after so many months: what led to the last payment does not count twice. */
    private Decision again(List<JobSpell> jobs, Measure first) {
        int times = 0;
        LocalDate last = null;
        for (var claim : uses.claimed()) {
            if (claim.outcome().equals(rule.code())) {
                times = Math.max(times, claim.occurrence().matches("\\d{1,6}") ? Integer.parseInt(claim.occurrence()) : 1);
                last = last == null || claim.reachedOn() != null && claim.reachedOn().isAfter(last) ? claim.reachedOn() : last;
            }
        }
        var occurrence = Integer.toString(times + 1);
        if (times == 0) {
            return decide(occurrence, jobs, first);
        }
        if (last == null) {
            return never(occurrence, rule.priceAfter(uses.count(rule.code())), null, "Claimed already; it is paid " + rule.oncePerLabel());
        }
        var opens = last.plusMonths(rule.everyMonths());
        if (facts.asOf().isBefore(opens)) {
            var price = rule.priceAfter(uses.count(rule.code()));
            return notYet(occurrence, price, Split.of(price, rule.shares()), Reach.open(null, null, "It is paid " + rule.oncePerLabel()
                    + " and was reached last on " + day(last), "the outcome once more, on " + day(opens) + " or later"));
        }
        return decide(occurrence, jobs, new Measure(terms, facts, new Time(last.plusDays(1), opens, facts.asOf())));
    }

    /** Payable before not yet before never; among equals the earliest. */
    static Decision first(List<Decision> decisions) {
        var best = decisions.get(0);
        for (var decision : decisions) {
            int order = decision.kind().compareTo(best.kind());
            if (order < 0 || order == 0 && decision.earliest() != null
                    && (best.earliest() == null || decision.earliest().isBefore(best.earliest()))) {
                best = decision;
            }
        }
        return best;
    }

    private Decision decide(String occurrence, List<JobSpell> jobs, Measure measure) {
        var price = rule.priceAfter(uses.count(rule.code()));
        var claimed = claimed(occurrence);
        if (claimed != null) {
            return never(occurrence, price, null, claimed);
        }
        if (terms.referralsUntil() != null && facts.referredOn().isAfter(terms.referralsUntil())) {
            return never(occurrence, price, null, "Referrals were taken until " + day(terms.referralsUntil()));
        }
        var reach = measure.of(rule, jobs);
        if (reach.lost()) {
            return never(occurrence, price, reach, reach.progress());
        }
        var instead = reach.isReached() ? paidInstead(measure) : null;
        if (instead != null) {
            return never(occurrence, price, reach, instead);
        }
        var shares = Split.of(price, rule.shares());
        var full = new Caps(terms, rule, uses).reached(price, shares, reach.isReached() ? reach.to() : facts.asOf());
        if (full != null && full.opens() == null) {
            return never(occurrence, price, reach, full.why());
        }
        if (!reach.isReached()) {
            return notYet(occurrence, price, shares, reach);
        }
        var claimBy = rule.claimWithin().after(reach.to());
        if (facts.asOf().isAfter(claimBy)) {
            return never(occurrence, price, reach, reach.progress() + ", reached on " + day(reach.to()) + " and to be claimed by " + day(claimBy));
        }
        if (full != null) {
            return never(occurrence, price, reach, full.why());
        }
        var reasons = new ArrayList<String>();
        reasons.add("Payable.");
        reasons.add(reach.progress() + ", reached on " + day(reach.to()) + ".");
        reasons.add(price + (rule.illustrative() ? " (illustrative): " : ": ") + sharesInWords(shares) + ".");
        reasons.add("Claim by " + day(claimBy) + ".");
        return decision(Kind.PAYABLE, occurrence, price, shares, reasons, reach, claimBy);
    }

    private Decision notYet(String occurrence, Pence price, List<PayerShare> shares, Reach reach) {
        var claimBy = reach.earliest() == null ? null : rule.claimWithin().after(reach.earliest());
        var reasons = new ArrayList<String>();
        reasons.add("Not yet.");
        reasons.add(reach.progress() + ".");
        if (reach.earliest() != null) {
            reasons.add("Earliest " + day(reach.earliest()) + ".");
        }
        reasons.addAll(Jobs.objections(rule, facts));
        if (!reach.missing().isEmpty() && !reach.waits()) {
            reasons.add("Still needed: " + String.join(", ", reach.missing()) + ".");
        }
        if (claimBy != null) {
            reasons.add("Claim by " + day(claimBy) + ".");
        }
        return decision(Kind.NOT_YET, occurrence, price, shares, reasons, reach, claimBy);
    }

    private Decision never(String occurrence, Pence price, Reach reach, String why) {
        var reasons = List.of("Never.", why + ".");
        return decision(Kind.NEVER, occurrence, price, Split.of(price, rule.shares()), reasons, reach, null);
    }

    private Decision decision(Kind kind, String occurrence, Pence price, List<PayerShare> shares, List<String> reasons, Reach reach, LocalDate claimBy) {
        var missing = kind == Kind.NOT_YET ? reach.missing() : List.<String>of();
        var earliest = kind == Kind.NOT_YET || kind == Kind.PAYABLE ? reach.earliest() : null;
        return new Decision(kind, terms.contract(), terms.version(), rule.code(), occurrence, price, shares, reasons,
                reach == null ? null : reach.from(), reach == null ? null : reach.to(), earliest, missing, claimBy);
    }

    /** Why the person's own claims rule another one out; null when they do not. */
    private String claimed(String occurrence) {
        for (var claim : uses.claimed()) {
            boolean concerns = rule.oncePer() == OncePer.CLIENT || claim.sameReferral();
            if (!concerns) {
                continue;
            }
            if (claim.outcome().equals(rule.code()) && rule.oncePer() != OncePer.MONTHS && (rule.oncePer() != OncePer.JOB || claim.occurrence().equals(occurrence))) {
                return "Claimed already; it is paid " + rule.oncePerLabel();
            }
            if (isAlternative(claim.outcome())) {
                return "Claimed already as '" + title(claim.outcome()) + "'; only one of the two is paid";
            }
        }
        return null;
    }

    private boolean isAlternative(String other) {
        if (other.equals(rule.insteadOf())) {
            return true;
        }
        for (var one : terms.outcomes()) {
            if (one.code().equals(other)) {
                return rule.code().equals(one.insteadOf());
            }
        }
        return false;
    }

    /** Why a better outcome is paid instead; null when none is. */
    private String paidInstead(Measure measure) {
        for (var other : terms.outcomes()) {
            if (rule.code().equals(other.insteadOf()) && measure.of(other, Jobs.counting(other, facts)).isReached()) {
                return "'" + other.title() + "' is reached and is paid instead";
            }
        }
        return null;
    }

    private String title(String outcome) {
        return terms.outcome(outcome).map(OutcomeRule::title).orElse(outcome);
    }

    private String sharesInWords(List<PayerShare> shares) {
        var text = new StringBuilder();
        for (int i = 0; i < shares.size(); i++) {
            var share = shares.get(i);
            text.append(i == 0 ? "" : ", ").append(terms.payer(share.payerId()).map(Party::name).orElse(share.payerId()));
            text.append(' ').append(share.amount());
        }
        return text.toString();
    }

    private String day(LocalDate day) {
        return Words.day(day, facts.asOf());
    }
}
