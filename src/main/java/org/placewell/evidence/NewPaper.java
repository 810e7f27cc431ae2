package org.placewell.evidence;

import java.time.LocalDate;
import java.util.Set;
import org.placewell.contract.domain.IncomeKind;
import org.placewell.evidence.PaperView.AlternativeReason;
import org.placewell.evidence.PaperView.ObtainedFrom;
import org.placewell.evidence.PaperView.ObtainedHow;

/**
 * A paper as a specialist adds it.
 *
 * @param typeCode one of the claim's evidence types
 * @param jobRef the job it is about; null for all of them, or for none
 * @param obtainedBy the login name of the colleague who got it; null for whoever adds it
 * @param alternativeReason needed when the type is an alternative; otherwise null
 * @param employerBasis needed when the paper came from the employer; otherwise null
 * @param fileName the file's name with its ending, as chosen
 * @param declaredType the media type the browser declared; may be null or {@code application/octet-stream} for unknown
 * @param bytes the file itself, as it came
 */
public record NewPaper(
        String typeCode, String jobRef, LocalDate coversFrom, LocalDate coversTo, ObtainedFrom obtainedFrom, ObtainedHow obtainedHow,
        LocalDate obtainedOn, String obtainedBy, AlternativeReason alternativeReason, String alternativeDetail, EmployerBasis employerBasis,
        Shows shows, String fileName, String declaredType, byte[] bytes) {

    /** A paper about every job, got by whoever adds it, that shows weekly minutes at most. */
    public NewPaper(String typeCode, LocalDate coversFrom, LocalDate coversTo, ObtainedFrom obtainedFrom, ObtainedHow obtainedHow,
            LocalDate obtainedOn, AlternativeReason alternativeReason, String alternativeDetail, EmployerBasis employerBasis, Integer minutesShown,
            String fileName, String declaredType, byte[] bytes) {
        this(typeCode, null, coversFrom, coversTo, obtainedFrom, obtainedHow, obtainedOn, null, alternativeReason, alternativeDetail, employerBasis,
                new Shows(minutesShown, null, null, Set.of()), fileName, declaredType, bytes);
    }

    /** The same paper, about that job. */
    NewPaper about(String job) {
        return new NewPaper(typeCode, job, coversFrom, coversTo, obtainedFrom, obtainedHow, obtainedOn, obtainedBy, alternativeReason,
                alternativeDetail, employerBasis, shows, fileName, declaredType, bytes);
    }

    /**
     * What can be read on a paper; null for what it does not show.
     *
     * @param minutes working time a week, in minutes
     * @param payPence pay before deductions, in pence
     * @param number the number printed on it, such as a payslip's
     * @param otherIncome money on it that is not pay for the work
     */
    public record Shows(Integer minutes, Long payPence, String number, Set<IncomeKind> otherIncome) {

        public Shows {
            otherIncome = Set.copyOf(otherIncome);
        }
    }
}
