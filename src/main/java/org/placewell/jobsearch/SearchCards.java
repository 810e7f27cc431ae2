package org.placewell.jobsearch;

import java.util.List;
import java.util.Set;
import org.placewell.referral.Referrals;
import org.placewell.workflow.CaseCards;
import org.springframework.stereotype.Component;

/** What the work list says about job search: the task is the person's specialist's. */
@Component
class SearchCards implements CaseCards {

    private final Referrals referrals;

    SearchCards(Referrals referrals) {
        this.referrals = referrals;
    }

    @Override
    public Set<String> processes() {
        return Set.of("job-search");
    }

    @Override
    public Card card(String reference, String task) {
        var referral = referrals.get(reference);
        return new Card(reference, referral.contractRef(), referral.team(), referral.specialist(), List.of(), referral.person().name());
    }
}
