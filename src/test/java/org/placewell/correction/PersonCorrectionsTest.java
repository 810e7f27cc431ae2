package org.placewell.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.audit.AuditEntry;
import org.placewell.audit.AuditTrail;
import org.placewell.correction.NewCorrection.Said;
import org.placewell.referral.EndReason;
import org.placewell.referral.NewReferral.Who;
import org.placewell.security.Actor;
import org.placewell.security.People;
import org.placewell.shared.Problem;
import org.placewell.support.PlacewellTest;
import org.placewell.support.Referring;
import org.placewell.support.Visitor;
import org.placewell.support.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

@PlacewellTest
@DisplayName("Date of birth and NHS number are one person's over all their referrals: who puts them right, and who gets to know")
class PersonCorrectionsTest extends CorrectionFixture {

    private static final LocalDate BORN = LocalDate.of(1985, 5, 15);
    @Autowired AuditTrail audit;
    @Autowired People people;

    @Test
    @DisplayName("Without a claim one person is enough; with a claim for the person, at whatever provider, a second one confirms, and the database asks the same")
    void two() {
        var here = money.inSupport(service);
        confirm(here, birth(here, BORN));
        var number = Referring.nhsNumber();
        confirm(here, number(here, number));
        var elsewhere = money.service();
        var there = referredAgain(elsewhere, number);
        var claim = money.engaged(here, service);

        for (var correction : List.of(birth(there, BORN.plusDays(1)), number(there, Referring.nhsNumber()))) {
            long id = corrections.propose(there, correction, elsewhere.leader());
            assertThat(corrections.view(id, elsewhere.leader()).forOthers()).isTrue();
            assertThat(Visitor.at(port, elsewhere.leader()).get("/corrections/" + id).text())
                    .contains("What is paid once for a person rests on who they are", "a second person who works with this person confirms")
                    .doesNotContain("Confirm the correction");
            assertThatThrownBy(() -> corrections.confirm(id, elsewhere.leader())).isInstanceOf(Problem.Forbidden.class);
            assertThatThrownBy(() -> jdbc.sql("insert into correction_end (correction_id, applied, ended_by, ended_at) values (?, true, ?, now())")
                    .params(id, elsewhere.leader().username()).update()).isInstanceOf(DataAccessException.class);
            corrections.drop(id, elsewhere.leader());
        }
        assertThat(referrals.get(here).person()).returns(BORN, person -> person.birthDate()).returns(number, person -> person.nhsNumber());

        long id = corrections.propose(here, birth(here, BORN.plusDays(1)), service.specialist());
        corrections.confirm(id, service.leader());
        assertThat(referrals.get(there).person().birthDate()).isEqualTo(BORN.plusDays(1));
        jdbc.sql("update outcome_claim set status = 'REJECTED' where ref = ?").param(claim).update();
        confirm(here, birth(here, BORN));
    }

    @Test
    @DisplayName("The person's other referrals say in their story that it was put right elsewhere, without saying where")
    void story() {
        var here = money.inSupport(service);
        var number = Referring.nhsNumber();
        confirm(here, birth(here, BORN));
        confirm(here, number(here, number));
        var elsewhere = money.service();
        var there = referredAgain(elsewhere, number);
        assertThat(actions(there)).noneMatch(action -> action.startsWith("correction."));
        confirm(here, birth(here, BORN.plusDays(1)));
        confirm(here, number(here, Referring.nhsNumber()));
        confirm(here, new NewCorrection(CorrectionKind.AREA, here, WHY, Said.ofArea("Barnet")));
        assertThat(actions(there)).filteredOn(action -> action.startsWith("correction.")).containsExactly("correction.birth-date-elsewhere",
                "correction.nhs-number-elsewhere");
        assertThat(audit.of(there)).noneMatch(line -> line.detail().contains(here));
        assertThat(actions(here)).noneMatch(action -> action.endsWith("elsewhere"));
    }

    @Test
    @DisplayName("A closed referral is no way to rewrite somebody whom another team supports now: the answer says whom to ask")
    void closed() {
        var here = money.inSupport(service);
        var number = Referring.nhsNumber();
        confirm(here, birth(here, BORN));
        confirm(here, number(here, number));
        var elsewhere = money.service();
        var there = referredAgain(elsewhere, number);
        confirm(here, birth(here, BORN.plusDays(1)));
        referrals.endSupport(here, EndReason.WITHDREW, Actor.system());
        for (var correction : List.of(birth(here, BORN), number(here, Referring.nhsNumber()))) {
            assertThatThrownBy(() -> corrections.propose(here, correction, service.leader()))
                    .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code()).isEqualTo("supported-elsewhere"))
                    .hasMessageContaining("Ask the team that supports the person now");
        }
        confirm(here, new NewCorrection(CorrectionKind.AREA, here, WHY, Said.ofArea("Barnet")));
        referrals.endSupport(there, EndReason.WITHDREW, Actor.system());
        confirm(here, birth(here, BORN));
    }

    @Test
    @DisplayName("A contract that has not begun with any version yet names no areas and stands in nobody's way")
    void notBegun() {
        var ref = money.inSupport(service);
        people.route(service.clinicalTeam(), "not-begun-" + service.number(), service.team());
        assertThat(corrections.areas(ref, service.leader())).contains("Barnet", "Haringey");
        assertThat(Visitor.at(port, service.leader()).get("/do/correctRecord/" + ref).status()).isEqualTo(200);
    }

    private String referredAgain(World.Service to, String number) {
        return referrals.submit(Referring.someone(to, new Who(number, "", "Testa", "Example", BORN, "", "", "Haringey")), to.clinician());
    }

    private static NewCorrection birth(String ref, LocalDate born) {
        return new NewCorrection(CorrectionKind.BIRTH_DATE, ref, WHY, Said.ofBirth(born));
    }

    private static NewCorrection number(String ref, String number) {
        return new NewCorrection(CorrectionKind.NHS_NUMBER, ref, WHY, Said.ofNumber(number, ""));
    }

    private List<String> actions(String ref) {
        return audit.of(ref).stream().map(AuditEntry::action).toList();
    }
}
