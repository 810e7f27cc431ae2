package org.placewell.sustainment;

import java.util.List;
import java.util.Set;
import org.placewell.jobsearch.JobSearch;
import org.placewell.referral.Referrals;
import org.placewell.workflow.CaseCards;
import org.springframework.stereotype.Component;

/** What the work list says about jobs: the task is the person's specialist's. */
@Component
class JobCards implements CaseCards {

    private final JobSearch jobSearch;
    private final Referrals referrals;

    JobCards(JobSearch jobSearch, Referrals referrals) {
        this.jobSearch = jobSearch;
        this.referrals = referrals;
    }

    @Override
    public Set<String> processes() {
        return Set.of("sustainment");
    }

    @Override
    public Card card(String reference, String task) {
        var job = jobSearch.job(reference).orElseThrow();
        var referral = referrals.get(job.referralRef());
        return new Card(referral.ref(), referral.contractRef(), referral.team(), referral.specialist(), List.of(),
                referral.person().name() + ": " + job.title() + ", " + job.employer());
    }
}
