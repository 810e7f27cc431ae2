package org.placewell.evidence;

import java.util.List;
import java.util.Set;
import org.placewell.evidence.ReviewDecision.Decision;
import org.placewell.evidence.ReviewDecision.Kind;
import org.placewell.security.Actor;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.springframework.stereotype.Service;

/** The validators' decisions, and the specialist's answer to a rejection. */
@Service
class ReviewDesk {

    private final CaseDesk cases;
    private final CaseStore store;
    private final ReviewStore reviews;
    private final MovableClock clock;

    ReviewDesk(CaseDesk cases, CaseStore store, ReviewStore reviews, MovableClock clock) {
        this.cases = cases;
        this.store = store;
        this.reviews = reviews;
        this.clock = clock;
    }

    List<ReviewDecision> of(String claimRef) {
        return reviews.of(claimRef);
    }

    void first(String claimRef, NewReview review, Actor actor) {
        var evidence = begin(claimRef, review, Kind.FIRST, EvidenceStatus.UNDER_REVIEW, actor,
                Set.of(Decision.ACCEPTED, Decision.REJECTED, Decision.MORE_INFORMATION));
        boolean more = review.decision() == Decision.MORE_INFORMATION;
        if (more && review.needed().isEmpty()) {
            throw Problem.at("needed", "nothing-asked", "Say what is needed, so that the specialist can get it");
        }
        if (more && evidence.attemptsLeft() <= 1) {
            throw Problem.at("evidenceDecision", "no-attempts-left", "The contract allows " + evidence.claim().requirements().rounds()
                    + " attempts and this is the last one: accept or reject");
        }
        decide(evidence, Kind.FIRST, review, switch (review.decision()) {
            case ACCEPTED -> EvidenceStatus.ACCEPTED;
            case MORE_INFORMATION -> EvidenceStatus.MORE_NEEDED;
            default -> EvidenceStatus.REFUSED;
        }, more ? evidence.round() + 1 : evidence.round(), actor);
    }

    void dispute(String claimRef, String grounds, Actor actor) {
        var evidence = beginAnswer(claimRef, actor);
        if (grounds == null || grounds.isBlank()) {
            throw Problem.at("disputeGrounds", "no-grounds", "Say why the rejection is wrong: the second validator reads it");
        }
        if (clock.today().isAfter(cases.disputeBy(claimRef))) {
            throw Problem.of("deadline-passed", "The last day to dispute this was " + Period.day(cases.disputeBy(claimRef))
                    + ". The rejection stands; ask your team leader if something went wrong");
        }
        store.move(claimRef, EvidenceStatus.REFUSED, EvidenceStatus.DISPUTED);
        store.disputed(claimRef, grounds.strip());
        cases.record(evidence.claim(), actor, "evidence.disputed", "round " + evidence.round());
        cases.changed(claimRef, EvidenceStatus.DISPUTED);
    }

    void acceptRejection(String claimRef, Actor actor) {
        var evidence = beginAnswer(claimRef, actor);
        cases.record(evidence.claim(), actor, "evidence.rejectionAccepted", "round " + evidence.round());
        cases.close(claimRef, lastReason(claimRef), actor);
    }

    void second(String claimRef, NewReview review, Actor actor) {
        var evidence = begin(claimRef, review, Kind.DISPUTE, EvidenceStatus.DISPUTED, actor, Set.of(Decision.ACCEPTED, Decision.REJECTED_FINAL));
        boolean accepted = review.decision() == Decision.ACCEPTED;
        decide(evidence, Kind.DISPUTE, review, accepted ? EvidenceStatus.ACCEPTED : EvidenceStatus.CLOSED, evidence.round(), actor);
        if (!accepted) {
            store.closed(claimRef, review.reason());
        }
    }

    void sample(String claimRef, NewReview review, Actor actor) {
        var evidence = begin(claimRef, review, Kind.SAMPLE, EvidenceStatus.ACCEPTED, actor, Set.of(Decision.STANDS, Decision.FAILS));
        if (review.decision() == Decision.FAILS) {
            decide(evidence, Kind.SAMPLE, review, EvidenceStatus.OVERTURNED, evidence.round(), actor);
        } else {
            reviews.add(claimRef, evidence.round(), Kind.SAMPLE, review, actor.username(), clock.instant());
            cases.record(evidence.claim(), actor, "evidence.sample.stands", "round " + evidence.round());
        }
    }

    private EvidenceCaseView beginAnswer(String claimRef, Actor actor) {
        actor.require(Role.SPECIALIST);
        store.lock(claimRef);
        var evidence = cases.visible(claimRef, actor);
        if (evidence.status() != EvidenceStatus.REFUSED) {
            throw new Problem.Stale("This rejection has already been answered");
        }
        return evidence;
    }

    private EvidenceCaseView begin(String claimRef, NewReview review, Kind kind, EvidenceStatus expected, Actor actor, Set<Decision> possible) {
        actor.require(Role.VALIDATOR);
        store.lock(claimRef);
        var evidence = cases.get(claimRef);
        if (actor.grants().stream().noneMatch(grant -> grant.role() == Role.VALIDATOR
                && evidence.claim().contractRef().equals(grant.contract()))) {
            throw new Problem.NotFound("this claim");
        }
        anotherPerson(claimRef, kind, actor);
        if (evidence.status() != expected) {
            throw new Problem.Stale("This evidence has already been decided: " + evidence.status().label());
        }
        if (!possible.contains(review.decision())) {
            throw new IllegalArgumentException(kind + " cannot end with " + review.decision());
        }
        if (review.decision() == Decision.ACCEPTED && cases.checklist(claimRef).provisionalOnly()) {
            throw Problem.at("evidenceDecision", "provisional-only", "Only evidence that stands in for a while is there. Ask for the final paper, or reject");
        }
        boolean refuses = Set.of(Decision.REJECTED, Decision.REJECTED_FINAL, Decision.FAILS).contains(review.decision());
        if (refuses && review.reason() == null) {
            throw Problem.at("rejectionReason", "no-reason", "Choose the reason: the provider reads it and may dispute it");
        }
        return evidence;
    }

    /** The friendly words; the guarantee is the database's trigger. */
    private void anotherPerson(String claimRef, Kind kind, Actor actor) {
        var people = store.participants(claimRef);
        if (people.involved().contains(actor.username())) {
            throw Problem.of("four-eyes", "You had a hand in this claim's evidence, so another validator must review it");
        }
        if (kind == Kind.DISPUTE && people.firstValidators().contains(actor.username())) {
            throw Problem.of("four-eyes", "You rejected this evidence, so a second validator must decide the dispute");
        }
        if (kind == Kind.SAMPLE && people.validators().contains(actor.username())) {
            throw Problem.of("four-eyes", "You reviewed this evidence before it was paid, so another validator must check it now");
        }
    }

    private void decide(EvidenceCaseView evidence, Kind kind, NewReview review, EvidenceStatus to, int nextRound, Actor actor) {
        var claimRef = evidence.claimRef();
        reviews.add(claimRef, evidence.round(), kind, review, actor.username(), clock.instant());
        if (!store.move(claimRef, evidence.status(), to)) {
            throw new Problem.Stale("Someone else has just decided this");
        }
        store.decided(claimRef, clock.today(), nextRound);
        var why = review.reason() == null ? String.join(", ", review.needed().stream().map(NeededCode::code).toList()) : review.reason().code();
        cases.record(evidence.claim(), actor, "evidence." + (kind == Kind.SAMPLE ? "sample." : kind == Kind.DISPUTE ? "dispute." : "")
                + review.decision().code(), "round " + evidence.round() + (why.isEmpty() ? "" : ", " + why));
        cases.changed(claimRef, to);
    }

    private RejectionReason lastReason(String claimRef) {
        var all = reviews.of(claimRef);
        return all.get(all.size() - 1).reason();
    }
}
