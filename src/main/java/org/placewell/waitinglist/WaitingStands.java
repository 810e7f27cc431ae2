package org.placewell.waitinglist;

import org.placewell.referral.ReferralStatus;
import org.placewell.referral.ReferralView;
import org.placewell.referral.Referrals;
import org.placewell.referral.WhereItStands;
import org.placewell.security.Actor;
import org.placewell.security.Actors;
import org.placewell.shared.Words;
import org.springframework.stereotype.Component;

/** Where a referral stands while the person waits: a phrase, never a number or anybody else's place. */
@Component
class WaitingStands implements WhereItStands {

    private final WaitingList waitingList;
    private final Referrals referrals;
    private final Actors actors;

    WaitingStands(WaitingList waitingList, Referrals referrals, Actors actors) {
        this.waitingList = waitingList;
        this.referrals = referrals;
        this.actors = actors;
    }

    @Override
    public boolean knows(ReferralStatus status) {
        return status == ReferralStatus.WAITING || status == ReferralStatus.OFFERED;
    }

    @Override
    public Standing of(ReferralView referral, Actor actor) {
        var team = referrals.teamName(referral.team());
        return waitingList.view(referral.ref(), actor).map(view -> view.specialist() != null
                        ? new Standing("A place has been offered: the specialist asks the person", actors.nameOf(view.specialist()), view.answerBy(), "")
                        : new Standing("Accepted. On the waiting list for " + Words.count(view.weeks(), "week") + ", " + view.phrase(), team, null,
                                "The team looks at the wait again by " + Words.date(view.reviewDue()) + "."))
                .orElseGet(() -> new Standing("Accepted. The person joins the waiting list", team, null, ""));
    }
}
