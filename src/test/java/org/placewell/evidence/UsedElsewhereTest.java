package org.placewell.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.evidence.CheckResult.Outcome;
import org.placewell.evidence.PaperView.ObtainedFrom;
import org.placewell.evidence.PaperView.ObtainedHow;
import org.placewell.shared.MovableClock;
import org.placewell.support.PlacewellTest;
import org.placewell.support.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlacewellTest
@DisplayName("The same file or the same payslip is found wherever else it was used, without telling whose the other claim is")
class UsedElsewhereTest {

    private static final LocalDate MARCH = LocalDate.of(2021, 3, 1);
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
    World.Service service;
    World.Service other;
    String employer;

    @BeforeEach
    void services() {
        clock.stopAt(LocalDate.of(2021, 4, 7));
        service = world.under(ClaimBench.CONTRACT);
        other = world.under("wla-drug-alcohol");
        employer = "High Street Florist " + service.number();
    }

    @Test
    @DisplayName("The very same file on a claim for another person under another contract fails the check")
    void sameFile() {
        var first = claim(service, employer);
        var second = claim(other, employer);
        var file = Samples.pdf("One payslip " + service.number());
        pay(first, service, MARCH, 60_000L, "A-100", file);
        assertThat(outcome(first, "fileUsedOnce")).isEqualTo(Outcome.PASSED);
        pay(second, other, MARCH.plusMonths(1).minusDays(20), 61_000L, null, file);
        for (var claim : new String[] {first, second}) {
            assertThat(outcome(claim, "fileUsedOnce")).isEqualTo(Outcome.FAILED);
            assertThat(found(claim, "fileUsedOnce").explanation()).contains("another person").doesNotContain("Canary").doesNotContain("R-")
                    .doesNotContain(claim.equals(first) ? second : first);
        }
        evidence.withdrawPaper(second, evidence.papers(second).get(0).fileRef(), other.specialist());
        assertThat(outcome(first, "fileUsedOnce")).as("taken off again").isEqualTo(Outcome.PASSED);
    }

    @Test
    @DisplayName("Another scan of the same payslip is known by its number, or by employer, days and pay; colleagues of one employer are not")
    void samePayslip() {
        var first = claim(service, employer);
        var second = claim(other, employer);
        var third = claim(other, "Another Florist " + service.number());
        pay(first, service, MARCH, 60_000L, "PS/2021/03-7", Samples.pdf("first scan" + first));
        pay(second, other, MARCH, 61_000L, "PS/2021/03-8", Samples.pdf("a colleague" + first));
        pay(third, other, MARCH, 60_000L, "PS/2021/03-7", Samples.pdf("another firm" + first));
        assertThat(outcome(first, "periodUsedOnce")).as("a colleague's, and another firm's with the same number").isEqualTo(Outcome.PASSED);
        pay(second, other, MARCH.minusDays(9), 10_000L, "PS/2021/03-7", Samples.pdf("second scan" + first));
        assertThat(outcome(first, "periodUsedOnce")).as("the number").isEqualTo(Outcome.FAILED);
        assertThat(found(first, "periodUsedOnce").explanation()).contains("another person").doesNotContain(second).doesNotContain("Canary");
        var fourth = claim(service, employer);
        pay(fourth, service, MARCH, 61_000L, null, Samples.pdf("no number" + first));
        assertThat(outcome(fourth, "periodUsedOnce")).as("employer, days and pay").isEqualTo(Outcome.FAILED);
    }

    @Test
    @DisplayName("The same person's days under another contract are to be looked at; another milestone of the same job is not")
    void samePerson() {
        var job = bench.job(service, employer);
        var claim = bench.gathering(service, job.referralRef(), job.facts(), ClaimBench.payslips());
        pay(claim, service, MARCH, 60_000L, null, Samples.pdf("person" + claim));
        var milestone = bench.gathering(service, job.referralRef(), job.facts(), ClaimBench.payslips());
        evidence.takePaper(milestone, evidence.papers(claim).get(0).fileRef(), service.specialist());
        assertThat(outcome(claim, "fileUsedOnce")).isEqualTo(Outcome.PASSED);
        assertThat(found(claim, "fileUsedOnce").explanation()).contains("another outcome of this person");
        assertThat(outcome(claim, "periodUsedOnce")).isEqualTo(Outcome.PASSED);
        var again = bench.referral(other);
        jdbc.sql("update referral set person_id = (select person_id from referral where ref = ?) where ref = ?").params(job.referralRef(), again).update();
        var twice = bench.gathering(other, again, bench.job(again, employer).facts(), ClaimBench.payslips());
        pay(twice, other, MARCH.plusDays(20), 22_000L, null, Samples.pdf("second contract" + claim));
        assertThat(outcome(twice, "periodUsedOnce")).isEqualTo(Outcome.LOOK);
        assertThat(found(twice, "periodUsedOnce").explanation()).contains("paid for once").doesNotContain(claim);
        assertThat(outcome(claim, "periodUsedOnce")).isEqualTo(Outcome.LOOK);
        evidence.close(twice, RejectionReason.DEADLINE_PASSED, org.placewell.security.Actor.system());
        assertThat(outcome(claim, "periodUsedOnce")).as("the other claim is closed").isEqualTo(Outcome.PASSED);
    }

    private String claim(World.Service where, String employerName) {
        var job = bench.job(where, employerName);
        return bench.gathering(where, job.referralRef(), job.facts(), ClaimBench.payslips());
    }

    private void pay(String claim, World.Service where, LocalDate from, Long pence, String number, byte[] file) {
        evidence.addPaper(claim, new NewPaper("payslips-covering-window", null, from, from.plusDays(30), ObtainedFrom.CLIENT, ObtainedHow.POST,
                clock.today(), null, null, "", null, new NewPaper.Shows(1080, pence, number, Set.of()), "payslip.pdf", null, file), where.specialist());
    }

    private Outcome outcome(String claim, String check) {
        return found(claim, check).outcome();
    }

    private CheckResult found(String claim, String check) {
        return evidence.checksNow(claim).stream().filter(result -> result.code().equals(check)).findFirst().orElseThrow();
    }
}
