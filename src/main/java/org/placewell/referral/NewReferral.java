package org.placewell.referral;

import java.time.LocalDate;
import java.util.List;

/**
 * A referral as submitted. Text fields are never null: empty when not answered.
 *
 * @param clinicalTeam the referring team; with the contract it decides the employment team
 */
public record NewReferral(
        String contractRef, String clinicalTeam, Who who, Work work, Health health, ReferralView.Consents consents, AboutPerson about) {

    /** A referral that says nothing about what need not be said. */
    public NewReferral(String contractRef, String clinicalTeam, Who who, Work work, Health health, ReferralView.Consents consents) {
        this(contractRef, clinicalTeam, who, work, health, consents, AboutPerson.NOT_ASKED);
    }

    /**
     * The person referred.
     *
     * @param nhsNumber as typed; empty when unknown, and then {@code noNumberReason} says why
     * @param noNumberReason notKnown, notRegistered or notWilling; empty when there is a number
     * @param area the borough or county the person lives in, as the contract names it; empty when not said
     */
    public record Who(
            String nhsNumber, String noNumberReason, String givenName, String familyName, LocalDate birthDate, String phone, String email,
            String area) {}

    /**
     * Work and benefits.
     *
     * @param wish what the person wants from work, in their own words
     * @param hoursWanted hours a week, 1 to 48; null when not said
     * @param lastWorked withinYear, oneToFive, overFive or never
     * @param helpNeeded what else stands between the person and work: housing, debt, language, caring, transport; may be empty
     * @param jobSoon whether a job or an interview is close
     * @param benefits whether the person gets benefits, so that advice comes before a job starts
     */
    public record Work(
            String wish, boolean outOfWork, Integer hoursWanted, String lastWorked, List<String> helpNeeded, boolean jobSoon, boolean benefits) {

        public Work {
            helpNeeded = List.copyOf(helpNeeded);
        }
    }

    /**
     * Clinical text: read by the clinician, the specialist and the team leader of the case only.
     *
     * @param conditionGroup severeMentalIllness, commonMentalIllness, learningDisability, addiction, longTermCondition or other
     */
    public record Health(String conditionGroup, String clinicalReason, String riskNotes) {}
}
