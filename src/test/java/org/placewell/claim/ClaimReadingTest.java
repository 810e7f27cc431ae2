package org.placewell.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.audit.AuditEntry;
import org.placewell.audit.AuditTrail;
import org.placewell.claim.Explanations.Inputs;
import org.placewell.contract.PastClaims;
import org.placewell.contract.domain.Facts;
import org.placewell.contract.domain.PayerShare;
import org.placewell.evidence.JobFact;
import org.placewell.evidence.OutcomesAhead;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Pence;
import org.placewell.shared.Problem;
import org.placewell.statement.FinanceDesk;
import org.placewell.support.PlacewellTest;
import org.placewell.support.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What can be read of claims and charges, and what the books find wrong. */
@PlacewellTest
class ClaimReadingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 4, 14);
    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final YearMonth APRIL = YearMonth.of(2026, 4);
    @Autowired MoneyWorld money;
    @Autowired Claims claims;
    @Autowired Charges charges;
    @Autowired ClaimStore store;
    @Autowired Explanations explanations;
    @Autowired FinanceDesk desk;
    @Autowired OutcomesAhead ahead;
    @Autowired PastClaims past;
    @Autowired AuditTrail audit;
    @Autowired MovableClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    private World.Service service;

    @BeforeEach
    void service() {
        clock.stopAt(DAY);
        service = money.service(terms -> terms.replace("    limits:", "    service-fees: { delivery: { pays-each-month: £1000.01, "
                + "illustrative: true, from: 2026-02-15, until: 2026-12-31 } }\n    limits:"));
    }

    @Test
    @DisplayName("The list is asked by contract, outcome and status, newest first, a page at a time; without an answer to any, everything")
    void filters() {
        var first = money.claim(service);
        clock.stopAt(DAY.plusDays(1));
        var second = money.reserved(service);
        var me = service.finance();
        var ref = service.contract();
        assertThat(refs(new ClaimFilter(ref, null, null, 9, 0))).containsExactly(second, first);
        assertThat(refs(new ClaimFilter(ref, null, ClaimStatus.RESERVED, 9, 0))).containsExactly(second);
        assertThat(refs(new ClaimFilter(ref, "engagement", null, 1, 0))).containsExactly(second);
        assertThat(refs(new ClaimFilter(ref, "engagement", null, 1, 1))).containsExactly(first);
        assertThat(refs(new ClaimFilter(ref, "job-start", null, 9, 0))).isEmpty();
        assertThat(refs(new ClaimFilter("mhep-haringey-barnet", null, null, 9, 0))).isEmpty();
        assertThat(refs(ClaimFilter.all())).containsExactly(second, first);
        assertThat(claims.list(ClaimFilter.all(), me)).allSatisfy(claim -> assertThat(claim.shares()).as("a list needs no shares").isEmpty())
                .allSatisfy(claim -> assertThat(claim.title()).isEqualTo("Engagement"));
    }

    @Test
    @DisplayName("The totals of a contract count what was claimed, accepted, rejected and paid, by outcome")
    void totals() {
        money.reserved(service);
        var taken = money.reserved(service);
        claims.requestReversal(taken, "paidInError", "", service.finance());
        claims.decideReversal(taken, true, service.financeB());
        claims.rejectClaim(money.claim(service));
        money.claim(service);
        assertThat(claims.totals(service.contract()).outcomes()).containsExactly(new ClaimTotals.Outcome("engagement", 4, 2, 1, 0, 0));
        assertThat(claims.totals(service.contract()).ledger().journals()).isZero();
    }

    @Test
    @DisplayName("The explanation names the rule, each payer's part and the number that counts; who works with the person reads the reasons, too")
    void explained() {
        var claim = money.reserved(service);
        var told = claims.explanation(claim, service.specialist());
        assertThat(told.sentence()).contains("£330");
        assertThat(told.amount()).isEqualTo(Pence.parse("£330"));
        assertThat(told.number()).isEqualTo(2);
        assertThat(told.inputsHash()).hasSize(64);
        assertThat(told.writtenAt()).isEqualTo(clock.instant());
        assertThat(told.reasons()).isNotEmpty();
        assertThat(told.facts().get(0)).startsWith("Referred on 2026-04-14");
        assertThat(told.parts()).extracting(ClaimExplanation.Part::name, ClaimExplanation.Part::amount).contains(
                tuple("London Borough of Haringey", Pence.parse("£132")), tuple("Life Chances Fund", Pence.parse("£66")));
        assertThat(claims.explanation(claim, service.finance()).reasons()).as("not finance's business").isEmpty();
        assertThat(claims.explanation(claim, service.finance()).recomputes()).isTrue();
    }

    @Test
    @DisplayName("The books name a claim whose stored inputs were touched, whose decision is another, or whose amount differs; and a cap that does not add up")
    void faults() {
        var claim = money.claim(service);
        var right = explanations.get(claim, 1);
        var none = new Inputs(new Facts(DAY, DAY, List.of(), null, List.of(), List.of(), DAY), right.inputs().uses());
        assertThat(planted(claim, right.inputs(), "0".repeat(64), 33_000)).isEqualTo("the stored inputs do not fit their hash");
        assertThat(planted(claim, none, Explanations.hash(json(none)), 33_000)).startsWith("the calculator now decides otherwise: NOT_YET");
        assertThat(planted(claim, right.inputs(), right.inputsHash(), 32_999)).isEqualTo("the claim says £330, the calculator £330");
        assertThat(planted(claim, right.inputs(), right.inputsHash(), 33_000)).isEmpty();
        var reserved = money.reserved(service);
        var breach = "money: the cap " + service.contract() + " people does not add up";
        transaction.executeWithoutResult(status -> {
            jdbc.sql("update cap_counter set reserved = reserved + 1 where contract_ref = ? and cap = 'people'").param(service.contract()).update();
            assertThat(claims.breaches()).contains(breach);
            status.setRollbackOnly();
        });
        assertThat(claims.get(reserved).status()).isEqualTo(ClaimStatus.RESERVED);
        assertThat(claims.breaches()).doesNotContain(breach);
    }

    @Test
    @DisplayName("What is still to come rests on the jobs held; what is reached or claimed is not among it")
    void ahead() {
        var referral = money.inSupport(service);
        assertThat(codes(referral)).contains("engagement", "job-start", "sustained-16h-or-more");
        assertThat(ahead.of(referral)).allMatch(one -> one.jobs().isEmpty());
        money.engaged(referral, service);
        var job = money.job(referral, DAY, 18 * 60);
        money.changed(referral);
        assertThat(codes(referral)).contains("sustained-16h-or-more").doesNotContain("engagement", "job-start");
        assertThat(ahead.of(referral)).filteredOn(one -> one.rule().code().equals("sustained-16h-or-more")).singleElement()
                .satisfies(one -> assertThat(one.jobs()).extracting(JobFact::jobRef, fact -> fact.hours().get(0).minutesPerWeek())
                        .containsExactly(tuple(job, 1080)));
    }

    @Test
    @DisplayName("A what-if reads the claims that were charged for, each with its facts and what each payer bore")
    void past() {
        money.claim(service);
        var reserved = money.reserved(service);
        var found = new ArrayList<PastClaims.Past>();
        past.each(service.contract(), found::add);
        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.claimRef()).isEqualTo(reserved);
            assertThat(one.amount()).isEqualTo(Pence.parse("£330"));
            assertThat(one.facts().appointments()).hasSize(3);
            assertThat(one.shares()).containsExactly(new PayerShare("haringey", Pence.of(13_200)), new PayerShare("barnet", Pence.of(13_200)),
                    new PayerShare("lcf", Pence.of(6_600)));
        });
    }

    @Test
    @DisplayName("What a person who was brought in had reached before is neither claimed nor announced; what comes after is")
    void broughtIn() {
        var referral = money.inSupport(service);
        jdbc.sql("insert into brought_in (referral_ref, contract_ref, row_key, brought_on, claims_from, brought_by) values (?, ?, ?, ?, ?, ?)")
                .params(referral, service.contract(), referral, DAY, DAY.plusDays(1), service.leader().username()).update();
        money.appointments(referral, service);
        assertThat(claims.ofReferral(referral)).isEmpty();
        assertThat(codes(referral)).doesNotContain("engagement").contains("job-start");
        clock.stopAt(DAY.plusDays(1));
        money.job(referral, DAY.plusDays(1), 18 * 60);
        money.changed(referral);
        assertThat(claims.ofReferral(referral)).extracting(ClaimView::outcome).containsExactly("job-start");
        assertThat(money.in(() -> claims.reserveAmount(claims.ofReferral(referral).get(0).ref()))).isTrue();
    }

    @Test
    @DisplayName("Fees are due month by month from the first whole one; asked again nothing is added; one of a closed month goes to the next with its reason")
    void fees() {
        var key = "fee:" + service.contract() + ":delivery:2026-0";
        assertThat(charges.feesToCome(service.contract(), YearMonth.of(2026, 2))).isEmpty();
        assertThat(charges.feesToCome(service.contract(), APRIL)).extracting(Charge.Proposal::key,
                Charge.Proposal::period, fee -> fee.amount().amount())
                .containsExactly(tuple(key + 3, MARCH, 100_001L), tuple(key + 4, APRIL, 100_001L));
        assertThat(charges.feesToCome(service.contract(), MARCH).get(0)).satisfies(fee -> {
            assertThat(fee.title()).isEqualTo("Service fee 'delivery' for 2026-03");
            assertThat(fee.arithmetic()).startsWith("The terms (version 1) pay £1,000.01 for each calendar month: London Borough of Haringey £400.01, ")
                    .doesNotContain("closed before");
        });
        assertThat(charges.closedUntil(service.contract())).isEmpty();
        jdbc.sql("insert into period_close (contract_ref, period, closed_by, closed_at) values (?, '2026-03', ?, now())")
                .params(service.contract(), service.finance().username()).update();
        assertThat(charges.closedUntil(service.contract())).contains(MARCH);
        assertThat(charges.feesToCome(service.contract(), MARCH)).as("nothing goes to a closed month").isEmpty();
        assertThat(charges.feesToCome(service.contract(), APRIL)).extracting(Charge.Proposal::period).containsExactly(APRIL, APRIL);
        charges.recordFees(service.contract(), APRIL);
        charges.recordFees(service.contract(), APRIL);
        var recorded = charges.of(service.contract(), service.finance());
        assertThat(recorded).hasSize(2).allMatch(charge -> charge.status() == ChargeStatus.APPROVED && charge.decidedBy() == null);
        assertThat(recorded).filteredOn(charge -> charge.key().equals(key + 3)).singleElement()
                .satisfies(charge -> assertThat(charge.arithmetic()).endsWith(". The month was closed before, so it is billed with 2026-04"));
        assertThat(recorded).allSatisfy(charge -> assertThat(audit.of(charge.ref())).extracting(AuditEntry::action).containsExactly("charge.fee"));
        assertThat(charges.feesToCome(money.service().contract(), APRIL)).as("terms without fees").isEmpty();
        assertThat(money.breaches()).isEmpty();
    }

    @Test
    @DisplayName("A charge is proposed for an open month only; each step stands in its record; what was refused stays refused")
    void charged() {
        desk.closeMonth(service.contract(), MARCH, service.finance());
        for (var closed : List.of(MARCH, MARCH.minusMonths(1))) {
            assertThatThrownBy(() -> charges.propose(proposal("a", closed), service.finance())).isInstanceOfSatisfying(Problem.class,
                    problem -> assertThat(problem.code()).isEqualTo("period-closed"));
        }
        var refused = charges.propose(proposal("a", APRIL), service.finance());
        charges.decide(refused, false, service.financeB());
        assertThat(charges.get(refused, service.finance())).returns(ChargeStatus.REFUSED, Charge::status).returns(service.financeB().username(),
                Charge::decidedBy)
                .returns(clock.instant(), Charge::decidedAt);
        assertThatThrownBy(() -> charges.decide(refused, true, service.financeB())).isInstanceOf(Problem.Stale.class);
        assertThat(audit.of(refused)).extracting(AuditEntry::action, AuditEntry::actor).containsExactly(
                tuple("charge.proposed", service.finance().username()), tuple("charge.refused", service.financeB().username()));
        var agreed = charges.propose(proposal("b", APRIL), service.finance());
        assertThatThrownBy(() -> charges.propose(proposal("b", APRIL), service.finance())).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.code()).isEqualTo("charged"));
        charges.decide(agreed, true, service.financeB());
        assertThat(audit.of(agreed)).extracting(AuditEntry::action).containsExactly("charge.proposed", "charge.approved");
        assertThat(charges.of(service.contract(), service.finance())).filteredOn(charge -> charge.kind() == ChargeKind.EXTRAPOLATION)
                .extracting(Charge::ref).containsExactlyInAnyOrder(refused, agreed);
        var stranger = money.service().finance();
        assertThatThrownBy(() -> charges.of(service.contract(), stranger)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> charges.get(agreed, stranger)).isInstanceOf(Problem.class);
    }

    @Test
    @DisplayName("Every kind of ceiling takes its own unit; a payer's is posted when that payer is asked, the others when all are; all of it comes back")
    void ceilings() {
        var own = "        claim-within: 3 months\n        published: \"three";
        service = money.service(terms -> terms.replace("total: £1,440,000",
                "total: £1,440,000\n      outcomes: 9\n      payers: { lcf: { count: 5, total: £500 } }"
                + "\n      each: { quarter: { count: 6 }, month: £900 }").replace(own, "        up-to: { count: 7, total: £2000 }\n" + own));
        var claim = money.reserved(service);
        assertThat(claims.caps(service.contract())).extracting(CapView::cap, CapView::unit, CapView::room, CapView::reserved)
                .containsExactlyInAnyOrder(
                tuple("people", "PEOPLE", 985L, 1L), tuple("total", "PENCE", 144_000_000L, 33_000L), tuple("number in all", "OUTCOMES", 9L, 1L),
                tuple("payer lcf", "PENCE", 50_000L, 6_600L), tuple("number of payer lcf", "OUTCOMES", 5L, 1L),
                tuple("number of quarter from 2026-04", "OUTCOMES", 6L, 1L), tuple("month from 2026-04", "PENCE", 90_000L, 33_000L),
                tuple("number of engagement", "OUTCOMES", 7L, 1L), tuple("value of engagement", "PENCE", 200_000L, 33_000L));
        money.instruct(money.drafted(service, "lcf"), service);
        assertThat(claims.caps(service.contract())).filteredOn(cap -> cap.posted() > 0).extracting(CapView::cap)
                .containsExactlyInAnyOrder("payer lcf", "number of payer lcf");
        money.instruct(money.drafted(service, "haringey"), service);
        money.instruct(money.drafted(service, "barnet"), service);
        assertThat(claims.get(claim).status()).isEqualTo(ClaimStatus.INSTRUCTED);
        assertThat(claims.caps(service.contract())).hasSize(9)
                .allMatch(cap -> cap.reserved() == 0 && cap.posted() > 0 && cap.left() == cap.room() - cap.posted());
        claims.requestReversal(claim, "paidInError", "", service.finance());
        claims.decideReversal(claim, true, service.financeB());
        assertThat(claims.caps(service.contract())).hasSize(9).allMatch(cap -> cap.reserved() == 0 && cap.posted() == 0);
        assertThat(money.breaches()).isEmpty();
    }

    private Charge.Proposal proposal(String word, YearMonth period) {
        return new Charge.Proposal("reading:" + word + service.contract(), ChargeKind.EXTRAPOLATION, service.contract(),
                1, period, "Sample", "by hand",
                List.of(new PayerShare("lcf", Pence.of(-500))));
    }

    /** What the books say of a claim that has another explanation; nothing of it stays. */
    private String planted(String claim, Inputs inputs, String hash, long amount) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            jdbc.sql("insert into claim_explanation (claim_ref, number, inputs, inputs_hash, decision, amount, written_at) "
                    + "select claim_ref, 2, ?::jsonb, ?, decision, ?, written_at from claim_explanation where claim_ref = ? and number = 1")
                    .params(json(inputs), hash, amount, claim).update();
            jdbc.sql("update outcome_claim set explanation = 2 where ref = ?").param(claim).update();
            return explanations.fault(store.get(claim));
        });
    }

    private static String json(Inputs inputs) {
        try {
            return Explanations.JSON.writeValueAsString(inputs);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> refs(ClaimFilter filter) {
        return claims.list(filter, service.finance()).stream().map(ClaimView::ref).toList();
    }

    private List<String> codes(String referral) {
        return ahead.of(referral).stream().map(one -> one.rule().code()).toList();
    }
}
