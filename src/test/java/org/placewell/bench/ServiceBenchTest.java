package org.placewell.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Measures the program from outside, as a program of its own with 512 MB of heap: figures, not promises. */
@Tag("bench")
class ServiceBenchTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Map<String, List<String>> PAGES = Map.of("clinician", List.of("/", "/inbox"), "specialist", List.of("/", "/inbox", "/caseload"),
            "leader", List.of("/", "/inbox", "/caseload"), "validator", List.of("/", "/inbox"), "finance", List.of("/", "/inbox", "/statements"),
            "commissioner", List.of("/", "/performance", "/performance/mhep-haringey-barnet"), "operator", List.of("/", "/operator"));
    private final Map<String, Long> figures = new LinkedHashMap<>();

    @TempDir
    Path folder;

    @Test
    @DisplayName("Start, demo load, pages at demo size, simulation of 300 referrals")
    void measure() throws Exception {
        int port = freePort();
        figures.put("first start with demo load, ms", start(port, () -> { }));
        figures.put("second start to first page, ms", start(port, () -> pages(port)));
        figures.put("simulate 300 referrals, ms", simulate());
        Figures.write("service", "The program from outside, with 512 MB of heap", figures);
    }

    private long start(int port, ThrowingRun then) throws Exception {
        long began = System.nanoTime();
        var process = program("--server.port=" + port, "--placewell.database.folder=" + folder.resolve("data"));
        try {
            while (!answers(port)) {
                assertThat(process.isAlive()).as("the program runs").isTrue();
                Thread.sleep(50);
            }
            long took = (System.nanoTime() - began) / 1_000_000;
            then.run();
            return took;
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    /** The median of eleven requests a page, after three to warm up. */
    private void pages(int port) throws Exception {
        for (var role : new java.util.TreeMap<>(PAGES).entrySet()) {
            var browser = signIn(port, role.getKey());
            for (var page : role.getValue()) {
                var times = new ArrayList<Long>();
                for (int i = 0; i < 14; i++) {
                    long began = System.nanoTime();
                    var answer = browser.send(get(port, page), BodyHandlers.ofString());
                    if (i >= 3) {
                        times.add((System.nanoTime() - began) / 1_000_000);
                    }
                    assertThat(answer.statusCode()).as(role.getKey() + " " + page).isEqualTo(200);
                }
                times.sort(null);
                figures.put(role.getKey() + " " + page + ", ms", times.get(times.size() / 2));
            }
        }
    }

    private long simulate() throws Exception {
        long began = System.nanoTime();
        var process = program("simulate", "--contract", "mhep-haringey-barnet", "--referrals", "300", "--seed", "1", "--out",
                folder.resolve("simulation.json").toString());
        assertThat(process.waitFor()).isZero();
        var result = new ObjectMapper().readTree(folder.resolve("simulation.json").toFile());
        figures.put("engine commands a referral", result.at("/perReferral/engineCommands").asLong());
        figures.put("SQL statements a referral", result.at("/perReferral/sqlStatements").asLong());
        return (System.nanoTime() - began) / 1_000_000;
    }

    private Process program(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-cp",
                org.placewell.support.Shipped.classPath(), "org.placewell.Placewell"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve("log.txt").toFile()).start();
    }

    private static HttpClient signIn(int port, String username) throws Exception {
        var browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        var token = TOKEN.matcher(browser.send(get(port, "/login"), BodyHandlers.ofString()).body());
        assertThat(token.find()).isTrue();
        var form = "username=" + username + "&password=placewell-demo&_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        var answer = browser.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/login"))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(form)).build(), BodyHandlers.ofString());
        assertThat(answer.headers().firstValue("Location").orElse("")).doesNotContain("failed");
        return browser;
    }

    private static boolean answers(int port) throws InterruptedException {
        try {
            return HttpClient.newHttpClient().send(get(port, "/login"), BodyHandlers.ofString()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static HttpRequest get(int port, String page) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + page)).build();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private interface ThrowingRun {
        void run() throws Exception;
    }
}
