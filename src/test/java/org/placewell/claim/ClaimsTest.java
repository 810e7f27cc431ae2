package org.placewell.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.contract.CapsUsed;
import org.placewell.evidence.Evidence;
import org.placewell.security.Actor;
import org.placewell.shared.Pence;
import org.placewell.shared.Problem;
import org.placewell.support.PlacewellTest;
import org.placewell.workflow.Processes;
import org.springframework.beans.factory.annotation.Autowired;

@PlacewellTest
@DisplayName("Claims")
class ClaimsTest extends ClaimFixture {

    @Autowired Evidence evidence;
    @Autowired Processes processes;
    @Autowired CapsUsed capsUsed;

    @Test
    @DisplayName("An outcome reached opens one claim, with its evidence case, its process and an explanation that recomputes")
    void opens() {
        var service = money.service();
        var referral = money.inSupport(service);
        assertThat(claims.ofReferral(referral)).isEmpty();
        var ref = money.engaged(referral, service);
        money.changed(referral);
        assertThat(claims.ofReferral(referral)).extracting(ClaimView::ref).containsExactly(ref);

        var claim = claims.visible(ref, service.specialist());
        assertThat(claim.status()).isEqualTo(ClaimStatus.OPEN);
        assertThat(claim.amount()).isEqualTo(Pence.parse("330"));
        assertThat(claim.claimBy()).isEqualTo(DAY.plusMonths(3));
        assertThat(evidence.get(ref).claim().recorders()).contains(service.specialist().username());
        assertThat(money.in(() -> processes.runs("evidence-validation", ref))).isTrue();

        var why = claims.explanation(ref, service.specialist());
        assertThat(why.recomputes()).isTrue();
        assertThat(why.facts()).contains("3 appointments attended");
        assertThat(why.parts().stream().mapToLong(part -> part.amount().amount()).sum()).isEqualTo(33_000);
        assertThat(claims.explanation(ref, service.finance()).facts()).isEmpty();
        assertThat(claims.explanation(ref, service.validator()).facts()).as("not a claim in this validator's hand").isEmpty();
        assertThat(money.breaches()).isEmpty();
    }

    @Test
    @DisplayName("A claim is found by its specialist, leader, validator and finance, and by nobody else")
    void scope() {
        var service = money.service();
        var ref = money.claim(service);
        for (var actor : List.of(service.specialist(), service.leader(), service.validator(), service.finance())) {
            assertThat(claims.list(ClaimFilter.all(), actor)).extracting(ClaimView::ref).contains(ref);
        }
        var other = money.service();
        for (var actor : List.of(service.specialistB(), service.clinician(), other.leader(), other.validator(), other.finance())) {
            assertThat(claims.list(ClaimFilter.all(), actor)).extracting(ClaimView::ref).doesNotContain(ref);
            assertThatThrownBy(() -> claims.visible(ref, actor)).isInstanceOf(Problem.NotFound.class);
        }
    }

    @Test
    @DisplayName("Facts corrected so that nothing is payable flag the claim; validated all the same, it is not paid")
    void corrected() {
        var service = money.service();
        var referral = money.inSupport(service);
        var ref = money.engaged(referral, service);
        jdbc.sql("update appointment set outcome = 'DID_NOT_ATTEND' where referral_ref = ? and number = 3").param(referral).update();
        money.changed(referral);
        assertThat(claims.get(ref).flag()).contains("Not yet");
        assertThat(reserve(ref)).isFalse();
        assertThat(claims.get(ref).status()).isEqualTo(ClaimStatus.NOT_PAYABLE);

        attendance(referral, true);
        money.changed(referral);
        assertThat(claims.ofReferral(referral)).extracting(ClaimView::status).containsExactlyInAnyOrder(ClaimStatus.NOT_PAYABLE, ClaimStatus.OPEN);
        assertThat(money.breaches()).isEmpty();
    }

    @Test
    @DisplayName("A rejected outcome is not claimed again by itself")
    void rejected() {
        var service = money.service();
        var referral = money.inSupport(service);
        var ref = money.engaged(referral, service);
        claims.rejectClaim(ref);
        claims.rejectClaim(ref);
        money.changed(referral);
        assertThat(claims.ofReferral(referral)).extracting(ClaimView::status).containsExactly(ClaimStatus.REJECTED);
    }

    @Test
    @DisplayName("The upper band takes the place of the lower one as long as nobody was asked to pay for it")
    void replaces() {
        var service = money.service();
        var referral = money.inSupport(service);
        clock.stopAt(DAY.plusWeeks(13));
        var job = money.job(referral, DAY, 15 * 60);
        money.changed(referral);
        assertThat(claims.ofReferral(referral)).extracting(ClaimView::outcome).containsExactlyInAnyOrder("job-start", "sustained-under-16h");
        var lower = claimFor(referral, "sustained-under-16h");
        assertThat(reserve(lower)).isTrue();

        jdbc.sql("update job_hours set minutes_per_week = 960 where job_ref = ?").param(job).update();
        money.changed(referral);
        assertThat(claims.get(lower).status()).isEqualTo(ClaimStatus.REPLACED);
        assertThat(claims.ofReferral(referral)).filteredOn(claim -> claim.status() == ClaimStatus.OPEN).extracting(ClaimView::outcome)
                .containsExactlyInAnyOrder("job-start", "sustained-16h-or-more");
        assertThat(money.in(() -> processes.runs("evidence-validation", lower))).isFalse();
        assertThat(claims.caps(service.contract())).allMatch(cap -> cap.reserved() == 0);
        assertThat(money.breaches()).isEmpty();
    }

    @Test
    @DisplayName("The lower band once on a statement stays, and the upper one is not paid as well")
    void keptOnStatement() {
        var service = money.service();
        var referral = money.inSupport(service);
        clock.stopAt(DAY.plusWeeks(13));
        var job = money.job(referral, DAY, 15 * 60);
        money.changed(referral);
        var lower = claimFor(referral, "sustained-under-16h");
        reserve(lower);
        money.drafted(service, "haringey");
        jdbc.sql("update job_hours set minutes_per_week = 960 where job_ref = ?").param(job).update();
        money.changed(referral);
        assertThat(claims.ofReferral(referral)).extracting(ClaimView::outcome).doesNotContain("sustained-16h-or-more");
        assertThat(claims.get(lower).status()).isEqualTo(ClaimStatus.RESERVED);
        assertThat(claims.get(lower).flag()).isNotNull();
    }

    @Test
    @DisplayName("Reserving twice has one effect, and a contract's use counts validated claims only")
    void reserves() {
        var service = money.service();
        var first = money.claim(service);
        money.claim(service);
        assertThat(capsUsed.of(service.contract()).people()).isZero();
        assertThat(reserve(first)).isTrue();
        assertThat(reserve(first)).isTrue();
        assertThat(capsUsed.of(service.contract()).people()).isEqualTo(1);
        assertThat(capsUsed.of(service.contract()).payer("lcf")).isEqualTo(Pence.parse("66"));
        assertThat(claims.caps(service.contract())).extracting(CapView::cap, CapView::reserved)
                .containsExactlyInAnyOrder(org.assertj.core.groups.Tuple.tuple("people", 1L), org.assertj.core.groups.Tuple.tuple("total", 33_000L));
    }

    @Test
    @DisplayName("Without room under a cap a validated claim is not paid")
    void capReached() {
        var service = money.service(terms -> terms.replace("people: 985", "people: 1"));
        var second = money.claim(service);
        money.reserved(service);
        assertThat(reserve(second)).isFalse();
        assertThat(reserve(second)).isFalse();
        assertThat(claims.get(second).status()).isEqualTo(ClaimStatus.CAP_REACHED);
        assertThat(money.breaches()).isEmpty();
    }

    @Test
    @DisplayName("The system finds what people find")
    void system() {
        assertThat(claims.visible(money.claim(money.service()), Actor.system()).status()).isEqualTo(ClaimStatus.OPEN);
    }
}
