package org.placewell.referral;

import java.time.LocalDate;
import org.placewell.security.Actor;

/** Tells a referrer where a referral stands, in plain words: each room on the way answers for its own statuses. */
public interface WhereItStands {

    /** Whether this room answers for the status. */
    boolean knows(ReferralStatus status);

    /** Where the referral stands now. */
    Standing of(ReferralView referral, Actor actor);

    /**
     * @param sentence what is happening
     * @param who has it now; empty when nobody needs to do anything
     * @param byWhen the day by which the next thing happens; null when there is none
     * @param more advice, or the question asked; may be empty
     */
    record Standing(String sentence, String who, LocalDate byWhen, String more) {}
}
