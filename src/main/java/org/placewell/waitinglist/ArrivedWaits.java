package org.placewell.waitinglist;

import org.placewell.contract.Contracts;
import org.placewell.referral.Referrals;
import org.placewell.shared.MovableClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts people on the list who waited elsewhere before: their wait counts from its true first day. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ArrivedWaits {

    private final JdbcClient jdbc;
    private final Referrals referrals;
    private final Contracts contracts;
    private final Priorities priorities;
    private final MovableClock clock;

    ArrivedWaits(JdbcClient jdbc, Referrals referrals, Contracts contracts, Priorities priorities, MovableClock clock) {
        this.jdbc = jdbc;
        this.referrals = referrals;
        this.contracts = contracts;
        this.priorities = priorities;
        this.clock = clock;
    }

    /**
     * The person joins the list on the day the referral was accepted. A wait whose review was due before today counts as looked at
     * today, by whoever brings the list in.
     *
     * @param priority 1 to 4 as decided before; null for the decision table's
     */
    public void join(String ref, Integer priority) {
        var referral = referrals.get(ref);
        // Asked in any case: a later correction is compared with what the table gave, not with what a person gave.
        var table = priorities.of(referral, referrals.returning(ref));
        var decided = priority == null ? table : null;
        int weeks = contracts.terms(referral.contractRef(), referral.contractVersion()).deadlines().reviewWeeks();
        boolean overdue = !referral.acceptedOn().plusWeeks(weeks).isAfter(clock.today());
        jdbc.sql("""
                        insert into waiting_entry (referral_ref, contract_ref, team_id, joined_on, priority, priority_rule, priority_reason, status,
                            reviewed_on, table_priority)
                        values (?, ?, ?, ?, ?, ?, ?, 'WAITING', ?, ?) on conflict do nothing""")
                .params(ref, referral.contractRef(), referral.team(), referral.acceptedOn(), decided == null ? priority : decided.get("priority"),
                        decided == null ? "brought in" : decided.get("rule"),
                        decided == null ? "As decided on the list that was brought in." : decided.get("reason"), overdue ? clock.today() : null,
                        table.get("priority"))
                .update();
    }
}
