package org.placewell.triage;

import java.util.List;
import java.util.stream.Stream;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.contract.Contracts;
import org.placewell.referral.ReferralView;
import org.placewell.security.Actor;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Surges: when more referrals are made in seven days than the contract expects, each team decides them in batches of a day, in the order
 * of the referrals' days, on one day in that of arrival. Whoever lets one go before an earlier one says why. A referral counts for the week in
 * which it was made: bringing in last year's is no surge, and in a surge these come before the week's own.
 */
@Service
@Transactional
public class Surge {

    private static final int WEEKS_SHOWN = 4;
    private final SurgeStore store;
    private final Contracts contracts;
    private final AuditTrail audit;
    private final MovableClock clock;

    Surge(SurgeStore store, Contracts contracts, AuditTrail audit, MovableClock clock) {
        this.store = store;
        this.contracts = contracts;
        this.audit = audit;
        this.clock = clock;
    }

    /** Puts a new referral into the day's batch when there is a surge. Safe to repeat. */
    void note(ReferralView referral) {
        var threshold = contracts.terms(referral.contractRef(), referral.contractVersion()).practice().surgePerWeek();
        if (threshold.isEmpty() || store.inBatch(referral.ref())) {
            return;
        }
        int arrived = store.arrived(referral.contractRef(), clock.today());
        if (arrived > threshold.getAsInt()) {
            store.add(referral, clock.today(), arrived, threshold.getAsInt());
        }
    }

    /**
     * Before a decision: nobody of a batch is overtaken without a reason.
     *
     * @param reason why this one goes before earlier ones; empty when it does not
     * @throws Problem at {@code overtakeReason} naming the first that would be overtaken
     */
    void inOrder(String ref, String reason, Actor actor) {
        var before = store.before(ref);
        if (before.isEmpty()) {
            return;
        }
        if (reason.length() < 10) {
            throw Problem.at("overtakeReason", "overtakes", before.get(0) + " came in earlier and is not decided yet"
                    + (before.size() == 1 ? "" : " (" + before.size() + " in all)")
                            + ". Decide it first, or write in a sentence why this one goes before");
        }
        store.overtake(ref, before, reason, actor.username(), clock.instant());
        audit.record(ref, actor, Area.PATHWAY, "triage.overtook", "", String.join(" ", before));
    }

    /** Whether a referral is decided in a batch, and how many come before it. */
    @Transactional(readOnly = true)
    public List<String> before(String ref) {
        return store.before(ref);
    }

    /** Whether the referral belongs to a batch. */
    @Transactional(readOnly = true)
    public boolean inBatch(String ref) {
        return store.inBatch(ref);
    }

    /** Where more referrals have come in seven days than the contract expects, among the actor's teams; without the batches. */
    @Transactional(readOnly = true)
    public List<SurgeView> now(Actor actor) {
        actor.require(Role.TEAM_LEADER);
        var today = clock.today();
        return store.served(actor.username()).stream().flatMap(served -> {
            var threshold = contracts.inForce(served[0], today).practice().surgePerWeek();
            return threshold.isEmpty() ? Stream.<SurgeView>empty()
                    : Stream.of(new SurgeView(served[0], served[1], store.arrived(served[0], today), threshold.getAsInt(), List.of()));
        }).filter(SurgeView::surging).toList();
    }

    /** The actor's teams with their batches; the busiest first. */
    @Transactional(readOnly = true)
    public List<SurgeView> views(Actor actor) {
        actor.require(Role.TEAM_LEADER);
        var today = clock.today();
        return store.served(actor.username()).stream().map(served -> {
            var threshold = contracts.inForce(served[0], today).practice().surgePerWeek();
            return new SurgeView(served[0], served[1], store.arrived(served[0], today), threshold.isPresent() ? threshold.getAsInt() : null,
                    store.batches(served[0], served[1], today.minusWeeks(WEEKS_SHOWN)));
        }).sorted(java.util.Comparator.comparing((SurgeView view) -> !view.surging())).toList();
    }
}
