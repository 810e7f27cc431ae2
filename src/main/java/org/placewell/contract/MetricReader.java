package org.placewell.contract;

import java.util.Locale;
import java.util.OptionalInt;
import org.placewell.contract.domain.Metric;
import org.placewell.contract.domain.Metric.JobsThatCount;
import org.placewell.contract.domain.OutcomeRule.Latest;
import org.placewell.contract.domain.Span;
import org.placewell.contract.domain.Span.Unit;
import org.placewell.contract.domain.WorkKind;

/** Reads what has to have happened for an outcome, from a terms file whose shape is right. */
final class MetricReader {

    private MetricReader() {}

    static Metric metric(Part when) {
        var part = when.parts().get(0);
        return switch (part.key()) {
            case "any-of" -> new Metric.AnyOf(part.parts().stream().map(MetricReader::metric).toList());
            case "all-of" -> new Metric.AllOf(part.parts().stream().map(MetricReader::metric).toList());
            case "appointments-attended" -> new Metric.Appointments(part.number());
            case "vocational-profile" -> new Metric.Profile();
            case "paid-competitive-work" -> {
                var hours = part.get("or-hours").count();
                yield new Metric.PaidWork(part.get("full-days").number(),
                        hours.isPresent() ? OptionalInt.of(60 * hours.getAsInt()) : hours, jobs(part));
            }
            case "weeks-in-work" -> new Metric.Weeks(part.get("count").number(), part.get("within").number(), hours(part.get("hours-per-week")),
                    jobs(part), part.get("breaks").leading());
            case "days-in-work" -> {
                var within = within(part.get("within"), "");
                yield new Metric.Days(part.get("count").number(), within.span(), within.anchor(), hours(part.get("hours-per-week")), jobs(part));
            }
            case "earnings" -> {
                var within = within(part.get("within"), "job");
                yield new Metric.Earned(part.get("reach").money(), within.span(), within.anchor(), jobs(part));
            }
            case "job-kept" -> new Metric.Retained(part.get("count").number(), part.get("within").number(), hours(part.get("hours-per-week")),
                    "counts".equals(part.get("return").text()), part.get("breaks").leading());
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
        return new JobsThatCount("one".equals(part.get("jobs").text()), !"not-added".equals(part.get("concurrent").text()),
                part.get("only").parts().stream().map(kind -> WorkKind.valueOf(constant(kind.text()))).toList());
    }

    private static Metric.Hours hours(Part part) {
        if ("any".equals(part.text()) || !part.isThere()) {
            return Metric.Hours.ANY;
        }
        var below = part.get("below").count();
        return new Metric.Hours(60 * part.get("from").count().orElse(0), below.isPresent() ? 60 * below.getAsInt() : Integer.MAX_VALUE,
                "on-average".equals(part.get("measured").text()));
    }

    /** Reads {@code 90 days} or {@code 638 days after acceptance}. */
    private static Latest within(Part part, String anchorUnlessSaid) {
        return part.text().contains(" after ") ? latest(part) : new Latest(span(part), anchorUnlessSaid);
    }

    /** Reads {@code 9 months after engagement}; null when absent. */
    static Latest latest(Part part) {
        return part.isThere() ? new Latest(span(part), part.text().substring(part.text().indexOf("after ") + "after ".length())) : null;
    }

    /** Reads a time such as {@code 9 months}, {@code 13 weeks}, {@code 90 days} or {@code 15 working days}. */
    static Span span(Part part) {
        var words = part.text().split(" ");
        var unit = words[1].equals("working") ? "WORKING_DAYS" : constant(words[1].endsWith("s") ? words[1] : words[1] + "s");
        return new Span(part.leading(), Unit.valueOf(unit));
    }

    /** Whether it is about work, so that some kinds of work cannot count. */
    static boolean isAboutWork(Metric metric) {
        return metric.parts().stream().anyMatch(MetricReader::isAboutWork) || metric instanceof Metric.PaidWork || metric instanceof Metric.Weeks
                || metric instanceof Metric.Days || metric instanceof Metric.Earned || metric instanceof Metric.Retained;
    }


    /** The name of a constant that the file writes in small letters with hyphens. */
    static String constant(String code) {
        return code.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
