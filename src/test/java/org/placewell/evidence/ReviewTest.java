package org.placewell.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.audit.AuditTrail;
import org.placewell.evidence.ReviewDecision.Decision;
import org.placewell.security.Actor;
import org.placewell.security.Actors;
import org.placewell.security.People;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.support.PlacewellTest;
import org.placewell.support.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlacewellTest
@DisplayName("Reviews: another person decides, whatever door the command comes through")
class ReviewTest {

    @Autowired
    World world;
    @Autowired
    ClaimBench bench;
    @Autowired
    Evidence evidence;
    @Autowired
    MovableClock clock;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    People people;
    @Autowired
    Actors actors;
    @Autowired
    AuditTrail audit;
    World.Service service;

    @BeforeEach
    void service() {
        clock.stopAt(LocalDate.of(2021, 4, 7));
        service = world.under(ClaimBench.CONTRACT);
    }

    @Test
    @DisplayName("Sent in, checked, accepted; each step is in the audit record without a name")
    void accepted() {
        var claim = bench.underReview(service);
        assertThat(evidence.get(claim).status()).isEqualTo(EvidenceStatus.UNDER_REVIEW);
        assertThat(evidence.checks(claim)).extracting(CheckResult::outcome).doesNotContain(CheckResult.Outcome.FAILED, CheckResult.Outcome.LOOK);
        evidence.review(claim, NewReview.of(Decision.ACCEPTED), service.validator());
        assertThat(evidence.get(claim).status()).isEqualTo(EvidenceStatus.ACCEPTED);
        var lines = audit.of(evidence.get(claim).claim().referralRef());
        assertThat(lines).extracting(line -> line.action()).containsSubsequence("evidence.opened", "evidence.paperAdded", "evidence.submitted",
                "evidence.checked", "evidence.accepted");
        assertThat(lines).noneMatch(line -> line.detail().contains("Canary"));
        assertThatThrownBy(() -> evidence.review(claim, NewReview.of(Decision.ACCEPTED), service.validatorB())).isInstanceOf(Problem.Stale.class);
    }

    @Test
    @DisplayName("Who recorded, uploaded or sent in the evidence cannot review it, not even with the validator's role")
    void involvedCannotReview() {
        var claim = bench.underReview(service);
        for (var involved : List.of(service.specialist(), service.specialistB())) {
            people.grant(involved.username(), Role.VALIDATOR, "office" + service.number(), null, service.contract());
            var both = actors.find(involved.username()).orElseThrow();
            assertThatThrownBy(() -> evidence.review(claim, NewReview.of(Decision.ACCEPTED), both))
                    .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code()).isEqualTo("four-eyes"));
            refusedByDatabase(claim, 1, "FIRST", "ACCEPTED", involved.username());
        }
    }

    @Test
    @DisplayName("A dispute needs a second validator, a sample a validator who has not reviewed the claim")
    void secondAndThird() {
        var claim = bench.underReview(service);
        evidence.review(claim, NewReview.refusing(Decision.REJECTED, RejectionReason.WINDOW_NOT_COVERED), service.validator());
        evidence.dispute(claim, "The last payslip covers April", service.specialist());
        assertThatThrownBy(() -> evidence.reviewDispute(claim, NewReview.of(Decision.ACCEPTED), service.validator()))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code()).isEqualTo("four-eyes"));
        refusedByDatabase(claim, 1, "DISPUTE", "ACCEPTED", service.validator().username());
        evidence.reviewDispute(claim, NewReview.of(Decision.ACCEPTED), service.validatorB());
        for (var earlier : List.of(service.validator(), service.validatorB())) {
            assertThatThrownBy(() -> evidence.checkSample(claim, NewReview.of(Decision.STANDS), earlier))
                    .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code()).isEqualTo("four-eyes"));
            refusedByDatabase(claim, 1, "SAMPLE", "STANDS", earlier.username());
        }
        var third = validator("validatorc");
        evidence.checkSample(claim, NewReview.refusing(Decision.FAILS, RejectionReason.NOT_GENUINE), third);
        assertThat(evidence.get(claim).status()).isEqualTo(EvidenceStatus.OVERTURNED);
        assertThat(evidence.participants(claim).validators()).containsExactlyInAnyOrder(service.validator().username(),
                service.validatorB().username(), third.username());
    }

    @Test
    @DisplayName("The database also refuses reviewers without the role for the contract, reviewers who upload, and every change of what was decided")
    void whateverDoor() {
        var claim = bench.underReview(service);
        refusedByDatabase(claim, 1, "FIRST", "ACCEPTED", service.finance().username());
        var elsewhere = person("elsewhere", Role.VALIDATOR, "wla-drug-alcohol");
        refusedByDatabase(claim, 1, "FIRST", "ACCEPTED", elsewhere.username());
        assertThatThrownBy(() -> evidence.review(claim, NewReview.of(Decision.ACCEPTED), elsewhere)).isInstanceOf(Problem.NotFound.class);
        evidence.review(claim, NewReview.asking(List.of(NeededCode.HOURS_SHOWN), "Which hours?"), service.validator());
        assertThatThrownBy(() -> jdbc.sql("insert into evidence_participant (claim_ref, username, part) values (?, ?, 'UPLOADER')")
                .params(claim, service.validator().username()).update()).hasMessageContaining("four-eyes");
        for (var change : List.of("update evidence_review set decision = 'ACCEPTED'", "delete from evidence_review", "truncate evidence_review cascade",
                "delete from evidence_participant", "update evidence_file set content = ''", "update evidence_check set result = 'PASSED'",
                "delete from evidence_item")) {
            assertThatThrownBy(() -> jdbc.sql(change + (change.startsWith("truncate") ? "" : " where claim_ref = '" + claim + "'")).update())
                    .as(change).isInstanceOf(DataAccessException.class);
        }
        assertThat(jdbc.sql("select current_user").query(String.class).single()).isEqualTo("placewell_app");
    }

    @Test
    @DisplayName("More can be asked for while the contract has attempts left; the answer has its own deadline")
    void moreInformation() {
        var claim = bench.underReview(service);
        assertThatThrownBy(() -> evidence.review(claim, NewReview.asking(List.of(), ""), service.validator()))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.field()).isEqualTo("needed"));
        clock.stopAt(LocalDate.of(2021, 7, 2));
        evidence.review(claim, NewReview.asking(List.of(NeededCode.MISSING_PERIOD), "March"), service.validator());
        assertThat(evidence.get(claim).round()).isEqualTo(2);
        assertThat(evidence.sendBy(claim)).as("ten days after 2 July").isEqualTo(LocalDate.of(2021, 7, 12));
        assertThatThrownBy(() -> evidence.submit(claim, "", service.specialist()))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code()).isEqualTo("nothing-new"));
        evidence.submit(claim, "The employer has closed", service.specialist());
        evidence.runChecks(claim, Actor.system());
        evidence.runChecks(claim, Actor.system());
        assertThat(jdbc.sql("select count(*) from evidence_check where claim_ref = ? and round = 2").param(claim).query(Integer.class).single()).isEqualTo(16);
        assertThatThrownBy(() -> evidence.review(claim, NewReview.asking(List.of(NeededCode.MISSING_PERIOD), ""), service.validator()))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code()).isEqualTo("no-attempts-left"));
        evidence.review(claim, NewReview.refusing(Decision.REJECTED, RejectionReason.WINDOW_NOT_COVERED), service.validator());
        evidence.acceptRejection(claim, service.specialist());
        evidence.close(claim, RejectionReason.DISPUTE_NOT_RAISED, Actor.system());
        assertThat(evidence.get(claim).closeLabel()).isEqualTo(RejectionReason.WINDOW_NOT_COVERED.label());
    }

    @Test
    @DisplayName("Nothing is taken after the last day, and a rejection needs its reason")
    void deadlineAndReason() {
        var late = bench.gathering(service);
        evidence.addPaper(late, ClaimBench.paper(Samples.pdf(late)), service.specialist());
        clock.stopAt(ClaimBench.CLAIM_BY.plusDays(1));
        assertThatThrownBy(() -> evidence.submit(late, "", service.specialist()))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code()).isEqualTo("deadline-passed"));
        clock.stopAt(LocalDate.of(2021, 4, 7));
        var claim = bench.underReview(service);
        assertThatThrownBy(() -> evidence.review(claim, NewReview.of(Decision.REJECTED), service.validator()))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.field()).isEqualTo("rejectionReason"));
        evidence.review(claim, NewReview.refusing(Decision.REJECTED, RejectionReason.WRONG_PERSON), service.validator());
        assertThatThrownBy(() -> evidence.dispute(claim, " ", service.specialist()))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.field()).isEqualTo("disputeGrounds"));
        clock.stopAt(LocalDate.of(2021, 4, 18));
        assertThatThrownBy(() -> evidence.dispute(claim, "It is the right person", service.specialist()))
                .as("ten days after 7 April are over").isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code()).isEqualTo("deadline-passed"));
        clock.stopAt(LocalDate.of(2021, 4, 17));
        evidence.dispute(claim, "It is the right person", service.specialist());
        assertThatThrownBy(() -> evidence.dispute(claim, "Again", service.specialist())).isInstanceOf(Problem.Stale.class);
        assertThatThrownBy(() -> evidence.review(claim, NewReview.of(Decision.ACCEPTED), service.validatorB())).isInstanceOf(Problem.Stale.class);
    }

    private void refusedByDatabase(String claim, int round, String kind, String decision, String reviewer) {
        assertThatThrownBy(() -> jdbc.sql("""
                        insert into evidence_review (claim_ref, round, kind, decision, reviewer, reviewed_at) values (?, ?, ?, ?, ?, now())""")
                .params(claim, round, kind, decision, reviewer).update()).hasMessageContaining("four-eyes");
    }

    private Actor validator(String name) {
        return person(name, Role.VALIDATOR, service.contract());
    }

    private Actor person(String name, Role role, String contract) {
        people.person(name + service.number(), name, "correct horse battery", false);
        people.grant(name + service.number(), role, "office" + service.number(), null, contract);
        return actors.find(name + service.number()).orElseThrow();
    }
}
