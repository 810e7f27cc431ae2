package org.placewell.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.evidence.ClaimBench;
import org.placewell.evidence.Samples;
import org.placewell.jobsearch.Attendance;
import org.placewell.jobsearch.JobSearch;
import org.placewell.shared.MovableClock;
import org.placewell.support.Cases;
import org.placewell.support.PlacewellTest;
import org.placewell.support.ProcessDriver;
import org.placewell.support.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlacewellTest
@DisplayName("Evidence in a real browser: added, sent, and read side by side with the rule")
class EvidenceBrowserTest {

    private static final LocalDate DAY = LocalDate.of(2021, 4, 7);
    private static final String PASSWORD = "correct horse battery";
    @Autowired
    World world;
    @Autowired
    ClaimBench bench;
    @Autowired
    Cases cases;
    @Autowired
    JobSearch search;
    @Autowired
    ProcessDriver driver;
    @Autowired
    MovableClock clock;
    @LocalServerPort
    int port;

    @Test
    @DisplayName("A PDF and a photograph are added, a renamed program is refused; the validator sees both papers beside the checklist and "
            + "rejects; a second validator decides the dispute")
    void sideBySide() {
        clock.stopAt(DAY);
        var service = world.under(ClaimBench.CONTRACT);
        var referral = bench.referral(service);
        for (int i = 0; i < 3; i++) {
            search.recordAppointment(referral, DAY, "FACE_TO_FACE", Attendance.ATTENDED, service.specialist());
        }
        var claim = bench.onlyClaim(referral);
        driver.runDue(claim);
        try (var browsing = new Browsing(port)) {
            var specialist = browsing.as(service.specialist().username(), PASSWORD, true);
            browsing.open(specialist, "/evidence");
            browsing.press(specialist, claim);
            add(browsing, specialist, new FilePayload("program.pdf", "application/pdf", new byte[] {'M', 'Z', 1, 2, 3}));
            assertThat(Browsing.words(specialist)).contains("There is a problem", "not what its name says");
            browsing.picture(specialist, "evidence-refused");
            add(browsing, specialist, new FilePayload("record.pdf", "application/pdf", Samples.pdf("Three appointments, all attended")));
            assertThat(Browsing.words(specialist)).contains("The paper has been added", "Nothing on the list is missing");
            add(browsing, specialist, new FilePayload("photo.jpg", "image/jpeg", Samples.photograph(6, "camera")));
            browsing.picture(specialist, "evidence-claim");
            browsing.press(specialist, "Go on to send the evidence");
            browsing.picture(specialist, "evidence-gather");
            specialist.check("[name=declaration]");
            specialist.click("button[name=_action][value=send]");
            browsing.check(specialist);
            driver.runDue(claim);

            var validator = browsing.as(service.validator().username(), PASSWORD, true);
            validator.setViewportSize(1500, 1000);
            var shown = new java.util.ArrayList<String>();
            validator.onResponse(response -> {
                if (response.url().contains("/evidence/F-")) {
                    shown.add(response.status() + " " + response.headers().get("content-type"));
                }
            });
            browsing.open(validator, "/tasks/" + driver.open("reviewEvidence", claim).taskId());
            assertThat(Browsing.words(validator)).contains("What the contract pays for", "once per referral", "What the automatic checks found", "The papers");
            validator.locator(".pw-paper__frame").scrollIntoViewIfNeeded();
            validator.locator(".pw-paper__picture").scrollIntoViewIfNeeded();
            validator.waitForCondition(() -> shown.size() >= 2);
            assertThat(shown).contains("200 application/pdf", "200 image/jpeg");
            assertThat(validator.locator(".pw-paper__picture").evaluate("image => image.naturalHeight > image.naturalWidth")).as("upright").isEqualTo(true);
            validator.evaluate("scrollTo(0, 0)");
            validator.waitForTimeout(1500);
            validator.screenshot(new com.microsoft.playwright.Page.ScreenshotOptions().setFullPage(true)
                    .setPath(java.nio.file.Path.of("target/screenshots/evidence-review.png")));
            browsing.picture(validator, "evidence-review");
            send(browsing, validator, Map.of("evidenceDecision", "rejected", "rejectionReason", "windowNotCovered"));
            driver.runDue(claim);

            browsing.open(specialist, "/tasks/" + driver.open("considerDispute", claim).taskId());
            assertThat(Browsing.words(specialist)).contains("do not cover the whole period");
            browsing.picture(specialist, "dispute-considered");
            send(browsing, specialist, Map.of("disputeDecision", "disputed", "disputeGrounds", "All three days are on page one"));
            driver.runDue(claim);
            browsing.open(validator, "/tasks/" + driver.open("reviewDispute", claim).taskId());
            assertThat(validator.title()).as("the first validator does not decide the dispute").contains("You cannot do this");
            var second = browsing.as(service.validatorB().username(), PASSWORD, true);
            browsing.open(second, "/tasks/" + driver.open("reviewDispute", claim).taskId());
            assertThat(Browsing.words(second)).contains("All three days are on page one", "do not cover the whole period");
            browsing.picture(second, "dispute-decided");
            send(browsing, second, Map.of("evidenceDecision", "accepted"));
            driver.runDue(claim);
            assertThat(driver.waitsAt(claim)).containsExactly("message claimPaid");
            assertThat(browsing.faults()).as("faults").isEmpty();
        }
    }

    private static void send(Browsing browsing, com.microsoft.playwright.Page page, Map<String, Object> answers) {
        browsing.answer(page, answers);
        page.click("button[name=_action][value=send]");
        browsing.check(page);
        assertThat(page.locator(".govuk-error-summary").count()).as(Browsing.words(page)).isZero();
    }

    @Test
    @DisplayName("Before any claim: what comes next is announced, the employer's choice is recorded, a payslip is added and waits")
    void gatheredEarly() {
        clock.stopAt(DAY);
        var service = world.under(ClaimBench.CONTRACT);
        var referral = cases.searching(service);
        var job = cases.job(service, referral, DAY);
        try (var browsing = new Browsing(port)) {
            var specialist = browsing.as(service.specialist().username(), PASSWORD, true);
            browsing.open(specialist, "/clients/" + referral);
            assertThat(Browsing.words(specialist)).contains("What the outcomes still to come will need", "It can be reached on");
            browsing.press(specialist, "Whether the employer may be asked");
            browsing.answer(specialist, Map.of("disclosure", "agreed", "claimant", "uc", "saidOn", DAY));
            browsing.picture(specialist, "employer-wish");
            browsing.press(specialist, "Record whether the employer may be asked");
            browsing.open(specialist, "/evidence");
            browsing.picture(specialist, "evidence-coming");
            browsing.open(specialist, "/clients/" + referral + "/papers");
            specialist.setInputFiles("#file", new FilePayload("payslip.pdf", "application/pdf", Samples.pdf("First payslip " + job)));
            browsing.answer(specialist, Map.of("typeCode", "payslips-covering-window", "coversFrom", DAY, "coversTo", DAY, "obtainedFrom", "employer",
                    "employerBasis", "claimant", "obtainedHow", "email", "obtainedOn", DAY, "payShown", "84.50", "paperNumber", "ps 2021/4"));
            specialist.locator("button").filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Add the paper")).click();
            browsing.check(specialist);
            assertThat(Browsing.words(specialist)).contains("It will be offered to the claim", "Shows £84.50 before deductions", "Its number: PS2021/4");
            browsing.picture(specialist, "evidence-early");
            assertThat(browsing.faults()).as("faults").isEmpty();
        }
    }

    private static void add(Browsing browsing, com.microsoft.playwright.Page page, FilePayload file) {
        page.setInputFiles("#file", file);
        browsing.answer(page, Map.of("typeCode", "appointment-record", "coversFrom", DAY, "coversTo", DAY, "obtainedFrom", "ownRecord",
                "obtainedHow", "downloaded", "obtainedOn", DAY));
        page.locator("button").filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Add the paper")).click();
        browsing.check(page);
    }
}
