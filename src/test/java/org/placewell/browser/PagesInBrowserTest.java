package org.placewell.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.shared.MovableClock;
import org.placewell.support.BrowserTest;
import org.placewell.support.Errands;
import org.placewell.support.World;
import org.placewell.workflow.JobRunner;
import org.springframework.beans.factory.annotation.Autowired;

class PagesInBrowserTest extends BrowserTest {

    @Autowired
    World world;
    @Autowired
    Errands errands;
    @Autowired
    MovableClock clock;
    @Autowired
    JobRunner jobs;

    World.Service service;

    @BeforeEach
    void begin() {
        clock.stopAt(LocalDate.of(2026, 6, 14));
        service = world.under("none");
    }

    @Test
    @DisplayName("Sign-in, home, task list, task, its errors and all that hangs on a task: accessible, wide and narrow, and in print")
    void pages() {
        var one = errands.begin(service, null, List.of(), "Mohammed Abdul-Rahman Featherstonehaugh – priority 2, waiting since 3 May 2026");
        errands.begin(service, service.leader().username(), List.of(), "Ada");
        for (int width : new int[] {DESKTOP, PHONE}) {
            var visitor = page(width, true);
            open(visitor, "/login");
            check(visitor, "login", width);
            var page = page(service.leader(), width);
            for (var path : List.of("/", "/inbox", "/inbox?view=overdue", "/messages", "/search", "/help", "/accessibility", "/tasks/" + one.task() + "/move", "/nowhere")) {
                open(page, path);
                check(page, path.equals("/") ? "home" : path.replaceAll("[^a-z]+", "-").substring(1), width);
            }
            open(page, "/tasks/" + one.task());
            check(page, "task", width);
            printed(page, "task-print-" + width);
            page.fill("#shop", "");
            page.click("button[value=send]");
            assertThat(page.title()).startsWith("Error: ");
            assertThat(page.evaluate("document.activeElement.className")).asString().contains("govuk-error-summary");
            check(page, "task-errors", width);
            page.click(".govuk-error-summary a >> nth=0");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("shop");
        }
        assertThat(complaints).allMatch(text -> text.contains("422") || text.contains("404"));
    }

    @Test
    @DisplayName("A form of several parts: list of parts, answers to check, sent, and what happens next; with a script and without")
    void parts() {
        for (var script : new boolean[] {true, false}) {
            var errand = errands.begin(service, service.leader().username(), List.of(), "Ada");
            var page = page(DESKTOP, script);
            open(page, "/login");
            page.fill("#username", service.leader().username());
            page.fill("#password", "correct horse battery");
            page.click("main button[type=submit]");
            open(page, "/tasks/" + errand.task());
            assertThat(page.isVisible("#why")).isEqualTo(!script);
            page.click("input[value=badly]");
            assertThat(page.isVisible("#why")).isTrue();
            page.fill("#why", "It rained");
            page.fill("#day-day", "1");
            page.fill("#day-month", "6");
            page.fill("#day-year", "2026");
            page.check("#sure");
            page.click("button[value=send]");
            assertThat(page.textContent("main")).contains("Done: Run the errand");
            jobs.runDue();
            page.reload();
            check(page, "done" + script, DESKTOP);
            open(page, "/tasks/" + errands.task(errand.reference()));
            check(page, "parts" + script, DESKTOP);
            page.click("text=The way");
            page.click("input[value=yes]");
            page.click("button[value=next]");
            assertThat(page.textContent("main")).contains("Anything else").doesNotContain("Which bus");
            page.fill("#notes", "Nothing <b>else</b>");
            page.click("button[value=next]");
            assertThat(page.textContent("main")).contains("Check your answers", "Nothing <b>else</b>");
            check(page, "check" + script, DESKTOP);
            page.click("text=Send the report");
            assertThat(page.textContent("main")).contains("Done: Report back");
        }
    }

    private void check(Page page, String name, int width) {
        if (page.evaluate("1").equals(1)) {
            picture(page, name + "-" + width);
        }
        assertAccessible(page);
    }
}
