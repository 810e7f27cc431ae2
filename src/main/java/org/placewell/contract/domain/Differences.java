package org.placewell.contract.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Function;
import org.placewell.shared.Pence;

/** Tells what changes from one version of a contract to another, each change as one plain sentence. */
final class Differences {

    private final Terms from;
    private final Terms to;
    private final List<String> sentences = new ArrayList<>();

    Differences(Terms from, Terms to) {
        this.from = from;
        this.to = to;
    }

    List<String> sentences() {
        version();
        for (var rule : to.outcomes()) {
            from.outcome(rule.code()).ifPresentOrElse(before -> outcome(before, rule),
                    () -> say("New outcome '" + rule.title() + "': " + Sentences.of(to, rule), false));
        }
        for (var rule : from.outcomes()) {
            if (to.outcome(rule.code()).isEmpty()) {
                say("'" + rule.title() + "' is no longer paid for", true);
            }
        }
        fees();
        return sentences;
    }

    private void version() {
        change("The title", Terms::title);
        change("The first day", terms -> day(terms.effective()));
        change("Referrals that are open on the first day",
                terms -> terms.appliesToOpenReferrals() ? "move to the version, but for what they have reached" : "stay on the version before");
        change("The last day of referrals", terms -> terms.referralsUntil() == null ? "none" : day(terms.referralsUntil()));
        change("Allocation at random", Differences::allocation);
        change("For whom", terms -> Sentences.person(terms.cohort()));
        change("Where", terms -> terms.cohort().areas().isEmpty() ? "anywhere" : Words.list(terms.cohort().areas(), "and"));
        for (var payer : to.payers()) {
            if (from.payer(payer.id()).isEmpty()) {
                say(payer.name() + " joins as a payer", true);
            }
        }
        for (var payer : from.payers()) {
            if (to.payer(payer.id()).isEmpty()) {
                say(payer.name() + " is no longer a payer", true);
            }
        }
        limits();
        for (var limit : TimeLimit.ALL) {
            change(limit.name(), terms -> limit.words(terms.deadlines()));
        }
        change("Triage goes by batches", terms -> terms.practice().surgePerWeek().isEmpty() ? "never"
                : "above " + Words.count(terms.practice().surgePerWeek().getAsInt(), "referral") + " a week");
        change("The most of a caseload in job retention", terms -> terms.practice().retentionPercent() + "%");
        change("The places that may be refused without losing the place in line", terms -> String.valueOf(terms.practice().refusals()));
        change("Discharge from the clinical team", terms -> terms.practice().dischargeEndsSupport() ? "ends support" : "does not end support");
        change("The vocational profile", terms -> terms.practice().shortProfile() ? "the short one" : "the full one");
        change("The time of weekly contact in work", terms -> Words.count(terms.practice().weeklyContactWeeks(), "week"));
        change("Paid claims that are checked again", terms -> sampling(terms.sampling()));
        change("A senior approver is needed", terms -> terms.approving().seniorAbove() == null ? "never" : "above " + terms.approving().seniorAbove());
        change("The wait of new bank details", terms -> Words.count(terms.approving().coolingDays(), "working day"));
    }

    private static String allocation(Terms terms) {
        var trial = terms.trial();
        return trial == null ? "no" : trial.support() + " to support and " + trial.usualCare() + " to usual care, in blocks of "
                + Words.list(trial.blocks().stream().map(String::valueOf).toList(), "or") + ", followed up for "
                + Words.count(trial.followUpMonths(), "month");
    }

    private void limits() {
        change("The ceiling on people", terms -> count(terms.limits().people()));
        change("The ceiling on outcomes in all", terms -> count(terms.limits().outcomes()));
        change("The ceiling in all", terms -> amount(terms.limits().total()));
        for (var payer : to.payers()) {
            change("The ceiling of " + payer.name(), terms -> ceiling(terms.limits().payers().get(payer.id())));
        }
        for (var every : PeriodLimit.Period.values()) {
            change("The ceiling of a " + every.label(), terms -> ceiling(terms.limits().periods().stream().filter(limit -> limit.every() == every)
                    .map(PeriodLimit::ceiling).findFirst().orElse(null)));
        }
    }

    private void outcome(OutcomeRule a, OutcomeRule b) {
        var name = "'" + b.title() + "': ";
        change(name + "the title", a.title(), b.title());
        change(name + "the price", Sentences.price(a), Sentences.price(b));
        change(name + "who pays", Sentences.payers(from, a.shares()), Sentences.payers(to, b.shares()));
        change(name + "what has to have happened", MetricWords.did(from, a.metric()), MetricWords.did(to, b.metric()));
        change(name + "the last day", latest(from, a), latest(to, b));
        change(name + "how often it is paid", a.oncePerLabel(), b.oncePerLabel());
        change(name + "what it is paid instead of", instead(from, a), instead(to, b));
        change(name + "what does not count", excluded(a), excluded(b));
        change(name + "jobs with organisations paid under the contract", counts(a), counts(b));
        change(name + "the evidence", Sentences.evidence(a), Sentences.evidence(b));
        change(name + "the time to claim", a.claimWithin().toString(), b.claimWithin().toString());
        change(name + "how often evidence may be sent in", Words.count(a.attempts(), "time"), Words.count(b.attempts(), "time"));
        change(name + "the ceiling on its number", count(a.count()), count(b.count()));
        change(name + "its ceiling", amount(a.value()), amount(b.value()));
    }

    private void fees() {
        for (var fee : to.fees()) {
            var before = from.fees().stream().filter(one -> one.code().equals(fee.code())).findFirst();
            before.ifPresentOrElse(one -> change("The service fee '" + fee.code() + "'", fee(from, one), fee(to, fee)),
                    () -> say("New service fee '" + fee.code() + "': " + fee(to, fee), true));
        }
        for (var fee : from.fees()) {
            if (to.fees().stream().noneMatch(one -> one.code().equals(fee.code()))) {
                say("The service fee '" + fee.code() + "' is no longer paid", true);
            }
        }
    }

    private static String fee(Terms terms, ServiceFee fee) {
        return fee.pays() + (fee.illustrative() ? " (illustrative)" : "") + " each month from " + day(fee.from()) + " to " + day(fee.until()) + ", paid by "
                + Sentences.payers(terms, fee.shares());
    }

    private static String latest(Terms terms, OutcomeRule rule) {
        return rule.latest() == null ? "none" : MetricWords.latest(terms, rule.latest());
    }

    private static String instead(Terms terms, OutcomeRule rule) {
        return rule.insteadOf() == null ? "nothing" : "'" + terms.rule(rule.insteadOf()).title() + "'";
    }

    private static String excluded(OutcomeRule rule) {
        var kinds = new ArrayList<String>();
        rule.excluded().forEach(kind -> kinds.add(kind.label()));
        rule.excludedIncome().forEach(kind -> kinds.add(kind.label()));
        return kinds.isEmpty() ? "nothing" : Words.list(kinds, "and");
    }

    private static String counts(OutcomeRule rule) {
        return rule.supplyChainCounts() ? "count" : "do not count";
    }

    private static String sampling(Sampling rule) {
        return rule.oneIn() == 0 ? "none" : "1 in " + rule.oneIn() + (rule.least() > 0 ? ", at least " + rule.least() : "")
                + (rule.extrapolate() ? ", a failed share charged on the others" : "");
    }

    private static String count(OptionalInt count) {
        return count.isPresent() ? Integer.toString(count.getAsInt()) : "none";
    }

    private static String amount(Pence amount) {
        return amount == null ? "none" : amount.toString();
    }

    private static String ceiling(Ceiling ceiling) {
        return ceiling == null ? "none" : Sentences.ceiling(ceiling);
    }

    private static String day(java.time.LocalDate day) {
        return Words.day(day, null);
    }

    private void change(String what, Function<Terms, String> value) {
        change(what, value.apply(from), value.apply(to));
    }

    private void change(String what, String before, String after) {
        if (!Objects.equals(before, after)) {
            say(what + (what.startsWith("Referrals") || what.contains(": jobs") ? " change from: " : " changes from: ") + before + "; to: " + after, true);
        }
    }

    private void say(String sentence, boolean stop) {
        sentences.add(sentence + (stop ? "." : ""));
    }
}
