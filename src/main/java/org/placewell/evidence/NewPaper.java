package org.placewell.evidence;

import java.time.LocalDate;
import org.placewell.evidence.PaperView.AlternativeReason;
import org.placewell.evidence.PaperView.ObtainedFrom;
import org.placewell.evidence.PaperView.ObtainedHow;

/**
 * A paper as a specialist adds it.
 *
 * @param typeCode one of the claim's evidence types
 * @param alternativeReason needed when the type is an alternative; otherwise null
 * @param employerBasis needed when the paper came from the employer; otherwise null
 * @param minutesShown working time a week that the paper shows, in minutes; null when it shows none
 * @param fileName the file's name with its ending, as chosen
 * @param declaredType the media type the browser declared; may be null or {@code application/octet-stream} for unknown
 * @param bytes the file itself, as it came
 */
public record NewPaper(
        String typeCode, LocalDate coversFrom, LocalDate coversTo, ObtainedFrom obtainedFrom, ObtainedHow obtainedHow, LocalDate obtainedOn,
        AlternativeReason alternativeReason, String alternativeDetail, EmployerBasis employerBasis, Integer minutesShown,
        String fileName, String declaredType, byte[] bytes) {}
