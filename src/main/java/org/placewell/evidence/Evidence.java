package org.placewell.evidence;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.placewell.security.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The evidence room's door to claims: cases, papers, automatic checks, reviews. What comes before a claim is behind
 * {@link Gathering}. Commands that a model's service task calls may be
 * repeated and have one effect.
 */
@Service
@Transactional
public class Evidence {

    private final CaseDesk cases;
    private final PaperDesk papers;
    private final SendingDesk sending;
    private final ReviewDesk reviews;
    private final ShelfDesk shelf;

    Evidence(CaseDesk cases, PaperDesk papers, SendingDesk sending, ReviewDesk reviews, ShelfDesk shelf) {
        this.shelf = shelf;
        this.sending = sending;
        this.cases = cases;
        this.papers = papers;
        this.reviews = reviews;
    }

    /** Opens the case of a claim that has arisen; a second call for the same claim changes nothing. */
    public void openCase(NewEvidenceCase claim, Actor actor) {
        cases.open(claim, actor);
    }

    /**
     * Notes who has recorded facts since the case was opened: they do not review it either.
     *
     * @throws org.placewell.shared.Problem {@code four-eyes} when one of them has reviewed it already
     */
    public void recordedBy(String claimRef, Set<String> recorders) {
        cases.recordedBy(claimRef, recorders);
    }

    /** Begins the gathering of evidence. Called by the model; may be repeated. */
    public void prepareChecklist(String claimRef, Actor actor) {
        cases.prepare(claimRef, actor);
    }

    /** Runs and stores the automatic checks of what was sent in. Called by the model; may be repeated. */
    public void runChecks(String claimRef, Actor actor) {
        sending.runChecks(claimRef, actor);
    }

    /** Closes a case that will not be accepted, with the coded reason; nothing happens when it is closed already or accepted. */
    public void close(String claimRef, RejectionReason reason, Actor actor) {
        cases.close(claimRef, reason, actor);
    }

    /** The case, for other rooms and the program itself: the caller answers for who sees it. */
    @Transactional(readOnly = true)
    public EvidenceCaseView get(String claimRef) {
        return cases.get(claimRef);
    }

    /**
     * The case for a person who may see it: its specialist, the team's leader, or a validator who has it in hand.
     *
     * @throws org.placewell.shared.Problem.NotFound for everybody else
     */
    @Transactional(readOnly = true)
    public EvidenceCaseView visible(String claimRef, Actor actor) {
        return cases.visible(claimRef, actor);
    }

    /** Whether the person validates and has a task about this claim open to them: only then do they read what it rests on. */
    @Transactional(readOnly = true)
    public boolean inHand(String claimRef, Actor actor) {
        return cases.inHand(claimRef, actor);
    }

    /** The open cases of a specialist or of a leader's team, the next deadline first. */
    @Transactional(readOnly = true)
    public List<EvidenceSummary> mine(Actor actor) {
        return cases.mine(actor);
    }

    /** The cases of a referral, oldest deadline first; the caller has checked the right to see the referral. */
    @Transactional(readOnly = true)
    public List<EvidenceCaseView> ofReferral(String referralRef) {
        return cases.ofReferral(referralRef);
    }

    /** The cases of a referral with what is there and missing; the caller has checked the right to see the referral. */
    @Transactional(readOnly = true)
    public List<EvidenceSummary> summariesOf(String referralRef) {
        return cases.summariesOf(referralRef);
    }

    /** The person's papers that would show something of the claim and are not on it yet; the caller has checked the right to see it. */
    @Transactional(readOnly = true)
    public List<PaperView> offered(String claimRef) {
        return shelf.offered(cases.get(claimRef));
    }

    /** Puts one of the papers that are there already on the claim. */
    public void takePaper(String claimRef, String fileRef, Actor actor) {
        shelf.take(claimRef, fileRef, actor);
    }

    /** What the claim has to show and what is there already. */
    @Transactional(readOnly = true)
    public ChecklistView checklist(String claimRef) {
        return cases.checklist(claimRef);
    }

    /** The papers that count, oldest first. */
    @Transactional(readOnly = true)
    public List<PaperView> papers(String claimRef) {
        return papers.of(claimRef);
    }

    /** The stored results of the last round's automatic checks; empty before the first. */
    @Transactional(readOnly = true)
    public List<CheckResult> checks(String claimRef) {
        return sending.stored(claimRef);
    }

    /** What the automatic checks would find if the evidence were sent in today. */
    @Transactional(readOnly = true)
    public List<CheckResult> checksNow(String claimRef) {
        return sending.now(claimRef);
    }

    /** The decisions so far, oldest first. */
    @Transactional(readOnly = true)
    public List<ReviewDecision> reviews(String claimRef) {
        return reviews.of(claimRef);
    }

    /** Who had a hand in the claim, for segregation of duties. */
    @Transactional(readOnly = true)
    public Participants participants(String claimRef) {
        return cases.participants(claimRef);
    }

    /**
     * Adds a paper with its file.
     *
     * @return the paper's reference
     * @throws org.placewell.shared.Problem naming the field at fault; then nothing is stored
     */
    public String addPaper(String claimRef, NewPaper paper, Actor actor) {
        return papers.add(claimRef, paper, actor);
    }

    /** What can be said about a paper for the claim. */
    @Transactional(readOnly = true)
    public PaperSheet sheet(String claimRef) {
        return papers.sheet(cases.get(claimRef));
    }

    /** Takes a paper back that has not been sent in yet. */
    public void withdrawPaper(String claimRef, String fileRef, Actor actor) {
        papers.withdraw(claimRef, fileRef, actor);
    }

    /** A paper's file, for whoever may see the case. */
    @Transactional(readOnly = true)
    public FileContent file(String claimRef, String fileRef, Actor actor) {
        return papers.content(claimRef, fileRef, actor);
    }

    /** Sends the evidence to the validator. */
    public void submit(String claimRef, String note, Actor actor) {
        sending.submit(claimRef, note, actor);
    }

    /** Sends provisional evidence in: the claim waits for the final paper as long as the contract lets it, and is not paid before. */
    public void submitProvisionally(String claimRef, Actor actor) {
        sending.submitProvisionally(claimRef, actor);
    }

    /** Records the first validator's decision. */
    public void review(String claimRef, NewReview review, Actor actor) {
        reviews.first(claimRef, review, actor);
    }

    /** The specialist disputes a rejection, with the grounds. */
    public void dispute(String claimRef, String grounds, Actor actor) {
        reviews.dispute(claimRef, grounds, actor);
    }

    /** The specialist accepts a rejection: the case is closed. */
    public void acceptRejection(String claimRef, Actor actor) {
        reviews.acceptRejection(claimRef, actor);
    }

    /** Records the second validator's decision on a dispute. */
    public void reviewDispute(String claimRef, NewReview review, Actor actor) {
        reviews.second(claimRef, review, actor);
    }

    /** Records the check of a paid claim that was drawn into the sample, by a validator who has not reviewed it. */
    public void checkSample(String claimRef, NewReview review, Actor actor) {
        reviews.sample(claimRef, review, actor);
    }

    /** The last day to send evidence in: the claim's deadline, or a later one after a request for more. */
    @Transactional(readOnly = true)
    public LocalDate sendBy(String claimRef) {
        return cases.sendBy(claimRef);
    }

    /** The last day to dispute a rejection. */
    @Transactional(readOnly = true)
    public LocalDate disputeBy(String claimRef) {
        return cases.disputeBy(claimRef);
    }

    /** The day by which a validator should have decided, counted from today as the contract says. */
    @Transactional(readOnly = true)
    public LocalDate reviewBy(String claimRef) {
        return cases.reviewBy(claimRef);
    }
}
