package org.placewell.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.audit.AuditEntry;
import org.placewell.audit.AuditTrail;
import org.placewell.correction.CorrectionView.Effect;
import org.placewell.correction.NewCorrection.Said;
import org.placewell.referral.NewReferral;
import org.placewell.referral.NewReferral.Who;
import org.placewell.referral.NewReferral.Work;
import org.placewell.security.People;
import org.placewell.shared.NhsNumber;
import org.placewell.shared.Problem;
import org.placewell.support.AtOnce;
import org.placewell.support.PlacewellTest;
import org.placewell.support.Referring;
import org.placewell.support.Visitor;
import org.placewell.support.World;
import org.placewell.waitinglist.WaitingList;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

@PlacewellTest
@DisplayName("What a referral said of work and home, date of birth and NHS number are put right, and the decisions made by them are made again")
class ReferralCorrectionsTest extends CorrectionFixture {

    @Autowired Referring referring;
    @Autowired WaitingList waitingList;
    @Autowired AuditTrail audit;
    @Autowired People people;
    World.Service haringey;

    @BeforeEach
    void haringey() {
        haringey = world.under("mhep-haringey-barnet");
    }

    @Test
    @DisplayName("Out of work for longer than the referral said: grade, priority and place are shown before and after, moved as a jump, and the leader hears of it")
    void work() {
        clock.stopAt(DAY.minusDays(1));
        referring.waiting(haringey);
        clock.stopAt(DAY);
        var ref = referring.waiting(haringey);
        assertThat(place(ref)).isEqualTo("3 mediumNeed");
        long id = corrections.propose(ref, new NewCorrection(CorrectionKind.REFERRAL_WORK, ref, WHY, Said.ofWork(true, "overFive", List.of("housing"), false)),
                haringey.leader());
        var preview = corrections.view(id, haringey.leader());
        assertThat(preview.effects()).extracting(Effect::what, Effect::was, Effect::now).containsExactly(
                tuple("What the referral says of work", "Out of paid work; last worked: one to five years ago; no job or interview close; to sort out: housing",
                        "Out of paid work; last worked: more than five years ago; no job or interview close; to sort out: housing"),
                tuple("Support needed", "medium. One to five years out of work.", "higher. Never worked, or not for five years: more support at the start."),
                tuple("Place on the waiting list", "Priority 3, position 2. Some support needed.",
                        "Priority 2, position 1. More support needed: waiting makes the way back to work longer."));
        assertThat(place(ref)).as("a preview changes nothing").startsWith("3 ");
        assertThat(told(ref)).isEmpty();

        corrections.confirm(id, haringey.leader());
        assertThat(referrals.get(ref).work().lastWorked()).isEqualTo("overFive");
        assertThat(referrals.get(ref).need()).isEqualTo("higher");
        assertThat(place(ref)).isEqualTo("2 higherNeed");
        assertThat(waitingList.jumps(haringey.leader())).singleElement().satisfies(jump -> {
            assertThat(jump.what()).isEqualTo("Priority 3 to 2");
            assertThat(jump.reason()).startsWith("The record was corrected. More support needed");
            assertThat(jump.by()).isEqualTo(jdbc.sql("select display_name from app_user where username = ?").param(haringey.leader().username())
                    .query(String.class).single());
        });
        assertThat(told(ref)).containsExactlyInAnyOrder("gradeChanged", "priorityChanged");
        assertThat(actions(ref)).containsOnlyOnce("correction.referral-work", "triage.graded-again", "waiting.asked-again", "triage.eligibility-again");
        assertThat(Visitor.at(port, haringey.leader()).get("/corrections/" + id).text()).contains("This record was corrected", "Priority 2, position 1",
                "What may be claimed for this person comes to the same");
        assertThatThrownBy(() -> jdbc.sql("update grade_again set need = 'lower' where referral_ref = ?").param(ref).update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    @DisplayName("A grade and a priority that a leader chose stay: the page and the record say what the tables give instead")
    void chosenStays() {
        var ref = referring.refer(haringey);
        driver.submit("triageReferral", ref, Map.of("decision", "accept", "grade", "higher", "gradeReason", "Two jobs were lost in the first week"),
                haringey.leader());
        waitingList.jump(ref, 4, "Asked to wait until the summer", haringey.leader());
        long id = corrections.propose(ref, new NewCorrection(CorrectionKind.REFERRAL_WORK, ref, WHY, Said.ofWork(true, "withinYear", List.of(), true)),
                haringey.leader());
        assertThat(corrections.view(id, haringey.leader()).effects()).filteredOn(effect -> effect.what().equals("Support needed"))
                .singleElement().satisfies(effect -> {
                    assertThat(effect.was()).startsWith("higher, as ").contains(": this stays. The decision table gives medium.");
                    assertThat(effect.now()).startsWith("higher, as ").contains(": this stays. The decision table gives lower.");
                });
        corrections.confirm(id, haringey.leader());
        assertThat(referrals.get(ref).need()).isEqualTo("higher");
        assertThat(jdbc.sql("select priority || ' ' || table_priority from waiting_entry where referral_ref = ?").param(ref).query(String.class).single())
                .isEqualTo("4 1");
        assertThat(corrections.view(id, haringey.leader()).effects()).filteredOn(effect -> effect.what().equals("Place on the waiting list"))
                .singleElement().extracting(Effect::now).asString().contains("Priority 4,", "A person gave this priority: it stays. The decision table gives priority 1.");
        assertThat(told(ref)).containsExactlyInAnyOrder("gradeChanged", "priorityChanged");
        assertThat(waitingList.jumps(haringey.leader())).as("the choice of the grade, and the jump by hand").hasSize(2);
        assertThat(Visitor.at(port, haringey.leader()).get("/clients/" + ref).text()).contains("Since the record was corrected the table gives lower: the choice stays");
    }

    @Test
    @DisplayName("Under another contract the grade is asked for again: where keeping a job is paid for, a job held may be lost")
    void contract() {
        var link = world.under("the-link");
        people.route(haringey.clinicalTeam(), link.contract(), haringey.team());
        var ref = referring.waiting(haringey, said(new Work("Keep the job", false, 16, "withinYear", List.of(), false, true)));
        referring.offer(haringey, ref);
        referring.answer(haringey, ref, "accepted", DAY);
        assertThat(referrals.get(ref).need()).isEqualTo("lower");
        var to = new NewCorrection(CorrectionKind.CONTRACT, ref, null, null, null, null, null, null, null, WHY,
                new NewCorrection.More(null, null, null, null, null, null, null, null, null, link.contract(), 1));
        long id = corrections.propose(ref, to, haringey.specialist());
        assertThat(corrections.view(id, haringey.leader()).effects()).extracting(Effect::what, Effect::now)
                .contains(tuple("Support needed", "medium. A job that may be lost: employer and person need somebody at once."));
        corrections.confirm(id, "Agreed with the payer", haringey.leader());
        assertThat(referrals.get(ref).need()).isEqualTo("medium");
        assertThat(told(ref)).contains("gradeChanged", "eligibilityChanged");
    }

    @Test
    @DisplayName("Home and age put right: fit with the contract is shown before and after; who had a job when referred was not out of work")
    void areaAndAge() {
        var ref = referring.inSupport(haringey, DAY);
        long id = corrections.propose(ref, new NewCorrection(CorrectionKind.AREA, ref, WHY, Said.ofArea("elsewhere")), haringey.specialist());
        assertThat(corrections.view(id, haringey.leader()).effects()).extracting(Effect::what, Effect::now).contains(tuple("Where the person lives", "Somewhere else"))
                .anySatisfy(row -> assertThat(row.toList().get(1).toString()).startsWith("Outside the contract. The person lives outside"));
        confirm(ref, new NewCorrection(CorrectionKind.AREA, ref, WHY, Said.ofArea("")), haringey);
        assertThat(referrals.get(ref).area()).isNull();
        confirm(ref, new NewCorrection(CorrectionKind.AREA, ref, WHY, Said.ofArea("Barnet")), haringey);
        assertThatThrownBy(() -> corrections.confirm(id, haringey.specialist())).as("the record has changed").isInstanceOf(Problem.Stale.class);

        refused("birthDate", "too-young", ref, Said.ofBirth(DAY.minusYears(9)), CorrectionKind.BIRTH_DATE);
        refused("what", "no-change", ref, Said.ofBirth(referrals.get(ref).person().birthDate()), CorrectionKind.BIRTH_DATE);
        confirm(ref, new NewCorrection(CorrectionKind.BIRTH_DATE, ref, WHY, Said.ofBirth(DAY.minusYears(16))), haringey);
        assertThat(told(ref)).contains("eligibilityChanged");

        var searching = cases.searching(haringey);
        var held = cases.job(haringey, searching, DAY);
        jdbc.sql("update job set started_on = ? where ref = ?").params(DAY.minusDays(30), held).update();
        refused("outOfWork", "held-job", searching, Said.ofWork(true, "overFive", List.of(), false), CorrectionKind.REFERRAL_WORK);
    }

    @Test
    @DisplayName("A number that another record has is refused with the way on; of two that take one number at once the database lets one through")
    void number() throws InterruptedException {
        var one = referring.waiting(haringey);
        var two = referring.waiting(haringey);
        refused("nhsNumber", "other-person", one, Said.ofNumber(referrals.get(two).person().nhsNumber(), ""), CorrectionKind.NHS_NUMBER);
        refused("nhsNumber", "nhs-number-check", one, Said.ofNumber("999 123 4560", ""), CorrectionKind.NHS_NUMBER);
        var number = Referring.nhsNumber();
        var ids = List.of(one, two).stream().map(ref -> corrections.propose(ref, number(ref, number), haringey.leader())).toList();
        var answers = AtOnce.run(2, ids.stream().<Callable<String>>map(id -> () -> {
            try {
                return corrections.confirm(id, haringey.leader());
            } catch (Problem problem) {
                return problem.code();
            }
        }).toList());
        assertThat(answers).containsOnlyOnce("other-person").containsAnyOf(one, two);
        var winner = answers.contains(one) ? one : two;
        var loser = winner.equals(one) ? two : one;
        assertThat(referrals.get(winner).person().nhsNumber()).isEqualTo(number);
        assertThat(Visitor.at(port, haringey.leader()).get("/corrections/" + ids.get(winner.equals(one) ? 1 : 0)).text())
                .contains("Another record has this NHS number", "Join with another record of the same person").doesNotContain("Confirm the correction");
        corrections.confirm(corrections.propose(loser, new NewCorrection(CorrectionKind.NHS_NUMBER, loser, WHY, Said.ofNumber("", "notKnown")), haringey.leader()),
                haringey.leader());
        assertThat(referrals.get(loser).person().groupedNumber()).isEqualTo("Not known");

        jdbc.sql("update person set joined_to = ? where id = ?").params(referrals.get(loser).person().id(), referrals.get(winner).person().id()).update();
        refused("nhsNumber", "joined-record", loser, Said.ofNumber(number, ""), CorrectionKind.NHS_NUMBER);

        var written = new NhsNumber(number).toString();
        assertThat(audit.of(winner)).noneMatch(line -> line.toString().contains(number) || line.toString().contains(written));
        assertThat(jdbc.sql("select count(*) from act_ru_variable where text_ like ?").param("%" + number + "%").query(Long.class).single()).isZero();
    }

    @Test
    @DisplayName("Wrong digits keep what was typed and name the field; a clinician corrects nothing; what the referral says is filled in to begin with")
    void page() {
        var ref = referring.waiting(haringey);
        var leader = Visitor.at(port, haringey.leader());
        assertThat(leader.get("/clients/" + ref).text()).contains("Correct this record");
        var path = "/do/correctRecord/" + ref;
        assertThat(leader.get(path).text()).contains("The NHS number", "What the referral says of work");
        var answer = leader.post(path, "_action", "send", "what", "nhsNumber", "nhsNumberKnown", "yes", "nhsNumber", "999 123 4560", "reason", WHY);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("its last digit does not fit the others", "value=\"999 123 4560\"");
        var wrong = referrals.get(referring.waiting(haringey)).person().nhsNumber();
        var taken = leader.post(path, "_action", "send", "what", "nhsNumber", "nhsNumberKnown", "yes", "nhsNumber", wrong, "reason", WHY);
        assertThat(taken.status()).isEqualTo(422);
        assertThat(taken.body()).contains("Another record has this NHS number", "value=\"" + wrong + "\"");
        assertThat(leader.post(path, "_action", "send", "what", "area", "area", "Atlantis", "reason", WHY).status()).isEqualTo(422);
        assertThat(leader.post(path, "_action", "send", "what", "area", "area", "Barnet", "reason", WHY).status()).isEqualTo(302);
        assertThat(leader.follow().text()).contains("Look at what follows", "Where the person lives", "Barnet");
        assertThat(Visitor.at(port, haringey.clinician()).get(path).status()).isEqualTo(403);
    }

    private NewReferral said(Work work) {
        var someone = Referring.someone(haringey);
        return new NewReferral(someone.contractRef(), someone.clinicalTeam(), new Who(someone.who().nhsNumber(), "", "Robin", someone.who().familyName(),
                LocalDate.of(1980, 5, 5), "", "", "Haringey"), work, someone.health(), someone.consents());
    }

    private static NewCorrection number(String ref, String number) {
        return new NewCorrection(CorrectionKind.NHS_NUMBER, ref, WHY, Said.ofNumber(number, ""));
    }

    private void refused(String field, String code, String ref, Said said, CorrectionKind kind) {
        assertThatThrownBy(() -> corrections.propose(ref, new NewCorrection(kind, ref, WHY, said), haringey.leader()))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code()).isEqualTo(code);
                    assertThat(problem.field()).isEqualTo(field);
                    assertThat(problem).as("an error of the database would write the number into the server's log").hasNoCause();
                });
    }

    /** Priority and its rule. */
    private String place(String ref) {
        return jdbc.sql("select priority || ' ' || priority_rule from waiting_entry where referral_ref = ?").param(ref).query(String.class).single();
    }

    private List<String> told(String ref) {
        return jdbc.sql("select template from message where case_ref = ? and username = ? and template like '%Changed'")
                .params(ref, haringey.leader().username()).query(String.class).list();
    }

    private List<String> actions(String ref) {
        return audit.of(ref).stream().map(AuditEntry::action).toList();
    }
}
