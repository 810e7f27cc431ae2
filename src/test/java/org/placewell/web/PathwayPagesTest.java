package org.placewell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.referral.ReferralStatus;
import org.placewell.referral.Referrals;
import org.placewell.shared.MovableClock;
import org.placewell.support.PlacewellTest;
import org.placewell.support.ProcessDriver;
import org.placewell.support.Referring;
import org.placewell.support.Visitor;
import org.placewell.support.World;
import org.placewell.support.World.Service;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Referral, triage and waiting list as people use them, without JavaScript. */
@PlacewellTest
class PathwayPagesTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final String FORM = "/do/referral/new";

    @Autowired
    World world;

    @Autowired
    MovableClock clock;

    @Autowired
    ProcessDriver driver;

    @Autowired
    Referring referring;

    @Autowired
    Referrals referrals;

    @LocalServerPort
    int port;

    private Service service;

    @BeforeEach
    void monday() {
        clock.stopAt(MONDAY);
        service = world.under("mhep-haringey-barnet");
    }

    @Test
    @DisplayName("A clinician refers in six parts, checks the answers, gets a reference and follows it; the leader triages it")
    void journey() {
        var number = Referring.nhsNumber();
        var family = Referring.name(number);
        var clinician = Visitor.at(port, service.clinician());
        assertThat(clinician.get("/referrals").text()).contains("You have not referred anybody yet");
        assertThat(clinician.get(FORM).text()).contains("Service", "The person", "Work and benefits", "Health", "Agreement");
        part(clinician, 1, "service", service.contract() + ":" + service.clinicalTeam());
        person(clinician, number, family);
        part(clinician, 3, "language", "so", "otherLanguage", "", "ethnicity", "N", "sex", "notSaid", "contactBy", "text");
        part(clinician, 4, "workWish", "A bakery, mornings", "outOfWork", "yes", "lastWorked", "never", "hoursWanted", "20", "jobSoon", "no",
                "helpNeeded", "housing", "benefits", "yes");
        part(clinician, 5, "conditionGroup", "severeMentalIllness", "clinicalReason", "Asks for work", "riskNotes", "");
        var check = part(clinician, 6, "consentReferral", "true", "consentEvidence", "yes", "consentEmployers", "no");
        assertThat(check.location()).endsWith("page=check");
        assertThat(clinician.follow().text()).contains(family, "A bakery, mornings", "Send the referral");
        var sent = clinician.post(FORM, "_action", "send");
        assertThat(sent.status()).isEqualTo(302);
        assertThat(sent.location()).matches(".*/referrals/R-[0-9A-Z]{7}/sent");
        var confirmation = clinician.follow();
        var ref = confirmation.text().replaceAll("(?s).*(R-[0-9A-Z]{7}).*", "$1");
        assertThat(confirmation.text()).contains("What happens next", "by 9 March 2026", "Team " + service.number());
        assertThat(clinician.get("/referrals").text()).contains(family, ref, "9 Mar 2026");
        assertThat(clinician.get("/referrals/" + ref).text()).contains("Where it stands", "A bakery, mornings").doesNotContain("£");
        driver.runDue(ref);

        var leader = Visitor.at(port, service.leader());
        var task = "/tasks/" + driver.open("triageReferral", ref).taskId();
        assertThat(leader.get(task).text()).contains(family, "Fits the contract", "Asks for work", "never a reason to refuse");
        assertThat(leader.post(task, "_action", "send", "decision", "handBack", "reason", "diagnosis", "advice", "No").text())
                .contains("There is a problem", "Choose one of the answers listed");
        assertThat(leader.post(task, "_action", "send", "decision", "accept", "question", "", "advice", "").status()).isEqualTo(302);
        driver.runDue(ref);
        assertThat(leader.get("/waiting-list").text()).contains(family, "More support needed", "30 Mar 2026");
        assertThat(clinician.get("/referrals/" + ref).text()).contains("near the front of the list");
        assertThat(leader.get("/do/jumpQueue/" + ref).text()).contains("Position", family);
        assertThat(leader.post("/do/jumpQueue/" + ref, "_action", "send", "priority", "1", "reason", "short").text()).contains("10 characters or more");
        assertThat(leader.post("/do/jumpQueue/" + ref, "_action", "send", "priority", "1", "reason", "An interview on Friday").status()).isEqualTo(302);
        assertThat(leader.get("/waiting-list").text()).contains("An interview on Friday");
    }

    @Test
    @DisplayName("Mistakes keep what was typed and name the field; nothing is sent")
    void mistakes() {
        var clinician = Visitor.at(port, service.clinician());
        clinician.get(FORM + "?page=2");
        var page = clinician.post(FORM, "_action", "next", "nhsNumberKnown", "yes", "nhsNumber", "999 123 4567", "givenName", "Kim", "familyName", "Kept",
                "birthDate-day", "31", "birthDate-month", "2", "birthDate-year", "1990", "phone", "", "email", "", "area", "");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("value=\"Kept\"");
        assertThat(page.text()).contains("There is a problem", "last digit does not fit");
        assertThat(referrals.referredBy(service.clinician())).isEmpty();
    }

    @Test
    @DisplayName("A team leader who closes a case comes back to the record")
    void closedByLeader() {
        var ref = referring.waiting(service);
        var leader = Visitor.at(port, service.leader());
        assertThat(leader.get("/do/endCase/" + ref).status()).isEqualTo(200);
        leader.post("/do/endCase/" + ref, "_action", "send", "endReason", "discharged", "endedOn-day", "2", "endedOn-month", "3", "endedOn-year", "2026");
        var record = leader.follow();
        assertThat(record.status()).isEqualTo(200);
        assertThat(record.text()).contains("The case is closed");
    }

    @Test
    @DisplayName("A case is closed by its referrer; strangers get 'not found', other roles are refused")
    void closing() {
        var ref = referring.waiting(service);
        var stranger = Visitor.at(port, world.under("mhep-haringey-barnet").clinician());
        assertThat(stranger.get("/referrals/" + ref).status()).isEqualTo(404);
        assertThat(stranger.get("/referrals/" + ref + "/sent").status()).isEqualTo(404);
        assertThat(stranger.get("/do/endCase/" + ref).status()).isEqualTo(404);
        assertThat(stranger.get("/waiting-list").status()).isEqualTo(403);
        assertThat(Visitor.at(port, service.finance()).get("/referrals").status()).isEqualTo(403);
        assertThat(Visitor.at(port, service.validator()).get("/do/endCase/" + ref).status()).isEqualTo(403);

        var clinician = Visitor.at(port, service.clinician());
        assertThat(clinician.get("/do/endCase/" + ref).text()).contains("They have been discharged").doesNotContain("died");
        assertThat(clinician.post("/do/endCase/" + ref, "_action", "send", "endReason", "withdrew", "endedOn-day", "2", "endedOn-month", "3",
                "endedOn-year", "2026").status()).isEqualTo(302);
        assertThat(clinician.follow().text()).contains("The person no longer wants the service", "You can refer the person again");
        assertThat(referrals.get(ref).status()).isEqualTo(ReferralStatus.ENDED);
        assertThat(clinician.get("/do/endCase/" + ref).status()).isEqualTo(409);
        driver.runDue(ref);
        assertThat(driver.runs(ref)).isEmpty();
    }

    @Test
    @DisplayName("Every form of these rooms shows, with what is known beside it")
    void forms() {
        var first = Referring.someone(service);
        var earlier = referring.refer(service, first);
        var who = first.who();
        var twin = referring.refer(service, Referring.someone(service, new org.placewell.referral.NewReferral.Who("", "notKnown", who.givenName(),
                who.familyName(), who.birthDate(), "", "", "")));
        var leader = Visitor.at(port, service.leader());
        assertThat(leader.get("/tasks/" + driver.open("decideDuplicate", twin).taskId()).text()).contains(earlier, "The same name and date of birth");
        driver.submit("triageReferral", earlier, java.util.Map.of("decision", "askMore", "question", "Which days suit?"), service.leader());
        var clinician = Visitor.at(port, service.clinician());
        assertThat(clinician.get("/tasks/" + driver.open("answerQuestions", earlier).taskId()).text()).contains("Which days suit?");
        assertThat(clinician.get("/referrals/" + earlier).text()).contains("Which days suit?");
        assertThat(clinician.get("/do/changeConsent/" + earlier).status()).isEqualTo(200);
        var offered = referring.waiting(service);
        referring.offer(service, offered);
        var specialist = Visitor.at(port, service.specialist());
        assertThat(specialist.get("/tasks/" + driver.open("respondToOffer", offered).taskId()).text()).contains("The place is kept until 12 March 2026");
        specialist.get("/do/recordOutreach/" + offered);
        assertThat(specialist.post("/do/recordOutreach/" + offered, "_action", "send", "triedOn-day", "2", "triedOn-month", "3", "triedOn-year", "2026",
                "channel", "letter", "reached", "no").status()).isEqualTo(302);
        assertThat(specialist.get("/tasks/" + driver.open("respondToOffer", offered).taskId()).text()).contains("letter: not reached");
        var waiting = referring.waiting(service);
        driver.letTimePass(MONDAY.plusWeeks(4), waiting);
        assertThat(leader.get("/tasks/" + driver.open("reviewWaiting", waiting).taskId()).text()).contains("4 weeks");
    }

    private void person(Visitor clinician, String number, String family) {
        part(clinician, 2, "nhsNumberKnown", "yes", "nhsNumber", number, "givenName", "Robin", "familyName", family, "birthDate-day", "27",
                "birthDate-month", "3", "birthDate-year", "1988", "phone", "01632 960001", "email", "", "area", "Haringey");
    }

    private static Visitor.Page part(Visitor clinician, int page, String... fields) {
        clinician.get(FORM + "?page=" + page);
        var all = new String[fields.length + 2];
        System.arraycopy(fields, 0, all, 2, fields.length);
        all[0] = "_action";
        all[1] = "next";
        var answer = clinician.post(FORM, all);
        assertThat(answer.status()).as(answer.text()).isEqualTo(302);
        return answer;
    }
}
