package org.placewell.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.audit.AuditEntry;
import org.placewell.audit.AuditTrail;
import org.placewell.evidence.Evidence;
import org.placewell.evidence.EvidenceStatus;
import org.placewell.settlement.Settlement;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.statement.Statements;
import org.placewell.support.PlacewellTest;
import org.placewell.support.World;
import org.placewell.workflow.Processes;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each step of a claim names who, when and the rule; what ends with it ends everywhere, and those concerned are told. */
@PlacewellTest
class ClaimTrailTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    @Autowired MoneyWorld money;
    @Autowired Claims claims;
    @Autowired Evidence evidence;
    @Autowired Settlement settlement;
    @Autowired Statements statements;
    @Autowired Processes processes;
    @Autowired AuditTrail audit;
    @Autowired MovableClock clock;
    @Autowired JdbcClient jdbc;
    private World.Service service;
    private String referral;

    @BeforeEach
    void inSupport() {
        clock.stopAt(DAY);
        service = money.service();
        referral = money.inSupport(service);
    }

    @Test
    @DisplayName("From the outcome to the money back: every step is in the record with who took it, and each share says where it stands")
    void wholeLife() {
        var claim = money.engaged(referral, service);
        assertThat(states(claim)).isEmpty();
        money.in(() -> claims.reserveAmount(claim));
        assertThat(states(claim)).containsExactly("DUE", "DUE", "DUE");
        for (var payer : List.of("haringey", "barnet", "lcf")) {
            var ref = money.drafted(service, payer);
            assertThat(claims.get(claim).shares()).filteredOn(share -> share.payer().equals(payer)).singleElement()
                    .returns("ON_STATEMENT", ClaimView.Share::state).returns(ref, ClaimView.Share::statementRef);
            money.instruct(ref, service);
            assertThat(claims.get(claim).shares()).filteredOn(share -> share.payer().equals(payer)).extracting(ClaimView.Share::state)
                    .containsExactly("INSTRUCTED");
            settlement.importRemittance("paid.csv", money.remittance(ref), service.finance());
            statements.close(ref);
            claims.moneyIn(claim);
        }
        assertThat(states(claim)).containsOnly("PAID");
        claims.requestReversal(claim, "paidInError", "", service.finance());
        claims.decideReversal(claim, false, service.financeB());
        claims.requestReversal(claim, "payerDispute", "", service.financeB());
        claims.decideReversal(claim, true, service.financeC());
        assertThat(states(claim)).containsOnly("REVERSED");
        assertThat(money.in(() -> processes.runs("evidence-validation", claim))).as("nobody checks what is taken back").isFalse();
        assertThat(steps()).containsExactly(tuple("claim.opened", "system"), tuple("claim.reserved", "system"), tuple("claim.instructed", "system"),
                tuple("claim.paid", "system"), tuple("claim.reversal-requested", service.finance().username()),
                tuple("claim.reversal-refused", service.financeB().username()), tuple("claim.reversal-requested", service.financeB().username()),
                tuple("claim.reversed", service.financeC().username()));
        assertThat(trail()).filteredOn(line -> !line.action().equals("claim.paid") && !line.action().equals("claim.instructed"))
                .allMatch(line -> line.rule().startsWith(service.contract() + "/v1"));
        assertThat(trail()).allMatch(line -> line.detail().contains(claim));
        assertThat(money.breaches()).isEmpty();
    }

    @Test
    @DisplayName("Doubt about a claim is written down when it comes and when it goes, once each; a claim that ends unpaid says why")
    void doubt() {
        var claim = money.engaged(referral, service);
        attended(false);
        money.changed(referral);
        assertThat(steps()).last().isEqualTo(tuple("claim.flagged", "system"));
        money.changed(referral);
        assertThat(claims.get(claim).flag()).isNotBlank();
        attended(true);
        money.changed(referral);
        assertThat(steps()).last().isEqualTo(tuple("claim.unflagged", "system"));
        money.changed(referral);
        assertThat(claims.get(claim).flag()).isNull();
        attended(false);
        assertThat(money.in(() -> claims.reserveAmount(claim))).isFalse();
        assertThat(steps()).extracting(step -> step.toList().get(0)).containsExactly("claim.opened", "claim.flagged", "claim.unflagged",
                "claim.not-payable");
        for (var told : List.of(service.leader(), service.specialist())) {
            assertThat(messages("claimNotPayable", told.username())).isEqualTo(1);
        }
        attended(true);
        money.changed(referral);
        var second = claims.ofReferral(referral).stream().filter(one -> one.status() == ClaimStatus.OPEN).findFirst().orElseThrow().ref();
        claims.rejectClaim(second);
        assertThat(evidence.get(second).status()).isEqualTo(EvidenceStatus.CLOSED);
        assertThat(evidence.get(second).closeReason()).isEqualTo("DEADLINE_PASSED");
        assertThat(trail()).last().returns("claim.rejected", AuditEntry::action).returns(service.contract() + "/v1 engagement", AuditEntry::rule);
    }

    @Test
    @DisplayName("A rejected claim gives its evidence a reason: the one found before it, or that nobody disputed it")
    void rejectedFor() {
        var claim = money.engaged(referral, service);
        jdbc.sql("update evidence_case set status = 'REFUSED' where claim_ref = ?").param(claim).update();
        claims.rejectClaim(claim);
        assertThat(evidence.get(claim).closeReason()).isEqualTo("DISPUTE_NOT_RAISED");
        assertThat(claims.get(claim).status()).isEqualTo(ClaimStatus.REJECTED);
        var other = money.claim(service);
        jdbc.sql("update evidence_case set status = 'CLOSED', close_reason = 'WRONG_PERSON' where claim_ref = ?").param(other).update();
        claims.rejectClaim(other);
        assertThat(evidence.get(other).closeReason()).isEqualTo("WRONG_PERSON");
        assertThat(claims.get(other).status()).isEqualTo(ClaimStatus.REJECTED);
    }

    @Test
    @DisplayName("Without room the claim ends with the cap named in the record; the amount the caps count never passes what they allow")
    void noRoom() {
        service = money.service(terms -> terms.replace("total: £1,440,000", "total: £500"));
        referral = money.inSupport(service);
        var claim = money.engaged(referral, service);
        money.reserved(service);
        assertThat(money.in(() -> claims.reserveAmount(claim))).isFalse();
        assertThat(trail()).last().returns("claim.cap-reached", AuditEntry::action);
        assertThat(trail().get(1).detail()).contains(claim).contains("£500");
        for (var told : List.of(service.leader(), service.specialist())) {
            assertThat(messages("claimWithoutRoom", told.username())).isEqualTo(1);
        }
        var another = money.inSupport(service);
        money.appointments(another, service);
        assertThat(audit.of(another)).extracting(AuditEntry::action).contains("claim.no-room").doesNotContain("claim.opened");
    }

    @Test
    @DisplayName("A better outcome in the place of a lesser one: the lesser one's evidence, process and room end with it, and the record says by which")
    void replaced() {
        clock.stopAt(DAY.plusWeeks(13));
        var job = money.job(referral, DAY, 15 * 60);
        money.changed(referral);
        var lower = of("sustained-under-16h", ClaimStatus.OPEN);
        jdbc.sql("update job_hours set minutes_per_week = 960 where job_ref = ?").param(job).update();
        money.changed(referral);
        var upper = of("sustained-16h-or-more", ClaimStatus.OPEN);
        assertThat(evidence.get(lower).closeReason()).isEqualTo("REPLACED");
        assertThat(trail()).filteredOn(line -> line.action().equals("claim.replaced")).singleElement().returns(lower + " by " + upper,
                AuditEntry::detail);
    }

    @Test
    @DisplayName("A corrected record: a claim nobody was asked for gives way, evidence and process with it; its room is free again")
    void givesWay() {
        var claim = money.engaged(referral, service);
        money.in(() -> claims.reserveAmount(claim));
        money.in(() -> { claims.afterCorrection(referral, service.leader()); return null; });
        assertThat(claims.get(claim).status()).as("nothing has changed").isEqualTo(ClaimStatus.RESERVED);
        attended(false);
        money.in(() -> { claims.afterCorrection(referral, service.leader()); return null; });
        assertThat(claims.get(claim).status()).isEqualTo(ClaimStatus.REPLACED);
        assertThat(claims.caps(service.contract())).isNotEmpty().allMatch(cap -> cap.reserved() == 0 && cap.posted() == 0);
        assertThat(evidence.get(claim).closeReason()).isEqualTo("NO_LONGER_PAYABLE");
        assertThat(money.in(() -> processes.runs("evidence-validation", claim))).isFalse();
        assertThat(steps()).last().isEqualTo(tuple("claim.gave-way-to-correction", service.leader().username()));
        assertThat(money.breaches()).isEmpty();
    }

    @Test
    @DisplayName("Reached on another day after a correction, an open claim gives way to one with the right days, although the amount is the same")
    void otherDays() {
        clock.stopAt(DAY.plusWeeks(14));
        var job = money.job(referral, DAY, 20 * 60);
        money.changed(referral);
        var before = of("sustained-16h-or-more", ClaimStatus.OPEN);
        jdbc.sql("update job set started_on = started_on + 3 where ref = ?").param(job).update();
        jdbc.sql("update job_hours set from_on = from_on + 3 where job_ref = ?").param(job).update();
        money.in(() -> { claims.afterCorrection(referral, service.leader()); return null; });
        money.changed(referral);
        assertThat(claims.get(before).status()).isEqualTo(ClaimStatus.REPLACED);
        var after = claims.get(of("sustained-16h-or-more", ClaimStatus.OPEN));
        assertThat(after.reachedOn()).isEqualTo(claims.get(before).reachedOn().plusDays(3));
        assertThat(after.amount()).isEqualTo(claims.get(before).amount());
    }

    @Test
    @DisplayName("On a statement a claim stays until finance decides: asked once, every finance person told, and who corrected has no say")
    void askedBack() {
        var claim = money.engaged(referral, service);
        money.in(() -> claims.reserveAmount(claim));
        money.drafted(service, "haringey");
        attended(false);
        for (int i = 0; i < 2; i++) {
            money.in(() -> { claims.afterCorrection(referral, service.leader()); claims.nameCorrector(referral, service.leader().username()); return null; });
        }
        assertThat(claims.get(claim).status()).isEqualTo(ClaimStatus.RESERVED);
        assertThat(claims.reversals(claim, service.finance())).singleElement().returns("recordCorrected", ReversalView::reason)
                .returns("REQUESTED", ReversalView::status).returns(service.leader().username(), ReversalView::requestedBy)
                        .returns(null, ReversalView::decidedAt);
        assertThat(steps()).last().isEqualTo(tuple("claim.reversal-requested", service.leader().username()));
        for (var told : List.of(service.finance(), service.financeB(), service.financeC())) {
            assertThat(messages("reversalAsked", told.username())).isEqualTo(1);
        }
        assertThat(jdbc.sql("select part from claim_participant where claim_ref = ? and username = ?").params(claim, service.leader().username())
                .query(String.class).list()).containsExactly("RECORDER");
        attended(true);
        claims.decideReversal(claim, true, service.finance());
        assertThat(claims.reversals(claim, service.finance()).get(0).decidedAt()).isNotNull();
        assertThat(of("engagement", ClaimStatus.OPEN)).as("the facts hold after all: reached anew").isNotEqualTo(claim);
        assertThat(money.breaches()).isEmpty();
    }

    @Test
    @DisplayName("A claim that never stood is not asked back: neither by finance nor by a failed sample; an unknown reason is refused")
    void notReversible() {
        var claim = money.engaged(referral, service);
        assertThatThrownBy(() -> claims.requestReversal(claim, "paidInError", "", service.finance())).hasMessageContaining("only a validated");
        assertThatThrownBy(() -> claims.requestReversal(claim, "recordCorrected", "", service.finance())).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.field()).isEqualTo("reason"));
        claims.reverseAfterSample(claim);
        assertThat(claims.reversals(claim, service.finance())).isEmpty();
        assertThatThrownBy(() -> claims.decideReversal(claim, true, service.financeB())).isInstanceOf(Problem.Stale.class);
        assertThatThrownBy(() -> claims.reversals(claim, money.service().finance())).isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> claims.decideReversal(claim, true, money.service().finance())).isInstanceOf(Problem.class);
    }

    @Test
    @DisplayName("A failed sample asks in the validator's name, once, and tells finance; what the validator did is on the claim")
    void afterSample() {
        var claim = money.engaged(referral, service);
        money.in(() -> claims.reserveAmount(claim));
        assertThatThrownBy(() -> claims.reverseAfterSample(claim)).hasMessageContaining("nobody has checked");
        jdbc.sql("insert into evidence_review (claim_ref, round, kind, decision, reason, reviewer, reviewed_at) values (?, 1, 'SAMPLE', 'FAILS', "
                + "'NOT_GENUINE', ?, now())").params(claim, service.validatorB().username()).update();
        claims.reverseAfterSample(claim);
        claims.reverseAfterSample(claim);
        assertThat(claims.reversals(claim, service.finance())).singleElement().returns("sampleCheck", ReversalView::reason)
                .returns(service.validatorB().username(), ReversalView::requestedBy);
        assertThat(messages("reversalAsked", service.financeB().username())).isEqualTo(1);
        assertThat(steps()).last().isEqualTo(tuple("claim.reversal-requested", service.validatorB().username()));
        assertThat(jdbc.sql("select username from claim_participant where claim_ref = ? and part = 'VALIDATOR'").param(claim)
                .query(String.class).list())
                .containsExactly(service.validatorB().username());
    }

    private void attended(boolean attended) {
        jdbc.sql("update appointment set outcome = ? where referral_ref = ?").params(attended ? "ATTENDED" : "DID_NOT_ATTEND", referral).update();
    }

    private List<AuditEntry> trail() {
        return audit.of(referral).stream().filter(line -> line.action().startsWith("claim.")).toList();
    }

    private List<org.assertj.core.groups.Tuple> steps() {
        return trail().stream().map(line -> tuple(line.action(), line.actor())).toList();
    }

    private List<String> states(String claim) {
        return claims.get(claim).shares().stream().map(ClaimView.Share::state).toList();
    }

    private String of(String outcome, ClaimStatus status) {
        return claims.ofReferral(referral).stream().filter(one -> one.outcome().equals(outcome) && one.status() == status)
                .findFirst().orElseThrow().ref();
    }

    private int messages(String template, String username) {
        return jdbc.sql("select count(*) from message where username = ? and template = ?").params(username, template).query(Integer.class).single();
    }
}
