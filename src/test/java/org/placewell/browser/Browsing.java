package org.placewell.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A real Chromium with one window per person. Every page that a test opens or reaches is checked: answered without a server
 * error, accessible by axe (WCAG 2.2 AA), and without a script or style that the content policy refuses.
 */
public final class Browsing implements AutoCloseable {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final Path PICTURES = Path.of("target/screenshots");

    private final Playwright playwright;
    private final Browser browser;
    private final String address;
    private final Map<String, Page> windows = new HashMap<>();
    private final Set<Page> scriptless = new HashSet<>();
    private final Set<String> faults = new TreeSet<>();
    private int pictures;

    /** @param port the port of the application under test */
    public Browsing(int port) {
        address = "http://localhost:" + port;
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(chromium())
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync")));
    }

    /** The person's window, signed in on first use; {@code javascript} off shows that pages work without it. */
    public Page as(String username, String password, boolean javascript) {
        return windows.computeIfAbsent(username, name -> {
            BrowserContext context = browser.newContext(new Browser.NewContextOptions().setBaseURL(address).setJavaScriptEnabled(javascript)
                    .setViewportSize(1200, 900).setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
            var page = context.newPage();
            if (!javascript) {
                scriptless.add(page);
            }
            page.setDefaultTimeout(15_000);
            page.onConsoleMessage(message -> {
                // The design system's own typeface is refused on purpose: it is licensed for GOV.UK only, our pages use Arial.
                if (message.text().contains("Content Security Policy") && !message.text().contains("/assets/fonts/")) {
                    faults.add(page.url() + ": " + message.text());
                }
            });
            page.navigate("/login");
            page.fill("[name=username]", username);
            page.fill("[name=password]", password);
            page.click("button[type=submit]");
            assertThat(page.url()).as("signed in as " + username).doesNotContain("/login");
            return page;
        });
    }

    /** Opens a path and checks the page. */
    public Page open(Page page, String path) {
        page.navigate(path);
        return check(page);
    }

    /** Follows the link or presses the button with these words, and checks where it leads. */
    public Page press(Page page, String words) {
        page.locator("a:visible, button:visible").filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(words)).first().click();
        return check(page);
    }

    /** Answers the questions of the form on the page by their keys, in the page's order; dates as dates. */
    public Page answer(Page page, Map<String, Object> answers) {
        var names = questions(page);
        assertThat(names).as("the questions on " + page.url() + "\n" + words(page)).containsAll(answers.keySet());
        names.stream().filter(answers::containsKey).forEach(key -> {
            var value = answers.get(key);
            if (value instanceof LocalDate date) {
                page.fill("[name='" + key + "-day']", Integer.toString(date.getDayOfMonth()));
                page.fill("[name='" + key + "-month']", Integer.toString(date.getMonthValue()));
                page.fill("[name='" + key + "-year']", Integer.toString(date.getYear()));
                return;
            }
            var field = page.locator("[name='" + key + "']");
            var first = field.first();
            var tag = first.evaluate("field => field.tagName === 'INPUT' ? field.type : field.tagName").toString();
            switch (tag) {
                case "radio", "checkbox" -> {
                    for (var one : value instanceof List<?> many ? many : List.of(value)) {
                        page.locator("[name='" + key + "'][value='" + one + "']").check();
                    }
                }
                case "SELECT" -> first.selectOption(value.toString());
                default -> first.fill(value.toString());
            }
        });
        return page;
    }

    /** The keys of the questions on the page, in its order. */
    public List<String> questions(Page page) {
        return page.locator("main [name]").all().stream().map(field -> field.getAttribute("name").replaceAll("-(day|month|year)$", "")).distinct().toList();
    }

    /** Asserts that the page is no server error, and notes every barrier that axe finds. */
    public Page check(Page page) {
        page.waitForLoadState();
        assertThat(page.title()).as(page.url()).doesNotContainIgnoringCase("went wrong").isNotBlank();
        if (scriptless.contains(page)) {
            // axe is a script itself: the same pages are judged in windows that run scripts.
            return page;
        }
        var findings = new AxeBuilder(page).withTags(RULES).analyze().getViolations();
        findings.stream().map(finding -> page.url().replaceFirst("^[a-z]+://[^/]*", "") + ": " + finding.getId() + ": " + finding.getHelp() + " "
                + finding.getNodes().stream().map(node -> node.getHtml()).limit(3).collect(Collectors.joining(" | ")))
                .forEach(faults::add);
        return page;
    }

    /** Takes a picture of the whole page at desktop and at phone width into {@code target/screenshots}. */
    public void picture(Page page, String name) {
        var number = String.format("%02d-", ++pictures);
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(number + name + ".png")));
        page.setViewportSize(320, 800);
        var wide = (Number) page.evaluate("document.documentElement.scrollWidth");
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(number + name + "-phone.png")));
        page.setViewportSize(1200, 900);
        if (wide.intValue() > 320) {
            faults.add(page.url().replaceFirst("^[a-z]+://[^/]*", "") + ": " + wide + " pixels wide on a phone of 320");
        }
    }

    /** What the page says. */
    public static String words(Page page) {
        return page.locator("main").innerText();
    }

    /** What was found on the way: barriers (axe), pages too wide for a phone, what the content policy refused. Empty when all is well. */
    public Set<String> faults() {
        return faults;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Path chromium() {
        var named = System.getenv("CHROMIUM");
        var places = List.of(named == null ? "/usr/bin/chromium" : named, "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "C:/Program Files/Google/Chrome/Application/chrome.exe");
        return places.stream().map(Path::of).filter(Files::isExecutable).findFirst()
                .orElseThrow(() -> new AssertionError("The browser tests need Chromium or Chrome: install it, or name it in the variable CHROMIUM"));
    }
}
