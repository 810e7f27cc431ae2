package org.placewell.referral;

import java.time.LocalDate;

/**
 * A referral as submitted.
 *
 * @param clinicalTeam the referring team; with the contract it decides the employment team
 * @param nhsNumber as typed; empty when unknown, and then {@code noNumberReason} says why
 * @param noNumberReason notKnown, notRegistered or notWilling; empty when there is a number
 * @param workWish what the person wants from work, in their own words
 * @param hoursWanted hours a week, 1 to 48; null when not said
 * @param conditionGroup severeMentalIllness, commonMentalIllness, learningDisability, addiction, longTermCondition or other
 * @param area the borough or district the person lives in, as an option code of the contract; empty when not asked
 */
public record NewReferral(
        String contractRef, String clinicalTeam, String nhsNumber, String noNumberReason, String givenName, String familyName,
        LocalDate birthDate, String phone, String email, String area, String workWish, boolean outOfWork, Integer hoursWanted, boolean benefits,
        String conditionGroup, String clinicalReason, String riskNotes, boolean consentReferral, boolean consentEvidence,
        boolean consentEmployers) {}
