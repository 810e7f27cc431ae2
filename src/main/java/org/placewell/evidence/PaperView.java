package org.placewell.evidence;

import java.time.Instant;
import java.time.LocalDate;
import org.placewell.shared.Pence;

/**
 * One paper of a claim: what it is, what it covers, and how and when it was obtained (DWP's provider guidance, chapter 5,
 * asks for the last two).
 *
 * @param fileRef the public reference of the paper and its file
 * @param typeCode what it is, as the contract names it
 * @param claimRef the claim it is on; null while it waits for one
 * @param jobRef the job it is about; null for all of them, or for none
 * @param obtainedBy the login name of whoever got it
 * @param alternativeReason why no preferred paper can be had; null for a preferred one
 * @param employerBasis on what ground the employer was contacted; null when none was
 * @param shows what can be read on it
 * @param recordedBy the login name of whoever put it on the claim
 * @param sameFile where else the very same file is
 * @param samePeriod where else pay for the same days is shown
 */
public record PaperView(
        String fileRef, String claimRef, int round, String typeCode, String jobRef, LocalDate coversFrom, LocalDate coversTo,
        ObtainedFrom obtainedFrom, ObtainedHow obtainedHow, LocalDate obtainedOn, String obtainedBy, AlternativeReason alternativeReason,
        String alternativeDetail, EmployerBasis employerBasis, NewPaper.Shows shows, String fileName, String mediaType, int sizeBytes,
        String sha256, String recordedBy, Instant recordedAt, Elsewhere sameFile, Elsewhere samePeriod) {

    /** Who the paper came from. */
    public enum ObtainedFrom {
        CLIENT("The person"),
        EMPLOYER("The employer"),
        PAYROLL("A payroll office or HMRC"),
        ACCOUNTANT("An accountant"),
        OWN_RECORD("Our own record");

        private final String label;

        ObtainedFrom(String label) {
            this.label = label;
        }

        /** The entry for a form's code, such as {@code inPerson}; null for an empty one. */
        public static ObtainedFrom ofCode(String code) {
            return code.isEmpty() ? null : valueOf(Words.constant(code));
        }

        /** The words on screen. */
        public String label() {
            return label;
        }
    }

    /** How it reached us. */
    public enum ObtainedHow {
        IN_PERSON("In person"),
        EMAIL("By e-mail"),
        POST("By post"),
        DOWNLOADED("Downloaded"),
        PHOTOGRAPHED("Photographed");

        private final String label;

        ObtainedHow(String label) {
            this.label = label;
        }

        /** The entry for a form's code, such as {@code inPerson}; null for an empty one. */
        public static ObtainedHow ofCode(String code) {
            return code.isEmpty() ? null : valueOf(Words.constant(code));
        }

        /** The words on screen. */
        public String label() {
            return label;
        }
    }

    /** Why an alternative had to do: it may not be a matter of convenience (ESF data evidence requirements). */
    public enum AlternativeReason {
        EMPLOYER_REFUSED("The employer will not give one"),
        CLIENT_REFUSED_CONTACT("The person does not want the employer to be asked"),
        EMPLOYER_CLOSED("The employer has closed"),
        NOT_ISSUED("The employer does not issue any"),
        LOST("It was lost and cannot be replaced");

        private final String label;

        AlternativeReason(String label) {
            this.label = label;
        }

        /** The entry for a form's code, such as {@code inPerson}; null for an empty one. */
        public static AlternativeReason ofCode(String code) {
            return code.isEmpty() ? null : valueOf(Words.constant(code));
        }

        /** The words on screen. */
        public String label() {
            return label;
        }
    }

    /** What the paper is, in words. */
    public String type() {
        return EvidenceTypes.label(typeCode);
    }

    /** The days it covers. */
    public Period covers() {
        return new Period(coversFrom, coversTo);
    }

    /** The working time a week that it shows, in minutes; null when it shows none. */
    public Integer minutesShown() {
        return shows.minutes();
    }

    /** Pay before deductions that it shows; null when it shows none. */
    public Pence pay() {
        return shows.payPence() == null ? null : Pence.of(shows.payPence());
    }

    /** Whether it speaks of that job: of it, or of all jobs. */
    public boolean about(String job) {
        return jobRef == null || jobRef.equals(job);
    }

    /** Whether the very same file is on a claim for somebody else, or for the same work under another contract. */
    public boolean usedElsewhere() {
        return sameFile.compareTo(Elsewhere.SAME_CASE) > 0;
    }

    /** Whether a browser can show it as a picture. */
    public boolean isPicture() {
        return mediaType.startsWith("image/");
    }
}
