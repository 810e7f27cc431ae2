package org.placewell.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.audit.AuditTrail;
import org.placewell.claim.ClaimStatus;
import org.placewell.claim.ClaimView;
import org.placewell.contract.domain.IncomeKind;
import org.placewell.correction.NewCorrection.More;
import org.placewell.evidence.Evidence;
import org.placewell.jobsearch.AgreedPay;
import org.placewell.jobsearch.EmploymentKind;
import org.placewell.jobsearch.JobView;
import org.placewell.jobsearch.PayPeriod;
import org.placewell.referral.ReferralStatus;
import org.placewell.security.People;
import org.placewell.shared.Problem;
import org.placewell.support.PlacewellTest;
import org.placewell.support.Referring;
import org.placewell.support.Visitor;
import org.placewell.support.World;
import org.placewell.triage.Eligibility;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

@PlacewellTest
@DisplayName("Kind of work, title, pay, time away, weekly contacts and the contract itself are put right")
class MoreCorrectionsTest extends CorrectionFixture {

    @Autowired People people;
    @Autowired Eligibility eligibility;
    @Autowired Referring referring;
    @Autowired AuditTrail audit;
    @Autowired AgreedPay agreed;
    @Autowired Evidence evidence;

    @Test
    @DisplayName("Self-employed and not employed: the claim gives way, and what is claimed instead asks for the papers of the self-employed")
    void kind() {
        var ref = money.inSupport(service);
        var job = money.job(ref, DAY, 20 * 60);
        money.changed(ref);
        var first = live(ref).ref();
        confirm(ref, more(CorrectionKind.JOB_KIND, job, null, null, EmploymentKind.SELF_EMPLOYED, null));
        assertThat(search.job(job).orElseThrow().kind()).isEqualTo(EmploymentKind.SELF_EMPLOYED);
        assertThat(claims.get(first).status().isLive()).isFalse();
        assertThat(claims.ofReferral(ref)).filteredOn(claim -> claim.status().isLive()).allSatisfy(claim -> assertThat(evidence.get(claim.ref()).claim()
                .jobs()).extracting(one -> one.kind()).containsOnly("SELF_EMPLOYED"));
        confirm(ref, more(CorrectionKind.JOB_TITLE, job, null, null, null, "Gardener"));
        assertThat(search.job(job).orElseThrow().title()).isEqualTo("Gardener");
        refused("what", "no-change", ref, more(CorrectionKind.JOB_TITLE, job, null, null, null, "Gardener"));
        assertThat(money.breaches()).isEmpty();
    }

    @Test
    @DisplayName("The agreed pay that held on a day is put right for as long as it held; where none was recorded there is nothing to correct")
    void rate() {
        var ref = money.inSupport(service);
        var job = money.job(ref, DAY, 20 * 60);
        refused("newDate", "no-pay", ref, rate(job, DAY, 13_00, PayPeriod.HOUR));
        agreed.atStart(job, 12_60, PayPeriod.HOUR, service.specialist());
        clock.stopAt(DAY.plusDays(20));
        agreed.change(job, DAY.plusDays(10), 14_00, PayPeriod.HOUR, service.specialist());
        refused("payRate", "range", ref, rate(job, DAY.plusDays(3), 13_00, PayPeriod.YEAR));
        confirm(ref, rate(job, DAY.plusDays(3), 13_00, PayPeriod.HOUR));
        assertThat(search.job(job).orElseThrow().rates()).extracting(JobView.Rate::words).containsExactly("£13 an hour", "£14 an hour");
    }

    @Test
    @DisplayName("Time away on other days or none: thirteen weeks that a break had stopped are reached, and claimed")
    void away() {
        var ref = money.inSupport(service);
        var job = money.job(ref, DAY, 20 * 60);
        clock.stopAt(DAY.plusWeeks(13));
        search.recordBreak(job, DAY.plusDays(10), DAY.plusDays(60), "OTHER", service.specialist());
        search.recordBreak(job, DAY.plusDays(70), DAY.plusDays(71), "OTHER", service.specialist());
        assertThat(claims.ofReferral(ref)).extracting(ClaimView::outcome).containsExactly("job-start");
        refused("breakFrom", "overlap", ref, more(CorrectionKind.JOB_BREAK, job, DAY.plusDays(10), DAY.plusDays(71), null, null));
        refused("breakFrom", "before-job", ref, more(CorrectionKind.JOB_BREAK, job, DAY.plusDays(10), DAY.minusDays(1), null, null));
        refused("break", "not-listed", ref, more(CorrectionKind.JOB_BREAK, job, DAY.plusDays(11), DAY, null, null));
        confirm(ref, new NewCorrection(CorrectionKind.JOB_BREAK, job, null, null, null, null, null, null, null, WHY,
                new More(DAY.plusDays(70), null, DAY.plusDays(72), DAY.plusDays(73), null, null, null, null, null, null, null)));
        var never = more(CorrectionKind.JOB_BREAK, job, DAY.plusDays(10), null, null, null);
        var preview = corrections.view(corrections.propose(ref, never, service.specialist()), service.specialist());
        assertThat(preview.change()).contains("12 March 2026 to 1 May 2026: the person was not away");
        confirm(ref, never);
        confirm(ref, more(CorrectionKind.JOB_BREAK, job, DAY.plusDays(72), null, null, null));
        assertThat(search.job(job).orElseThrow().breaks()).isEmpty();
        assertThat(claims.ofReferral(ref)).extracting(ClaimView::outcome).contains("sustained-16h-or-more");
    }

    @Test
    @DisplayName("Pay received is never overwritten: the right line takes the wrong one's place, and both stay in the database")
    void payReceived() {
        var ref = money.inSupport(service);
        var job = money.job(ref, DAY, 20 * 60);
        clock.stopAt(DAY.plusDays(30));
        search.recordEarnings(job, DAY, DAY.plusDays(6), 200_00, IncomeKind.WAGES, service.specialist());
        search.recordEarnings(job, DAY.plusDays(7), DAY.plusDays(13), 210_00, IncomeKind.WAGES, service.specialist());
        refused("payFrom", "overlap", ref, pay(job, DAY, DAY, DAY.plusDays(7), 250_00L));
        refused("amount", "range", ref, pay(job, DAY, DAY, DAY.plusDays(6), 0L));
        refused("payTo", "future-date", ref, pay(job, DAY, DAY, DAY.plusDays(60), 250_00L));
        confirm(ref, pay(job, DAY, DAY, DAY.plusDays(5), 250_00L));
        confirm(ref, pay(job, DAY, DAY, DAY.plusDays(5), 251_00L));
        confirm(ref, pay(job, DAY.plusDays(7), null, null, null));
        assertThat(search.job(job).orElseThrow().earnings()).extracting(JobView.Earnings::to, JobView.Earnings::pence)
                .containsExactly(tuple(DAY.plusDays(5), 251_00L));
        assertThat(jdbc.sql("select count(*) from job_earnings where job_ref = ?").param(job).query(Long.class).single()).isEqualTo(5);
        search.recordEarnings(job, DAY.plusDays(7), DAY.plusDays(13), 220_00, IncomeKind.WAGES, service.specialist());
        confirm(ref, pay(job, DAY, DAY.plusDays(20), DAY.plusDays(22), 251_00L));
        search.recordEarnings(job, DAY, DAY.plusDays(6), 200_00, IncomeKind.WAGES, service.specialist());
        assertThat(search.job(job).orElseThrow().earnings()).extracting(JobView.Earnings::from, JobView.Earnings::pence)
                .containsExactlyInAnyOrder(tuple(DAY, 200_00L), tuple(DAY.plusDays(7), 220_00L), tuple(DAY.plusDays(20), 251_00L));
        assertThatThrownBy(() -> jdbc.sql("insert into job_earnings (job_ref, from_on, to_on, pence, kind, recorded_by, recorded_at)"
                + " values (?, ?, ?, 1, 'WAGES', 'system', now())").params(job, DAY, DAY).update()).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("update job_earnings set pence = 1 where job_ref = ?").param(job).update()).isInstanceOf(DataAccessException.class);
    }

    @Test
    @DisplayName("A corrected first day moves the weekly contacts; when their weeks are over by the right day, nobody is asked any more")
    void weeklyContacts() {
        var haringey = world.under("mhep-haringey-barnet");
        var ref = cases.searching(haringey);
        var job = cases.job(haringey, ref, DAY);
        clock.stopAt(DAY.plusDays(3));
        confirm(ref, new NewCorrection(CorrectionKind.JOB_START, job, DAY.plusDays(3), null, null, null, null, null, null, WHY), haringey);
        driver.letTimePass(DAY.plusDays(8), job);
        assertThat(driver.waitsAt(job)).doesNotContain("inWorkContact");
        driver.letTimePass(DAY.plusDays(10), job);
        assertThat(driver.waitsAt(job)).contains("inWorkContact");

        var late = cases.job(haringey, ref, DAY.plusDays(10));
        clock.stopAt(DAY.plusDays(15));
        confirm(ref, new NewCorrection(CorrectionKind.JOB_START, late, DAY, null, null, null, null, null, null, WHY), haringey);
        driver.letTimePass(DAY.plusDays(20), late);
        assertThat(driver.waitsAt(late)).as("not a week after the wrong day").doesNotContain("inWorkContact");
        clock.stopAt(DAY.plusDays(20));
        var over = cases.job(haringey, ref, DAY.plusDays(20));
        clock.stopAt(DAY.plusDays(29));
        confirm(ref, new NewCorrection(CorrectionKind.JOB_START, over, DAY, null, null, null, null, null, null, WHY), haringey);
        driver.letTimePass(DAY.plusDays(45), over);
        assertThat(driver.waitsAt(over)).as("the first month had gone by").doesNotContain("inWorkContact");
    }

    @Test
    @DisplayName("The one weekly contact of a job that was recorded late is asked for, whatever else is corrected about the job")
    void lateContactStays() {
        var haringey = world.under("mhep-haringey-barnet");
        var ref = cases.searching(haringey);
        clock.stopAt(DAY.plusWeeks(8));
        var job = cases.job(haringey, ref, DAY);
        confirm(ref, more(CorrectionKind.JOB_TITLE, job, null, null, null, "Head gardener"), haringey);
        clock.stopAt(DAY.plusWeeks(8).plusDays(1));
        confirm(ref, new NewCorrection(CorrectionKind.JOB_START, job, DAY.plusDays(1), null, null, null, null, null, null, WHY), haringey);
        driver.letTimePass(DAY.plusWeeks(9).plusDays(1), job);
        assertThat(driver.waitsAt(job)).contains("inWorkContact");
    }

    @Test
    @DisplayName("A job recorded late whose right first day lies in the first month is asked about in each week still to come, not in those gone by")
    void lateFallsBack() {
        var haringey = world.under("mhep-haringey-barnet");
        var ref = cases.searching(haringey);
        var recorded = DAY.plusWeeks(8);
        clock.stopAt(recorded);
        var job = cases.job(haringey, ref, DAY);
        assertThat(askedOn(job, recorded, 9, haringey)).as("once, a week after it came on the record").containsExactly(7);
        var right = recorded.minusDays(3);
        confirm(ref, new NewCorrection(CorrectionKind.JOB_START, job, right, null, null, null, null, null, null, WHY), haringey);
        assertThat(askedOn(job, right, 40, haringey)).containsExactly(14, 21, 28);
    }

    @Test
    @DisplayName("A first day put right while contacts are made: the weeks end with the right fourth one, neither before nor after")
    void contactsEnd() {
        var haringey = world.under("mhep-haringey-barnet");
        var ref = cases.searching(haringey);
        var later = cases.job(haringey, ref, DAY);
        assertThat(askedOn(later, DAY, 12, haringey)).containsExactly(7);
        confirm(ref, new NewCorrection(CorrectionKind.JOB_START, later, DAY.plusDays(10), null, null, null, null, null, null, WHY), haringey);
        assertThat(askedOn(later, DAY.plusDays(10), 40, haringey)).containsExactly(7, 14, 21, 28);
        var begun = clock.today();
        var sooner = cases.job(haringey, ref, begun);
        confirm(ref, new NewCorrection(CorrectionKind.JOB_START, sooner, begun.minusDays(10), null, null, null, null, null, null, WHY), haringey);
        assertThat(askedOn(sooner, begun.minusDays(10), 40, haringey)).containsExactly(14, 21, 28);
    }

    /** The days after a first day, today excepted, on which a contact is asked for; each is made at once. */
    private List<Integer> askedOn(String job, LocalDate firstDay, int days, World.Service in) {
        var asked = new ArrayList<Integer>();
        for (var day = clock.today().plusDays(1); !day.isAfter(firstDay.plusDays(days)); day = day.plusDays(1)) {
            driver.letTimePass(day, job);
            if (driver.waitsAt(job).contains("inWorkContact")) {
                asked.add((int) ChronoUnit.DAYS.between(firstDay, day));
                driver.submit("inWorkContact", job, Map.of("contactedOn", day.toString(), "how", "faceToFace", "going", "well"), in.specialist());
            }
        }
        return asked;
    }

    @Test
    @DisplayName("A referral under the wrong contract goes under the right one: claims give way to those of the right contract, confirmed by a second person")
    void contract() {
        var right = money.service(terms -> terms.replaceFirst("(?m)^title: .*$", "title: The right contract").replaceFirst("(?m)^  title: .*$",
                "  title: The right contract"));
        people.route(service.clinicalTeam(), right.contract(), service.team());
        var ref = money.inSupport(service);
        long unclaimed = corrections.propose(ref, to(right.contract()), service.specialist());
        assertThatThrownBy(() -> corrections.confirm(unclaimed, service.specialist())).as("even before anything is claimed")
                .isInstanceOf(Problem.Forbidden.class);
        corrections.drop(unclaimed, service.leader());
        var wrong = money.engaged(ref, service);
        refused("contract", "not-listed", ref, to(money.service().contract()));
        long id = corrections.propose(ref, to(right.contract()), service.specialist());
        var preview = corrections.view(id, service.specialist());
        assertThat(preview.forOthers()).isTrue();
        assertThat(preview.effects()).extracting(CorrectionView.Effect::what).contains("Contract");
        assertThat(claims.get(wrong).status()).as("a preview changes nothing").isEqualTo(ClaimStatus.OPEN);
        assertThatThrownBy(() -> corrections.confirm(id, service.specialist())).isInstanceOf(Problem.Forbidden.class);
        assertThatThrownBy(() -> jdbc.sql("insert into correction_end (correction_id, applied, ended_by, ended_at) values (?, true, ?, now())")
                .params(id, service.specialist().username()).update()).isInstanceOf(DataAccessException.class);
        var visitor = Visitor.at(port, service.specialist());
        assertThat(visitor.get("/corrections/" + id).text()).contains("a second person who works with this person confirms").doesNotContain("Confirm the correction");
        assertThat(visitor.get("/do/correctRecord/" + ref).text()).contains("Where does the referral belong?", "version 1");

        corrections.confirm(id, service.leader());
        assertThat(referrals.get(ref).contractRef()).isEqualTo(right.contract());
        assertThat(claims.get(wrong).status()).isEqualTo(ClaimStatus.REPLACED);
        assertThat(live(ref).contractRef()).isEqualTo(right.contract());
        assertThat(money.breaches()).isEmpty();
        refused("contract", "not-listed", ref, to(right.contract()));
    }

    @Test
    @DisplayName("The right contract is asked whether it is for the person: the finding is shown before and after, and who confirms says why support goes on")
    void eligibilityAgain() {
        var right = money.service(terms -> terms.replace("areas: [ Haringey, Barnet ]", "areas: [ Camden ]"));
        people.route(service.clinicalTeam(), right.contract(), service.team());
        var ref = referring.inSupport(service, clock.today());
        long id = corrections.propose(ref, to(right.contract()), service.specialist());
        var preview = corrections.view(id, service.leader());
        assertThat(preview.fit().eligibility()).isEqualTo("outside");
        var finding = tuple("Does the person fit the contract?", "Fits the contract. Age, area, work and group fit the contract.",
                "Outside the contract. The person lives outside the contract's area. The service of the home area can take the referral.");
        assertThat(preview.effects()).extracting(CorrectionView.Effect::what, CorrectionView.Effect::was, CorrectionView.Effect::now).contains(finding);
        assertThat(Visitor.at(port, service.specialist()).get("/corrections/" + id).text()).contains("The person is outside the right contract",
                "a second person").doesNotContain("Why does the person stay");

        var leader = Visitor.at(port, service.leader());
        assertThat(leader.get("/corrections/" + id).text()).contains("Why does the person stay in support under this contract?");
        var page = "/corrections/" + id + "/confirm";
        assertThat(leader.post(page, "despite", " ")).satisfies(answer -> assertThat(answer.text()).contains("There is a problem", "Say why the person stays"));
        assertThat(leader.post(page, "despite", "so ".repeat(700)).text()).contains("2,000 characters or fewer", "so so so");
        assertThat(referrals.get(ref).contractRef()).as("nothing is done without a word").isEqualTo(service.contract());
        assertThat(eligibility.standing(ref)).hasValueSatisfying(found -> assertThat(found.fits()).isTrue());
        assertThat(leader.post(page, "despite", "The payer agreed on 2 March").status()).isEqualTo(302);
        assertThat(leader.follow().text()).contains("This record was corrected", "The payer agreed on 2 March", "Outside the contract.");
        assertThat(eligibility.standing(ref)).hasValueSatisfying(found -> assertThat(found.eligibility()).isEqualTo("outside"));
        assertThat(referrals.get(ref).status()).as("nobody loses support by it").isEqualTo(ReferralStatus.IN_SUPPORT);
        assertThat(jdbc.sql("select eligibility from triage where referral_ref = ?").param(ref).query(String.class).single()).isEqualTo("eligible");
        assertThat(audit.of(ref)).filteredOn(line -> line.action().equals("triage.eligibility-again")).hasSize(1);
        assertThatThrownBy(() -> jdbc.sql("delete from eligibility_again where referral_ref = ?").param(ref).update())
                .isInstanceOf(DataAccessException.class);

        people.route(service.clinicalTeam(), service.contract(), service.team());
        long back = corrections.propose(ref, to(service.contract()), service.specialist());
        assertThat(corrections.view(back, service.leader()).asksWhy()).isFalse();
        corrections.confirm(back, "not asked for", service.leader());
        assertThat(corrections.view(back, service.leader()).despite()).isNull();
    }

    @Test
    @DisplayName("Money that has been asked for under the wrong contract is taken back first; before support a contract is not corrected here")
    void contractWithMoney() {
        var right = money.service();
        people.route(service.clinicalTeam(), right.contract(), service.team());
        var ref = money.inSupport(service);
        var claim = money.engaged(ref, service);
        money.in(() -> claims.reserveAmount(claim));
        money.drafted(service, "haringey");
        refused("contract", "money-asked", ref, to(right.contract()));
        var waiting = cases.waiting(service);
        assertThatThrownBy(() -> corrections.propose(waiting, to(right.contract()), service.leader()))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code()).isEqualTo("not-supported"));
    }

    @Test
    @DisplayName("Under another contract the milestones ahead are planned anew, and the timer follows; what is behind stays")
    void milestones() {
        var right = money.service(terms -> terms.replace("13", "10"));
        var haringey = money.service();
        people.route(haringey.clinicalTeam(), right.contract(), haringey.team());
        var ref = cases.searching(haringey);
        var job = cases.job(haringey, ref, DAY);
        clock.stopAt(DAY.plusWeeks(1));
        corrections.confirm(corrections.propose(ref, to(right.contract()), haringey.specialist()), "Lives in Brent, agreed with the payer", haringey.leader());
        driver.letTimePass(DAY.plusWeeks(10), job);
        assertThat(driver.waitsAt(job)).contains("checkSustainment");
    }

    private ClaimView live(String ref) {
        return claims.ofReferral(ref).stream().filter(claim -> claim.status().isLive()).findFirst().orElseThrow();
    }

    private void refused(String field, String code, String ref, NewCorrection correction) {
        ThrowingCallable proposing = () -> corrections.propose(ref, correction, service.specialist());
        assertThatThrownBy(proposing).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.field()).isEqualTo(field);
        });
    }

    private static NewCorrection more(CorrectionKind kind, String job, LocalDate wrong, LocalDate from, EmploymentKind work, String title) {
        return new NewCorrection(kind, job, null, null, null, null, null, null, null, WHY,
                new More(wrong, null, from, null, work, title, null, null, null, null, null));
    }

    private static NewCorrection rate(String job, LocalDate on, long pence, PayPeriod per) {
        return new NewCorrection(CorrectionKind.JOB_RATE, job, on, null, null, null, null, null, null, WHY,
                new More(null, null, null, null, null, null, pence, per, null, null, null));
    }

    private static NewCorrection pay(String job, LocalDate wrong, LocalDate from, LocalDate to, Long pence) {
        return new NewCorrection(CorrectionKind.JOB_PAY, job, null, null, null, null, null, null, null, WHY,
                new More(wrong, IncomeKind.WAGES, from, to, null, null, pence, null, IncomeKind.WAGES, null, null));
    }

    private static NewCorrection to(String contract) {
        return new NewCorrection(CorrectionKind.CONTRACT, "referral", null, null, null, null, null, null, null, WHY,
                new More(null, null, null, null, null, null, null, null, null, contract, 1));
    }
}
