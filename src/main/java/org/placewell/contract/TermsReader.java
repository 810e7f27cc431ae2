package org.placewell.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.placewell.contract.domain.Approving;
import org.placewell.contract.domain.Ceiling;
import org.placewell.contract.domain.Cohort;
import org.placewell.contract.domain.Deadlines;
import org.placewell.contract.domain.Limits;
import org.placewell.contract.domain.OutcomeRule;
import org.placewell.contract.domain.Party;
import org.placewell.contract.domain.PeriodLimit;
import org.placewell.contract.domain.PeriodLimit.Period;
import org.placewell.contract.domain.Practice;
import org.placewell.contract.domain.Sampling;
import org.placewell.contract.domain.ServiceFee;
import org.placewell.contract.domain.Terms;
import org.placewell.contract.domain.Trial;

/** Reads a terms file: YAML, its shape, its sense. Every mistake is told at once, with its place; a part of a wrong shape is not judged further. */
final class TermsReader {

    /**
     * What a file gives.
     *
     * @param versions in order; none when the shape of the file is wrong
     * @param mistakes in the order of the file; when there are any the versions may not be used but to look for more
     */
    record Reading(List<Terms> versions, List<Mistake> mistakes) {

        Reading {
            mistakes = mistakes.stream().distinct().sorted(Comparator.comparingInt(Mistake::line).thenComparingInt(Mistake::column)).toList();
        }
    }

    private final Part root;
    private final Party payee;
    private final Party provider;
    private final List<Party> payers;

    private TermsReader(Part root) {
        this.root = root;
        var parties = root.get("parties");
        this.payee = party(parties.get("payee"));
        this.provider = party(parties.get("provider"));
        this.payers = parties.get("payers").parts().stream().map(TermsReader::party).toList();
    }

    /** Reads a file that somebody has written. */
    static Reading read(String yaml) {
        return read(yaml, true);
    }

    /** Reads a file that was taken in before: what later releases call a contradiction was agreed then and stays. */
    static Reading stored(String yaml) {
        return read(yaml, false);
    }

    private static Reading read(String yaml, boolean isNew) {
        var tree = YamlTree.of(yaml);
        var mistakes = new ArrayList<>(tree.mistakes());
        if (tree.root() == null) {
            return new Reading(List.of(), mistakes);
        }
        for (var fault : TermsSchema.faults(tree)) {
            mistakes.add(fault.mistake());
            if (!fault.isReadable() || !Mending.place(fault.pointer()).equals(fault.pointer())) {
                tree.unsound().add(fault.pointer());
            }
        }
        if (mistakes.isEmpty()) {
            return new Reading(read(tree, tree.root(), mistakes, isNew), mistakes);
        }
        mistakes.addAll(ofSoundParts(tree, isNew));
        return new Reading(List.of(), mistakes);
    }

    private static List<Terms> read(YamlTree tree, JsonNode root, List<Mistake> mistakes, boolean isNew) {
        return new TermsReader(new Part(tree, root, "", mistakes)).versions(isNew);
    }

    /** The mistakes in the sense of those parts whose shape is right. */
    private static Set<Mistake> ofSoundParts(YamlTree tree, boolean isNew) {
        var common = new LinkedHashSet<Mistake>();
        for (int way = 0; way < Mending.WAYS && tree.root() instanceof ObjectNode file; way++) {
            var found = new ArrayList<Mistake>();
            read(tree, Mending.of(file, tree.unsound(), way), found, isNew);
            if (way == 0) {
                common.addAll(found);
            }
            common.retainAll(found);
        }
        return common;
    }

    private List<Terms> versions(boolean isNew) {
        var parts = root.get("versions").parts();
        var versions = new ArrayList<Terms>();
        LocalDate last = null;
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            var terms = version(part, i + 1);
            versions.add(terms);
            if (last != null && terms.effective() != null && !terms.effective().isAfter(last)) {
                part.get("effective").wrong("Version " + (i + 1) + " must take effect after version " + i + ", " + last);
            }
            last = terms.effective() == null ? last : terms.effective();
            new TermsSense(terms, part, root.get("parties")).check();
            if (isNew && i == parts.size() - 1) {
                new Contradictions(terms, part).check();
            }
        }
        return versions;
    }

    private Terms version(Part part, int number) {
        var shares = part.get("shares");
        var rules = new ArrayList<OutcomeRule>();
        int rounds = part.get("deadlines").get("evidence-rounds").number();
        for (var outcome : part.get("outcomes").parts()) {
            rules.addAll(new RuleReader(outcome, shares, payers, rounds).rules());
        }
        var fees = new ArrayList<ServiceFee>();
        for (var fee : part.get("service-fees").parts()) {
            fees.add(new ServiceFee(fee.key(), fee.get("pays-each-month").money(), fee.get("illustrative").isTrue(), fee.get("from").date(),
                    fee.get("until").date(), RuleReader.shares(fee.get("shared").isThere() ? fee.get("shared") : shares, payers)));
        }
        return new Terms(root.get("contract").text(), root.get("title").text(), root.get("source").text(), number,
                part.get("effective").date(), "open referrals".equals(part.get("applies-to").text()), part.get("referrals-until").date(), part.get("note").text(), payee, provider, payers,
                cohort(part.get("cohort")), limits(part.get("limits")), trial(part), deadlines(part.get("deadlines")),
                practice(part.get("service")), sampling(part), approving(part.get("approving")), rules, fees);
    }

    private static Party party(Part part) {
        var name = part.get("name").text();
        return new Party(part.get("id").text(), name, part.get("in-a-sentence").textOr(name), !"false".equals(part.get("named").text()));
    }

    private static Cohort cohort(Part part) {
        return new Cohort(part.get("age").get("from").count(), part.get("age").get("to").count(), part.get("group").text(),
                part.get("condition").text(), part.get("out-of-work").isTrue(), part.get("areas").parts().stream().map(Part::text).toList());
    }

    private static Limits limits(Part part) {
        var payers = new LinkedHashMap<String, Ceiling>();
        part.get("payers").parts().forEach(payer -> payers.put(payer.key(), ceiling(payer)));
        var periods = new ArrayList<PeriodLimit>();
        for (var period : part.get("each").parts()) {
            periods.add(new PeriodLimit(Period.valueOf(period.key().toUpperCase(java.util.Locale.ROOT).replace('-', '_')),
                    ceiling(period)));
        }
        return new Limits(part.get("people").count(), part.get("outcomes").count(), part.get("total").money(), payers, periods);
    }

    /** Reads an amount alone, or a count, an amount or both. */
    private static Ceiling ceiling(Part part) {
        return part.get("count").isThere() || part.get("total").isThere() ? new Ceiling(part.get("count").count(), part.get("total").money())
                : new Ceiling(OptionalInt.empty(), part.money());
    }

    private static Deadlines deadlines(Part part) {
        return new Deadlines(
                part.get("acknowledge").leading(), part.get("triage").leading(), part.get("answer").leading(), part.get("remind-referrer").leading(),
                part.get("question-rounds").number(), part.get("offer").leading(), part.get("offer-attempts").number(),
                part.get("review-wait").leading(), part.get("longest-wait").leading(), part.get("profile").leading(),
                part.get("benefits-advice").leading(), part.get("first-employer-contact").leading(), part.get("search").leadingOrNone(),
                part.get("in-work-support").leadingOrNone(), part.get("outreach-attempts").number(), part.get("evidence-rounds").number(),
                part.get("review-evidence").leading(), part.get("dispute").leading(), part.get("approval").leading());
    }

    private static Practice practice(Part part) {
        var usual = Practice.USUAL;
        return new Practice(
                part.get("surge").isThere() ? OptionalInt.of(part.get("surge").leading()) : usual.surgePerWeek(),
                part.get("retention-share").isThere() ? part.get("retention-share").basisPoints() / 100 : usual.retentionPercent(),
                part.get("refusals").isThere() ? part.get("refusals").number() : usual.refusals(),
                part.get("discharge-ends-support").isTrue(), "short".equals(part.get("profile").text()),
                part.get("weekly-contact").isThere() ? part.get("weekly-contact").leading() : usual.weeklyContactWeeks());
    }

    private static Trial trial(Part version) {
        if (!version.get("trial").isTrue()) {
            return null;
        }
        var rule = version.get("allocation");
        return rule.isThere() ? new Trial(rule.get("support").number(), rule.get("usual-care").number(),
                rule.get("blocks").parts().stream().map(Part::number).toList(), rule.get("follow-up").leading()) : Trial.USUAL;
    }

    private static Sampling sampling(Part part) {
        var rule = part.get("sampling");
        return rule.isThere() && !"none".equals(rule.text())
                ? new Sampling(rule.get("one-in").number(), rule.get("least").count().orElse(0), rule.get("extrapolate").isTrue())
                : new Sampling(oneIn(part.get("deadlines").get("sample")), 0, false);
    }

    private static Approving approving(Part part) {
        var wait = part.get("bank-details-wait");
        return new Approving(part.get("senior-above").money(), wait.isThere() ? wait.leading() : Approving.USUAL.coolingDays());
    }

    private static int oneIn(Part sample) {
        return "none".equals(sample.text()) || !sample.isThere() ? 0 : Integer.parseInt(sample.text().substring("1 in ".length()));
    }
}
