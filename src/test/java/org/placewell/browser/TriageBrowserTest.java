package org.placewell.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.claim.MoneyWorld;
import org.placewell.referral.NewReferral.Who;
import org.placewell.referral.Referrals;
import org.placewell.referral.SelfReferrals;
import org.placewell.shared.MovableClock;
import org.placewell.support.PlacewellTest;
import org.placewell.support.ProcessDriver;
import org.placewell.support.Referring;
import org.placewell.support.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlacewellTest
@DisplayName("Triage in a real browser: records compared and joined, a surge, a trial, a self-referral")
class TriageBrowserTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final String PASSWORD = "correct horse battery";

    @LocalServerPort
    int port;
    @Autowired
    World world;
    @Autowired
    MoneyWorld money;
    @Autowired
    Referring referring;
    @Autowired
    Referrals referrals;
    @Autowired
    SelfReferrals selfReferrals;
    @Autowired
    ProcessDriver driver;
    @Autowired
    MovableClock clock;

    @Test
    @DisplayName("A second record under another number: compared side by side, joined by a click, both histories on the record")
    void twoRecords() {
        clock.stopAt(MONDAY);
        var service = world.under("mhep-haringey-barnet");
        var first = Referring.someone(service).who();
        var earlier = referring.refer(service, Referring.someone(service, first));
        driver.submit("triageReferral", earlier, Map.of("decision", "handBack", "reason", "personDoesNotWant",
                "advice", "Come back at any time you like"), service.leader());
        var later = referring.refer(service, Referring.someone(service, new Who(Referring.nhsNumber(), "", "Robyn", first.familyName(),
                first.birthDate(), "", "", first.area())));
        try (var browsing = new Browsing(port)) {
            var leader = browsing.as(service.leader().username(), PASSWORD, true);
            browsing.open(leader, "/tasks/" + driver.open("decideDuplicate", later).taskId());
            assertThat(Browsing.words(leader)).contains("Robyn", "Robin", "Earlier").containsIgnoringCase("nearly the same");
            browsing.picture(leader, "duplicate");
            browsing.answer(leader, Map.of("duplicateDecision", "samePerson"));
            browsing.answer(leader, Map.of("earlierReferral", earlier, "rightRecord", "this"));
            browsing.press(leader, "Save the decision");
            driver.runDue(later);
            browsing.open(leader, "/clients/" + later);
            assertThat(Browsing.words(leader)).contains("Other records of this person", earlier);
            browsing.picture(leader, "joined");
            browsing.open(leader, "/do/joinRecords/" + later);
            browsing.open(leader, "/do/separateRecords/" + later);
            browsing.picture(leader, "separate");
            assertThat(browsing.faults()).isEmpty();
        }
        assertThat(referrals.get(earlier).person().name()).startsWith("Robyn");
    }

    @Test
    @DisplayName("A surge: the batch in the order of arrival, and who went first and why")
    void surge() {
        clock.stopAt(MONDAY);
        var service = money.withoutOrders(yaml -> yaml.replace("    trial: false\n", "    trial: false\n    service:\n      surge: 1 a week\n"));
        referring.refer(service);
        referring.refer(service);
        var third = referring.refer(service);
        var asked = referring.refer(service);
        try (var browsing = new Browsing(port)) {
            var leader = browsing.as(service.leader().username(), PASSWORD, true);
            browsing.open(leader, "/tasks/" + driver.open("triageReferral", third).taskId());
            browsing.answer(leader, Map.of("decision", "accept"));
            browsing.press(leader, "Save the decision");
            assertThat(Browsing.words(leader)).contains("came in earlier and is not decided yet");
            browsing.picture(leader, "overtaking");
            browsing.answer(leader, Map.of("overtakeReason", "The interview is tomorrow morning"));
            browsing.press(leader, "Save the decision");
            driver.runDue(third);
            browsing.open(leader, "/triage");
            assertThat(Browsing.words(leader)).contains("The interview is tomorrow morning", "Surge: 4 referrals");
            browsing.picture(leader, "batches");
            driver.submit("triageReferral", asked, Map.of("decision", "askMore", "question", "Which days suit them best?"), service.leader());
            clock.stopAt(MONDAY.plusDays(3));
            driver.submit("answerQuestions", asked, Map.of("answer", "Mornings"), service.clinician());
            browsing.open(leader, "/tasks/" + driver.open("triageReferral", asked).taskId());
            assertThat(Browsing.words(leader)).contains("3 working days with the referrer do not count");
            browsing.picture(leader, "clock");
            assertThat(browsing.faults()).isEmpty();
        }
    }

    @Test
    @DisplayName("A trial: asked and measured on one page, the numbers on another, and no arm before its time")
    void trial() {
        clock.stopAt(MONDAY);
        var service = world.under("thrive-into-work");
        referring.usualCare(service, MONDAY);
        var ref = referring.waiting(service);
        try (var browsing = new Browsing(port)) {
            var leader = browsing.as(service.leader().username(), PASSWORD, true);
            browsing.open(leader, "/tasks/" + driver.open("enterTrial", ref).taskId());
            browsing.answer(leader, Map.of("takesPart", "yes"));
            browsing.picture(leader, "enter-trial");
            browsing.answer(leader, Map.of("askedOn", MONDAY, "measure", "swemwbs", "score", "40", "measuredOn", MONDAY));
            browsing.press(leader, "Save; the arm is drawn after this");
            browsing.answer(leader, Map.of("score", "20"));
            browsing.press(leader, "Save; the arm is drawn after this");
            driver.runDue(ref);
            browsing.open(leader, "/trials");
            browsing.picture(leader, "trials");
            browsing.open(leader, "/clients/" + ref);
            assertThat(Browsing.words(leader)).contains("The arm of the trial was revealed");
            assertThat(browsing.faults()).isEmpty();
        }
    }

    @Test
    @DisplayName("A self-referral: the form opens for the team, the clinician finds the question")
    void selfReferral() {
        clock.stopAt(MONDAY);
        var service = world.under("mhep-haringey-barnet");
        var ref = selfReferrals.submit(Referring.someone(service), service.clinician().username(), service.leader());
        driver.runDue(ref);
        try (var browsing = new Browsing(port)) {
            var specialist = browsing.as(service.specialist().username(), PASSWORD, true);
            browsing.open(specialist, "/do/selfReferral/new");
            browsing.picture(specialist, "self-referral");
            var clinician = browsing.as(service.clinician().username(), PASSWORD, true);
            browsing.open(clinician, "/referrals/" + ref);
            browsing.picture(clinician, "named");
            browsing.press(clinician, "Say whether you know them");
            browsing.answer(clinician, Map.of("confirmed", "yes"));
            browsing.picture(clinician, "confirm");
            browsing.press(clinician, "Send your answer");
            assertThat(browsing.faults()).isEmpty();
        }
        assertThat(selfReferrals.find(ref)).hasValueSatisfying(self -> assertThat(self.confirmed()).isTrue());
    }
}
