package org.placewell.contract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.placewell.contract.domain.EvidenceKind;
import org.placewell.contract.domain.IncomeKind;
import org.placewell.contract.domain.Metric;
import org.placewell.contract.domain.OutcomeRule;
import org.placewell.contract.domain.OutcomeRule.OncePer;
import org.placewell.contract.domain.OutcomeRule.PriceStep;
import org.placewell.contract.domain.Party;
import org.placewell.contract.domain.Share;
import org.placewell.contract.domain.ShownBy;
import org.placewell.contract.domain.ShownBy.Covers;
import org.placewell.contract.domain.WorkKind;

/** Reads one outcome of a terms file whose shape is right; one that is paid in parts gives a rule for each part. */
final class RuleReader {

    private final Part part;
    private final Part versionShares;
    private final List<Party> payers;
    private final int rounds;

    /** @param rounds how often more evidence may be asked for, unless the outcome says otherwise */
    RuleReader(Part part, Part versionShares, List<Party> payers, int rounds) {
        this.part = part;
        this.versionShares = versionShares;
        this.payers = payers;
        this.rounds = rounds;
    }

    List<OutcomeRule> rules() {
        var whole = rule();
        return part.get("paid-in").isThere() ? Stages.of(whole, part.get("paid-in").parts()) : List.of(whole);
    }

    private OutcomeRule rule() {
        var steps = part.get("then").parts().stream().map(step -> new PriceStep(step.get("after").number(), step.get("pays").money())).toList();
        var shared = part.get("shared").isThere() ? part.get("shared") : versionShares;
        var metric = MetricReader.metric(part.get("when"));
        var often = part.get("once-per");
        int months = often.leading();
        return new OutcomeRule(part.key(), part.get("title").text(), part.get("pays").money(), part.get("illustrative").isTrue(), steps,
                metric, excluded(metric), excludedIncome(), part.get("supply-chain-counts").isTrue(), MetricReader.latest(part.get("latest")),
                months > 0 ? OncePer.MONTHS : OncePer.valueOf(MetricReader.constant(often.text())), months, part.get("instead-of").textOrNull(),
                shares(shared, payers), shownBy(part.get("shown-by"), metric), MetricReader.span(part.get("claim-within")),
                part.get("attempts").count().orElse(rounds + 1), null, part.get("up-to").get("count").count(),
                part.get("up-to").get("total").money(), part.get("published").text(), part.get("note").text());
    }

    /** Unpaid and sheltered work is never competitive paid work, whatever the file says. */
    private List<WorkKind> excluded(Metric metric) {
        if (!MetricReader.isAboutWork(metric)) {
            return List.of();
        }
        var excluded = new ArrayList<WorkKind>();
        part.get("excluded").parts().forEach(kind -> excluded.add(WorkKind.valueOf(MetricReader.constant(kind.text()))));
        Stream.of(WorkKind.values()).filter(kind -> kind.isNeverPaidWork() && !excluded.contains(kind)).forEach(excluded::add);
        return excluded;
    }

    private List<IncomeKind> excludedIncome() {
        return part.get("excluded-income").parts().stream().map(kind -> IncomeKind.valueOf(MetricReader.constant(kind.text()))).toList();
    }

    /** What the papers cover follows from what is asked for unless the file says it. */
    static ShownBy shownBy(Part part, Metric metric) {
        var preferred = evidence(part.get("preferred"));
        var usual = preferred.contains(EvidenceKind.PAYSLIPS_COVERING_WINDOW) ? Covers.WHOLE_PERIOD
                : metric instanceof Metric.PaidWork ? Covers.FIRST_DAY : Covers.NOTHING;
        return new ShownBy(preferred, evidence(part.get("alternative")), evidence(part.get("self-employed")), evidence(part.get("provisional")),
                part.get("provisional-for").leading(),
                part.get("covers").isThere() ? Covers.valueOf(MetricReader.constant(part.get("covers").text())) : usual);
    }

    private static List<EvidenceKind> evidence(Part part) {
        return part.parts().stream().map(kind -> EvidenceKind.valueOf(MetricReader.constant(kind.text()))).toList();
    }

    /** The shares in the order of the payers, which breaks ties; payers that are not known come last, to be told as mistakes. */
    static List<Share> shares(Part part, List<Party> payers) {
        var order = payers.stream().map(Party::id).toList();
        return part.parts().stream()
                .map(share -> share.text().endsWith("%") ? new Share(share.key(), share.basisPoints(), null) : new Share(share.key(), 0, share.money()))
                .sorted(Comparator.comparingInt(share -> order.contains(share.payerId()) ? order.indexOf(share.payerId()) : order.size()))
                .toList();
    }
}
