package org.placewell.triage;

import java.time.LocalDate;
import org.placewell.contract.Contracts;
import org.placewell.referral.Arrivals;
import org.placewell.referral.Referrals;
import org.placewell.shared.WorkingDays;
import org.placewell.shared.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the days of triage mean for referrals that were brought in, or will be: their clock counts from the day on which they were made. */
@Component
@Transactional(readOnly = true)
public class TriageDays {

    private final Triage triage;
    private final Referrals referrals;
    private final Contracts contracts;
    private final Arrivals arrivals;

    TriageDays(Triage triage, Referrals referrals, Contracts contracts, Arrivals arrivals) {
        this.triage = triage;
        this.referrals = referrals;
        this.contracts = contracts;
        this.arrivals = arrivals;
    }

    /**
     * The last day for the decision about a referral made on a day, as {@link TriageClock} counts it before the referrer is asked anything.
     *
     * @throws org.placewell.shared.Problem.NotFound when there is no such contract
     */
    public LocalDate decideBy(String contract, LocalDate referredOn) {
        return WorkingDays.after(referredOn, contracts.inForce(contract, referredOn).deadlines().triageWorkingDays());
    }

    /**
     * The day after which an undecided referral is escalated: that of the decision; for one that was brought in not before the team has had it
     * for as long as a new one, without the days that the referrer had it, so that a morning does not begin with a hundred alarms about what
     * nobody here could have done.
     */
    public LocalDate escalateAfter(String ref) {
        var referral = referrals.get(ref);
        int allowed = contracts.terms(referral.contractRef(), referral.contractVersion()).deadlines().triageWorkingDays();
        var due = triage.decideBy(ref);
        var fresh = WorkingDays.after(arrivals.notBefore(ref, referral.referredOn()), allowed + triage.clock(ref).paused());
        return fresh.isAfter(due) ? fresh : due;
    }

    /** The clock of triage in words. */
    public String clockSentence(String ref) {
        return arrivals.of(ref).map(arrival -> "Brought in on " + Words.date(arrival.broughtOn()) + "; the clock counts from the referral. ").orElse("")
                + triage.clock(ref).sentence();
    }
}
