package org.placewell.referral;

import java.time.LocalDate;

/**
 * A referral has ended, from any part of the pathway.
 *
 * @param reason the {@link EndReason}'s code
 * @param on the day of the end, which may lie before the day on which it was recorded
 */
public record ReferralEnded(String referralRef, String reason, LocalDate on) {}
