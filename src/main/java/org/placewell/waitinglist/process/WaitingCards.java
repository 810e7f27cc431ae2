package org.placewell.waitinglist.process;

import java.util.List;
import java.util.Set;
import org.placewell.referral.Referrals;
import org.placewell.waitinglist.WaitingList;
import org.placewell.workflow.CaseCards;
import org.springframework.stereotype.Component;

/** Who gets the tasks of the waiting list: the specialist with the offered place, the team's leaders for reviews. */
@Component
class WaitingCards implements CaseCards {

    private final Referrals referrals;
    private final WaitingList waitingList;

    WaitingCards(Referrals referrals, WaitingList waitingList) {
        this.referrals = referrals;
        this.waitingList = waitingList;
    }

    @Override
    public Set<String> processes() {
        return Set.of("waiting-list");
    }

    @Override
    public Card card(String reference, String task) {
        var referral = referrals.get(reference);
        var assignee = task.equals("respondToOffer") ? waitingList.offeredTo(reference).orElse(null) : null;
        return new Card(reference, referral.contractRef(), referral.team(), assignee, List.of(), referral.person().name());
    }
}
