package org.placewell.triage;

import org.placewell.referral.ReferralStatus;
import org.placewell.referral.ReferralView;
import org.springframework.stereotype.Component;

/** A referral's status in words. One that has been accepted into a trial stays in triage until the arm is known, but is not being looked at any more. */
@Component
public class StatusWords {

    private final Triage triage;

    StatusWords(Triage triage) {
        this.triage = triage;
    }

    /** The words of the status, as the table of statuses has them except for who is still to be asked about the trial. */
    public String of(ReferralView referral) {
        return referral.status() == ReferralStatus.RECEIVED && triage.acceptedIntoTrial(referral.ref()) ? "Accepted, to be asked about the trial"
                : referral.status().label();
    }
}
