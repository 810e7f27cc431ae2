package org.placewell.sustainment;

import org.placewell.shared.Transitions;

/** Where the support for one job stands. */
public enum SustainmentStatus {
    /** The job goes on and milestones lie ahead. */
    IN_WORK("In work"),
    /** The last milestone has been checked. */
    MILESTONES_DONE("All milestones checked"),
    /** The job has ended. */
    JOB_ENDED("The job has ended"),
    /** The referral has ended. */
    STOPPED("Support has ended");

    /** The one table of moves. */
    public static final Transitions<SustainmentStatus> MOVES = Transitions.of(SustainmentStatus.class)
            .from(IN_WORK, MILESTONES_DONE, JOB_ENDED, STOPPED)
            // A corrected record: the job goes on, or began later.
            .from(MILESTONES_DONE, IN_WORK)
            .from(JOB_ENDED, IN_WORK)
            .startingAt(IN_WORK);

    private final String label;

    SustainmentStatus(String label) {
        this.label = label;
    }

    /** In words, for the screen. */
    public String label() {
        return label;
    }
}
