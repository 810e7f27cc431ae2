package org.placewell.referral;

import java.time.LocalDate;
import org.placewell.notification.Notifications;
import org.placewell.security.Role;
import org.springframework.stereotype.Component;

/** Who is told that a case has ended, or soon will: whoever speaks for the clinical team, the specialist and, where they act on it, the leaders. */
@Component
class Endings {

    private final ClinicalSide clinicalSide;
    private final Notifications notifications;

    Endings(ClinicalSide clinicalSide, Notifications notifications) {
        this.clinicalSide = clinicalSide;
        this.notifications = notifications;
    }

    /** The case has ended before its usual end. */
    void early(ReferralView referral) {
        tell(referral, referral.endReason() == EndReason.DIED ? "caseEndedDied" : "caseEndedEarly", ":ended", true);
    }

    /** Support has come to one of its usual ends. */
    void support(ReferralView referral, EndReason reason) {
        var template = switch (reason) {
            case DISENGAGED -> "supportEndedNoContact";
            case TIME_LIMIT -> "supportEndedTimeLimit";
            default -> "supportEndedAgreed";
        };
        tell(referral, template, ":ended", false);
    }

    /** The contract's time for support is used up within weeks. Another day is said anew, the same day once. */
    void near(ReferralView referral, LocalDate day) {
        tell(referral, "supportEndsSoon", ":ends:" + day, true);
    }

    private void tell(ReferralView referral, String template, String key, boolean leaders) {
        clinicalSide.tell(referral.ref(), template, referral.ref() + key);
        if (leaders) {
            notifications.tell(Role.TEAM_LEADER, referral.team(), template, referral.ref(), referral.ref() + key);
        }
        if (referral.specialist() != null) {
            notifications.tell(referral.specialist(), template, referral.ref(), referral.ref() + key);
        }
    }
}
