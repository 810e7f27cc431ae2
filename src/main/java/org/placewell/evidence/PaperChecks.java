package org.placewell.evidence;

import static org.placewell.evidence.CheckResult.Outcome.FAILED;
import static org.placewell.evidence.CheckResult.Outcome.LOOK;
import static org.placewell.evidence.CheckResult.Outcome.NOT_NEEDED;
import static org.placewell.evidence.CheckResult.Outcome.PASSED;
import static org.placewell.evidence.Checks.list;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.placewell.contract.domain.IncomeKind;
import org.placewell.evidence.Checks.Facts;
import org.placewell.evidence.Checks.Found;

/** The automatic checks of the papers themselves: their kind, their days, where else they turn up. Pure. */
final class PaperChecks {

    private PaperChecks() {}

    static Found paperListed(Facts facts) {
        if (facts.papers().isEmpty()) {
            return new Found(FAILED, "There is no paper");
        }
        var others = facts.papers().stream().filter(paper -> !facts.coverage().takes(paper.typeCode())).map(PaperView::fileRef).toList();
        return others.isEmpty() ? new Found(PASSED, "All " + facts.papers().size() + " are of a kind the contract names")
                : new Found(LOOK, "The contract does not name the kind of " + list(others));
    }

    static Found datesMatchJobRecord(Facts facts) {
        if (facts.jobs().isEmpty()) {
            return new Found(NOT_NEEDED, "The outcome does not rest on a job");
        }
        var strangers = facts.papers().stream().filter(paper -> facts.jobs().stream().noneMatch(job -> overlaps(job, paper)))
                .map(paper -> paper.fileRef() + " (" + paper.covers() + ")").toList();
        if (!strangers.isEmpty()) {
            return new Found(FAILED, "No job was held in the days covered by " + list(strangers));
        }
        var early = facts.papers().stream().filter(paper -> facts.jobs().stream().noneMatch(job -> !job.start().isAfter(paper.coversFrom())))
                .map(PaperView::fileRef).toList();
        return early.isEmpty() ? new Found(PASSED, "Each paper covers days on which a recorded job was held")
                : new Found(LOOK, "The record has no job yet on the first days covered by " + list(early));
    }

    private static boolean overlaps(JobFact job, PaperView paper) {
        return paper.about(job.jobRef()) && !job.start().isAfter(paper.coversTo()) && (job.end() == null || !job.end().isBefore(paper.coversFrom()));
    }

    static Found finalPaper(Facts facts) {
        var coverage = facts.coverage();
        var waiting = with(facts, coverage::standsIn);
        if (waiting.isEmpty()) {
            return new Found(NOT_NEEDED, "No paper only stands in for another one");
        }
        return facts.papers().stream().anyMatch(coverage::shows) ? new Found(PASSED, "The final paper has followed " + list(waiting))
                : new Found(FAILED, "Nobody can accept this yet: only stands in for the final paper: " + list(waiting));
    }

    static Found windowCovered(Facts facts) {
        var days = facts.coverage().required(facts.evidence().window());
        if (days.isEmpty()) {
            return new Found(NOT_NEEDED, "The contract does not ask for papers for certain days");
        }
        var gaps = facts.coverage().gaps(facts.evidence().window(), facts.papers());
        return gaps.isEmpty() ? new Found(PASSED, "Covered: " + words(days)) : new Found(FAILED, "Not covered: " + words(gaps));
    }

    private static String words(List<Period> periods) {
        return periods.stream().map(Period::toString).collect(Collectors.joining("; "));
    }

    static Found obtainedAfterPeriod(Facts facts) {
        var early = facts.papers().stream().filter(paper -> paper.obtainedOn().isBefore(paper.coversTo())).map(PaperView::fileRef).toList();
        return early.isEmpty() ? new Found(PASSED, "No paper speaks of days after it was obtained")
                : new Found(LOOK, "Obtained before the end of the days it covers: " + list(early));
    }

    static Found alternativeExplained(Facts facts) {
        var alternatives = facts.papers().stream().filter(paper -> facts.needs().kinds().needsReason(paper.typeCode())).toList();
        if (alternatives.isEmpty()) {
            return new Found(NOT_NEEDED, "There is no alternative paper");
        }
        var bare = alternatives.stream().filter(paper -> paper.alternativeReason() == null).map(PaperView::fileRef).toList();
        return bare.isEmpty() ? new Found(LOOK, "Judge the reason given: " + alternatives.stream()
                        .map(paper -> paper.fileRef() + ", " + paper.alternativeReason().label()).collect(Collectors.joining("; ")))
                : new Found(FAILED, "No reason is given for " + list(bare));
    }

    static Found fileUsedOnce(Facts facts) {
        return usedOnce(facts, paper -> paper.sameFile(), "The very same file", "None of the files is on a claim of anybody else",
                "The same file also shows another outcome of this person, which is as it should be: ");
    }

    static Found periodUsedOnce(Facts facts) {
        if (facts.papers().stream().noneMatch(paper -> EvidenceTypes.showsPay(paper.typeCode()))) {
            return new Found(NOT_NEEDED, "No paper shows pay");
        }
        return usedOnce(facts, paper -> paper.samePeriod(), "Pay for the same days", "Pay for these days is on no other claim that counts", "");
    }

    /** Says that it is used elsewhere, never whose the other claim is: a validator sees the claim in hand and nothing else. */
    private static Found usedOnce(Facts facts, java.util.function.Function<PaperView, Elsewhere> where, String what, String nowhere, String same) {
        var other = with(facts, paper -> where.apply(paper) == Elsewhere.OTHER_PERSON);
        if (!other.isEmpty()) {
            return new Found(FAILED, what + " is on a claim for another person: " + list(other));
        }
        var twice = with(facts, paper -> where.apply(paper) == Elsewhere.SAME_PERSON);
        if (!twice.isEmpty()) {
            return new Found(LOOK, what + " is on a claim for this person under another contract or an earlier referral; the same work is paid for once: "
                    + list(twice));
        }
        var overlapping = with(facts, paper -> where.apply(paper) == Elsewhere.SAME_CASE);
        return new Found(PASSED, overlapping.isEmpty() || same.isEmpty() ? nowhere : same + list(overlapping));
    }

    static Found otherIncome(Facts facts) {
        if (facts.papers().stream().noneMatch(paper -> EvidenceTypes.showsPay(paper.typeCode()))) {
            return new Found(NOT_NEEDED, "No paper shows pay");
        }
        var counted = shown(facts, income -> facts.needs().excludedIncome().contains(income));
        if (!counted.isEmpty()) {
            return new Found(FAILED, "The contract does not count all that is shown, so take it off: " + list(counted));
        }
        var other = shown(facts, income -> true);
        return other.isEmpty() ? new Found(PASSED, "No paper is noted as showing anything but pay for the work")
                : new Found(LOOK, "Not all of it is pay for the work, and the contract does not leave it out by name: " + list(other));
    }

    private static List<String> shown(Facts facts, Predicate<IncomeKind> kinds) {
        return facts.papers().stream().filter(paper -> paper.shows().otherIncome().stream().anyMatch(kinds))
                .map(paper -> paper.fileRef() + " (" + paper.shows().otherIncome().stream().filter(kinds).sorted().map(IncomeKind::label)
                        .collect(Collectors.joining(", ")) + ")").toList();
    }

    private static List<String> with(Facts facts, Predicate<PaperView> condition) {
        return facts.papers().stream().filter(condition).map(PaperView::fileRef).toList();
    }
}
