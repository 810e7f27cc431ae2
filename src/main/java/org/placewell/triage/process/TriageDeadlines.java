package org.placewell.triage.process;

import java.util.Date;
import org.placewell.shared.Deadline;
import org.placewell.triage.Triage;
import org.placewell.workflow.InModel;

/** The dates of the triage model, from the contract version of the referral. */
@InModel
public class TriageDeadlines {

    private final Triage triage;

    TriageDeadlines(Triage triage) {
        this.triage = triage;
    }

    /** The end of the day by which the team leader decides. */
    public Date decideBy(String referralRef) {
        return Deadline.endOf(triage.decideBy(referralRef));
    }

    /** When an undecided referral is escalated: the deadline itself. */
    public Date escalateAt(String referralRef) {
        return decideBy(referralRef);
    }

    /** When the referrer is reminded. */
    public Date remindAt(String referralRef) {
        return Deadline.endOf(triage.remindAfter(referralRef));
    }

    /** The end of the day by which the referrer answers. */
    public Date answerBy(String referralRef) {
        return Deadline.endOf(triage.answerBy(referralRef));
    }
}
