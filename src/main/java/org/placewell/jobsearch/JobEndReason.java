package org.placewell.jobsearch;

/** Why a job ended. */
public enum JobEndReason {
    MOVED_TO_ANOTHER_JOB("Moved to another job"),
    RESIGNED("Resigned"),
    DISMISSED("Dismissed"),
    REDUNDANT("Made redundant"),
    FIXED_TERM_ENDED("The fixed term ended"),
    HEALTH("Could not go on for health reasons"),
    OTHER("Another reason");

    private final String label;

    JobEndReason(String label) {
        this.label = label;
    }

    /** In words, for the screen. */
    public String label() {
        return label;
    }
}
