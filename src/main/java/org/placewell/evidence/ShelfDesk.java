package org.placewell.evidence;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.referral.Referrals;
import org.placewell.security.Actor;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.shared.References;
import org.springframework.stereotype.Service;

/** Papers that are gathered before a claim arises, and putting papers that are there already on a claim. */
@Service
class ShelfDesk {

    /** Files of one referral, whatever they were added for. */
    static final int MOST_FILES = 100;

    private final CaseDesk cases;
    private final CaseStore store;
    private final PaperDesk desk;
    private final PaperStore papers;
    private final ComingDesk coming;
    private final Referrals referrals;
    private final References references;
    private final AuditTrail audit;
    private final MovableClock clock;

    ShelfDesk(CaseDesk cases, CaseStore store, PaperDesk desk, PaperStore papers, ComingDesk coming, Referrals referrals, References references,
            AuditTrail audit, MovableClock clock) {
        this.cases = cases;
        this.store = store;
        this.desk = desk;
        this.papers = papers;
        this.coming = coming;
        this.referrals = referrals;
        this.references = references;
        this.audit = audit;
        this.clock = clock;
    }

    /** The papers that wait for a claim; those that are on one already stay there as well. */
    List<PaperView> early(String referralRef, Actor actor) {
        cases.visibleReferral(referralRef, actor);
        return papers.ofReferral(referralRef).stream().filter(paper -> paper.claimRef() == null).toList();
    }

    Set<String> onClaims(String referralRef) {
        return papers.onClaims(referralRef);
    }

    /** What may be added early: every type of paper that an outcome ahead takes, the jobs they rest on, the colleagues who may have got it. */
    PaperSheet sheet(String referralRef) {
        var ahead = coming.of(referralRef);
        var lines = ahead.stream().flatMap(outcome -> outcome.soFar().lines().stream())
                .collect(Collectors.toMap(ChecklistView.Line::typeCode, line -> line, (one, other) -> one.rank().compareTo(other.rank()) <= 0 ? one : other,
                        java.util.LinkedHashMap::new)).values();
        var jobs = ahead.stream().flatMap(outcome -> outcome.jobs().stream()).collect(Collectors.toMap(JobFact::jobRef, job -> job, (one, same) -> one,
                java.util.LinkedHashMap::new)).values();
        return new PaperSheet(List.copyOf(lines), List.copyOf(jobs), desk.colleagues(referrals.get(referralRef).team()));
    }

    String add(String referralRef, NewPaper given, Actor actor) {
        actor.require(Role.SPECIALIST);
        cases.visibleReferral(referralRef, actor);
        store.lockReferral(referralRef);
        var sheet = sheet(referralRef);
        var paper = PaperDesk.aboutOnlyJob(given, sheet.jobs());
        PaperRules.check(sheet, paper, clock.today());
        PaperDesk.colleague(sheet, paper, actor);
        desk.allowed(referralRef, paper);
        var file = PaperCheck.check(paper.fileName(), paper.declaredType(), paper.bytes());
        if (papers.same(referralRef, file).isPresent()) {
            throw Problem.at("file", "file-there-already", "This very file is there already. Put it on a claim when one arises");
        }
        if (papers.countOfReferral(referralRef) >= MOST_FILES) {
            throw Problem.at("file", "too-many-files", "A person can have " + MOST_FILES + " files. Put several pages into one PDF");
        }
        var fileRef = references.file();
        papers.add(referralRef, null, fileRef, 1, paper, file, actor.username(), clock.instant());
        audit.record(referralRef, actor, Area.EVIDENCE, "evidence.paperEarly", "", fileRef + " " + paper.typeCode() + " sha256 " + file.sha256());
        return fileRef;
    }

    void withdraw(String referralRef, String fileRef, Actor actor) {
        actor.require(Role.SPECIALIST);
        cases.visibleReferral(referralRef, actor);
        if (!papers.withdrawEarly(referralRef, fileRef, actor.username(), clock.instant())) {
            throw new Problem.NotFound("this paper");
        }
        audit.record(referralRef, actor, Area.EVIDENCE, "evidence.paperEarlyWithdrawn", "", fileRef);
    }

    String nameOf(String referralRef, Actor actor) {
        cases.visibleReferral(referralRef, actor);
        return referrals.get(referralRef).person().name();
    }

    FileContent content(String referralRef, String fileRef, Actor actor) {
        cases.visibleReferral(referralRef, actor);
        return papers.contentOfReferral(referralRef, fileRef).orElseThrow(() -> new Problem.NotFound("this file"));
    }

    /** The person's papers that would show something of a claim and are not on it yet. */
    List<PaperView> offered(EvidenceCaseView evidence) {
        var on = papers.of(evidence.claimRef()).stream().map(PaperView::fileRef).collect(Collectors.toSet());
        var coverage = new Coverage(evidence.claim().requirements(), evidence.claim().jobs());
        return papers.ofReferral(evidence.claim().referralRef()).stream()
                .filter(paper -> !on.contains(paper.fileRef()) && coverage.takes(paper.typeCode()) && coverage.concerns(paper, evidence.window())).toList();
    }

    void take(String claimRef, String fileRef, Actor actor) {
        actor.require(Role.SPECIALIST);
        store.lock(claimRef);
        var evidence = desk.gathering(claimRef, actor);
        desk.notReviewer(claimRef, actor.username());
        var paper = offered(evidence).stream().filter(one -> one.fileRef().equals(fileRef)).findFirst().orElseThrow(() -> new Problem.NotFound("this paper"));
        desk.notReviewer(claimRef, paper.obtainedBy());
        desk.notReviewer(claimRef, paper.recordedBy());
        if (evidence.claim().requirements().kinds().needsReason(paper.typeCode()) && paper.alternativeReason() == null) {
            throw Problem.of("reason-needed", "For this claim the paper is an alternative and needs a reason. Take it off the papers gathered early, and"
                    + " add it here with its reason");
        }
        if (papers.countOfClaim(claimRef) >= PaperDesk.MOST_FILES) {
            throw Problem.of("too-many-files", "A claim can have " + PaperDesk.MOST_FILES + " files. Put several pages into one PDF");
        }
        if (!papers.put(fileRef, claimRef, evidence.round(), actor.username(), clock.instant())) {
            throw new Problem.Stale("This paper is on the claim already");
        }
        cases.record(evidence.claim(), actor, "evidence.paperAdded", fileRef + " " + paper.typeCode() + " sha256 " + paper.sha256());
    }
}
