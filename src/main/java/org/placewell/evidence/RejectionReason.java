package org.placewell.evidence;

/** Why evidence was not accepted, or why a claim's evidence was closed: a closed list, shown to the provider. */
public enum RejectionReason {
    NOT_WHAT_THE_RULE_ASKS("The papers do not show what the payment rule asks for"),
    WINDOW_NOT_COVERED("The papers do not cover the whole period"),
    HOURS_OUTSIDE_BAND("The hours shown are outside the band claimed"),
    WRONG_PERSON("The papers are about another person"),
    NOT_GENUINE("The papers cannot be relied on"),
    USED_BEFORE("The same paper has been used for another claim"),
    WORK_NOT_COUNTED("This kind of work does not count under the contract"),
    NO_BASIS_FOR_CONTACT("The employer was contacted without a legal basis"),
    NO_REASON_FOR_ALTERNATIVE("There is no good reason for using alternative evidence"),
    DEADLINE_PASSED("The evidence did not arrive in time"),
    DISPUTE_NOT_RAISED("The rejection was not disputed in time"),
    NO_LONGER_PAYABLE("Corrected facts took away what the claim rested on"),
    REPLACED("A claim for a better outcome took its place");

    private final String label;

    RejectionReason(String label) {
        this.label = label;
    }

    /** The words on screen. */
    public String label() {
        return label;
    }

    /** The reason's code in forms: {@code wrongPerson}. */
    public String code() {
        return Words.lowerCamelCase(name());
    }

    /** Whether a validator may choose it; the others come about by themselves. */
    public boolean isForValidators() {
        return ordinal() < DEADLINE_PASSED.ordinal();
    }

    /** The reason for a form's code. */
    public static RejectionReason ofCode(String code) {
        return valueOf(Words.constant(code));
    }
}
