package org.placewell.contract.domain;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/** One time limit of the pathway, with its name on screen. */
record TimeLimit(String name, Function<Deadlines, String> of) {

    /** Every time limit that a version sets. */
    static final List<TimeLimit> ALL = List.of(
            limit("The time to acknowledge a referral", Deadlines::acknowledgeWorkingDays, "working day"),
            limit("The time to decide on a referral", Deadlines::triageWorkingDays, "working day"),
            limit("The time for the referrer to answer a question", Deadlines::answerWorkingDays, "working day"),
            limit("The time until the referrer is reminded", Deadlines::reminderWorkingDays, "working day"),
            limit("How often the referrer may be asked", Deadlines::questionRounds, "time"),
            limit("The time to answer an offered place", Deadlines::offerDays, "day"),
            limit("The unanswered offers before a person leaves the list", Deadlines::offerAttempts, "offer"),
            limit("The time between reviews of a waiting person", Deadlines::reviewWeeks, "week"),
            limit("The longest wait before it is escalated", Deadlines::longestWaitWeeks, "week"),
            limit("The time to the vocational profile", Deadlines::profileWeeks, "week"),
            limit("The time to advice on benefits", Deadlines::adviceWeeks, "week"),
            limit("The time to the first employer contact", Deadlines::firstEmployerContactDays, "day"),
            new TimeLimit("The time for job search", deadlines -> months(deadlines.searchMonths())),
            new TimeLimit("The time of support in work", deadlines -> months(deadlines.inWorkMonths())),
            limit("The outreach before support closes", Deadlines::outreachAttempts, "attempt"),
            limit("How often more evidence may be asked for", Deadlines::evidenceRounds, "time"),
            limit("The time for a validator to decide", Deadlines::reviewDays, "day"),
            limit("The time to dispute a rejection", Deadlines::disputeDays, "day"),
            limit("The time for the second approval of a statement", Deadlines::approvalDays, "day"));

    /** The limit in words, such as {@code 5 working days}. */
    String words(Deadlines deadlines) {
        return of.apply(deadlines);
    }

    private static TimeLimit limit(String name, Function<Deadlines, Integer> count, String noun) {
        return new TimeLimit(name, deadlines -> Words.count(count.apply(deadlines), noun));
    }

    private static String months(OptionalInt months) {
        return months.isPresent() ? Words.count(months.getAsInt(), "month") : "no limit";
    }
}
