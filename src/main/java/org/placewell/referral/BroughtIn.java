package org.placewell.referral;

import java.time.LocalDate;

/**
 * A referral that began elsewhere, as it stands on the day it is brought in. Texts are never null.
 *
 * @param rowKey the person's key in the earlier system: a contract takes one in once
 * @param referrer the login name of the clinician, or of whoever brings the person in
 * @param team the employment team's id
 * @param acceptedOn the day the person joined the waiting list, or support began when nobody knows of a wait
 * @param specialist the employment specialist's login name; null while the person waits
 * @param supportSince the day support began; null while the person waits
 * @param inWorkAtReferral whether the person had the job already when referred
 * @param claimsFrom outcomes reached on this day or later are claimed here, earlier ones never
 */
public record BroughtIn(
        String rowKey, String contractRef, NewReferral.Who who, String clinicalTeam, String team, String referrer, String conditionGroup,
        LocalDate referredOn, LocalDate consentOn, boolean evidence, boolean employers, LocalDate acceptedOn, String specialist,
        LocalDate supportSince, boolean inWorkAtReferral, LocalDate claimsFrom) {

    /** Where the referral stands. */
    ReferralStatus status() {
        return supportSince == null ? ReferralStatus.WAITING : ReferralStatus.IN_SUPPORT;
    }
}
