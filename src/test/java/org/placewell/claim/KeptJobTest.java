package org.placewell.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.contract.domain.IncomeKind;
import org.placewell.jobsearch.JobSearch;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.support.Cases;
import org.placewell.support.PlacewellTest;
import org.placewell.support.World;
import org.springframework.beans.factory.annotation.Autowired;

@PlacewellTest
@DisplayName("Work kept, work that comes again and kinds of pay, from the record to the claim")
class KeptJobTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 11);

    @Autowired World world;
    @Autowired MoneyWorld money;
    @Autowired Cases cases;
    @Autowired Claims claims;
    @Autowired JobSearch search;
    @Autowired MovableClock clock;

    @Test
    @DisplayName("A job from before the referral is recorded where the contract pays for keeping it, and claimed thirteen weeks later")
    void kept() {
        clock.stopAt(DAY);
        var service = world.under("the-link");
        var referral = cases.searching(service);
        cases.job(service, referral, DAY.minusYears(2));
        clock.stopAt(DAY.plusWeeks(13).minusDays(2));
        money.changed(referral);
        assertThat(claims.ofReferral(referral)).extracting(ClaimView::outcome).doesNotContain("job-kept");
        clock.stopAt(DAY.plusWeeks(13).minusDays(1));
        money.changed(referral);
        assertThat(claims.ofReferral(referral)).filteredOn(claim -> claim.outcome().equals("job-kept")).singleElement()
                .satisfies(claim -> assertThat(claims.explanation(claim.ref(), service.finance()).recomputes()).isTrue());
        assertThat(money.breaches()).isEmpty();
    }

    @Test
    @DisplayName("Elsewhere a job from before the referral is refused beside its date")
    void notKept() {
        clock.stopAt(DAY);
        var service = world.under("mhep-haringey-barnet");
        var referral = cases.searching(service);
        assertThatThrownBy(() -> cases.job(service, referral, DAY.minusDays(1))).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.field()).isEqualTo("startedOn"));
    }

    @Test
    @DisplayName("An outcome paid once in six months is claimed again after them, each time once, and both explanations still hold")
    void again() {
        clock.stopAt(DAY);
        var service = money.service(terms -> terms.replaceFirst("once-per: referral", "once-per: 6 months"));
        var referral = money.inSupport(service);
        money.engaged(referral, service);
        clock.stopAt(DAY.plusMonths(2));
        money.appointments(referral, service);
        assertThat(claims.ofReferral(referral)).hasSize(1);
        clock.stopAt(DAY.plusMonths(6));
        money.appointments(referral, service);
        money.changed(referral);
        assertThat(claims.ofReferral(referral)).hasSize(2).allMatch(claim -> claim.outcome().equals("engagement"));
        claims.ofReferral(referral).forEach(claim -> assertThat(money.in(() -> claims.reserveAmount(claim.ref()))).isTrue());
        assertThat(claims.ofReferral(referral)).extracting(ClaimView::status).containsOnly(ClaimStatus.RESERVED);
        assertThat(money.breaches()).isEmpty();
    }

    @Test
    @DisplayName("A tax refund is not earnings where the contract leaves it out; wages of the same days are")
    void refund() {
        clock.stopAt(DAY);
        var service = money.service(terms -> terms.replaceFirst("paid-competitive-work:\n            full-days: 1\n            or-hours: 4",
                "earnings: { reach: £500, within: 6 months after referral }").replaceFirst("title: Job start",
                "title: Job start\n        excluded-income: [ tax-refund ]"));
        var referral = cases.searching(service);
        var job = cases.job(service, referral, DAY);
        clock.stopAt(DAY.plusDays(20));
        search.recordEarnings(job, DAY, DAY.plusDays(13), 60_000, IncomeKind.TAX_REFUND, service.specialist());
        assertThat(claims.ofReferral(referral)).extracting(ClaimView::outcome).doesNotContain("job-start");
        search.recordEarnings(job, DAY, DAY.plusDays(13), 50_000, IncomeKind.WAGES, service.specialist());
        assertThat(claims.ofReferral(referral)).extracting(ClaimView::outcome).contains("job-start");
        assertThat(money.breaches()).isEmpty();
    }
}
