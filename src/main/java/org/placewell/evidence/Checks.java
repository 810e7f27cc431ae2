package org.placewell.evidence;

import static org.placewell.evidence.CheckResult.Outcome.FAILED;
import static org.placewell.evidence.CheckResult.Outcome.LOOK;
import static org.placewell.evidence.CheckResult.Outcome.NOT_NEEDED;
import static org.placewell.evidence.CheckResult.Outcome.PASSED;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The automatic checks, each a pure function from a claim's facts to a result with its explanation. They inform the validator
 * and decide nothing. Ideas from the neighbours' published rules: DWP provider guidance (deadlines, attempts, grounds for
 * contacting employers, excluded work), ESF data evidence requirements (preferred before alternative evidence).
 */
final class Checks {

    private static final List<Check> ALL = List.of(
            new Check("paperListed", "Is every paper of a kind the contract names?", Checks::paperListed),
            new Check("datesMatchJobRecord", "Do the papers' dates fit the job record?", Checks::datesMatchJobRecord),
            new Check("windowCovered", "Do the papers cover the whole period?", Checks::windowCovered),
            new Check("hoursInBand", "Are the hours inside the band?", Checks::hoursInBand),
            new Check("obtainedAfterPeriod", "Was each paper obtained after the period it covers?", Checks::obtainedAfterPeriod),
            new Check("fileUsedOnce", "Is no file used for another claim?", Checks::fileUsedOnce),
            new Check("selfEmployment", "Is self-employed work shown as the contract asks?", Checks::selfEmployment),
            new Check("workCounts", "Is the work of a kind that counts?", Checks::workCounts),
            new Check("alternativeExplained", "Is there a reason for each alternative paper?", Checks::alternativeExplained),
            new Check("employerContactBasis", "Was there a legal basis for contacting the employer?", Checks::employerContactBasis),
            new Check("inTime", "Did the evidence come in time?", Checks::inTime),
            new Check("attemptsLeft", "Are there attempts left?", Checks::attemptsLeft));

    private Checks() {}

    /**
     * @param on the day the evidence was, or would be, sent in
     * @param sendBy the last day for it
     */
    record Facts(EvidenceCaseView evidence, List<PaperView> papers, LocalDate on, LocalDate sendBy) {
        NewEvidenceCase claim() {
            return evidence.claim();
        }

        EvidenceRequirements needs() {
            return claim().requirements();
        }

        List<JobFact> jobs() {
            return claim().jobs();
        }
    }

    private record Check(String code, String title, java.util.function.Function<Facts, Found> function) {}

    private record Found(CheckResult.Outcome outcome, String explanation) {}

    /** Every check, in the order a validator reads them. */
    static List<CheckResult> run(Facts facts) {
        return ALL.stream().map(check -> {
            var found = check.function().apply(facts);
            return new CheckResult(check.code(), check.title(), found.outcome(), found.explanation());
        }).toList();
    }

    /** The question a check answers, by its code. */
    static String title(String code) {
        return ALL.stream().filter(check -> check.code().equals(code)).map(Check::title).findFirst().orElse(code);
    }

    private static Found paperListed(Facts facts) {
        if (facts.papers().isEmpty()) {
            return new Found(FAILED, "There is no paper");
        }
        var others = facts.papers().stream().filter(paper -> !Checklist.named(facts.needs(), paper.typeCode())).map(PaperView::fileRef).toList();
        return others.isEmpty() ? new Found(PASSED, "All " + facts.papers().size() + " are of a kind the contract names")
                : new Found(LOOK, "The contract does not name the kind of " + list(others));
    }

    private static Found datesMatchJobRecord(Facts facts) {
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
        return !job.start().isAfter(paper.coversTo()) && (job.end() == null || !job.end().isBefore(paper.coversFrom()));
    }

    private static Found windowCovered(Facts facts) {
        if (!facts.needs().coversWindow()) {
            return new Found(NOT_NEEDED, "The contract does not ask for papers for every day");
        }
        var gaps = Period.gaps(facts.evidence().window(), facts.papers().stream().map(PaperView::covers).toList());
        return gaps.isEmpty() ? new Found(PASSED, "Every day from " + facts.evidence().window() + " is covered")
                : new Found(FAILED, "Not covered: " + gaps.stream().map(Period::toString).collect(Collectors.joining("; ")));
    }

    private static Found hoursInBand(Facts facts) {
        var from = facts.needs().minutesFrom();
        var below = facts.needs().minutesBelow();
        if (from == null && below == null) {
            return new Found(NOT_NEEDED, "The rule has no hours band");
        }
        var shown = facts.papers().stream().filter(paper -> paper.minutesShown() != null && outside(paper.minutesShown(), from, below))
                .map(paper -> paper.fileRef() + " shows " + hours(paper.minutesShown())).toList();
        if (!shown.isEmpty()) {
            return new Found(FAILED, list(shown) + " a week, outside " + band(from, below));
        }
        for (var day : changes(facts)) {
            int minutes = facts.jobs().stream().mapToInt(job -> job.minutesOn(day)).sum();
            if (minutes > 0 && outside(minutes, from, below)) {
                return new Found(LOOK, "From " + Period.day(day) + " the job record has " + hours(minutes) + " a week, outside " + band(from, below));
            }
        }
        return facts.papers().stream().allMatch(paper -> paper.minutesShown() == null)
                ? new Found(LOOK, "The job record is inside " + band(from, below) + ", but no paper is noted as showing the hours")
                : new Found(PASSED, "The job record and the papers are inside " + band(from, below));
    }

    /** The days of the window on which a job or its hours begin, and the window's first day. */
    private static TreeSet<LocalDate> changes(Facts facts) {
        var days = new TreeSet<LocalDate>();
        days.add(facts.claim().windowFrom());
        facts.jobs().forEach(job -> {
            days.add(job.start());
            job.hours().forEach(hours -> days.add(hours.from()));
        });
        days.removeIf(day -> day.isBefore(facts.claim().windowFrom()) || day.isAfter(facts.claim().windowTo()));
        return days;
    }

    private static boolean outside(int minutes, Integer from, Integer below) {
        return from != null && minutes < from || below != null && minutes >= below;
    }

    private static String band(Integer from, Integer below) {
        if (below == null) {
            return "the band of " + hours(from) + " or more";
        }
        return from == null ? "the band of less than " + hours(below) : "the band of " + hours(from) + " to less than " + hours(below);
    }

    private static String hours(int minutes) {
        return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }

    private static Found obtainedAfterPeriod(Facts facts) {
        var early = facts.papers().stream().filter(paper -> paper.obtainedOn().isBefore(paper.coversTo())).map(PaperView::fileRef).toList();
        return early.isEmpty() ? new Found(PASSED, "No paper speaks of days after it was obtained")
                : new Found(LOOK, "Obtained before the end of the days it covers: " + list(early));
    }

    private static Found fileUsedOnce(Facts facts) {
        var again = facts.papers().stream().filter(PaperView::usedElsewhere).map(PaperView::fileRef).toList();
        return again.isEmpty() ? new Found(PASSED, "None of the files is on another claim")
                : new Found(LOOK, "The very same file is on another claim: " + list(again));
    }

    private static Found selfEmployment(Facts facts) {
        var own = facts.jobs().stream().filter(job -> job.kind().equals("SELF_EMPLOYED")).map(JobFact::jobRef).toList();
        if (own.isEmpty()) {
            return new Found(NOT_NEEDED, "No job of this claim is self-employed");
        }
        if (!facts.needs().selfEmploymentCounts()) {
            return new Found(FAILED, "The contract does not pay for self-employed work: " + list(own));
        }
        return facts.papers().stream().anyMatch(paper -> EvidenceTypes.showsSelfEmployment(paper.typeCode()))
                ? new Found(PASSED, "Accounts or invoices are there for " + list(own))
                : new Found(LOOK, "Self-employed work needs accounts or invoices: " + list(own));
    }

    private static Found workCounts(Facts facts) {
        if (facts.jobs().isEmpty()) {
            return new Found(NOT_NEEDED, "The outcome does not rest on a job");
        }
        var excluded = facts.jobs().stream().filter(job -> facts.needs().excludedWork().contains(job.kind()) || !job.competitive())
                .map(JobFact::jobRef).toList();
        if (!excluded.isEmpty()) {
            return new Found(FAILED, "Not work that the contract pays for: " + list(excluded));
        }
        var inside = facts.jobs().stream().filter(JobFact::insideSupplyChain).map(JobFact::jobRef).toList();
        return inside.isEmpty() ? new Found(PASSED, "Paid work, open to anybody, of a kind that counts")
                : new Found(LOOK, "The employer belongs to the contract's own supply chain: " + list(inside));
    }

    private static Found alternativeExplained(Facts facts) {
        var alternatives = facts.papers().stream().filter(paper -> facts.needs().alternatives().contains(paper.typeCode())).toList();
        if (alternatives.isEmpty()) {
            return new Found(NOT_NEEDED, "There is no alternative paper");
        }
        var bare = alternatives.stream().filter(paper -> paper.alternativeReason() == null).map(PaperView::fileRef).toList();
        return bare.isEmpty() ? new Found(LOOK, "Judge the reason given: " + alternatives.stream()
                        .map(paper -> paper.fileRef() + ", " + paper.alternativeReason().label()).collect(Collectors.joining("; ")))
                : new Found(FAILED, "No reason is given for " + list(bare));
    }

    private static Found employerContactBasis(Facts facts) {
        var contacts = facts.papers().stream().filter(paper -> paper.obtainedFrom() == PaperView.ObtainedFrom.EMPLOYER).toList();
        if (contacts.isEmpty()) {
            return new Found(NOT_NEEDED, "Nothing was asked of an employer");
        }
        if (facts.needs().employerBasis() == EmployerBasis.NONE) {
            return new Found(FAILED, "The record has no basis for contacting the employer: " + list(contacts.stream().map(PaperView::fileRef).toList()));
        }
        var other = contacts.stream().filter(paper -> paper.employerBasis() != facts.needs().employerBasis()).map(PaperView::fileRef).toList();
        return other.isEmpty() ? new Found(PASSED, facts.needs().employerBasis().label())
                : new Found(LOOK, "The record says: " + facts.needs().employerBasis().label() + ". Noted otherwise for " + list(other));
    }

    private static Found inTime(Facts facts) {
        return facts.on().isAfter(facts.sendBy()) ? new Found(FAILED, "The last day was " + Period.day(facts.sendBy()))
                : new Found(PASSED, "Sent in on " + Period.day(facts.on()) + "; the last day is " + Period.day(facts.sendBy()));
    }

    private static Found attemptsLeft(Facts facts) {
        int round = facts.evidence().round();
        int rounds = facts.needs().rounds();
        if (round > rounds) {
            return new Found(FAILED, "This is attempt " + round + " of " + rounds);
        }
        return new Found(PASSED, "This is attempt " + round + " of " + rounds + (round == rounds ? ": more cannot be asked for" : ""));
    }

    private static String list(List<String> references) {
        return String.join(", ", references);
    }
}
