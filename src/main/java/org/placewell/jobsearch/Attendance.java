package org.placewell.jobsearch;

/** What became of an appointment. Only {@link #ATTENDED} counts towards engagement. */
public enum Attendance {
    PLANNED("Planned"),
    ATTENDED("Attended"),
    DID_NOT_ATTEND("Did not attend"),
    CANCELLED_BY_PERSON("Cancelled by the person"),
    CANCELLED_BY_US("Cancelled by us");

    private final String label;

    Attendance(String label) {
        this.label = label;
    }

    /** In words, for the screen. */
    public String label() {
        return label;
    }
}
