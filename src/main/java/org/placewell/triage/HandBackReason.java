package org.placewell.triage;

import java.util.Arrays;

/**
 * Why a referral may be handed back. Zero exclusion (IPS principle: open to all who want work): the list has no reason about
 * diagnosis, symptoms, substance use, health, readiness, past offences or benefits, and the database's check has none either.
 */
public enum HandBackReason {
    PERSON_DOES_NOT_WANT("personDoesNotWant", "The person does not want paid work now"),
    PERSON_DID_NOT_AGREE("personDidNotAgree", "The person has not agreed to the referral"),
    OUTSIDE_AREA("outsideArea", "The person lives outside the area of the service"),
    OUTSIDE_AGE("outsideAge", "The person is outside the ages of the service"),
    ALREADY_SUPPORTED("alreadySupported", "The person already has an employment specialist"),
    OTHER_SERVICE("otherService", "Another service nearby serves this person and will take the referral"),
    NOT_ENOUGH("notEnoughToGoOn", "The questions we asked were not answered");

    private final String code;
    private final String label;

    HandBackReason(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** The option code in the form and in the database. */
    public String code() {
        return code;
    }

    /** The reason in plain words. */
    public String label() {
        return label;
    }

    /** The reason with an option code; throws {@link IllegalArgumentException} for anything else. */
    public static HandBackReason ofCode(String code) {
        return Arrays.stream(values()).filter(reason -> reason.code.equals(code)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No reason " + code + " to hand a referral back"));
    }
}
