package org.placewell.referral;

import java.util.List;
import org.placewell.security.Actor;

/**
 * Facts by which decision tables judged these referrals have been put right: whoever asked a table asks it again, and says what is different.
 * Asked in the order of the pathway: fit with the contract, support needed, place on the waiting list.
 *
 * @param by who put the facts right: what follows carries their name
 */
public record DecideAgain(List<String> referralRefs, Actor by) {

    /** First: whether the person fits the contract. */
    public static final int ELIGIBILITY = 1;
    /** Then: the support needed, which decides on the priority. */
    public static final int NEED = 2;
    /** Last: the place on the waiting list. */
    public static final int PRIORITY = 3;
}
