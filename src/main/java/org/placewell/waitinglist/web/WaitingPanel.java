package org.placewell.waitinglist.web;

import java.util.HashMap;
import java.util.Map;
import org.placewell.referral.Referrals;
import org.placewell.security.Actor;
import org.placewell.shared.Problem;
import org.placewell.waitinglist.WaitingList;
import org.springframework.stereotype.Component;

/** What the forms of the waiting list show beside the questions. */
@Component
class WaitingPanel {

    private final Referrals referrals;
    private final WaitingList waitingList;

    WaitingPanel(Referrals referrals, WaitingList waitingList) {
        this.referrals = referrals;
        this.waitingList = waitingList;
    }

    /** @throws Problem.Stale when the person is no longer on the list */
    Map<String, Object> model(String ref, Actor actor) {
        var model = new HashMap<String, Object>();
        model.put("referral", referrals.visible(ref, actor));
        model.put("wait", waitingList.view(ref, actor).orElseThrow(() -> new Problem.Stale("This person is no longer on the waiting list")));
        return model;
    }
}
