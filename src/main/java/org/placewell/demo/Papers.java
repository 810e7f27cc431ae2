package org.placewell.demo;

import java.time.LocalDate;
import java.util.List;
import org.placewell.evidence.EmployerBasis;
import org.placewell.evidence.EvidenceCaseView;
import org.placewell.evidence.JobFact;
import org.placewell.evidence.NewPaper;
import org.placewell.evidence.PaperView.ObtainedFrom;
import org.placewell.evidence.PaperView.ObtainedHow;
import org.placewell.shared.Pence;

/** Writes the paper that a fictional specialist would bring for a claim: what the contract prefers, for the days of the window. */
final class Papers {

    private Papers() {}

    /** The paper for a claim, obtained today; {@code number} makes its file differ from every other one. */
    static NewPaper forClaim(EvidenceCaseView evidence, LocalDate today, int number) {
        var claim = evidence.claim();
        var needs = claim.requirements();
        var type = needs.preferred().stream().filter(code -> !claim.jobs().isEmpty() || !code.contains("payslip")).findFirst()
                .orElse(needs.preferred().get(0));
        var job = claim.jobs().isEmpty() ? null : claim.jobs().get(claim.jobs().size() - 1);
        var from = job == null ? claim.windowFrom() : claim.jobs().stream().map(JobFact::start).min(LocalDate::compareTo).orElseThrow();
        var first = from.isAfter(claim.windowFrom()) ? from : claim.windowFrom();
        int minutes = job == null ? 0 : job.minutesOn(claim.windowTo()) > 0 ? job.minutesOn(claim.windowTo()) : job.minutesOn(job.start());
        boolean employer = job != null && type.startsWith("employer");
        return new NewPaper(type, employer ? job.jobRef() : null, first, claim.windowTo(),
                employer ? ObtainedFrom.EMPLOYER : job == null ? ObtainedFrom.OWN_RECORD : ObtainedFrom.CLIENT, job == null ? ObtainedHow.IN_PERSON : ObtainedHow.EMAIL, today, null, null, "", employer ? EmployerBasis.CONSENT : null,
                new NewPaper.Shows(minutes > 0 ? minutes : null, null, null, java.util.Set.of()),
                type + "-" + number + ".pdf", "application/pdf", file(type, evidence, first, minutes, number));
    }

    /** The payslip of the first four weeks in a job, got in the fifth. */
    static NewPaper early(String type, String jobRef, String person, LocalDate since, LocalDate today, int number) {
        var to = since.plusDays(27);
        return new NewPaper(type, jobRef, since, to, ObtainedFrom.CLIENT, ObtainedHow.PHOTOGRAPHED, today, null, null, "", null,
                new NewPaper.Shows(16 * 60, 72_000L, "PS" + 10_000 * (number + 1), java.util.Set.of()), "first-payslip.pdf", "application/pdf",
                SamplePapers.payslip(person, Employers.name(number) + ", first pay record " + number, since, to, 16 * 60, Pence.of(72_000)));
    }

    private static byte[] file(String type, EvidenceCaseView evidence, LocalDate from, int minutes, int number) {
        var claim = evidence.claim();
        var to = claim.windowTo();
        if (claim.jobs().isEmpty()) {
            return SamplePapers.signed(words(type), claim.clientName(), to, List.of("Record number " + number, "For the time to " + to));
        }
        var employer = Employers.name(number);
        return type.startsWith("employer") ? SamplePapers.employerLetter(claim.clientName(), employer, Employers.job(number), from, to, minutes)
                : SamplePapers.payslip(claim.clientName(), employer + ", pay record " + number, from, to, minutes, Pence.of(minutes * 25L));
    }

    private static String words(String type) {
        var text = type.replace('-', ' ');
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
