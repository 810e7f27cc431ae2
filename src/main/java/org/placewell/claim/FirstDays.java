package org.placewell.claim;

import java.time.LocalDate;
import java.util.List;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.contract.Contracts;
import org.placewell.contract.domain.Terms;
import org.placewell.referral.FactsChanged;
import org.placewell.security.Actor;
import org.placewell.shared.MovableClock;
import org.placewell.sustainment.Sustainment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * From the first day of a variation that also applies to open referrals, each of them is looked at again by itself: what the new terms
 * already pay for is claimed, and the milestones of its jobs follow, without waiting for somebody to change the record. Each referral
 * in a transaction of its own and once: a row of {@code variation_look} says so, whoever else looks at the same time.
 */
@Component
class FirstDays {

    private static final Logger LOG = LoggerFactory.getLogger(FirstDays.class);

    private final JdbcClient jdbc;
    private final Contracts contracts;
    private final Sustainment sustainment;
    private final AuditTrail audit;
    private final MovableClock clock;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    FirstDays(JdbcClient jdbc, Contracts contracts, Sustainment sustainment, AuditTrail audit, MovableClock clock, ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.contracts = contracts;
        this.sustainment = sustainment;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
        this.transaction = transaction;
    }

    /**
     * Looks at every referral that no look has reached yet. One that cannot be looked at now is left for the next time and does not
     * keep the others waiting.
     *
     * @return how many were looked at
     */
    int look() {
        int looked = 0;
        for (var terms : contracts.begunForOpenReferrals()) {
            for (var ref : waiting(terms)) {
                try {
                    looked += Boolean.TRUE.equals(transaction.execute(status -> look(ref, terms))) ? 1 : 0;
                } catch (RuntimeException e) {
                    // The database's own words may quote a row with the person's name: the log gets the kind of fault only.
                    LOG.error("the variation {} is not applied to {} yet and will be tried again: {}", terms.key(), ref,
                            e.getClass().getName() + " at " + e.getStackTrace()[0]);
                }
            }
        }
        return looked;
    }

    private boolean look(String ref, Terms terms) {
        int first = jdbc.sql("insert into variation_look (referral_ref, contract_ref, contract_version, looked_on) values (?, ?, ?, ?) on conflict do nothing")
                .params(ref, terms.contract(), terms.version(), clock.today()).update();
        if (first == 0) {
            return false;
        }
        audit.record(ref, Actor.system(), Area.MONEY, "claim.variation-began", terms.key(), "from " + terms.effective());
        sustainment.planAgain(ref);
        events.publishEvent(new FactsChanged(ref));
        return true;
    }

    /** The referrals on an earlier version that the variation found open. */
    private List<String> waiting(Terms terms) {
        LocalDate first = terms.effective();
        return jdbc.sql("""
                        select r.ref from referral r where r.contract_ref = :contract and r.contract_version < :version
                            and (r.ended_on is null or r.ended_on >= :first) and not exists (select 1 from variation_look l
                                where l.referral_ref = r.ref and l.contract_ref = :contract and l.contract_version = :version)
                        order by r.ref""")
                .param("contract", terms.contract()).param("version", terms.version()).param("first", first).query(String.class).list();
    }
}
