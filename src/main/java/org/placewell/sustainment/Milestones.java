package org.placewell.sustainment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.placewell.contract.domain.Metric;
import org.placewell.contract.domain.OutcomeRule;
import org.placewell.contract.domain.Terms;

/** What a contract version says about checking a job: at how many weeks, and up to which day. Pure. */
final class Milestones {

    private Milestones() {}

    /** The weeks after a job's start at which some rule may be reached. */
    static SortedSet<Integer> weeks(Terms terms) {
        var weeks = new TreeSet<Integer>();
        terms.outcomes().forEach(rule -> collect(rule.metric(), weeks));
        return weeks;
    }

    private static void collect(Metric metric, SortedSet<Integer> weeks) {
        if (metric instanceof Metric.AnyOf any) {
            any.parts().forEach(part -> collect(part, weeks));
        } else if (metric instanceof Metric.AllOf all) {
            all.parts().forEach(part -> collect(part, weeks));
        } else if (metric instanceof Metric.Weeks count) {
            weeks.add(count.count());
            weeks.add(count.within());
        } else if (metric instanceof Metric.Days days) {
            weeks.add(wholeWeeks(days.count()));
            weeks.add(wholeWeeks(days.within().atMostDays()));
        } else if (metric instanceof Metric.Earned earned) {
            weeks.add(wholeWeeks(earned.within().atMostDays()));
        } else if (metric instanceof Metric.Retained kept) {
            weeks.add(kept.count());
            weeks.add(kept.within());
        }
    }

    private static int wholeWeeks(int days) {
        return (days + 6) / 7;
    }

    /**
     * The last day on which any rule about staying in work may be reached; empty when one of them has no last day, or there is none.
     *
     * @param anchors the days that limits count from: referral, acceptance, job; any other anchor is an outcome before the job
     */
    static Optional<LocalDate> latest(Terms terms, Anchors anchors) {
        var rules = terms.outcomes().stream().filter(Milestones::aboutStaying).toList();
        if (rules.isEmpty() || rules.stream().anyMatch(rule -> rule.latest() == null)) {
            return Optional.empty();
        }
        return rules.stream().map(OutcomeRule::latest).map(latest -> latest.span().after(anchors.day(latest.anchor())))
                .max(LocalDate::compareTo);
    }

    private static boolean aboutStaying(OutcomeRule rule) {
        var weeks = new TreeSet<Integer>();
        collect(rule.metric(), weeks);
        return !weeks.isEmpty();
    }

    /**
     * Where limits count from.
     *
     * @param accepted null before acceptance, and then the referral's day stands in
     * @param engaged the day the person was engaged; null when not, and then the job's first day stands in
     */
    record Anchors(LocalDate referred, LocalDate accepted, LocalDate engaged, LocalDate firstJob, LocalDate job) {

        LocalDate day(String anchor) {
            return switch (anchor) {
                case "referral" -> referred;
                case "acceptance" -> accepted == null ? referred : accepted;
                case "job" -> job;
                case "engagement" -> engaged == null ? job : engaged;
                default -> firstJob;
            };
        }
    }

    /** The day the person was engaged: the profile's, or that of the first attended appointment when there is no profile. */
    static LocalDate engaged(LocalDate profile, List<LocalDate> attended) {
        return profile != null ? profile : attended.stream().min(LocalDate::compareTo).orElse(null);
    }
}
