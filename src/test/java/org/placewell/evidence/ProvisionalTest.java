package org.placewell.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.evidence.EvidenceRequirements.Kinds;
import org.placewell.evidence.PaperView.ObtainedFrom;
import org.placewell.evidence.PaperView.ObtainedHow;
import org.placewell.evidence.ReviewDecision.Decision;
import org.placewell.jobsearch.Attendance;
import org.placewell.jobsearch.JobSearch;
import org.placewell.referral.Referrals;
import org.placewell.security.Actor;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.support.PlacewellTest;
import org.placewell.support.ProcessDriver;
import org.placewell.support.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlacewellTest
@DisplayName("Provisional evidence: it keeps a claim alive until the final paper comes, and nothing is accepted on it")
class ProvisionalTest {

    private static final Kinds KINDS = new Kinds(List.of("payslips-covering-window"), List.of("signed-client-declaration"), List.of(),
            List.of("employment-contract"));
    @Autowired
    World world;
    @Autowired
    ClaimBench bench;
    @Autowired
    Evidence evidence;
    @Autowired
    Gathering gathering;
    @Autowired
    Referrals referrals;
    @Autowired
    JobSearch search;
    @Autowired
    ProcessDriver driver;
    @Autowired
    MovableClock clock;
    @Autowired
    JdbcClient jdbc;
    World.Service service;
    String claim;

    @BeforeEach
    void claim() {
        clock.stopAt(LocalDate.of(2021, 6, 20));
        service = world.under(ClaimBench.CONTRACT);
        claim = bench.gathering(service, bench.referral(service), ClaimBench.job(), ClaimBench.needs(KINDS, 30));
    }

    @Test
    @DisplayName("Sent in before the deadline, it gives the final paper so many days more, once, and costs no attempt")
    void moreTime() {
        assertThatThrownBy(() -> evidence.submitProvisionally(claim, service.specialist())).satisfies(code("no-provisional"));
        add("employment-contract", "contract");
        assertThatThrownBy(() -> evidence.submit(claim, "", service.specialist())).satisfies(code("provisional-only"));
        evidence.submitProvisionally(claim, service.specialist());
        assertThat(evidence.sendBy(claim)).as("30 days after 20 June, beyond 4 July").isEqualTo(LocalDate.of(2021, 7, 20));
        assertThatThrownBy(() -> evidence.submitProvisionally(claim, service.specialist())).satisfies(code("provisional-before"));
        clock.stopAt(LocalDate.of(2021, 7, 20));
        assertThatThrownBy(() -> evidence.submit(claim, "", service.specialist())).satisfies(code("provisional-only"));
        add("payslips-covering-window", "final");
        evidence.submit(claim, "", service.specialist());
        evidence.runChecks(claim, Actor.system());
        assertThat(evidence.get(claim).attemptsLeft()).isEqualTo(2);
        assertThat(evidence.checks(claim)).filteredOn(check -> check.code().equals("finalPaper") || check.code().equals("inTime"))
                .extracting(CheckResult::outcome).containsOnly(CheckResult.Outcome.PASSED);
        evidence.review(claim, NewReview.of(Decision.ACCEPTED), service.validator());
        assertThat(evidence.get(claim).status()).isEqualTo(EvidenceStatus.ACCEPTED);
    }

    @Test
    @DisplayName("After the days are over, or after the deadline without it, nothing is taken any more")
    void tooLate() {
        add("employment-contract", "contract");
        evidence.submitProvisionally(claim, service.specialist());
        clock.stopAt(LocalDate.of(2021, 7, 21));
        assertThatThrownBy(() -> evidence.submit(claim, "", service.specialist())).satisfies(code("deadline-passed"));
        clock.stopAt(LocalDate.of(2021, 6, 20));
        var other = bench.gathering(service, bench.referral(service), ClaimBench.job(), ClaimBench.needs(KINDS, 30));
        clock.stopAt(ClaimBench.CLAIM_BY.plusDays(1));
        assertThatThrownBy(() -> evidence.submitProvisionally(other, service.specialist())).satisfies(code("deadline-passed"));
    }

    @Test
    @DisplayName("The database lets nobody accept what only stands in for the final paper")
    void neverAccepted() {
        add("employment-contract", "contract");
        jdbc.sql("update evidence_case set status = 'UNDER_REVIEW' where claim_ref = ?").param(claim).update();
        assertThatThrownBy(() -> evidence.review(claim, NewReview.of(Decision.ACCEPTED), service.validator())).satisfies(code("provisional-only"));
        jdbc.sql("update evidence_case set status = 'GATHERING' where claim_ref = ?").param(claim).update();
        assertThatThrownBy(() -> jdbc.sql("insert into evidence_review (claim_ref, round, kind, decision, reviewer, reviewed_at) values (?, 1, 'FIRST', ?, ?, now())")
                .params(claim, "ACCEPTED", service.validator().username()).update()).hasMessageContaining("provisional");
        add("payslips-covering-window", "final");
        assertThat(jdbc.sql("insert into evidence_review (claim_ref, round, kind, decision, reviewer, reviewed_at) values (?, 1, 'FIRST', ?, ?, now())")
                .params(claim, "ACCEPTED", service.validator().username()).update()).isEqualTo(1);
    }

    @Test
    @DisplayName("The task's due date and the claim's end move with it")
    void deadlineMoves() {
        clock.stopAt(LocalDate.of(2021, 4, 7));
        var referral = bench.referral(service);
        for (int i = 0; i < 3; i++) {
            search.recordAppointment(referral, clock.today(), "FACE_TO_FACE", Attendance.ATTENDED, service.specialist());
        }
        var engaged = bench.onlyClaim(referral);
        driver.runDue(engaged);
        jdbc.sql("insert into evidence_requirement (claim_ref, position, type_code, rank) values (?, 301, 'signed-client-declaration', 'PROVISIONAL')")
                .param(engaged).update();
        jdbc.sql("update evidence_case set provisional_days = 60 where claim_ref = ?").param(engaged).update();
        var before = evidence.sendBy(engaged);
        driver.letTimePass(before, engaged);
        evidence.addPaper(engaged, new NewPaper("signed-client-declaration", before, before, ObtainedFrom.CLIENT, ObtainedHow.POST, before, null, "",
                null, null, "declaration.pdf", null, Samples.pdf(engaged)), service.specialist());
        evidence.submitProvisionally(engaged, service.specialist());
        assertThat(driver.open("gatherEvidence", engaged).dueDate()).isEqualTo(before.plusDays(60));
        driver.letTimePass(before.plusDays(60), engaged);
        assertThat(driver.waitsAt(engaged)).containsExactly("gatherEvidence");
        driver.letTimePass(before.plusDays(61), engaged);
        assertThat(driver.runs(engaged)).isEmpty();
        assertThat(evidence.get(engaged).status()).isEqualTo(EvidenceStatus.CLOSED);
    }

    @Test
    @DisplayName("Nothing is sent in while the person has not agreed that it is shown to the funders")
    void notAgreed() {
        add("payslips-covering-window", "final");
        var referral = evidence.get(claim).claim().referralRef();
        referrals.changeConsents(referral, false, true, service.specialist());
        assertThatThrownBy(() -> evidence.submit(claim, "", service.specialist())).satisfies(code("not-agreed"));
        assertThat(evidence.get(claim).status()).isEqualTo(EvidenceStatus.GATHERING);
        referrals.changeConsents(referral, true, true, service.specialist());
        evidence.submit(claim, "", service.specialist());
    }

    @Test
    @DisplayName("An employer's paper needs a ground that the record shows for the day: agreement and choice, or the order for claimants")
    void askingAnEmployer() {
        var mine = bench.job(service, "Corner Bakery " + service.number());
        var asked = bench.gathering(service, mine.referralRef(), mine.facts(), ClaimBench.payslips());
        assertThatThrownBy(() -> letter(asked, EmployerBasis.CONSENT, "a")).satisfies(code("no-basis")).hasMessageContaining("nobody has noted");
        wish(mine.ref(), EmployerWish.Disclosure.REFUSED, EmployerWish.Claimant.NOT_KNOWN);
        assertThatThrownBy(() -> letter(asked, EmployerBasis.CONSENT, "b")).satisfies(code("no-basis")).hasMessageContaining("does not want");
        assertThatThrownBy(() -> letter(asked, EmployerBasis.CLAIMANT, "c")).satisfies(code("no-basis")).hasMessageContaining("benefits");
        wish(mine.ref(), EmployerWish.Disclosure.AGREED, EmployerWish.Claimant.NONE);
        letter(asked, EmployerBasis.CONSENT, "d");
        referrals.changeConsents(mine.referralRef(), true, false, service.specialist());
        assertThatThrownBy(() -> letter(asked, EmployerBasis.CONSENT, "e")).satisfies(code("no-basis")).hasMessageContaining("has not agreed");
        wish(mine.ref(), EmployerWish.Disclosure.AGREED, EmployerWish.Claimant.ESA);
        letter(asked, EmployerBasis.CLAIMANT, "f");
        var stranger = world.under(ClaimBench.CONTRACT);
        assertThatThrownBy(() -> gathering.recordEmployerWish(new EmployerWish(mine.ref(), EmployerWish.Disclosure.AGREED, EmployerWish.Claimant.UC,
                clock.today()), stranger.specialist())).isInstanceOf(Problem.NotFound.class);
        for (var change : List.of("update employer_wish set claimant = 'UC'", "delete from employer_wish")) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).as(change).isInstanceOf(org.springframework.dao.DataAccessException.class);
        }
    }

    private void wish(String jobRef, EmployerWish.Disclosure disclosure, EmployerWish.Claimant claimant) {
        gathering.recordEmployerWish(new EmployerWish(jobRef, disclosure, claimant, clock.today()), service.specialist());
    }

    private void letter(String asked, EmployerBasis basis, String words) {
        evidence.addPaper(asked, new NewPaper("employer-confirmation", ClaimBench.FROM, ClaimBench.TO, ObtainedFrom.EMPLOYER, ObtainedHow.EMAIL,
                clock.today(), null, "", basis, null, "letter.pdf", null, Samples.pdf(asked + words)), service.specialist());
    }

    private void add(String type, String words) {
        evidence.addPaper(claim, ClaimBench.paper(type, ClaimBench.FROM, ClaimBench.TO, Samples.pdf(claim + words)), service.specialist());
    }

    private static java.util.function.Consumer<Throwable> code(String code) {
        return problem -> assertThat(((Problem) problem).code()).isEqualTo(code);
    }
}
