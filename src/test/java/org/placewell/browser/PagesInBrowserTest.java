package org.placewell.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.placewell.shared.MovableClock;
import org.placewell.support.Errands;
import org.placewell.support.PlacewellTest;
import org.placewell.support.World;
import org.placewell.workflow.JobRunner;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages that serve every feature, in a browser: accessible, wide and at 320 pixels, in print, with a script and without. */
@PlacewellTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesInBrowserTest {

    private static final String PASSWORD = "correct horse battery";
    @Autowired
    World world;
    @Autowired
    Errands errands;
    @Autowired
    MovableClock clock;
    @Autowired
    JobRunner jobs;
    @LocalServerPort
    int port;

    World.Service service;
    Browsing browsing;

    @BeforeAll
    void begin() {
        clock.stopAt(LocalDate.of(2026, 6, 14));
        service = world.under("none");
        browsing = new Browsing(port);
    }

    @AfterAll
    void end() {
        browsing.close();
    }

    @Test
    @DisplayName("Sign-in, home, task list, a task and its errors: accessible, wide and narrow, and in print; the summary has the focus")
    void pages() {
        var one = errands.begin(service, null, List.of(), "Mohammed Abdul-Rahman Featherstonehaugh – priority 2, waiting since 3 May 2026");
        errands.begin(service, service.leader().username(), List.of(), "Ada");
        var page = browsing.as(service.leader().username(), PASSWORD, true);
        for (var path : List.of("/", "/inbox", "/inbox?view=overdue", "/messages", "/search", "/help", "/accessibility", "/tasks/" + one.task() + "/move",
                "/nowhere", "/login?failed")) {
            browsing.picture(browsing.open(page, path), path.equals("/") ? "home" : path.replaceAll("[^a-z]+", "-").substring(1));
        }
        browsing.picture(browsing.open(page, "/tasks/" + one.task()), "task");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/screenshots/task-print.png")));
        assertThat(page.isVisible(".govuk-service-navigation")).isFalse();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        page.fill("#shop", "");
        page.click("button[value=send]");
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.evaluate("document.activeElement.className").toString()).contains("govuk-error-summary");
        browsing.picture(browsing.check(page), "task-errors");
        page.locator(".govuk-error-summary a").first().click();
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("shop");
        assertThat(browsing.faults()).isEmpty();
    }

    @Test
    @DisplayName("A form of several parts, from the list of parts to what happens next, with a script")
    void parts() {
        walk(service, true);
    }

    @Test
    @DisplayName("A form of several parts, from the list of parts to what happens next, without a script")
    void partsWithoutScript() {
        walk(world.under("none"), false);
    }

    private void walk(World.Service team, boolean script) {
        var errand = errands.begin(team, team.leader().username(), List.of(), "Ada");
        var page = browsing.as(team.leader().username(), PASSWORD, script);
        browsing.open(page, "/tasks/" + errand.task());
        assertThat(page.isVisible("#why")).isEqualTo(!script);
        page.check("input[value=badly]");
        assertThat(page.isVisible("#why")).isTrue();
        page.fill("#why", "It rained");
        browsing.answer(page, java.util.Map.of("day", LocalDate.of(2026, 6, 1), "sure", "true"));
        page.click("button[value=send]");
        assertThat(Browsing.words(page)).contains("Done: Run the errand");
        jobs.runDue();
        page.reload();
        assertThat(Browsing.words(page)).contains("Report back");
        browsing.picture(browsing.check(page), "done" + script);
        browsing.open(page, "/tasks/" + errands.task(errand.reference()));
        browsing.picture(page, "parts" + script);
        browsing.press(page, "The way");
        page.check("input[value=yes]");
        browsing.press(page, "Save and continue");
        assertThat(Browsing.words(page)).contains("Anything else").doesNotContain("Which bus");
        page.fill("#notes", "Nothing <b>else</b>");
        browsing.press(page, "Save and continue");
        assertThat(Browsing.words(page)).contains("Check your answers", "Nothing <b>else</b>");
        browsing.picture(page, "check" + script);
        browsing.press(page, "Send the report");
        assertThat(Browsing.words(page)).contains("Done: Report back");
    }
}
