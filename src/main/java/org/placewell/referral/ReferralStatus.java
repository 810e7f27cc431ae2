package org.placewell.referral;

import org.placewell.shared.Transitions;

/** Where a referral stands; stored as text, checked by the database, moved only along {@link #MOVES}. */
public enum ReferralStatus {
    /** With the team leader for triage. */
    RECEIVED("Being looked at"),
    /** With the referrer, who has been asked a question. */
    WITH_REFERRER("Waiting for an answer from the referrer"),
    /** Handed back to the referrer with a reason and advice. */
    HANDED_BACK("Handed back with advice"),
    /** The same person's earlier referral goes on instead. */
    DUPLICATE("Joined with an earlier referral"),
    /** In the comparison group of a trial. */
    USUAL_CARE("Usual care, as the trial allocated"),
    /** On the waiting list. */
    WAITING("On the waiting list"),
    /** A place has been offered and not yet answered. */
    OFFERED("A place has been offered"),
    /** With an employment specialist. */
    IN_SUPPORT("With an employment specialist"),
    /** Left the waiting list before a place was taken. */
    LEFT_LIST("Left the waiting list"),
    /** Support has ended. */
    ENDED("Ended");

    /** The one table of moves. */
    public static final Transitions<ReferralStatus> MOVES = Transitions.of(ReferralStatus.class)
            .from(RECEIVED, WITH_REFERRER, HANDED_BACK, DUPLICATE, USUAL_CARE, WAITING, ENDED)
            .from(WITH_REFERRER, RECEIVED, ENDED)
            .from(WAITING, OFFERED, LEFT_LIST, ENDED)
            .from(OFFERED, WAITING, IN_SUPPORT, LEFT_LIST, ENDED)
            .from(IN_SUPPORT, ENDED)
            .startingAt(RECEIVED);

    private final String label;

    ReferralStatus(String label) {
        this.label = label;
    }

    /** The status in plain words. */
    public String label() {
        return label;
    }

    /** Whether triage still decides, and may ask the clinical side. */
    public boolean inTriage() {
        return this == RECEIVED || this == WITH_REFERRER;
    }

    /** Whether the referral is still going on; at most one open referral per person and contract. */
    public boolean isOpen() {
        return !MOVES.isFinal(this);
    }
}
