package org.placewell.jobsearch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.placewell.caseload.Caseload;
import org.placewell.contract.Contracts;
import org.placewell.contract.domain.Deadlines;
import org.placewell.referral.Arrivals;
import org.placewell.referral.FactsChanged;
import org.placewell.referral.ReferralStatus;
import org.placewell.referral.Referrals;
import org.placewell.shared.MovableClock;
import org.placewell.workflow.Processes;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is due in job search, by when and how much of it, from the contract version that the referral is pinned to. */
@Service
@Transactional(readOnly = true)
public class SearchDates {

    private static final String LOOK = "searchLimitReached";
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

    /** The day on which support ends by the contract as things stand, in work or out of it; empty when nothing limits it. */
    public Optional<LocalDate> supportEnds(String referralRef) {
        if (!limited(referralRef)) {
            return Optional.empty();
        }
        var terms = terms(referralRef);
        return new SupportLimit(began(referralRef), terms.searchMonths(), terms.inWorkMonths()).endsOn(jobs.jobs(referralRef), clock.today());
    }

    /** The referral belongs to another contract, or another version of it: the look at the time limit and the first meeting's day follow. */
    @Transactional
    public void contractChanged(String referralRef) {
        moveLook(referralRef);
        timer(referralRef, "employerContactDue", employerContactBy(referralRef).plusDays(1));
    }

    /** A job has begun, ended or been put right, or the person is back in it: another limit may hold from now on. */
    @EventListener
    @Transactional
    public void factsChanged(FactsChanged event) {
        if (referrals.get(event.referralRef()).status() == ReferralStatus.IN_SUPPORT && limited(event.referralRef())) {
            moveLook(event.referralRef());
        }
    }

    private void moveLook(String referralRef) {
        var end = supportEnds(referralRef);
        if (end.filter(day -> !day.isAfter(clock.today())).isPresent()) {
            // The last week of somebody whose time is up begins once and not anew with every line of the record.
            // They are told now, with the day on which it is over: nobody was told of a limit that had passed before it came to hold.
            processes.bringForward("job-search", referralRef, LOOK, beginning(SupportLimit.look(end.get(), clock.today())))
                    .ifPresent(over -> referrals.timeEndsSoon(referralRef, LocalDate.ofInstant(over, MovableClock.LONDON)));
        } else {
            timer(referralRef, LOOK, end.map(day -> SupportLimit.look(day, clock.today())).orElse(NEVER));
            end.ifPresent(day -> sayWhenNear(referralRef, day));
        }
    }

    private void sayWhenNear(String referralRef, LocalDate end) {
        if (SupportLimit.near(end, clock.today())) {
            referrals.timeEndsSoon(referralRef, end);
        }
    }

    private boolean limited(String referralRef) {
        var terms = terms(referralRef);
        return terms.searchMonths().isPresent() || terms.inWorkMonths().isPresent();
    }

    private void timer(String referralRef, String event, LocalDate day) {
        processes.moveTimer("job-search", referralRef, event, beginning(day));
    }

    private static Instant beginning(LocalDate day) {
        return day.atStartOfDay(MovableClock.LONDON).toInstant();
    }

    /** Whether the contract is content with the short vocational profile. */
    public boolean shortProfile(String referralRef) {
        var referral = referrals.get(referralRef);
        return contracts.terms(referral.contractRef(), referral.contractVersion()).practice().shortProfile();
    }

    /** On how many days somebody has to try to reach the person before support closes without an answer. */
    public int outreachAttempts(String referralRef) {
        return terms(referralRef).outreachAttempts();
    }

    /** When to look at the time limit next; empty for never. */
    public Optional<LocalDate> nextLook(String referralRef) {
        return supportEnds(referralRef).map(end -> SupportLimit.look(end, clock.today()));
    }

    /** Looks at the contract's time: whether it is used up today. In its last weeks whom it concerns is told, once. Safe to repeat. */
    @Transactional
    public boolean checkTime(String referralRef) {
        var end = supportEnds(referralRef);
        end.ifPresent(day -> sayWhenNear(referralRef, day));
        return end.filter(day -> !clock.today().isBefore(day)).isPresent();
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
