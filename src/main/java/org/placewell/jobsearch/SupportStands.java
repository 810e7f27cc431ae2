package org.placewell.jobsearch;

import java.util.Comparator;
import org.placewell.referral.ReferralStatus;
import org.placewell.referral.ReferralView;
import org.placewell.referral.WhereItStands;
import org.placewell.security.Actor;
import org.placewell.security.Actors;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Words;
import org.springframework.stereotype.Component;

/** Where a referral stands while a specialist supports the person: looking for work, or in work; never where. */
@Component
class SupportStands implements WhereItStands {

    private final JobReader reader;
    private final Actors actors;
    private final MovableClock clock;

    SupportStands(JobReader reader, Actors actors, MovableClock clock) {
        this.reader = reader;
        this.actors = actors;
        this.clock = clock;
    }

    @Override
    public boolean knows(ReferralStatus status) {
        return status == ReferralStatus.IN_SUPPORT;
    }

    @Override
    public Standing of(ReferralView referral, Actor actor) {
        var specialist = actors.nameOf(referral.specialist());
        return reader.jobs(referral.ref()).stream().filter(job -> job.runsOn(clock.today())).min(Comparator.comparing(JobView::startedOn))
                .map(job -> new Standing("In work since " + Words.date(job.startedOn()) + ", supported by " + specialist, specialist, null, ""))
                .orElseGet(() -> new Standing("Looking for work with " + specialist, specialist, null, ""));
    }
}
