package org.placewell.referral;

/**
 * A referral has ended, from any part of the pathway.
 *
 * @param reason the {@link EndReason}'s code
 */
public record ReferralEnded(String referralRef, String reason) {}
