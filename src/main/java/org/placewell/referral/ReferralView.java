package org.placewell.referral;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A referral as other rooms read it. Clinical reason and risk notes are not in it: {@link Referrals#health}.
 *
 * @param contractVersion the version in force when it was submitted: pinned for good
 * @param clinicalTeam the id of the referring team
 * @param team the id of the employment team that serves it
 * @param specialist the login name of the employment specialist; null before a place is taken
 * @param referredOn the London date of the submission
 * @param acceptedOn the date triage accepted it; null before
 * @param area where the person lives, as an option code of the contract; may be null
 * @param need the support needed, graded at acceptance: lower, medium or higher; null before
 * @param endReason null while it goes on
 */
public record ReferralView(
        String ref, Person person, String contractRef, int contractVersion, String clinicalTeam, String team, String referrer,
        String specialist, ReferralStatus status, Instant receivedAt, LocalDate referredOn, LocalDate acceptedOn, String area,
        NewReferral.Work work, Consents consents, String need, EndReason endReason, LocalDate endedOn) {

    /**
     * The person referred. Never for process variables, logs, addresses or messages.
     *
     * @param id the person's own key: the same over all their referrals
     * @param nhsNumber ten digits; null when unknown
     * @param wishes how the person would like to be supported, as far as they said
     * @param version what a correction must name, so that two people do not overwrite one another
     */
    public record Person(
            long id, String givenName, String familyName, LocalDate birthDate, String nhsNumber, String phone, String email, int version,
            AboutPerson.Wishes wishes) {

        /** Given and family name. */
        public String name() {
            return givenName + " " + familyName;
        }

        /** The NHS number as it is read aloud, 3-3-4; words when there is none. */
        public String groupedNumber() {
            return nhsNumber == null ? "Not known" : new org.placewell.shared.NhsNumber(nhsNumber).toString();
        }

        /** Completed years on a day. */
        public int ageOn(LocalDate day) {
            return java.time.Period.between(birthDate, day).getYears();
        }
    }

    /** What the person agreed to, each separately. */
    public record Consents(boolean referral, boolean evidence, boolean employers) {}

    /** Clinical text: clinician, specialist and team leader of the case only. */
    public record Health(String conditionGroup, String clinicalReason, String riskNotes) {}

    /** Whether the referral is still going on. */
    public boolean isOpen() {
        return status.isOpen();
    }
}
