package org.placewell.waitinglist;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.contract.Contracts;
import org.placewell.contract.domain.Deadlines;
import org.placewell.contract.domain.Terms;
import org.placewell.referral.Arrivals;
import org.placewell.referral.EndReason;
import org.placewell.referral.Referrals;
import org.placewell.security.Actor;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The waiting list: position is priority, then wait; every jump has a reason and a name; nobody leaves it by silence alone. */
@Service
@Transactional
public class WaitingList {

    /** So many people at most are shown at once. */
    public static final int MOST = 2_000;
    private final WaitingStore store;
    private final Offers offers;
    private final Referrals referrals;
    private final Contracts contracts;
    private final Priorities priorities;
    private final AuditTrail audit;
    private final MovableClock clock;
    private final Arrivals arrivals;

    WaitingList(WaitingStore store, Offers offers, Referrals referrals, Contracts contracts, Priorities priorities, AuditTrail audit,
            MovableClock clock, Arrivals arrivals) {
        this.arrivals = arrivals;
        this.store = store;
        this.offers = offers;
        this.referrals = referrals;
        this.contracts = contracts;
        this.priorities = priorities;
        this.audit = audit;
        this.clock = clock;
    }

    /** An accepted person joins the list. A grade chosen by a leader that changes the table's priority is kept as a jump. Safe to repeat. */
    public void join(String ref) {
        referrals.lock(ref);
        var referral = referrals.get(ref);
        boolean returning = referrals.returning(ref);
        var priority = priorities.of(referral, returning);
        int given = (int) priority.get("priority");
        var moved = store.chosenGrade(ref).filter(chosen -> priorities.with(chosen.graded(), referral, returning) != given);
        if (store.join(referral, arrivals.waitsSince(referral), priority, moved.map(WaitingStore.Chosen::sentence).orElse(priority.get("reason").toString()))) {
            moved.ifPresent(chosen -> store.jump(ref, priorities.with(chosen.graded(), referral, returning), given, chosen.sentence(), chosen.by(), chosen.on()));
            audit.record(ref, Actor.system(), Area.PATHWAY, "waiting.joined", "waiting-priority: " + priority.get("rule"), "priority " + priority.get("priority"));
        }
    }

    /**
     * Offers a place with a specialist, who asks the person in time. The caller has checked the specialist's room.
     *
     * @param reason why this person now; required when someone with a better position waits
     * @throws Problem when a better-placed person waits and no reason is given, or when the person is not waiting for an offer
     */
    public void offer(String ref, String specialist, String reason, Actor actor) {
        offers.offer(ref, specialist, reason, deadlines(ref).offerDays(), actor);
    }

    /**
     * Another specialist asks the person about the place that is offered; the last day to answer stays.
     *
     * @throws Problem.Stale when no offer is open any more
     */
    public void passOffer(String ref, String specialist) {
        if (!store.passOffer(ref, specialist)) {
            throw new Problem.Stale("This offer has been answered or has expired. Look at the list again");
        }
    }

    /**
     * The person's answer to an offered place, and how they were reached. Whoever refuses more places than the contract lets them
     * keeps waiting at the end of their priority.
     *
     * @param answer accepted, keepsPlace or leaves
     * @param reason why the person leaves; only for leaves
     */
    public void respond(String ref, String answer, EndReason reason, LocalDate reachedOn, String channel, Actor actor) {
        offers.respond(ref, answer, reason, reachedOn, channel, terms(ref).practice().refusals(), actor);
    }

    /** An offer was not answered in time. @return keepsPlace, or leaves when the contract's attempts are used up and recorded */
    public String recordNonResponse(String ref) {
        return offers.recordNonResponse(ref, deadlines(ref).offerAttempts());
    }

    /** The place was taken: support begins. Safe to repeat. */
    public void takePlace(String ref) {
        offers.takePlace(ref);
    }

    /** Takes a person off the list for the reason recorded. Safe to repeat. */
    public void leave(String ref) {
        offers.leave(ref);
    }

    /**
     * A look at a long wait: the person still waits, or leaves for a coded reason.
     *
     * @param noAttempt the code of why nobody tried to reach the person; empty when somebody did
     */
    public void review(String ref, boolean stillWaiting, EndReason reason, String noAttempt, Actor actor) {
        actor.require(Role.TEAM_LEADER);
        referrals.visible(ref, actor);
        store.reviewed(ref, clock.today());
        if (!stillWaiting) {
            store.leaves(ref, reason);
        }
        audit.record(ref, actor, Area.PATHWAY, "waiting.reviewed", "", (stillWaiting ? "stillWaiting" : reason.code())
                + (noAttempt.isEmpty() ? "" : ", no attempt: " + noAttempt));
    }

    /** Gives a person another priority than the decision table did: with a reason, under the leader's name. */
    public void jump(String ref, int priority, String reason, Actor actor) {
        actor.require(Role.TEAM_LEADER);
        referrals.visible(ref, actor);
        var entry = store.lock(ref).orElseGet(() -> entry(ref));
        if (entry.priority() == priority) {
            throw Problem.at("priority", "same-priority", "The person already has this priority");
        }
        if (!store.priority(ref, priority, WaitingEntry.BY_PERSON, reason)) {
            throw new Problem.Stale("This person is no longer on the waiting list");
        }
        store.jump(ref, entry.priority(), priority, reason, actor.username(), clock.today());
        audit.record(ref, actor, Area.PATHWAY, "waiting.jumped", "", "priority " + entry.priority() + " to " + priority);
    }

    /** Records an attempt to reach a waiting person. */
    public void recordOutreach(String ref, LocalDate on, String channel, boolean reached, Actor actor) {
        offers.contact(ref, on, channel, reached, "triedOn", actor);
    }

    /** Somebody spoke to the person, or the clinical team told us of them: they are not silent. @throws Problem at {@code heardOn} */
    public void heardOf(String ref, LocalDate on, String channel, Actor actor) {
        offers.contact(ref, on, channel, true, "heardOn", actor);
    }

    /** The longest wait of the contract has passed: the team's leaders hear of it, unless it had when they brought the person in. */
    public void escalateLongWait(String ref) {
        if (arrivals.of(ref).filter(arrival -> arrival.broughtOn().isAfter(longestWait(ref))).isEmpty()) {
            offers.escalateLongWait(ref);
        }
    }

    /** The lists on which somebody waits, as far as the actor leads them. */
    @Transactional(readOnly = true)
    public List<WaitingKey> lists(Actor actor) {
        return store.lists(actor);
    }

    /**
     * Who waits, in order, as far as the actor may see: the first 2,000.
     *
     * @param contract a contract's reference, or null for all
     * @param team an employment team's id, or null for all
     */
    @Transactional(readOnly = true)
    public List<WaitingRow> positions(String contract, String team, Actor actor) {
        var today = clock.today();
        return store.rows(contract, team, actor).stream().map(row -> {
            int weeks = contracts.terms(row.contractRef(), row.version()).deadlines().reviewWeeks();
            var last = row.reviewedOn() == null ? row.joinedOn() : row.reviewedOn();
            return new WaitingRow(row.ref(), row.name(), row.contractRef(), row.team(), row.position(), row.priority(), row.reason(), row.joinedOn(),
                    ChronoUnit.WEEKS.between(row.joinedOn(), today), last.plusWeeks(weeks), row.offered(), row.clinicalTeam(),
                    row.lineSince(), row.jumpedFrom(), row.jumpedBy(), row.jumpedOn());
        }).toList();
    }

    /** Who got on out of turn within a year, and why: changes of priority and places offered before others; newest first, at most 200. */
    @Transactional(readOnly = true)
    public List<JumpView> jumps(Actor actor) {
        return store.jumps(clock.today().minusYears(1), actor);
    }

    /** One person's wait, for someone who may see the referral; empty when the person is not on the list. */
    @Transactional(readOnly = true)
    public Optional<WaitingView> view(String ref, Actor actor) {
        referrals.visible(ref, actor);
        return store.find(ref).filter(WaitingEntry::onList).map(entry -> {
            long position = store.ahead(ref) + 1;
            var offer = store.lastOffer(ref).filter(last -> last.answer() == null);
            return new WaitingView(entry.joinedOn(), ChronoUnit.WEEKS.between(entry.joinedOn(), clock.today()), position, entry.priority(),
                    entry.priorityReason(), phrase(position, store.waiting(entry.contractRef(), entry.team())), reviewAfter(ref),
                    store.silence(ref, deadlines(ref).offerAttempts()),
                    entry.refusals(), terms(ref).practice().refusals(), entry.lineSince(),
                    offer.map(WaitingStore.Offer::specialist).orElse(null), offer.map(WaitingStore.Offer::answerBy).orElse(null), store.attempts(ref));
        });
    }

    /** The last day to answer the offer last made. */
    @Transactional(readOnly = true)
    public LocalDate offerUntil(String ref) {
        return store.lastOffer(ref).orElseThrow().answerBy();
    }

    /** The day on which the wait is looked at again. */
    @Transactional(readOnly = true)
    public LocalDate reviewAfter(String ref) {
        var entry = entry(ref);
        return (entry.reviewedOn() == null ? entry.joinedOn() : entry.reviewedOn()).plusWeeks(deadlines(ref).reviewWeeks());
    }

    /** The last day before the wait counts as too long; known as soon as the referral is accepted. */
    @Transactional(readOnly = true)
    public LocalDate longestWait(String ref) {
        return referrals.get(ref).acceptedOn().plusWeeks(deadlines(ref).longestWaitWeeks());
    }

    /** The specialist whose offer is open; empty without one. */
    @Transactional(readOnly = true)
    public Optional<String> offeredTo(String ref) {
        return store.lastOffer(ref).filter(offer -> offer.answer() == null).map(WaitingStore.Offer::specialist);
    }

    /** A rough word instead of a number: the list moves, and a clinician passes the word on. */
    static String phrase(long position, long waiting) {
        if (position <= 3) {
            return "near the front of the list";
        }
        return position * 2 <= waiting ? "in the first half of the list" : "further down the list";
    }

    private WaitingEntry entry(String ref) {
        return store.find(ref).orElseThrow(() -> new Problem.NotFound("this person on the waiting list"));
    }

    private Deadlines deadlines(String ref) {
        return terms(ref).deadlines();
    }

    private Terms terms(String ref) {
        var referral = referrals.get(ref);
        return contracts.terms(referral.contractRef(), referral.contractVersion());
    }
}
