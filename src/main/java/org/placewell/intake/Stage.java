package org.placewell.intake;

/** How far a person had come when they were brought in, and so where they go. */
public enum Stage {
    TO_TRIAGE("to triage", "Triage: referrals that nobody has decided yet"),
    WAITING("waiting", "The waiting list"),
    IN_SUPPORT("in support", "The caseload: in support"),
    IN_WORK("in work", "The caseload: in work");

    private final String word;
    private final String goesTo;

    Stage(String word, String goesTo) {
        this.word = word;
        this.goesTo = goesTo;
    }

    /** Where people of this stage go, in words. */
    public String goesTo() {
        return goesTo;
    }

    /** As the file says it. */
    public String word() {
        return word;
    }

    /** Whether an employment specialist works with the person. */
    boolean isSupported() {
        return this == IN_SUPPORT || this == IN_WORK;
    }
}
