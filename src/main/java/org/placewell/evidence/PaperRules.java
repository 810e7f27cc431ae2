package org.placewell.evidence;

import java.time.LocalDate;
import org.placewell.shared.Problem;

/** What must be said about a paper before it is taken. Pure. */
final class PaperRules {

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    private PaperRules() {}

    /** @throws Problem naming the first field that is missing or impossible */
    static void check(NewEvidenceCase claim, NewPaper paper, LocalDate today) {
        var needs = claim.requirements();
        need(paper.typeCode() != null && Checklist.named(needs, paper.typeCode()), "typeCode", "Choose what the paper is");
        need(paper.coversFrom() != null, "coversFrom", "Enter the first day the paper covers");
        need(paper.coversTo() != null, "coversTo", "Enter the last day the paper covers");
        need(!paper.coversFrom().isBefore(EARLIEST), "coversFrom", "The first day must be after 1 January 2000");
        need(!paper.coversTo().isBefore(paper.coversFrom()), "coversTo", "The last day must be the same as or after the first day");
        need(!paper.coversTo().isAfter(today.plusYears(1)), "coversTo", "The last day must be within a year from now");
        need(paper.obtainedFrom() != null, "obtainedFrom", "Choose who the paper came from");
        need(paper.obtainedHow() != null, "obtainedHow", "Choose how the paper reached you");
        need(paper.obtainedOn() != null, "obtainedOn", "Enter the day you got the paper");
        need(!paper.obtainedOn().isAfter(today), "obtainedOn", "The day you got the paper must be today or in the past");
        need(!paper.obtainedOn().isBefore(EARLIEST), "obtainedOn", "The day you got the paper must be after 1 January 2000");
        need(paper.minutesShown() == null || paper.minutesShown() > 0 && paper.minutesShown() <= 7 * 24 * 60, "minutesShown",
                "Hours a week must be between 0 and 168");
        var detail = paper.alternativeDetail() == null ? "" : paper.alternativeDetail();
        need(detail.length() <= 500, "alternativeDetail", "The explanation must be 500 characters or fewer");
        need(!needs.alternatives().contains(paper.typeCode()) || paper.alternativeReason() != null, "alternativeReason",
                "Choose why the evidence that the contract prefers cannot be had");
        boolean fromEmployer = paper.obtainedFrom() == PaperView.ObtainedFrom.EMPLOYER;
        need(!fromEmployer || paper.employerBasis() == EmployerBasis.CONSENT || paper.employerBasis() == EmployerBasis.CLAIMANT, "employerBasis",
                "Choose on what legal basis the employer was contacted. Without one, this paper cannot be used");
    }

    private static void need(boolean met, String field, String message) {
        if (!met) {
            throw Problem.at(field, "paper-" + field, message);
        }
    }
}
