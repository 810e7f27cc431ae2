package org.placewell.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.evidence.EvidenceRequirements.Kinds;
import org.placewell.security.Actor;
import org.placewell.shared.MovableClock;
import org.placewell.support.PlacewellTest;
import org.placewell.support.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlacewellTest
@DisplayName("The pages about evidence, as a browser without scripts uses them")
class EvidencePagesTest {

    @Autowired
    World world;
    @Autowired
    ClaimBench bench;
    @Autowired
    Evidence evidence;
    @Autowired
    MovableClock clock;
    @LocalServerPort
    int port;
    World.Service service;
    String claim;

    @BeforeEach
    void claim() {
        clock.stopAt(LocalDate.of(2021, 4, 7));
        service = world.under(ClaimBench.CONTRACT);
        claim = bench.gathering(service);
    }

    @Test
    @DisplayName("A specialist finds the claim, adds a paper once however often it is sent, and takes it off again")
    void addAndTakeOff() {
        var browser = new Browser(service.specialist());
        assertThat(browser.get("/evidence").body()).contains(claim, "Ada Canary" + service.number(), "Still needed", "4 July 2021");
        var page = browser.get(path());
        assertThat(page.body()).contains("The payers pay £1,100", "16 h", "Payslips covering the whole period", "signed declaration (alternative)");
        var key = key(page.body());
        var added = browser.upload(path(), answers(key), "payslip.pdf", "application/pdf", Samples.pdf(claim));
        assertThat(added.statusCode()).isEqualTo(302);
        assertThat(browser.upload(path(), answers(key), "payslip.pdf", "application/pdf", Samples.pdf(claim)).statusCode()).isEqualTo(302);
        assertThat(evidence.papers(claim)).hasSize(1);
        assertThat(browser.get(path()).body()).contains("Nothing was done twice", "Nothing on the list is missing", "Shows 18 h a week");
        var file = evidence.papers(claim).get(0).fileRef();
        assertThat(browser.post(path() + "/" + file + "/withdraw", Map.of()).statusCode()).isEqualTo(302);
        assertThat(evidence.papers(claim)).isEmpty();
        assertThat(browser.get(path() + "/" + file).statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("A file that is not what its name says, one of 11 MB, no file, a missing reason: beside the field, answers kept, nothing stored")
    void refused() {
        var browser = new Browser(service.specialist());
        browser.get(path());
        var exe = Samples.joined(Samples.latin1("MZ"), new byte[200]);
        var renamed = browser.upload(path(), answers(browser.key()), "payslip.pdf", "application/pdf", exe);
        assertThat(renamed.statusCode()).isEqualTo(422);
        assertThat(renamed.body()).contains("<title>Error:", "There is a problem", "href=\"#file\"", "not what its name says", "value=\"2021\"");
        var big = browser.upload(path(), answers(browser.key()), "payslip.pdf", "application/pdf",
                Samples.joined(Samples.pdf("x"), new byte[11 * 1024 * 1024]));
        assertThat(big.statusCode()).isEqualTo(422);
        assertThat(big.body()).contains("10 MB or smaller");
        var none = browser.upload(path(), answers(browser.key()), "", null, new byte[0]);
        assertThat(none.body()).contains("Choose a file");
        var noReason = answers(browser.key());
        noReason.put("typeCode", "signed-client-declaration");
        assertThat(browser.upload(path(), noReason, "a.pdf", null, Samples.pdf("x")).body()).contains("preferred", "href=\"#alternativeReason\"");
        var impossible = answers(browser.key());
        impossible.put("coversTo-month", "13");
        assertThat(browser.upload(path(), impossible, "a.pdf", null, Samples.pdf("x")).statusCode()).isEqualTo(422);
        var unknown = answers(browser.key());
        unknown.put("amountPence", "1");
        assertThat(browser.upload(path(), unknown, "a.pdf", null, Samples.pdf("x")).statusCode()).isEqualTo(422);
        assertThat(evidence.papers(claim)).isEmpty();
    }

    @Test
    @DisplayName("Provisional evidence is sent in with its own button; the page then says until when the final paper has to come, and why")
    void provisional() {
        clock.stopAt(LocalDate.of(2021, 6, 20));
        var kinds = new Kinds(List.of("payslips-covering-window"), List.of(), List.of("self-employment-accounts"), List.of("employment-contract"));
        claim = bench.gathering(service, bench.referral(service), ClaimBench.job(), ClaimBench.needs(kinds, 30));
        var browser = new Browser(service.specialist());
        assertThat(browser.get(path()).body()).contains("Employment contract (for a while only)", "Stands in for a while only")
                .doesNotContain("Send in as provisional").doesNotContain("self-employment");
        var answers = answers(browser.key());
        answers.put("typeCode", "employment-contract");
        assertThat(browser.upload(path(), answers, "contract.pdf", "application/pdf", Samples.pdf(claim)).statusCode()).isEqualTo(302);
        assertThat(browser.get(path()).body()).contains("Send in as provisional", "within 30 days", "Nobody can accept it");
        assertThat(new Browser(service.leader()).post(path() + "/provisional", Map.of()).statusCode()).isEqualTo(403);
        assertThat(browser.post(path() + "/provisional", Map.of()).statusCode()).isEqualTo(302);
        assertThat(browser.get(path()).body()).contains("20 July 2021", "because provisional evidence was sent in on 20 June 2021")
                .doesNotContain("Send in as provisional");
    }

    @Test
    @DisplayName("Two jobs, one of them self-employed: each has its own list, and a paper says which job it is about")
    void twoJobs() {
        var kinds = new Kinds(List.of("payslips-covering-window"), List.of("employer-confirmation"), List.of("self-employment-accounts"), List.of());
        var own = new JobFact("J-34679AD", ClaimBench.FROM.plusDays(30), null, List.of(new JobFact.Hours(ClaimBench.FROM.plusDays(30), 300)),
                "SELF_EMPLOYED", true, false);
        claim = bench.gathering(service, bench.referral(service), List.of(ClaimBench.job().get(0), own), ClaimBench.needs(kinds, 0));
        var browser = new Browser(service.specialist());
        assertThat(browser.get(path()).body()).contains("Which job is it about?", "J-34679AD, self-employed, from 3 February 2021", "For self-employed work",
                "For the self-employed work, at least one of");
        var unnamed = answers(browser.key());
        unnamed.put("typeCode", "employer-confirmation");
        unnamed.put("alternativeReason", "lost");
        unnamed.put("obtainedFrom", "employer");
        unnamed.put("employerBasis", "consent");
        assertThat(browser.upload(path(), unnamed, "a.pdf", null, Samples.pdf("letter" + claim)).body()).contains("Choose the job whose employer");
        var payslip = answers(browser.key());
        payslip.put("jobRef", "J-34679AC");
        assertThat(browser.upload(path(), payslip, "a.pdf", null, Samples.pdf("payslip" + claim)).statusCode()).isEqualTo(302);
        assertThat(browser.get(path()).body()).contains("About job J-34679AC", "For the self-employed work, at least one of");
        var accounts = answers(browser.key());
        accounts.put("typeCode", "self-employment-accounts");
        accounts.put("jobRef", "J-34679AD");
        assertThat(browser.upload(path(), accounts, "b.pdf", null, Samples.pdf("accounts" + claim)).statusCode()).isEqualTo(302);
        assertThat(browser.get(path()).body()).contains("Nothing on the list is missing");
        var stranger = answers(browser.key());
        stranger.put("jobRef", "J-0000000");
        assertThat(browser.upload(path(), stranger, "c.pdf", null, Samples.pdf("x" + claim)).statusCode()).isEqualTo(422);
    }

    @Test
    @DisplayName("A file of 20 MB is refused in plain words, and nothing is stored")
    void twentyMegabytes() {
        var browser = new Browser(service.specialist());
        browser.get(path());
        var answer = browser.upload(path(), answers(browser.key()), "payslip.pdf", "application/pdf", new byte[20 * 1024 * 1024]);
        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(answer.body()).contains("too");
        assertThat(evidence.papers(claim)).isEmpty();
    }

    @Test
    @DisplayName("Only the right people open a claim's evidence, and only while it is their business")
    void scope() {
        var file = evidence.addPaper(claim, ClaimBench.paper(Samples.pdf(claim)), service.specialist());
        var other = world.under(ClaimBench.CONTRACT);
        for (var stranger : new Actor[] {service.specialistB(), service.validator(), other.leader(), other.specialist(), other.validator()}) {
            var browser = new Browser(stranger);
            assertThat(browser.get(path()).statusCode()).as(stranger.username()).isEqualTo(404);
            assertThat(browser.get(path() + "/" + file).statusCode()).as(stranger.username()).isEqualTo(404);
        }
        for (var barred : new Actor[] {service.clinician(), service.finance()}) {
            assertThat(new Browser(barred).get(path()).statusCode()).as(barred.username()).isEqualTo(403);
        }
        var leader = new Browser(service.leader());
        var page = leader.get(path());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("Add a paper");
        assertThat(leader.get(path() + "/F-0000000").statusCode()).isEqualTo(404);
        assertThat(new Browser(other.leader()).get("/evidence").body()).doesNotContain(claim);
    }

    @Test
    @DisplayName("A file is shown as what it is, in a box of its own, and kept by nobody on the way")
    void headers() {
        var file = evidence.addPaper(claim, ClaimBench.paper(Samples.pdf(claim)), service.specialist());
        var browser = new Browser(service.specialist());
        var shown = browser.get(path() + "/" + file);
        assertThat(shown.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(shown.headers().firstValue("Content-Disposition").orElse("")).startsWith("inline").contains("payslips.pdf");
        assertThat(shown.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(shown.headers().allValues("Content-Security-Policy")).singleElement().asString().contains("default-src 'none'", "frame-ancestors 'self'");
        assertThat(shown.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(browser.get(path() + "/" + file + "?save=yes").headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
    }

    private String path() {
        return "/claims/" + claim + "/evidence";
    }

    private static Map<String, String> answers(String key) {
        var answers = new LinkedHashMap<String, String>();
        answers.put("_key", key);
        answers.put("typeCode", "payslips-covering-window");
        var dates = Map.of("coversFrom", ClaimBench.FROM, "coversTo", ClaimBench.TO, "obtainedOn", LocalDate.of(2021, 4, 6));
        dates.forEach((name, day) -> {
            answers.put(name + "-day", Integer.toString(day.getDayOfMonth()));
            answers.put(name + "-month", Integer.toString(day.getMonthValue()));
            answers.put(name + "-year", Integer.toString(day.getYear()));
        });
        answers.put("obtainedFrom", "client");
        answers.put("obtainedHow", "inPerson");
        answers.put("minutesShown", "18");
        return answers;
    }

    private static String key(String body) {
        var found = Pattern.compile("name=\"_key\" value=\"([^\"]+)\"").matcher(body);
        return found.find() ? found.group(1) : "";
    }

    /** A browser that can send files, which the common visitor cannot. */
    private final class Browser {
        private final HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        private String csrf = "";
        private String lastBody = "";

        Browser(Actor person) {
            get("/login");
            post("/login", Map.of("username", person.username(), "password", "correct horse battery"));
            get("/");
        }

        HttpResponse<String> get(String path) {
            return send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).GET());
        }

        HttpResponse<String> post(String path, Map<String, String> fields) {
            var body = new StringBuilder("_csrf=" + csrf);
            fields.forEach((name, value) -> body.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
            return send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(body.toString())));
        }

        HttpResponse<String> upload(String path, Map<String, String> fields, String name, String type, byte[] file) {
            var out = new ByteArrayOutputStream();
            var all = new LinkedHashMap<>(fields);
            all.put("_csrf", csrf);
            all.forEach((field, value) -> write(out, "--xyz\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n" + value + "\r\n"));
            write(out, "--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n"
                    + (type == null ? "" : "Content-Type: " + type + "\r\n") + "\r\n");
            out.writeBytes(file);
            write(out, "\r\n--xyz--\r\n");
            return send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("Content-Type", "multipart/form-data; boundary=xyz")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(out.toByteArray())));
        }

        String key() {
            return EvidencePagesTest.key(lastBody);
        }

        private void write(ByteArrayOutputStream out, String text) {
            out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        }

        private HttpResponse<String> send(HttpRequest.Builder request) {
            try {
                var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
                var found = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(answer.body());
                if (found.find()) {
                    csrf = found.group(1);
                }
                lastBody = answer.body();
                return answer;
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
