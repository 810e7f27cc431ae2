package org.placewell.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.claim.ClaimStatus;
import org.placewell.claim.ClaimView;
import org.placewell.claim.ReversalView;
import org.placewell.jobsearch.Attendance;
import org.placewell.jobsearch.JobEndReason;
import org.placewell.jobsearch.JobView;
import org.placewell.referral.EndReason;
import org.placewell.settlement.Settlement;
import org.placewell.shared.Problem;
import org.placewell.statement.Statements;
import org.placewell.support.PlacewellTest;
import org.placewell.support.Visitor;
import org.placewell.sustainment.MilestoneStatus;
import org.placewell.sustainment.MilestoneView;
import org.placewell.sustainment.Sustainment;
import org.placewell.sustainment.SustainmentStatus;
import org.springframework.beans.factory.annotation.Autowired;

/** A wrong record is put right, and everything that rests on it follows, money included. */
@PlacewellTest
class CorrectionsTest extends CorrectionFixture {

    @Autowired Sustainment sustainment;
    @Autowired Settlement settlement;
    @Autowired Statements statements;

    @Test
    @DisplayName("Hours recorded too high: the preview says what the confirmed correction does; the claim gives way to the one for the lower band")
    void hours() {
        var ref = money.inSupport(service);
        var job = money.job(ref, DAY, 20 * 60);
        clock.stopAt(DAY.plusWeeks(13));
        money.changed(ref);
        assertThat(outcomes(ref)).contains(Tuple.tuple("sustained-16h-or-more", ClaimStatus.OPEN));
        long id = corrections.propose(ref, hours(job, 12 * 60), service.specialist());
        var before = claims.ofReferral(ref);
        var preview = corrections.view(id, service.specialist());
        assertThat(preview.effects().stream().mapToLong(CorrectionView.Effect::pence).sum()).isEqualTo(600_00 - 1_100_00);
        assertThat(preview.effects()).anySatisfy(effect -> assertThat(effect.now()).contains("12 hours"));
        assertThat(claims.ofReferral(ref)).as("looking changes nothing").isEqualTo(before);
        assertThat(search.job(job).orElseThrow().minutesOn(DAY)).isEqualTo(20 * 60);

        corrections.confirm(id, service.leader());
        assertThat(outcomes(ref)).contains(Tuple.tuple("sustained-16h-or-more", ClaimStatus.NOT_PAYABLE), Tuple.tuple("sustained-under-16h",
                ClaimStatus.OPEN));
        var done = corrections.view(id, service.specialist());
        assertThat(done.applied()).isTrue();
        assertThat(done.endedBy()).isEqualTo(service.leader().username());
        assertThat(done.effects()).extracting(CorrectionView.Effect::what, CorrectionView.Effect::was, CorrectionView.Effect::now,
                CorrectionView.Effect::pence)
                .isEqualTo(preview.effects().stream().map(one -> Tuple.tuple(one.what(), one.was(), one.now(), one.pence())).toList());
        assertThatThrownBy(() -> corrections.confirm(id, service.leader())).isInstanceOf(Problem.Stale.class);
        assertThatThrownBy(() -> corrections.drop(id, service.leader())).isInstanceOf(Problem.Stale.class);
        assertThat(money.breaches()).isEmpty();
    }

    @Test
    @DisplayName("A paid claim stays paid until finance decides; then the outcome may be reached and claimed anew")
    void paid() {
        var ref = money.inSupport(service);
        var claim = money.engaged(ref, service);
        assertThat(money.in(() -> claims.reserveAmount(claim))).isTrue();
        for (var payer : List.of("haringey", "barnet", "lcf")) {
            var statement = money.drafted(service, payer);
            money.instruct(statement, service);
            settlement.importRemittance("paid.csv", money.remittance(statement), service.finance());
            statements.close(statement);
        }
        assertThat(claims.get(claim).status()).isEqualTo(ClaimStatus.PAID);
        confirm(ref, attendance(Attendance.DID_NOT_ATTEND));
        assertThat(claims.get(claim).status()).as("nothing moves on one person's word").isEqualTo(ClaimStatus.PAID);
        assertThat(claims.reversals(claim, service.finance())).extracting(ReversalView::reason, ReversalView::requestedBy, ReversalView::status)
                .containsExactly(Tuple.tuple("recordCorrected", service.specialist().username(), "REQUESTED"));
        claims.decideReversal(claim, true, service.finance());
        assertThat(outcomes(ref)).containsExactly(Tuple.tuple("engagement", ClaimStatus.REVERSED));
        confirm(ref, attendance(Attendance.ATTENDED));
        assertThat(outcomes(ref)).containsExactlyInAnyOrder(Tuple.tuple("engagement", ClaimStatus.REVERSED), Tuple.tuple("engagement", ClaimStatus.OPEN));
        assertThat(money.breaches()).isEmpty();
    }

    @Test
    @DisplayName("A job that began later: its milestone, the timer and the hours move with it; an end recorded by mistake brings it back to life")
    void dates() {
        var haringey = world.under("mhep-haringey-barnet");
        var ref = cases.searching(haringey);
        var job = cases.job(haringey, ref, DAY);
        clock.stopAt(DAY.plusWeeks(2));
        var later = DAY.plusDays(10);
        var id = corrections.propose(ref, new NewCorrection(CorrectionKind.JOB_START, job, later, null, null, null, null, null, null, WHY),
                haringey.specialist());
        corrections.confirm(id, haringey.specialist());
        assertThat(sustainment.milestones(job)).extracting(MilestoneView::dueOn).containsExactly(later.plusWeeks(13));
        assertThat(search.job(job).orElseThrow().hours()).extracting(JobView.Hours::from).containsExactly(later);
        driver.letTimePass(DAY.plusWeeks(13).plusDays(1), job);
        assertThat(driver.waitsAt(job)).doesNotContain("checkSustainment");

        search.endJob(job, clock.today(), JobEndReason.RESIGNED, haringey.specialist());
        driver.runDue(job);
        assertThat(sustainment.status(job)).contains(SustainmentStatus.JOB_ENDED);
        assertThat(driver.runs(job)).isEmpty();
        confirm(ref, new NewCorrection(CorrectionKind.JOB_NOT_ENDED, job, null, null, null, null, null, null, null, WHY), haringey);
        driver.runDue(job);
        assertThat(sustainment.status(job)).contains(SustainmentStatus.IN_WORK);
        driver.letTimePass(later.plusWeeks(13), job);
        assertThat(driver.waitsAt(job)).contains("checkSustainment");

        confirm(ref, new NewCorrection(CorrectionKind.JOB_EMPLOYER, job, null, null, "The Right Bakery", "N17 9AB", null, null, null, WHY), haringey);
        assertThat(search.job(job).orElseThrow().employer()).isEqualTo("The Right Bakery");
        confirm(ref, new NewCorrection(CorrectionKind.WRONG_JOB, job, null, null, null, null, null, null, null, WHY), haringey);
        driver.runDue(job);
        assertThat(search.jobs(ref)).isEmpty();
        assertThat(driver.runs(job)).isEmpty();
        assertThat(sustainment.milestones(job)).extracting(MilestoneView::status).containsOnly(MilestoneStatus.MISSED);
    }

    @Test
    @DisplayName("A job on the wrong person's record moves to the right one with its claims; only whoever works with both can do that")
    void wrongPerson() {
        var ref = money.inSupport(service);
        var right = money.inSupport(service);
        var job = money.job(ref, DAY, 20 * 60);
        money.changed(ref);
        assertThat(outcomes(ref)).containsExactly(Tuple.tuple("job-start", ClaimStatus.OPEN));
        var stranger = money.inSupport(money.service());
        for (var wrong : List.of("", ref, stranger, "R-0000000")) {
            assertThatThrownBy(() -> corrections.propose(ref, toPerson(job, wrong), service.specialist()))
                    .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.field()).isEqualTo("otherReferral"));
        }
        confirm(ref, toPerson(job, right));
        assertThat(search.jobs(ref)).isEmpty();
        assertThat(search.jobs(right)).singleElement().satisfies(moved -> assertThat(moved.minutesOn(DAY)).isEqualTo(20 * 60));
        assertThat(outcomes(ref)).containsExactly(Tuple.tuple("job-start", ClaimStatus.NOT_PAYABLE));
        assertThat(outcomes(right)).containsExactly(Tuple.tuple("job-start", ClaimStatus.OPEN));
    }

    @Test
    @DisplayName("Whoever moves a job to another record, and whoever recorded it, has no say in money that rests on it there")
    void moversAreRecorders() {
        var ref = money.inSupport(service);
        var right = money.inSupport(service);
        money.engaged(right, service);
        var job = money.job(ref, DAY, 20 * 60);
        money.changed(ref);
        jdbc.sql("update job_hours set recorded_by = ? where job_ref = ?").params(service.specialistB().username(), job).update();
        corrections.confirm(corrections.propose(ref, toPerson(job, right), service.specialist()), service.leader());
        assertThat(claims.ofReferral(right)).hasSize(2).allSatisfy(claim -> {
            assertThat(jdbc.sql("select username from claim_participant where claim_ref = ? and part = 'RECORDER'").param(claim.ref()).query(String.class)
                    .list()).as(claim.outcome()).contains(service.leader().username());
            assertThat(jdbc.sql("select username from evidence_participant where claim_ref = ? and part = 'RECORDER'").param(claim.ref())
                    .query(String.class).list()).as(claim.outcome()).contains(service.leader().username(), service.specialistB().username());
        });
    }

    @Test
    @DisplayName("Whoever proposed a correction that somebody else confirmed has no say in the money either, on either record")
    void proposersAreRecorders() {
        var ref = money.inSupport(service);
        var right = money.inSupport(service);
        var there = money.engaged(right, service);
        var job = money.job(ref, DAY, 20 * 60);
        money.changed(ref);
        corrections.confirm(corrections.propose(ref, toPerson(job, right), service.leader()), service.specialist());
        assertThat(claims.ofReferral(right)).hasSize(2).extracting(ClaimView::ref).contains(there).allSatisfy(claim -> {
            for (var table : List.of("claim_participant", "evidence_participant")) {
                assertThat(jdbc.sql("select username from " + table + " where claim_ref = ? and part = 'RECORDER'").param(claim).query(String.class).list())
                        .as(table).contains(service.leader().username(), service.specialist().username());
            }
        });
        assertThat(jdbc.sql("select actor from audit_event where stream = ? and action = 'correction.proposed' and area = 'WORK'").param(ref)
                .query(String.class).list()).containsExactly(service.leader().username());
    }

    @Test
    @DisplayName("A change of hours in a job taken off the record asks for no advice on benefits")
    void withdrawnJobAsksForNothing() {
        var ref = money.inSupport(service);
        var job = money.job(ref, DAY, 20 * 60);
        jdbc.sql("insert into job_hours (job_ref, from_on, minutes_per_week, recorded_by, recorded_at) values (?, ?, 600, 'system', now())")
                .params(job, DAY.plusDays(1)).update();
        assertThat(search.adviceDueSince(ref)).contains(DAY.plusDays(1));
        confirm(ref, new NewCorrection(CorrectionKind.WRONG_JOB, job, null, null, null, null, null, null, null, WHY));
        assertThat(search.adviceDueSince(ref)).isEmpty();
    }

    @Test
    @DisplayName("Not for others, not without a reason, not when nothing would change, not when the record has moved on; an ended case can be put right too")
    void refused() {
        var ref = money.inSupport(service);
        var job = money.job(ref, DAY, 20 * 60);
        money.changed(ref);
        assertThatThrownBy(() -> corrections.propose(ref, hours(job, 12 * 60), service.clinician())).isInstanceOf(Problem.Forbidden.class);
        assertThatThrownBy(() -> corrections.propose(ref, hours(job, 12 * 60), service.specialistB())).isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> corrections.propose(ref, hours(job, 20 * 60), service.specialist()))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code()).isEqualTo("no-change"));
        assertThatThrownBy(() -> corrections.propose(ref, hours("J-0000000", 12 * 60), service.specialist()))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.field()).isEqualTo("job"));
        long first = corrections.propose(ref, hours(job, 12 * 60), service.specialist());
        long second = corrections.propose(ref, hours(job, 14 * 60), service.specialist());
        corrections.confirm(first, service.specialist());
        assertThat(corrections.view(second, service.specialist()).problem()).contains("has changed");
        assertThatThrownBy(() -> corrections.confirm(second, service.specialist())).isInstanceOf(Problem.Stale.class);
        corrections.drop(second, service.specialist());
        referrals.endEarly(ref, EndReason.WITHDREW, DAY, service.leader());
        confirm(ref, hours(job, 16 * 60));
        assertThat(corrections.of(ref, service.leader())).extracting(CorrectionView::applied).containsExactly(true, false, true);
    }

    @Test
    @DisplayName("On the pages: what is missing is said, the consequences are shown, and it is confirmed once")
    void pages() {
        var ref = money.inSupport(service);
        var job = money.job(ref, DAY, 20 * 60);
        var visitor = Visitor.at(port, service.specialist());
        assertThat(visitor.get("/clients/" + ref).text()).contains("Correct this record");
        var form = "/do/correctRecord/" + ref;
        visitor.get(form);
        assertThat(visitor.post(form, "_action", "send", "what", "jobHours").status()).isEqualTo(422);
        visitor.get(form);
        var sent = visitor.post(form, "_action", "send", "what", "jobHours", "job", job, "newDate-day", "2", "newDate-month", "3",
                "newDate-year", "2026", "weeklyHours", "12",
                "reason", WHY);
        assertThat(sent.status()).as(sent.text()).isEqualTo(302);
        var page = visitor.follow();
        assertThat(page.text()).contains("Look at what follows", "12 hours", "Confirm the correction", WHY);
        var path = page.response().request().uri().getPath();
        assertThat(visitor.post(path + "/confirm").status()).isEqualTo(302);
        assertThat(visitor.follow().text()).contains("This record was corrected");
        assertThat(visitor.post(path + "/drop").status()).isEqualTo(409);
        assertThat(Visitor.at(port, service.specialistB()).get(path).status()).isEqualTo(404);
        assertThat(visitor.get("/corrections/999999999").status()).isEqualTo(404);
    }

    private List<Tuple> outcomes(String ref) {
        return claims.ofReferral(ref).stream().map((ClaimView claim) -> Tuple.tuple(claim.outcome(), claim.status())).toList();
    }

    private static NewCorrection hours(String job, int minutes) {
        return new NewCorrection(CorrectionKind.JOB_HOURS, job, DAY, null, null, null, minutes, null, null, WHY);
    }

    private static NewCorrection toPerson(String job, String other) {
        return new NewCorrection(CorrectionKind.WRONG_PERSON, job, null, null, null, null, null, other, null, WHY);
    }

    private static NewCorrection attendance(Attendance outcome) {
        return new NewCorrection(CorrectionKind.APPOINTMENT, "1", DAY, null, null, null, null, null, outcome, WHY);
    }
}
