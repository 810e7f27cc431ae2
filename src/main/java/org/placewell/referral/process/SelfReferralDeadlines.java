package org.placewell.referral.process;

import java.util.Date;
import org.placewell.referral.SelfReferrals;
import org.placewell.shared.Deadline;
import org.placewell.workflow.InModel;

/** The dates of the reminder of a self-referral and of what follows it, from the contract version of the referral. */
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

    /** When the leaders hear that the clinician stays silent. */
    public Date tellLeaderAt(String referralRef) {
        return Deadline.endOf(selfReferrals.tellLeaderAfter(referralRef));
    }
}
