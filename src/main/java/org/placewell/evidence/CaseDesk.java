package org.placewell.evidence;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.contract.Contracts;
import org.placewell.security.Actor;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.workflow.WorkItems;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Cases from opening to sending in, who may see them, and their deadlines. */
@Service
class CaseDesk {

    private static final String OPEN = "c.status in ('OPENED', 'GATHERING', 'SUBMITTED', 'UNDER_REVIEW', 'MORE_NEEDED', 'REFUSED', 'DISPUTED')";
    private static final String MINE = """
            exists (select 1 from case_access a where a.referral_ref = c.referral_ref and a.username = :me and a.role in ('SPECIALIST', 'TEAM_LEADER'))""";
    /** After a death nobody is asked for what is still to be gathered. */
    private static final String ASKED = """
            (c.status not in ('OPENED', 'GATHERING', 'MORE_NEEDED', 'REFUSED')
                or not exists (select 1 from referral r where r.ref = c.referral_ref and r.end_reason = 'DIED'))""";
    private final CaseStore store;
    private final PaperStore papers;
    private final AuditTrail audit;
    private final MovableClock clock;
    private final WorkItems work;
    private final ApplicationEventPublisher events;
    private final Contracts contracts;

    CaseDesk(CaseStore store, PaperStore papers, AuditTrail audit, MovableClock clock, WorkItems work,
            ApplicationEventPublisher events, Contracts contracts) {
        this.store = store;
        this.papers = papers;
        this.audit = audit;
        this.clock = clock;
        this.work = work;
        this.events = events;
        this.contracts = contracts;
    }

    void open(NewEvidenceCase claim, Actor actor) {
        if (store.open(claim, clock.today())) {
            record(claim, actor, "evidence.opened", "claim by " + claim.claimBy());
        }
    }

    void recordedBy(String claimRef, Set<String> recorders) {
        var people = store.participants(claimRef);
        for (var name : recorders) {
            if (people.involved().contains(name)) {
                continue;
            }
            if (people.validators().contains(name)) {
                throw Problem.of("four-eyes", "Claim " + claimRef + " about this person was reviewed by whoever records this now."
                        + " Someone else of the team has to record it");
            }
            store.participant(claimRef, name, "RECORDER");
        }
    }

    void prepare(String claimRef, Actor actor) {
        if (store.move(claimRef, EvidenceStatus.OPENED, EvidenceStatus.GATHERING)) {
            changed(claimRef, EvidenceStatus.GATHERING);
        }
    }

    void close(String claimRef, RejectionReason reason, Actor actor) {
        store.lock(claimRef);
        var evidence = get(claimRef);
        if (!EvidenceStatus.MOVES.allows(evidence.status(), EvidenceStatus.CLOSED)) {
            return;
        }
        store.move(claimRef, evidence.status(), EvidenceStatus.CLOSED);
        store.closed(claimRef, reason);
        record(evidence.claim(), actor, "evidence.closed", reason.code());
        changed(claimRef, EvidenceStatus.CLOSED);
    }

    EvidenceCaseView get(String claimRef) {
        return store.find(claimRef).orElseThrow(() -> new Problem.NotFound("this claim"));
    }

    EvidenceCaseView visible(String claimRef, Actor actor) {
        if (actor.isSystem()) {
            return get(claimRef);
        }
        var own = store.list("c.claim_ref = :ref and " + MINE, Map.of("ref", claimRef, "me", actor.username()));
        if (!own.isEmpty()) {
            return own.get(0);
        }
        if (inHand(claimRef, actor)) {
            return get(claimRef);
        }
        throw new Problem.NotFound("this claim");
    }

    /** A validator has a claim in hand while a task about it is open to them; no longer, and nothing else of the record. */
    boolean inHand(String claimRef, Actor actor) {
        return actor.has(Role.VALIDATOR) && work.openFor(claimRef).stream()
                .anyMatch(item -> item.role() == Role.VALIDATOR && work.open(item.taskId(), actor).isPresent());
    }

    /** @throws Problem.NotFound for everybody but the referral's specialist and the team's leader */
    void visibleReferral(String referralRef, Actor actor) {
        if (!actor.isSystem() && !store.worksWith(referralRef, actor.username())) {
            throw new Problem.NotFound("this person");
        }
    }

    List<EvidenceSummary> mine(Actor actor) {
        return store.list(OPEN + " and " + ASKED + " and " + MINE, Map.of("me", actor.username())).stream().map(this::summary).toList();
    }

    List<EvidenceSummary> summariesOf(String referralRef) {
        return ofReferral(referralRef).stream().map(this::summary).toList();
    }

    private EvidenceSummary summary(EvidenceCaseView evidence) {
        return new EvidenceSummary(evidence, Checklist.of(evidence, papers.of(evidence.claimRef())), sendBy(evidence));
    }

    List<EvidenceCaseView> ofReferral(String referralRef) {
        return store.list("c.referral_ref = :ref", Map.of("ref", referralRef));
    }

    ChecklistView checklist(String claimRef) {
        return Checklist.of(get(claimRef), papers.of(claimRef));
    }

    Participants participants(String claimRef) {
        return store.participants(claimRef);
    }

    LocalDate sendBy(String claimRef) {
        return sendBy(get(claimRef));
    }

    /**
     * After a request for more the claim's own deadline has been met: the answer has a deadline of its own. So has the final paper
     * after provisional ones.
     */
    static LocalDate sendBy(EvidenceCaseView evidence) {
        var by = evidence.claim().claimBy();
        if (evidence.finalBy() != null && evidence.finalBy().isAfter(by)) {
            by = evidence.finalBy();
        }
        if (evidence.round() > 1 && evidence.decidedOn() != null) {
            var answerBy = evidence.decidedOn().plusDays(evidence.claim().requirements().moreInformationDays());
            by = answerBy.isAfter(by) ? answerBy : by;
        }
        return by;
    }

    LocalDate disputeBy(String claimRef) {
        var evidence = get(claimRef);
        var from = evidence.decidedOn() == null ? clock.today() : evidence.decidedOn();
        return from.plusDays(evidence.claim().requirements().disputeDays());
    }

    LocalDate reviewBy(String claimRef) {
        var claim = get(claimRef).claim();
        return clock.today().plusDays(contracts.terms(claim.contractRef(), claim.contractVersion()).deadlines().reviewDays());
    }

    void record(NewEvidenceCase claim, Actor actor, String action, String detail) {
        audit.record(claim.referralRef(), actor, Area.EVIDENCE, action, claim.contractRef() + " version " + claim.contractVersion(),
                claim.claimRef() + " " + claim.outcomeCode() + ": " + detail);
    }

    void changed(String claimRef, EvidenceStatus status) {
        events.publishEvent(new EvidenceChanged(claimRef, status));
    }
}
