package org.placewell.evidence;

/**
 * On what ground an employer may be asked about a person. DWP's provider guidance (chapter 5): without consent only for
 * claimants and former claimants of UC, ESA, IB or JSA; never otherwise.
 */
public enum EmployerBasis {
    /** The person has agreed that employers are contacted, and that this one is told. */
    CONSENT("The person has agreed"),
    /** The person claims or has claimed UC, ESA, IB or JSA. */
    CLAIMANT("The person is or was a claimant of UC, ESA, IB or JSA");

    private final String label;

    EmployerBasis(String label) {
        this.label = label;
    }

    /** The entry for a form's code; null for an empty one. */
    public static EmployerBasis ofCode(String code) {
        return code.isEmpty() ? null : valueOf(Words.constant(code));
    }

    /** The words on screen. */
    public String label() {
        return label;
    }
}
