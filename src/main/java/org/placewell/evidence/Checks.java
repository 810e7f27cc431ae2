package org.placewell.evidence;

import static org.placewell.evidence.CheckResult.Outcome.FAILED;
import static org.placewell.evidence.CheckResult.Outcome.LOOK;
import static org.placewell.evidence.CheckResult.Outcome.NOT_NEEDED;
import static org.placewell.evidence.CheckResult.Outcome.PASSED;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.placewell.evidence.EmployerWish.Grounds;

/**
 * The automatic checks, each a pure function from a claim's facts to a result with its explanation. They inform the validator
 * and decide nothing. Ideas from the neighbours' published rules: DWP provider guidance (deadlines, attempts, grounds for
 * contacting employers, excluded work and income), ESF data evidence requirements (preferred before alternative evidence).
 */
final class Checks {

    private static final List<Check> ALL = List.of(
            new Check("paperListed", "Is every paper of a kind the contract names?", PaperChecks::paperListed),
            new Check("datesMatchJobRecord", "Do the papers' dates fit the job record?", PaperChecks::datesMatchJobRecord),
            new Check("finalPaper", "Is there more than provisional evidence?", PaperChecks::finalPaper),
            new Check("windowCovered", "Do the papers cover the days they must?", PaperChecks::windowCovered),
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
     * @param grounds for each paper that came from an employer, on what grounds the employer could be asked on its day
     * @param on the day the evidence was, or would be, sent in
     * @param sendBy the last day for it
     */
    record Facts(EvidenceCaseView evidence, List<PaperView> papers, Map<String, Grounds> grounds, LocalDate on, LocalDate sendBy) {
        Coverage coverage() {
            return new Coverage(needs(), jobs());
        }

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
        var without = contacts.stream().filter(paper -> !facts.grounds().get(paper.fileRef()).held().contains(paper.employerBasis())).toList();
        if (!without.isEmpty()) {
            return new Found(FAILED, without.stream().map(paper -> paper.fileRef() + ": on " + Period.day(paper.obtainedOn()) + " "
                    + without(facts.grounds().get(paper.fileRef()), paper.employerBasis())).collect(Collectors.joining("; ")));
        }
        var unwanted = contacts.stream().filter(paper -> facts.grounds().get(paper.fileRef()).refused()).map(PaperView::fileRef).toList();
        return unwanted.isEmpty() ? new Found(PASSED, contacts.stream().map(paper -> paper.employerBasis().label()).distinct().collect(Collectors.joining("; ")))
                : new Found(LOOK, "The order for claimants allowed it, but the person did not want the employer told: " + list(unwanted));
    }

    private static String without(Grounds grounds, EmployerBasis claimed) {
        return claimed == EmployerBasis.CLAIMANT || grounds.why().isEmpty() ? "the record does not say that the person claims or claimed UC, ESA, IB or JSA"
                : grounds.why();
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
