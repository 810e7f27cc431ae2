package org.placewell.evidence;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.placewell.shared.Problem;

/** What must be said about a paper before it is taken. Pure. */
final class PaperRules {

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    private static final long MOST_PENCE = 100_000_000;
    private static final Pattern NUMBER = Pattern.compile("[A-Z0-9/.-]{1,40}");

    private PaperRules() {}

    /** @throws Problem naming the first field that is missing or impossible */
    static void check(PaperSheet sheet, NewPaper paper, LocalDate today) {
        need(paper.typeCode() != null && sheet.takes(paper.typeCode()), "typeCode", "Choose what the paper is");
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
        shows(paper.shows());
        need(paper.jobRef() == null || sheet.jobs().stream().anyMatch(job -> job.jobRef().equals(paper.jobRef())), "jobRef",
                "Choose one of the jobs in the list");
        var detail = paper.alternativeDetail() == null ? "" : paper.alternativeDetail();
        need(detail.length() <= 500, "alternativeDetail", "The explanation must be 500 characters or fewer");
        need(!sheet.needsReason(paper.typeCode()) || paper.alternativeReason() != null, "alternativeReason",
                "Choose why the evidence that the contract prefers cannot be had");
        boolean fromEmployer = paper.obtainedFrom() == PaperView.ObtainedFrom.EMPLOYER;
        need(!fromEmployer || paper.employerBasis() != null, "employerBasis",
                "Choose on what legal basis the employer was contacted. Without one, this paper cannot be used");
        need(!fromEmployer || sheet.jobs().size() < 2 || paper.jobRef() != null, "jobRef", "Choose the job whose employer gave you the paper");
    }

    /** What is noted as readable on the paper must be possible. */
    private static void shows(NewPaper.Shows shows) {
        need(shows.minutes() == null || shows.minutes() > 0 && shows.minutes() <= 7 * 24 * 60, "minutesShown", "Hours a week must be between 0 and 168");
        need(shows.payPence() == null || shows.payPence() > 0 && shows.payPence() <= MOST_PENCE, "payShown", "Pay must be more than £0 and at most £1,000,000");
        need(shows.number() == null || NUMBER.matcher(shows.number()).matches(), "paperNumber",
                "The number may have letters, digits, dots, hyphens and slashes, at most 40 in all");
    }

    private static void need(boolean met, String field, String message) {
        if (!met) {
            throw Problem.at(field, "paper-" + field, message);
        }
    }
}
