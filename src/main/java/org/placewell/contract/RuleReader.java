package org.placewell.contract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.placewell.contract.domain.EvidenceKind;
import org.placewell.contract.domain.Metric;
import org.placewell.contract.domain.Metric.JobsThatCount;
import org.placewell.contract.domain.OutcomeRule;
import org.placewell.contract.domain.OutcomeRule.Latest;
import org.placewell.contract.domain.OutcomeRule.OncePer;
import org.placewell.contract.domain.OutcomeRule.PriceStep;
import org.placewell.contract.domain.Party;
import org.placewell.contract.domain.Share;
import org.placewell.contract.domain.ShownBy;
import org.placewell.contract.domain.ShownBy.Covers;
import org.placewell.contract.domain.Span;
import org.placewell.contract.domain.WorkKind;

/** Reads one outcome of a terms file whose shape is right. */
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

    OutcomeRule rule() {
        var steps = part.get("then").parts().stream().map(step -> new PriceStep(step.get("after").number(), step.get("pays").money())).toList();
        var shared = part.get("shared").isThere() ? part.get("shared") : versionShares;
        return new OutcomeRule(part.key(), part.get("title").text(), part.get("pays").money(), part.get("illustrative").isTrue(), steps,
                metric(part.get("when")), excluded(), List.of(), part.get("supply-chain-counts").isTrue(), latest(part.get("latest")),
                OncePer.valueOf(part.get("once-per").text().toUpperCase(Locale.ROOT)), 0, part.get("instead-of").textOrNull(), shares(shared, payers),
                shownBy(part.get("shown-by")), Span.months(part.get("claim-within").leading()), rounds + 1, null, part.get("up-to").get("count").count(),
                part.get("up-to").get("total").money(), part.get("published").text(), part.get("note").text());
    }

    /** Unpaid and sheltered work is never competitive paid work, whatever the file says. */
    private List<WorkKind> excluded() {
        if (!isAboutWork(part.get("when"))) {
            return List.of();
        }
        var excluded = new ArrayList<WorkKind>();
        part.get("excluded").parts().forEach(kind -> excluded.add(WorkKind.valueOf(constant(kind.text()))));
        Stream.of(WorkKind.values()).filter(kind -> kind.isNeverPaidWork() && !excluded.contains(kind)).forEach(excluded::add);
        return excluded;
    }

    private static boolean isAboutWork(Part metric) {
        for (var part : metric.parts()) {
            switch (part.key()) {
                case "paid-competitive-work", "weeks-in-work", "days-in-work", "earnings" -> {
                    return true;
                }
                case "any-of", "all-of" -> {
                    if (part.parts().stream().anyMatch(RuleReader::isAboutWork)) {
                        return true;
                    }
                }
                default -> { }
            }
        }
        return false;
    }

    private static Metric metric(Part when) {
        var part = when.parts().get(0);
        return switch (part.key()) {
            case "any-of" -> new Metric.AnyOf(part.parts().stream().map(RuleReader::metric).toList());
            case "all-of" -> new Metric.AllOf(part.parts().stream().map(RuleReader::metric).toList());
            case "appointments-attended" -> new Metric.Appointments(part.number());
            case "vocational-profile" -> new Metric.Profile();
            case "paid-competitive-work" -> {
                var hours = part.get("or-hours").count();
                yield new Metric.PaidWork(part.get("full-days").number(), hours.isPresent() ? OptionalInt.of(60 * hours.getAsInt()) : hours, JobsThatCount.ANY);
            }
            case "weeks-in-work" -> new Metric.Weeks(part.get("count").number(), part.get("within").number(), hours(part.get("hours-per-week")),
                    jobs(part), part.get("breaks").leading());
            case "days-in-work" -> new Metric.Days(part.get("count").number(), part.get("within").leading(), hours(part.get("hours-per-week")), jobs(part));
            case "earnings" -> new Metric.Earned(part.get("reach").money(), Span.days(part.get("within").leading()), "job", jobs(part));
            default -> score(part);
        };
    }

    private static Metric score(Part part) {
        boolean falls = part.get("falls-by").isThere();
        var at = latest(part.get("at"));
        return new Metric.ScoreChange(part.get("measure").text(), falls, part.get(falls ? "falls-by" : "rises-by").number(), at.span(), at.anchor(),
                part.get("give-or-take").leading());
    }

    private static JobsThatCount jobs(Part part) {
        return new JobsThatCount("one".equals(part.get("jobs").text()), true, List.of());
    }

    private static Metric.Hours hours(Part part) {
        if ("any".equals(part.text())) {
            return Metric.Hours.ANY;
        }
        var below = part.get("below").count();
        return new Metric.Hours(60 * part.get("from").count().orElse(0), below.isPresent() ? 60 * below.getAsInt() : Integer.MAX_VALUE,
                "on-average".equals(part.get("measured").text()));
    }

    /** Reads {@code 9 months after engagement}; null when absent. */
    private static Latest latest(Part part) {
        return part.isThere() ? new Latest(Span.months(part.leading()), part.text().substring(part.text().indexOf("after ") + "after ".length())) : null;
    }

    private static ShownBy shownBy(Part part) {
        var preferred = evidence(part.get("preferred"));
        return new ShownBy(preferred, evidence(part.get("alternative")), List.of(), List.of(), 0,
                preferred.contains(EvidenceKind.PAYSLIPS_COVERING_WINDOW) ? Covers.WHOLE_PERIOD : Covers.NOTHING);
    }

    private static List<EvidenceKind> evidence(Part part) {
        return part.parts().stream().map(kind -> EvidenceKind.valueOf(constant(kind.text()))).toList();
    }

    /** The shares in the order of the payers, which breaks ties; payers that are not known come last, to be told as mistakes. */
    static List<Share> shares(Part part, List<Party> payers) {
        var order = payers.stream().map(Party::id).toList();
        return part.parts().stream()
                .map(share -> share.text().endsWith("%") ? new Share(share.key(), share.basisPoints(), null) : new Share(share.key(), 0, share.money()))
                .sorted(Comparator.comparingInt(share -> order.contains(share.payerId()) ? order.indexOf(share.payerId()) : order.size()))
                .toList();
    }

    private static String constant(String code) {
        return code.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
