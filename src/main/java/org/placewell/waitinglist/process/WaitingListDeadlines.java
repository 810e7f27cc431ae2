package org.placewell.waitinglist.process;

import java.util.Date;
import org.placewell.shared.Deadline;
import org.placewell.shared.WorkingDays;
import org.placewell.waitinglist.WaitingList;
import org.placewell.workflow.InModel;

/** The dates of the waiting-list model, from the contract version of the referral. */
@InModel
public class WaitingListDeadlines {

    /** Working days to finish a review once it is due: house policy, no contract sets it. */
    private static final int REVIEW_WORKING_DAYS = 5;

    private final WaitingList waitingList;

    WaitingListDeadlines(WaitingList waitingList) {
        this.waitingList = waitingList;
    }

    /** The end of the last day to answer the offer. */
    public Date offerUntil(String referralRef) {
        return Deadline.endOf(waitingList.offerUntil(referralRef));
    }

    /** The beginning of the day on which the wait is looked at again. */
    public Date reviewAt(String referralRef) {
        return Deadline.startOf(waitingList.reviewAfter(referralRef));
    }

    /** The end of the day by which the review is done. */
    public Date reviewBy(String referralRef) {
        return Deadline.endOf(WorkingDays.after(waitingList.reviewAfter(referralRef), REVIEW_WORKING_DAYS));
    }

    /** The end of the last day before the wait counts as too long. */
    public Date longestWait(String referralRef) {
        return Deadline.endOf(waitingList.longestWait(referralRef));
    }
}
