package org.placewell.sustainment;

import org.placewell.shared.Transitions;

/** Where one milestone of a job stands. */
public enum MilestoneStatus {
    /** Still to come, or due and not checked yet. */
    AHEAD("To come"),
    /** Checked by the specialist; about to be recorded. */
    CHECKED("Checked"),
    /** So many weeks in the job. */
    RECORDED("Reached"),
    /** The job or the support ended before. */
    MISSED("Not reached");

    /** The one table of moves. */
    public static final Transitions<MilestoneStatus> MOVES = Transitions.of(MilestoneStatus.class)
            .from(AHEAD, CHECKED, RECORDED, MISSED)
            .from(CHECKED, RECORDED, MISSED)
            // A corrected record: what was settled by wrong dates is settled again.
            .from(RECORDED, AHEAD, MISSED)
            .from(MISSED, AHEAD, RECORDED)
            .startingAt(AHEAD);

    private final String label;

    MilestoneStatus(String label) {
        this.label = label;
    }

    /** In words, for the screen. */
    public String label() {
        return label;
    }
}
