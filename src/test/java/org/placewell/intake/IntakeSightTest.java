package org.placewell.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.claim.MoneyWorld;
import org.placewell.security.Actor;
import org.placewell.security.Actors;
import org.placewell.security.People;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.support.PlacewellTest;
import org.placewell.support.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlacewellTest
@DisplayName("What a file of people tells its sender about who is in our records")
class IntakeSightTest {

    @Autowired Intake intake;
    @Autowired World world;
    @Autowired MoneyWorld money;
    @Autowired MovableClock clock;
    @Autowired People people;
    @Autowired Actors actors;
    @Autowired OldFiles old;
    @Autowired JdbcClient jdbc;

    @BeforeEach
    void time() {
        clock.stopAt(LocalDate.of(2026, 6, 9));
    }

    @Test
    @DisplayName("Nothing of other contracts and providers: neither somebody alike nor whether an NHS number is known")
    void elsewhere() {
        var service = money.service();
        var other = money.service();
        var known = known(other, "E1");
        var alike = like(service, "E2", known);
        var number = like(service, "E3", known);
        number.remove(Column.NO_NUMBER_REASON);
        number.put(Column.NHS_NUMBER, known.get(Column.NHS_NUMBER));
        number.put(Column.BIRTH_DATE, "1959-04-03");
        assertThat(sent(service.leader(), alike, number)).allSatisfy(row -> {
            assertThat(row.problems()).isEmpty();
            assertThat(row.remarks()).noneMatch(remark -> remark.startsWith("May be"));
        });
    }

    @Test
    @DisplayName("In the same contract: by name whom the sender may see, of everybody else one neutral sentence")
    void sameContract() {
        var service = money.service();
        var neighbour = world.under(service.contract());
        var known = known(service, "C1");
        assertThat(sent(service.leader(), like(service, "C2", known)).get(0).remarks()).singleElement().asString()
                .startsWith("May be Quentin Quill, born ");
        assertThat(sent(neighbour.leader(), like(neighbour, "C3", known)).get(0).remarks()).containsExactly(Known.SOMEBODY);
        var manager = manager(service);
        var row = like(service, "C4", known);
        row.remove(Column.REFERRER);
        assertThat(sent(manager, row).get(0).remarks()).containsExactly(Known.SOMEBODY);
        people.grant(service.leader().username(), Role.CONTRACT_MANAGER, "office" + service.number(), null, service.contract());
        var both = actors.find(service.leader().username()).orElseThrow();
        assertThat(sent(both, like(service, "C5", known)).get(0).remarks()).containsExactly(Known.SOMEBODY);
    }

    @Test
    @DisplayName("A number with another birth date gets one neutral sentence, and only one guess in a file")
    void numbers() {
        var service = money.service();
        var known = known(service, "N1");
        var guesses = List.of(guess(service, "N2", known, "1959-04-03"), guess(service, "N3", known, known.get(Column.BIRTH_DATE)));
        var ref = intake.upload("n.csv", Sheets.csv(guesses), service.leader());
        var rows = intake.rows(ref, Set.of(RowStatus.values()), 9, service.leader());
        assertThat(rows.get(0).problems()).containsExactly("nhs number and birth date do not go together. Check both against a letter from the NHS");
        assertThat(rows.get(1).problems()).singleElement().asString().contains("stands in row 2, too");
        assertThat(new String(intake.faults(ref, false, service.leader()).content(), StandardCharsets.UTF_8)).doesNotContain("our records");
    }

    @Test
    @DisplayName("What was sent is deleted when it is given up, 30 days after it is done, and 30 days after it was sent when nobody confirms it")
    void emptied() {
        var service = money.service();
        var dropped = upload(service, "D1");
        intake.drop(dropped, service.leader());
        assertThat(full(dropped)).isZero();
        var done = upload(service, "D2");
        intake.confirm(done, List.of(), service.leader());
        intake.work();
        var waits = upload(service, "D3");
        clock.stopAt(LocalDate.of(2026, 6, 9).plusDays(OldFiles.DAYS - 1));
        old.empty();
        assertThat(full(done)).isEqualTo(1 + 2);
        assertThat(full(waits)).isEqualTo(1 + 2);
        clock.stopAt(LocalDate.of(2026, 6, 9).plusDays(OldFiles.DAYS + 1));
        assertThat(old.empty()).isGreaterThanOrEqualTo(2);
        assertThat(full(done) + full(waits)).isZero();
        assertThat(old.empty()).isZero();
        assertThat(intake.one(waits, service.leader()).status()).isEqualTo(ImportStatus.DROPPED);
        var after = intake.one(done, service.leader());
        assertThat(after.emptied()).isTrue();
        assertThat(after.counts()).isEqualTo(Map.of(RowStatus.DONE, 1, RowStatus.WRONG, 1));
        assertThat(intake.rows(done, Set.of(RowStatus.DONE), 9, service.leader()).get(0).referralRef()).isNotNull();
        assertThatThrownBy(() -> intake.faults(done, false, service.leader())).isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> intake.again(done, service.leader())).isInstanceOf(Problem.Stale.class);
    }

    private String upload(World.Service service, String key) {
        var wrong = Sheets.waiting(service, key + "x", "Wrong");
        wrong.put(Column.STAGE, "elsewhere");
        return intake.upload("d.csv", Sheets.csv(List.of(Sheets.waiting(service, key, "Given" + key), wrong)), service.leader());
    }

    /** One for the file, one for each row that still says something. */
    private long full(String ref) {
        return jdbc.sql("""
                        select (select count(*) from intake_file where ref = :ref and octet_length(content) > 0)
                            + (select count(*) from intake_row where file_ref = :ref and (cells <> '{}' or remarks <> '{}'))""")
                .param("ref", ref).query(Long.class).single();
    }

    private Map<Column, String> known(World.Service service, String key) {
        var row = Sheets.waiting(service, key, "Quentin");
        row.put(Column.FAMILY_NAME, "Quill");
        row.remove(Column.NO_NUMBER_REASON);
        row.put(Column.NHS_NUMBER, Sheets.number(service.number() * 50 + 21));
        var ref = intake.upload("k.csv", Sheets.csv(List.of(row)), service.leader());
        intake.confirm(ref, List.of(2), service.leader());
        intake.work();
        assertThat(intake.one(ref, service.leader()).count(RowStatus.DONE)).isEqualTo(1);
        return row;
    }

    private static Map<Column, String> like(World.Service service, String key, Map<Column, String> known) {
        var row = Sheets.waiting(service, key, "Quentin");
        row.put(Column.FAMILY_NAME, "Quill");
        row.put(Column.BIRTH_DATE, known.get(Column.BIRTH_DATE));
        return row;
    }

    private static Map<Column, String> guess(World.Service service, String key, Map<Column, String> known, String born) {
        var row = Sheets.waiting(service, key, "Anybody");
        row.put(Column.FAMILY_NAME, "Else");
        row.remove(Column.NO_NUMBER_REASON);
        row.put(Column.NHS_NUMBER, known.get(Column.NHS_NUMBER));
        row.put(Column.BIRTH_DATE, born);
        return row;
    }

    private Actor manager(World.Service service) {
        var username = "intakemanager" + service.number();
        people.person(username, "Manager " + service.number(), "correct horse battery", false);
        people.grant(username, Role.CONTRACT_MANAGER, "office" + service.number(), null, service.contract());
        return actors.find(username).orElseThrow();
    }

    @SafeVarargs
    private List<RowView> sent(Actor actor, Map<Column, String>... rows) {
        var ref = intake.upload("s.csv", Sheets.csv(List.of(rows)), actor);
        return intake.rows(ref, Set.of(RowStatus.values()), 9, actor);
    }
}
