package org.placewell.referral;

import java.util.List;

/**
 * Two records of one person have been joined or separated.
 *
 * @param referralRefs the referrals of the people concerned: those that went over, and the ones at which it was decided
 */
public record RecordsMoved(List<String> referralRefs) {}
