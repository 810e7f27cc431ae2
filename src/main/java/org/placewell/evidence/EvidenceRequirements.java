package org.placewell.evidence;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.placewell.contract.domain.EvidenceKind;
import org.placewell.contract.domain.IncomeKind;
import org.placewell.contract.domain.Metric;
import org.placewell.contract.domain.OutcomeRule;
import org.placewell.contract.domain.ShownBy.Covers;
import org.placewell.contract.domain.Terms;
import org.placewell.contract.domain.WorkKind;

/**
 * What the contract version asks to be shown for one outcome.
 *
 * @param covers which days the papers together must speak of
 * @param provisionalDays how many days after it was sent in a provisional paper may stand in for a final one; 0 for none
 * @param minutesFrom the hours band's lower end in minutes a week, itself inside the band; null for none
 * @param minutesBelow the hours band's upper end in minutes a week, itself outside the band; null for none
 * @param selfEmploymentCounts whether the contract pays for self-employed work
 * @param excludedWork the kinds of work that never count, as in {@link JobFact#kind}
 * @param supplyChainCounts whether a job with somebody paid under the contract counts
 * @param excludedIncome the kinds of pay that do not count
 * @param rounds how often evidence may be sent in, the first time included; at least 1
 * @param moreInformationDays days to answer a request for more
 * @param disputeDays days to dispute a rejection
 */
public record EvidenceRequirements(
        Kinds kinds, Covers covers, int provisionalDays, Integer minutesFrom, Integer minutesBelow, boolean selfEmploymentCounts,
        Set<String> excludedWork, boolean supplyChainCounts, Set<IncomeKind> excludedIncome, int rounds, int moreInformationDays, int disputeDays) {

    public EvidenceRequirements {
        excludedWork = Set.copyOf(excludedWork);
        excludedIncome = Set.copyOf(excludedIncome);
    }

    /**
     * The kinds of paper by their codes, such as {@code payslip}.
     *
     * @param preferred kinds of which one is enough
     * @param alternatives kinds that need a reason why no preferred one can be had
     * @param selfEmployed kinds of which one is enough for self-employed work, instead of the first two lists; empty: these hold
     * @param provisional kinds that may stand in for a while
     */
    public record Kinds(List<String> preferred, List<String> alternatives, List<String> selfEmployed, List<String> provisional) {

        public Kinds {
            preferred = List.copyOf(preferred);
            alternatives = List.copyOf(alternatives);
            selfEmployed = List.copyOf(selfEmployed);
            provisional = List.copyOf(provisional);
        }

        /** The kinds that show work for good: those of self-employment, or the general ones. */
        List<String> finalFor(boolean selfEmployedWork) {
            return selfEmployedWork && !selfEmployed.isEmpty() ? selfEmployed
                    : Stream.concat(preferred.stream(), alternatives.stream()).distinct().toList();
        }

        /** Whether the kind needs a reason: it is an alternative and nothing better at the same time. */
        boolean needsReason(String code) {
            return alternatives.contains(code) && !preferred.contains(code) && !selfEmployed.contains(code);
        }
    }

    /** What a version of a contract asks to be shown for an outcome. */
    public static EvidenceRequirements of(Terms terms, OutcomeRule rule) {
        var hours = Metric.band(rule.metric());
        var shown = rule.shownBy();
        var limits = terms.deadlines();
        return new EvidenceRequirements(new Kinds(codes(shown.preferred()), codes(shown.alternative()), codes(shown.selfEmployed()),
                codes(shown.provisional())), shown.covers(), shown.provisionalDays(), hours.from() > 0 ? hours.from() : null,
                hours.below() < Integer.MAX_VALUE ? hours.below() : null, !rule.excluded().contains(WorkKind.SELF_EMPLOYED),
                rule.excluded().stream().map(Enum::name).collect(Collectors.toSet()), rule.supplyChainCounts(), Set.copyOf(rule.excludedIncome()),
                rule.attempts(), limits.reviewDays(), limits.disputeDays());
    }

    /** See {@link Kinds#preferred}. */
    public List<String> preferred() {
        return kinds.preferred();
    }

    /** See {@link Kinds#alternatives}. */
    public List<String> alternatives() {
        return kinds.alternatives();
    }

    private static List<String> codes(List<EvidenceKind> kinds) {
        return kinds.stream().map(EvidenceKind::code).toList();
    }
}
