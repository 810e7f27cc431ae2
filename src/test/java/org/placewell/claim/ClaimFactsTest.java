package org.placewell.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.contract.Contracts;
import org.placewell.contract.domain.Facts;
import org.placewell.contract.domain.PayerShare;
import org.placewell.contract.domain.WorkKind;
import org.placewell.referral.Referrals;
import org.placewell.security.Actor;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Pence;
import org.placewell.shared.Problem;
import org.placewell.support.PlacewellTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlacewellTest
@DisplayName("What a claim rests on, what it takes of the caps, and who waits for a second person")
class ClaimFactsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Autowired MoneyWorld money;
    @Autowired Claims claims;
    @Autowired Charges charges;
    @Autowired Caps caps;
    @Autowired ClaimStore store;
    @Autowired Explanations explanations;
    @Autowired FactReader reader;
    @Autowired Referrals referrals;
    @Autowired Contracts contracts;
    @Autowired MovableClock clock;
    @Autowired JdbcClient jdbc;

    @BeforeEach
    void day() {
        clock.stopAt(DAY);
    }

    @Test
    @DisplayName("A break that goes on lasts to the day asked about, or to the job's end; one that begins later is that one day")
    void breaks() {
        var referral = money.inSupport(money.service());
        var job = money.job(referral, DAY, 16 * 60);
        pause(job, DAY.plusDays(5), DAY.plusDays(7));
        pause(job, DAY.plusDays(20), null);
        assertThat(spell(referral, DAY.plusDays(30)).breaks()).containsExactly(new Facts.Break(DAY.plusDays(5), DAY.plusDays(7)),
                new Facts.Break(DAY.plusDays(20), DAY.plusDays(30)));
        assertThat(spell(referral, DAY.plusDays(10)).breaks().get(1)).isEqualTo(new Facts.Break(DAY.plusDays(20), DAY.plusDays(20)));
        jdbc.sql("update job set ended_on = ?, end_reason = 'HEALTH' where ref = ?").params(DAY.plusDays(25), job).update();
        assertThat(spell(referral, DAY.plusDays(30)).breaks().get(1)).isEqualTo(new Facts.Break(DAY.plusDays(20), DAY.plusDays(25)));
    }

    @Test
    @DisplayName("Zero hours and agency work are employment; own work and apprenticeships are themselves; a job held before the referral says so")
    void kinds() {
        var referral = money.inSupport(money.service());
        var job = money.job(referral, DAY, 16 * 60);
        for (var kind : List.of("ZERO_HOURS", "AGENCY", "EMPLOYED")) {
            jdbc.sql("update job set kind = ? where ref = ?").params(kind, job).update();
            assertThat(spell(referral, DAY).kind()).isEqualTo(WorkKind.EMPLOYED);
        }
        jdbc.sql("update job set kind = 'APPRENTICESHIP' where ref = ?").param(job).update();
        assertThat(spell(referral, DAY).kind()).isEqualTo(WorkKind.APPRENTICESHIP);
        jdbc.sql("update job set kind = 'SELF_EMPLOYED' where ref = ?").param(job).update();
        assertThat(spell(referral, DAY).kind()).isEqualTo(WorkKind.SELF_EMPLOYED);
        assertThat(spell(referral, DAY).heldAtReferral()).as("begun on the day of the referral").isFalse();
        jdbc.sql("update job set started_on = ? where ref = ?").params(DAY.minusDays(1), job).update();
        assertThat(spell(referral, DAY).heldAtReferral()).isTrue();
    }

    @Test
    @DisplayName("Scores come under the names that terms use, and the explanation tells hours, breaks and scores in words")
    void inWords() {
        var service = money.service();
        var referral = money.inSupport(service);
        score(referral, "TOP_WELLBEING", 12);
        score(referral, "SWEMWBS", 21);
        assertThat(facts(referral, DAY).scores()).extracting(Facts.Score::measure, Facts.Score::value)
                .containsExactlyInAnyOrder(org.assertj.core.groups.Tuple.tuple("treatment-outcomes-profile", 12),
                        org.assertj.core.groups.Tuple.tuple("swemwbs", 21));
        var job = money.job(referral, DAY.minusDays(10), 18 * 60 + 30);
        jdbc.sql("insert into job_hours (job_ref, from_on, minutes_per_week, recorded_by, recorded_at) values (?, ?, 960, 'system', now())")
                .params(job, DAY.minusDays(5)).update();
        pause(job, DAY.minusDays(3), DAY.minusDays(2));
        jdbc.sql("update job set ended_on = ?, end_reason = 'HEALTH' where ref = ?").params(DAY.minusDays(1), job).update();
        var claim = money.engaged(referral, service);
        assertThat(claims.explanation(claim, service.specialist()).facts()).contains("3 appointments attended",
                "Job " + job + " (" + WorkKind.EMPLOYED.label() + ") since 2026-02-20 until 2026-03-01: 18 h 30 min a week from 2026-02-20, "
                        + "16 h a week from 2026-02-25; away from 2026-02-27 to 2026-02-28",
                "Wellbeing score on 2026-03-02: 12", "Wellbeing score on 2026-03-02: 21");
    }

    @Test
    @DisplayName("A person's place under the cap passes to another claim of the same person when the first is taken back, posted or not")
    void placePasses() {
        var service = money.service(terms -> terms.replace("people: 985", "people: 1"));
        var referral = money.inSupport(service);
        var first = money.engaged(referral, service);
        money.job(referral, DAY, 16 * 60);
        money.changed(referral);
        var second = claims.ofReferral(referral).stream().filter(claim -> claim.outcome().equals("job-start")).findFirst().orElseThrow().ref();
        assertThat(money.in(() -> claims.reserveAmount(first))).isTrue();
        assertThat(money.in(() -> claims.reserveAmount(second))).as("the same person takes no second place").isTrue();
        assertThat(place(service.contract())).containsExactly(1L, 0L);
        for (var payer : List.of("haringey", "barnet", "lcf")) {
            money.instruct(money.drafted(service, payer), service);
        }
        assertThat(place(service.contract())).containsExactly(0L, 1L);
        claims.requestReversal(first, "paidInError", "", service.finance());
        claims.decideReversal(first, true, service.financeB());
        assertThat(place(service.contract())).as("held by the other claim").containsExactly(0L, 1L);
        claims.requestReversal(second, "paidInError", "", service.finance());
        claims.decideReversal(second, true, service.financeB());
        assertThat(place(service.contract())).containsExactly(0L, 0L);
        assertThat(money.breaches()).isEmpty();
    }

    @Test
    @DisplayName("When one cap has no room, nothing is taken of the others, and its name is the answer")
    void allOrNothing() {
        var service = money.service(terms -> terms.replace("total: £1,440,000", "total: £500\n      outcomes: 9"));
        var second = store.get(money.claim(service));
        money.reserved(service);
        var terms = contracts.terms(service.contract(), 1);
        var decision = explanations.get(second.ref(), 1).decision();
        assertThat(money.in(() -> caps.reserve(second, terms, decision))).isEqualTo("total");
        assertThat(claims.caps(service.contract())).extracting(CapView::cap, CapView::reserved).contains(
                org.assertj.core.groups.Tuple.tuple("number in all", 1L), org.assertj.core.groups.Tuple.tuple("people", 1L),
                org.assertj.core.groups.Tuple.tuple("total", 33_000L));
        assertThat(money.breaches()).isEmpty();
    }

    @Test
    @DisplayName("A reversal asked for waits for finance of its contract until it is decided, oldest first")
    void waiting() {
        var service = money.service();
        var one = money.reserved(service);
        var two = money.reserved(service);
        claims.requestReversal(two, "payerDispute", "first asked", service.finance());
        claims.requestReversal(one, "paidInError", "", service.finance());
        assertThat(claims.reversalsWaiting(service.financeB())).extracting(ReversalView::claimRef).containsExactly(two, one);
        assertThat(claims.reversalsWaiting(money.service().finance())).extracting(ReversalView::claimRef).doesNotContain(one, two);
        claims.decideReversal(two, false, service.financeB());
        assertThat(claims.reversalsWaiting(service.financeB())).extracting(ReversalView::claimRef).containsExactly(one);
        claims.requestReversal(two, "payerDispute", "asked again", service.finance());
        assertThat(claims.reversalsWaiting(service.financeB())).extracting(ReversalView::claimRef, ReversalView::note)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(one, ""), org.assertj.core.groups.Tuple.tuple(two, "asked again"));
    }

    @Test
    @DisplayName("A charge that adds up to nothing is refused with the field at fault, and nothing is kept of it")
    void nothing() {
        var service = money.service();
        for (long one : List.of(0L, 500L)) {
            assertThatThrownBy(() -> charges.propose(extrapolation(service.contract(), one, -one), service.finance()))
                    .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.field()).isEqualTo("amount"));
        }
        var back = extrapolation(service.contract(), -500, -100);
        assertThat(charges.isCharged(back.key())).isFalse();
        var ref = charges.propose(back, service.finance());
        assertThat(charges.isCharged(back.key())).isTrue();
        assertThat(charges.get(ref, service.financeB()).amount()).isEqualTo(Pence.of(-600));
    }

    @Test
    @DisplayName("What is not there is not found, whichever door asks for it")
    void notThere() {
        var actor = money.service().finance();
        assertThatThrownBy(() -> claims.get("C-NONE")).isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> claims.visible("C-NONE", Actor.system())).isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> money.in(() -> claims.reserveAmount("C-NONE"))).isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> claims.requestReversal("C-NONE", "paidInError", "", actor)).isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> charges.get("X-NONE", actor)).isInstanceOf(Problem.NotFound.class);
    }

    private static Charge.Proposal extrapolation(String contract, long one, long other) {
        return new Charge.Proposal("test-nothing:" + contract, ChargeKind.EXTRAPOLATION, contract, 1, YearMonth.from(DAY), "Sample", "by hand",
                List.of(new PayerShare("haringey", Pence.of(one)), new PayerShare("lcf", Pence.of(other))));
    }

    /** Reserved and posted of the cap on people. */
    private List<Long> place(String contract) {
        return claims.caps(contract).stream().filter(cap -> cap.cap().equals("people")).findFirst().map(cap -> List.of(cap.reserved(), cap.posted()))
                .orElseThrow();
    }

    private Facts facts(String referral, LocalDate asOf) {
        return reader.facts(referrals.get(referral), asOf);
    }

    private Facts.JobSpell spell(String referral, LocalDate asOf) {
        return facts(referral, asOf).jobs().get(0);
    }

    private void pause(String job, LocalDate from, LocalDate to) {
        jdbc.sql("insert into job_break (job_ref, from_on, to_on, reason, recorded_by, recorded_at) values (?, ?, ?, 'SICKNESS', 'system', now())")
                .params(job, from, to).update();
    }

    private void score(String referral, String measure, int value) {
        jdbc.sql("insert into score (referral_ref, measure, on_date, value, recorded_by, recorded_at) values (?, ?, ?, ?, 'system', now())")
                .params(referral, measure, DAY, value).update();
    }
}
