package org.placewell.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.audit.AuditEntry;
import org.placewell.audit.AuditTrail;
import org.placewell.evidence.PaperView.ObtainedFrom;
import org.placewell.evidence.PaperView.ObtainedHow;
import org.placewell.evidence.ReviewDecision.Decision;
import org.placewell.evidence.process.EvidenceDeadlines;
import org.placewell.security.Actor;
import org.placewell.security.Actors;
import org.placewell.security.People;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.support.PlacewellTest;
import org.placewell.support.World;
import org.placewell.workflow.CaseCards.Card;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Each step of a claim's evidence names who and when, is kept as it was given, and shows itself to those alone whom it concerns. */
@PlacewellTest
@RecordApplicationEvents
class EvidenceTrailTest {

    private static final LocalDate DAY = LocalDate.of(2021, 4, 7);
    @Autowired World world;
    @Autowired ClaimBench bench;
    @Autowired Evidence evidence;
    @Autowired Gathering gathering;
    @Autowired EvidenceCards cards;
    @Autowired EvidenceDeadlines deadlines;
    @Autowired People people;
    @Autowired Actors actors;
    @Autowired AuditTrail audit;
    @Autowired MovableClock clock;
    @Autowired ApplicationEvents events;
    private World.Service service;

    @BeforeEach
    void service() {
        clock.stopAt(DAY);
        service = world.under(ClaimBench.CONTRACT);
    }

    @Test
    @DisplayName("More asked for, brought, rejected, disputed, accepted, drawn and upheld: each step is in the record, told on, and kept as given")
    void wholeWay() {
        var claim = bench.underReview(service);
        evidence.review(claim, NewReview.asking(List.of(NeededCode.HOURS_SHOWN, NeededCode.READABLE_COPY), "Page two"), service.validator());
        evidence.addPaper(claim, ClaimBench.paper(Samples.pdf("again " + claim)), service.specialist());
        evidence.submit(claim, "Here it is", service.specialist());
        evidence.runChecks(claim, Actor.system());
        evidence.review(claim, NewReview.refusing(Decision.REJECTED, RejectionReason.WRONG_PERSON), service.validator());
        evidence.dispute(claim, " It is her. ", service.specialist());
        evidence.reviewDispute(claim, NewReview.of(Decision.ACCEPTED), service.validatorB());
        evidence.checkSample(claim, NewReview.of(Decision.STANDS), validator("third"));
        evidence.close(claim, RejectionReason.DEADLINE_PASSED, Actor.system());
        assertThat(evidence.get(claim)).returns(EvidenceStatus.ACCEPTED, EvidenceCaseView::status).returns(2, EvidenceCaseView::round)
                .returns("It is her.", EvidenceCaseView::disputeGrounds).returns("Here it is", EvidenceCaseView::submissionNote)
                .returns(DAY, EvidenceCaseView::submittedOn).returns(DAY, EvidenceCaseView::decidedOn).returns(null, EvidenceCaseView::closeReason);
        assertThat(steps(claim)).containsExactly("evidence.opened", "evidence.paperAdded", "evidence.submitted", "evidence.checked",
                "evidence." + Decision.MORE_INFORMATION.code(), "evidence.paperAdded", "evidence.submitted", "evidence.checked",
                "evidence." + Decision.REJECTED.code(), "evidence.disputed", "evidence.dispute." + Decision.ACCEPTED.code(),
                        "evidence.sample.stands");
        assertThat(details(claim))
                .anyMatch(text -> text.endsWith("round 1, " + NeededCode.HOURS_SHOWN.code() + ", " + NeededCode.READABLE_COPY.code()))
                .anyMatch(text -> text.endsWith("round 2, " + RejectionReason.WRONG_PERSON.code())).anyMatch(text -> text.endsWith("round 2"));
        var open = evidence.checks(claim).stream().filter(check -> check.outcome() == CheckResult.Outcome.FAILED || check.outcome()
                == CheckResult.Outcome.LOOK).map(CheckResult::code).toList();
        assertThat(details(claim)).anyMatch(text -> text.endsWith(open.isEmpty() ? "all passed" : "to look at: " + String.join(", ", open)));
        assertThat(events.stream(EvidenceChanged.class).filter(event -> event.claimRef().equals(claim)).map(EvidenceChanged::status)).containsExactly(
                EvidenceStatus.GATHERING, EvidenceStatus.SUBMITTED, EvidenceStatus.UNDER_REVIEW, EvidenceStatus.MORE_NEEDED, EvidenceStatus.SUBMITTED,
                EvidenceStatus.UNDER_REVIEW, EvidenceStatus.REFUSED, EvidenceStatus.DISPUTED, EvidenceStatus.ACCEPTED);
        assertThat(evidence.reviews(claim)).extracting(ReviewDecision::kind, ReviewDecision::decision, ReviewDecision::round,
                ReviewDecision::reviewer)
                .containsExactly(tuple(ReviewDecision.Kind.FIRST, Decision.MORE_INFORMATION, 1, service.validator().username()),
                        tuple(ReviewDecision.Kind.FIRST, Decision.REJECTED, 2, service.validator().username()),
                        tuple(ReviewDecision.Kind.DISPUTE, Decision.ACCEPTED, 2, service.validatorB().username()),
                        tuple(ReviewDecision.Kind.SAMPLE, Decision.STANDS, 2, "third" + service.number()));
        assertThat(evidence.reviews(claim).get(0)).returns(List.of(NeededCode.HOURS_SHOWN, NeededCode.READABLE_COPY), ReviewDecision::needed)
                .returns("Page two", ReviewDecision::neededText).returns(null, ReviewDecision::reason);
        assertThat(evidence.checks(claim)).hasSizeGreaterThan(10).allMatch(check -> !check.title().isBlank() && !check.explanation().isBlank());
    }

    @Test
    @DisplayName("Opened, prepared, checked or closed twice has one effect; an accepted rejection and a rejection for good close with their reasons")
    void once() {
        var claim = bench.underReview(service);
        var view = evidence.get(claim);
        evidence.openCase(view.claim(), Actor.system());
        evidence.prepareChecklist(claim, Actor.system());
        evidence.runChecks(claim, Actor.system());
        assertThat(steps(claim)).containsExactly("evidence.opened", "evidence.paperAdded", "evidence.submitted", "evidence.checked");
        assertThat(evidence.get(claim).status()).isEqualTo(EvidenceStatus.UNDER_REVIEW);
        evidence.review(claim, NewReview.refusing(Decision.REJECTED, RejectionReason.NOT_GENUINE), service.validator());
        evidence.acceptRejection(claim, service.specialist());
        evidence.close(claim, RejectionReason.DEADLINE_PASSED, Actor.system());
        assertThat(evidence.get(claim)).returns(EvidenceStatus.CLOSED, EvidenceCaseView::status)
                .returns("NOT_GENUINE", EvidenceCaseView::closeReason);
        assertThat(steps(claim)).endsWith("evidence.rejectionAccepted", "evidence.closed").doesNotHaveDuplicates();
        assertThat(events.stream(EvidenceChanged.class).filter(event -> event.status() == EvidenceStatus.CLOSED)).hasSize(1);
        var other = rejected();
        evidence.dispute(other, "No", service.specialist());
        evidence.reviewDispute(other, NewReview.refusing(Decision.REJECTED_FINAL, RejectionReason.WRONG_PERSON), service.validatorB());
        assertThat(evidence.get(other)).returns(EvidenceStatus.CLOSED, EvidenceCaseView::status)
                .returns("WRONG_PERSON", EvidenceCaseView::closeReason);
        var kept = bench.gathering(service);
        assertThat(evidence.get(kept).claim()).as("what was opened is what is kept").isEqualTo(ClaimBench.claim(kept,
                evidence.get(kept).claim().referralRef(), service, ClaimBench.job(), ClaimBench.payslips()));
    }

    @Test
    @DisplayName("The case is found by its specialist, the leader and the program; a list holds what is open, the next deadline first")
    void sight() {
        var claim = bench.gathering(service);
        for (var may : List.of(service.specialist(), service.leader(), Actor.system())) {
            assertThat(evidence.visible(claim, may).claimRef()).isEqualTo(claim);
        }
        for (var barred : List.of(service.specialistB(), service.validator(), service.finance(), world.under(ClaimBench.CONTRACT).leader())) {
            assertThatThrownBy(() -> evidence.visible(claim, barred)).as(barred.username()).isInstanceOf(Problem.NotFound.class);
        }
        assertThat(evidence.inHand(claim, service.validator())).as("no task is open").isFalse();
        assertThat(evidence.mine(service.specialist())).extracting(line -> line.evidence().claimRef()).containsExactly(claim);
        assertThat(evidence.mine(service.specialistB())).isEmpty();
        assertThat(evidence.mine(service.leader()).get(0)).returns(ClaimBench.CLAIM_BY, EvidenceSummary::sendBy)
                .satisfies(line -> assertThat(line.checklist().lines()).isNotEmpty());
        evidence.close(claim, RejectionReason.DEADLINE_PASSED, Actor.system());
        assertThat(evidence.mine(service.specialist())).isEmpty();
        assertThat(evidence.summariesOf(evidence.get(claim).claim().referralRef())).hasSize(1);
        assertThatThrownBy(() -> evidence.get("C-NONE")).isInstanceOf(Problem.NotFound.class);
    }

    @Test
    @DisplayName("A file is read back byte for byte by those who may see the case; withdrawn while it is gathered, not once it was sent in")
    void files() {
        var claim = bench.gathering(service);
        var bytes = Samples.pdf("bytes " + claim);
        var file = evidence.addPaper(claim, ClaimBench.paper(bytes), service.specialist());
        assertThat(evidence.file(claim, file, service.leader()).bytes()).isEqualTo(bytes);
        assertThat(evidence.file(claim, file, service.leader()).mediaType()).isEqualTo("application/pdf");
        assertThatThrownBy(() -> evidence.file(claim, file, service.specialistB())).isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> evidence.file(claim, "F-NONE", service.leader())).isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> evidence.addPaper(claim, ClaimBench.paper(bytes), service.specialist())).satisfies(code("file-there-already"))
                .hasMessageContaining("on the claim already");
        assertThatThrownBy(() -> evidence.withdrawPaper(claim, "F-NONE", service.specialist())).isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> evidence.withdrawPaper(claim, file, service.leader())).isInstanceOf(Problem.Forbidden.class);
        evidence.withdrawPaper(claim, file, service.specialist());
        assertThat(evidence.papers(claim)).isEmpty();
        assertThatThrownBy(() -> evidence.file(claim, file, service.leader())).as("withdrawn").isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> evidence.submit(claim, "", service.specialist())).satisfies(code("no-papers"));
        var sent = evidence.addPaper(claim, ClaimBench.paper(Samples.pdf("sent " + claim)), service.specialist());
        evidence.submit(claim, "", service.specialist());
        assertThatThrownBy(() -> evidence.withdrawPaper(claim, sent, service.specialist())).isInstanceOf(Problem.Stale.class);
        assertThatThrownBy(() -> evidence.submit(claim, "", service.specialist())).isInstanceOf(Problem.Stale.class);
        evidence.runChecks(claim, Actor.system());
        evidence.review(claim, NewReview.asking(List.of(NeededCode.READABLE_COPY), ""), service.validator());
        assertThatThrownBy(() -> evidence.withdrawPaper(claim, sent, service.specialist())).satisfies(code("sent-in"));
        assertThat(steps(claim)).contains("evidence.paperWithdrawn");
        assertThat(evidence.get(claim).submissionNote()).isNull();
    }

    @Test
    @DisplayName("A claim takes twenty files and no more; somebody else who got a paper is of the team and has not reviewed the claim")
    void limits() {
        var claim = bench.gathering(service);
        assertThatThrownBy(() -> evidence.addPaper(claim, by(claim, service.finance().username()), service.specialist()))
                .satisfies(code("not-a-colleague"));
        assertThatThrownBy(() -> evidence.addPaper(claim, by(claim, service.leader().username()), service.leader()))
                .isInstanceOf(Problem.Forbidden.class);
        assertThatThrownBy(() -> evidence.takePaper(claim, "F-NONE", service.leader())).isInstanceOf(Problem.Forbidden.class);
        evidence.addPaper(claim, by(claim + "own", service.specialist().username()), service.specialist());
        evidence.addPaper(claim, by(claim + "leader", service.leader().username()), service.specialist());
        assertThat(evidence.papers(claim)).extracting(PaperView::obtainedBy).containsExactly(service.specialist().username(),
                service.leader().username());
        assertThat(evidence.participants(claim).involved()).contains(service.leader().username());
        assertThat(evidence.sheet(claim).colleagues()).extracting(Actor::username).contains(service.specialistB().username(),
                service.leader().username());
        for (int i = 2; i < PaperDesk.MOST_FILES; i++) {
            evidence.addPaper(claim, ClaimBench.paper(Samples.pdf(claim + i)), service.specialist());
        }
        assertThatThrownBy(() -> evidence.addPaper(claim, ClaimBench.paper(Samples.pdf(claim + "more")), service.specialist()))
                .satisfies(code("too-many-files"));
        assertThat(evidence.papers(claim)).hasSize(PaperDesk.MOST_FILES);
    }

    @Test
    @DisplayName("Whoever records facts later is named beside those there are; whoever has reviewed is refused, and may then bring no paper either")
    void recorders() {
        var claim = bench.underReview(service);
        evidence.recordedBy(claim, Set.of(service.leader().username(), service.specialist().username()));
        assertThat(evidence.participants(claim).involved()).contains(service.leader().username());
        evidence.review(claim, NewReview.asking(List.of(NeededCode.READABLE_COPY), ""), service.validator());
        assertThatThrownBy(() -> evidence.recordedBy(claim, Set.of(service.validator().username()))).satisfies(code("four-eyes"));
        people.grant(service.validator().username(), Role.SPECIALIST, "provider" + service.number(), service.team(), null);
        assertThatThrownBy(() -> evidence.addPaper(claim, by(claim, service.validator().username()), service.specialist()))
                .satisfies(code("four-eyes"));
    }

    @Test
    @DisplayName("The last day is still good, the day after is not: for evidence, its answer, the dispute and the review")
    void lastDays() {
        var claim = bench.gathering(service);
        evidence.addPaper(claim, ClaimBench.paper(Samples.pdf(claim)), service.specialist());
        assertThat(deadlines.claimBy(claim)).isEqualTo(midnight(ClaimBench.CLAIM_BY.plusDays(1)));
        clock.stopAt(ClaimBench.CLAIM_BY);
        evidence.submit(claim, "", service.specialist());
        evidence.runChecks(claim, Actor.system());
        assertThat(evidence.checks(claim)).filteredOn(check -> check.code().equals("inTime")).extracting(CheckResult::outcome)
                .containsExactly(CheckResult.Outcome.PASSED);
        int days = (int) java.time.temporal.ChronoUnit.DAYS.between(ClaimBench.CLAIM_BY, evidence.reviewBy(claim));
        assertThat(days).isPositive();
        assertThat(deadlines.reviewBy(claim)).isEqualTo(midnight(ClaimBench.CLAIM_BY.plusDays(days + 1)));
        assertThat(deadlines.sampleBy(claim)).isEqualTo(deadlines.reviewBy(claim));
        assertThat(evidence.disputeBy(claim)).as("not decided yet: from today").isEqualTo(ClaimBench.CLAIM_BY.plusDays(10));
        evidence.review(claim, NewReview.refusing(Decision.REJECTED, RejectionReason.WRONG_PERSON), service.validator());
        clock.stopAt(ClaimBench.CLAIM_BY.plusDays(3));
        assertThat(deadlines.disputeBy(claim)).isEqualTo(midnight(ClaimBench.CLAIM_BY.plusDays(11)));
    }

    @Test
    @DisplayName("What a person says about asking an employer is kept day by day; the newest word of each job counts, none is from tomorrow")
    void wishes() {
        var job = bench.job(service, "Baker " + service.number());
        assertThat(gathering.employerWishes(job.referralRef())).isEmpty();
        var refused = new EmployerWish(job.ref(), EmployerWish.Disclosure.REFUSED, EmployerWish.Claimant.UC, DAY.minusDays(1));
        var agreed = new EmployerWish(job.ref(), EmployerWish.Disclosure.AGREED, EmployerWish.Claimant.NOT_KNOWN, DAY);
        gathering.recordEmployerWish(refused, service.specialist());
        gathering.recordEmployerWish(agreed, service.specialist());
        assertThat(gathering.employerWishes(job.referralRef())).containsExactly(agreed);
        for (var day : new LocalDate[] {null, DAY.plusDays(1)}) {
            assertThatThrownBy(() -> gathering.recordEmployerWish(new EmployerWish(job.ref(), EmployerWish.Disclosure.AGREED,
                    EmployerWish.Claimant.UC, day),
                    service.specialist())).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.field()).isEqualTo("saidOn"));
        }
        assertThat(audit.of(job.referralRef())).extracting(AuditEntry::action).filteredOn("evidence.employer-wish"::equals).hasSize(2);
        assertThat(gathering.jobOf(job.ref(), service.leader()).ref()).isEqualTo(job.ref());
        assertThatThrownBy(() -> gathering.jobOf("J-NONE", service.leader())).isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> gathering.jobOf(job.ref(), service.specialistB())).isInstanceOf(Problem.NotFound.class);
        assertThat(gathering.nameOf(job.referralRef(), service.leader())).contains("Canary");
        assertThatThrownBy(() -> gathering.nameOf(job.referralRef(), service.finance())).isInstanceOf(Problem.NotFound.class);
    }

    @Test
    @DisplayName("In the work list specialists read whom it is about, validators what; whoever had a hand in it is not offered the task")
    void cards() {
        var claim = rejected();
        evidence.dispute(claim, "No", service.specialist());
        assertThat(cards.processes()).containsExactly("evidence-validation");
        var gather = cards.card(claim, "gatherEvidence");
        assertThat(gather).returns(service.team(), Card::team).returns(service.specialist().username(), Card::assignee)
                .returns(List.of(service.validator().username()), Card::excluded).returns(evidence.get(claim).claim().referralRef(),
                        Card::referralRef)
                .satisfies(card -> assertThat(card.summary()).contains("Canary"));
        var hands = List.of(service.specialist().username(), service.specialistB().username());
        assertThat(cards.card(claim, "reviewEvidence")).returns(null, Card::team).returns(null, Card::assignee).returns(service.contract(),
                Card::contractRef)
                .satisfies(card -> assertThat(card.excluded()).containsExactlyInAnyOrderElementsOf(hands))
                .satisfies(card -> assertThat(card.summary()).contains(claim).doesNotContain("Canary"));
        for (var task : List.of("reviewDispute", "checkSample")) {
            assertThat(cards.card(claim, task).excluded()).containsAll(hands).contains(service.validator().username()).hasSize(3);
        }
    }

    private String rejected() {
        var claim = bench.underReview(service);
        evidence.review(claim, NewReview.refusing(Decision.REJECTED, RejectionReason.WRONG_PERSON), service.validator());
        return claim;
    }

    private List<String> steps(String claim) {
        return audit.of(evidence.get(claim).claim().referralRef()).stream().filter(line -> line.detail().startsWith(claim))
                .map(AuditEntry::action).toList();
    }

    private List<String> details(String claim) {
        return audit.of(evidence.get(claim).claim().referralRef()).stream().map(AuditEntry::detail).filter(text -> text.startsWith(claim)).toList();
    }

    private NewPaper by(String words, String username) {
        var shows = new NewPaper.Shows(18 * 60, null, null, Set.of());
        return new NewPaper("payslips-covering-window", null, ClaimBench.FROM, ClaimBench.TO, ObtainedFrom.CLIENT, ObtainedHow.POST,
                DAY, username, null, "",
                null, shows, "payslip.pdf", null, Samples.pdf("by " + words));
    }

    private Actor validator(String name) {
        people.person(name + service.number(), name, "correct horse battery", false);
        people.grant(name + service.number(), Role.VALIDATOR, "office" + service.number(), null, service.contract());
        return actors.find(name + service.number()).orElseThrow();
    }

    private static Date midnight(LocalDate day) {
        return Date.from(day.atTime(LocalTime.MIN).atZone(MovableClock.LONDON).toInstant());
    }

    private static java.util.function.Consumer<Throwable> code(String code) {
        return problem -> assertThat(((Problem) problem).code()).isEqualTo(code);
    }
}
