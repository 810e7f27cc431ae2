package org.placewell.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.audit.AuditEntry;
import org.placewell.audit.AuditTrail;
import org.placewell.contract.domain.PayerShare;
import org.placewell.evidence.OutcomesAhead;
import org.placewell.shared.Pence;
import org.placewell.support.PlacewellTest;
import org.placewell.support.World;
import org.springframework.beans.factory.annotation.Autowired;

@PlacewellTest
@DisplayName("What single steps of a claim promise")
class ClaimStepsTest extends ClaimFixture {

    @Autowired Charges charges;
    @Autowired Fees fees;
    @Autowired Caps caps;
    @Autowired ClaimStore store;
    @Autowired Replacing replacing;
    @Autowired Explanations explanations;
    @Autowired OutcomesAhead ahead;
    @Autowired AuditTrail audit;
    @Autowired org.placewell.contract.Contracts contracts;

    @Test
    @DisplayName("The terms bear a fee of their month, amount and split, billed with whatever month; no other")
    void borne() {
        var service = withFee("from: 2026-01-01");
        charges.recordFees(service.contract(), YearMonth.of(2026, 2));
        var fee = charges.of(service.contract(), service.finance()).stream().filter(charge -> charge.key().endsWith(":2026-02")).findFirst().orElseThrow();
        assertThat(fees.bears(fee)).isTrue();
        assertThat(fees.bears(like(fee, fee.key(), fee.amount(), fee.shares()))).as("billed with a later month").isTrue();
        assertThat(fees.bears(like(fee, fee.key(), fee.amount().plus(Pence.of(1)), fee.shares()))).isFalse();
        assertThat(fees.bears(like(fee, fee.key(), fee.amount(), fee.shares().subList(0, 2)))).isFalse();
        for (var key : List.of(fee.key() + "x", "fee", fee.key().replace(":2026-02", ":2026-13"), fee.key().replace(":2026-02", ":2025-12"),
                fee.key().replace("delivery", "other"))) {
            assertThat(fees.bears(like(fee, key, fee.amount(), fee.shares()))).as(key).isFalse();
        }
    }

    @Test
    @DisplayName("A month that has begun before its terms came into force has no fee; one that begins on their first day has")
    void notInForce() {
        for (var day : List.of("2026-01-02", "2026-01-01")) {
            var service = money.service(terms -> fee("from: 2026-01-01", terms).replace("effective: 2019-04-01", "effective: " + day));
            assertThat(charges.feesToCome(service.contract(), YearMonth.of(2026, 2))).as(day).extracting(charge -> charge.period().getMonthValue())
                    .isEqualTo(day.endsWith("1") ? List.of(1, 2) : List.of(2));
        }
    }

    @Test
    @DisplayName("A ceiling that a later version lowered holds for a claim under the earlier one, too: it ends, and those concerned are told")
    void lowered() {
        var service = money.service();
        var referral = money.inSupport(service);
        var claim = money.engaged(referral, service);
        money.reserved(service);
        jdbc.sql("update cap_counter set room = 1, contract_version = 2 where contract_ref = ? and cap = 'people'").param(service.contract()).update();
        assertThat(reserve(claim)).isFalse();
        assertThat(claims.get(claim).status()).isEqualTo(ClaimStatus.CAP_REACHED);
        assertThat(audit.of(referral)).filteredOn(line -> line.action().equals("claim.cap-reached")).extracting(AuditEntry::detail)
                .containsExactly(claim + " people");
        assertThat(jdbc.sql("select count(*) from message where username = ? and template = 'claimWithoutRoom'").param(service.specialist().username())
                .query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    @DisplayName("Of two ceilings without room the first by name is told")
    void firstByName() {
        var service = money.service(terms -> terms.replace("people: 985", "people: 1\n      outcomes: 1"));
        var second = store.get(money.claim(service));
        money.reserved(service);
        assertThat(money.in(() -> caps.reserve(second, contracts.terms(service.contract(), 1), explanations.get(second.ref(), 1).decision())))
                .isEqualTo("number in all");
    }

    @Test
    @DisplayName("Whoever reviewed a claim's evidence is named on the claim when its amount is reserved")
    void reviewers() {
        var service = money.service();
        var claim = money.claim(service);
        jdbc.sql("insert into evidence_review (claim_ref, round, kind, decision, reviewer, reviewed_at) values (?, 1, 'FIRST', 'ACCEPTED', ?, now())")
                .params(claim, service.validator().username()).update();
        assertThat(reserve(claim)).isTrue();
        assertThat(jdbc.sql("select username from claim_participant where claim_ref = ? and part = 'VALIDATOR'").param(claim)
                .query(String.class).list()).containsExactly(service.validator().username());
    }

    @Test
    @DisplayName("A claim on a statement, or one that has ended, is not replaced: it keeps its status, its room and its process")
    void notReplaced() {
        var service = money.service();
        var listed = store.get(money.reserved(service));
        money.drafted(service, "lcf");
        var ended = store.get(money.claim(service));
        claims.rejectClaim(ended.ref());
        var open = store.get(money.claim(service));
        assertThat(money.in(() -> replacing.replace(listed, "C-BETTER"))).isFalse();
        assertThat(money.in(() -> replacing.replace(ended, "C-BETTER"))).isFalse();
        assertThat(money.in(() -> replacing.replace(open, "C-BETTER"))).isTrue();
        assertThat(List.of(listed, ended, open)).extracting(claim -> claims.get(claim.ref()).status())
                .containsExactly(ClaimStatus.RESERVED, ClaimStatus.REJECTED, ClaimStatus.REPLACED);
        assertThat(claims.caps(service.contract())).filteredOn(cap -> cap.cap().equals("people")).extracting(CapView::reserved).containsExactly(1L);
    }

    @Test
    @DisplayName("An outcome whose claim ended because a record was wrong is still to come; one that was rejected is not")
    void stillToCome() {
        var service = money.service();
        var referral = money.inSupport(service);
        var claim = money.engaged(referral, service);
        attendance(referral, false);
        assertThat(coming(referral)).as("claimed and open").doesNotContain("engagement");
        assertThat(reserve(claim)).isFalse();
        assertThat(coming(referral)).contains("engagement");
        attendance(referral, true);
        money.changed(referral);
        claims.rejectClaim(claims.ofReferral(referral).stream().filter(one -> one.status() == ClaimStatus.OPEN).findFirst().orElseThrow().ref());
        attendance(referral, false);
        assertThat(coming(referral)).doesNotContain("engagement");
    }

    private List<String> coming(String referral) {
        return ahead.of(referral).stream().map(one -> one.rule().code()).toList();
    }

    private World.Service withFee(String days) {
        return money.service(terms -> fee(days, terms));
    }

    private static String fee(String days, String terms) {
        return terms.replace("    limits:", "    service-fees: { delivery: { pays-each-month: £1000.01, illustrative: true, " + days
                + ", until: 2026-12-31 } }\n    limits:");
    }

    private static Charge like(Charge fee, String key, Pence amount, List<PayerShare> shares) {
        return new Charge(fee.ref(), key, fee.kind(), fee.contractRef(), fee.contractVersion(), fee.period().plusMonths(1), amount, fee.title(),
                fee.arithmetic(), fee.note(), shares, fee.status(), fee.recordedBy(), fee.recordedAt(), null, null);
    }
}
