package org.placewell.evidence;

import static org.placewell.evidence.CheckResult.Outcome.FAILED;
import static org.placewell.evidence.CheckResult.Outcome.LOOK;
import static org.placewell.evidence.CheckResult.Outcome.NOT_NEEDED;
import static org.placewell.evidence.CheckResult.Outcome.PASSED;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/**
 * The automatic checks, each a pure function from a claim's facts to a result with its explanation. They inform the validator
 * and decide nothing. Ideas from the neighbours' published rules: DWP provider guidance (deadlines, attempts, grounds for
 * contacting employers, excluded work and income), ESF data evidence requirements (preferred before alternative evidence).
 */
final class Checks {

    private static final List<Check> ALL = List.of(
            new Check("paperListed", "Is every paper of a kind the contract names?", PaperChecks::paperListed),
            new Check("datesMatchJobRecord", "Do the papers' dates fit the job record?", PaperChecks::datesMatchJobRecord),
            new Check("windowCovered", "Do the papers cover the whole period?", PaperChecks::windowCovered),
            new Check("hoursInBand", "Are the hours inside the band?", WorkChecks::hoursInBand),
            new Check("obtainedAfterPeriod", "Was each paper obtained after the period it covers?", PaperChecks::obtainedAfterPeriod),
            new Check("otherIncome", "Is all the money shown pay for the work?", PaperChecks::otherIncome),
            new Check("fileUsedOnce", "Is no file used for another claim?", PaperChecks::fileUsedOnce),
            new Check("periodUsedOnce", "Is pay for the same days used nowhere else?", PaperChecks::periodUsedOnce),
            new Check("selfEmployment", "Is self-employed work shown as the contract asks?", WorkChecks::selfEmployment),
            new Check("workCounts", "Is the work of a kind that counts?", WorkChecks::workCounts),
            new Check("supplyChain", "Is the employer outside the contract's supply chain?", WorkChecks::supplyChain),
            new Check("alternativeExplained", "Is there a reason for each alternative paper?", PaperChecks::alternativeExplained),
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

    private record Check(String code, String title, Function<Facts, Found> function) {}

    /** What a check found: references, dates, hours and amounts only, never a name. */
    record Found(CheckResult.Outcome outcome, String explanation) {}

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

    /** References in a row. */
    static String list(List<String> references) {
        return String.join(", ", references);
    }
}
