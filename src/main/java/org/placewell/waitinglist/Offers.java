package org.placewell.waitinglist;

import java.time.LocalDate;
import java.util.Map;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.notification.Notifications;
import org.placewell.referral.ClinicalSide;
import org.placewell.referral.EndReason;
import org.placewell.referral.FactsChanged;
import org.placewell.referral.ReferralEnded;
import org.placewell.referral.ReferralStatus;
import org.placewell.referral.Referrals;
import org.placewell.security.Actor;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.workflow.Processes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** From an offered place to a taken one, a kept place in line, or a coded goodbye. */
@Component
class Offers {

    private final WaitingStore store;
    private final Referrals referrals;
    private final ClinicalSide clinicalSide;
    private final Processes processes;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final MovableClock clock;
    private final ApplicationEventPublisher events;

    Offers(WaitingStore store, Referrals referrals, ClinicalSide clinicalSide, Processes processes, Notifications notifications,
            AuditTrail audit, MovableClock clock, ApplicationEventPublisher events) {
        this.store = store;
        this.referrals = referrals;
        this.clinicalSide = clinicalSide;
        this.processes = processes;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    void offer(String ref, String specialist, String reason, int days, Actor actor) {
        actor.require(Role.TEAM_LEADER);
        referrals.visible(ref, actor);
        if (!store.move(ref, WaitingStatus.OFFERED)) {
            throw new Problem.Stale("This person is not waiting for an offer. Open the waiting list again to see where they stand");
        }
        long position = store.ahead(ref) + 1;
        if (position > 1 && reason.isBlank()) {
            throw Problem.at("reason", "jump-needs-reason", "Somebody else is before this person. Say why this person gets the place now");
        }
        var until = clock.today().plusDays(days);
        store.offer(ref, specialist, actor.username(), clock.today(), until, position, reason);
        referrals.move(ref, ReferralStatus.OFFERED, actor, "", "until " + until);
        referrals.assign(ref, specialist, actor);
        audit.record(ref, actor, Area.PATHWAY, "waiting.offered", "", "position " + position + " until " + until);
        notifications.tell(specialist, "placeOffered", ref, ref + ":offered:" + until);
        if (!processes.send("placeOffered", ref, Map.of())) {
            // Only a case of a released model still waits for its review first.
            throw Problem.of("review-open", "A review of this person's wait is open. Finish the review first, then offer the place");
        }
    }

    void respond(String ref, String answer, EndReason reason, LocalDate reachedOn, String channel, int refusalsAllowed,
            Actor actor) {
        actor.require(Role.SPECIALIST);
        referrals.visible(ref, actor);
        var offer = store.lastOffer(ref).orElseThrow(() -> new Problem.NotFound("this offer"));
        if (reachedOn.isAfter(clock.today()) || reachedOn.isBefore(offer.offeredOn())) {
            throw Problem.at("reachedOn", "date-outside-offer", "The date must lie between the day of the offer and today");
        }
        if (!store.closeOffer(ref, answer, clock.today())) {
            throw new Problem.Stale("This offer has been answered or has expired");
        }
        store.outreach(ref, reachedOn, channel, true, actor.username());
        // Somebody has just spoken to the person: that is what a review is for.
        store.reviewed(ref, clock.today());
        if (answer.equals("leaves")) {
            store.leaves(ref, reason);
        }
        if (answer.equals("keepsPlace")) {
            backInLine(ref, actor);
            countRefusal(ref, refusalsAllowed, actor);
        }
        audit.record(ref, actor, Area.PATHWAY, "waiting.answered", "", answer + (reason == null ? "" : " " + reason.code()));
    }

    /** A place refused once too often: the person goes on waiting, at the end of their priority. */
    private void countRefusal(String ref, int allowed, Actor actor) {
        int refused = store.refused(ref);
        if (refused > allowed) {
            store.toTheEnd(ref, clock.today());
            audit.record(ref, actor, Area.PATHWAY, "waiting.to-the-end", "refused places that keep the place: " + allowed, "refused " + refused);
        }
    }

    /** Somebody tried to reach the person, or heard of them. @param field the question that asked for the day */
    void contact(String ref, LocalDate on, String channel, boolean reached, String field, Actor actor) {
        referrals.visible(ref, actor);
        var entry = store.find(ref).orElseThrow(() -> new Problem.NotFound("this person on the waiting list"));
        if (on.isAfter(clock.today()) || on.isBefore(entry.joinedOn())) {
            throw Problem.at(field, "date-outside-wait", "The date must lie between the day the person joined the list and today");
        }
        store.outreach(ref, on, channel, reached, actor.username());
        audit.record(ref, actor, Area.PATHWAY, "waiting.outreach", "", channel + (reached ? " reached" : " not reached"));
    }

    String recordNonResponse(String ref, int attempts) {
        var entry = store.find(ref).orElseThrow();
        if (!store.closeOffer(ref, "noAnswer", clock.today())) {
            return entry.leaveReason() == null ? "keepsPlace" : "leaves";
        }
        int missed = store.missed(ref);
        var silence = store.silence(ref, attempts);
        audit.record(ref, Actor.system(), Area.PATHWAY, "waiting.no-answer", "", "offer " + silence.offersMissed() + " of " + attempts);
        notifications.tell(Role.TEAM_LEADER, entry.team(), "offerNotAnswered", ref, ref + ":no-answer:" + missed);
        if (silence.enough()) {
            store.leaves(ref, EndReason.NO_RESPONSE);
            return "leaves";
        }
        backInLine(ref, Actor.system());
        return "keepsPlace";
    }

    void takePlace(String ref) {
        if (store.move(ref, WaitingStatus.PLACED)) {
            referrals.move(ref, ReferralStatus.IN_SUPPORT, Actor.system(), "", "");
            clinicalSide.tell(ref, "placeTaken", ref + ":placed");
            events.publishEvent(new FactsChanged(ref));
        }
    }

    void leave(String ref) {
        var entry = store.find(ref).orElseThrow();
        if (store.move(ref, WaitingStatus.LEFT)) {
            referrals.assign(ref, null, Actor.system());
            referrals.leaveList(ref, entry.leaveReason(), Actor.system());
            clinicalSide.tell(ref, "leftWaitingList", ref + ":left");
        }
    }

    void escalateLongWait(String ref) {
        var entry = store.find(ref).orElseThrow();
        notifications.tell(Role.TEAM_LEADER, entry.team(), "longWait", ref, ref + ":long-wait");
        audit.recordOnce(ref, Actor.system(), Area.PATHWAY, "waiting.too-long", "", "since " + entry.joinedOn());
    }

    /** A case that ends early leaves the list and frees its offer. */
    @EventListener
    void on(ReferralEnded ended) {
        store.closeOffer(ended.referralRef(), "ended", clock.today());
        store.move(ended.referralRef(), WaitingStatus.ENDED);
    }

    private void backInLine(String ref, Actor actor) {
        store.move(ref, WaitingStatus.WAITING);
        referrals.move(ref, ReferralStatus.WAITING, actor, "", "back in line");
        referrals.assign(ref, null, actor);
    }
}
