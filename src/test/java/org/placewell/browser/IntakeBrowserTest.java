package org.placewell.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.claim.MoneyWorld;
import org.placewell.intake.Column;
import org.placewell.intake.Intake;
import org.placewell.intake.Sheets;
import org.placewell.shared.MovableClock;
import org.placewell.support.PlacewellTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlacewellTest
@DisplayName("Bringing people in, in a real browser")
class IntakeBrowserTest {

    @LocalServerPort int port;
    @Autowired MoneyWorld money;
    @Autowired Intake intake;
    @Autowired MovableClock clock;

    @Test
    @DisplayName("A leader downloads the template, is told what is wrong, mends it, decides, confirms and finds the people")
    void bringIn() {
        clock.stopAt(LocalDate.of(2026, 6, 9));
        var service = money.service();
        var known = intake.upload("first.csv", Sheets.csv(List.of(Sheets.waiting(service, "first", "Nora" + service.number()))), service.leader());
        intake.confirm(known, List.of(), service.leader());
        intake.work();
        try (var browsing = new Browsing(port)) {
            var leader = browsing.as(service.leader().username(), "correct horse battery", true);
            browsing.open(leader, "/intake");
            assertThat(Browsing.words(leader)).contains("Clinic " + service.number(), "birth date");
            leader.click("text=One letter or its words");
            browsing.check(leader);
            assertThat(Browsing.words(leader)).contains("H Asian or Asian British: Indian");
            browsing.picture(leader, "intake-start");
            leader.setInputFiles("#file", new FilePayload("odd.csv", "text/csv", "name,born\nA,B".getBytes(StandardCharsets.UTF_8)));
            leader.click("text=Check this file");
            browsing.check(leader);
            assertThat(Browsing.words(leader)).contains("Missing: 'row key'");
            browsing.picture(leader, "intake-refused");

            var wrong = Sheets.waiting(service, "B2", "Bo");
            wrong.put(Column.BIRTH_DATE, "30/02/1990");
            var alike = Sheets.waiting(service, "B3", "Nora" + service.number());
            var job = Sheets.working(service, "B1", "Bea" + service.number());
            job.put(Column.BIRTH_DATE, "1971-03-04");
            var undecided = Sheets.toTriage(service, "B4", "Tia" + service.number());
            undecided.put(Column.BIRTH_DATE, "1983-08-09");
            leader.setInputFiles("#file", new FilePayload("caseload.csv", "text/csv", Sheets.csv(List.of(job, wrong, alike, undecided))));
            leader.click("text=Check this file");
            browsing.check(leader);
            assertThat(Browsing.words(leader)).contains("birth date is not a day of the calendar", "May be Nora" + service.number());
            assertThat(Browsing.words(leader)).contains("Where they go", "1 referral to triage is late already");
            browsing.picture(leader, "intake-check");
            leader.check("[name=bring]");
            leader.click("text=Bring in the good rows and those ticked");
            browsing.check(leader);
            assertThat(Browsing.words(leader)).contains("0 of 3 rows");
            browsing.picture(leader, "intake-running");
            intake.work();
            leader.click("text=Look again now");
            browsing.check(leader);
            assertThat(Browsing.words(leader)).contains("Done", "Not brought in", "Bea" + service.number() + " Example");
            browsing.picture(leader, "intake-done");
            leader.click("text=Bea" + service.number() + " Example");
            browsing.check(leader);
            assertThat(Browsing.words(leader)).contains("Brought in from an earlier service");
            browsing.picture(leader, "intake-record");
            assertThat(browsing.faults()).isEmpty();
        }
    }
}
