package org.placewell.triage.process;

import java.util.Date;
import org.placewell.shared.Deadline;
import org.placewell.triage.Triage;
import org.placewell.triage.TriageDays;
import org.placewell.workflow.InModel;

/** The dates of the triage model, from the contract version of the referral. */
@InModel
public class TriageDeadlines {

    private final Triage triage;
    private final TriageDays days;

    TriageDeadlines(Triage triage, TriageDays days) {
        this.triage = triage;
        this.days = days;
    }

    /** The end of the day by which the team leader decides. */
    public Date decideBy(String referralRef) {
        return Deadline.endOf(triage.decideBy(referralRef));
    }

    /** When an undecided referral is escalated: the deadline itself, or later for one that was brought in. */
    public Date escalateAt(String referralRef) {
        return Deadline.endOf(days.escalateAfter(referralRef));
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
