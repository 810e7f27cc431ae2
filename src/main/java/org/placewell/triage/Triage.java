package org.placewell.triage;

import org.placewell.referral.ReferralStatus;
import org.placewell.referral.Referrals;
import org.placewell.security.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Triage: from a new referral to accepted, asked for more, or handed back with advice. Zero exclusion is built in. */
@Service
@Transactional
public class Triage {

    private final Referrals referrals;

    Triage(Referrals referrals) {
        this.referrals = referrals;
    }

    /** Triage has said yes: the person joins the waiting list. Safe to repeat. */
    public void accept(String ref, Actor actor) {
        if (referrals.get(ref).status() == ReferralStatus.RECEIVED) {
            referrals.accept(ref, actor, "");
        }
    }
}
