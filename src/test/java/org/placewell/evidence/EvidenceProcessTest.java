package org.placewell.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.claim.ClaimStatus;
import org.placewell.claim.Claims;
import org.placewell.claim.MoneyWorld;
import org.placewell.claim.ReversalView;
import org.placewell.evidence.PaperView.ObtainedFrom;
import org.placewell.evidence.PaperView.ObtainedHow;
import org.placewell.jobsearch.Attendance;
import org.placewell.jobsearch.JobSearch;
import org.placewell.settlement.Settlement;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.support.ModelCoverage;
import org.placewell.statement.Statements;
import org.placewell.support.PlacewellTest;
import org.placewell.support.ProcessDriver;
import org.placewell.support.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlacewellTest
@DisplayName("evidence-validation: from an outcome reached to a paid claim, or to its end without payment")
class EvidenceProcessTest {

    private static final String MODEL = "evidence-validation";
    private static final LocalDate START = LocalDate.of(2021, 4, 7);
    @Autowired
    ClaimBench bench;
    @Autowired
    MoneyWorld money;
    @Autowired
    Evidence evidence;
    @Autowired
    Claims claims;
    @Autowired
    JobSearch search;
    @Autowired
    Settlement settlement;
    @Autowired
    Statements statements;
    @Autowired
    ProcessDriver driver;
    @Autowired
    MovableClock clock;
    @Autowired
    JdbcClient jdbc;
    World.Service service;
    String claim;

    @BeforeAll
    static void forget() {
        ModelCoverage.start(MODEL);
    }

    @AfterAll
    static void everyNodeAndFlow() {
        ModelCoverage.assertComplete(MODEL);
    }

    @BeforeEach
    void engaged() {
        clock.stopAt(START);
        service = money.service();
        var referral = bench.referral(service);
        for (int i = 0; i < 3; i++) {
            search.recordAppointment(referral, START, "FACE_TO_FACE", Attendance.ATTENDED, service.specialist());
        }
        var opened = evidence.ofReferral(referral);
        assertThat(opened).as("three appointments attended are an engagement").hasSize(1);
        claim = opened.get(0).claimRef();
        driver.runDue(claim);
        assertThat(driver.waitsAt(claim)).containsExactly("gatherEvidence");
    }

    @Test
    @DisplayName("Accepted, paid, not drawn: it ends as paid")
    void paid() {
        accept();
        pay(false);
        assertThat(driver.runs(claim)).isEmpty();
        assertThat(evidence.get(claim).status()).isEqualTo(EvidenceStatus.ACCEPTED);
    }

    @Test
    @DisplayName("Drawn into the sample: a third validator lets the payment stand, or asks for its reversal, on which finance decides")
    void sample() {
        accept();
        pay(true);
        assertThat(driver.waitsAt(claim)).containsExactly("checkSample");
        assertThatThrownBy(() -> driver.submit("checkSample", claim, Map.of("sampleDecision", "stands"), service.validator()))
                .as("who accepted it is told that someone else has to").isInstanceOf(Problem.Forbidden.class);
        driver.submit("checkSample", claim, Map.of("sampleDecision", "stands"), service.validatorB());
        assertThat(driver.runs(claim)).isEmpty();
        engaged();
        accept();
        pay(true);
        driver.submit("checkSample", claim, Map.of("sampleDecision", "fails", "rejectionReason", "notGenuine"), service.validatorB());
        assertThat(driver.runs(claim)).isEmpty();
        assertThat(evidence.get(claim).status()).isEqualTo(EvidenceStatus.OVERTURNED);
        assertThat(claims.get(claim).status()).as("nothing moves before somebody in finance has decided").isEqualTo(ClaimStatus.PAID);
        assertThat(claims.reversals(claim, service.finance())).extracting(ReversalView::reason, ReversalView::requestedBy)
                .containsExactly(Tuple.tuple("sampleCheck", service.validatorB().username()));
        claims.decideReversal(claim, true, service.finance());
        assertThat(claims.get(claim).status()).isEqualTo(ClaimStatus.REVERSED);
    }

    @Test
    @DisplayName("More is asked for and brought; then rejected, disputed, and accepted by a second validator")
    void moreThenDispute() {
        send();
        driver.submit("reviewEvidence", claim, Map.of("evidenceDecision", "moreInformation", "needed", List.of("readableCopy")), service.validator());
        assertThat(driver.waitsAt(claim)).containsExactly("gatherEvidence");
        send();
        assertThat(evidence.get(claim).round()).isEqualTo(2);
        reject();
        driver.submit("considerDispute", claim, Map.of("disputeDecision", "disputed", "disputeGrounds", "It is signed on page two"), service.specialist());
        assertThatThrownBy(() -> driver.submit("reviewDispute", claim, Map.of("evidenceDecision", "accepted"), service.validator()))
                .isInstanceOf(Problem.Forbidden.class);
        driver.submit("reviewDispute", claim, Map.of("evidenceDecision", "accepted"), service.validatorB());
        assertThat(driver.waitsAt(claim)).containsExactly("message claimPaid");
    }

    @Test
    @DisplayName("Rejected for good by a second validator")
    void rejectedForGood() {
        send();
        reject();
        driver.submit("considerDispute", claim, Map.of("disputeDecision", "disputed", "disputeGrounds", "It is signed on page two"), service.specialist());
        driver.submit("reviewDispute", claim, Map.of("evidenceDecision", "rejectedFinal", "rejectionReason", "wrongPerson"), service.validatorB());
        ended(RejectionReason.WRONG_PERSON);
    }

    @Test
    @DisplayName("The specialist accepts a rejection")
    void rejectionAccepted() {
        send();
        reject();
        driver.submit("considerDispute", claim, Map.of("disputeDecision", "accepted"), service.specialist());
        ended(RejectionReason.NOT_WHAT_THE_RULE_ASKS);
    }

    @Test
    @DisplayName("A rejection that nobody disputes in time ends the claim")
    void disputeOverdue() {
        send();
        reject();
        driver.letTimePass(START.plusDays(14), claim);
        assertThat(driver.waitsAt(claim)).as("the last day is still good").containsExactly("considerDispute");
        driver.letTimePass(START.plusDays(15), claim);
        ended(RejectionReason.DISPUTE_NOT_RAISED);
    }

    @Test
    @DisplayName("Evidence that does not come by the last day ends the claim")
    void deadlinePassed() {
        var lastDay = evidence.sendBy(claim);
        driver.letTimePass(lastDay, claim);
        assertThat(driver.waitsAt(claim)).as("the last day is still good").containsExactly("gatherEvidence");
        driver.letTimePass(lastDay.plusDays(1), claim);
        ended(RejectionReason.DEADLINE_PASSED);
    }

    @Test
    @DisplayName("Without room under a cap accepted evidence is not paid")
    void noRoom() {
        service = money.service(terms -> terms.replace("people: 985", "people: 1"));
        claim = money.claim(service);
        driver.runDue(claim);
        money.reserved(service);
        send();
        driver.submit("reviewEvidence", claim, Map.of("evidenceDecision", "accepted"), service.validator());
        assertThat(driver.runs(claim)).isEmpty();
        assertThat(claims.get(claim).status()).isEqualTo(ClaimStatus.CAP_REACHED);
    }

    @Test
    @DisplayName("Facts corrected after the claim arose: accepted evidence is not paid")
    void notPayable() {
        send();
        jdbc.sql("update appointment set outcome = 'DID_NOT_ATTEND' where referral_ref = ?").param(evidence.get(claim).claim().referralRef()).update();
        driver.submit("reviewEvidence", claim, Map.of("evidenceDecision", "accepted"), service.validator());
        assertThat(driver.runs(claim)).isEmpty();
        assertThat(claims.get(claim).status()).isEqualTo(ClaimStatus.NOT_PAYABLE);
    }

    private void send() {
        var view = evidence.get(claim);
        var paper = new NewPaper("appointment-record", view.claim().windowFrom(), view.claim().windowTo(), ObtainedFrom.OWN_RECORD, ObtainedHow.DOWNLOADED,
                clock.today(), null, null, null, null, "record.pdf", null, Samples.pdf(claim + view.round()));
        evidence.addPaper(claim, paper, service.specialist());
        driver.submit("gatherEvidence", claim, Map.of("declaration", true), service.specialist());
        assertThat(driver.waitsAt(claim)).containsExactly("reviewEvidence");
    }

    private void accept() {
        send();
        driver.submit("reviewEvidence", claim, Map.of("evidenceDecision", "accepted"), service.validator());
        assertThat(driver.waitsAt(claim)).containsExactly("message claimPaid");
        assertThat(claims.get(claim).status()).isEqualTo(ClaimStatus.RESERVED);
    }

    private void reject() {
        driver.submit("reviewEvidence", claim, Map.of("evidenceDecision", "rejected", "rejectionReason", "notWhatTheRuleAsks"), service.validator());
        assertThat(driver.waitsAt(claim)).containsExactly("considerDispute");
    }

    /** Every payer pays its share; the draw is fixed. */
    private void pay(boolean drawn) {
        jdbc.sql("insert into sample_draw (claim_ref, seed, one_in, chosen, drawn_at) values (?, 1, 1, ?, now())").params(claim, drawn).update();
        for (var payer : List.of("haringey", "barnet", "lcf")) {
            var statement = money.drafted(service, payer);
            money.instruct(statement, service);
            settlement.importRemittance("paid.csv", money.remittance(statement), service.finance());
            statements.close(statement);
        }
        driver.runDue(claim);
    }

    private void ended(RejectionReason reason) {
        assertThat(driver.runs(claim)).isEmpty();
        assertThat(evidence.get(claim).status()).isEqualTo(EvidenceStatus.CLOSED);
        assertThat(evidence.get(claim).closeReason()).isEqualTo(reason.name());
        assertThat(claims.get(claim).status()).isEqualTo(ClaimStatus.REJECTED);
    }
}
