package org.placewell.jobsearch;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.placewell.caseload.Caseload;
import org.placewell.contract.Contracts;
import org.placewell.contract.domain.Deadlines;
import org.placewell.referral.Arrivals;
import org.placewell.referral.Referrals;
import org.placewell.shared.MovableClock;
import org.placewell.workflow.Processes;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is due in job search, by when and how much of it, from the contract version that the referral is pinned to. */
@Service
@Transactional(readOnly = true)
public class SearchDates {

    private static final LocalDate NEVER = LocalDate.of(3000, 1, 1);
    private final Referrals referrals;
    private final Contracts contracts;
    private final Caseload caseload;
    private final JobReader jobs;
    private final MovableClock clock;
    private final Arrivals arrivals;
    private final Processes processes;

    SearchDates(Referrals referrals, Contracts contracts, Caseload caseload, JobReader jobs, MovableClock clock, Arrivals arrivals,
            Processes processes) {
        this.processes = processes;
        this.arrivals = arrivals;
        this.referrals = referrals;
        this.contracts = contracts;
        this.caseload = caseload;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** The last day for the vocational profile. */
    public LocalDate profileBy(String referralRef) {
        return houseBegan(referralRef).plusWeeks(terms(referralRef).profileWeeks());
    }

    /** The last day for offering advice on benefits. */
    public LocalDate adviceBy(String referralRef) {
        return houseBegan(referralRef).plusWeeks(terms(referralRef).adviceWeeks());
    }

    /** The last day for the first meeting with an employer. */
    public LocalDate employerContactBy(String referralRef) {
        return houseBegan(referralRef).plusDays(terms(referralRef).firstEmployerContactDays());
    }

    /** The day on which the time for job search is used up; empty when the contract sets no limit. */
    public Optional<LocalDate> searchEnds(String referralRef) {
        var months = terms(referralRef).searchMonths();
        return months.isPresent() ? Optional.of(began(referralRef).plusMonths(months.getAsInt())) : Optional.empty();
    }

    /** The referral belongs to another contract, or another version of it: the look at the time limit and the first meeting's day follow. */
    @Transactional
    public void contractChanged(String referralRef) {
        timer(referralRef, "searchLimitReached", nextLook(referralRef).orElse(NEVER));
        timer(referralRef, "employerContactDue", employerContactBy(referralRef).plusDays(1));
    }

    private void timer(String referralRef, String event, LocalDate day) {
        processes.moveTimer("job-search", referralRef, event, day.atStartOfDay(MovableClock.LONDON).toInstant());
    }

    /** Whether the contract is content with the short vocational profile. */
    public boolean shortProfile(String referralRef) {
        var referral = referrals.get(referralRef);
        return contracts.terms(referral.contractRef(), referral.contractVersion()).practice().shortProfile();
    }

    /** How many attempts to reach the person come before support closes. */
    public int outreachAttempts(String referralRef) {
        return terms(referralRef).outreachAttempts();
    }

    /**
     * When to look at the time limit next; empty for never. Somebody who is in work when the search limit passes goes on being
     * supported up to the contract's limit for support in work; without such a limit the case is looked at again every week.
     */
    public Optional<LocalDate> nextLook(String referralRef) {
        var today = clock.today();
        return searchEnds(referralRef).map(limit -> {
            if (limit.isAfter(today)) {
                return limit;
            }
            return inWorkUntil(referralRef).filter(day -> day.isAfter(today)).filter(day -> day.isBefore(today.plusWeeks(1)))
                    .orElse(today.plusWeeks(1));
        });
    }

    /** Whether the contract's time is used up today. */
    public boolean timeIsUp(String referralRef) {
        var today = clock.today();
        var limit = searchEnds(referralRef);
        if (limit.isEmpty() || today.isBefore(limit.get())) {
            return false;
        }
        return runningJob(referralRef).isEmpty() || inWorkUntil(referralRef).filter(day -> !today.isBefore(day)).isPresent();
    }

    /** The day on which the time for support in the running job is used up; empty without a running job or a limit. */
    private Optional<LocalDate> inWorkUntil(String referralRef) {
        var months = terms(referralRef).inWorkMonths();
        return months.isEmpty() ? Optional.empty() : runningJob(referralRef).map(job -> job.startedOn().plusMonths(months.getAsInt()));
    }

    private Optional<JobView> runningJob(String referralRef) {
        return jobs.jobs(referralRef).stream().filter(job -> job.runsOn(clock.today())).max(Comparator.comparing(JobView::startedOn));
    }

    /** The day support began; today while the place is being opened. */
    private LocalDate began(String referralRef) {
        return caseload.supportBegan(referralRef).orElseGet(clock::today);
    }

    /** The same, for what is asked of us and not of the contract: from the day that the person was brought in on, at the earliest. */
    private LocalDate houseBegan(String referralRef) {
        return arrivals.notBefore(referralRef, began(referralRef));
    }

    private Deadlines terms(String referralRef) {
        var referral = referrals.get(referralRef);
        return contracts.terms(referral.contractRef(), referral.contractVersion()).deadlines();
    }
}
