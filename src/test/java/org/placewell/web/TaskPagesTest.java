package org.placewell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.shared.MovableClock;
import org.placewell.support.Errands;
import org.placewell.support.PlacewellTest;
import org.placewell.support.Visitor;
import org.placewell.support.World;
import org.placewell.workflow.JobRunner;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlacewellTest
class TaskPagesTest {

    static final String[] GOOD = {"shop", "Corner shop", "outcome", "well", "day-day", "1", "day-month", "6", "day-year", "2026", "bags", "2",
        "cost", "£12.50", "time", "1.5", "nhs", "999 000 0018", "mail", "a@example.com", "phone", "01632 960 001", "post", "aa3 1ab", "code", "ABC",
        "street", "high", "bought", "milk", "sure", "true", "_action", "send"};

    @Autowired
    World world;
    @Autowired
    Errands errands;
    @Autowired
    MovableClock clock;
    @Autowired
    JobRunner jobs;
    @Autowired
    JdbcClient jdbc;
    @LocalServerPort
    int port;

    World.Service service;
    Errands.Errand errand;
    Visitor leader;

    @BeforeEach
    void begin() {
        clock.stopAt(LocalDate.of(2026, 6, 10));
        service = world.under("none");
        errand = errands.begin(service, null, List.of(service.specialist().username()), "Errand for the team");
        leader = Visitor.at(port, service.leader());
    }

    private String path() {
        return "/tasks/" + errand.task();
    }

    private static String[] with(String name, String value) {
        var fields = new java.util.ArrayList<>(List.of(GOOD));
        int at = fields.indexOf(name);
        if (at < 0) {
            fields.add(name);
            fields.add(value);
        } else {
            fields.set(at + 1, value);
        }
        return fields.toArray(String[]::new);
    }

    @Test
    @DisplayName("A task's page has its name, help, form and prefilled answers, all escaped")
    void shows() {
        var page = leader.get(path());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("Run the errand", "Errand for the team", "Somebody waits for it", "bring a bag", "High Street", "Only if you answered");
        assertThat(page.body()).contains("value=\"Corner &lt;shop&gt;\"", "inputmode=\"numeric\"", "<fieldset", "<legend").doesNotContain("Corner <shop>");
    }

    @Test
    @DisplayName("Good answers reach the handler typed, and the next page says what happens next and who has it")
    void done() {
        leader.get(path());
        var sent = leader.post(path(), GOOD);
        assertThat(sent.status()).isEqualTo(302);
        assertThat(sent.location()).endsWith(path() + "/done");
        jobs.runDue();
        assertThat(leader.follow().text()).contains("Done: Run the errand", "Done by you on 10 June 2026", "Report back", "Anyone with the role team leader");
        var answers = errands.answers(errand.reference());
        assertThat(answers.date("day")).isEqualTo(LocalDate.of(2026, 6, 1));
        assertThat(answers.number("bags", 0)).isEqualTo(2);
        assertThat(answers.pence("cost").amount()).isEqualTo(1250);
        assertThat(answers.minutes("time", 0)).isEqualTo(90);
        assertThat(answers.text("nhs")).isEqualTo("9990000018");
        assertThat(answers.text("post")).isEqualTo("AA3 1AB");
        assertThat(answers.list("bought")).containsExactly("milk");
        assertThat(answers.yes("sure")).isTrue();
    }

    /** The question, what is typed, and part of the message. */
    private static final String BAD = """
            shop |  | Enter: Name of the shop
            shop | A | must be 2 characters or more
            shop | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | must be 40 characters or fewer
            shop | Closed | This shop is closed
            outcome |  | Answer the question: How did it go?
            outcome | maybe | Choose one of the answers listed
            outcome | badly | Answer the question: What went wrong?
            day-day |  | must include a day
            day-day | 31 | must be a real date
            day-day | x | must be a real date
            day-year | 26 | a year of four numbers
            day-year | 2027 | must be today or in the past
            bags | 1.5 | must be a whole number
            bags | 10 | must be between 0 and 9
            bags | 99999999999999999999 | must be a whole number
            cost | twelve | Enter an amount in pounds and pence
            cost | 12.345 | Enter an amount in pounds and pence
            cost | 501 | must be £500 or less
            time | long | Enter hours as a number
            time | 25 | must be 24 or less
            nhs | 999 000 0019 | its last digit does not fit
            nhs | 123 | must have 10 digits
            mail | nobody | Enter an email address
            phone | 12 | Enter a phone number
            post | QQ | Enter a full UK postcode
            code | abc | not in the form that is asked for
            street | middle | Choose one of the answers listed
            bought | beer | Choose one of the answers listed
            sure |  | Tick the box to confirm
            sure | maybe | Tick the box or leave it empty
            password | secret | questions that it does not ask
            """;

    @Test
    @DisplayName("A bad answer is refused with a message beside it, and what was typed stays")
    void badAnswers() {
        leader.get(path());
        for (var row : BAD.lines().filter(line -> !line.isBlank()).toList()) {
            var cells = row.split("\\|", -1);
            var name = cells[0].strip();
            var page = leader.post(path(), with(name, cells[1].strip()));
            assertThat(page.status()).as(row).isEqualTo(422);
            assertThat(page.text()).as(row).contains("There is a problem", cells[2].strip());
            assertThat(page.body()).as(row).contains("<title>Error: ", "value=\"" + (name.equals("cost") ? cells[1].strip() : "£12.50") + "\"");
        }
        assertThat(errands.times(errand.reference())).isZero();
    }

    @Test
    @DisplayName("Bytes that cannot be stored, several answers and very long texts are refused, never a fault")
    void hostile() {
        leader.get(path());
        assertThat(leader.post(path(), with("shop", "a\0b")).text()).contains("contains a character that cannot be stored");
        leader.get(path());
        assertThat(leader.post(path(), with("shop", "x".repeat(300_000))).status()).isEqualTo(422);
        leader.get(path());
        var twice = new java.util.ArrayList<>(List.of(GOOD));
        twice.addAll(List.of("outcome", "badly"));
        assertThat(leader.post(path(), twice.toArray(String[]::new)).text()).contains("can have only one answer");
        leader.get(path());
        assertThat(leader.post(path(), with("\0", "\0")).status()).isEqualTo(400);
        leader.get(path());
        assertThat(leader.post(path(), with("_action", "launch")).status()).isEqualTo(422);
        assertThat(leader.get("/tasks/%00").status()).isBetween(400, 404);
        assertThat(leader.get("/tasks/" + "x".repeat(5000)).status()).isEqualTo(404);
    }

    @Test
    @DisplayName("A fault inside is a page with a number to quote, without the program's words; the answers are safe")
    void fault() {
        leader.get(path());
        var page = leader.post(path(), with("shop", "Faulty"));
        assertThat(page.status()).isEqualTo(500);
        assertThat(page.text()).contains("there is a fault in the service", page.header("X-Request-Id")).doesNotContain("secret inside", "Exception");
    }

    @Test
    @DisplayName("A draft keeps half an answer for its author alone")
    void draft() {
        leader.get(path());
        assertThat(leader.post(path(), "shop", "Half a", "day-day", "31", "_action", "save").status()).isEqualTo(302);
        assertThat(leader.follow().body()).contains("value=\"Half a\"", "value=\"31\"", "Draft saved");
        assertThat(leader.get("/").text()).contains("Started and not sent", "Run the errand");
    }

    @Test
    @DisplayName("A second click finds the first one's outcome; the same key with other answers is refused")
    void secondClick() {
        var key = leader.get(path()).hidden();
        var first = leader.post(path(), GOOD);
        leader.get("/");
        var fields = new java.util.ArrayList<>(List.of(GOOD));
        key.forEach(pair -> fields.addAll(List.of(pair[0], pair[1])));
        var second = leader.postBare(path(), fields.toArray(String[]::new));
        assertThat(second.location()).isEqualTo(first.location());
        fields.set(1, "Other shop");
        assertThat(leader.postBare(path(), fields.toArray(String[]::new)).status()).isEqualTo(409);
        assertThat(errands.times(errand.reference())).isEqualTo(1);
    }

    @Test
    @DisplayName("Of two people at the same moment one wins, and the other is told who did it and keeps what they typed")
    void race() throws Exception {
        var other = world.under("none");
        var mine = Visitor.at(port, service.leader());
        mine.get(path());
        leader.get(path());
        assertThat(other.leader()).isNotNull();
        var pool = Executors.newFixedThreadPool(2);
        List<Callable<Visitor.Page>> both = List.of(() -> leader.post(path(), GOOD), () -> mine.post(path(), GOOD));
        var answers = pool.invokeAll(both).stream().map(answer -> {
            try {
                return answer.get();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }).toList();
        pool.shutdown();
        assertThat(answers).extracting(Visitor.Page::status).containsExactlyInAnyOrder(302, 409);
        assertThat(errands.times(errand.reference())).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from form_draft where subject = ?").param(errand.task()).query(Long.class).single())
                .as("whoever comes second writes no half-filled form back about a task that is done").isZero();
    }

    @Test
    @DisplayName("Who sends a task that somebody else has done reads the own answers beside the questions")
    void late() {
        var mine = Visitor.at(port, service.leader());
        mine.get(path());
        leader.get(path());
        assertThat(leader.post(path(), GOOD).status()).isEqualTo(302);
        // The same person in another window, with other answers: a new submission, not the same one twice.
        var late = mine.post(path(), with("shop", "Other shop"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text()).contains("What you had entered", "Name of the shop Other shop", "Street high", "Day of the errand 1 6 2026")
                .doesNotContain("day-month");
    }

    @Test
    @DisplayName("Nobody else's task opens: not for another team, not for another role, not for the excluded")
    void scope() {
        assertThat(Visitor.at(port, world.under("none").leader()).get(path()).status()).isEqualTo(404);
        assertThat(Visitor.at(port, service.finance()).get(path()).status()).isEqualTo(404);
        var fromHere = errands.begin(service, null, List.of(service.leader().username()), "Not for the leader");
        var refused = leader.get("/tasks/" + fromHere.task());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("someone else must do this task");
        assertThat(leader.get("/inbox").text()).doesNotContain("Not for the leader");
    }
}
