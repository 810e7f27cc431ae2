package org.placewell.triage.process;

import java.util.Date;
import org.placewell.shared.Deadline;
import org.placewell.triage.Triage;
import org.placewell.triage.Trials;
import org.placewell.workflow.InModel;

/** The dates of a trial, from the contract version of the referral. */
@InModel
public class TrialDeadlines {

    private final Triage triage;
    private final Trials trials;

    TrialDeadlines(Triage triage, Trials trials) {
        this.triage = triage;
        this.trials = trials;
    }

    /** The end of the day by which the person has been asked and measured. */
    public Date enterBy(String referralRef) {
        return Deadline.endOf(triage.enterTrialBy(referralRef));
    }

    /** The morning on which the follow-up is due. */
    public Date followUpAt(String referralRef) {
        return Deadline.startOf(trials.followUpOn(referralRef));
    }

    /** The end of the last day for the follow-up. */
    public Date followUpBy(String referralRef) {
        return Deadline.endOf(trials.followUpBy(referralRef));
    }
}
