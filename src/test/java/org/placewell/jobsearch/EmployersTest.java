package org.placewell.jobsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.support.Cases;
import org.placewell.support.PlacewellTest;
import org.placewell.support.Visitor;
import org.placewell.support.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlacewellTest
class EmployersTest {

    /** A Wednesday. */
    private static final LocalDate DAY = LocalDate.of(2026, 3, 4);
    @Autowired
    World world;
    @Autowired
    Cases cases;
    @Autowired
    EmployerBook book;
    @Autowired
    org.placewell.caseload.Caseload caseload;
    @Autowired
    Applications applications;
    @Autowired
    JobSearch jobSearch;
    @Autowired
    MovableClock clock;
    @Autowired
    JdbcClient jdbc;
    @LocalServerPort
    int port;
    World.Service service;

    @BeforeEach
    void stop() {
        clock.stopAt(DAY);
        service = world.under("mhep-haringey-barnet");
    }

    @Test
    @DisplayName("Six meetings in a week reach the mark; telephone calls are counted but do not; the week begins on Monday")
    void weeks() {
        for (int i = 0; i < 5; i++) {
            log("Bakery " + i, DAY, "FACE_TO_FACE");
        }
        log("Bakery 5", DAY.minusDays(3), "FACE_TO_FACE");
        log("Bakery 6", DAY, "TELEPHONE");
        assertThat(own().thisWeek()).isEqualTo(new EmployerWork.Week(LocalDate.of(2026, 3, 2), 5, 6));
        assertThat(own().enough(own().thisWeek())).isFalse();
        log("Bakery 7", LocalDate.of(2026, 3, 2), "FACE_TO_FACE");
        assertThat(own().enough(own().thisWeek())).isTrue();
        assertThat(own().weeks().get(1)).isEqualTo(new EmployerWork.Week(LocalDate.of(2026, 2, 23), 1, 1));
        assertThat(own().weeks()).hasSize(EmployerBook.WEEKS);
        assertThat(book.led(service.leader())).filteredOn(one -> one.specialist().equals(service.specialist().username())).singleElement()
                .satisfies(one -> assertThat(one.thisWeek().faceToFace()).isEqualTo(6));
        assertThat(book.led(world.under("mhep-haringey-barnet").leader())).noneMatch(one -> one.thisWeek().all() > 0);
    }

    @Test
    @DisplayName("The mark follows the working time, rounded up to a whole contact, in the own view and in the leader's")
    void partTime() {
        assertThat(java.util.stream.IntStream.of(10, 50, 55, 60, 84, 100).map(EmployerMarks::aWeek)).containsExactly(1, 3, 4, 4, 6, 6);
        for (int percent = 10; percent <= 100; percent++) {
            assertThat(EmployerMarks.reached(EmployerMarks.aWeek(percent), percent, 1)).as("%d %%", percent).isTrue();
            assertThat(EmployerMarks.reached(EmployerMarks.aWeek(percent) - 1, percent, 1)).as("one less at %d %%", percent).isFalse();
        }
        caseload.setCapacity(service.specialist().username(), service.team(), 55, service.leader());
        for (int i = 0; i < 3; i++) {
            log("Florist " + i, DAY, "FACE_TO_FACE");
        }
        assertThat(own().enough(own().thisWeek())).isFalse();
        assertThat(Visitor.at(port, service.specialist()).get("/employers").text()).contains("1 more to the mark of 4 a week for your working time", "Mark of 4");
        assertThat(Visitor.at(port, service.leader()).get("/employers").text()).contains("3 (mark 4)", "0 (mark 6)");
        log("Florist 3", DAY, "FACE_TO_FACE");
        assertThat(own().enough(own().thisWeek())).isTrue();
        assertThat(Visitor.at(port, service.specialist()).get("/employers").text()).contains("The mark of 4 a week for your working time is reached");
    }

    @Test
    @DisplayName("An employer picked from the list is the same employer of the register; a day in the future or long ago is refused beside its box")
    void known() {
        var name = "Lock Cafe " + service.number();
        log(name + ", N17 9LT", DAY, "FACE_TO_FACE");
        log(name + ", N17 9LT", DAY, "VIDEO");
        assertThat(jdbc.sql("select postcode from employer where name = ?").param(name).query(String.class).list()).containsExactly("N17 9LT");
        assertThat(book.suggestions(service.specialistB())).contains(name + ", N17 9LT");
        assertThat(book.suggestions(world.under("mhep-haringey-barnet").specialist())).doesNotContain(name + ", N17 9LT");
        refused("onDate", "future-date", () -> log(name, DAY.plusDays(1), "VIDEO"));
        refused("onDate", "too-old", () -> log(name, DAY.minusYears(1).minusDays(1), "VIDEO"));
        refused("", "forbidden", () -> book.log(contact(name, DAY, "VIDEO"), service.clinician()));
        var ref = cases.inSupport(service);
        assertThatThrownBy(() -> book.log(new NewEmployerContact(ref, name, null, DAY, "VIDEO", "INTERVIEW", true), service.specialistB()))
                .isInstanceOf(Problem.NotFound.class);
    }

    @Test
    @DisplayName("More than 15 % of a caseload at one employer is said, from two people on; exactly 15 % is not too many")
    void crowded() {
        assertThat(EmployerMarks.tooMany(3, 20)).isFalse();
        assertThat(EmployerMarks.tooMany(4, 20)).isTrue();
        assertThat(EmployerMarks.tooMany(1, 3)).isFalse();
        assertThat(EmployerMarks.percent(1, 3)).isEqualTo(33);
        assertThat(EmployerMarks.percent(2, 3)).isEqualTo(67);
        assertThat(EmployerMarks.percent(0, 0)).isZero();
        var shop = "Corner Shop " + service.number();
        for (int i = 0; i < 2; i++) {
            var ref = cases.searching(service);
            jobSearch.startJob(new NewJob(ref, i == 0 ? shop : shop.toUpperCase(), i == 0 ? "N17 8AA" : "", "Cashier", EmploymentKind.EMPLOYED,
                    NewJob.WorkType.COMPETITIVE, false, DAY, 960, true, 0), service.specialist());
        }
        assertThat(own().crowded()).singleElement().satisfies(share -> assertThat(share.people()).isEqualTo(2));
        assertThat(own().caseload()).isEqualTo(2);
    }

    @Test
    @DisplayName("An application is recorded once, moves along its table only, and is the person's own specialist's to record")
    void applications() {
        var ref = cases.searching(service);
        int number = applications.record(ref, "Marsh Garden, N17 0AA", "Gardener", DAY, service.specialist());
        assertThatThrownBy(() -> applications.record(ref, "Marsh Garden, N17 0AA", "gardener", DAY, service.specialist()))
                .isInstanceOf(Problem.Stale.class);
        refused("onDate", "before-referral", () -> applications.result(ref, number, ApplicationStatus.INTERVIEW, DAY.minusDays(1), service.specialist()));
        clock.stopAt(DAY.plusDays(9));
        applications.result(ref, number, ApplicationStatus.INTERVIEW, DAY.plusDays(7), service.specialist());
        refused("onDate", "date-order", () -> applications.result(ref, number, ApplicationStatus.OFFERED, DAY.plusDays(6), service.specialist()));
        applications.result(ref, number, ApplicationStatus.NOT_SUCCESSFUL, DAY.plusDays(9), service.leader());
        refused("result", "decided", () -> applications.result(ref, number, ApplicationStatus.OFFERED, DAY.plusDays(9), service.specialist()));
        refused("", "not-found", () -> applications.result(ref, 99, ApplicationStatus.OFFERED, DAY, service.specialist()));
        refused("", "not-found", () -> applications.record(ref, "Marsh Garden", "Gardener", DAY, service.specialistB()));
        refused("appliedOn", "before-referral", () -> applications.record(ref, "Marsh Garden", "Porter", DAY.minusDays(1), service.specialist()));
        assertThat(applications.of(ref)).singleElement().satisfies(one -> {
            assertThat(one.status()).isEqualTo(ApplicationStatus.NOT_SUCCESSFUL);
            assertThat(one.since()).isEqualTo(DAY.plusDays(9));
            assertThat(one.isOpen()).isFalse();
        });
    }

    @Test
    @DisplayName("The log comes filled in for today and face to face: one name and one button are enough; the pages open for whom they are")
    void pages() {
        var ref = cases.searching(service);
        var specialist = Visitor.at(port, service.specialist());
        var form = specialist.get("/do/logContact/mine");
        assertThat(form.status()).isEqualTo(200);
        assertThat(form.body()).contains("value=\"faceToFace\" checked").contains("id=\"onDate-day\" name=\"onDate-day\" type=\"text\" inputmode=\"numeric\" value=\"4\"");
        var sent = specialist.post("/do/logContact/mine", "_action", "send", "employer", "Tea Room " + service.number(), "how", "faceToFace",
                "onDate-day", "4", "onDate-month", "3", "onDate-year", "2026", "purpose", "learnAboutEmployer", "person", "");
        assertThat(sent.status()).isEqualTo(302);
        assertThat(specialist.follow().text()).contains("1 face to face this week", "5 more to the mark of 6", "Tea Room " + service.number())
                .doesNotContain("??");
        assertThat(specialist.get("/do/logContact/mine").body()).contains("<option value=\"Tea Room " + service.number());
        assertThat(specialist.get("/do/logContact/other").status()).isEqualTo(404);
        assertThat(Visitor.at(port, service.leader()).get("/employers").text()).contains("By specialist", "specialist " + service.number());
        applications.record(ref, "Tea Room " + service.number(), "Waiter", DAY, service.specialist());
        assertThat(specialist.get("/do/recordApplication/" + ref).status()).isEqualTo(200);
        assertThat(specialist.get("/do/applicationResult/" + ref).text()).contains("Waiter, Tea Room");
        assertThat(specialist.get("/clients/" + ref).text()).contains("Applications", "Waiter, Tea Room", "Sent, no answer yet");
        assertThat(Visitor.at(port, service.specialistB()).get("/do/recordApplication/" + ref).status()).isEqualTo(404);
    }

    private EmployerWork own() {
        return book.own(service.specialist());
    }

    private void log(String employer, LocalDate on, String how) {
        book.log(contact(employer, on, how), service.specialist());
    }

    private static NewEmployerContact contact(String employer, LocalDate on, String how) {
        return new NewEmployerContact(null, employer, null, on, how, "LEARN_ABOUT_EMPLOYER", false);
    }

    private static void refused(String field, String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable command) {
        assertThatThrownBy(command).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.field()).isEqualTo(field);
            assertThat(problem.code()).isEqualTo(code);
        });
    }
}
