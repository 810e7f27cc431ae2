package org.placewell.intake;

/** How far a person had come when they were brought in. */
public enum Stage {
    WAITING("waiting"),
    IN_SUPPORT("in support"),
    IN_WORK("in work");

    private final String word;

    Stage(String word) {
        this.word = word;
    }

    /** As the file says it. */
    public String word() {
        return word;
    }

    /** Whether an employment specialist works with the person. */
    boolean isSupported() {
        return this != WAITING;
    }
}
