package org.placewell.evidence;

import java.util.List;
import org.placewell.security.Actor;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.shared.References;
import org.springframework.stereotype.Service;

/** Papers: adding, taking back, opening. */
@Service
class PaperDesk {

    /** Files of a claim, the withdrawn ones included. */
    static final int MOST_FILES = 20;

    private final CaseDesk cases;
    private final CaseStore store;
    private final PaperStore papers;
    private final References references;
    private final MovableClock clock;

    PaperDesk(CaseDesk cases, CaseStore store, PaperStore papers, References references, MovableClock clock) {
        this.cases = cases;
        this.store = store;
        this.papers = papers;
        this.references = references;
        this.clock = clock;
    }

    List<PaperView> of(String claimRef) {
        return papers.of(claimRef);
    }

    String add(String claimRef, NewPaper paper, Actor actor) {
        actor.require(Role.SPECIALIST);
        store.lock(claimRef);
        var evidence = gathering(claimRef, actor);
        notReviewer(claimRef, actor);
        PaperRules.check(evidence.claim(), paper, clock.today());
        var file = PaperCheck.check(paper.fileName(), paper.declaredType(), paper.bytes());
        if (papers.holds(claimRef, file.uploadedSha256())) {
            throw Problem.at("file", "file-there-already", "This very file is on the claim already");
        }
        if (papers.countAll(claimRef) >= MOST_FILES) {
            throw Problem.at("file", "too-many-files", "A claim can have " + MOST_FILES + " files. Put several pages into one PDF");
        }
        var fileRef = references.file();
        papers.add(claimRef, fileRef, evidence.round(), paper, file, actor.username(), clock.instant());
        cases.record(evidence.claim(), actor, "evidence.paperAdded", fileRef + " " + paper.typeCode() + " sha256 " + file.sha256());
        return fileRef;
    }

    void withdraw(String claimRef, String fileRef, Actor actor) {
        actor.require(Role.SPECIALIST);
        store.lock(claimRef);
        var evidence = gathering(claimRef, actor);
        if (papers.of(claimRef).stream().noneMatch(paper -> paper.fileRef().equals(fileRef))) {
            throw new Problem.NotFound("this paper");
        }
        if (!papers.withdraw(claimRef, fileRef, evidence.round(), actor.username(), clock.instant())) {
            throw Problem.of("sent-in", "This paper was sent to the validator before and stays on the claim. Add a better one instead");
        }
        cases.record(evidence.claim(), actor, "evidence.paperWithdrawn", fileRef);
    }

    FileContent content(String claimRef, String fileRef, Actor actor) {
        cases.visible(claimRef, actor);
        return papers.content(claimRef, fileRef).orElseThrow(() -> new Problem.NotFound("this file"));
    }

    private EvidenceCaseView gathering(String claimRef, Actor actor) {
        var evidence = cases.visible(claimRef, actor);
        if (!evidence.status().takesPapers()) {
            throw new Problem.Stale("Papers can be changed only while evidence is being gathered. Now: " + evidence.status().label());
        }
        return evidence;
    }

    private void notReviewer(String claimRef, Actor actor) {
        if (store.participants(claimRef).validators().contains(actor.username())) {
            throw Problem.of("four-eyes", "You have reviewed this claim, so you cannot add to its evidence");
        }
    }
}
