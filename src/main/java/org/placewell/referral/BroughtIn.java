package org.placewell.referral;

import java.time.LocalDate;

/**
 * A referral that began elsewhere, as it stands on the day it is brought in. Texts are never null.
 *
 * @param rowKey the person's key in the earlier system: a contract takes one in once
 * @param referrer the login name of the clinician, or of whoever brings the person in; empty where nobody is named and the clinicians of the
 *     clinical team speak together
 * @param team the employment team's id
 * @param acceptedOn the day the person joined the waiting list, or support began when nobody knows of a wait; null of a referral to triage
 * @param specialist the employment specialist's login name; null while the person waits
 * @param supportSince the day support began; null while the person waits
 * @param claimsFrom outcomes reached on this day or later are claimed here, earlier ones never
 */
public record BroughtIn(
        String rowKey, String contractRef, NewReferral.Who who, String clinicalTeam, String team, String referrer, String conditionGroup,
        LocalDate referredOn, LocalDate consentOn, boolean evidence, boolean employers, LocalDate acceptedOn, String specialist,
        LocalDate supportSince, NewReferral.Work work, AboutPerson about, LocalDate claimsFrom) {

    /** Where the referral stands. */
    ReferralStatus status() {
        return supportSince != null ? ReferralStatus.IN_SUPPORT : acceptedOn != null ? ReferralStatus.WAITING : ReferralStatus.RECEIVED;
    }
}
