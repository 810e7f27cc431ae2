package org.placewell.evidence;

/** What a validator may ask for when the evidence is not enough yet. */
public enum NeededCode {
    MISSING_PERIOD("Papers for the days that are not covered"),
    READABLE_COPY("A readable copy"),
    PERSON_NAMED("A paper that names the person"),
    EMPLOYER_NAMED("A paper that names the employer"),
    HOURS_SHOWN("A paper that shows the hours worked"),
    EARNINGS_SHOWN("A paper that shows the earnings"),
    REASON_FOR_ALTERNATIVE("A better reason for the alternative evidence"),
    PREFERRED_EVIDENCE("The evidence that the contract prefers");

    private final String label;

    NeededCode(String label) {
        this.label = label;
    }

    /** The words on screen. */
    public String label() {
        return label;
    }

    /** The code in forms: {@code missingPeriod}. */
    public String code() {
        return Words.lowerCamelCase(name());
    }

    /** The entry for a form's code. */
    public static NeededCode ofCode(String code) {
        return valueOf(Words.constant(code));
    }
}
