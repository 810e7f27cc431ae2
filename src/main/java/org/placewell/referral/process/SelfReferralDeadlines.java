package org.placewell.referral.process;

import java.util.Date;
import org.placewell.referral.SelfReferrals;
import org.placewell.shared.Deadline;
import org.placewell.workflow.InModel;

/** The date of the reminder of a self-referral, from the contract version of the referral. */
@InModel
public class SelfReferralDeadlines {

    private final SelfReferrals selfReferrals;

    SelfReferralDeadlines(SelfReferrals selfReferrals) {
        this.selfReferrals = selfReferrals;
    }

    /** When the named clinician is reminded. */
    public Date remindAt(String referralRef) {
        return Deadline.endOf(selfReferrals.remindAfter(referralRef));
    }
}
