package org.placewell.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.placewell.claim.Claims;
import org.placewell.claim.MoneyWorld;
import org.placewell.evidence.Samples;
import org.placewell.security.Actor;
import org.placewell.shared.MovableClock;
import org.placewell.shared.NhsNumber;
import org.placewell.support.PlacewellTest;
import org.placewell.support.ProcessDriver;
import org.placewell.support.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One person's way from a clinician's referral to paid outcomes, by each role in its own browser window. */
@PlacewellTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PathwayJourneyTest {

    private static final String PASSWORD = "correct horse battery";

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    MovableClock clock;

    @Autowired
    ProcessDriver driver;

    @Autowired
    Claims claims;

    @Autowired
    MoneyWorld money;

    World.Service service;
    Browsing browsing;

    @BeforeAll
    void begin() {
        clock.stopAt(LocalDate.of(2025, 3, 3));
        service = world.under("mhep-haringey-barnet");
        browsing = new Browsing(port);
    }

    @AfterAll
    void end() {
        browsing.close();
    }

    @Test
    @DisplayName("From the referral to a paid outcome, in a browser")
    void journey() {
        var referral = refer();
        triage(referral);
        takePlace(referral);
        engage(referral);
        var engagement = claim(referral, 0);
        evidence(engagement, LocalDate.of(2025, 3, 20), LocalDate.of(2025, 3, 24));
        work(referral);
        var payers = pay(engagement);
        assertThat(payers).isEqualTo(3);
        readTheStory(referral, engagement);
        assertThat(browsing.faults()).isEmpty();
    }

    private String refer() {
        var page = as(service.clinician());
        browsing.picture(browsing.open(page, "/"), "clinician-home");
        browsing.open(page, "/do/referral/new?page=2");
        browsing.press(browsing.answer(page, Map.of("nhsNumberKnown", "yes", "nhsNumber", "999 123 4560", "givenName", "Wren", "familyName", "Ashdown",
                "birthDate", LocalDate.of(2090, 2, 1), "area", "Haringey")), "Save and continue");
        assertThat(page.title()).startsWith("Error: ");
        assertThat(Browsing.words(page)).contains("There is a problem").contains("not a real NHS number");
        assertThat(page.inputValue("[name=familyName]")).isEqualTo("Ashdown");
        browsing.picture(page, "referral-mistakes");
        browsing.press(browsing.answer(page, Map.of("nhsNumber", nhsNumber(), "birthDate", LocalDate.of(1990, 2, 1))), "Save and continue");
        browsing.picture(page, "referral-about-them");
        browsing.press(browsing.answer(page, Map.of("language", "so", "contactBy", "text", "meetAt", "community", "ethnicity", "N", "sex", "female")),
                "Save and continue");
        browsing.press(browsing.answer(page, Map.of("workWish", "Wants to cook for a living", "outOfWork", "yes", "lastWorked", "oneToFive", "hoursWanted", 20,
                "jobSoon", "no", "benefits", "yes")), "Save and continue");
        browsing.press(browsing.answer(page, Map.of("conditionGroup", "severeMentalIllness", "clinicalReason", "Ready and keen to start")), "Save and continue");
        browsing.press(browsing.answer(page, Map.of("consentReferral", "true", "consentEvidence", "yes", "consentEmployers", "yes")), "Save and continue");
        browsing.picture(page, "referral-check-answers");
        browsing.press(page, "Send the referral");
        browsing.picture(page, "referral-sent");
        var found = Pattern.compile("R-[0-9A-Z]{7}").matcher(Browsing.words(page));
        assertThat(found.find()).as(Browsing.words(page)).isTrue();
        driver.runDue(found.group());
        browsing.picture(browsing.open(page, "/referrals"), "my-referrals");
        browsing.picture(browsing.open(page, "/referrals/" + found.group()), "referral-tracker");
        return found.group();
    }

    private void triage(String referral) {
        var leader = as(service.leader());
        browsing.picture(browsing.open(leader, "/"), "leader-home");
        task(leader, "triageReferral", referral, Map.of("decision", "askMore", "question", "Which days suit?"));
        task(as(service.clinician()), "answerQuestions", referral, Map.of("answer", "Any weekday"));
        task(leader, "triageReferral", referral, Map.of("decision", "accept"));
    }

    private void takePlace(String referral) {
        var leader = as(service.leader());
        browsing.picture(browsing.open(leader, "/waiting-list"), "waiting-list");
        assertThat(Browsing.words(leader)).contains(referral);
        browsing.picture(browsing.open(leader, "/performance/" + service.contract() + "/waits"), "waits");
        browsing.picture(browsing.open(leader, "/do/planAbsence/" + service.team()), "days-away");
        browsing.picture(browsing.open(leader, "/do/describeSpecialist/" + service.team()), "about-a-specialist");
        browsing.picture(browsing.open(leader, "/do/offerPlace/" + referral), "offer-a-place");
        command(leader, "offerPlace", referral, Map.of("specialist", service.specialist().username()));
        driver.runDue(referral);
        task(as(service.specialist()), "respondToOffer", referral, Map.of("offerAnswer", "accepted", "reachedOn", clock.today(), "channel", "phone"));
    }

    private void engage(String referral) {
        clock.stopAt(LocalDate.of(2025, 3, 24));
        var specialist = as(service.specialist());
        browsing.picture(browsing.open(specialist, "/caseload"), "caseload");
        for (var day : new int[] {10, 17, 20}) {
            command(specialist, "recordAppointment", referral, Map.of("onDate", LocalDate.of(2025, 3, day), "how", "faceToFace", "outcome", "attended"));
        }
        driver.runDue(referral);
        browsing.picture(browsing.open(specialist, "/clients/" + referral), "client-record");
    }

    private void evidence(String claim, LocalDate from, LocalDate to) {
        var specialist = as(service.specialist());
        driver.runDue(claim);
        browsing.open(specialist, "/claims/" + claim + "/evidence");
        upload(specialist, "not-a.pdf", "application/pdf", "MZ, a program".getBytes(java.nio.charset.StandardCharsets.UTF_8), from, to);
        assertThat(specialist.title()).startsWith("Error: ");
        browsing.picture(specialist, "evidence-wrong-file");
        upload(specialist, "record.pdf", "application/pdf", Samples.pdf("Three appointments kept " + claim), from, to);
        browsing.picture(specialist, "evidence");
        task(specialist, "gatherEvidence", claim, Map.of("declaration", "true"));
        var validator = as(service.validator());
        browsing.picture(open(validator, "reviewEvidence", claim), "review-evidence");
        task(validator, "reviewEvidence", claim, Map.of("evidenceDecision", "accepted"));
    }

    private void work(String referral) {
        var specialist = as(service.specialist());
        task(specialist, "vocationalProfile", referral, Map.of("workWanted", "Kitchen work", "skills", "Cooks well", "hoursWanted", "from16",
                "travel", "Bus, 30 minutes", "supportAtWork", "A quiet start", "disclosure", "yes", "completedOn", clock.today(), "signed", "yes"));
        task(specialist, "benefitsAdvice", referral, Map.of("offeredOn", clock.today(), "answer", "takenUp"));
        clock.stopAt(LocalDate.of(2025, 4, 8));
        command(specialist, "startJob", referral, Map.of("employer", "Corner House Bakery", "supplyChain", "no", "jobTitle", "Baker", "workType", "competitive",
                "kind", "employed", "weeklyHours", "20", "payPer", "hour", "payRate", "12.60", "startedOn", LocalDate.of(2025, 4, 7), "firstDay", "fullDay"));
        driver.runDue(referral);
        browsing.picture(browsing.open(specialist, "/clients/" + referral), "client-in-work");
        assertThat(Browsing.words(specialist)).contains("Corner House Bakery");
    }

    /** Each payer's statement through two approvals and a remittance; the number of payers. */
    private int pay(String claim) {
        clock.stopAt(LocalDate.of(2025, 5, 2));
        int payers = 0;
        for (var payer : java.util.List.of("haringey", "barnet", "lcf")) {
            var finance = as(service.finance());
            command(finance, "enterOrder", service.contract(), Map.of("payer", payer, "number", "PO " + payer, "from", LocalDate.of(2025, 3, 1),
                    "until", LocalDate.of(2026, 2, 28)));
            command(finance, "draftStatement", service.contract(), Map.of("payer", payer, "period", "2025-03"));
            var statement = finance.url().replaceAll(".*/(S-[0-9A-Z]{7}).*", "$1");
            driver.runDue(statement);
            browsing.picture(browsing.open(finance, "/statements/" + statement), "statement-" + payer);
            task(finance, "checkDraft", statement, Map.of("draftDecision", "ready"));
            task(as(service.financeB()), "firstApproval", statement, Map.of("approvalDecision", "approved"));
            task(as(service.financeC()), "secondApproval", statement, Map.of("approvalDecision", "approved"));
            browsing.open(finance, "/remittances");
            finance.setInputFiles("[name=file]", new FilePayload("remittance-" + payer + ".csv", "text/csv", money.remittance(statement)));
            browsing.picture(browsing.press(finance, "Import it"), "remittance-" + payer);
            driver.runDue(statement, claim);
            payers++;
        }
        browsing.picture(browsing.open(as(service.finance()), "/statements"), "statements");
        browsing.picture(browsing.open(as(service.finance()), "/ledger"), "ledger");
        return payers;
    }

    private void readTheStory(String referral, String claim) {
        var specialist = as(service.specialist());
        browsing.picture(browsing.open(specialist, "/clients/" + referral), "client-paid");
        browsing.picture(browsing.open(specialist, "/claims/" + claim), "claim");
        assertThat(Browsing.words(specialist)).contains("Paid");
        var clinician = as(service.clinician());
        assertThat(Browsing.words(browsing.open(clinician, "/referrals/" + referral))).doesNotContain("£");
        browsing.picture(clinician, "tracker-in-work");
        browsing.picture(browsing.open(as(service.validator()), "/contracts/" + service.contract()), "contract");
    }

    private Page open(Page page, String task, String reference) {
        var item = driver.open(task, reference);
        browsing.open(page, "/inbox");
        page.locator("a[href*='" + item.taskId() + "']").first().click();
        return browsing.check(page);
    }

    private void task(Page page, String task, String reference, Map<String, Object> answers) {
        open(page, task, reference);
        answer(page, answers);
        send(page, task);
        driver.runDue(reference);
    }

    private void command(Page page, String form, String subject, Map<String, Object> answers) {
        browsing.open(page, "/do/" + form + "/" + subject);
        answer(page, answers);
        send(page, form);
    }

    /** Answers a form on one page, or part by part up to the page where the answers are checked. */
    private void answer(Page page, Map<String, Object> answers) {
        if (page.locator("button[value=next], button[value=send]").count() > 0 && page.locator("main li a[href*='page=1']").count() == 0) {
            browsing.answer(page, answers);
            return;
        }
        var address = page.url();
        for (int part = 1; !page.url().endsWith("page=check"); part++) {
            browsing.open(page, address + "?page=" + part);
            var names = browsing.questions(page);
            browsing.press(browsing.answer(page, answers.entrySet().stream().filter(answer -> names.contains(answer.getKey()))
                    .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))), "Save and continue");
            assertThat(page.title()).as(Browsing.words(page)).doesNotStartWith("Error");
        }
    }

    private void send(Page page, String name) {
        browsing.picture(page, name);
        page.click("button[value=send]");
        browsing.check(page);
        assertThat(page.title()).as(Browsing.words(page)).doesNotStartWith("Error");
        browsing.picture(page, name + "-done");
    }

    private void upload(Page page, String name, String type, byte[] content, LocalDate from, LocalDate to) {
        page.setInputFiles("[name=file]", new FilePayload(name, type, content));
        browsing.answer(page, Map.of("coversFrom", from, "coversTo", to, "obtainedFrom", "ownRecord", "obtainedHow", "downloaded", "obtainedOn", clock.today()));
        page.selectOption("[name=typeCode]", new com.microsoft.playwright.options.SelectOption().setIndex(1));
        browsing.press(page, "Add the paper");
    }

    private String claim(String referral, int number) {
        return claims.ofReferral(referral).get(number).ref();
    }

    private static String nhsNumber() {
        for (int i = 100_000; ; i++) {
            var nine = "999" + i;
            if (NhsNumber.checkDigit(nine) < 10) {
                return nine + NhsNumber.checkDigit(nine);
            }
        }
    }

    private Page as(Actor actor) {
        return browsing.as(actor.username(), PASSWORD, true);
    }
}
