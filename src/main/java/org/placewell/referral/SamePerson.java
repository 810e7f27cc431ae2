package org.placewell.referral;

import java.util.List;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.security.Actor;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * One person under two records, typically with another NHS number: a team leader joins them, and can take it back. No record is
 * removed or overwritten: one stands for both, the other stays on file, and every referral that changed records is named. What the standing
 * record does not know about the person's languages, wishes and background is filled in from the other one.
 */
@Service
@Transactional
public class SamePerson {

    private final SamePersonStore store;
    private final AboutStore answers;
    private final Referrals referrals;
    private final AuditTrail audit;
    private final MovableClock clock;
    private final ApplicationEventPublisher events;

    SamePerson(SamePersonStore store, AboutStore answers, Referrals referrals, AuditTrail audit, MovableClock clock, ApplicationEventPublisher events) {
        this.store = store;
        this.answers = answers;
        this.referrals = referrals;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Joins the records of two referrals that the actor may see.
     *
     * @param other the other referral's reference, as typed
     * @param keepOther whether the other referral's name and number stand, not this one's
     * @throws Problem at {@code other} when it cannot be found, is the same record, or both are open under one contract
     */
    public void join(String ref, String other, boolean keepOther, String reason, Actor actor) {
        actor.require(Role.TEAM_LEADER);
        referrals.visible(ref, actor);
        var wanted = other.strip().toUpperCase(java.util.Locale.UK);
        try {
            referrals.visible(wanted, actor);
        } catch (Problem.NotFound e) {
            throw (Problem) Problem.at("other", "unknown-referral",
                    "We could not find this referral among the records you may see. Check the reference")
                    .initCause(e);
        }
        if (!joinFound(ref, wanted, keepOther, reason, actor)) {
            throw Problem.at("other", "same-record", "Both referrals are on the same person’s record already: there is nothing to join");
        }
    }

    /**
     * Joins the records of two referrals that a search has put before the actor.
     *
     * @return false when they are one record already
     */
    public boolean joinFound(String ref, String other, boolean keepOther, String reason, Actor actor) {
        actor.require(Role.TEAM_LEADER);
        store.lock(referrals.get(ref).person().id(), referrals.get(other).person().id());
        long mine = referrals.get(ref).person().id();
        long theirs = referrals.get(other).person().id();
        if (mine == theirs) {
            return false;
        }
        if (store.bothOpen(mine, theirs)) {
            throw Problem.of("both-open", "Both records have an open referral to the same service. Close one of them first, "
                    + "so that the person keeps one place and loses none");
        }
        long kept = keepOther ? theirs : mine;
        long merged = keepOther ? mine : theirs;
        var moved = store.join(kept, merged, ref, reason, actor, clock.instant());
        store.carry(kept, merged, answers.fill(kept, merged));
        tell(ref, other, moved, "referral.records-joined", actor);
        return true;
    }

    /**
     * Takes a join back: the referrals that went over return to their own record. What came in since stays where it is.
     *
     * @throws Problem.Stale when it has been taken back already
     */
    public void separate(String ref, long join, String reason, Actor actor) {
        actor.require(Role.TEAM_LEADER);
        referrals.visible(ref, actor);
        if (of(ref).stream().noneMatch(one -> one.id() == join)) {
            throw Problem.at("join", "not-on-list", "Choose the joined record from the list");
        }
        var moved = store.separate(join, reason, actor, clock.instant());
        store.carried(join).forEach(back -> answers.takeBack(back.from(), back.whose(), back.answers()));
        tell(ref, ref, moved, "referral.records-separated", actor);
    }

    /** Every join that the person of a referral has been part of, newest first; the caller has checked who may see the referral. */
    @Transactional(readOnly = true)
    public List<JoinedRecord> of(String ref) {
        return store.of(referrals.get(ref).person().id(), ref);
    }

    private void tell(String ref, String other, List<String> moved, String action, Actor actor) {
        var all = new java.util.TreeSet<>(moved);
        all.add(ref);
        all.add(other);
        for (var one : all) {
            audit.record(one, actor, Area.PATHWAY, action, "", String.join(" ", moved));
            // What counts once for a person is looked at again with the other record's claims in view.
            events.publishEvent(new FactsChanged(one));
        }
        events.publishEvent(new RecordsMoved(List.copyOf(all)));
    }
}
