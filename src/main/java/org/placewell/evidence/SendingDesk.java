package org.placewell.evidence;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import org.placewell.evidence.EmployerWish.Grounds;
import org.placewell.evidence.PaperView.ObtainedFrom;
import org.placewell.referral.Referrals;
import org.placewell.security.Actor;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.workflow.Processes;
import org.springframework.stereotype.Service;

/** Sending evidence in, for good or for a while, and the automatic checks of it. */
@Service
class SendingDesk {

    private final CaseDesk cases;
    private final CaseStore store;
    private final PaperStore papers;
    private final CheckStore checks;
    private final WishDesk wishes;
    private final Referrals referrals;
    private final Processes processes;
    private final MovableClock clock;

    SendingDesk(CaseDesk cases, CaseStore store, PaperStore papers, CheckStore checks, WishDesk wishes, Referrals referrals, Processes processes,
            MovableClock clock) {
        this.cases = cases;
        this.store = store;
        this.papers = papers;
        this.checks = checks;
        this.wishes = wishes;
        this.referrals = referrals;
        this.processes = processes;
        this.clock = clock;
    }

    void submit(String claimRef, String note, Actor actor) {
        var evidence = begin(claimRef, actor);
        var list = cases.checklist(claimRef);
        if (list.provisionalOnly()) {
            throw Problem.of("provisional-only", evidence.provisionalOn() == null
                    ? "Only provisional evidence is there. Send it in as provisional on the page with the papers, and go on here when the final paper has come"
                    : "Only provisional evidence is there. Add the final paper first; it has to come by " + Period.day(CaseDesk.sendBy(evidence)));
        }
        if (!list.hasAnyPaper()) {
            throw Problem.of("no-papers", "Nothing on the checklist is there yet. Add at least one paper before you send the evidence in");
        }
        if (evidence.status() == EvidenceStatus.MORE_NEEDED && papers.of(claimRef).stream().noneMatch(paper -> paper.round() == evidence.round())
                && (note == null || note.isBlank())) {
            throw Problem.at("note", "nothing-new", "Add what the validator asked for, or say here why it cannot be had");
        }
        if (!store.move(claimRef, evidence.status(), EvidenceStatus.SUBMITTED)) {
            throw sentBefore();
        }
        store.participant(claimRef, actor.username(), "SUBMITTER");
        store.submitted(claimRef, clock.today(), note == null || note.isBlank() ? null : note);
        cases.record(evidence.claim(), actor, "evidence.submitted", "round " + evidence.round());
        cases.changed(claimRef, EvidenceStatus.SUBMITTED);
    }

    /**
     * Provisional evidence keeps a claim alive past its deadline until the final paper has come, and does nothing else: no validator
     * accepts it, no cap is held for it and nothing is paid on it. It uses up no attempt.
     */
    void submitProvisionally(String claimRef, Actor actor) {
        var evidence = begin(claimRef, actor);
        if (evidence.claim().requirements().provisionalDays() == 0 || !cases.checklist(claimRef).hasProvisional()) {
            throw Problem.of("no-provisional", "No paper is there that the contract takes for a while. Add one of those the checklist marks as provisional");
        }
        if (!store.provisional(claimRef, clock.today())) {
            throw Problem.of("provisional-before", "Provisional evidence was sent in on " + Period.day(evidence.provisionalOn())
                    + ". What is needed now is the final paper, by " + Period.day(CaseDesk.sendBy(evidence)));
        }
        store.participant(claimRef, actor.username(), "SUBMITTER");
        var by = cases.sendBy(claimRef);
        processes.moveDeadline("evidence-validation", claimRef, by.plusDays(1).atStartOfDay(MovableClock.LONDON).toInstant());
        cases.record(evidence.claim(), actor, "evidence.provisional", "final by " + by);
    }

    private EvidenceCaseView begin(String claimRef, Actor actor) {
        actor.require(Role.SPECIALIST);
        store.lock(claimRef);
        var evidence = cases.visible(claimRef, actor);
        if (!evidence.status().takesPapers()) {
            throw sentBefore();
        }
        var last = CaseDesk.sendBy(evidence);
        if (clock.today().isAfter(last)) {
            throw Problem.of("deadline-passed", "The last day to send this evidence in was " + Period.day(last)
                    + ". The claim is being closed; ask your team leader if something went wrong");
        }
        if (!referrals.get(evidence.claim().referralRef()).consents().evidence()) {
            throw Problem.of("not-agreed", "The person has not agreed that evidence of work is shown to those who fund the service. Ask them, and record"
                    + " their answer on their record under “Record a changed consent”");
        }
        return evidence;
    }

    private static Problem sentBefore() {
        return new Problem.Stale("The evidence for this claim has already been sent in");
    }

    void runChecks(String claimRef, Actor actor) {
        store.lock(claimRef);
        var evidence = cases.get(claimRef);
        if (evidence.status() != EvidenceStatus.SUBMITTED) {
            return;
        }
        var results = Checks.run(facts(evidence, evidence.submittedOn()));
        checks.store(claimRef, evidence.round(), results, clock.instant());
        store.move(claimRef, EvidenceStatus.SUBMITTED, EvidenceStatus.UNDER_REVIEW);
        var notPassed = results.stream().filter(result -> result.outcome() == CheckResult.Outcome.FAILED || result.outcome() == CheckResult.Outcome.LOOK)
                .map(CheckResult::code).toList();
        cases.record(evidence.claim(), actor, "evidence.checked", notPassed.isEmpty() ? "all passed" : "to look at: " + String.join(", ", notPassed));
        cases.changed(claimRef, EvidenceStatus.UNDER_REVIEW);
    }

    List<CheckResult> stored(String claimRef) {
        return checks.latest(claimRef);
    }

    List<CheckResult> now(String claimRef) {
        return Checks.run(facts(cases.get(claimRef), clock.today()));
    }

    private Checks.Facts facts(EvidenceCaseView evidence, LocalDate on) {
        var there = papers.of(evidence.claimRef());
        var grounds = new HashMap<String, Grounds>();
        there.stream().filter(paper -> paper.obtainedFrom() == ObtainedFrom.EMPLOYER)
                .forEach(paper -> grounds.put(paper.fileRef(), wishes.on(evidence.claim().referralRef(), paper.jobRef(), paper.obtainedOn())));
        return new Checks.Facts(evidence, there, grounds, on, CaseDesk.sendBy(evidence));
    }
}
