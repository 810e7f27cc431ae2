package org.placewell.referral;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.placewell.shared.Problem;

/** Why a referral ended: a closed list, checked by the database. The code is what forms and reports carry. */
public enum EndReason {
    WITHDREW("withdrew", "The person no longer wants the service", When.EARLY),
    CONSENT_WITHDRAWN("consentWithdrawn", "The person has withdrawn consent", When.EARLY),
    DISCHARGED("discharged", "Discharged from the clinical team", When.EARLY),
    TRANSFERRED("transferred", "Moved to another area or service", When.EARLY),
    DIED("died", "The person has died", When.EARLY),

    NO_LONGER_WANTS("noLongerWants", "No longer wants to wait", When.WAITING),
    NO_RESPONSE("noResponse", "No response after the outreach attempts", When.WAITING),
    FOUND_WORK("foundWork", "Found work while waiting", When.WAITING),
    OTHER_SERVICE("otherService", "Now with another employment service", When.WAITING),
    MOVED_AWAY("movedAway", "Moved away", When.WAITING),

    FINISHED("finished", "Support finished as agreed with the person", When.SUPPORT),
    DISENGAGED("disengaged", "Contact lost, after outreach", When.SUPPORT),
    TIME_LIMIT("timeLimit", "The contract's time limit was reached", When.SUPPORT);

    /** The part of the pathway a reason belongs to. */
    public enum When {
        /** At any moment: {@link Referrals#endEarly}. */
        EARLY,
        /** On the waiting list. */
        WAITING,
        /** At the end of support: {@link Referrals#endSupport}. */
        SUPPORT
    }

    private final String code;
    private final String label;
    private final When when;

    EndReason(String code, String label, When when) {
        this.code = code;
        this.label = label;
        this.when = when;
    }

    /** The option code in forms and the value in process variables. */
    public String code() {
        return code;
    }

    /** The reason in plain words. */
    public String label() {
        return label;
    }

    /** The part of the pathway it belongs to. */
    public When when() {
        return when;
    }

    /**
     * Stops a day on which the case cannot have ended for this reason.
     *
     * @throws Problem at the day's field for one in the future, or before the referral; somebody may have died before it, unknown to the referrer
     */
    void checkDay(LocalDate on, ReferralView referral, LocalDate today) {
        boolean died = this == DIED;
        var field = died ? "diedOn" : "endedOn";
        if (on.isAfter(today)) {
            throw Problem.at(field, "future-date", "The date cannot be in the future");
        }
        if (on.isBefore(died ? referral.person().birthDate() : referral.referredOn())) {
            throw Problem.at(field, "too-early", died ? "The date cannot be before the person was born" : "The date cannot be before the referral");
        }
    }

    /** The reasons of one part of the pathway. */
    public static List<EndReason> of(When when) {
        return Arrays.stream(values()).filter(reason -> reason.when == when).toList();
    }

    /** The reason with an option code; throws {@link IllegalArgumentException} for a code that is not on the list. */
    public static EndReason ofCode(String code) {
        return Arrays.stream(values()).filter(reason -> reason.code.equals(code)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No end reason " + code));
    }
}
