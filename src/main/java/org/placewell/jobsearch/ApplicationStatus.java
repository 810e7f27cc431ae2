package org.placewell.jobsearch;

import org.placewell.shared.Transitions;

/** Where an application for a job stands. */
public enum ApplicationStatus {
    SENT("Sent, no answer yet"),
    INTERVIEW("Invited to an interview"),
    OFFERED("Offered the job"),
    NOT_SUCCESSFUL("Not successful"),
    WITHDRAWN("Withdrawn or turned down");

    /** The one table of moves. */
    public static final Transitions<ApplicationStatus> MOVES = Transitions.of(ApplicationStatus.class)
            .from(SENT, INTERVIEW, OFFERED, NOT_SUCCESSFUL, WITHDRAWN)
            .from(INTERVIEW, OFFERED, NOT_SUCCESSFUL, WITHDRAWN)
            .from(OFFERED, WITHDRAWN)
            .startingAt(SENT);

    private final String label;

    ApplicationStatus(String label) {
        this.label = label;
    }

    /** In words, for the screen. */
    public String label() {
        return label;
    }
}
