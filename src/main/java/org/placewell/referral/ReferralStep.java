package org.placewell.referral;

import java.time.Instant;

/**
 * One change of status, for the tracker.
 *
 * @param actor the login name of who did it
 * @param detail references, codes and dates only
 */
public record ReferralStep(Instant at, ReferralStatus status, String actor, String detail) {}
