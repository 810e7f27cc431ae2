package org.placewell.contract;

import java.util.ArrayList;
import java.util.List;
import org.placewell.contract.domain.Metric;
import org.placewell.contract.domain.OutcomeRule;
import org.placewell.contract.domain.OutcomeRule.PriceStep;
import org.placewell.contract.domain.OutcomeRule.Stage;
import org.placewell.contract.domain.Share;
import org.placewell.contract.domain.Split;
import org.placewell.shared.Pence;

/**
 * Writes an outcome that is paid in parts as one rule for each part, so that nothing else has to know about parts: each is
 * claimed, shown and paid for itself, and the parts add up to the price to the penny.
 */
final class Stages {

    private Stages() {}

    /**
     * The first part is paid for the outcome itself and keeps its code; each later one for the outcome and its own further
     * condition, with the code {@code <outcome>-part-<n>}.
     */
    static List<OutcomeRule> of(OutcomeRule whole, List<Part> parts) {
        var weights = new ArrayList<Share>();
        parts.forEach(part -> weights.add(new Share(part.key(), part.get("part").basisPoints(), null)));
        var prices = Split.of(whole.pays(), weights);
        var rules = new ArrayList<OutcomeRule>();
        for (int i = 0; i < parts.size(); i++) {
            rules.add(stage(whole, parts.get(i), new Stage(whole.code(), i + 1, parts.size()), prices.get(i).amount(), steps(whole, weights, i)));
        }
        return rules;
    }

    private static OutcomeRule stage(OutcomeRule whole, Part part, Stage stage, Pence price, List<PriceStep> steps) {
        boolean first = stage.number() == 1;
        var further = part.get("when-also");
        var metric = whole.metric();
        if (further.isThere()) {
            // The outcome's own last day holds for the outcome, not for what comes on top of it later.
            var reached = whole.latest() == null ? whole.metric() : new Metric.InTime(whole.metric(), whole.latest());
            metric = new Metric.AllOf(List.of(reached, MetricReader.metric(further)));
        }
        var title = whole.title() + ", part " + stage.number() + " of " + stage.count()
                + (part.get("title").isThere() ? ": " + part.get("title").text() : "");
        return new OutcomeRule(first ? whole.code() : whole.code() + "-part-" + stage.number(), title, price, whole.illustrative(), steps, metric,
                whole.excluded(), whole.excludedIncome(), whole.supplyChainCounts(),
                further.isThere() ? MetricReader.latest(part.get("latest")) : whole.latest(), whole.oncePer(), whole.everyMonths(), whole.insteadOf(),
                whole.shares(), part.get("shown-by").isThere() ? RuleReader.shownBy(part.get("shown-by"), metric) : whole.shownBy(),
                part.get("claim-within").isThere() ? MetricReader.span(part.get("claim-within")) : whole.claimWithin(), whole.attempts(), stage,
                whole.count(), whole.value(), whole.published(), whole.note());
    }

    private static List<PriceStep> steps(OutcomeRule whole, List<Share> weights, int part) {
        return whole.steps().stream().map(step -> new PriceStep(step.after(), Split.of(step.pays(), weights).get(part).amount())).toList();
    }
}
