package org.placewell.evidence;

import java.time.LocalDate;
import java.util.List;
import org.placewell.contract.domain.ShownBy.Covers;

/**
 * An outcome that the contract pays for and the person has not reached yet: what will be needed to show it, and what is there.
 *
 * @param sentence the payment rule as the contract's sentence
 * @param jobs the jobs that it would rest on as things stand; empty before a job starts
 * @param begunOn the first day of what would be paid for; null when nothing has begun
 * @param earliest the earliest day on which it can be reached as things stand; null when that cannot be told
 * @param claimBy the last day to send evidence in if it is reached then; null when that cannot be told
 * @param stillTo what has to happen before it is reached, in plain words
 * @param covers which days the papers will have to speak of
 * @param soFar what is needed and there for the days up to today
 * @param there the papers gathered so far that would count or stand in
 */
public record ComingOutcome(
        String code, String title, String sentence, List<JobFact> jobs, LocalDate begunOn, LocalDate earliest, LocalDate claimBy,
        List<String> stillTo, Covers covers, ChecklistView soFar, List<PaperView> there) {

    /** Whether something that leads to it has begun, so that papers can be gathered now. */
    public boolean hasBegun() {
        return begunOn != null;
    }

    /** What the papers will have to speak of, in a sentence. */
    public String coverage() {
        var until = earliest == null ? "to the day it is reached" : "to " + Period.day(earliest);
        return switch (covers) {
            case WHOLE_PERIOD -> "Together they have to cover every day in work from " + (begunOn == null ? "the first day" : Period.day(begunOn)) + " " + until;
            case FIRST_DAY -> "They have to show the first day" + (begunOn == null ? "" : ", " + Period.day(begunOn));
            case NOTHING -> "They need not cover any days in particular";
        };
    }

    /** The preferred kinds of paper, those for self-employed work included, in words. */
    public List<String> preferred() {
        return kinds(ChecklistView.Rank.PREFERRED, ChecklistView.Rank.SELF_EMPLOYED);
    }

    /** The kinds that need a reason, in words. */
    public List<String> alternatives() {
        return kinds(ChecklistView.Rank.ALTERNATIVE);
    }

    /** The kinds that stand in for a while, in words. */
    public List<String> provisional() {
        return kinds(ChecklistView.Rank.PROVISIONAL);
    }

    private List<String> kinds(ChecklistView.Rank... ranks) {
        return soFar.lines().stream().filter(line -> List.of(ranks).contains(line.rank())).map(ChecklistView.Line::type).toList();
    }

    /** One outcome with whose it is, for the list of a specialist's caseload. */
    public record OfPerson(String referralRef, String client, ComingOutcome outcome) {}
}
