package org.placewell.intake;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.placewell.jobsearch.EmploymentKind;
import org.placewell.referral.AboutPerson;

/**
 * One row as understood. Texts are never null: empty when not said; days and numbers are null when not said.
 *
 * @param nhsNumber ten digits, or empty, and then {@code noNumberReason} says why: notKnown, notRegistered or notWilling
 * @param contract the contract's reference
 * @param clinicalTeam the referring team's id; {@code team} is the id of the employment team that serves it
 * @param referrer the clinician's login name, or that of whoever sent the file, empty of a referral to triage: its clinical team speaks for it
 * @param healthGroup as {@link org.placewell.referral.NewReferral.Health#conditionGroup}
 * @param priority 1 to 4; null for the decision table's
 * @param specialist the employment specialist's login name; empty while waiting
 * @param weeklyMinutes 1 to 6000; 0 without a job
 * @param claimsFrom outcomes reached on this day or later are claimed
 */
record Entry(
        String rowKey, String nhsNumber, String noNumberReason, String givenName, String familyName, LocalDate birthDate, String phone, String email,
        String contract, String clinicalTeam, String team, String referrer, LocalDate referredOn, LocalDate consentOn, boolean shareEvidence,
        boolean askEmployers, String healthGroup, Stage stage, LocalDate joinedOn, Integer priority, String specialist, LocalDate supportSince,
        LocalDate profileOn, LocalDate adviceOn, String employer, String jobTitle, EmploymentKind jobKind, LocalDate startedOn, int weeklyMinutes,
        LocalDate claimsFrom, Said said) {

    /** The day on which the person joined the list, or support began when nobody knows of a wait; null of a referral to triage. */
    LocalDate acceptedOn() {
        return joinedOn != null ? joinedOn : supportSince;
    }

    /**
     * Whether anything of the row may have reached an outcome that is claimed here. Where outcomes count from today on, only a day of
     * today can have; whatever comes later makes its claims by itself.
     */
    boolean mayClaim(LocalDate today) {
        return claimsFrom.isBefore(today) || Stream.of(referredOn, acceptedOn(), supportSince, profileOn, startedOn).anyMatch(today::equals);
    }

    /** Whether the person was out of paid work on the day of the referral. */
    boolean outOfWork() {
        return !said.inPaidWork() && (startedOn == null || !startedOn.isBefore(referredOn));
    }

    /** Given and family name. */
    String name() {
        return givenName + " " + familyName;
    }

    /**
     * What a referral asks besides, and need not be known.
     *
     * @param area empty when not said
     * @param lastWorked as {@link org.placewell.referral.NewReferral.Work#lastWorked}, or notSaid
     */
    record Said(String area, boolean inPaidWork, String lastWorked, boolean jobSoon, AboutPerson about) {}
}
