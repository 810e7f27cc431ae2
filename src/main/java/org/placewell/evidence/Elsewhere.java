package org.placewell.evidence;

/**
 * Where else a file or a pay period turns up. It never tells whose claim that is: a validator sees the claim in hand and nothing
 * else.
 */
public enum Elsewhere {
    /** Nowhere else. */
    NOWHERE,
    /** On another outcome of the same person under the same contract: milestones of one job overlap by their nature. */
    SAME_CASE,
    /** On a claim for the same person under another contract or an earlier referral: the same work may be paid for twice. */
    SAME_PERSON,
    /** On a claim for another person. */
    OTHER_PERSON
}
