package org.placewell.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Media;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestInstance;
import org.placewell.security.Actor;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A test in a real browser: Chromium from the environment variable {@code CHROMIUM}, or where Linux distributions put it. Every
 * page opened this way reports what its console and the content policy complained of.
 */
@PlacewellTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class BrowserTest {

    protected static final int DESKTOP = 1280;
    protected static final int PHONE = 320;
    private static final Path PICTURES = Path.of("target/screenshots");
    private static Browser browser;

    @LocalServerPort
    protected int port;
    protected final List<String> complaints = new ArrayList<>();
    private final List<BrowserContext> contexts = new ArrayList<>();

    /** A page as wide as that, for nobody in particular. */
    protected Page page(int width, boolean javaScript) {
        var context = browser().newContext(new Browser.NewContextOptions().setViewportSize(width, 900).setJavaScriptEnabled(javaScript).setLocale("en-GB"));
        contexts.add(context);
        var page = context.newPage();
        page.onConsoleMessage(message -> {
            if ("error".equals(message.type())) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    /** A page of somebody signed in. */
    protected Page page(Actor person, int width) {
        var page = page(width, true);
        open(page, "/login");
        page.fill("#username", person.username());
        page.fill("#password", "correct horse battery");
        page.click("main button[type=submit]");
        return page;
    }

    /** Opens a path of the service. */
    protected void open(Page page, String path) {
        page.navigate("http://localhost:" + port + path);
    }

    /** No fault that axe-core finds at WCAG 2.2 AA, and nothing to scroll sideways. */
    protected void assertAccessible(Page page) {
        var found = new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")).analyze().getViolations();
        assertThat(found.stream().map(rule -> rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes().stream().map(node -> node.getHtml()).toList()).toList())
                .as(page.url()).isEmpty();
        var wider = (Integer) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(wider).as("scrolls sideways: " + page.url()).isLessThanOrEqualTo(0);
    }

    /** A picture of the whole page under {@code target/screenshots}. */
    protected void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
    }

    /** A picture as it would be printed. */
    protected void printed(Page page, String name) {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        picture(page, name);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    @AfterEach
    void close() {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
        complaints.clear();
    }

    private static synchronized Browser browser() {
        if (browser == null) {
            var path = Optional.ofNullable(System.getenv("CHROMIUM")).orElse("/usr/bin/chromium");
            if (!Files.isExecutable(Path.of(path))) {
                throw new IllegalStateException("Browser tests need Chromium: install it or set CHROMIUM to its path");
            }
            var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(Path.of(path))
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-sync",
                            "--disable-default-apps", "--disable-component-update", "--no-first-run")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return browser;
    }
}
