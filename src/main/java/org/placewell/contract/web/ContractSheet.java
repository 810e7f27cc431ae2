package org.placewell.contract.web;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.placewell.contract.domain.Cohort;
import org.placewell.contract.domain.OutcomeRule;
import org.placewell.contract.domain.Party;
import org.placewell.contract.domain.Sampling;
import org.placewell.contract.domain.Sentences;
import org.placewell.contract.domain.ServiceFee;
import org.placewell.contract.domain.Share;
import org.placewell.contract.domain.Terms;
import org.placewell.contract.domain.Uses;
import org.placewell.shared.Pence;

/** What the page of a contract shows. */
final class ContractSheet {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private final Terms terms;
    private final Uses used;

    /** @param used null when nobody counts */
    ContractSheet(Terms terms, Uses used) {
        this.terms = terms;
        this.used = used;
    }

    public Terms terms() {
        return terms;
    }

    public boolean counted() {
        return used != null;
    }

    /** Whom the contract is for, in words. */
    public String cohort() {
        Cohort cohort = terms.cohort();
        var age = new StringBuilder("People");
        if (cohort.ageFrom().isPresent() && cohort.ageTo().isPresent()) {
            age.append(" aged ").append(cohort.ageFrom().getAsInt()).append(" to ").append(cohort.ageTo().getAsInt());
        } else if (cohort.ageFrom().isPresent()) {
            age.append(" aged ").append(cohort.ageFrom().getAsInt()).append(" or over");
        } else if (cohort.ageTo().isPresent()) {
            age.append(" aged up to ").append(cohort.ageTo().getAsInt());
        }
        return age.append(" with ").append(cohort.condition()).append(cohort.outOfWork() ? " who are out of work when referred" : "").toString();
    }

    public String areas() {
        return terms.cohort().areas().isEmpty() ? "Anywhere" : String.join(", ", terms.cohort().areas());
    }

    /** The payment rules, each with its sentence. */
    public List<RuleLine> rules() {
        return terms.outcomes().stream().map(rule -> new RuleLine(rule, Sentences.of(terms, rule))).toList();
    }

    /** The sums that are due each month, each with its sentence. */
    public List<FeeLine> fees() {
        return terms.fees().stream().map(fee -> new FeeLine(fee, payers(fee) + (fee.shares().size() == 1 ? " pays " : " pay ") + terms.payee().phrase()
                + " " + fee.pays() + (fee.illustrative() ? " (illustrative)" : "") + " for each month that begins from " + DAY.format(fee.from()) + " to "
                + DAY.format(fee.until()) + ", whatever the outcomes.")).toList();
    }

    private String payers(ServiceFee fee) {
        var names = fee.shares().stream().map(share -> terms.payer(share.payerId()).map(Party::phrase).orElse(share.payerId())
                + (fee.shares().size() == 1 ? "" : " (" + share.label() + ")")).toList();
        var text = names.size() == 1 ? names.get(0) : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() - 1);
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** Whom the version is for besides referrals from its first day on. */
    public String appliesTo() {
        return terms.appliesToOpenReferrals() ? "also for referrals that are open on that day, but for what they have reached before it" : "";
    }

    /** The payers with their shares of each outcome. */
    public List<PayerLine> payers() {
        return terms.payers().stream().map(payer -> new PayerLine(payer.name(), payer.named(),
                terms.outcomes().stream().map(rule -> share(rule, payer.id())).toList(), charged(payer.id()))).toList();
    }

    private static String share(OutcomeRule rule, String payer) {
        return rule.shares().stream().filter(share -> share.payerId().equals(payer)).map(Share::label).findFirst().orElse("–");
    }

    private String charged(String payer) {
        return used == null ? "" : used.payer(payer).toString();
    }

    /** The ceilings, with what is used and what is left of each. */
    public List<CapLine> caps() {
        var lines = new ArrayList<CapLine>();
        var limits = terms.limits();
        limits.people().ifPresent(people -> lines.add(count("People paid for", people, used == null ? 0 : used.people())));
        limits.outcomes().ifPresent(count -> lines.add(count("Outcomes in all", count, used == null ? 0 : used.count())));
        if (limits.total() != null) {
            lines.add(money("Paid in all", limits.total(), used == null ? Pence.ZERO : used.total()));
        }
        for (var rule : terms.outcomes()) {
            rule.count().ifPresent(count -> lines.add(count(rule.title() + ": how many", count, used == null ? 0 : used.count(rule.code()))));
            if (rule.value() != null) {
                lines.add(money(rule.title() + ": paid in all", rule.value(), used == null ? Pence.ZERO : used.value(rule.code())));
            }
        }
        for (var payer : terms.payers()) {
            limits.payer(payer.id()).count().ifPresent(count -> lines.add(count("Outcomes paid by " + payer.name(), count,
                    used == null ? 0 : used.payerCount(payer.id()))));
            var limit = limits.payer(payer.id()).total();
            if (limit != null) {
                lines.add(money("Paid by " + payer.name(), limit, used == null ? Pence.ZERO : used.payer(payer.id())));
            }
        }
        for (var period : limits.periods()) {
            var any = "In any " + period.every().label();
            period.ceiling().count().ifPresent(count -> lines.add(new CapLine(any + ": outcomes", String.format("%,d", count), "", "")));
            if (period.ceiling().total() != null) {
                lines.add(new CapLine(any, period.ceiling().total().toString(), "", ""));
            }
        }
        return lines;
    }

    private CapLine count(String what, int limit, int count) {
        return new CapLine(what, String.format("%,d", limit), String.format("%,d", count), String.format("%,d", limit - count));
    }

    private CapLine money(String what, Pence limit, Pence paid) {
        return new CapLine(what, limit.toString(), paid.toString(), limit.minus(paid).toString());
    }

    /** Every time limit of the pathway. */
    public List<DeadlineLine> deadlines() {
        var d = terms.deadlines();
        return List.of(
                line("Acknowledge a referral", d.acknowledgeWorkingDays(), "working day"),
                line("Decide on a referral", d.triageWorkingDays(), "working day"),
                line("Referrer answers a question", d.answerWorkingDays(), "working day"),
                line("Remind the referrer after", d.reminderWorkingDays(), "working day"),
                line("Ask the referrer at most", d.questionRounds(), "time"),
                line("Person answers an offered place", d.offerDays(), "day"),
                line("Unanswered offers before leaving the list", d.offerAttempts(), "offer"),
                line("Review a waiting person every", d.reviewWeeks(), "week"),
                line("Longest wait before it is escalated", d.longestWaitWeeks(), "week"),
                line("Vocational profile", d.profileWeeks(), "week"),
                line("Advice on benefits", d.adviceWeeks(), "week"),
                line("First employer contact", d.firstEmployerContactDays(), "day"),
                months("Job search", d.searchMonths()),
                months("Support in work", d.inWorkMonths()),
                line("Outreach before support closes", d.outreachAttempts(), "attempt"),
                line("Ask for more evidence at most", d.evidenceRounds(), "time"),
                line("Validator decides", d.reviewDays(), "day"),
                line("Dispute a rejection", d.disputeDays(), "day"),
                line("Second approval of a statement", d.approvalDays(), "day"),
                new DeadlineLine("Paid claims checked again", sampling(terms.sampling())),
                new DeadlineLine("A senior approver is needed", terms.approving().seniorAbove() == null ? "Never" : "Above " + terms.approving().seniorAbove()),
                line("New bank details wait", terms.approving().coolingDays(), "working day"));
    }

    private static String sampling(Sampling sampling) {
        if (sampling.oneIn() == 0) {
            return "None";
        }
        return "1 in " + sampling.oneIn() + (sampling.least() > 1 ? ", at least " + sampling.least() + " of a batch" : "")
                + (sampling.extrapolate() ? "; the failed share is charged on the rest of the batch" : "");
    }

    private static DeadlineLine line(String what, int count, String noun) {
        return new DeadlineLine(what, count + " " + noun + (count == 1 ? "" : "s"));
    }

    private static DeadlineLine months(String what, OptionalInt months) {
        return months.isPresent() ? line(what, months.getAsInt(), "month") : new DeadlineLine(what, "No limit");
    }

    /** One payment rule. */
    record RuleLine(OutcomeRule rule, String sentence) {}

    /** One monthly sum. */
    record FeeLine(ServiceFee fee, String sentence) {}

    /** One payer. */
    record PayerLine(String name, boolean named, List<String> shares, String charged) {}

    /** One ceiling. */
    record CapLine(String what, String limit, String used, String left) {}

    /** One time limit. */
    record DeadlineLine(String what, String time) {}
}
