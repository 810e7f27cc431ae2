package org.placewell.evidence;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.placewell.security.Actor;
import org.placewell.security.Actors;
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
    private final Actors people;
    private final WishDesk wishes;

    PaperDesk(CaseDesk cases, CaseStore store, PaperStore papers, References references, MovableClock clock, Actors people, WishDesk wishes) {
        this.wishes = wishes;
        this.people = people;
        this.cases = cases;
        this.store = store;
        this.papers = papers;
        this.references = references;
        this.clock = clock;
    }

    List<PaperView> of(String claimRef) {
        return papers.of(claimRef);
    }

    /** What can be said about a paper for a claim. */
    PaperSheet sheet(EvidenceCaseView evidence) {
        return new PaperSheet(Checklist.of(evidence, List.of()).lines(), evidence.claim().jobs(), colleagues(evidence.claim().team()));
    }

    String add(String claimRef, NewPaper given, Actor actor) {
        actor.require(Role.SPECIALIST);
        store.lock(claimRef);
        var evidence = gathering(claimRef, actor);
        notReviewer(claimRef, actor.username());
        var sheet = sheet(evidence);
        var paper = aboutOnlyJob(given, sheet.jobs());
        PaperRules.check(sheet, paper, clock.today());
        colleague(sheet, paper, actor);
        if (paper.obtainedBy() != null) {
            notReviewer(claimRef, paper.obtainedBy());
        }
        allowed(evidence.claim().referralRef(), paper);
        var file = PaperCheck.check(paper.fileName(), paper.declaredType(), paper.bytes());
        var same = papers.same(evidence.claim().referralRef(), file);
        if (same.isPresent()) {
            throw Problem.at("file", "file-there-already", papers.of(claimRef).stream().anyMatch(there -> there.fileRef().equals(same.get()))
                    ? "This very file is on the claim already" : "This very file is there already: put " + same.get() + " on the claim instead, from the"
                    + " list of papers that are there");
        }
        if (papers.countOfClaim(claimRef) >= MOST_FILES) {
            throw Problem.at("file", "too-many-files", "A claim can have " + MOST_FILES + " files. Put several pages into one PDF");
        }
        var fileRef = references.file();
        papers.add(evidence.claim().referralRef(), claimRef, fileRef, evidence.round(), paper, file, actor.username(), clock.instant());
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

    EvidenceCaseView gathering(String claimRef, Actor actor) {
        var evidence = cases.visible(claimRef, actor);
        if (!evidence.status().takesPapers()) {
            throw new Problem.Stale("Papers can be changed only while evidence is being gathered. Now: " + evidence.status().label());
        }
        return evidence;
    }

    /** Nobody may ask an employer without a ground that the record shows for that day. */
    void allowed(String referralRef, NewPaper paper) {
        if (paper.obtainedFrom() != PaperView.ObtainedFrom.EMPLOYER) {
            return;
        }
        var grounds = wishes.on(referralRef, paper.jobRef(), paper.obtainedOn());
        if (!grounds.held().contains(paper.employerBasis())) {
            var why = paper.employerBasis() == EmployerBasis.CLAIMANT || grounds.why().isEmpty()
                    ? "the record does not say that the person claims or claimed one of these benefits" : grounds.why();
            throw Problem.at("employerBasis", "no-basis", "On " + Period.day(paper.obtainedOn()) + " " + why
                    + ". Record what the person said on their record, beside the job, under “Whether the employer may be asked”");
        }
    }

    /** Where there is one job only, the paper is about it; the specialist is not asked. */
    static NewPaper aboutOnlyJob(NewPaper paper, List<JobFact> jobs) {
        return paper.jobRef() != null || jobs.size() != 1 ? paper : paper.about(jobs.get(0).jobRef());
    }

    /** The colleagues who may have got a paper: the specialists and leaders of the team. */
    List<Actor> colleagues(String team) {
        return team == null ? List.of() : Stream.of(Role.SPECIALIST, Role.TEAM_LEADER).flatMap(role -> people.holding(role, null, team).stream())
                .filter(person -> person.grants().stream().anyMatch(grant -> team.equals(grant.team())))
                .collect(Collectors.toMap(Actor::username, person -> person, (one, same) -> one, java.util.TreeMap::new)).values().stream().toList();
    }

    /** Somebody else who got the paper is a colleague of the team. */
    static void colleague(PaperSheet sheet, NewPaper paper, Actor actor) {
        var by = paper.obtainedBy();
        if (by != null && !by.equals(actor.username()) && sheet.colleagues().stream().noneMatch(person -> person.username().equals(by))) {
            throw Problem.at("obtainedBy", "not-a-colleague", "Choose a colleague of the team, or yourself");
        }
    }

    void notReviewer(String claimRef, String username) {
        if (store.participants(claimRef).validators().contains(username)) {
            throw Problem.of("four-eyes", "Whoever has reviewed this claim cannot have a part in its evidence");
        }
    }
}
