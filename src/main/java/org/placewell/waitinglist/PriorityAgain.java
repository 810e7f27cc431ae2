package org.placewell.waitinglist;

import java.util.Objects;
import java.util.Optional;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.notification.Notifications;
import org.placewell.referral.DecideAgain;
import org.placewell.referral.Referrals;
import org.placewell.security.Actor;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks how soon somebody who waits should be helped, once more, when facts have been put right. Whoever gets another priority by it is
 * among those who moved out of turn, with the reason and the name of who put the facts right; a priority that a person gave stays.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class PriorityAgain {

    private final WaitingStore store;
    private final Priorities priorities;
    private final Referrals referrals;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final MovableClock clock;

    PriorityAgain(WaitingStore store, Priorities priorities, Referrals referrals, Notifications notifications, AuditTrail audit, MovableClock clock) {
        this.store = store;
        this.priorities = priorities;
        this.referrals = referrals;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    /** Asks again for those who wait; their leader hears of it when the table gives another priority than before. */
    @EventListener
    @Order(DecideAgain.PRIORITY)
    public void on(DecideAgain corrected) {
        corrected.referralRefs().forEach(ref -> store.lock(ref).filter(WaitingEntry::onList).ifPresent(entry -> again(entry, corrected.by())));
    }

    private void again(WaitingEntry entry, Actor by) {
        var ref = entry.ref();
        var given = ask(ref);
        if (!entry.byPerson()) {
            store.priority(ref, given.priority(), given.rule(), given.reason());
            if (given.priority() != entry.priority()) {
                store.jump(ref, entry.priority(), given.priority(), "The record was corrected. " + given.reason(), by.username(), clock.today());
            }
        }
        store.byTable(ref, given.priority());
        audit.record(ref, Actor.system(), Area.PATHWAY, "waiting.asked-again", "waiting-priority: " + given.rule(), entry.byPerson()
                ? "priority " + given.priority() + " by the table, " + entry.priority() + " stays as given"
                : "priority " + entry.priority() + " to " + given.priority());
        int before = Objects.requireNonNullElse(entry.byTable(), entry.priority());
        if (given.priority() != before) {
            notifications.tell(Role.TEAM_LEADER, entry.team(), "priorityChanged", ref, ref + ":priority:" + before + "-" + given.priority() + ":" + clock.today());
        }
    }

    private Given ask(String ref) {
        var referral = referrals.get(ref);
        boolean returning = referrals.returning(ref);
        var found = priorities.of(referral, returning);
        int priority = (int) found.get("priority");
        var reason = store.chosenGrade(ref).filter(chosen -> priorities.with(chosen.graded(), referral, returning) != priority)
                .map(WaitingStore.Chosen::sentence).orElse(found.get("reason").toString());
        return new Given(priority, found.get("rule").toString(), reason);
    }

    /** Priority and place in words, with what the table gives where a person gave another one; empty for whoever is not on the list. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Optional<String> words(String ref) {
        return store.find(ref).filter(WaitingEntry::onList).map(entry -> {
            var words = "Priority " + entry.priority() + ", position " + (store.ahead(ref) + 1) + ". " + entry.priorityReason();
            if (!entry.byPerson()) {
                return words;
            }
            var given = ask(ref);
            return words + (words.endsWith(".") ? "" : ".") + " A person gave this priority: it stays. The decision table gives "
                    + (given.priority() == entry.priority() ? "the same" : "priority " + given.priority()) + ". " + given.reason();
        });
    }

    private record Given(int priority, String rule, String reason) {}
}
