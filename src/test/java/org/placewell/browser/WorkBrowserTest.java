package org.placewell.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.jobsearch.Continuity;
import org.placewell.jobsearch.Discharge;
import org.placewell.jobsearch.JobSearch;
import org.placewell.performance.Fidelity;
import org.placewell.performance.FidelityItem;
import org.placewell.shared.MovableClock;
import org.placewell.support.Cases;
import org.placewell.support.PlacewellTest;
import org.placewell.support.Referring;
import org.placewell.support.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlacewellTest
@DisplayName("Employers, work and fidelity in a real browser")
class WorkBrowserTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 3);
    private static final String PASSWORD = "correct horse battery";
    @Autowired World world;
    @Autowired Cases cases;
    @Autowired Referring referring;
    @Autowired JobSearch jobSearch;
    @Autowired Continuity continuity;
    @Autowired Fidelity fidelity;
    @Autowired MovableClock clock;
    @LocalServerPort int port;

    @Test
    @DisplayName("A specialist logs a contact by its name alone, records an application and its result, hands a person over")
    void specialist() {
        clock.stopAt(DAY);
        var service = world.under("mhep-haringey-barnet");
        var ref = cases.searching(service);
        var job = cases.job(service, ref, DAY);
        continuity.recordDischarge(ref, new Discharge(DAY, "GP", "Park Surgery", "01632 960 002"), service.clinician());
        try (var browsing = new Browsing(port)) {
            var page = browsing.as(service.specialist().username(), PASSWORD, true);
            browsing.open(page, "/employers");
            browsing.press(page, "Log a contact with an employer");
            browsing.picture(page, "log-contact");
            browsing.answer(page, Map.of("employer", "Corner House Bakery"));
            browsing.press(page, "Log the contact");
            assertThat(Browsing.words(page)).contains("1 face to face this week", "Corner House Bakery");
            browsing.picture(page, "employers");
            browsing.open(page, "/do/recordApplication/" + ref);
            browsing.picture(page, "record-application");
            browsing.answer(page, Map.of("employer", "Corner House Bakery", "role", "Baker"));
            browsing.press(page, "Record the application");
            browsing.press(page, "Record what came of an application");
            browsing.answer(page, Map.of("number", "1", "result", "interview"));
            browsing.picture(page, "application-result");
            browsing.press(page, "Record the result");
            assertThat(Browsing.words(page)).contains("Baker, Corner House Bakery. Invited to an interview");
            browsing.picture(page, "record-with-work");
            browsing.open(page, "/do/changeHours/" + job);
            browsing.picture(page, "change-hours");
            browsing.open(page, "/do/recordDeath/" + ref);
            browsing.picture(page, "record-death");
            browsing.open(page, "/do/handOver/" + ref);
            browsing.answer(page, Map.of("toService", "Leeds Works", "summary", "Likes mornings", "agreed", "true"));
            browsing.picture(page, "hand-over");
            browsing.press(page, "Hand over and close the case");
            assertThat(Browsing.words(page)).contains("Handover to Leeds Works", "Likes mornings");
            browsing.picture(page, "handover");
            var leader = browsing.as(service.leader().username(), PASSWORD, true);
            browsing.open(leader, "/employers");
            browsing.picture(leader, "employers-leader");
            assertThat(browsing.faults()).isEmpty();
        }
    }

    @Test
    @DisplayName("A job held at referral is recorded on one page; without scripts the questions say when they are meant")
    void held() {
        clock.stopAt(DAY);
        var service = world.under("the-link");
        var ref = cases.inSupport(service);
        try (var browsing = new Browsing(port)) {
            var page = browsing.as(service.specialist().username(), PASSWORD, false);
            browsing.open(page, "/do/recordHeldJob/" + ref);
            assertThat(Browsing.words(page)).contains("Since when have they been away?");
            browsing.answer(page, Map.of("employer", "Old Mill", "jobTitle", "Baker", "kind", "employed", "supplyChain", "no", "startedOn",
                    LocalDate.of(2019, 1, 1), "weeklyHours", "30", "situation", "atWork", "payPer", "hour", "payRate", "12.60"));
            browsing.picture(page, "held-job");
            browsing.press(page, "Record the job");
            assertThat(Browsing.words(page)).contains("Baker, Old Mill");
            assertThat(browsing.faults()).isEmpty();
        }
    }

    @Test
    @DisplayName("Wrong digits of an NHS number stay in the box; what a referral says of work is put right, and the place on the waiting list follows")
    void corrected() {
        clock.stopAt(DAY);
        var service = world.under("mhep-haringey-barnet");
        var ref = referring.waiting(service);
        try (var browsing = new Browsing(port)) {
            var page = browsing.as(service.leader().username(), PASSWORD, true);
            browsing.open(page, "/do/correctRecord/" + ref);
            browsing.answer(page, Map.of("what", "nhsNumber", "reason", "The letter from the NHS says otherwise"));
            browsing.answer(page, Map.of("nhsNumberKnown", "yes"));
            browsing.answer(page, Map.of("nhsNumber", "999 123 4560"));
            browsing.press(page, "Show what follows");
            assertThat(Browsing.words(page)).contains("its last digit does not fit the others");
            assertThat(page.inputValue("[name=nhsNumber]")).isEqualTo("999 123 4560");
            browsing.picture(page, "correct-record-number");
            browsing.answer(page, Map.of("what", "referralWork"));
            assertThat(page.isChecked("[name=lastWorked][value=oneToFive]")).as("as the referral has it").isTrue();
            assertThat(page.isVisible("[name=nhsNumber]")).as("the number is another question").isFalse();
            browsing.picture(page, "correct-record-work");
            browsing.answer(page, Map.of("lastWorked", "never"));
            browsing.press(page, "Show what follows");
            assertThat(Browsing.words(page)).contains("last worked: never yet", "Support needed", "Place on the waiting list", "Priority 2");
            browsing.picture(page, "correction-preview");
            browsing.press(page, "Confirm the correction");
            assertThat(Browsing.words(page)).contains("This record was corrected", "What changed");
            browsing.open(page, "/waiting-list");
            assertThat(Browsing.words(page)).contains("Priority 3 to 2", "The record was corrected. More support needed");
            browsing.picture(page, "waiting-list-corrected");
            browsing.open(page, "/clients/" + ref);
            browsing.picture(page, "record-corrected");
            assertThat(browsing.faults()).isEmpty();
        }
    }

    @Test
    @DisplayName("A team leader reads the history of reviews and begins a new one beside what the records say")
    void leader() {
        clock.stopAt(DAY);
        var service = world.under("mhep-haringey-barnet");
        cases.searching(service);
        long id = 0;
        for (int score = 2; score < 6; score++) {
            var answers = new EnumMap<FidelityItem, Fidelity.Answer>(FidelityItem.class);
            for (var item : FidelityItem.values()) {
                answers.put(item, new Fidelity.Answer(score, "Read the weekly log and ten records; spoke with both specialists and the team’s psychiatrist."));
            }
            id = fidelity.sign(service.team(), DAY.minusMonths(6L * (6 - score)), "", answers, service.leader());
        }
        try (var browsing = new Browsing(port)) {
            var page = browsing.as(service.leader().username(), PASSWORD, true);
            browsing.open(page, "/fidelity");
            browsing.picture(page, "fidelity-teams");
            browsing.open(page, "/fidelity/" + service.team());
            browsing.picture(page, "fidelity-team");
            browsing.open(page, "/fidelity/" + service.team() + "/reviews/" + id);
            browsing.picture(page, "fidelity-review");
            browsing.open(page, "/do/fidelityReview/" + service.team());
            browsing.picture(page, "fidelity-form-list");
            browsing.open(page, "/do/fidelityReview/" + service.team() + "?page=2");
            browsing.picture(page, "fidelity-form-staffing");
            assertThat(browsing.faults()).isEmpty();
        }
    }
}
