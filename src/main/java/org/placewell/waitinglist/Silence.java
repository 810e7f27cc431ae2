package org.placewell.waitinglist;

import org.placewell.referral.Outreach;

/**
 * What has been in vain since somebody last spoke to a waiting person. Nobody leaves the list for it before so many offers were not answered
 * as the contract says, and somebody has tried on as many days, in more than one way.
 *
 * @param offersMissed offers without an answer
 * @param needed so many offers and so many days of attempts, one or more
 * @param tried the attempts without an answer
 */
public record Silence(int offersMissed, int needed, Outreach tried) {

    /** Whether the person may be taken off the list without having been heard. */
    public boolean enough() {
        return offersMissed >= needed && tried.enough();
    }
}
