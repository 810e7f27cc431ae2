package org.placewell.sustainment;

import org.placewell.contract.Contracts;
import org.placewell.jobsearch.AppointmentView;
import org.placewell.jobsearch.JobSearch;
import org.placewell.jobsearch.JobView;
import org.placewell.jobsearch.ProfileView;
import org.placewell.referral.Referrals;
import org.placewell.shared.MovableClock;
import org.springframework.stereotype.Component;

/** Writes down when a job is to be looked at, as the contract version says that prices what the referral reaches from now on. */
@Component
class Planning {

    private final SustainmentStore store;
    private final JobSearch jobSearch;
    private final Referrals referrals;
    private final Contracts contracts;
    private final Recounting recounting;
    private final MovableClock clock;

    Planning(SustainmentStore store, JobSearch jobSearch, Referrals referrals, Contracts contracts, Recounting recounting, MovableClock clock) {
        this.store = store;
        this.jobSearch = jobSearch;
        this.referrals = referrals;
        this.contracts = contracts;
        this.recounting = recounting;
        this.clock = clock;
    }

    /** Plans what is not planned yet; done twice it has one effect. */
    void plan(JobView job) {
        var referral = referrals.get(job.referralRef());
        var terms = contracts.variations(referral.contractRef(), referral.contractVersion(), clock.today()).newest();
        var profile = jobSearch.profile(job.referralRef()).map(ProfileView::completedOn).orElse(null);
        var attended = jobSearch.appointments(job.referralRef()).stream().filter(AppointmentView::attended).map(AppointmentView::on).toList();
        var firstJob = jobSearch.jobs(job.referralRef()).get(0).startedOn();
        var latest = Milestones.latest(terms, new Milestones.Anchors(referral.referredOn(), referral.acceptedOn(),
                Milestones.engaged(profile, attended), firstJob, job.startedOn()));
        store.latest(job.ref(), latest.orElse(null));
        for (int weeks : Milestones.weeks(terms)) {
            var due = Recounting.from(job, referral.referredOn()).plusWeeks(weeks);
            if (latest.isEmpty() || !due.isAfter(latest.get())) {
                store.plan(job.ref(), weeks, due);
            }
        }
    }

    /** Plans what lies ahead anew, for another contract or version; what is behind stays. */
    void again(JobView job) {
        if (store.status(job.ref()).isPresent()) {
            store.forgetPlan(job.ref());
            also(job);
        }
    }

    /** Plans what other terms ask for, too, for each job on the record that was followed; of a job that ended no more lies ahead than it reached. */
    void also(String referralRef) {
        jobSearch.jobs(referralRef).stream().filter(job -> store.status(job.ref()).isPresent()).forEach(this::also);
    }

    private void also(JobView job) {
        plan(job);
        recounting.of(job);
        if (store.status(job.ref()).filter(SustainmentStatus.IN_WORK::equals).isEmpty()) {
            store.settleAll(job.ref(), job.endedOn() == null ? clock.today() : job.endedOn().plusDays(1), clock.today());
        }
    }
}
