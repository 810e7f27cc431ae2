package org.placewell.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.contract.Contracts;
import org.placewell.contract.domain.Terms;
import org.placewell.referral.FactsChanged;
import org.placewell.security.Actor;
import org.placewell.shared.MovableClock;
import org.placewell.sustainment.Sustainment;
import org.placewell.workflow.Processes;
import org.placewell.workflow.Vars;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * From the first day of a variation that also applies to open referrals, each of them is looked at again by itself: what the new terms
 * already pay for is claimed, and the milestones of its jobs follow, without waiting for somebody to change the record. The engine runs a case
 * for each referral, so that a look that fails is tried again, and the operator sees what goes on failing. Each referral is looked at once:
 * a row of {@code variation_look} says so, whoever else looks at the same time.
 */
@Component
class FirstDays {

    private static final String PROCESS = "variation-first-day";
    private static final int MOST_SHOWN = 200;

    private final JdbcClient jdbc;
    private final Contracts contracts;
    private final Sustainment sustainment;
    private final AuditTrail audit;
    private final MovableClock clock;
    private final ApplicationEventPublisher events;
    private final Processes processes;
    private final TransactionTemplate transaction;

    FirstDays(JdbcClient jdbc, Contracts contracts, Sustainment sustainment, AuditTrail audit, MovableClock clock, ApplicationEventPublisher events,
            Processes processes, TransactionTemplate transaction) {
        this.processes = processes;
        this.jdbc = jdbc;
        this.contracts = contracts;
        this.sustainment = sustainment;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
        this.transaction = transaction;
    }

    /**
     * Begins a case for every referral that no look has reached yet and for which none runs, each in a transaction of its own: one that cannot
     * be begun holds up none of the others, and is tried again with the next look.
     *
     * @return how many were begun
     * @throws NotBegun after all were tried, when some could not be begun
     */
    int begin() {
        int begun = 0;
        var failures = new ArrayList<RuntimeException>();
        for (var terms : contracts.begunForOpenReferrals()) {
            for (var ref : waiting(terms, null)) {
                try {
                    begun += Boolean.TRUE.equals(transaction.execute(status -> begin(ref))) ? 1 : 0;
                } catch (RuntimeException e) {
                    failures.add(e);
                }
            }
        }
        if (!failures.isEmpty()) {
            throw new NotBegun(failures);
        }
        return begun;
    }

    /** The referrals that no look has reached yet and for which none runs: the first two hundred. */
    List<String> notBegun() {
        return contracts.begunForOpenReferrals().stream().flatMap(terms -> waiting(terms, null).stream()).distinct()
                .filter(ref -> !processes.runs(PROCESS, ref)).limit(MOST_SHOWN).toList();
    }

    /** Two nodes may begin a case each at the same moment: the second look finds nothing left to do. */
    private boolean begin(String ref) {
        if (processes.runs(PROCESS, ref)) {
            return false;
        }
        processes.start(PROCESS, ref, Vars.REFERRAL_REF, Map.of());
        return true;
    }

    /** Looks at a referral again, under every variation that found it open and that no look has reached yet. Done twice it has one effect. */
    void look(String ref) {
        contracts.begunForOpenReferrals().stream().filter(terms -> !waiting(terms, ref).isEmpty()).forEach(terms -> look(ref, terms));
    }

    private void look(String ref, Terms terms) {
        int first = jdbc.sql("insert into variation_look (referral_ref, contract_ref, contract_version, looked_on) values (?, ?, ?, ?) on conflict do nothing")
                .params(ref, terms.contract(), terms.version(), clock.today()).update();
        if (first == 0) {
            return;
        }
        audit.record(ref, Actor.system(), Area.MONEY, "claim.variation-began", terms.key(), "from " + terms.effective());
        sustainment.planAgain(ref);
        events.publishEvent(new FactsChanged(ref));
    }

    /** The referrals on an earlier version that the variation found open and no look has reached: all of them, or the one named if it is among them. */
    private List<String> waiting(Terms terms, String ref) {
        LocalDate first = terms.effective();
        return jdbc.sql("""
                        select r.ref from referral r where r.contract_ref = :contract and r.contract_version < :version
                            and (cast(:ref as text) is null or r.ref = :ref)
                            and (r.ended_on is null or r.ended_on >= :first) and not exists (select 1 from variation_look l
                                where l.referral_ref = r.ref and l.contract_ref = :contract and l.contract_version = :version)
                        order by r.ref""")
                .param("contract", terms.contract()).param("version", terms.version()).param("first", first).param("ref", ref)
                .query(String.class).list();
    }

    /** Some cases could not be begun; the cause is the first failure, and the others stand beside it. */
    static final class NotBegun extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private NotBegun(List<RuntimeException> failures) {
            super(failures.size() + " looks at a variation's first day could not be begun", failures.get(0));
            failures.stream().skip(1).forEach(this::addSuppressed);
        }
    }
}
