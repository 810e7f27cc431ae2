package org.placewell.triage;

import org.placewell.referral.ReferralStatus;
import org.placewell.referral.ReferralView;
import org.placewell.referral.Referrals;
import org.placewell.referral.WhereItStands;
import org.placewell.security.Actor;
import org.springframework.stereotype.Component;

/** Where a referral stands while triage has it, and how triage ended. */
@Component
class TriageStands implements WhereItStands {

    private final Triage triage;
    private final Referrals referrals;
    private final TriageDays days;

    TriageStands(Triage triage, Referrals referrals, TriageDays days) {
        this.triage = triage;
        this.days = days;
        this.referrals = referrals;
    }

    @Override
    public boolean knows(ReferralStatus status) {
        return status == ReferralStatus.RECEIVED || status == ReferralStatus.WITH_REFERRER || status == ReferralStatus.HANDED_BACK
                || status == ReferralStatus.USUAL_CARE;
    }

    @Override
    public Standing of(ReferralView referral, Actor actor) {
        var ref = referral.ref();
        return switch (referral.status()) {
            case RECEIVED -> triage.acceptedIntoTrial(ref)
                    ? new Standing("Accepted: consent and questions of the trial come next", referrals.teamName(referral.team()),
                            triage.enterTrialBy(ref), "Whatever the person says about the trial, the referral stays accepted.")
                    : undecided(referral, triage.clock(ref));
            case WITH_REFERRER -> asked(referral, triage.clock(ref), actor);
            case HANDED_BACK -> {
                var view = triage.view(ref, actor);
                yield new Standing("Handed back: " + view.handBackReason().label(), "", null, view.advice());
            }
            default -> new Standing("In the comparison group of the trial: usual care goes on", "", null, "");
        };
    }

    private Standing asked(ReferralView referral, TriageClock clock, Actor actor) {
        if (!clock.stands()) {
            // Past the day of the answer there is no task any more, whatever the status still says.
            return undecided(referral, clock);
        }
        var questions = triage.view(referral.ref(), actor).questions();
        return new Standing("The team has asked a question. Answer it under Tasks", "You", triage.answerBy(referral.ref()),
                questions.get(questions.size() - 1).question() + "\n" + days.clockSentence(referral.ref()));
    }

    private Standing undecided(ReferralView referral, TriageClock clock) {
        return new Standing("The team leader decides whether the person can join the service", referrals.teamName(referral.team()), clock.dueOn(),
                days.clockSentence(referral.ref()));
    }
}
